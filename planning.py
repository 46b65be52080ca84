"""When each feed is asked next: as it speaks and as that is worth, within a budget of requests.

What a poll showed is learned in the transaction that keeps it (`store/rhythms.py`); how the plan decides is
pure (`feeds/waiting.py`, `feeds/budget.py`). Every few minutes all feeds are looked at together, to tune the
one multiplier that holds the budget.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from feeds.budget import Tempo, profile_of_all, retuned, wish, worth
from feeds.plan import Pace
from feeds.rhythm import Rhythm, first_seen, heard, pack, unpack
from feeds.waiting import Wait, Why, waited
from model import Document, Failure, Outcome, Source, SourceKind
from store import rhythms, settings
from store.database import Connection, Database

PLAN_EVERY = timedelta(minutes=5)
_TRIM = "polling-trim"
"""The setting that keeps, over restarts, what was spent beyond what was foreseen."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What one poll showed of when its source speaks."""

    source: Source
    dates: Sequence[datetime]  # of what is new
    told: int  # alerts that this caused


@dataclass(frozen=True, slots=True)
class Planned:
    """What decides when a feed is asked next."""

    a_day: float  # items that it publishes
    why: Why


class Planning:
    """Plans the polls of feeds; knows when each speaks. One process plans for all its feeds."""

    def __init__(self, pace: Pace, budget: int = 0) -> None:
        """Plan at `pace`; `budget` is how many requests a minute all feeds may take, 0: the pace says it."""
        self._pace = pace
        self._budget = budget
        mean, shortest, longest = (
            each.total_seconds() for each in (pace.interval, pace.shortest, pace.longest)
        )
        self._tempo = Tempo(mean, shortest, longest)
        self._rhythms: dict[int, Rhythm] = {}
        self._fresh: dict[int, Rhythm] = {}  # learned since the last look began
        self._everybody = 1  # chats that watch for something
        self._followers: Mapping[int, int] = {}
        self._spent = 0  # requests since the last look
        self._looked: datetime | None = None

    async def look(self, database: Database, now: datetime) -> None:
        """Read what is known of all feeds, and tune the multiplier. Raises StoreError."""
        self._fresh = {}
        async with database.read() as conn:
            kept = await rhythms.of_feeds(conn)
            self._everybody, self._followers = await rhythms.readers(conn)
            if self._looked is None:
                self._tempo = replace(self._tempo, trim=float(await settings.get(conn, _TRIM) or 0))
        since = 0.0 if self._looked is None else (now - self._looked).total_seconds()
        spent, self._spent, self._looked = self._spent, 0, now
        known, self._tempo = await asyncio.to_thread(self._tuned, kept, spent, since, now.timestamp())
        self._rhythms = known | self._fresh
        async with database.begin() as conn:
            await settings.put(conn, _TRIM, f"{self._tempo.trim:.4f}")

    def _tuned(
        self, kept: Mapping[int, bytes | None], spent: int, since: float, now: float
    ) -> tuple[dict[int, Rhythm], Tempo]:
        known = {number: each and unpack(each) for number, each in kept.items()}
        found = {number: each for number, each in known.items() if each}
        new = Rhythm(since=now, at=now, live=now)
        wishes = [wish(each or new, self._weight(each or new, number), now) for number, each in known.items()]
        hours = profile_of_all(found.values(), now)
        tempo = replace(self._tempo, mean=self._mean(len(wishes)), hours=hours)
        return found, retuned(tempo, wishes, spent, since)

    def due(self, source: Source, outcome: Outcome, now: datetime) -> datetime | None:
        """Return when to ask a feed again after `outcome`; None where it is not planned.

        Failures back off, an interval of the operator's own is kept, a feed whose hub sends waits for it.
        """
        if source.kind is not SourceKind.FEED or self._pace.fixed:
            return None
        self._spent += 1
        if isinstance(outcome, Failure) or source.interval is not None or source.pushed:
            return None
        return now + timedelta(seconds=self.wait(source, now).seconds)

    def wait(self, source: Source, now: datetime) -> Wait:
        """Return how long a feed waits that is asked now, and why so long."""
        moment = now.timestamp()
        known = self._rhythms.get(source.id) or Rhythm(since=moment, at=moment, live=moment)
        return waited(known, self._weight(known, source.id), moment, self._tempo)

    def shown(self, source: Source, now: datetime) -> Planned | None:
        """Return what decides when a feed is asked, None where no plan does, or nothing is known of it."""
        known = self._rhythms.get(source.id)
        planned = self._plans(source) and source.interval is None and not source.pushed
        if known is None or not planned:
            return None
        a_day = known.rate(now.timestamp()) * timedelta(days=1).total_seconds()
        return Planned(a_day, self.wait(source, now).why)

    async def learn(self, conn: Connection, brought: Sequence[Brought], now: datetime) -> None:
        """Learn what polls showed, and keep it in the caller's transaction."""
        learned = {each.source.id: self._learned(each, now) for each in brought if self._plans(each.source)}
        await rhythms.keep(conn, {number: pack(each) for number, each in learned.items()})
        self._rhythms |= learned
        self._fresh |= learned

    def _plans(self, source: Source) -> bool:
        return source.kind is SourceKind.FEED and not self._pace.fixed

    def _learned(self, each: Brought, now: datetime) -> Rhythm:
        dates, moment = [date.timestamp() for date in each.dates], now.timestamp()
        known = self._rhythms.get(each.source.id)
        if known is None:
            return first_seen(dates, moment)
        return heard(known, dates, moment, each.told)

    def _weight(self, known: Rhythm, source_id: int) -> float:
        return worth(known, self._followers.get(source_id, self._everybody))

    def _mean(self, feeds: int) -> float:
        if not self._budget:
            return self._pace.interval.total_seconds()
        return max(60 * feeds / self._budget, self._pace.shortest.total_seconds())


def brought_by(source: Source, outcome: Outcome, new: Sequence[datetime], told: int) -> Brought | None:
    """Return what a poll showed, None where it showed nothing new of a source that is known."""
    if not isinstance(outcome, Document) or (not new and source.first_read is not None):
        return None
    return Brought(source, new, told)


@dataclass(frozen=True, slots=True)
class PlanStep:
    """The step that looks at all feeds together."""

    planning: Planning
    database: Database
    clock: Callable[[], datetime]

    async def step(self) -> bool:
        """Tune the plan. Returns False: there is no more work now. Raises StoreError."""
        await self.planning.look(self.database, self.clock())
        return False
