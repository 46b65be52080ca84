"""What is dialled, and what never is: names, redirects and the traps in both."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from feeds.addresses import Network, networks
from feeds.dialling import SystemLookup
from feeds.fetch import Fetched, Fetcher, FetchLimits, NotModified
from model import Failure, FailureReason, Validators
from tests.servers.dialler import Dialler, Names
from tests.servers.feeds import FeedServer

NOT_PUBLIC = Failure(FailureReason.NOT_PUBLIC)
UNREACHABLE = Failure(FailureReason.UNREACHABLE)
LOOP = Failure(FailureReason.REDIRECT_LOOP)
SITE = networks(["127.0.0.1/32"])  # declared public for these tests; the rest of loopback is not


class World:
    """One site that counts as public, names that the test gives, and a record of all that was dialled."""

    def __init__(self, site: FeedServer) -> None:
        self.site = site
        self.names = Names({"site.test": [["127.0.0.1"]]})
        self.dialler = Dialler()
        self._open: list[Fetcher] = []

    def fetcher(self, allowed: tuple[Network, ...] = SITE, limits: FetchLimits | None = None) -> Fetcher:
        """Give a fetcher in this world; it is closed with it."""
        fetcher = Fetcher(
            limits or FetchLimits(), allowed, user_agent="Hark", resolver=self.names, connect=self.dialler
        )
        self._open.append(fetcher)
        return fetcher

    def url(self, host: str, path: str = "/") -> str:
        """Return an address on the site's port under another name."""
        return f"http://{host}:{self.site.port}{path}"

    async def close(self) -> None:
        """Close what was opened."""
        for fetcher in self._open:
            await fetcher.close()


@pytest.fixture
async def world() -> AsyncIterator[World]:
    """Give a world with one site, a feed at /feed."""
    async with FeedServer() as site:
        site.feed("/feed")
        one = World(site)
        yield one
        await one.close()


async def test_loopback_is_closed_before_anything_is_dialled(world: World) -> None:
    """Without the operator's word a feed on the machine itself is refused, and its server sees nothing."""
    for host in ("127.0.0.1", "localhost", "[::1]"):
        assert await world.fetcher(allowed=()).fetch(world.url(host, "/feed")) == NOT_PUBLIC

    assert world.dialler.dialled == []


async def test_loopback_opens_by_name_too(world: World) -> None:
    """With loopback allowed, the name localhost is dialled without asking any resolver."""
    answer = await world.fetcher().fetch(world.url("localhost", "/feed"))

    assert isinstance(answer, Fetched)
    assert world.dialler.dialled == ["127.0.0.1"]
    assert world.names.asked == []


@pytest.mark.parametrize(
    "addresses",
    [
        ["10.0.0.1"],
        ["169.254.169.254"],
        ["127.0.0.1", "10.0.0.1"],
        ["127.0.0.1", "::ffff:169.254.169.254"],
        ["127.0.0.1", "fe80::1%2"],
        ["127.0.0.1"] * 500 + ["192.168.0.1"],
    ],
)
async def test_a_name_with_one_private_address_is_refused(world: World, addresses: list[str]) -> None:
    """A name that leads inside, be it once in many answers, is refused as a whole."""
    world.names.answers["inside.test"] = [addresses]

    assert await world.fetcher().fetch(world.url("inside.test")) == NOT_PUBLIC
    assert world.dialler.dialled == []


@pytest.mark.parametrize("name", ["intranet", "metadata.google.internal", "printer.local"])
async def test_a_name_of_the_inside_network_is_refused(world: World, name: str) -> None:
    """A short or internal name is judged by where it leads."""
    world.names.answers[name] = [["10.7.7.7"]]

    assert await world.fetcher().fetch(f"http://{name}/") == NOT_PUBLIC
    assert world.dialler.dialled == []


async def test_a_name_that_changes_its_mind_is_caught(world: World) -> None:
    """A name that leads outside at first and inside later is dialled only where it was judged to lead."""
    world.names.answers["rebind.test"] = [["127.0.0.1"], ["127.0.0.2"]]
    fetcher = world.fetcher()

    first = await fetcher.fetch(world.url("rebind.test", "/feed"))
    second = await fetcher.fetch(world.url("rebind.test", "/feed"))

    assert isinstance(first, Fetched)
    assert second == NOT_PUBLIC
    assert world.dialler.dialled == ["127.0.0.1"]
    assert len(world.names.asked) == 2


async def test_a_name_with_a_thousand_addresses_is_tried_at_four(world: World) -> None:
    """A name cannot make Hark knock at a thousand doors."""
    old = [f"8.8.{number // 250}.{number % 250}" for number in range(500)]
    new = [f"2606:4700::{number:x}" for number in range(500)]
    world.names.answers["many.test"] = [old + new]

    assert await world.fetcher().fetch("http://many.test/") == UNREACHABLE
    assert 0 < len(set(world.dialler.dialled)) <= 4


async def test_an_unknown_name_is_unreachable(world: World) -> None:
    """A name without an address is told in the same word as a site that is down."""
    assert await world.fetcher().fetch("http://nowhere.test/") == UNREACHABLE


async def test_a_lookup_that_never_ends_is_given_up_and_holds_nobody_up(world: World) -> None:
    """A name whose server never answers fails in time, and other feeds are read meanwhile."""

    async def never(host: str, port: int) -> list[str]:
        if host == "site.test":
            return ["127.0.0.1"]
        await asyncio.Event().wait()
        return []

    limits = FetchLimits(dns=timedelta(seconds=0.2))
    fetcher = Fetcher(limits, SITE, user_agent="Hark", resolver=never, connect=world.dialler)

    stuck = asyncio.create_task(fetcher.fetch("http://stuck.test/"))
    other = await fetcher.fetch(world.url("site.test", "/feed"))

    assert isinstance(other, Fetched)
    assert not stuck.done()
    assert await stuck == UNREACHABLE
    await fetcher.close()


async def test_the_system_is_asked_for_addresses() -> None:
    """The machine's own resolver answers, and says so when there is no such name."""
    assert await SystemLookup()("127.0.0.1", 80) == ["127.0.0.1"]
    with pytest.raises(OSError, match="no address"):
        await SystemLookup()("127.0.0.1..", 80)


async def test_a_proxy_of_the_environment_is_not_used(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy variable left on the machine does not see what Hark reads."""
    for variable in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(variable, world.url("127.0.0.1", "/proxy"))

    await world.fetcher().fetch(world.url("site.test", "/feed"))

    assert world.site.requests == []


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://169.254.169.254/", FailureReason.NOT_PUBLIC),
        ("http://127.0.0.2/", FailureReason.NOT_PUBLIC),
        ("http://inside.test/", FailureReason.NOT_PUBLIC),
        ("http://0x7f.1/", FailureReason.NOT_PUBLIC),
        ("file:///etc/passwd", FailureReason.BAD_URL),
        ("gopher://example.com/", FailureReason.BAD_URL),
        ("data:text/xml,<rss/>", FailureReason.BAD_URL),
    ],
)
async def test_a_redirect_inside_is_refused_at_the_hop(
    world: World, target: str, reason: FailureReason
) -> None:
    """A site that sends Hark inside gets nowhere: the hop is judged before it is dialled."""
    world.names.answers["inside.test"] = [["10.0.0.1"]]
    world.site.feed("/start").redirects_to(target)

    assert await world.fetcher().fetch(world.url("site.test", "/start")) == Failure(reason)
    assert world.dialler.dialled == ["127.0.0.1"]


async def test_a_redirect_to_a_rebinding_name_is_refused(world: World) -> None:
    """A redirect to a name that turned inside is refused when it is dialled."""
    world.names.answers["rebind.test"] = [["127.0.0.1"], ["127.0.0.2"]]
    world.site.feed("/start").redirects_to(world.url("rebind.test", "/feed"))
    fetcher = world.fetcher()
    assert isinstance(await fetcher.fetch(world.url("site.test", "/start")), Fetched)

    assert await fetcher.fetch(world.url("site.test", "/start")) == NOT_PUBLIC
    assert set(world.dialler.dialled) == {"127.0.0.1"}


@pytest.mark.parametrize("hops", [1, 2])
async def test_redirects_in_a_circle_are_named(world: World, hops: int) -> None:
    """A feed that leads back to itself is told so, after one round."""
    feeds = [world.site.feed(f"/{number}") for number in range(hops)]
    for number, feed in enumerate(feeds):
        feed.redirects_to(f"/{(number + 1) % hops}")

    assert await world.fetcher().fetch(world.url("site.test", "/0")) == LOOP
    assert [len(feed.requests) for feed in feeds] == [1] * hops


@pytest.mark.parametrize(("hops", "arrives"), [(5, True), (6, False)])
async def test_a_chain_of_redirects_ends_at_five(world: World, hops: int, arrives: bool) -> None:
    """Five redirects are followed, a sixth is not."""
    for number in range(hops):
        onward = "/feed" if number == hops - 1 else f"/{number + 1}"
        world.site.feed(f"/{number}").redirects_to(onward, permanent=True)

    answer = await world.fetcher().fetch(world.url("site.test", "/0"))

    assert isinstance(answer, Fetched) if arrives else answer == LOOP


@pytest.mark.parametrize(
    ("first", "second", "moved"), [(True, True, True), (True, False, False), (False, True, False)]
)
async def test_only_a_move_for_good_is_reported(world: World, first: bool, second: bool, moved: bool) -> None:
    """A feed counts as moved when every hop says it moved for good; otherwise its old address stays."""
    world.site.feed("/a").redirects_to("/b", permanent=first)
    world.site.feed("/b").redirects_to("/feed", permanent=second)

    answer = await world.fetcher().fetch(world.url("site.test", "/a"))

    assert isinstance(answer, Fetched)
    assert answer.url == world.url("site.test", "/feed")
    assert answer.moved_to == (world.url("site.test", "/feed") if moved else "")


async def test_validators_go_to_the_url_that_gave_them(world: World) -> None:
    """Behind a redirect, only the address that holds the document is asked whether it changed."""
    start = world.site.feed("/start")
    start.redirects_to("/feed", permanent=True)
    fetcher = world.fetcher()
    first = await fetcher.fetch(world.url("site.test", "/start"))
    assert isinstance(first, Fetched)

    second = await fetcher.fetch(world.url("site.test", "/start"), first.validators)

    assert second == NotModified(first.validators, moved_to=world.url("site.test", "/feed"))
    assert "If-None-Match" not in start.requests[1].headers


async def test_validators_are_not_sent_to_where_a_redirect_leads(world: World) -> None:
    """What the old address gave is not sent to a new one."""
    old, new = world.site.feed("/old"), world.site.feed("/new")
    old.redirects_to("/new")
    known = Validators('"abc"', "", world.url("site.test", "/old"))

    await world.fetcher().fetch(world.url("site.test", "/old"), known)

    assert old.requests[0].headers["If-None-Match"] == '"abc"'
    assert "If-None-Match" not in new.requests[0].headers


@pytest.mark.parametrize(("host", "kept"), [("site.test", True), ("other.test", False)])
async def test_a_password_does_not_follow_to_another_host(world: World, host: str, kept: bool) -> None:
    """A redirect within the site keeps the password, one to elsewhere drops it."""
    world.names.answers["other.test"] = [["127.0.0.1"]]
    start, end = world.site.feed("/start"), world.site.feed("/end")
    start.redirects_to(world.url(host, "/end"), permanent=True)

    answer = await world.fetcher().fetch(world.url("user:pass@site.test", "/start"))

    assert isinstance(answer, Fetched)
    assert "Authorization" in start.requests[0].headers
    assert ("Authorization" in end.requests[0].headers) is kept
    assert ("user:pass@" in answer.moved_to) is kept
    assert "pass" not in answer.url


async def test_a_page_does_not_send_hark_elsewhere(world: World) -> None:
    """A refresh inside a page is not followed."""
    world.site.page("/page", '<meta http-equiv="refresh" content="0; url=http://169.254.169.254/">')

    assert isinstance(await world.fetcher().fetch(world.url("site.test", "/page")), Fetched)
    assert world.dialler.dialled == ["127.0.0.1"]


async def test_connections_are_kept_for_hosts_asked_often(world: World) -> None:
    """A site polled now and then costs no idle connection; one polled again and again keeps its own."""
    feed = world.site.feed("/often")
    fetcher = world.fetcher()

    for _ in range(4):
        await fetcher.fetch(world.url("site.test", "/often"))

    peers = [request.peer for request in feed.requests]
    assert peers[0] != peers[1]
    assert peers[1] == peers[2] == peers[3]


async def test_a_cookie_is_never_given_back(world: World) -> None:
    """A site cannot follow Hark from poll to poll."""
    feed = world.site.feed("/cookies")
    feed.headers["Set-Cookie"] = "id=1; Path=/"
    fetcher = world.fetcher()

    for _ in range(2):
        await fetcher.fetch(world.url("site.test", "/cookies"))

    assert "Cookie" not in feed.requests[1].headers
