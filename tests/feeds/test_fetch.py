"""What comes back from a feed's address, told with a loopback site."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from feeds.addresses import networks
from feeds.badge import Badge
from feeds.fetch import Fetched, Fetcher, FetchLimits, NotModified
from model import Failure, FailureReason, Validators
from tests.servers.feeds import Feed, FeedServer

LOOPBACK = networks(["127.0.0.0/8"])
AGENT = "Hark/0.1 (test)"


@pytest.fixture
async def site() -> AsyncIterator[FeedServer]:
    """Give a site on loopback."""
    async with FeedServer() as server:
        yield server


@pytest.fixture
def feed(site: FeedServer) -> Feed:
    """Give a feed with one entry."""
    news = site.feed("/news.xml")
    news.publish(title="赵长鹏", text="回来了")
    return news


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    """Give a fetcher that may go to loopback."""
    async with Fetcher(FetchLimits(), LOOPBACK, user_agent=AGENT) as one:
        yield one


def _fetched(answer: object) -> Fetched:
    assert isinstance(answer, Fetched), answer
    return answer


async def test_a_document_comes_with_its_bytes_and_what_its_head_says(fetcher: Fetcher, feed: Feed) -> None:
    """A feed's bytes arrive unchanged, with its type, its final address and its validators."""
    answer = _fetched(await fetcher.fetch(feed.url))

    assert "赵长鹏" in answer.body.decode()
    assert answer.content_type == "application/rss+xml; charset=utf-8"
    assert answer.url == answer.validators.url == feed.url
    assert answer.validators.etag
    assert answer.validators.last_modified
    assert answer.moved_to == ""


async def test_a_request_says_who_asks_and_nothing_else(fetcher: Fetcher, feed: Feed) -> None:
    """The site sees Hark's name and what it accepts: no cookie, no referrer, no coding that hides bombs."""
    await fetcher.fetch(feed.url)

    headers = feed.requests[0].headers
    assert set(headers) <= {"Host", "Accept", "Accept-Encoding", "User-Agent", "Connection"}
    assert headers["User-Agent"] == AGENT
    assert headers["Accept-Encoding"] == "gzip, deflate"


async def test_a_site_is_told_who_asks_and_for_how_many(feed: Feed) -> None:
    """The name of a request holds Hark's address, as soon as it is known, and for how many chats it asks."""
    badge = Badge("Hark/9")
    async with Fetcher(FetchLimits(), LOOPBACK, user_agent=badge) as fetcher:
        await fetcher.fetch(feed.url)
        badge.address = "https://t.me/hark_bot"
        await fetcher.fetch(feed.url, subscribers=1)
        await fetcher.fetch(feed.url, subscribers=12)

    assert [request.headers["User-Agent"] for request in feed.requests] == [
        "Hark/9 (a bot that alerts its readers)",
        "Hark/9 (+https://t.me/hark_bot; a bot that alerts its readers; 1 subscriber)",
        "Hark/9 (+https://t.me/hark_bot; a bot that alerts its readers; 12 subscribers)",
    ]


async def test_an_unchanged_feed_answers_in_a_few_bytes(fetcher: Fetcher, feed: Feed) -> None:
    """A feed that has nothing new is not sent again, because both its validators go back to the letter."""
    first = _fetched(await fetcher.fetch(feed.url))

    second = await fetcher.fetch(feed.url, first.validators)

    assert second == NotModified(first.validators)
    assert feed.requests[1].headers["If-None-Match"] == first.validators.etag
    assert feed.requests[1].headers["If-Modified-Since"] == first.validators.last_modified


async def test_a_new_entry_arrives_despite_old_validators(fetcher: Fetcher, feed: Feed) -> None:
    """What was published since the last poll arrives with the next."""
    first = _fetched(await fetcher.fetch(feed.url))
    feed.publish(title="SamAltman")

    assert b"SamAltman" in _fetched(await fetcher.fetch(feed.url, first.validators)).body


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (404, Failure(FailureReason.HTTP_STATUS, 404)),
        (403, Failure(FailureReason.HTTP_STATUS, 403)),
        (500, Failure(FailureReason.HTTP_STATUS, 500)),
        (410, Failure(FailureReason.GONE, 410)),
        (429, Failure(FailureReason.RATE_LIMITED, 429)),
        (503, Failure(FailureReason.HTTP_STATUS, 503)),
        (204, Failure(FailureReason.BAD_RESPONSE, 204)),
        (206, Failure(FailureReason.BAD_RESPONSE, 206)),
        (302, Failure(FailureReason.BAD_RESPONSE, 302)),
        (304, Failure(FailureReason.BAD_RESPONSE, 304)),
    ],
)
async def test_a_failing_feed_says_how(fetcher: Fetcher, feed: Feed, status: int, expected: Failure) -> None:
    """A feed that answers without a document fails with the reason that people are told."""
    feed.fails(status)

    assert await fetcher.fetch(feed.url) == expected


@pytest.mark.parametrize("status", [429, 503])
async def test_a_feed_says_when_to_come_back(fetcher: Fetcher, feed: Feed, status: int) -> None:
    """A busy site's wish to be left alone for an hour is handed on."""
    feed.fails(status, retry_after="3600")

    answer = await fetcher.fetch(feed.url)

    assert isinstance(answer, Failure)
    assert answer.retry_after == timedelta(hours=1)


async def test_a_date_to_come_back_is_counted_from_the_servers_clock(fetcher: Fetcher, feed: Feed) -> None:
    """A date in Retry-After means the same wait whether or not the two clocks agree."""
    moment = datetime(2019, 5, 1, 12, 0, 0, tzinfo=UTC)
    feed.fails(503, retry_after=moment.strftime("%a, %d %b %Y %H:%M:%S GMT"))

    answer = await fetcher.fetch(feed.url)

    assert isinstance(answer, Failure)
    assert answer.retry_after == timedelta(minutes=1)


async def test_a_healed_feed_is_read_again(fetcher: Fetcher, feed: Feed) -> None:
    """A feed that failed and came back is read as before."""
    feed.fails(500)
    await fetcher.fetch(feed.url)
    feed.heals()

    assert isinstance(await fetcher.fetch(feed.url), Fetched)


async def test_a_feed_that_went_down_is_unreachable(fetcher: Fetcher, site: FeedServer, feed: Feed) -> None:
    """A site that is down is called unreachable, and read again when it is back."""
    await site.stop()
    down = await fetcher.fetch(feed.url)
    await site.start()

    assert down == Failure(FailureReason.UNREACHABLE)
    assert isinstance(await fetcher.fetch(feed.url), Fetched)


async def test_a_feed_that_hangs_runs_out_of_time(feed: Feed) -> None:
    """A feed that accepts and never answers is given up in time."""
    feed.hangs()
    fetcher = Fetcher(FetchLimits(timeout=timedelta(seconds=0.2)), LOOPBACK, user_agent=AGENT)

    assert await fetcher.fetch(feed.url) == Failure(FailureReason.TIMEOUT)

    await fetcher.close()


async def test_a_silent_feed_is_given_up_before_the_time_is_over(feed: Feed) -> None:
    """A feed from which not one byte comes does not use up the whole time."""
    feed.hangs()
    limits = FetchLimits(timeout=timedelta(hours=1), silence=timedelta(seconds=0.1))
    fetcher = Fetcher(limits, LOOPBACK, user_agent=AGENT)

    assert await fetcher.fetch(feed.url) == Failure(FailureReason.TIMEOUT)

    await fetcher.close()


async def test_a_cancelled_fetch_gives_its_turn_back(site: FeedServer, feed: Feed) -> None:
    """A poll that is called off leaves nothing behind that would hold up the next."""
    fetcher = Fetcher(FetchLimits(per_host=1, concurrency=1), LOOPBACK, user_agent=AGENT)
    feed.hangs()
    asking = asyncio.create_task(fetcher.fetch(feed.url))
    waiting = asyncio.create_task(fetcher.fetch(feed.url))
    other = site.feed("/other.xml")
    await feed.holds(1)
    waiting.cancel()
    asking.cancel()
    await asyncio.gather(asking, waiting, return_exceptions=True)

    assert isinstance(await fetcher.fetch(other.url), Fetched)

    await fetcher.close()


async def test_a_host_is_never_asked_more_at_once_than_agreed(fetcher: Fetcher, feed: Feed) -> None:
    """Fifty sources on one host are polled with two connections."""
    feed.hangs()
    polls = [asyncio.create_task(fetcher.fetch(feed.url)) for _ in range(50)]
    await feed.holds(2)
    feed.heals()

    answers = await asyncio.gather(*polls)

    assert all(isinstance(answer, Fetched) for answer in answers)
    assert feed.most_in_flight == 2


async def test_waiting_for_a_turn_does_not_use_up_the_time(feed: Feed) -> None:
    """A source behind slow ones of the same host still gets its whole time."""
    limits = FetchLimits(timeout=timedelta(seconds=0.3), per_host=1)
    fetcher = Fetcher(limits, LOOPBACK, user_agent=AGENT)
    feed.hangs()
    slow = [asyncio.create_task(fetcher.fetch(feed.url)) for _ in range(2)]
    behind = asyncio.create_task(fetcher.fetch(feed.url))
    await asyncio.gather(*slow)
    feed.heals()

    assert isinstance(await behind, Fetched)

    await fetcher.close()


async def test_a_crowded_host_keeps_no_other_waiting(feed: Feed) -> None:
    """While many sources wait for one slow host, another host answers at once."""
    fetcher = Fetcher(FetchLimits(per_host=1, concurrency=2), LOOPBACK, user_agent=AGENT)
    feed.hangs()
    crowd = [asyncio.create_task(fetcher.fetch(feed.url)) for _ in range(10)]
    async with FeedServer() as quick:
        answer = await fetcher.fetch(quick.feed("/").url)
    feed.heals()
    await asyncio.gather(*crowd)

    assert isinstance(answer, Fetched)

    await fetcher.close()


async def test_the_operators_own_host_keeps_its_connection(fetcher: Fetcher, feed: Feed) -> None:
    """A host on the operator's network is polled over the connection it already has."""
    first = _fetched(await fetcher.fetch(feed.url))

    for _ in range(3):
        await fetcher.fetch(feed.url, first.validators)

    assert len({request.peer for request in feed.requests}) == 1


async def test_a_closed_fetcher_leaves_no_connection(feed: Feed) -> None:
    """Hark ends without a connection left open, also one in use."""
    fetcher = Fetcher(FetchLimits(), LOOPBACK, user_agent=AGENT)
    await fetcher.fetch(feed.url)
    feed.hangs()
    asking = asyncio.create_task(fetcher.fetch(feed.url))
    await feed.holds(1)

    await fetcher.close()

    assert await asking == Failure(FailureReason.UNREACHABLE)


async def test_validators_of_another_address_stay_unsent(fetcher: Fetcher, feed: Feed) -> None:
    """Validators that another address gave are not sent: they would mean nothing here."""
    await fetcher.fetch(feed.url, Validators('"abc"', "", "http://127.0.0.1/other"))

    assert "If-None-Match" not in feed.requests[0].headers


async def test_credentials_go_in_a_header(fetcher: Fetcher, feed: Feed) -> None:
    """A feed behind a password is read, and its base for links does not hold the password."""
    answer = _fetched(await fetcher.fetch(feed.url.replace("//", "//user:pa%3A55@")))

    assert feed.requests[0].headers["Authorization"] == "Basic dXNlcjpwYTo1NQ=="
    assert "pa" not in answer.url.partition("://")[2].partition("/")[0]
