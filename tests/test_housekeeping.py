"""What keeps the house in order, on a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from errors import AlreadyRunning
from housekeeping import Housekeeper
from model import (
    Entry,
    Follow,
    FollowMode,
    Item,
    Source,
    SourceKind,
)
from store import items, settings, sources
from store.database import Database
from store.items import NewItem
from store.sources import Wanted

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
ADA, OPERATOR = 7, 9


@dataclass
class Ticking:
    """A clock that a test moves, and what it was stopped for."""

    now: datetime = NOON
    stopped: list[AlreadyRunning] = field(default_factory=list)

    def clock(self) -> datetime:
        """Return the time of the test."""
        return self.now


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A database in use."""
    opened = Database(database_url)
    await opened.open()
    yield opened
    await opened.close()


def keeper(database: Database, ticking: Ticking) -> Housekeeper:
    """Return a housekeeper."""
    return Housekeeper(
        database=database,
        clock=ticking.clock,
        retention=timedelta(days=30),
        stop=ticking.stopped.append,
    )


async def source(database: Database, name: str, *, shared: bool) -> Source:
    """Return a source that has been claimed, so that it may be settled."""
    async with database.begin() as conn:
        wanted = Wanted(SourceKind.FEED, f"https://{name}.example.org/?token=s3cret-token", name)
        found = await sources.ensure(conn, wanted, NOON, shared=shared)
        if not shared:
            await sources.add_follow(conn, Follow(ADA, found.id, FollowMode.WORDS, NOON))
    return found


async def stands(database: Database, changed: Source, ticking: Ticking) -> None:
    """Let the source stand as given."""
    async with database.begin() as conn:
        await sources.settle(conn, [replace(changed, due=ticking.now)])


async def test_what_nobody_lists_any_more_is_forgotten_in_time(database: Database) -> None:
    """After the retention time an item is forgotten, but never while its source still lists it."""
    ticking = Ticking()
    feed = await source(database, "old", shared=True)
    async with database.begin() as conn:
        new = [NewItem(Item(n, feed.id, "old", Entry(title=f"t{n}"), NOON), (f"k{n}",)) for n in (1, 2)]
        await items.add(conn, new)
    await stands(database, replace(feed, listing=((77, 2),)), ticking)
    ticking.now += timedelta(days=31)

    await keeper(database, ticking).tidy()

    async with database.read() as conn:
        assert await items.get(conn, 1) is None
        assert await items.get(conn, 2) is not None


async def test_the_heartbeat_says_when_hark_was_alive(database: Database) -> None:
    """Whoever asks whether Hark is alive finds the time of its last heartbeat."""
    ticking = Ticking()

    await keeper(database, ticking).heartbeat()

    async with database.read() as conn:
        assert datetime.fromisoformat(await settings.get(conn, "heartbeat")) == NOON


async def test_a_forgotten_lock_is_taken_again_or_hark_stops(postgres_database: str) -> None:
    """PostgreSQL lost our lock: it is taken again; where another Hark was faster, this one stops."""
    ticking = Ticking()
    first, second = Database(postgres_database), Database(postgres_database)
    await first.open()
    await first.hold_alone()
    keep = keeper(first, ticking)
    others = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"

    async with second.begin() as conn:
        await conn.execute(text(others))
    await keep.heartbeat()
    with pytest.raises(AlreadyRunning):
        await second.hold_alone()

    async with second.begin() as conn:
        await conn.execute(text(others))
    await second.hold_alone()
    assert ticking.stopped == []
    await keep.heartbeat()

    assert len(ticking.stopped) == 1
    await first.close()
    await second.close()
