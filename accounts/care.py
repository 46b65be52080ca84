"""The steps that look after X's posts: those that are gone, and those that X's search has missed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from typing import Protocol

import structlog

from accounts.operators import Operators
from accounts.wants import Wanting
from alerts.render import render_gone
from alerts.send import Alert
from feeds.x_answers import Page
from feeds.x_documents import Search, outcomes
from feeds.x_plan import XQuery
from feeds.x_query import cursor_of, later, query, snowflake
from feeds.x_refusals import SinceTooOld
from model import (
    ChatState,
    DeliveryKind,
    Document,
    Entry,
    Failure,
    Source,
    Wants,
)
from pipeline import Polled
from polling import Desk, take_in
from store import accounts, chats, deliveries, items, spending, wanting, watches
from store.database import Connection

GONE_EVERY = timedelta(hours=1)
AUDIT_EVERY = timedelta(minutes=30)
_AT_ONCE = 100  # posts that one look-up takes
_SETTLED = timedelta(minutes=5)  # before its cursor: what a poll must have seen
_SEARCHED = 280  # characters of a post: what stands behind them X's search may never find
_PAGE = 10  # posts of an audit, X's smallest page

_log = structlog.get_logger("care")


class Asks(Protocol):
    """What is asked of X besides polls."""

    async def gone(self, posts: Sequence[int]) -> frozenset[int] | Failure:
        """Return which of the posts are no longer shown."""

    async def search(
        self, words: str, since: int | None, size: int = ..., token: str = ..., *, extra: bool = ...
    ) -> Page | SinceTooOld | Failure:
        """Return one page of posts."""


@dataclass(frozen=True, slots=True)
class Caretaker:
    """Looks after X accounts."""

    desk: Desk
    x: Asks
    wanting: Wanting
    operators: Operators

    async def gone(self) -> bool:
        """Mark the alerts of posts that are no longer there, and doubt their authors.

        Only what X has billed today is asked for: that is free. Raises StoreError.
        """
        posts = await self._bought_and_told()
        missing: set[int] = set()
        for begin in range(0, len(posts), _AT_ONCE):
            found = await self.x.gone(sorted(posts)[begin : begin + _AT_ONCE])
            if isinstance(found, Failure):
                break
            missing |= found
        if missing:
            await self._mark([posts[each] for each in sorted(missing)])
        return False

    async def _bought_and_told(self) -> dict[int, int]:
        """Return the items of today's posts that alerts show and that X was paid for, by the posts' ids."""
        now = self.desk.clock()
        today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        async with self.desk.database.read() as conn:
            told = await accounts.told_posts(conn, today)
            ids = {url.rpartition("/")[2]: item_id for item_id, url in told}
            bought = await spending.bought_today(conn, ids.keys(), now)
        return {int(each): ids[each] for each in bought}

    async def _mark(self, item_ids: Sequence[int]) -> None:
        now = self.desk.clock()
        async with self.desk.database.begin() as conn:
            for alert in await accounts.mark_gone(conn, item_ids, now):
                item = await items.get(conn, alert.item_id or 0)
                chat = (await chats.many(conn, [alert.chat_id])).get(alert.chat_id)
                if item is not None and chat is not None and chat.state is ChatState.ACTIVE:
                    text = self.operators.catalogue.text_for(chat)
                    edited = render_gone(Alert(alert.id, alert, item, chat), text, now)
                    owed = deliveries.OwedMessage(chat.id, DeliveryKind.NOTICE, edited)
                    await deliveries.owe_message(conn, owed, now)
            await accounts.doubt_authors(conn, item_ids)
        self.desk.engine.wake(None, "send")

    async def audit(self) -> bool:
        """Once a day, read the newest posts of one account without words: what was missed is told, and the
        words that X searches badly are no longer relied on. Raises StoreError."""
        now = self.desk.clock()
        async with self.desk.database.read() as conn:
            due = await accounts.to_audit(conn, now - timedelta(days=1))
            wants = await self.wanting.of(conn, due) if due else {}
        source = next((each for each in due if _by_words(wants[each.address])), None)
        if source is None:
            return False
        page = await self.x.search(query([source.address]), None, _PAGE, extra=True)
        if not isinstance(page, Page):
            return False
        unread = replace(source, cursor="", listing=())
        brought = (outcomes(Search(XQuery((unread,)), page.posts), {}) or {}).get(source.id)
        entries = brought.entries if isinstance(brought, Document) else ()
        seen = [each for each in entries if _settled(each[0], source) and len(each[1].text) <= _SEARCHED]
        await self._mend(source, seen)
        async with self.desk.database.begin() as conn:
            await accounts.audited(conn, source.id, now)
            if not page.posts:
                await accounts.doubt(conn, [source.id])  # nothing in seven days: is it still there?
        return False

    async def _mend(self, source: Source, found: Sequence[tuple[int, Entry]]) -> None:
        """Tell what a search has missed, and read the accounts whole for the words that it missed."""
        now = self.desk.clock()
        async with self.desk.database.begin() as conn:
            known = await accounts.known_guids(conn, [entry.guid for _, entry in found])
            missed = [each for each in found if each[1].guid not in known]
            hits = {entry.guid: await self._hit(conn, source, entry) for _, entry in missed}
            missed = [each for each in missed if hits[each[1].guid]]
            if not missed:
                return
            ids = {number for some in hits.values() for number in some}
            words = await self.wanting.words(conn, source, ids)
            await wanting.miss_words(conn, words, now)
            named = ", ".join(sorted({each.query for each in (await watches.many(conn, ids)).values()}))
            await self.operators.tell(
                conn,
                lambda text: text.html("account-missed", name=source.name, words=named),
                now,
                silent=True,
            )
        _log.warning("X's search missed posts", account=source.address, posts=len(missed), words=len(words))
        kept = tuple(mark for mark, _ in source.listing)
        document = Document(tuple(missed), kept, cursor=source.cursor, external_id=source.external_id)
        await take_in(self.desk, [Polled(source, document)])

    async def _hit(self, conn: Connection, source: Source, entry: Entry) -> Collection[int]:
        """Return the watches that an entry hits and that were there before it."""
        ids = await self.desk.ingest.hits(conn, source, entry, self.desk.clock())
        found = await watches.many(conn, ids)
        said = entry.published
        return [number for number, each in found.items() if said is not None and each.created < said]


def _by_words(wants: Wants) -> bool:
    return bool(wants.words) and not wants.full


def _settled(post: int, source: Source) -> bool:
    """Tell whether a poll must have seen a post: made since the account is followed, and not just now."""
    begin = snowflake(source.first_read) if source.first_read is not None else 0
    return begin <= post <= later(cursor_of(source) or 0, -_SETTLED)
