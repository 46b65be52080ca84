"""A list of feeds as readers export it (OPML): bytes → its feeds, each once. Pure, bounded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.parsers import expat

from feeds import plain
from feeds.encoding import to_utf8
from feeds.entry import MAX_URL

MOST_FEEDS = 1000
LONGEST = 1024 * 1024  # bytes
_DEPTH = 64  # folders in folders
_DECLARATION = re.compile(rb"\s*<\?xml\s[^>]*\?>")
_STRAY = re.compile(rb"&(?!(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);)")


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed of the list."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Opml:
    """What a list holds."""

    feeds: tuple[Outline, ...]
    repeated: int = 0  # how often a feed was listed again
    more: bool = False  # it goes on, but no further is read
    broken: bool = False  # it breaks off, or stops being XML


def read_opml(body: bytes) -> Opml | None:
    """Return the feeds of a list, those before a fault where it has one; None: no OPML at all."""
    if len(body) > LONGEST:
        return None
    data = _DECLARATION.sub(b"", to_utf8(body, ""), count=1)
    found = _scan(data)
    if found is not None and found.broken:
        return _scan(_STRAY.sub(b"&amp;", data)) or found
    return found


class _Enough(Exception):
    """No further is read."""


class _Scan:
    """One pass of expat over a list."""

    def __init__(self) -> None:
        self.root = ""
        self.feeds: dict[str, Outline] = {}
        self.repeated = 0
        self._depth = 0
        self.parser = parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = self._entity

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self.root = self.root or name.lower()
        if self.root != "opml" or self._depth > _DEPTH:
            raise _Enough
        if name.lower() == "outline":
            self._outline({key.lower(): value.strip() for key, value in attributes.items()})

    def _outline(self, said: dict[str, str]) -> None:
        typed = said.get("type", "").lower() in ("rss", "atom")
        url = said.get("xmlurl") or (said.get("url") if typed else "")
        if not url or len(url) > MAX_URL:
            return
        if url in self.feeds:
            self.repeated += 1
            return
        if len(self.feeds) == MOST_FEEDS:
            raise _Enough
        self.feeds[url] = Outline(url, plain.one_line(said.get("title") or said.get("text") or "", 256))

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _entity(self, *_: object) -> None:
        raise _Enough  # what it stands for may be anything


def _scan(data: bytes) -> Opml | None:
    scan, more, broken = _Scan(), False, False
    try:
        scan.parser.Parse(data, True)
    except _Enough:
        more = True
    except expat.ExpatError:
        broken = True
    if scan.root != "opml":
        return None
    return Opml(tuple(scan.feeds.values()), scan.repeated, more, broken)
