"""Names that the table lacks: looked up after /watch was answered, and offered where somebody is found.

/watch ──▶ an errand ──▶ kept from before? else Wikidata ──▶ "Also called: …" with Add and No
                                                         └─▶ nothing to say: nobody is told anything
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from feeds.wikidata import language_of
from handlers.call import Call, Desk, Registry, Reply
from handlers.following import STEP
from handlers.own_names import Refusal, Refused, join, plain_name
from locales import Text
from matching.aliases import name_key
from matching.names import Finder
from matching.query import And, Query, Tag, Word
from model import Button, Errand, Failure, Message, OtherNames, Watch
from store import errands, looked_up, names, watches
from store.database import Connection, Database
from store.errands import Asked

LOOK_UP = "names"
"""The kind of errand that looks a name up."""

_SHORTEST, _LONGEST = 2, 60  # code points of a name worth looking up
_MOST_WORDS = 5
_SIGNED = ("$", "@", ".")
_LETTER = re.compile(r"[^\W\d_]")


class NameSource(Protocol):
    """Where names are looked up. Whatever the far end does is a value."""

    async def look_up(self, name: str, language: str) -> OtherNames | Failure:
        """Return what else the one is called who is called `name`, nobody when that is not clear."""


def register(registry: Registry) -> None:
    """Let people take the names that were found, or leave them."""
    registry.tap("also", add)
    registry.tap("alone", leave)


async def begin(call: Call, desk: Desk, begun: Watch, query: Query) -> str:
    """Let the name that `query` is be looked up when the table lacks it; the step to wake, "" for none.

    Writes an errand in the transaction of /watch and asks nobody.
    """
    name = name_of(query)
    if not desk.policy.looks_up or not name or desk.names.named(name):
        return ""
    payload = {"name": name, "language": language_of(name, desk.chat.language), "watch": str(begun.id)}
    await errands.add(desk.conn, Asked(desk.chat.id, LOOK_UP, payload, call.place.thread_id), desk.now)
    return STEP


def name_of(query: Query) -> str:
    """Return the one name that a query may be: a word, a hashtag, or a few bare words; else ""."""
    parts = query.parts if isinstance(query, And) else (query,)
    plain = [
        part.text for part in parts if isinstance(part, Word | Tag) and not part.text.startswith(_SIGNED)
    ]
    if len(plain) < len(parts) or len(plain) > _MOST_WORDS:
        return ""
    if len(parts) > 1 and any(isinstance(part, Tag) for part in parts):
        return ""
    name = " ".join(plain)
    return name if _SHORTEST <= len(name) <= _LONGEST and _LETTER.search(name) else ""


class LookUp:
    """Does the errands that look names up."""

    def __init__(
        self, database: Database, source: NameSource, finder: Finder, clock: Callable[[], datetime]
    ) -> None:
        """Ask `source` for what `database` does not keep; names that `finder` knows are not offered."""
        self._database = database
        self._source = source
        self._finder = finder
        self._clock = clock

    async def work(self, errand: Errand) -> Callable[[Connection, Errand, Text], Awaitable[Message | None]]:
        """Find the names; what is returned keeps and offers them, inside a transaction."""
        name, language = errand.payload["name"], errand.payload["language"]
        async with self._database.read() as conn:
            kept = await looked_up.find(conn, _key(language, name), self._clock())
        if kept is not None:
            return partial(self._offer, kept)
        found = await self._source.look_up(name, language)
        return _say_nothing if isinstance(found, Failure) else partial(self._keep, self._own(found))

    def _own(self, found: OtherNames) -> OtherNames:
        """Return what was found without what is no name to a chat, or somebody's in the table."""
        names = tuple(each for each in found.names if plain_name(each) and not self._finder.find(each))
        accounts = tuple(each for each in found.accounts if not self._finder.find(f"@{each}"))
        return OtherNames(found.id, names, accounts)

    async def _keep(self, found: OtherNames, conn: Connection, errand: Errand, text: Text) -> Message | None:
        key = _key(errand.payload["language"], errand.payload["name"])
        await looked_up.put(conn, key, found, self._clock())
        return await self._offer(found, conn, errand, text)

    async def _offer(self, found: OtherNames, conn: Connection, errand: Errand, text: Text) -> Message | None:
        """Return the offer, None when there is nothing new or the watch has ended."""
        watch = await watches.find(conn, int(errand.payload["watch"]))
        known = await _called_already(conn, errand)
        others = [each for each in shown(found) if name_key(each) not in known]
        if watch is None or not others:
            return None
        name, data = errand.payload["name"], f"{errand.payload['language']}:{found.id}"
        add_them = Button(text.plain("lookup-add-button"), f"also:{data}")
        leave_them = Button(text.plain("lookup-leave-button"), "alone")
        html = text.html("lookup-found", words=name, names=text.line(others))
        return Message(html, ((add_them, leave_them),))


async def _called_already(conn: Connection, errand: Errand) -> set[str]:
    """Return the keys of the names that the chat has given to who is called so."""
    rows = [set(map(name_key, row.names)) for row in await names.of_chat(conn, errand.chat_id)]
    name = name_key(errand.payload["name"])
    return {key for row in rows if name in row for key in row}


def shown(found: OtherNames) -> list[str]:
    """Return the names, then the accounts with their "@"."""
    return [*found.names, *(f"@{account}" for account in found.accounts)]


def _key(language: str, name: str) -> str:
    return f"{language}:{name_key(name)}"


async def _say_nothing(conn: Connection, errand: Errand, text: Text) -> Message | None:
    return None


async def add(call: Call, desk: Desk) -> Reply:
    """Let the names that the tapped message offers be names of the chat's own."""
    name, found = call.quoted, None
    if name:
        found = await looked_up.find(desk.conn, _key(call.arg(0), name), desk.now)
    if found is None or not found.id or found.id != call.arg(1):
        return Reply(toast=desk.text.plain("error-old-button"))
    taken = await join(desk, (name, *shown(found)))
    if isinstance(taken, Refused) and taken.why is not Refusal.ONE_NAME:
        return Reply(toast=desk.text.plain("lookup-no-room-toast"))
    html = desk.text.html("lookup-added", words=name, names=desk.text.line(shown(found)))
    return Reply(
        (Message(html, edit_message_id=call.message_id),), toast=desk.text.plain("lookup-added-toast")
    )


async def leave(call: Call, desk: Desk) -> Reply:
    """Leave the watch as it is."""
    if not call.quoted:
        return Reply(toast=desk.text.plain("error-old-button"))
    html = desk.text.html("lookup-left", words=call.quoted)
    left = Message(html, edit_message_id=call.message_id)
    return Reply((left,), toast=desk.text.plain("lookup-left-toast"))
