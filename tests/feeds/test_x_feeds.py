"""X accounts read from feeds that others make of their posts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

import pytest

from feeds.addresses import networks
from feeds.fetch import Fetched, Fetcher, FetchLimits
from feeds.rss import parse
from feeds.x_feeds import XFeedReader
from model import Document, Entry, Failure, FailureReason, Outcome, Source, SourceKind, Unchanged
from tests.servers.feeds import FeedServer

NITTER = """<rss version="2.0"><channel><title>Sam / @sama</title>{}</channel></rss>"""
ITEM = """<item><title>{title}</title><description>&lt;p&gt;{text}&lt;/p&gt;</description>
<pubDate>Tue, 24 Nov 2026 09:00:00 GMT</pubDate>
<guid isPermaLink="false">{guid}</guid><link>{link}</link></item>"""
SOURCE = Source(1, SourceKind.X, "sama", "@SamA", shared=True)


def item(number: int, title: str, text: str = "", handle: str = "sama") -> str:
    """Give one post as Nitter lists it."""
    link = f"http://nitter.example/{handle}/status/{number}#m"
    return ITEM.format(title=title, text=text or title, guid=number, link=link)


@dataclass
class Town:
    """A site with feeds of posts, and a reader."""

    site: FeedServer
    fetcher: Fetcher
    templates: list[str] = field(default_factory=list)

    def says(self, name: str, *items: str) -> None:
        """Let the feed under this name list these items for @sama."""
        self.site.page(f"/{name}/sama/rss", NITTER.format("".join(items)), "application/rss+xml")
        template = f"{self.site.url}/{name}/{{handle}}/rss"
        if template not in self.templates:
            self.templates.append(template)

    async def reads(self, source: Source = SOURCE) -> Outcome:
        """Give what one poll brings."""

        async def whole(answer: Fetched) -> Document | Failure:
            return parse(answer.body, answer.content_type, answer.url)

        return await XFeedReader(self.fetcher, self.templates, whole).read(source)


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    """Give a site without feeds yet."""
    async with (
        FeedServer() as site,
        Fetcher(FetchLimits(), networks(["127.0.0.0/8"]), user_agent="Hark/0.1 (test)") as fetcher,
    ):
        yield Town(site, fetcher)


def entries(outcome: Outcome) -> list[Entry]:
    """Give the entries that a poll must have brought."""
    assert isinstance(outcome, Document), outcome
    return [entry for _, entry in outcome.entries]


async def test_a_post_is_the_one_that_x_itself_would_bring(town: Town) -> None:
    """The same post through a feed and through X has one identity, and its link leads to x.com."""
    town.says("nitter", item(2125000000000000003, "hello"))
    [entry] = entries(await town.reads())
    assert (entry.guid, entry.url) == (
        "x:2125000000000000003",
        "https://x.com/SamA/status/2125000000000000003",
    )
    assert (entry.text, entry.author) == ("hello", "@SamA")


async def test_reposts_are_left_out_and_leads_cut_off(town: Town) -> None:
    """Somebody else's words are not the account's; "Pinned:" and "R to @x:" are not its words either."""
    town.says(
        "nitter",
        item(2125000000000000001, "Pinned: old"),
        item(2125000000000000002, "RT by @sama: theirs", handle="other"),
        item(2125000000000000003, "R to @other: a reply"),
    )
    assert [entry.text for entry in entries(await town.reads())] == ["a reply", "old"]


async def test_rsshubs_reposts_are_left_out_and_own_words_kept(town: Town) -> None:
    """What RSSHub marks as a repost is left out; a post that only begins with RT is the account's own."""
    town.says(
        "rsshub",
        item(2125000000000000001, "RT Ann Other: theirs", "RT Ann Other&lt;br&gt;theirs"),
        item(2125000000000000002, "RT if you agree: yes"),
    )
    assert [entry.text for entry in entries(await town.reads())] == ["RT if you agree: yes"]


async def test_an_empty_feed_is_a_source_that_is_down(town: Town) -> None:
    """A feed without a post does not mean that there is no news: the person is told that it fails."""
    town.says("rsshub")
    assert await town.reads() == Failure(FailureReason.X_FEED)


async def test_a_request_to_register_is_no_post(town: Town) -> None:
    """A placeholder item is never alerted, the feed counts as down."""
    placeholder = ITEM.format(
        title="RSS reader not yet whitelisted!", text="write to us", guid="http://x.example/", link=""
    )
    town.says("nitter", placeholder)
    assert await town.reads() == Failure(FailureReason.X_FEED)


async def test_the_next_feed_is_asked_when_one_is_down(town: Town) -> None:
    """With two feeds configured one may fail and nothing is missed."""
    town.says("dead")
    town.says("alive", item(2125000000000000003, "hello"))
    assert [entry.text for entry in entries(await town.reads())] == ["hello"]


async def test_what_was_listed_is_not_brought_again(town: Town) -> None:
    """A post alerts once, though the feed lists it for days."""
    town.says("nitter", item(2125000000000000003, "hello"))
    first = await town.reads()
    assert isinstance(first, Document)
    ((mark, _),) = first.entries
    known = replace(SOURCE, listing=((mark, 7),), body_hash=first.body_hash)
    assert isinstance(await town.reads(known), Unchanged)
    town.says("nitter", item(2125000000000000004, "news"), item(2125000000000000003, "hello"))
    again = await town.reads(known)
    assert [entry.text for entry in entries(again)] == ["news"]
    assert isinstance(again, Document)
    assert again.kept == (mark,)
