"""The loopback site is itself worth a test: a server that lies about feeds would prove nothing."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from feeds.addresses import networks
from feeds.fetch import Fetched, Fetcher, FetchLimits, NotModified
from model import Failure, FailureReason
from tests.servers.feed_formats import Format
from tests.servers.feeds import FeedServer

MOMENT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
TITLE = "<b>Fish & chips</b> 赵长鹏"


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    """Give a fetcher that may go to loopback."""
    async with Fetcher(FetchLimits(), networks(["127.0.0.0/8"]), user_agent="Hark") as one:
        yield one


@pytest.fixture
async def site() -> AsyncIterator[FeedServer]:
    """Give a site whose clock stands still."""
    async with FeedServer(clock=lambda: MOMENT) as server:
        yield server


async def _body(fetcher: Fetcher, url: str) -> bytes:
    answer = await fetcher.fetch(url)
    assert isinstance(answer, Fetched), answer
    return answer.body


@pytest.mark.parametrize("form", [Format.RSS, Format.ATOM])
async def test_a_title_survives_the_trip_in_xml(site: FeedServer, fetcher: Fetcher, form: Format) -> None:
    """What the site publishes is what stands in its document, escaped as the format wants it."""
    feed = site.feed("/feed", form=form)
    feed.publish(title=TITLE, text="<p>x</p>")

    titles = ElementTree.fromstring(await _body(fetcher, feed.url)).iterfind(".//{*}title")  # noqa: S314 - ours

    assert TITLE in [title.text for title in titles]


async def test_a_title_survives_the_trip_in_json(site: FeedServer, fetcher: Fetcher) -> None:
    """A JSON feed holds its entries with their ids and dates."""
    feed = site.feed("/feed", form=Format.JSON)
    entry = feed.publish(title=TITLE)

    item = json.loads(await _body(fetcher, feed.url))["items"][0]

    assert item == {
        "id": entry.guid,
        "url": entry.link,
        "title": TITLE,
        "date_published": MOMENT.isoformat(),
    }


async def test_a_feed_changes_its_validators_with_its_entries(site: FeedServer, fetcher: Fetcher) -> None:
    """A feed says "unchanged" until something is published, dropped or overridden."""
    feed = site.feed("/feed")
    feed.publish(title="one")
    first = await fetcher.fetch(feed.url)
    assert isinstance(first, Fetched)
    assert isinstance(await fetcher.fetch(feed.url, first.validators), NotModified)

    feed.body = b"<rss/>"
    assert await _body(fetcher, feed.url) == b"<rss/>"
    feed.body = None
    assert await _body(fetcher, feed.url) == first.body
    feed.keeps(0)
    assert b"one" not in await _body(fetcher, feed.url)


async def test_a_feed_may_know_no_validators(site: FeedServer, fetcher: Fetcher) -> None:
    """Some sites cannot say whether anything changed."""
    feed = site.feed("/feed")
    feed.conditional = False

    answer = await fetcher.fetch(feed.url)

    assert isinstance(answer, Fetched)
    assert answer.validators.etag == answer.validators.last_modified == ""


async def test_pages_are_served_and_the_rest_is_missing(site: FeedServer, fetcher: Fetcher) -> None:
    """A page stands where it was put, and every other path is 404."""
    url = site.page("/blog", "<title>Blog</title>")

    assert await _body(fetcher, url) == b"<title>Blog</title>"
    assert await fetcher.fetch(site.url + "/nowhere") == Failure(FailureReason.HTTP_STATUS, 404)


async def test_a_site_can_be_waited_for(site: FeedServer, fetcher: Fetcher) -> None:
    """A test can wait until a feed has been asked a number of times, instead of sleeping."""
    feed = site.feed("/feed")
    await fetcher.fetch(feed.url)
    await fetcher.fetch(feed.url)

    await feed.asked(2)

    assert [request.status for request in feed.requests] == [200, 200]
