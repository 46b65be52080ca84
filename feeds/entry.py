"""A draft of an entry, as one format gives it → `model.Entry`: the same cleaning for every format."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit, urlunsplit

from feeds import plain
from feeds.plain import Markup
from model import Entry

MAX_URL = 2048  # characters; sitemaps.org's limit, and what every browser takes
_MAX_TAGS = 64
_MAX_MEDIA = 16
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}\Z")
_BAD_IN_URL = re.compile(r"[\x00-\x20\x7f-\x9f\\\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BREAKS = re.compile(r"[\t\n\r]")
_ENCODED = str.maketrans({" ": "%20", '"': "%22", "<": "%3C", ">": "%3E"})


@dataclass(frozen=True, slots=True)
class Words:
    """A text with how it is to be read."""

    value: str = ""
    markup: Markup = Markup.HTML


@dataclass(frozen=True, slots=True)
class Draft:
    """What a format says of an entry, in its own words."""

    guid: str = ""
    links: tuple[str, ...] = ()  # best first, maybe relative, maybe no web links at all
    title: Words = Words()
    texts: tuple[Words, ...] = ()
    author: str = ""
    published: datetime | None = None
    language: str = ""
    tags: tuple[str, ...] = ()
    media: tuple[str, ...] = ()


def finish(draft: Draft, base: str) -> Entry:
    """Return the entry that `draft` describes; `base` is the address of its document."""
    urls = (web_url(base, link) for link in draft.links)
    media = dict.fromkeys(web_url(base, link) for link in draft.media[: _MAX_MEDIA * 4])
    tags = dict.fromkeys(plain.one_line(tag, 128) for tag in draft.tags[: _MAX_TAGS * 4])
    return Entry(
        guid=plain.one_line(draft.guid, MAX_URL),
        url=next((url for url in urls if url), ""),
        title=plain.title(draft.title.value, draft.title.markup),
        text=_text(draft.texts),
        author=plain.one_line(draft.author, 256),
        published=sane(draft.published),
        language=language(draft.language),
        tags=tuple(tag for tag in tags if tag)[:_MAX_TAGS],
        media=tuple(url for url in media if url)[:_MAX_MEDIA],
    )


def _text(texts: tuple[Words, ...]) -> str:
    for words in sorted(texts, key=lambda words: -len(words.value)):  # the fullest says most
        if found := plain.text(words.value, words.markup):
            return found
    return ""


def web_url(base: str, link: str) -> str:
    """Return `link` made absolute against `base`, "" unless it is one a person may follow on the web.

    Tabs and line breaks are dropped, blanks and quotes encoded as browsers do (WHATWG URL); a user name
    before the host is dropped: it is a secret or a trick.
    """
    link = _BREAKS.sub("", link.strip())
    if not link or len(link) > MAX_URL:
        return ""
    try:
        url = urljoin(base, link).translate(_ENCODED)
        parts = urlsplit(url)
        acceptable = parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port  # raises when it is no number
    except ValueError:
        return ""
    if "@" in parts.netloc:
        url = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return url if acceptable and len(url) <= MAX_URL and not _BAD_IN_URL.search(url) else ""


def sane(moment: datetime | None) -> datetime | None:
    """Return `moment` in UTC, None when no working clock shows it: before 1990, after 2200."""
    if moment is None:
        return None
    try:
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return moment if 1990 <= moment.year <= 2200 else None


def language(declared: str) -> str:
    """Return a declared language as BCP 47 writes it, "" when it is none."""
    declared = declared.strip().replace("_", "-")
    return declared if _LANGUAGE.match(declared) else ""


def fingerprint(material: bytes) -> int:
    """Return 63 bits that stand for `material`: positive in every database."""
    return int.from_bytes(hashlib.blake2b(material, digest_size=8).digest(), "big") & (2**63 - 1)
