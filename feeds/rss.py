"""Bytes → entries: RSS, Atom, RDF and JSON Feed. The only place that knows feedparser; no network, no clock.

What feedparser is given is always well-formed, bounded UTF-8 without a document type (`cut.py`, `mend.py`,
`encoding.py`), holds only entries that are not known yet, and comes back as drafts that `entry.py` cleans. It
neither sanitises nor resolves links: our texts are plain, and our links are resolved after it, so that a guid
stays what the feed wrote.
"""

from __future__ import annotations

import calendar
import io
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from time import struct_time

import feedparser

from feeds import jsonfeed, plain
from feeds.cut import Cut, NotAFeed, Piece, cut
from feeds.encoding import to_utf8
from feeds.entry import Draft, Words, finish, fingerprint
from feeds.plain import Markup
from feeds.sniff import Kind, sniff
from model import Document, Entry, Failure, FailureReason

_HEADERS = {"content-type": "application/xml; charset=utf-8"}
_PLAIN_TYPES = frozenset(("text/plain", "text", "plain"))

Thing = Mapping[str, object]  # feedparser's dictionary; leaves this module only as a Draft


def parse(
    body: bytes, content_type: str, url: str, known: frozenset[int] = frozenset()
) -> Document | Failure:
    """Return the entries of `body` that are not `known`, newest first as the document lists them.

    `known` are fingerprints of an earlier Document of the same source; those still listed come back as `kept`.
    `url` is the address that answered. Pure and bounded: at most 500 entries, the newest. Never raises.
    """
    kind = sniff(body)
    if kind is Kind.JSON:
        return _parse_json(to_utf8(body, content_type), url, known)
    if kind is Kind.XML:
        try:
            return _parse_xml(cut(to_utf8(body, content_type)), url, known)
        except NotAFeed:
            pass
    return Failure(FailureReason.NOT_A_FEED)


def _parse_json(data: bytes, url: str, known: frozenset[int]) -> Document | Failure:
    read = jsonfeed.read(data, known)
    if read is None:
        return Failure(FailureReason.NOT_A_FEED)
    feed, kept = read
    entries = tuple((number, finish(draft, url)) for number, draft in feed.drafts)
    return Document(entries, kept, plain.title(feed.title, Markup.PLAIN))


def _parse_xml(document: Cut, url: str, known: frozenset[int]) -> Document:
    fresh = tuple(piece for piece in document.pieces if piece.fingerprint not in known)
    kept = tuple(piece.fingerprint for piece in document.pieces if piece.fingerprint in known)
    feed, things = _feedparser(document.document(fresh))
    title = _title(feed, feed)
    entries = [finish(_draft(thing, feed), url) for thing in things]
    if len(entries) == len(fresh):
        numbered = _numbered(fresh, entries)
    else:
        numbered, kept = _by_content(entries, known)
    return Document(numbered, kept, plain.title(title.value, title.markup))


def _numbered(pieces: tuple[Piece, ...], entries: list[Entry]) -> tuple[tuple[int, Entry], ...]:
    return tuple((piece.fingerprint, entry) for piece, entry in zip(pieces, entries, strict=True))


def _by_content(
    entries: list[Entry], known: frozenset[int]
) -> tuple[tuple[tuple[int, Entry], ...], tuple[int, ...]]:
    """Number entries by what they say, for a document in which feedparser sees others than expat does."""
    numbered = {
        fingerprint(repr([getattr(entry, field.name) for field in fields(Entry)]).encode()): entry
        for entry in entries
    }
    fresh = tuple((number, entry) for number, entry in numbered.items() if number not in known)
    return fresh, tuple(number for number in numbered if number in known)


def _feedparser(data: bytes) -> tuple[Thing, list[Thing]]:
    result = feedparser.parse(
        io.BytesIO(data), response_headers=_HEADERS, sanitize_html=False, resolve_relative_uris=False
    )
    return {**result["feed"], "version": result["version"]}, [dict(entry) for entry in result["entries"]]


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
