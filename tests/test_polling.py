"""Polling real feeds on loopback into a real database, and what happens when either side ails."""

from __future__ import annotations

import asyncio
import ipaddress
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from engine import Step
from errors import StoreError
from feeds.fetch import Fetcher, FetchLimits
from feeds.plan import Pace
from feeds.source import FeedReader
from model import (
    Chat,
    ChatKind,
    ChatState,
    Document,
    Entry,
    Failure,
    FailureReason,
    Follow,
    FollowMode,
    Outcome,
    Source,
    SourceKind,
)
from pipeline import Ingest, Rules
from polling import Desk, FeedPoller
from store import chats, deliveries, items, sources, watches
from store.database import Database
from store.sources import Wanted
from tests.parsing import parse_here
from tests.servers.feeds import Feed, FeedServer

MINUTE = timedelta(minutes=1)
PACE = Pace(MINUTE, MINUTE, 60 * MINUTE)
ADA = 1


@dataclass
class Woken:
    """An engine that notes what was woken."""

    names: list[str] = field(default_factory=list)
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, name: str, step: Step, every: timedelta, limit: int = 1) -> None:
        """Run nothing."""

    def wake(self, conn: object | None, name: str) -> None:
        """Note the step's name."""
        self.names.append(name)
        self.woken.set()


@dataclass
class Post:
    """Polls the feeds of a site; its clock stands still until a test moves it."""

    site: FeedServer
    database: Database
    reader: FeedReader
    engine: Woken = field(default_factory=Woken)
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def desk(self) -> Desk:
        """Return what pollers need."""
        rules = Rules({SourceKind.FEED: PACE, SourceKind.X: PACE}, timedelta(hours=48))
        return Desk(self.database, self.engine, Ingest(rules, Random(1)), lambda: self.now)

    def poller(self) -> FeedPoller:
        """Return the poller of a newly started process."""
        return FeedPoller(self.desk(), self.reader)

    async def configures(self, *feeds: Feed) -> None:
        """Let the configuration name these feeds."""
        async with self.database.begin() as conn:
            wanted = [Wanted(SourceKind.FEED, feed.url, feed.path) for feed in feeds]
            await sources.configure(conn, wanted, self.now)

    async def source(self, feed: Feed) -> Source:
        """Return a feed's source as it stands."""
        async with self.database.read() as conn:
            found = await sources.find(conn, SourceKind.FEED, feed.url)
        assert found is not None
        return found

    async def told(self) -> list[str]:
        """Return the titles owed to Ada, in order."""
        async with self.database.read() as conn:
            owed = await deliveries.due(conn, self.now, 1000)
            found = [await items.get(conn, each.item_id or 0) for each in owed]
        return [each.entry.title for each in found if each is not None]


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    """A site without feeds, and Ada who watches for bitcoin."""
    database = Database(f"sqlite:///{tmp_path / 'hark.db'}")
    await database.open()
    async with database.begin() as conn:
        await chats.save(conn, Chat(ADA, ChatKind.PRIVATE))
        await watches.add(conn, ADA, "bitcoin", datetime(2026, 1, 1, tzinfo=UTC))
    limits = FetchLimits(timeout=timedelta(seconds=5))
    fetcher = Fetcher(limits, [ipaddress.ip_network("127.0.0.0/8")], user_agent="Hark/test")
    async with FeedServer() as site:
        yield Post(site, database, FeedReader(fetcher, parse_here))
    await fetcher.close()
    await database.close()


async def test_new_entries_of_many_feeds_are_told(post: Post) -> None:
    """What feeds hold at first is silent; what they publish then is told once, and the sender is woken."""
    feeds = [post.site.feed(f"/{number}.xml") for number in range(30)]
    for feed in feeds:
        feed.publish(title=f"Old bitcoin of {feed.path}")
    await post.configures(*feeds)
    poller = post.poller()
    await poller.step()
    silent = (await post.told(), list(post.engine.names))
    for feed in feeds:
        feed.publish(title=f"New bitcoin of {feed.path}")
        feed.publish(title="Weather")
    post.now += MINUTE

    more = await poller.step()

    assert silent == ([], [])
    assert more is False
    assert sorted(await post.told()) == sorted(f"New bitcoin of {feed.path}" for feed in feeds)
    assert set(post.engine.names) == {"send"}


async def test_nothing_is_asked_before_it_is_due(post: Post) -> None:
    """A feed is asked when its time has come, and its next time counts from when it was due."""
    feed = post.site.feed("/a.xml")
    await post.configures(feed)
    start = post.now
    poller = post.poller()
    await poller.step()
    post.now += MINUTE - timedelta(seconds=1)
    await poller.step()
    early = len(feed.requests)
    post.now += timedelta(seconds=21)
    await poller.step()

    assert (early, len(feed.requests)) == (1, 2)
    assert (await post.source(feed)).due == start + 2 * MINUTE


async def test_an_unchanged_feed_costs_a_304(post: Post) -> None:
    """A feed that says it has not changed is believed, and counts as read."""
    feed = post.site.feed("/a.xml")
    feed.publish(title="bitcoin")
    await post.configures(feed)
    poller = post.poller()
    await poller.step()
    post.now += MINUTE

    await poller.step()

    assert [request.status for request in feed.requests] == [200, 304]
    assert (await post.source(feed)).last_read == post.now


async def test_a_dead_feed_stops_no_other_and_is_asked_less_and_less(post: Post) -> None:
    """A failing feed backs off while the others go on; well again, it tells what it has."""
    ill, well = post.site.feed("/ill.xml"), post.site.feed("/well.xml")
    await post.configures(ill, well)
    poller = post.poller()
    await poller.step()
    ill.fails(503)
    failing_since = post.now + MINUTE
    for _ in range(8):
        post.now += MINUTE
        await poller.step()
    failing = await post.source(ill)
    asked = len(ill.requests)
    ill.heals()
    ill.publish(title="bitcoin at last")
    post.now += 60 * MINUTE
    await poller.step()

    assert len(well.requests) >= 9
    assert asked < 6
    assert (failing.failing_since, failing.failure) == (
        failing_since,
        Failure(FailureReason.HTTP_STATUS, 503),
    )
    assert (await post.source(ill)).failing_since is None
    assert await post.told() == ["bitcoin at last"]


async def test_a_hanging_feed_does_not_keep_the_others_waiting(post: Post) -> None:
    """While one site says nothing, the answers of the others are taken in."""
    slow, quick = post.site.feed("/slow.xml"), post.site.feed("/quick.xml")
    await post.configures(slow, quick)
    poller = post.poller()
    await poller.step()
    slow.hangs()
    quick.publish(title="bitcoin")
    post.now += MINUTE

    step = asyncio.create_task(poller.step())
    await slow.holds(1)
    await quick.asked(2)
    await post.engine.woken.wait()
    told = await post.told()
    slow.heals()
    await step

    assert told == ["bitcoin"]


async def test_a_source_that_becomes_due_while_others_are_read_is_read_too(post: Post) -> None:
    """A feed that somebody adds during a long round does not wait for the end of the round."""
    slow, new = post.site.feed("/slow.xml"), post.site.feed("/new.xml")
    await post.configures(slow)
    slow.hangs()
    step = asyncio.create_task(post.poller().step())
    await slow.holds(1)

    await post.configures(slow, new)

    async with asyncio.timeout(5):
        await new.asked(1)
    slow.heals()
    await step


async def test_a_crowd_on_one_host_waits_in_the_store(post: Post) -> None:
    """Three hundred sources of a host that is asked once a second hold no room: another is read at once."""
    crowd = [Wanted(SourceKind.FEED, f"https://crowd.example/{number}", f"{number}") for number in range(300)]
    feed = post.site.feed("/alone.xml")
    async with post.database.begin() as conn:
        await sources.configure(conn, [*crowd, Wanted(SourceKind.FEED, feed.url, "alone")], post.now)
    poller = FeedPoller(post.desk(), post.reader, lambda url: 60.0 if "crowd" in url else 0.0)

    await poller.step()

    assert len(feed.requests) == 1
    async with post.database.read() as conn:
        found = await sources.shared(conn)
    dues = sorted(each.due for each in found if "crowd" in each.address and each.due is not None)
    assert all(each.failure is None and each.last_read is None for each in found if "crowd" in each.address)
    assert dues[0] >= post.now + MINUTE
    assert len(set(dues)) == 300


async def test_a_site_hears_for_how_many_chats_it_is_read(post: Post) -> None:
    """A shared feed is read for every active chat, a feed of one's own for those who follow it."""
    shared, own = post.site.feed("/shared.xml"), post.site.feed("/own.xml")
    await post.configures(shared)
    async with post.database.begin() as conn:
        for number in (2, 3):
            await chats.save(conn, Chat(number, ChatKind.PRIVATE))
        await chats.save(conn, Chat(4, ChatKind.PRIVATE, state=ChatState.BLOCKED))
        mine = await sources.ensure(conn, Wanted(SourceKind.FEED, own.url, "own"), post.now, shared=False)
        for number in (1, 2):
            await sources.add_follow(conn, Follow(number, mine.id, FollowMode.WORDS, post.now))
        claimed = await sources.claim(conn, SourceKind.FEED, post.now, 9)
        counted = {each.address: each.subscribers for each in claimed}

    assert counted == {shared.url: 3, own.url: 2}


async def test_stopping_in_the_middle_loses_nothing(post: Post) -> None:
    """A poll that is cancelled is done again after the next start, and tells its news then."""
    feed = post.site.feed("/a.xml")
    await post.configures(feed)
    await post.poller().step()
    feed.publish(title="bitcoin")
    feed.hangs()
    post.now += MINUTE
    step = asyncio.create_task(post.poller().step())
    await feed.holds(1)
    step.cancel()
    await asyncio.gather(step, return_exceptions=True)
    feed.heals()

    async with post.database.begin() as conn:
        await sources.release(conn)
    await post.poller().step()

    assert await post.told() == ["bitcoin"]


async def test_what_a_full_disk_refused_is_polled_again_at_once(post: Post, tmp_path: Path) -> None:
    """While the store refuses nothing is seen; as soon as it is well the same entries are news."""
    feed = post.site.feed("/a.xml")
    await post.configures(feed)
    poller = post.poller()
    await poller.step()
    feed.publish(title="bitcoin")
    feed.hangs()
    post.now += MINUTE
    step = asyncio.create_task(poller.step())
    await feed.holds(1)
    async with post.database.begin() as conn:
        await conn.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON item BEGIN SELECT 1 FROM no_such_table; END"
        )
    feed.heals()
    with pytest.raises(StoreError):
        await step
    refused = await post.told()
    with sqlite3.connect(tmp_path / "hark.db") as other:
        other.execute("DROP TRIGGER full")
    other.close()

    await poller.step()

    assert (refused, await post.told()) == ([], ["bitcoin"])


class Trips:
    """A reader that trips over one source, or gives what the pipeline trips over."""

    def __init__(self, raises: int, gives_nonsense: int) -> None:
        self._raises = raises
        self._gives_nonsense = gives_nonsense

    async def read(self, source: Source) -> Outcome:
        """Return one entry, nonsense, or raise."""
        if source.id == self._raises:
            raise ZeroDivisionError
        if source.id == self._gives_nonsense:
            return Document(((2**80, Entry(title="bitcoin")),))  # no 64-bit fingerprint
        return Document(((source.id, Entry(guid=f"g{source.id}", title=f"bitcoin {source.id}")),))


async def test_a_bug_in_one_source_stops_no_other(post: Post) -> None:
    """A source on which Hark itself trips is shown as failing; those read beside it are taken in."""
    feeds = [post.site.feed(f"/{number}.xml") for number in range(4)]
    await post.configures(*feeds)
    poller = FeedPoller(post.desk(), Trips(raises=2, gives_nonsense=3))

    await poller.step()

    found = [await post.source(feed) for feed in feeds]
    assert [each.failure and each.failure.reason for each in found] == [
        None,
        FailureReason.BAD_RESPONSE,
        FailureReason.BAD_RESPONSE,
        None,
    ]
    assert [len(each.listing) for each in found] == [1, 0, 0, 1]
