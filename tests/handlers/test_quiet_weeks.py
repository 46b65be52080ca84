"""The sign of life after a quiet week, on a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from handlers.quiet_weeks import QuietTeller
from model import Chat, ChatKind, ChatState, DeliveryKind, Failure, FailureReason, Message, SourceKind
from store import chats, deliveries, sources, watches
from store.database import Database
from store.deliveries import OwedMessage
from store.sources import Wanted
from tests import loaded

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ADA = 7


@dataclass
class Town:
    """A database with a shared feed and Ada, who watches for words; a clock that a test moves."""

    database: Database
    now: datetime = NOON
    woken: list[str] = field(default_factory=list)

    def add(self, name: str, step: object, every: timedelta, limit: int = 1) -> None:
        """Take no step: the tests call it."""

    def wake(self, conn: object | None, name: str) -> None:
        """Note it."""
        self.woken.append(name)

    async def passes(self, time: timedelta, *, reads: bool = True, failing: bool = False) -> list[str]:
        """Let time pass, in which the feed is read, and take the step. Returns what waits for Ada."""
        self.now += time
        async with self.database.begin() as conn:
            [feed] = await sources.shared(conn)
            ill = Failure(FailureReason.TIMEOUT) if failing else None
            read = self.now - timedelta(minutes=3) if reads else feed.last_read
            since = self.now - DAY if failing else None
            settled = replace(feed, last_read=read, failure=ill, failing_since=since, due=self.now)
            await sources.settle(conn, [settled])
        teller = QuietTeller(self.database, self, loaded.catalogue(), lambda: self.now)
        await teller.step()
        await teller.step()
        async with self.database.read() as conn:
            waiting = await deliveries.due(conn, self.now, 99)
        return [each.message.html for each in waiting if each.chat_id == ADA and each.message]


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    """Ada watches for something since noon, and one feed is read."""
    database = Database(database_url)
    await database.open()
    async with database.begin() as conn:
        await chats.save(conn, Chat(ADA, ChatKind.PRIVATE, language="en"))
        await watches.add(conn, ADA, "bitcoin", NOON)
        await sources.configure(conn, [Wanted(SourceKind.FEED, "https://a.example/feed", "A")], NOON)
    yield Town(database)
    await database.close()


async def test_after_a_quiet_week_hark_says_that_it_is_alive(town: Town) -> None:
    """Nothing for a week: one silent message says that Hark reads on; the next comes a week later."""
    early = await town.passes(6 * DAY)
    first = await town.passes(DAY)
    soon = await town.passes(6 * DAY)
    second = await town.passes(DAY)

    assert early == []
    assert first == [
        "🌿 A quiet week: nothing you watch for was said. "
        "I read on: no new entry in one source, the last time 3 minutes ago."
    ]
    assert (len(soon), len(second)) == (1, 2)
    assert town.woken == ["send", "send"]


async def test_a_week_with_an_alert_is_not_quiet(town: Town) -> None:
    """Who was told something has heard that Hark lives."""
    async with town.database.begin() as conn:
        said = OwedMessage(ADA, DeliveryKind.NOTICE, Message("something"))
        await deliveries.owe_message(conn, said, NOON + 3 * DAY)

    assert await town.passes(9 * DAY) == ["something"]


async def test_sources_that_fail_are_counted(town: Town) -> None:
    """The sign of life hides no trouble: it says how many sources fail and where that is shown."""
    [said] = await town.passes(7 * DAY, failing=True)

    assert said.endswith("\nOne source fails: /sources")


async def test_who_has_read_nothing_claims_nothing(town: Town) -> None:
    """When nothing was read for hours nobody is told that all is well."""
    assert await town.passes(7 * DAY, reads=False) == []


@pytest.mark.parametrize(
    "changed",
    [
        Chat(ADA, ChatKind.PRIVATE, news=False),
        Chat(ADA, ChatKind.PRIVATE, state=ChatState.PAUSED),
        Chat(ADA, ChatKind.CHANNEL),
    ],
    ids=["wants none", "paused", "channel"],
)
async def test_who_does_not_want_to_hear_is_left_alone(town: Town, changed: Chat) -> None:
    """Who tapped "No more of these", who paused Hark, and readers of a channel get no sign of life."""
    async with town.database.begin() as conn:
        await chats.save(conn, changed)

    assert await town.passes(8 * DAY) == []


async def test_without_a_watch_at_work_there_is_no_silence_to_explain(town: Town) -> None:
    """Who watches for nothing, or paused all of it, waits for nothing."""
    async with town.database.begin() as conn:
        [watch] = await watches.of_chat(conn, ADA)
        await watches.remove(conn, [watch.id])

    assert await town.passes(8 * DAY) == []
