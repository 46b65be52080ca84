"""Where the entries of a feed stand, byte by byte: what is known already need not be parsed again.

One pass of expat finds the offsets of all entries and refuses what is deeper or wider than any feed. The head
and the tail of the document stay, so that namespaces, base and language of the entries stay what they were.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from enum import Enum
from xml.parsers import expat  # the very parser below feedparser; entities are never expanded here

from feeds.entry import MAX_URL, fingerprint, sane
from feeds.mend import MAX_ATTRIBUTES, MAX_DEPTH, BeyondMending, mend, shorten
from feeds.sifting import sift

_ROOTS = frozenset(("rss", "rdf", "feed"))
_ITEMS = frozenset(("item", "entry"))
_RUBBISH = frozenset(("b", "br", "center", "div", "font", "p", "pre"))  # what servers print before a feed
_PICTURES = frozenset(("image", "textinput"))
# namespaces whose elements a feed reader takes for plain RSS or Atom; "" is none at all
_PLAIN = re.compile(
    r"(?:|http://purl\.org/rss/1\.0/|http://my\.netscape\.com/rdf/simple/0\.9/|http://www\.w3\.org/2005/Atom"
    r"|http://purl\.org/atom/ns#|.*backend\.userland\.com/rss.*|http://blogs\.law\.harvard\.edu/tech/rss)",
    re.IGNORECASE,
)
_DECLARATION = re.compile(rb"\s*<\?xml\s[^>]*\?>")
_DATE = re.compile(
    rb"<(?:[\w.-]{1,20}:)?(?:pubDate|published|issued|updated|date|modified)\b[^>]{0,200}>\s*([^<]{6,60}?)\s*<",
    re.IGNORECASE,
)
_OVERSIZE = 512 * 1024  # bytes of one entry: its runs of text are cut before anything else looks at them


class NotWellFormed(Exception):
    """Expat stops, or there is a document type, whose entities we do not want."""


class NotAFeed(Exception):
    """The root is no feed's, or the document is deeper or wider than any feed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One entry of the document."""

    content: bytes
    fingerprint: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A document taken apart: what stands around the entries, and the entries, each once."""

    frame: tuple[bytes, bytes]  # what stands before the first entry; what else is no entry
    fresh: tuple[Piece, ...]  # to be parsed, in the order of the document
    kept: tuple[int, ...]  # fingerprints of those that are known
    passed_over: tuple[int, ...]  # fingerprints of those that are neither known nor parsed

    def document(self, pieces: tuple[Piece, ...]) -> bytes:
        """Return a document with these entries only."""
        return b"".join((self.frame[0], *(piece.content for piece in pieces), self.frame[1]))


def cut(data: bytes, known: Collection[int]) -> Cut:
    """Return the feed in `data` (UTF-8) taken apart, mended first when it must be; raise NotAFeed."""
    data = data[found.end() :] if (found := _DECLARATION.match(data[:1024])) else data
    try:
        return _taken_apart(data, _Scan(data), known)
    except NotWellFormed:
        pass
    try:
        data = mend(data.decode("utf-8", "replace")).encode()
        return _taken_apart(data, _Scan(data), known)
    except (BeyondMending, NotWellFormed) as error:
        raise NotAFeed from error


class _Kind(Enum):
    """What an element is to the cut."""

    OTHER = 0
    ENTRY = 1
    PICTURE = 2  # inside an entry feedparser takes its title for the entry's
    CATEGORY = 3
    KEYWORDS = 4  # one element, many tags
    PERSON = 5


# How many of them an entry may have, and how long each may be (bytes of its element): what exceeds this is
# dropped. feedparser compares every tag with every other, and needs quadratic time for an address in a name.
_LIMITS = {_Kind.CATEGORY: (64, 4096), _Kind.KEYWORDS: (2, 1024), _Kind.PERSON: (8, 512)}
_KINDS = {
    **dict.fromkeys(("category", "subject"), _Kind.CATEGORY),
    **dict.fromkeys(("keywords", "tags"), _Kind.KEYWORDS),
    **dict.fromkeys(("author", "creator", "contributor", "publisher", "owner"), _Kind.PERSON),
    **dict.fromkeys(("managingeditor", "webmaster", "name", "email", "editor"), _Kind.PERSON),
}


class _Scan:
    """One pass of expat: `entries` are the outermost ones, `drops` what nobody reads or can afford."""

    def __init__(self, data: bytes) -> None:
        self.entries: list[tuple[int, int]] = []
        self.drops: list[tuple[int, int]] = []
        self._kinds: dict[str, _Kind] = {}
        self._own = ""  # the namespace of the root
        self._open: list[tuple[int, int, _Kind]] = []  # (depth, offset, kind) of what is not OTHER
        self._entries_open = 0
        self._seen: Counter[_Kind] = Counter()  # in this entry
        self._namespaces: set[str | None] = set()
        self._depth = 0
        self._bases = b"base" in data
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.ordered_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartNamespaceDeclHandler = self._namespace
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise NotWellFormed from error

    def _start(self, name: str, attributes: list[str]) -> None:
        self._depth += 1
        kind = self._kinds.get(name)
        if kind is None:
            if self._depth == 1:
                self._own = _root_namespace(name)
            kind = self._kinds[name] = _kind(name, self._own)
        if self._depth > MAX_DEPTH or len(attributes) > 2 * MAX_ATTRIBUTES:
            raise NotAFeed
        if attributes and self._bases:
            _check_bases(attributes)
        if kind is not _Kind.OTHER:
            self._open.append((self._depth, self._parser.CurrentByteIndex, kind))
            if kind is _Kind.ENTRY:
                self._seen.clear()
                self._entries_open += 1

    def _end(self, name: str) -> None:
        if self._open and self._open[-1][0] == self._depth:
            _, start, kind = self._open.pop()
            self._close(kind, start, self._parser.CurrentByteIndex)
        self._depth -= 1

    def _close(self, kind: _Kind, start: int, end: int) -> None:
        if kind is _Kind.ENTRY:
            self._entries_open -= 1
            (self.drops if self._entries_open else self.entries).append((start, end))
        elif kind is _Kind.PICTURE:
            if self._entries_open:
                self.drops.append((start, end))
        else:
            self._seen[kind] += 1
            most, longest = _LIMITS[kind]
            if self._seen[kind] > most or end - start > longest:
                self.drops.append((start, end))

    def _doctype(self, *_: object) -> None:
        raise NotWellFormed

    def _namespace(self, prefix: str | None, uri: str) -> None:
        self._namespaces.add(uri)
        if len(self._namespaces) > MAX_ATTRIBUTES:  # feedparser walks through all of them for every element
            raise NotAFeed


def _root_namespace(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    if local.lower() in _RUBBISH:
        raise NotWellFormed
    if local.lower() not in _ROOTS:
        raise NotAFeed
    return namespace


def _kind(name: str, own: str) -> _Kind:
    namespace, _, local = name.rpartition(" ")
    local = local.lower()
    if local in _KINDS:
        return _KINDS[local]
    if namespace == own or _PLAIN.fullmatch(namespace):
        return _Kind.ENTRY if local in _ITEMS else _Kind.PICTURE if local in _PICTURES else _Kind.OTHER
    return _Kind.OTHER


def _check_bases(attributes: list[str]) -> None:
    """Refuse an xml:base that no address needs: feedparser joins it anew for every element."""
    for name, value in zip(attributes[::2], attributes[1::2], strict=True):
        if name.endswith("base") and len(value) > MAX_URL:
            raise NotAFeed


def _taken_apart(data: bytes, scan: _Scan, known: Collection[int]) -> Cut:
    entries = [(start, _stop(data, start, end)) for start, end in scan.entries]
    drops = sorted((start, _stop(data, start, end)) for start, end in scan.drops)
    stops = [0, *(end for _, end in entries)]
    starts = [*(start for start, _ in entries), len(data)]
    head, *rest = (_without(data, start, end, drops) for start, end in zip(stops, starts, strict=True))
    contents = (_without(data, start, end, drops) for start, end in entries)
    pieces = {fingerprint(content): content for content in contents}
    sifted = sift(list(pieces), known, lambda numbers: _moments([pieces[number] for number in numbers]))
    bounded = ((_bounded(pieces[number]), number) for number in sifted.fresh)
    fresh = tuple(Piece(content, number) for content, number in bounded if content)
    ill = frozenset(sifted.fresh) - {piece.fingerprint for piece in fresh}
    return Cut((head, b"".join(rest)), fresh, sifted.kept, (*sifted.passed_over, *ill))


def _stop(data: bytes, start: int, end: int) -> int:
    """Return the offset behind an element: expat tells where its end tag begins, or where "<item/>" stops."""
    if not data.startswith(b"</", end) or (
        data[end - 2 : end] == b"/>" and data.find(b">", start) + 1 == end
    ):
        return end
    return data.index(b">", end) + 1


def _without(data: bytes, start: int, end: int, drops: list[tuple[int, int]]) -> bytes:
    """Return a stretch of `data` without what is dropped from it (an entry inside an entry is no article)."""
    if not drops:
        return data[start:end]
    kept: list[bytes] = []
    for index in range(bisect_left(drops, (start + 1, 0)), len(drops)):
        drop_start, drop_end = drops[index]
        if drop_start >= end:
            break
        if drop_start >= start:  # else it is inside the one before
            kept.append(data[start:drop_start])
            start = drop_end
    return b"".join((*kept, data[start:end]))


def _bounded(content: bytes) -> bytes:
    """Cut the runs of text that no article needs, before anything slower than a search sees them.

    Returns nothing of an entry that no article is as large as.
    """
    if len(content) <= _OVERSIZE:
        return content
    try:
        return shorten(content.decode("utf-8", "replace")).encode()
    except BeyondMending:
        return b""


def _moments(contents: Sequence[bytes]) -> list[float]:
    """Return when the entries appeared; those without a date go with the one before."""
    moments: list[float] = []
    for content in contents:
        found = _DATE.search(content[: 64 * 1024])
        moment = _moment(found.group(1).decode("ascii", "replace")) if found else None
        moments.append(moment.timestamp() if moment else moments[-1] if moments else float("inf"))
    return moments


def _moment(text: str) -> datetime | None:
    try:
        if text[:4].isdigit():
            return sane(datetime.fromisoformat(text))
        return sane(parsedate_to_datetime(text))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
