"""What keeps the house in order, on a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from errors import AlreadyRunning
from housekeeping import Housekeeper
from locales import Catalogue
from model import (
    Chat,
    ChatKind,
    DeliveryKind,
    Entry,
    Failure,
    FailureReason,
    Follow,
    FollowMode,
    Item,
    Source,
    SourceKind,
)
from store import chats, deliveries, items, settings, sources
from store.database import Database
from store.items import NewItem
from store.sources import Wanted

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
ADA, OPERATOR = 7, 9


@dataclass
class Ticking:
    """An engine that notes what it was woken for, and a clock that a test moves."""

    now: datetime = NOON
    woken: list[str] = field(default_factory=list)
    stopped: list[AlreadyRunning] = field(default_factory=list)

    def add(self, name: str, step: object, every: timedelta, limit: int = 1) -> None:
        """Take no step: the tests call them."""

    def wake(self, conn: object | None, name: str) -> None:
        """Note it."""
        self.woken.append(name)

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
    """Return a housekeeper with one operator."""
    return Housekeeper(
        database=database,
        engine=ticking,
        catalogue=Catalogue.load(),
        clock=ticking.clock,
        retention=timedelta(days=30),
        stop=ticking.stopped.append,
        operators=(OPERATOR,),
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


async def told(database: Database, chat_id: int) -> list[str]:
    """Return the notices a chat is owed."""
    async with database.read() as conn:
        owed = await deliveries.due(conn, NOON + timedelta(days=99), 99)
    return [
        each.message.html
        for each in owed
        if each.chat_id == chat_id and each.kind is DeliveryKind.NOTICE and each.message
    ]


async def test_an_outage_is_told_once_and_its_end_too(database: Database) -> None:
    """A followed feed fails for over an hour: its follower hears of it once, and once that it is back."""
    ticking = Ticking()
    keep = keeper(database, ticking)
    async with database.begin() as conn:
        await chats.save(conn, Chat(ADA, ChatKind.PRIVATE, language="en"))
    feed = await source(database, "own", shared=False)
    down = replace(feed, failing_since=NOON, failures=9, failure=Failure(FailureReason.HTTP_STATUS, 503))
    await stands(database, down, ticking)

    await keep.outages()
    assert await told(database, ADA) == []
    ticking.now += timedelta(minutes=61)
    await keep.outages()
    await keep.outages()
    await stands(database, replace(feed, failing_since=None, failure=None), ticking)
    await keep.outages()
    await keep.outages()

    first, second = await told(database, ADA)
    assert "own" in first
    assert "503" in first
    assert "own" in second
    assert "s3cret" not in first + second
    assert await told(database, OPERATOR) == []
    assert ticking.woken == ["send", "send"]


async def test_operators_hear_of_shared_sources(database: Database) -> None:
    """A configured feed fails for long: the operator is told, not every chat that it serves."""
    ticking = Ticking()
    async with database.begin() as conn:
        await chats.save(conn, Chat(ADA, ChatKind.PRIVATE, language="en"))
    feed = await source(database, "shared", shared=True)
    down = replace(feed, failing_since=NOON, failures=9, failure=Failure(FailureReason.TIMEOUT))
    await stands(database, down, ticking)
    ticking.now += timedelta(hours=2)

    await keeper(database, ticking).outages()

    assert len(await told(database, OPERATOR)) == 1
    assert await told(database, ADA) == []


async def test_x_that_stands_still_is_one_line_to_followers(database: Database) -> None:
    """Followers of accounts hear once that X is not read; operators know it already, from its own notice."""
    ticking = Ticking()
    keep = keeper(database, ticking)
    async with database.begin() as conn:
        await chats.save(conn, Chat(ADA, ChatKind.PRIVATE, language="en"))
        for name in ("sama", "cz", "shared"):
            wanted = Wanted(SourceKind.X, name, f"@{name}")
            found = await sources.ensure(conn, wanted, NOON, shared=name == "shared")
            if name != "shared":
                await sources.add_follow(conn, Follow(ADA, found.id, FollowMode.WORDS, NOON))
            down = replace(found, failing_since=NOON, failures=9, failure=Failure(FailureReason.X_BUDGET))
            await sources.settle(conn, [down])
    ticking.now += timedelta(hours=2)

    await keep.outages()
    await keep.outages()

    [line] = await told(database, ADA)
    assert line.startswith("⚠️ X has not been read since 12:00: the budget for X is used up.")
    assert "@sama, @cz" in line
    assert await told(database, OPERATOR) == []


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
