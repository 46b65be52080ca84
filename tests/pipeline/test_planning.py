"""When feeds are asked next, as the pipeline decides it from what their polls showed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from random import Random

import pytest

from feeds.plan import Pace
from model import Failure, FailureReason, SourceKind, Unchanged
from pipeline import Ingest, Rules
from planning import Planning, PlanStep
from store import rhythms, sources
from store.database import Database
from store.sources import Wanted
from tests.pipeline.house import ADA, NOON, PACE, House, entry

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Town:
    """A house whose feeds are planned."""

    def __init__(self, database: Database, pace: Pace = PACE, budget: int = 0) -> None:
        """Plan at `pace`."""
        self.pace, self.budget = pace, budget
        self.house = House(database, self._ingest())

    def _ingest(self) -> Ingest:
        self.planning = Planning(self.pace, self.budget)
        rules = Rules({SourceKind.FEED: self.pace, SourceKind.X: self.pace}, timedelta(hours=48))
        return Ingest(rules, Random(1), planning=self.planning)

    async def starts(self, *names: str) -> None:
        """Let a new process begin; these feeds are configured."""
        self.house.ingest = self._ingest()
        await self.house.configures(*names)
        await self.looks()

    async def looks(self) -> None:
        """Look at all feeds together."""
        await PlanStep(self.planning, self.house.database, lambda: self.house.now).step()

    async def listed(self, name: str, minutes_ago: Sequence[int]) -> timedelta:
        """Let a feed list items so old; return how long it may rest then."""
        now = self.house.now
        told = [now - each * MINUTE for each in minutes_ago]
        some = [entry(int(each.timestamp()) + 7 * len(name), published=each) for each in told]
        await self.house.lists(name, *some)
        return await self.rests(name)

    async def rests(self, name: str) -> timedelta:
        """Return how long until a feed is asked next."""
        due = (await self.house.source(name)).due
        assert due is not None
        return due - self.house.now


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database, of each kind that Hark keeps its things in."""
    found = Database(database_url)
    await found.open()
    yield found
    await found.close()


@pytest.fixture
def town(database: Database) -> Town:
    """A town without feeds yet."""
    return Town(database)


async def test_who_speaks_often_is_asked_more_often(town: Town) -> None:
    """A feed with an item every quarter of an hour is asked much sooner than one with an item a day."""
    rare = [f"rare{number}" for number in range(6)]
    await town.starts("busy", *rare)
    await town.listed("busy", range(0, 3 * 24 * 60, 15))
    for name in rare:
        await town.listed(name, range(31 * 60, 20 * 24 * 60, 31 * 60))
    await town.looks()
    await town.house.polls(*((name, Unchanged()) for name in ("busy", *rare)))
    rests = [await town.rests(name) for name in rare]

    assert MINUTE <= await town.rests("busy") < min(rests) / 3
    assert max(rests) <= 10 * MINUTE  # twice the usual interval


async def test_what_was_learned_outlives_a_restart(town: Town) -> None:
    """After a restart a busy feed is asked as soon as before, without being learned anew."""
    await town.starts("busy", "rare")
    await town.listed("busy", range(0, 3 * 24 * 60, 15))
    await town.listed("rare", range(0, 20 * 24 * 60, 31 * 60))
    await town.looks()
    await town.house.polls(("busy", Unchanged()))
    before = await town.rests("busy")

    await town.starts("busy", "rare")
    await town.house.polls(("busy", Unchanged()))

    assert abs(await town.rests("busy") - before) < timedelta(seconds=5)


async def test_a_new_feed_waits_no_longer_than_the_usual_interval(town: Town) -> None:
    """Of which nothing is known yet is asked eagerly, not left to the end of the queue."""
    await town.starts("new", "rare")
    await town.listed("rare", range(0, 20 * 24 * 60, 31 * 60))
    await town.listed("new", [])
    await town.looks()
    await town.house.polls(("new", Unchanged()))

    assert await town.rests("new") <= 5 * MINUTE


async def test_a_fixed_pace_stays_exactly_that(database: Database) -> None:
    """With `min_interval` equal to `max_interval` feeds are asked at that pace, and nothing is learned."""
    town = Town(database, Pace(MINUTE, MINUTE, MINUTE))
    await town.starts("busy")

    assert await town.listed("busy", range(0, 3000, 15)) == MINUTE
    async with database.read() as conn:
        assert set((await rhythms.of_feeds(conn)).values()) == {None}


async def test_an_interval_of_the_operators_own_is_kept(town: Town) -> None:
    """A feed with its own `interval` in the configuration is asked at that pace."""
    await town.starts("slow")
    async with town.house.database.begin() as conn:
        own = Wanted(SourceKind.FEED, "https://slow.example/feed", "slow", 30 * MINUTE)
        await sources.configure(conn, [own], town.house.now)

    assert await town.listed("slow", range(0, 3000, 15)) == 30 * MINUTE


async def test_a_feed_that_fails_is_left_in_peace(town: Town) -> None:
    """However busy a feed was, one that fails is asked less often each time."""
    await town.starts("busy")
    await town.listed("busy", range(0, 3000, 15))
    rests = []
    for _ in range(3):
        await town.house.polls(("busy", Failure(FailureReason.HTTP_STATUS, 503)))
        rests.append(await town.rests("busy"))

    assert rests == sorted(rests)
    assert rests[-1] > 15 * MINUTE


async def test_the_operators_budget_is_shared_by_all(database: Database) -> None:
    """With four requests a minute for forty feeds each is asked every ten minutes on average."""
    town = Town(database, budget=4)
    names = [f"feed{number}" for number in range(40)]
    await town.starts(*names)
    for name in names:
        await town.listed(name, range(0, 3 * 24 * 60, 60))
    await town.looks()
    await town.house.polls(*((name, Unchanged()) for name in names))
    rests = [(await town.rests(name)).total_seconds() for name in names]

    assert 8 * 60 < sum(rests) / len(rests) < 12 * 60


async def test_what_a_feed_is_worth_counts(town: Town) -> None:
    """Of two feeds with as many items the one whose items are told is asked sooner."""
    await town.house.meets(ADA, "bitcoin")
    await town.starts("told", "dull")
    for _ in range(30):
        town.house.now += HOUR
        now = town.house.now
        number = int(now.timestamp())
        await town.house.lists("told", entry(number, f"Bitcoin said {number} things", published=now))
        await town.house.lists("dull", entry(number + 1, f"Weather said {number} things", published=now))
    await town.looks()
    await town.house.polls(("told", Unchanged()), ("dull", Unchanged()))

    assert await town.rests("told") < await town.rests("dull")
    assert town.house.now > NOON + DAY


async def test_what_decided_is_shown(town: Town) -> None:
    """Of a busy feed Hark says how much it publishes; of one it does not plan it says nothing."""
    await town.starts("busy", "unread")
    await town.listed("busy", range(0, 3 * 24 * 60, 15))
    await town.looks()
    busy = town.planning.shown(await town.house.source("busy"), town.house.now)
    unread = town.planning.shown(await town.house.source("unread"), town.house.now)

    assert busy is not None
    assert 40 < busy.a_day < 100
    assert unread is None
