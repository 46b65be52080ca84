"""What one poll of a feed brings, told with a loopback site."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from feeds.addresses import networks
from feeds.fetch import Fetcher, FetchLimits
from feeds.source import FeedReader, Reader
from model import Document, Failure, FailureReason, Outcome, Source, SourceKind, Unchanged
from tests.parsing import parse_here
from tests.servers.feeds import Feed, FeedServer


@pytest.fixture
async def feed() -> AsyncIterator[Feed]:
    """Give a feed with two entries."""
    async with FeedServer() as site:
        news = site.feed("/news.xml", title="News & more")
        news.publish(title="old")
        news.publish(title="赵长鹏")
        yield news


@pytest.fixture
async def reader() -> AsyncIterator[Reader]:
    """Give a reader of feeds that may go to loopback."""
    async with Fetcher(FetchLimits(), networks(["127.0.0.0/8"]), user_agent="Hark/0.1 (test)") as fetcher:
        yield FeedReader(fetcher, parse_here)


def source_of(feed: Feed) -> Source:
    """Give a source that has never been read."""
    return Source(1, SourceKind.FEED, feed.url, "News", shared=True)


def after(source: Source, document: Document) -> Source:
    """Give the source as it is kept after a document."""
    numbers = [number for number, _ in document.entries] + list(document.kept)
    return replace(
        source,
        validators=document.validators,
        body_hash=document.body_hash,
        listing=tuple((number, index) for index, number in enumerate(numbers)),
    )


def document_of(outcome: Outcome) -> Document:
    """Give the document that a poll must have brought."""
    assert isinstance(outcome, Document), outcome
    return outcome


def titles(document: Document) -> list[str]:
    """Give the titles of what is new."""
    return [entry.title for _, entry in document.entries]


async def test_the_first_poll_brings_everything(reader: Reader, feed: Feed) -> None:
    """A source that was never read brings all its entries, its title and what to ask with next time."""
    document = document_of(await reader.read(source_of(feed)))

    assert titles(document) == ["赵长鹏", "old"]
    assert document.title == "News & more"
    assert document.validators.etag
    assert len(document.body_hash) == 16
    assert document.moved_to == ""


async def test_the_next_poll_brings_only_what_is_new(reader: Reader, feed: Feed) -> None:
    """A new entry comes alone; those listed before are named by their fingerprints."""
    source = source_of(feed)
    first = document_of(await reader.read(source))
    feed.publish(title="new")

    second = document_of(await reader.read(after(source, first)))

    assert titles(second) == ["new"]
    assert second.kept == tuple(number for number, _ in first.entries)


async def test_a_feed_that_did_not_change_brings_nothing(reader: Reader, feed: Feed) -> None:
    """A feed that answers 304 is unchanged, and its validators stay."""
    source = source_of(feed)
    first = document_of(await reader.read(source))

    assert await reader.read(after(source, first)) == Unchanged(first.validators)
    assert feed.requests[-1].status == 304


async def test_the_same_bytes_are_not_parsed_again(reader: Reader, feed: Feed) -> None:
    """A server that always sends its feed anew brings nothing when the bytes are the same."""
    feed.conditional = False
    source = source_of(feed)
    first = document_of(await reader.read(source))

    assert isinstance(await reader.read(after(source, first)), Unchanged)
    assert feed.requests[-1].status == 200


async def test_a_feed_that_moved_says_where(reader: Reader, feed: Feed) -> None:
    """A permanent redirect is followed, and the new address comes with the entries."""
    async with FeedServer() as old:
        moved = old.feed("/old.xml")
        moved.redirects_to(feed.url, permanent=True)

        document = document_of(await reader.read(source_of(moved)))

    assert titles(document) == ["赵长鹏", "old"]
    assert document.moved_to == feed.url


async def test_a_feed_that_fails_is_a_failure_in_words_of_ours(reader: Reader, feed: Feed) -> None:
    """A status that is no document is a failure with its number."""
    feed.fails(500)

    assert await reader.read(source_of(feed)) == Failure(FailureReason.HTTP_STATUS, 500)


async def test_a_login_page_in_place_of_a_feed_changes_nothing(reader: Reader, feed: Feed) -> None:
    """A page served as if it were the feed is not a feed, and nothing of it is remembered."""
    feed.body = b"<!DOCTYPE html><html><body>Please log in</body></html>"

    assert await reader.read(source_of(feed)) == Failure(FailureReason.NOT_A_FEED)


async def test_a_feed_called_a_picture_is_read(reader: Reader, feed: Feed) -> None:
    """A wrong content type is no obstacle."""
    feed.content_type = "image/png"

    assert titles(document_of(await reader.read(source_of(feed)))) == ["赵长鹏", "old"]
