"""Feeds whose hub sends what is new, with a loopback hub that speaks WebSub and real HTTP both ways."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from aiohttp import ClientSession, web

from feeds.addresses import networks
from feeds.fetch import Fetcher, FetchLimits
from feeds.plan import Pace
from feeds.source import FeedReader
from feeds.websub import is_signed, lease_of, links_of
from model import Chat, ChatKind, SourceKind
from pipeline import Ingest, Rules
from polling import Desk, FeedPoller
from pushing import Listener, Subscriber
from store import chats, deliveries, items, push, sources, watches
from store.database import Database
from store.push import Stage, Subscription
from store.sources import Wanted
from tests.parsing import parse_here

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
DAY = timedelta(days=1)
PACE = Pace(timedelta(minutes=1), timedelta(minutes=1), timedelta(hours=1))
ADA = 7


def document(hub: str, *titles: str) -> bytes:
    """Write a feed that names its hub and itself."""
    links = (
        f'<atom:link rel="hub" href="{hub}"/><atom:link rel="self" href="https://news.example/feed"/>'
        if hub
        else ""
    )
    entries = "".join(
        f"<item><title>{t}</title><link>https://news.example/{t[:3]}</link></item>" for t in titles
    )
    return (
        f'<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>News</title>'
        f"{links}{entries}</channel></rss>"
    ).encode()


@dataclass
class Town:
    """A site with its hub, and the part of Hark that polls and is pushed to; a clock that a test moves."""

    database: Database
    session: ClientSession
    now: datetime = NOON
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    wishes: list[dict[str, str]] = field(default_factory=list)
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    answers: int = 202
    site: str = ""
    here: str = ""  # where the listener is

    def add(self, name: str, step: object, every: timedelta, limit: int = 1) -> None:
        """Take no step: the tests call them."""

    def wake(self, conn: object | None, name: str) -> None:
        """Note that something is to be sent."""
        self.woken.set()

    def desk(self) -> Desk:
        """Return what pollers need."""
        rules = Rules({SourceKind.FEED: PACE, SourceKind.X: PACE}, timedelta(0))
        return Desk(self.database, self, Ingest(rules, Random(1)), lambda: self.now)

    async def serve(self, request: web.Request) -> web.Response:
        """Be the site, and its hub."""
        if request.method == "POST":
            self.wishes.append({key: str(value) for key, value in (await request.post()).items()})
            return web.Response(status=self.answers)
        return web.Response(body=self.body, content_type="application/rss+xml", headers=self.headers)

    async def subscription(self) -> Subscription | None:
        """Return what is kept of the one subscription."""
        async with self.database.read() as conn:
            found = await push.due(conn, self.now + 99 * DAY, 9)
        return found[0] if found else None

    async def verifies(self, **query: str) -> tuple[int, str]:
        """Let the hub ask back as the last wish says, but for `query`."""
        wish = self.wishes[-1]
        asked = {"hub.mode": "subscribe", "hub.topic": wish["hub.topic"], "hub.challenge": "c1"}
        asked |= {f"hub.{key}": value for key, value in query.items()}
        path = wish["hub.callback"].rpartition("/")[2]
        async with self.session.get(f"{self.here}/websub/{path}", params=asked) as answer:
            return answer.status, await answer.text()

    async def sends(self, body: bytes, signature: str = "") -> int:
        """Let the hub send a document, signed as it should be unless told otherwise."""
        wish = self.wishes[-1]
        signed = hmac.new(wish["hub.secret"].encode(), body, hashlib.sha256).hexdigest()
        headers = {"X-Hub-Signature": signature or f"sha256={signed}"}
        path = wish["hub.callback"].rpartition("/")[2]
        async with self.session.post(f"{self.here}/websub/{path}", data=body, headers=headers) as answer:
            return answer.status

    async def told(self) -> list[str]:
        """Return the titles owed to Ada."""
        async with self.database.read() as conn:
            owed = await deliveries.due(conn, self.now, 99)
            found = [await items.get(conn, each.item_id or 0) for each in owed]
        return [each.entry.title for each in found if each is not None]


class House:
    """The town with Hark's steps."""

    def __init__(self, town: Town, fetcher: Fetcher) -> None:
        desk = town.desk()
        random = Random(2)
        self.town = town
        self.hubs = Subscriber(desk, fetcher, "https://hark.example/websub", random.randbytes)
        self.poller = FeedPoller(desk, FeedReader(fetcher, parse_here), None, self.hubs.offer)

    async def subscribes(self) -> None:
        """Poll once, ask the hub, and let it agree."""
        await self.poller.step()
        await self.hubs.step()
        assert await self.town.verifies(lease_seconds="864000") == (200, "c1")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A site with a hub that Ada's words may appear in, and a Hark that listens."""
    async with AsyncExitStack() as stack:
        database = Database(f"sqlite:///{tmp_path / 'hark.db'}")
        await database.open()
        stack.push_async_callback(database.close)
        town = Town(database, await stack.enter_async_context(ClientSession()))
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", town.serve)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        town.site = f"http://127.0.0.1:{runner.addresses[0][1]}"
        town.body = document(f"{town.site}/hub", "Old bitcoin")
        async with database.begin() as conn:
            await chats.save(conn, Chat(ADA, ChatKind.PRIVATE))
            await watches.add(conn, ADA, "bitcoin", NOON)
            await sources.configure(conn, [Wanted(SourceKind.FEED, f"{town.site}/feed", "News")], NOON)
        fetcher = await stack.enter_async_context(
            Fetcher(FetchLimits(), networks(["127.0.0.0/8"]), user_agent="Hark")
        )
        listener = Listener(town.desk(), FeedReader(fetcher, parse_here), 2**20)
        town.here = f"http://127.0.0.1:{await stack.enter_async_context(listener.listening('127.0.0.1', 0))}"
        yield House(town, fetcher)


async def test_what_a_hub_sends_is_told_at_once_and_once(house: House) -> None:
    """A feed names a hub: Hark asks it, it sends a new entry, which is told without a poll, and only once."""
    town = house.town
    await house.subscribes()
    town.body = document(f"{town.site}/hub", "New bitcoin", "Old bitcoin")

    status = await town.sends(town.body)
    await asyncio.wait_for(town.woken.wait(), 20)
    pushed = await town.told()
    town.now += timedelta(minutes=2)
    await house.poller.step()

    wish = town.wishes[0]
    assert (status, pushed, await town.told()) == (202, ["New bitcoin"], ["New bitcoin"])
    assert (wish["hub.mode"], wish["hub.topic"]) == ("subscribe", "https://news.example/feed")
    assert wish["hub.callback"].startswith("https://hark.example/websub/")
    assert len(wish["hub.callback"].rpartition("/")[2]) == len(wish["hub.secret"]) == 48


@pytest.mark.parametrize("signature", ["sha256=00", "none", "md5=00", "sha1="])
async def test_forged_news_is_thanked_for_and_forgotten(house: House, signature: str) -> None:
    """Who cannot sign is answered like everybody and tells nobody anything."""
    town = house.town
    await house.subscribes()

    status = await town.sends(document("", "Forged bitcoin"), signature)
    await town.sends(document("", "True bitcoin"))
    await asyncio.wait_for(town.woken.wait(), 20)

    assert (status, await town.told()) == (202, ["True bitcoin"])


async def test_only_what_was_asked_for_is_confirmed(house: House) -> None:
    """A hub cannot subscribe Hark to another topic, nor to anything that it was not asked for."""
    town = house.town
    await house.poller.step()
    await house.hubs.step()

    other = await town.verifies(topic="https://evil.example/feed")
    ended = await town.verifies(mode="unsubscribe")
    agreed = await town.verifies()
    again = await town.verifies()
    async with town.session.get(f"{town.here}/websub/0123") as answer:
        unknown = answer.status

    assert [other[0], ended[0], agreed, again[0], unknown] == [404, 404, (200, "c1"), 404, 404]


async def test_a_feed_whose_hub_sends_is_polled_seldom(house: House) -> None:
    """Polls become a net below a hub that sends, not below one that only agreed or fell silent."""
    town = house.town

    async def waits() -> timedelta:
        async with town.database.read() as conn:
            [feed] = await sources.shared(conn)
        assert feed.due is not None
        town.now, waited = max(town.now, feed.due), feed.due - town.now
        await house.poller.step()
        return waited

    await house.subscribes()
    await waits()
    agreed = await waits()
    await town.sends(document("", "New bitcoin"))
    await asyncio.wait_for(town.woken.wait(), 20)
    await waits()
    sending = await waits()
    town.now += 8 * DAY
    await waits()
    silent = await waits()

    assert (agreed, sending, silent) == (timedelta(minutes=1), timedelta(hours=1), timedelta(minutes=1))


async def test_a_subscription_is_renewed_before_it_ends(house: House) -> None:
    """Within the lease the hub is asked again; a hub that refuses is asked less and less."""
    town = house.town
    await house.subscribes()
    active = await town.subscription()
    assert active is not None
    town.now += 7 * DAY
    await house.hubs.step()
    early = len(town.wishes)
    town.now += 2 * DAY
    town.answers = 500
    await house.hubs.step()
    renewing = await town.subscription()
    assert renewing is not None
    first = renewing.due - town.now
    town.now = renewing.due
    await house.hubs.step()
    later = await town.subscription()

    assert (active.stage, active.until) == (Stage.ACTIVE, NOON + 10 * DAY)
    assert (early, len(town.wishes)) == (1, 3)
    assert renewing.stage is Stage.PENDING
    assert later is not None
    assert later.due - town.now == 2 * first


async def test_a_hub_that_denies_is_left_alone_for_a_while(house: House) -> None:
    """A hub may say no; it is not asked again for a week."""
    town = house.town
    await house.poller.step()
    await house.hubs.step()

    status, _ = await town.verifies(mode="denied", reason="no")

    denied = await town.subscription()
    assert denied is not None
    assert (status, denied.stage, denied.due) == (200, Stage.WANTED, NOON + 7 * DAY)


@pytest.mark.parametrize("hub", ["http://hub.example/", "ftp://hub.example/", ""])
async def test_a_hub_that_could_be_overheard_is_none(house: House, hub: str) -> None:
    """The secret goes to encrypted hubs only."""
    house.town.body = document(hub, "Old bitcoin")
    await house.poller.step()

    assert await house.town.subscription() is None


async def test_a_hub_inside_is_never_asked(house: House) -> None:
    """A feed cannot send Hark to a private address by naming it as its hub."""
    house.town.body = document("https://10.0.0.1/hub", "Old bitcoin")
    await house.poller.step()
    asked = await house.town.subscription()
    async with Fetcher(FetchLimits(), user_agent="Hark") as strict:
        await replace(house.hubs, door=strict).step()

    assert asked is not None
    assert house.town.wishes == []


async def test_a_hub_in_the_header_counts(house: House) -> None:
    """A hub that only the HTTP header names is asked too."""
    town = house.town
    town.body = document("", "Old bitcoin")
    town.headers["Link"] = f'<{town.site}/hub>; rel="hub", <https://news.example/other>; rel=self'
    await house.poller.step()
    await house.hubs.step()

    assert [wish["hub.topic"] for wish in town.wishes] == ["https://news.example/other"]


async def test_a_source_that_nobody_reads_needs_no_hub(house: House) -> None:
    """When nobody wants a source any more its hub is not asked again, and what it sends is not told."""
    town = house.town
    await house.subscribes()
    async with town.database.begin() as conn:
        await sources.configure(conn, [], NOON)
        await push.forget_unread(conn)
        left = await push.by_token(conn, town.wishes[0]["hub.callback"].rpartition("/")[2])

    assert left is None
    assert await town.sends(document("", "New bitcoin")) == 404


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ('<https://h.example/>; rel="hub"', {"hub": "https://h.example/"}),
        (
            '<https://a.example/>; rel="self hub"; title="x"',
            {"self": "https://a.example/", "hub": "https://a.example/"},
        ),
        ("<https://h.example/>; rel=hub, <https://i.example/>; rel=hub", {"hub": "https://h.example/"}),
        ("<https://h.example/>; rel=alternate", {}),
        ("rel=hub", {}),
    ],
)
def test_links_of_a_header(header: str, found: dict[str, str]) -> None:
    """Of several hubs the first counts."""
    assert links_of(header) == found


@pytest.mark.parametrize(
    ("text", "lease"), [("3600", 3600), ("1", 60), ("9" * 12, 30 * 86_400), ("x", 86_400)]
)
def test_a_lease_stays_within_reason(text: str, lease: int) -> None:
    """A hub decides how long it sends, between a minute and a month."""
    assert lease_of({"hub.lease_seconds": text}) == lease


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_every_method_of_the_standard_proves(method: str) -> None:
    """A hub signs as it likes among four ways, over the very bytes."""
    digest = hmac.new(b"s", b"body", method).hexdigest()

    assert is_signed(b"body", f"{method}={digest}", "s")
    assert not is_signed(b"body ", f"{method}={digest}", "s")
    assert not is_signed(b"body", f"{method}={digest}é", "s")
