"""Bytes → entries: RSS, Atom, RDF, JSON Feed, Telegram's pages. The only place that knows feedparser.

What feedparser is given is always well-formed, bounded UTF-8 without a document type (`cut.py`, `mend.py`,
`encoding.py`), holds only entries that are not known yet, and comes back as drafts that `entry.py` cleans. It
neither sanitises nor resolves links: our texts are plain, and our links are resolved after it, so that a guid
stays what the feed wrote.
"""

from __future__ import annotations

import calendar
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from time import struct_time

import feedparser

from feeds import jsonfeed, plain, telegram_web
from feeds.cut import Cut, NotAFeed, Piece, cut
from feeds.encoding import to_utf8
from feeds.entry import Draft, Words, finish, web_url
from feeds.plain import Markup
from feeds.sniff import Kind, sniff
from model import Document, Failure, FailureReason

_HEADERS = {"content-type": "application/xml; charset=utf-8"}
_PLAIN_TYPES = frozenset(("text/plain", "text", "plain"))

_BUDGET = 8 * 1024 * 1024  # bytes of head and tail that are read again when entries must be read one by one

Thing = Mapping[str, object]  # feedparser's dictionary; leaves this module only as a Draft


@dataclass(frozen=True, slots=True)
class _Read:
    feed: Thing
    things: tuple[Thing, ...]


def parse(
    body: bytes, content_type: str, url: str, known: frozenset[int] = frozenset()
) -> Document | Failure:
    """Return the entries of `body` that are not `known`, newest first as the document lists them.

    `known` are fingerprints of an earlier Document of the source; those still listed come back as `kept`.
    `url` is the address that answered; where there is none ("") the feed's own word for it counts. Pure and
    bounded: at most 500 entries, the newest, the others are `passed_over`; never raises. When nothing is new
    nothing is parsed, and the title is "".
    """
    kind = sniff(body)
    if kind is Kind.JSON:
        return _parse_json(to_utf8(body, content_type), url, known)
    if kind is Kind.XML:
        try:
            return _parse_xml(cut(to_utf8(body, content_type), known), url)
        except NotAFeed:
            pass
    if kind is Kind.HTML and telegram_web.is_channel(body):
        return _parse_channel(to_utf8(body, content_type), known)
    return Failure(FailureReason.NOT_A_FEED)


def _parse_channel(data: bytes, known: frozenset[int]) -> Document:
    read = telegram_web.read(data, known)
    entries = tuple((number, finish(draft, "https://t.me/")) for number, draft in read.drafts)
    return Document(entries, read.kept, read.passed_over, plain.title(read.title, Markup.PLAIN))


def _parse_json(data: bytes, url: str, known: frozenset[int]) -> Document | Failure:
    read = jsonfeed.read(data, known)
    if read is None:
        return Failure(FailureReason.NOT_A_FEED)
    base = url or _first_address(read.addresses)
    entries = tuple((number, finish(draft, base)) for number, draft in read.drafts)
    return Document(entries, read.kept, read.passed_over, plain.title(read.title, Markup.PLAIN))


def _parse_xml(document: Cut, url: str) -> Document | Failure:
    fresh, kept, passed_over = document.fresh, document.kept, document.passed_over
    if kept and not fresh:
        return Document((), kept, passed_over)
    read = _read(document, fresh)
    if read is None or len(read.things) != len(fresh):
        read, fresh = _one_by_one(document, fresh)
    if not fresh and not kept and (document.fresh or passed_over):
        return Failure(FailureReason.NOT_A_FEED)
    title = _title(read.feed, read.feed)
    base = url or _own_address(read.feed)
    entries = (finish(_draft(thing, read.feed), base) for thing in read.things)
    told = tuple(zip((piece.fingerprint for piece in fresh), entries, strict=True))
    hub, topic = _linked(read.feed, "hub"), _linked(read.feed, "self")
    name = plain.title(title.value, title.markup)
    return Document(told, kept, passed_over, name, hub=web_url(base, hub), topic=web_url(base, topic))


def _linked(feed: Thing, rel: str) -> str:
    found = (_string(link, "href") for link in _things(feed, "links") if _string(link, "rel") == rel)
    return next(found, "")


def _own_address(feed: Thing) -> str:
    """Return where the feed says that it is, else the page that it says it belongs to."""
    own = (_string(link, "href") for link in _things(feed, "links") if _string(link, "rel") == "self")
    return _first_address((*own, _string(feed, "link")))


def _first_address(links: Iterable[str]) -> str:
    return next(filter(None, (web_url("", link) for link in links)), "")


def _read(document: Cut, pieces: tuple[Piece, ...]) -> _Read | None:
    """Return what feedparser makes of the document with these entries, None when it fails on it."""
    try:
        result = feedparser.parse(
            io.BytesIO(document.document(pieces)),
            response_headers=_HEADERS,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception:  # the library's own handlers raise KeyError, IndexError … on elements in odd places
        return None
    feed = {**result["feed"], "version": result["version"]}
    return _Read(feed, tuple(dict(entry) for entry in result["entries"]))


def _one_by_one(document: Cut, pieces: tuple[Piece, ...]) -> tuple[_Read, tuple[Piece, ...]]:
    """Read each entry alone, skip those that cannot be read: one ill entry does not stop the others."""
    most = max(1, _BUDGET // (1 + sum(map(len, document.frame))))
    feed: Thing = {}
    things, readable = [], []
    for piece in pieces[:most]:
        read = _read(document, (piece,))
        if read is not None and read.things:
            feed = read.feed
            things.append(read.things[0])
            readable.append(piece)
    return _Read(feed, tuple(things)), tuple(readable)


def _draft(thing: Thing, feed: Thing) -> Draft:
    links = _things(thing, "links")
    return Draft(
        guid=_string(thing, "id"),
        links=_links(thing, links),
        title=_title(thing, feed),
        texts=(*_contents(thing), _words(thing, "summary")),
        author=_author(thing) or _author(feed),
        published=_moment(thing),
        language=_language(thing) or _string(feed, "language"),
        tags=tuple(_string(tag, "term") or _string(tag, "label") for tag in _things(thing, "tags")),
        media=_media(thing, links),
    )


def _links(thing: Thing, links: list[Thing]) -> tuple[str, ...]:
    """Return what may be the entry's page: its links in order of worth, then a guid that is an address.

    feedparser takes the last of several alternate links and makes a link of any guid not marked otherwise.
    """
    pages = [
        _string(link, "href")
        for link in links
        if _string(link, "rel") == "alternate"
        and _string(link, "type") in ("text/html", "application/xhtml+xml")
    ]
    others = [_string(link, "href") for link in links if _string(link, "rel") in ("alternate", "")]
    link, guid = _string(thing, "link"), _string(thing, "id")
    guid = (
        guid if guid.lower().startswith(("http://", "https://")) and _is_permalink(thing, link, guid) else ""
    )
    return tuple(filter(None, (*pages, *others, link if link != _string(thing, "id") else "", guid)))


def _is_permalink(thing: Thing, link: str, guid: str) -> bool:
    return link == guid or bool(thing.get("guidislink"))


def _contents(thing: Thing) -> tuple[Words, ...]:
    return tuple(Words(_string(part, "value"), _markup(part)) for part in _things(thing, "content"))


def _words(thing: Thing, name: str) -> Words:
    detail = thing.get(f"{name}_detail")
    if isinstance(detail, Mapping):
        detail = dict(detail)
        return Words(_string(detail, "value"), _markup(detail))
    return Words(_string(thing, name), Markup.UNSAID)


def _title(thing: Thing, feed: Thing) -> Words:
    """Return a title as Atom says it is to be read; RSS does not say, whatever feedparser guesses."""
    words = _words(thing, "title")
    return words if _string(feed, "version").startswith("atom") else Words(words.value, Markup.UNSAID)


def _markup(detail: Thing) -> Markup:
    return Markup.PLAIN if _string(detail, "type") in _PLAIN_TYPES else Markup.HTML


def _author(thing: Thing) -> str:
    names = [_string(person, "name") for person in _things(thing, "authors")]
    return ", ".join(dict.fromkeys(filter(None, names))) or _string(thing, "author")


def _language(thing: Thing) -> str:
    detail = thing.get("title_detail") or thing.get("summary_detail")
    return _string(thing, "language") or (
        _string(dict(detail), "language") if isinstance(detail, Mapping) else ""
    )


def _media(thing: Thing, links: list[Thing]) -> tuple[str, ...]:
    enclosures = [_string(link, "href") for link in links if _string(link, "rel") == "enclosure"]
    pictures = [
        _string(part, "url") for name in ("media_content", "media_thumbnail") for part in _things(thing, name)
    ]
    return tuple(filter(None, (*enclosures, *pictures)))


def _moment(thing: Thing) -> datetime | None:
    for name in ("published_parsed", "updated_parsed", "created_parsed"):
        parsed = thing.get(name)
        if isinstance(parsed, struct_time):
            try:
                return datetime.fromtimestamp(calendar.timegm(parsed), UTC)
            except (ValueError, OverflowError, OSError):
                continue
    return None


def _string(thing: Thing, name: str) -> str:
    value = thing.get(name)
    return value if isinstance(value, str) else ""


def _things(thing: Thing, name: str) -> list[Thing]:
    value = thing.get(name)
    return [dict(part) for part in value if isinstance(part, Mapping)] if isinstance(value, list) else []
