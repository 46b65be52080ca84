"""What is wanted of each X account: the words of the watches that it serves, or everything.

An account that serves every chat is wanted for all watches; one that chats follow for themselves, for theirs
alone. A chat that wants everything, and a watch whose words X cannot search for and whose chat agreed to the
price, want the account whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

import structlog

from errors import QueryError
from matching.choice import NotAChoice, choice_from_json
from matching.names import Names
from matching.plan import All, Fact, Leaf, Never, Plan, Some, plan
from matching.pushdown import wants_of
from matching.query import parse
from matching.stored import NotATree, from_json
from matching.tree import Name
from model import FollowMode, Source, Wants
from store import sources, wanting
from store.database import Connection
from store.wanting import Asking

_REMEMBERED = 20_000

_log = structlog.get_logger("wants")


class Wanting:
    """Knows what watches mean to X's search; reads the store each time it is asked."""

    def __init__(self, names: Names) -> None:
        """Let `names` be the other names of what is watched for."""
        self._names = names
        self._plan = lru_cache(maxsize=_REMEMBERED)(self._planned)
        self._wants = lru_cache(maxsize=_REMEMBERED)(wants_of)

    async def of(self, conn: Connection, asked: Sequence[Source], *, signs: bool = True) -> dict[str, Wants]:
        """Return what is wanted by address."""
        follows = await sources.follows_of(conn, {source.id for source in asked})
        shared = any(source.shared for source in asked)
        chats = None if shared else {follow.chat_id for follow in follows}
        watches = await wanting.asking(conn, chats)
        missed = await wanting.missed_words(conn)
        by_chat: dict[int, list[Asking]] = defaultdict(list)
        for watch in watches:
            by_chat[watch.chat_id].append(watch)
        found: dict[str, Wants] = {}
        for source in asked:
            mine = [follow for follow in follows if follow.source_id == source.id]
            whole = any(follow.mode is FollowMode.EVERYTHING for follow in mine)
            theirs = [watch for follow in mine for watch in by_chat[follow.chat_id]]
            total = self._union(source.address, watches if source.shared else theirs, signs)
            full = whole or total.full or bool(missed & total.words)
            found[source.address] = Wants(total.words, full)
        return found

    async def words(self, conn: Connection, source: Source, watch_ids: Collection[int]) -> frozenset[str]:
        """Return the words that are searched for on behalf of these watches."""
        asked = await wanting.asking(conn, None)
        return self._union(source.address, [each for each in asked if each.watch_id in watch_ids]).words

    def _union(self, account: str, watches: Iterable[Asking], signs: bool = True) -> Wants:
        words: set[str] = set()
        full = False
        for watch in watches:
            asked = self._plan(watch.query, watch.tree, watch.choice)
            if asked is None:
                continue
            found = self._wants(asked, account if _names_an_account(asked) else "", signs=signs)
            words |= found.words
            full = full or (found.full and watch.whole)
        return Wants(frozenset(words), full)

    def _planned(self, query: str, tree: str, choice: str) -> Plan | None:
        try:
            return plan(
                from_json(tree) if tree else parse(query), self._names.chosen(choice_from_json(choice))
            )
        except (QueryError, NotATree, NotAChoice) as error:
            _log.error("a kept watch cannot be read", error=str(error))
            return None


def _names_an_account(asked: Plan) -> bool:
    """Tell whether what is wanted depends on whose posts they are."""
    match asked:
        case All(parts) | Some(parts):
            return any(map(_names_an_account, parts))
        case Never(part):
            return _names_an_account(part)
        case Leaf():
            return asked.field is Name.AUTHOR or bool(asked.patterns[0].mention())
        case _:
            return isinstance(asked, Fact) and asked.field is Name.FROM
