"""What a person may paste, and the feed that Hark finds behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from feeds.addresses import networks
from feeds.discovery import Found, FoundFeed, discover, find_feeds, looks_like_feed, well_known
from feeds.fetch import Fetcher, FetchLimits
from model import Failure, FailureReason
from tests.servers.feed_formats import Format
from tests.servers.feeds import FeedServer

PAGE = "https://site.example/blog/2024/post.html"
LIMIT = timedelta(seconds=30)
RSS = "application/rss+xml"


@pytest.fixture
async def site() -> AsyncIterator[FeedServer]:
    """Give a site on loopback."""
    async with FeedServer() as server:
        yield server


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    """Give a fetcher that may go to loopback."""
    async with Fetcher(FetchLimits(), networks(["127.0.0.0/8"]), user_agent="Hark/0.1 (test)") as one:
        yield one


def named(html: str, link_header: str = "") -> list[str]:
    """Give the URLs of the feeds that a page names."""
    return [feed.url for feed in find_feeds(html.encode(), "text/html; charset=utf-8", PAGE, link_header)]


def link(href: str, kind: str = RSS, title: str = "", rel: str = "alternate") -> str:
    """Write a link element."""
    return f'<link rel="{rel}" type="{kind}" title="{title}" href="{href}">'


@pytest.mark.parametrize("form", Format)
async def test_a_feed_is_found_where_it_is(site: FeedServer, fetcher: Fetcher, form: Format) -> None:
    """The address of a feed, whatever its format, is the feed, and it is fetched once."""
    feed = site.feed("/news", form=form)
    feed.publish(title="赵长鹏")

    found = await discover(fetcher, feed.url, LIMIT)

    assert isinstance(found, Found)
    assert found.feed_url == feed.url
    assert "赵长鹏".encode() in found.fetched.body or b"\\u8d75" in found.fetched.body
    assert len(feed.requests) == 1


async def test_a_page_leads_to_the_feed_it_names(site: FeedServer, fetcher: Fetcher) -> None:
    """The address of a page is enough when the page names its feed."""
    feed = site.feed("/deep/down.xml")
    page = site.page("/about/", f"<html><head>{link('../deep/down.xml')}</head><body>hi</body></html>")

    found = await discover(fetcher, page, LIMIT)

    assert isinstance(found, Found)
    assert found.feed_url == feed.url


async def test_a_dead_feed_of_a_page_is_not_the_last_word(site: FeedServer, fetcher: Fetcher) -> None:
    """When the first feed that a page names is gone, the next one serves."""
    second = site.feed("/two.xml")
    page = site.page("/", f"<html>{link('/one.xml')}{link('/two.xml')}</html>")

    found = await discover(fetcher, page, LIMIT)

    assert isinstance(found, Found)
    assert found.feed_url == second.url


async def test_a_silent_page_has_its_feed_where_sites_have_it(site: FeedServer, fetcher: Fetcher) -> None:
    """A site that names no feed is asked at the usual addresses."""
    feed = site.feed("/atom.xml", form=Format.ATOM)
    page = site.page("/posts/1", "<html><body>no links</body></html>")

    found = await discover(fetcher, page, LIMIT)

    assert isinstance(found, Found)
    assert found.feed_url == feed.url


async def test_a_page_without_a_feed_says_so(site: FeedServer, fetcher: Fetcher) -> None:
    """A page that has no feed anywhere is not a feed, after a handful of requests."""
    page = site.page("/", "<html><body>nothing here</body></html>")

    assert await discover(fetcher, page, LIMIT) == Failure(FailureReason.NOT_A_FEED)
    assert len(site.requests) == 7


async def test_what_is_neither_page_nor_feed_is_not_searched(site: FeedServer, fetcher: Fetcher) -> None:
    """A text file is not a feed, and its site is left in peace."""
    page = site.page("/notes.txt", "just words", "text/plain")

    assert await discover(fetcher, page, LIMIT) == Failure(FailureReason.NOT_A_FEED)
    assert len(site.requests) == 1


async def test_an_address_that_fails_fails_as_it_does(site: FeedServer, fetcher: Fetcher) -> None:
    """A dead address is reported with its status, not as a page without a feed."""
    assert await discover(fetcher, f"{site.url}/gone", LIMIT) == Failure(FailureReason.HTTP_STATUS, 404)


async def test_a_private_address_is_refused(site: FeedServer) -> None:
    """An address that is not public is refused before anything is asked."""
    async with Fetcher(FetchLimits(), user_agent="Hark/0.1 (test)") as strict:
        outcome = await discover(strict, f"{site.url}/feed", LIMIT)

    assert outcome == Failure(FailureReason.NOT_PUBLIC)
    assert site.requests == []


async def test_everything_together_has_one_deadline(site: FeedServer, fetcher: Fetcher) -> None:
    """A site that hangs at every address costs the time of one fetch, and the page is what it is."""
    for path in ("/feed", "/rss", "/feed.xml", "/atom.xml", "/rss.xml", "/index.xml"):
        site.feed(path).hangs()
    page = site.page("/", "<html><body>nothing here</body></html>")

    assert await discover(fetcher, page, timedelta(seconds=0.5)) == Failure(FailureReason.NOT_A_FEED)


async def test_an_address_that_hangs_is_a_timeout(site: FeedServer, fetcher: Fetcher) -> None:
    """A site that never answers is reported as that."""
    feed = site.feed("/feed")
    feed.hangs()

    assert await discover(fetcher, feed.url, timedelta(seconds=0.2)) == Failure(FailureReason.TIMEOUT)


def test_feeds_come_best_first_and_comments_last() -> None:
    """The feed of the site comes before the feed of its comments, and each once."""
    html = (
        link("/comments/feed/", title="Site » Comments Feed")
        + link("/wp-json/", "application/json")
        + link("/feed/", title="Site » Feed")
        + link("/feed/")
        + link("/style.css", "text/css", rel="stylesheet")
        + link("/other", rel="next")
    )

    assert find_feeds(html.encode(), "text/html", PAGE) == (
        FoundFeed("https://site.example/feed/", "Site » Feed"),
        FoundFeed("https://site.example/comments/feed/", "Site » Comments Feed"),
    )


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<link rel=alternate type=application/atom+xml href=a.xml>", "https://site.example/blog/2024/a.xml"),
        (f'<base href="https://cdn.example/x/">{link("a.xml")}', "https://cdn.example/x/a.xml"),
        (f'<base href="javascript:1">{link("a.xml")}', "https://site.example/blog/2024/a.xml"),
        (
            "<LINK REL='home Alternate' TYPE='Application/RSS+XML; charset=utf-8' HREF='/A'>",
            "https://site.example/A",
        ),
        (link("/f?a=1&amp;b=2"), "https://site.example/f?a=1&b=2"),
        (link("//other.example/f", "application/feed+json"), "https://other.example/f"),
    ],
)
def test_a_named_feed_is_resolved_as_browsers_do(html: str, url: str) -> None:
    """Relative addresses, a base element, odd quoting and capital letters are understood."""
    assert named(html) == [url]


def test_hidden_and_harmful_links_are_no_feeds() -> None:
    """A link in a comment or a script, or one that leads nowhere on the web, names no feed."""
    assert named(f"<!-- {link('/a')} --><script>{link('/b')}</script>{link('javascript:x')}{link('')}") == []


def test_a_link_header_names_feeds_too() -> None:
    """A feed that only the HTTP head names is found."""
    header = '</feed>; rel="alternate"; type="application/rss+xml"; title="N", <https://x.example/>; rel=next'

    assert named("<html></html>", header) == ["https://site.example/feed"]


def test_a_page_that_is_made_to_hurt_is_read_in_a_moment() -> None:
    """A page of unclosed tags is only searched for links, never built into a tree."""
    page = "".join(f"<b a{number}><p>" for number in range(100_000)) + link("/f") + "<link " * 100_000

    assert named(link("/early") + page) == ["https://site.example/early"]


def test_feeds_are_recognised_by_their_first_bytes() -> None:
    """What a server calls a document does not matter, how it begins does."""
    assert looks_like_feed(b'\xef\xbb\xbf <?xml version="1.0"?><!-- c --><rss>', "image/png")
    assert looks_like_feed("<feed xmlns='http://www.w3.org/2005/Atom'>".encode("utf-16"))
    assert looks_like_feed(b'{"version": "https://jsonfeed.org/version/1"}')
    assert not looks_like_feed(b"<!DOCTYPE html><html><feed>", "application/rss+xml")
    assert not looks_like_feed(b'{"version": "1"}', "application/feed+json")


def test_the_usual_addresses_are_those_of_the_site() -> None:
    """Usual addresses are tried at the root of the site."""
    assert well_known(PAGE)[:2] == ("https://site.example/feed", "https://site.example/rss")
    assert len(well_known(PAGE)) == 6


async def test_a_page_with_several_subjects_names_the_others(site: FeedServer, fetcher: Fetcher) -> None:
    """News and sport are a choice; the same in another format and what people comment are none."""
    news, sport = site.feed("/news.xml"), site.feed("/sport.xml")
    links = link("/news.xml", title="News (RSS)") + link("/news.atom", title="News (Atom 1.0)")
    links += link("/sport.xml", title="Sport") + link("/all-comments.xml", title="Comments")
    page = site.page("/", f"<html><head>{links}</head></html>")

    found = await discover(fetcher, page, LIMIT)

    assert isinstance(found, Found)
    assert found.feed_url == news.url
    assert found.others == (FoundFeed(sport.url, "Sport"),)


async def test_a_feed_itself_is_no_choice(site: FeedServer, fetcher: Fetcher) -> None:
    """Whoever names a feed has chosen."""
    found = await discover(fetcher, site.feed("/news.xml").url, LIMIT)

    assert isinstance(found, Found)
    assert found.others == ()
