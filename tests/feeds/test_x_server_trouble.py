"""The loopback X limits, refuses and fails as X does, and blames whoever asks for what X does not have."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import pytest
import pytest_asyncio

from tests.feeds.follower import BEGAN, Clock
from tests.servers import x_bodies
from tests.servers.x import XServer
from tests.servers.x_asking import ask, change_rules, search
from tests.servers.x_parameters import SEARCH, STREAM, USERS

BY = "from:talker"


@pytest_asyncio.fixture
async def strict(clock: Clock) -> AsyncIterator[XServer]:
    """Give an X that may be asked wrongly."""
    async with XServer(now=clock) as server:
        yield server


@pytest.mark.parametrize(
    "sent",
    [
        {"query": BY, "max_results": "9"},
        {"query": BY, "colour": "red"},
        {"query": BY, "tweet.fields": "colour"},
        {"query": ""},
        {},
    ],
)
async def test_a_wrong_request_is_refused_and_remembered(strict: XServer, sent: dict[str, str]) -> None:
    """What X's description does not allow gets 400, and the test that did it fails."""
    told = await ask(strict, SEARCH, sent)

    assert (told.status, told.body["title"]) == (400, "Invalid Request")
    assert len(strict.violations) == 1


async def test_a_wrong_request_of_any_kind_is_remembered(strict: XServer) -> None:
    """A path that X does not have, a body that it cannot read and a wrong stream are all blamed."""
    assert (await ask(strict, "/1.1/search/tweets.json")).status == 404
    assert (await change_rules(strict, {"adds": []})).status == 400
    assert (await ask(strict, STREAM, {"backfill_minutes": "6"})).status == 400
    assert len(strict.violations) == 3


async def test_a_wrong_token_is_refused_before_all_else(x: XServer) -> None:
    """401 has the body that X gives it, whatever else is wrong."""
    x.out_of_credits()

    told = await ask(x, SEARCH, {"query": BY}, token="another")

    assert (told.status, told.body) == (401, x_bodies.UNAUTHORIZED.body)


async def test_every_answer_tells_what_is_left(x: XServer, clock: Clock) -> None:
    """A route's requests are counted for a quarter of an hour from the first on, each route's for itself."""
    first = await search(x, BY)
    second = await search(x, BY)
    other = await ask(x, USERS, {"usernames": "a"})

    reset = str(int((BEGAN + timedelta(minutes=15)).timestamp()))
    names = ("x-rate-limit-limit", "x-rate-limit-remaining", "x-rate-limit-reset")
    assert [tuple(told.headers[name] for name in names) for told in (first, second, other)] == [
        ("450", "449", reset),
        ("450", "448", reset),
        ("300", "299", reset),
    ]


async def test_the_limit_holds_until_its_reset(x: XServer, clock: Clock) -> None:
    """Past the limit X answers 429 with the time, which it keeps to."""
    x.allows(1, BEGAN + timedelta(minutes=2))

    statuses = [(await search(x, BY)).status, (await search(x, BY)).status]
    refused = await search(x, BY)
    clock.passes(minutes=2)
    statuses.append((await search(x, BY)).status)

    assert statuses == [200, 429, 200]
    assert refused.headers["x-rate-limit-remaining"] == "0"
    assert refused.headers["x-rate-limit-reset"] == str(int((BEGAN + timedelta(minutes=2)).timestamp()))
    assert refused.body["title"] == "Too Many Requests"


@pytest.mark.parametrize(
    ("refusal", "kind"),
    [
        (x_bodies.ERROR, "application/json"),
        (x_bodies.UNAVAILABLE, "application/json"),
        (x_bodies.HTML, "text/html"),
        (x_bodies.HTML_PAGE, "text/html"),
        (x_bodies.EMPTY_PAGE, "text/html"),
    ],
)
async def test_errors_are_played_as_told(x: XServer, refusal: x_bodies.Refusal, kind: str) -> None:
    """JSON, HTML and nothing at all come with the status that was asked for, so many times."""
    x.refuses(refusal, times=2, route=SEARCH)

    other = await ask(x, USERS, {"usernames": "a"})
    told = [await search(x, BY) for _ in range(3)]

    assert other.status == 200
    assert [answer.status for answer in told] == [refusal.status, refusal.status, 200]
    assert told[0].headers["content-type"].startswith(kind)
    assert (told[0].text if isinstance(refusal.body, str) else told[0].body) == refusal.body


async def test_a_cut_connection_is_billed_for_nothing(x: XServer) -> None:
    """X that closes before it works has done nothing."""
    x.posts("talker", "one")
    x.cuts_connection(times=2)  # aiohttp asks once more by itself

    with pytest.raises(aiohttp.ClientError):
        await search(x, BY)
    assert x.billed.posts == 0


async def test_a_slow_answer_comes_when_the_test_says_so(x: XServer) -> None:
    """X may take its time."""
    x.posts("talker", "one")
    x.dawdles()

    waiting = asyncio.create_task(search(x, BY))
    await x.asked(1)
    assert not waiting.done()
    x.hurries()

    assert (await waiting).texts == ["one"]


async def test_all_that_was_asked_is_kept(x: XServer) -> None:
    """A test can read what X was asked, when and with what token."""
    await search(x, BY, max_results="10")

    (asked,) = x.asked_so_far()
    assert (asked.sent, asked.at) == ({"query": BY, "max_results": "10"}, BEGAN)
