"""The steps that look after what X costs: tell the operators when money runs short, and hold the ledger
against what X itself counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

import structlog

from accounts.operators import Operators, Say
from accounts.purse import Purse
from accounts.stoppage import Now, news
from engine import Engine
from feeds.x_budget import DOLLAR, Level, Standing
from feeds.x_json import Reply
from feeds.x_usage import balance, posts_a_day
from locales import Text
from model import Failure
from store import settings, spending, stoppages
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


def _no_trouble() -> Failure | None:
    return None


@dataclass(frozen=True, slots=True)
class Treasurer:
    """Looks after what X costs."""

    database: Database
    engine: Engine
    clock: Callable[[], datetime]
    purse: Purse
    teller: Teller
    operators: Operators
    covered: bool = False  # feeds of posts are read where X cannot be paid
    trouble: Callable[[], Failure | None] = _no_trouble  # of X itself, as its reader knows it

    async def watch(self) -> bool:
        """Tell the operators what is new of the money: once in a month each that half, that four fifths of
        the budget is spent; and once each that X is no longer read, and that it is again.

        Raises StoreError.
        """
        found, now = await self.purse.standing(), self.clock()
        state = Now(found, self.purse.post, self.trouble(), self.covered, now)
        async with self.database.begin() as conn:
            told = [await self._level(conn, found, now), await news(conn, state)]
            for say in filter(None, told):
                await self.operators.tell(conn, say, now)
        if any(told):
            self.engine.wake(None, "send")
        return False

    async def _level(self, conn: Connection, found: Standing, now: datetime) -> Say | None:
        """Return what is to be said of the share that is spent; that all is spent is a stop of X."""
        month = f"{now.astimezone(UTC):%Y-%m}"
        told_month, _, told = (await settings.get(conn, "told-spending")).partition(" ")
        before = int(told) if told_month == month and told.isdecimal() else 0
        if found.level <= before:
            return None
        await settings.put(conn, "told-spending", f"{month} {int(found.level)}")
        _log.warning("X budget", spent=found.spent / DOLLAR, forecast=found.forecast / DOLLAR)
        return None if found.level is Level.OUT else lambda text: _said(text, found)

    async def ledger(self) -> bool:
        """Ask X what is left of the credit, keep it, and hold the ledger against X's. Raises StoreError."""
        left = await self.credit()
        if left is not None:
            async with self.database.begin() as conn:
                await stoppages.keep_credit(conn, left, self.clock())
        return await self.reconcile()

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
            await self.operators.tell(
                conn, lambda text: _drift(text, yesterday, ours, counted[yesterday]), self.clock()
            )
        self.engine.wake(None, "send")
        return False

    async def credit(self) -> int | None:
        """Return what is left of the operator's credit with X in millionths of a dollar, None: unknown."""
        reply = await self.teller.credits()
        return balance(reply) if isinstance(reply, Reply) else None


def _said(text: Text, found: Standing) -> str:
    budget, spent = text.dollars(found.budget or 0), text.dollars(found.spent)
    key = "spending-half" if found.level is Level.HALF else "spending-short"
    return text.html(key, spent=spent, budget=budget, forecast=text.dollars(found.forecast))


def _drift(text: Text, day: date, ours: int, theirs: int) -> str:
    return text.html("spending-drift", day=day.isoformat(), ours=ours, theirs=theirs)


def _differ(ours: int, theirs: int) -> bool:
    return max(ours, theirs) >= _LEAST and abs(ours - theirs) * 100 > _DRIFT * theirs
