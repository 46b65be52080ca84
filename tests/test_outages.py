"""Outages of sources, told in one message from beginning to end, on a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from model import (
    Chat,
    ChatKind,
    Delivery,
    DeliveryKind,
    Failure,
    FailureReason,
    Follow,
    FollowMode,
    Source,
    SourceKind,
)
from outages import OutageTeller
from store import chats, deliveries, sources
from store.database import Database
from store.sources import Wanted
from tests import loaded

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
ADA, OPERATOR = 7, 9


@dataclass
class Ticking:
    """An engine that notes what it was woken for, and a clock that a test moves."""

    now: datetime = NOON
    woken: list[str] = field(default_factory=list)

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


def teller(database: Database, ticking: Ticking) -> OutageTeller:
    """Return what tells of outages, with one operator."""
    return OutageTeller(
        database=database,
        engine=ticking,
        catalogue=loaded.catalogue(),
        clock=ticking.clock,
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


async def owed(database: Database, chat_id: int) -> list[Delivery]:
    """Return the notices that wait for a chat."""
    async with database.read() as conn:
        waiting = await deliveries.due(conn, NOON + timedelta(days=99), 99)
    return [each for each in waiting if each.chat_id == chat_id and each.kind is DeliveryKind.NOTICE]


async def told(database: Database, chat_id: int) -> list[str]:
    """Return what the notices say that wait for a chat."""
    return [each.message.html for each in await owed(database, chat_id) if each.message]


async def sends(database: Database, chat_id: int, message_id: int) -> None:
    """Let the one notice that waits for a chat be sent as this message."""
    [waiting] = await owed(database, chat_id)
    async with database.begin() as conn:
        taken = await deliveries.take(conn, waiting)
        assert taken is not None
        await deliveries.mark_sent(conn, taken, message_id, NOON)


async def fails(database: Database, feed: Source, ticking: Ticking) -> Source:
    """Let a source fail from now on."""
    down = replace(
        feed, failing_since=ticking.now, failures=9, failure=Failure(FailureReason.HTTP_STATUS, 503)
    )
    await stands(database, down, ticking)
    return down


async def recovers(database: Database, feed: Source, ticking: Ticking) -> None:
    """Let a source be read again."""
    await stands(database, replace(feed, failing_since=None, failure=None), ticking)


async def meets(database: Database) -> None:
    """Let Hark know Ada."""
    async with database.begin() as conn:
        await chats.save(conn, Chat(ADA, ChatKind.PRIVATE, language="en"))


async def test_an_outage_is_one_message_that_says_when_it_is_over(database: Database) -> None:
    """A followed feed fails for over an hour: its follower hears of it; the same message tells its end."""
    ticking = Ticking()
    tell = teller(database, ticking)
    await meets(database)
    feed = await source(database, "own", shared=False)
    down = await fails(database, feed, ticking)
    await tell.step()
    assert await told(database, ADA) == []
    ticking.now += timedelta(minutes=61)
    await tell.step()
    await tell.step()
    [first] = await told(database, ADA)
    await sends(database, ADA, 77)
    ticking.now += timedelta(minutes=39)
    await recovers(database, down, ticking)
    await tell.step()
    await tell.step()

    [over] = await owed(database, ADA)
    assert first == "⚠️ <b>own</b> has failed since 12:00: it answers with HTTP 503. I keep trying."
    assert over.message is not None
    assert over.message.html.startswith("✅ <b>own</b> is read again. It failed for 1 hour, 40 minutes, from")
    assert over.message.html.endswith(" 12:00: it answers with HTTP 503.")
    assert (over.message.edit_message_id, over.message.silent) == (77, True)
    assert await told(database, OPERATOR) == []
    assert ticking.woken == ["send", "send"]


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        (FailureReason.X_ACCOUNT, "this X account does not exist"),
        (FailureReason.X_SUSPENDED, "X has suspended this account"),
        (FailureReason.X_PROTECTED, "this X account is protected, only its followers see its posts"),
    ],
)
async def test_what_ails_one_account_is_told_by_its_name(
    database: Database, reason: FailureReason, says: str
) -> None:
    """The notice to followers says which of the three it is."""
    ticking = Ticking()
    await meets(database)
    async with database.begin() as conn:
        found = await sources.ensure(conn, Wanted(SourceKind.X, "shy", "@shy"), NOON, shared=False)
        await sources.add_follow(conn, Follow(ADA, found.id, FollowMode.WORDS, NOON))
    await stands(database, replace(found, failing_since=NOON, failures=9, failure=Failure(reason)), ticking)
    ticking.now += timedelta(minutes=61)

    await teller(database, ticking).step()

    assert await told(database, ADA) == [f"⚠️ <b>@shy</b> has failed since 12:00: {says}. I keep trying."]


async def test_an_outage_that_ends_before_it_is_told_is_told_as_over(database: Database) -> None:
    """While Telegram cannot be reached an outage comes and goes: what waits says that it is over."""
    ticking = Ticking()
    tell = teller(database, ticking)
    await meets(database)
    down = await fails(database, await source(database, "own", shared=False), ticking)
    ticking.now += timedelta(minutes=61)
    await tell.step()
    await recovers(database, down, ticking)
    await tell.step()

    [only] = await told(database, ADA)
    assert only.startswith("✅ <b>own</b> is read again.")


async def test_a_message_on_its_way_is_not_forgotten(database: Database) -> None:
    """A feed is back while Telegram is being told that it fails: the message is edited once it is there."""
    ticking = Ticking()
    tell = teller(database, ticking)
    await meets(database)
    down = await fails(database, await source(database, "own", shared=False), ticking)
    ticking.now += timedelta(minutes=61)
    await tell.step()
    [waiting] = await owed(database, ADA)
    async with database.begin() as conn:
        taken = await deliveries.take(conn, waiting)
    await recovers(database, down, ticking)
    await tell.step()
    assert await owed(database, ADA) == []
    async with database.begin() as conn:
        assert taken is not None
        await deliveries.mark_sent(conn, taken, 77, NOON)
    await tell.step()

    [over] = await owed(database, ADA)
    assert over.message is not None
    assert over.message.edit_message_id == 77


async def test_one_message_follows_several_sources(database: Database) -> None:
    """Two feeds fail together; when one is back the message says so, and goes on warning of the other."""
    ticking = Ticking()
    tell = teller(database, ticking)
    await meets(database)
    down = [await fails(database, await source(database, n, shared=False), ticking) for n in ("one", "two")]
    ticking.now += timedelta(minutes=61)
    await tell.step()
    await sends(database, ADA, 77)
    await recovers(database, down[0], ticking)
    await tell.step()
    [half] = await told(database, ADA)
    await sends(database, ADA, 77)
    await recovers(database, down[1], ticking)
    await tell.step()
    [over] = await told(database, ADA)

    assert [line[0] for line in half.splitlines()] == ["⚠", "✅"]
    assert [line[0] for line in over.splitlines()] == ["✅", "✅"]


async def test_the_next_outage_is_a_message_of_its_own(database: Database) -> None:
    """A feed that fails again the day after is told of anew, not in yesterday's message."""
    ticking = Ticking()
    tell = teller(database, ticking)
    await meets(database)
    feed = await source(database, "own", shared=False)
    down = await fails(database, feed, ticking)
    ticking.now += timedelta(minutes=61)
    await tell.step()
    await sends(database, ADA, 77)
    await recovers(database, down, ticking)
    await tell.step()
    await sends(database, ADA, 77)
    ticking.now += timedelta(days=1)
    await fails(database, feed, ticking)
    ticking.now += timedelta(minutes=61)
    await tell.step()

    [again] = await owed(database, ADA)
    assert again.message is not None
    assert again.message.edit_message_id is None


async def test_operators_hear_of_shared_sources(database: Database) -> None:
    """A configured feed fails for long: the operator is told, not every chat that it serves."""
    ticking = Ticking()
    async with database.begin() as conn:
        await chats.save(conn, Chat(ADA, ChatKind.PRIVATE, language="en"))
    feed = await source(database, "shared", shared=True)
    down = replace(feed, failing_since=NOON, failures=9, failure=Failure(FailureReason.TIMEOUT))
    await stands(database, down, ticking)
    ticking.now += timedelta(hours=2)

    await teller(database, ticking).step()

    assert len(await told(database, OPERATOR)) == 1
    assert await told(database, ADA) == []


async def test_x_that_stands_still_is_one_line_to_followers(database: Database) -> None:
    """Followers of accounts hear once that X is not read; operators know it already, from its own notice."""
    ticking = Ticking()
    keep = teller(database, ticking)
    async with database.begin() as conn:
        await chats.save(conn, Chat(ADA, ChatKind.PRIVATE, language="en"))
        for name in ("sama", "cz", "shared"):
            wanted = Wanted(SourceKind.X, name, f"@{name}")
            found = await sources.ensure(conn, wanted, NOON, shared=name == "shared")
            if name != "shared":
                for chat in (ADA, OPERATOR):
                    await sources.add_follow(conn, Follow(chat, found.id, FollowMode.WORDS, NOON))
            down = replace(found, failing_since=NOON, failures=9, failure=Failure(FailureReason.X_BUDGET))
            await sources.settle(conn, [down])
    ticking.now += timedelta(hours=2)

    await keep.step()
    await keep.step()

    [line] = await told(database, ADA)
    assert line.startswith("⚠️ X has not been read since 12:00: the budget for X is used up.")
    assert "@sama, @cz" in line
    assert await told(database, OPERATOR) == []


async def test_x_that_is_read_again_is_one_line(database: Database) -> None:
    """When X is back the line that told of it says so, however many accounts there are."""
    ticking = Ticking()
    tell = teller(database, ticking)
    await meets(database)
    down = []
    async with database.begin() as conn:
        for number in range(25):
            wanted = Wanted(SourceKind.X, f"talker{number}", f"@talker{number}")
            found = await sources.ensure(conn, wanted, NOON, shared=False)
            await sources.add_follow(conn, Follow(ADA, found.id, FollowMode.WORDS, NOON))
            down.append(replace(found, failing_since=NOON, failure=Failure(FailureReason.X_BUDGET)))
        await sources.settle(conn, down)
    ticking.now += timedelta(hours=2)
    await tell.step()
    await sends(database, ADA, 77)
    for each in down:
        await recovers(database, each, ticking)
    await tell.step()

    [over] = await told(database, ADA)
    assert over.startswith("✅ X is read again, after 2 hours: @talker0, @talker1, ")
    assert over.endswith(" and 5 more.")
