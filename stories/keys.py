"""The names of an entry: short digests of its id, its page, its words and its title.

The digests live in the store for the whole retention time: a change here makes every feed look new. Folding
is therefore done here, by Unicode's stable forms alone, and not by `text.py`, which grows with the languages.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

from model import Entry, ItemKeys
from stories.urls import bare_host, canonical_url, split_http

_SEPARATOR = "\x1f"  # cannot stand in XML, so two parts never read as one
BRIEF = (
    "b"  # the kind of a content key whose text says too little ("Comments", "阅读全文") to know an entry by
)
_BRIEF = 40  # UTF-8 bytes below which a text does
_GLOBAL_ID = re.compile(
    r"(?:tag:|urn:uuid:|x:\d)|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", re.IGNORECASE
)
_REVISION = re.compile(r"#\d{1,3}$")  # BBC News counts the revisions of an article in its guid
_URL_IN_TEXT = re.compile(r"https?://[!-~]+")
# links that lead to a redirector which tells its target only when asked
_OPAQUE = frozenset({"feedproxy.google.com", "feeds.feedburner.com", "rss.feedsportal.com"})


def keys_of(entry: Entry, source_id: int) -> ItemKeys:
    """Return the keys of an entry: a letter for the kind and 24 hex digits each, "" where it has none.

    A URL names an entry everywhere, a guid when it is unique in the world, the words when there is neither.
    Everything else names it within its source.
    """
    scope = str(source_id)
    page = _page(entry)
    guid = _guid_key(entry, page, scope)
    title, text = fold(entry.title), fold(_URL_IN_TEXT.sub(" ", entry.text))
    called = title or (text if _is_brief(text) else "")
    if guid or page:
        kind = BRIEF if _is_brief(text) else "c"
        content = _digest(kind, scope, title, text) if text and text not in (title, called) else ""
    else:
        content = _digest("c", title, text) if title or text else _digest("c", scope, *entry.media)
    return ItemKeys(guid, url_key(page), content, _digest("t", scope, called) if called else "")


def fold(text: str) -> str:
    """Return `text` in compatibility form, without case, with single spaces."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.casefold().split())


def url_key(page: str) -> str:
    """Return the key of a canonical URL: 16 digits for path and query, 8 for the host, "" for no URL.

    The halves let a page be recognised that kept its path and moved to another host.
    """
    if not page:
        return ""
    host, _, path = ("", "", page) if page.startswith("x:") else page.partition("/")
    return "u" + _hex(8, path) + _hex(4, host)


def _page(entry: Entry) -> str:
    """Return the canonical URL of the entry's own page, taken from the guid where the link does not tell."""
    link = split_http(entry.url) if entry.url else None
    if link is None or link.hostname in _OPAQUE:
        guid = canonical_url(entry.guid) if split_http(entry.guid) else ""
        if guid and not _is_home(guid):
            return guid
    return canonical_url(entry.url) if link else ""


def _is_home(page: str) -> bool:
    return "/" not in page and not page.startswith("x:")


def _guid_key(entry: Entry, page: str, scope: str) -> str:
    guid = entry.guid.strip()
    if not guid:
        return ""
    parts = split_http(guid)
    if parts is None:
        return _digest("g", guid.lower()) if _GLOBAL_ID.match(guid) else _digest("g", scope, guid)
    post = canonical_url(guid) if "/status" in guid else ""
    if post.startswith("x:"):
        return _digest("g", post)
    if _REVISION.search(guid) and "#" not in entry.url:
        without = _REVISION.sub("", guid)
        guid = without if canonical_url(without) == page else guid
    address = guid.partition("//")[2].partition("/")[2]
    if not address:
        return _digest("g", scope, guid)
    return _digest("g", f"{bare_host(parts)}/{address}")


def _is_brief(text: str) -> bool:
    return len(text) < _BRIEF and len(text.encode("utf-8", "replace")) < _BRIEF


def _digest(kind: str, *parts: str) -> str:
    return kind + _hex(12, _SEPARATOR.join(parts))


def _hex(size: int, text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=size).hexdigest()


HOME = url_key("example.com")  # its path half is that of every home page
POST = url_key("x:1")  # its host half is that of every post on X
