"""The steps that look after what X costs: tell the operators when money runs short, and hold the ledger
against what X itself counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

import structlog

from engine import Engine
from feeds.x_budget import DOLLAR, Level, Standing
from feeds.x_json import Reply
from feeds.x_usage import balance, posts_a_day
from locales import Catalogue, Text
from model import Chat, ChatKind, ChatState, DeliveryKind, Failure, Message
from purse import Purse
from store import chats, deliveries, settings, spending
from store.database import Connection, Database

MONEY_EVERY = timedelta(minutes=1)
LEDGER_EVERY = timedelta(hours=6)
_DRIFT = 10  # per cent, from which on X's count and ours are said to differ
_LEAST = 50  # posts of a day below which a difference says nothing

_log = structlog.get_logger("money")


class Teller(Protocol):
    """Says, free of charge, what X itself counts."""

    async def credits(self) -> Reply | Failure:
        """Return X's answer about what is left of the credit."""

    async def usage(self) -> Reply | Failure:
        """Return X's answer about the posts of the last days."""


@dataclass(frozen=True, slots=True)
class Treasurer:
    """Looks after what X costs."""

    database: Database
    engine: Engine
    catalogue: Catalogue
    clock: Callable[[], datetime]
    purse: Purse
    teller: Teller
    operators: Sequence[int] = ()

    async def watch(self) -> bool:
        """Tell the operators, once in a month each, that half, four fifths, all of the budget is spent.

        Raises StoreError.
        """
        found, now = await self.purse.standing(), self.clock()
        month = f"{now.astimezone(UTC):%Y-%m}"
        async with self.database.begin() as conn:
            told_month, _, told = (await settings.get(conn, "told-spending")).partition(" ")
            before = int(told) if told_month == month and told.isdecimal() else 0
            if found.level <= before:
                return False
            await settings.put(conn, "told-spending", f"{month} {int(found.level)}")
            _log.warning("X budget", spent=found.spent / DOLLAR, forecast=found.forecast / DOLLAR)
            await self._tell(conn, lambda text: _said(text, found, now))
        self.engine.wake(None, "send")
        return False

    async def reconcile(self) -> bool:
        """Hold yesterday's ledger against X's own count, once a day, and tell when they differ.

        Raises StoreError.
        """
        yesterday = (self.clock().astimezone(UTC) - timedelta(days=1)).date()
        async with self.database.read() as conn:
            if await settings.get(conn, "reconciled") >= yesterday.isoformat():
                return False
        reply = await self.teller.usage()
        counted = posts_a_day(reply) if isinstance(reply, Reply) else None
        if counted is None or yesterday not in counted:
            return False  # some projects get an empty 404: there is nothing to hold it against
        async with self.database.begin() as conn:
            await settings.put(conn, "reconciled", yesterday.isoformat())
            ours = await spending.posts_on(conn, yesterday)
            if not _differ(ours, counted[yesterday]):
                return False
            _log.warning(
                "X counts otherwise", day=yesterday.isoformat(), ours=ours, theirs=counted[yesterday]
            )
            await self._tell(conn, lambda text: _drift(text, yesterday, ours, counted[yesterday]))
        self.engine.wake(None, "send")
        return False

    async def credit(self) -> int | None:
        """Return what is left of the operator's credit with X in millionths of a dollar, None: unknown."""
        reply = await self.teller.credits()
        return balance(reply) if isinstance(reply, Reply) else None

    async def _tell(self, conn: Connection, say: Callable[[Text], str]) -> None:
        known = await chats.many(conn, set(self.operators))
        for operator in self.operators:
            chat = known.get(operator, Chat(operator, ChatKind.PRIVATE))
            if chat.state is ChatState.ACTIVE:
                message = Message(say(self.catalogue.text(chat.language)))
                owed = deliveries.OwedMessage(operator, DeliveryKind.NOTICE, message)
                await deliveries.owe_message(conn, owed, self.clock())


def _said(text: Text, found: Standing, now: datetime) -> str:
    budget, spent = text.dollars(found.budget or 0), text.dollars(found.spent)
    if found.again is not None:
        return text.html("spending-out", spent=spent, budget=budget, again=text.date(found.again, now))
    key = "spending-half" if found.level is Level.HALF else "spending-short"
    return text.html(key, spent=spent, budget=budget, forecast=text.dollars(found.forecast))


def _drift(text: Text, day: date, ours: int, theirs: int) -> str:
    return text.html("spending-drift", day=day.isoformat(), ours=ours, theirs=theirs)


def _differ(ours: int, theirs: int) -> bool:
    return max(ours, theirs) >= _LEAST and abs(ours - theirs) * 100 > _DRIFT * theirs
