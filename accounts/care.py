"""The steps that look after X accounts: new names, posts that are gone, words that X searches badly."""

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
from feeds.x_answers import Accounts, Page
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
from store import accounts, chats, deliveries, items, wanting, watches
from store.database import Connection

RENAMES_EVERY = timedelta(hours=1)
GONE_EVERY = timedelta(hours=1)
AUDIT_EVERY = timedelta(minutes=30)
_RENAMED = timedelta(days=30)  # between two looks at an account's name
_AT_ONCE = 100  # accounts, or posts, that one look-up takes
_SETTLED = timedelta(minutes=5)  # before its cursor: what a poll must have seen
_SEARCHED = 280  # characters of a post: what stands behind them X's search may never find
_PAGE = 10  # posts of an audit, X's smallest page

_log = structlog.get_logger("care")


class Asks(Protocol):
    """What is asked of X besides polls."""

    async def accounts_by_number(self, numbers: Sequence[str]) -> Accounts | Failure:
        """Return what the accounts with these numbers are called today."""

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

    async def renames(self) -> bool:
        """Once a month, follow accounts to their new names, and say so. Raises StoreError."""
        now = self.desk.clock()
        async with self.desk.database.begin() as conn:
            await accounts.never_identified(conn, now)
            due = await accounts.to_identify(conn, now - _RENAMED, _AT_ONCE)
        if not due:
            return False
        answer = await self.x.accounts_by_number([source.external_id for source in due])
        if isinstance(answer, Failure):
            return False
        names = {account.id: account.handle for account in answer.found}
        async with self.desk.database.begin() as conn:
            await accounts.identified(conn, [source.id for source in due], now)
            for source in due:
                await self._rename(conn, source, names.get(source.external_id, source.address))
        return False

    async def _rename(self, conn: Connection, source: Source, handle: str) -> None:
        now = self.desk.clock()
        if handle.lower() == source.address or not await accounts.rename(conn, source.id, handle):
            return
        _log.info("account renamed", before=source.address, after=handle)
        before, after = source.name or f"@{source.address}", f"@{handle}"
        await self.operators.tell(
            conn, lambda text: text.html("account-renamed", before=before, after=after), now, silent=True
        )

    async def gone(self) -> bool:
        """Mark the alerts of today's posts that are no longer there. X bills nothing for what was read today.

        Raises StoreError.
        """
        now = self.desk.clock()
        today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        async with self.desk.database.read() as conn:
            told = await accounts.told_posts(conn, today, _AT_ONCE)
        posts = {int(guid[2:]): item_id for item_id, guid in told if guid[2:].isdecimal()}
        missing = await self.x.gone(sorted(posts)) if posts else frozenset()
        if isinstance(missing, Failure) or not missing:
            return False
        async with self.desk.database.begin() as conn:
            for alert in await accounts.mark_gone(conn, [posts[each] for each in sorted(missing)], now):
                item = await items.get(conn, alert.item_id or 0)
                chat = (await chats.many(conn, [alert.chat_id])).get(alert.chat_id)
                if item is not None and chat is not None and chat.state is ChatState.ACTIVE:
                    text = self.operators.catalogue.text(chat.language, chat.zone)
                    edited = render_gone(Alert(alert.id, alert, item, chat), text, now)
                    owed = deliveries.OwedMessage(chat.id, DeliveryKind.NOTICE, edited)
                    await deliveries.owe_message(conn, owed, now)
        self.desk.engine.wake(None, "send")
        return False

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
