"""The feed behind whatever a person pastes: a feed, a page that names its feeds, or a site that has one."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from feeds import plain
from feeds.encoding import to_utf8
from feeds.entry import web_url
from feeds.fetch import Fetched
from feeds.sites import feed_inside
from feeds.sniff import Kind, sniff
from feeds.source import Fetching
from feeds.telegram_web import is_channel
from model import Failure, FailureReason

_HEAD = 512 * 1024  # bytes of a page in which its feeds are named
_MOST_LINKS = 500
_MOST_TRIED = 3  # of the feeds that a page names
_TYPES = {
    "application/rss+xml": 0,
    "application/atom+xml": 0,
    "application/feed+json": 0,
    "application/rdf+xml": 1,
    "application/xml": 2,
    "text/xml": 2,
}
_WELL_KNOWN = ("/feed", "/rss", "/feed.xml", "/atom.xml", "/rss.xml", "/index.xml")
_HIDDEN = re.compile(
    r"<!--(?:.*?-->|.*\Z)|<(script|style|template)\b(?:.*?</\1\b|.*\Z)", re.IGNORECASE | re.DOTALL
)
_LINK = re.compile(r"""<(?:link|base)\b(?:"(?:[^"]*+")?+|'(?:[^']*+')?+|[^"'>])*+(?:>|\Z)""", re.IGNORECASE)
_COMMENTS = re.compile(r"comment|coment|kommentar|replies|评论|評論", re.IGNORECASE)
_FORMATS = re.compile(r"\b(?:rss|atom|rdf|json|xml|feeds?|index|[012]\.0|v?[12])\b|订阅|訂閱")
_WORDS = re.compile(r"\w+")
_HEADER_LINK = re.compile(r'<([^<>]{1,2048})>((?:\s*;\s*[\w-]+\s*=\s*(?:"[^"]*"|[^",;\s]+))*)')
_HEADER_PARAMETER = re.compile(r';\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^",;\s]+))')


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that a page names."""

    url: str  # absolute http(s)
    title: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The feed for an address: where it is, and the document that was fetched there."""

    feed_url: str
    fetched: Fetched
    others: tuple[FoundFeed, ...] = ()  # what else the page names that tells something else


@dataclass(frozen=True, slots=True)
class _Link:
    href: str
    rel: str
    type: str
    title: str


async def discover(fetcher: Fetching, url: str, limit: timedelta) -> Found | Failure:
    """Return the feed at `url`, or the one its page names, or the one where sites usually have it.

    All of it together takes at most `limit`. A page that cannot be fetched fails as it does; a page without a
    feed is NOT_A_FEED; a page that names a feed which is none fails as that feed does.
    """
    verdict = Failure(FailureReason.TIMEOUT)
    try:
        async with asyncio.timeout(limit.total_seconds()):
            page = await _fetched(fetcher, url)
            if isinstance(page, Failure):
                return page
            verdict = Failure(FailureReason.NOT_A_FEED)
            if looks_like_feed(page.body):
                return Found(url, page)
            if sniff(page.body) is not Kind.HTML:
                return verdict
            feeds = _named_by(page)
            named = [feed.url for feed in feeds][:_MOST_TRIED]
            if named:
                verdict = Failure(FailureReason.TIMEOUT)
                found = await _first_feed(fetcher, named)
                if isinstance(found, Found):
                    return replace(found, others=others_than(found.feed_url, feeds))
                verdict = found
            found = await _first_feed(fetcher, [one for one in well_known(page.url) if one not in named])
            return found if isinstance(found, Found) else verdict
    except TimeoutError:
        return verdict


def _named_by(page: Fetched) -> tuple[FoundFeed, ...]:
    """Return the feeds that a page names, in the usual way, else in its site's own."""
    inside = feed_inside(page.url, page.body)
    return find_feeds(page.body, page.content_type, page.url) or ((FoundFeed(inside),) if inside else ())


def others_than(chosen: str, feeds: Sequence[FoundFeed]) -> tuple[FoundFeed, ...]:
    """Return those of a page's feeds among which a person may want to choose another than `chosen`.

    The same in another format is none, and what people comment is no choice either.
    """
    known = {_subject(feed) for feed in feeds if feed.url == chosen}
    found = []
    for feed in feeds:
        subject = _subject(feed)
        if subject not in known and not _is_of_comments(feed):
            known.add(subject)
            found.append(feed)
    return tuple(found)


def _subject(feed: FoundFeed) -> str:
    """Return what a feed is about: its title, else its path, without the words that name a format."""
    shown = feed.title or urlsplit(feed.url).path
    return " ".join(_WORDS.findall(_FORMATS.sub(" ", shown.lower())))


def _is_of_comments(feed: FoundFeed) -> bool:
    return bool(_COMMENTS.search(f"{feed.title} {feed.url}"))


async def _first_feed(fetcher: Fetching, urls: Iterable[str]) -> Found | Failure:
    """Return the first of `urls` that is a feed, else what the first of them failed with."""
    verdict: Failure | None = None
    for url in urls:
        fetched = await _fetched(fetcher, url)
        if isinstance(fetched, Fetched) and looks_like_feed(fetched.body):
            return Found(url, fetched)
        failure = fetched if isinstance(fetched, Failure) else Failure(FailureReason.NOT_A_FEED)
        verdict = verdict or failure
    return verdict or Failure(FailureReason.NOT_A_FEED)


async def _fetched(fetcher: Fetching, url: str) -> Fetched | Failure:
    answer = await fetcher.fetch(url)
    return answer if isinstance(answer, Fetched | Failure) else Failure(FailureReason.BAD_RESPONSE)


def looks_like_feed(body: bytes, content_type: str = "") -> bool:
    """Say whether `body` is a feed or a Telegram channel by its looks; `content_type` lies too often."""
    kind = sniff(body)
    if kind is Kind.HTML:
        return is_channel(body)
    return kind is Kind.XML or (kind is Kind.JSON and b"jsonfeed.org" in to_utf8(body[:4096], content_type))


def well_known(url: str) -> tuple[str, ...]:
    """Return where the site of `url` would have its feed if it says nothing."""
    return tuple(urljoin(url, path) for path in _WELL_KNOWN)


def find_feeds(html: bytes, content_type: str, url: str, link_header: str = "") -> tuple[FoundFeed, ...]:
    """Return the feeds that a page names, best first: those of the page before those of its comments.

    `url` is where the page was; its <base> counts. `link_header` is the HTTP header Link as sent.
    """
    text = to_utf8(html[:_HEAD], content_type).decode("utf-8", "replace")
    base, links = _links(text, url)
    ranked: dict[str, tuple[tuple[bool, int], str]] = {}
    for where, link in [
        *((url, link) for link in _header_links(link_header)),
        *((base, link) for link in links),
    ]:
        kind = _TYPES.get(link.type.partition(";")[0].strip().lower())
        target = web_url(where, link.href)
        if kind is None or not target or "alternate" not in link.rel.lower().split():
            continue
        title = plain.one_line(link.title, 256)
        ranked.setdefault(target, ((bool(_COMMENTS.search(f"{title} {target}")), kind), title))
    order = sorted(ranked, key=lambda target: ranked[target][0])
    return tuple(FoundFeed(target, ranked[target][1]) for target in order)


def _links(text: str, url: str) -> tuple[str, list[_Link]]:
    """Return the base of a page and its link elements.

    Only these elements are given to the HTML parser: the tree of a whole hostile page could fill the memory.
    """
    tags = [found.group() for found in _LINK.finditer(_HIDDEN.sub("", text))][:_MOST_LINKS]
    base, links = "", []
    for node in LexborHTMLParser(f"<head>{''.join(tags)}").css("link, base"):
        attributes = {name: value or "" for name, value in node.attributes.items()}
        if node.tag == "base":
            base = base or web_url(url, attributes.get("href", ""))
            continue
        links.append(_Link(*(attributes.get(name, "") for name in ("href", "rel", "type", "title"))))
    return base or url, links


def _header_links(header: str) -> list[_Link]:
    links = []
    for href, parameters in _HEADER_LINK.findall(header[:8192]):
        named = {name.lower(): quoted or bare for name, quoted, bare in _HEADER_PARAMETER.findall(parameters)}
        links.append(_Link(href, *(named.get(name, "") for name in ("rel", "type", "title"))))
    return links
