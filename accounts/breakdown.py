"""X's stream is not there: kept for /sources, told to operators once when it lasts, and when it is over.

What is wrong with money is not told here: then X is not read at all, and operators hear so from `stoppage`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from accounts.operators import Operators
from engine import Engine
from locales import Text
from model import Failure, FailureReason
from store import stoppages
from store.database import Connection, Database
from store.stoppages import Breakdown

TELL_EVERY = timedelta(seconds=30)
_LONG = timedelta(minutes=5)  # shorter ones are blips: X ends streams now and then
_MONEY = (FailureReason.X_MONEY, FailureReason.X_BUDGET)


@dataclass(slots=True)
class Keeper:
    """Remembers whether the stream is there; writes only what changes."""

    database: Database
    clock: Callable[[], datetime]
    _well: bool = False  # nothing is kept, as far as this process knows

    async def broke(self, why: Failure, again: datetime) -> None:
        """Remember that there is no stream, and when it is tried next. Raises StoreError."""
        if why.reason in _MONEY:
            return
        self._well = False
        async with self.database.begin() as conn:
            known = await stoppages.breakdown(conn)
            since = self.clock() if known is None else known.since
            told = () if known is None else known.told
            await stoppages.keep_breakdown(conn, Breakdown(why, since, again, told=told))

    async def is_over(self) -> None:
        """Remember that the stream is there, or that nobody wants it. Raises StoreError."""
        if self._well:
            return
        async with self.database.begin() as conn:
            known = await stoppages.breakdown(conn)
            if known is not None and known.ended is None:
                ended = replace(known, ended=self.clock()) if known.told else None
                await stoppages.keep_breakdown(conn, ended)
        self._well = True


@dataclass(frozen=True, slots=True)
class Teller:
    """The step that tells operators."""

    database: Database
    engine: Engine
    clock: Callable[[], datetime]
    operators: Operators
    why: Callable[[Text, Failure], str]  # says a failure as part of a sentence
    interval: timedelta  # between two searches where there is no stream

    async def step(self) -> bool:
        """Tell of a stream gone for long, and in the same message of its return. Raises StoreError."""
        now = self.clock()
        async with self.database.begin() as conn:
            found = await stoppages.breakdown(conn)
            said = found is not None and await self._tell(conn, found, now)
        if said:
            self.engine.wake(None, "send")
        return False

    async def _tell(self, conn: Connection, found: Breakdown, now: datetime) -> bool:
        if found.ended is not None:
            late = await self.operators.amend(
                conn, found.told, lambda text: self._over(text, found, now), now
            )
            await stoppages.keep_breakdown(conn, replace(found, told=tuple(late)) if late else None)
            return True
        if found.told or now - found.since < _LONG or await stoppages.told(conn) is not None:
            return False
        told = await self.operators.tell(conn, lambda text: self._broken(text, found, now), now, silent=True)
        await stoppages.keep_breakdown(conn, replace(found, told=tuple(told)))
        return bool(told)

    def _broken(self, text: Text, found: Breakdown, now: datetime) -> str:
        return text.html(
            "stream-broken",
            since=text.date(found.since, now),
            reason=self.why(text, found.failure),
            interval=text.duration(self.interval),
        )

    def _over(self, text: Text, found: Breakdown, now: datetime) -> str:
        minutes = max(1, round(((found.ended or now) - found.since) / timedelta(minutes=1)))
        return text.html(
            "stream-over",
            since=text.date(found.since, now),
            length=text.duration(timedelta(minutes=minutes)),
            reason=self.why(text, found.failure),
        )
