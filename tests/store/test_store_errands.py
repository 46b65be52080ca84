"""Errands and settings, on both databases."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from model import Errand
from store import errands, settings
from store.database import Database
from store.errands import LEASE, Asked

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
ADA = 6_000_000_001
FOLLOW = Asked(ADA, "follow", {"url": "https://example.com/赵", "mode": "words"}, 7)


async def test_an_errand_is_done_once(database: Database) -> None:
    """An errand is taken with all it says, is nobody else's meanwhile, and is gone when it is answered."""
    async with database.begin() as conn:
        await errands.add(conn, FOLLOW, NOON)
        await errands.add(conn, Asked(ADA, "test", {}), NOON)

        first = await errands.claim(conn, NOON, 1)
        rest = await errands.claim(conn, NOON, 9)
        none = await errands.claim(conn, NOON, 9)
        done = [await errands.finish(conn, first[0]) for _ in range(2)]

    assert first == [Errand(1, ADA, "follow", dict(FOLLOW.payload), 7, lease=1, attempts=1)]
    assert [each.kind for each in rest] == ["test"]
    assert (none, done) == ([], [True, False])


async def test_an_errand_outlives_its_worker(database: Database) -> None:
    """What a dead worker had taken is taken up again when its lease is over; the dead cannot end it."""
    async with database.begin() as conn:
        await errands.add(conn, FOLLOW, NOON)
        [zombie] = await errands.claim(conn, NOON, 1)
        early = await errands.claim(conn, NOON + LEASE - timedelta(seconds=1), 1)
        [again] = await errands.claim(conn, NOON + LEASE, 1)

        ended = [await errands.finish(conn, each) for each in (zombie, again)]

    assert (early, again.attempts, ended) == ([], 2, [False, True])


async def test_a_start_takes_errands_up_at_once(database: Database) -> None:
    """After a kill nobody waits for the lease of the dead."""
    async with database.begin() as conn:
        await errands.add(conn, FOLLOW, NOON)
        await errands.claim(conn, NOON, 1)

        await errands.release(conn, NOON)

        assert len(await errands.claim(conn, NOON, 1)) == 1


async def test_two_workers_never_get_the_same_errand(database: Database, database_url: str) -> None:
    """Two processes that look for errands at once share them out."""
    other = Database(database_url)
    async with database.begin() as conn:
        for _ in range(12):
            await errands.add(conn, FOLLOW, NOON)

    async def works(through: Database) -> list[int]:
        found: list[int] = []
        for _ in range(6):
            async with through.begin() as conn:
                found += [each.id for each in await errands.claim(conn, NOON, 2)]
        return found

    one, two = await asyncio.gather(works(database), works(other))

    await other.close()
    assert sorted(one + two) == list(range(1, 13))


async def test_a_small_fact_is_kept(database: Database) -> None:
    """A setting is what it was last set to, and empty before that."""
    async with database.begin() as conn:
        seen = [await settings.get(conn, "last-update")]
        for value in ("1", "2"):
            await settings.put(conn, "last-update", value)
            seen.append(await settings.get(conn, "last-update"))

    assert seen == ["", "1", "2"]
