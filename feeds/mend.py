"""Ill-formed XML → well-formed XML that says the same, so that one strict path reads every feed.

Linear in the size of the text, bounded in depth and in the number of tags, the same result every time. What
was well-formed stays as it was, byte for byte, so that the entries of a feed that is broken now and then keep
their fingerprints. Entities that a document type declares are not expanded: their names stay as written.
"""

from __future__ import annotations

import html.entities
import re
from collections import Counter
from collections.abc import Callable

MAX_DEPTH = 256
MAX_ATTRIBUTES = 256
MAX_TEXT = 256 * 1024  # characters of one run of text
_MAX_TAGS = 400_000

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAME = r"[A-Za-z_][\w.-]*+(?::[\w.-]++)*+"
_VALUE = r"""(?:"[^"<]*+"|'[^'<]*+'|[^\s"'<>]++)"""
_TAG = re.compile(rf"<(/?)({_NAME})((?:\s++{_NAME}(?:\s*+=\s*+{_VALUE})?+)*+)\s*+(/?)>")
_ATTRIBUTE = re.compile(rf"({_NAME})(?:\s*+=\s*+({_VALUE}))?+")
_AMPERSAND = re.compile(r"&(?:(#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z_][\w.-]{0,31});)?")
_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:rss|rdf|feed)[\s>]", re.IGNORECASE)
_SYSTEM_ENTITY = re.compile(r"<!ENTITY\s+([\w.-]{1,40})\s+(?:SYSTEM|PUBLIC)\b")
_XML_ENTITIES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "param", "track", "wbr"))
# HTML lets these end where the next begins
_SIBLINGS = frozenset(("p", "li", "tr", "td", "th", "dt", "dd", "option"))
_ITEMS = frozenset(("item", "entry"))
_CONTAINERS = frozenset(("channel", "feed", "rdf:rdf", "rss"))
_PREFIXES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "media": "http://search.yahoo.com/mrss/",
    "itunes": "http://www.itunes.com/DTDs/PodCast-1.0.dtd",
    "atom": "http://www.w3.org/2005/Atom",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
}


class BeyondMending(Exception):
    """There is no feed here, or it is deeper or larger than any feed."""


def mend(text: str) -> str:
    """Return `text` as well-formed XML that begins with the feed's root element; raise BeyondMending."""
    root = _ROOT.search(text[: 64 * 1024])
    if root is None:
        raise BeyondMending
    silenced = frozenset(_SYSTEM_ENTITY.findall(text[: root.start()]))
    return _Mender(_ILLEGAL.sub("", text[root.start() :]), silenced).run()


def shorten(text: str) -> str:
    """Return the XML element `text` with every run of text cut to MAX_TEXT; raise BeyondMending."""
    return _Mender(text, frozenset()).walk()


class _Mender:
    """Walks once over the text, keeps the names of the open elements, writes what is well-formed."""

    def __init__(self, text: str, silenced: frozenset[str]) -> None:
        self._text = text
        self._silenced = silenced
        self._out: list[str] = []
        self._open: list[tuple[str, str]] = []  # (name as opened, name in lower case)
        self._prefixes: set[str] = set()
        self._own = set(re.findall(r"\bxmlns:([\w.-]+)\s*=", text[:4096].partition(">")[0]))
        self._ahead: dict[str, int] = {}  # where each kind of end comes next: no stretch is searched twice
        self._count: Counter[str] = Counter()  # of the names in `_open`
        self._entity: Callable[[re.Match[str]], str] = self._reference

    def run(self) -> str:
        """Return the whole document, its prefixes declared."""
        return self._with_namespaces(self.walk())

    def walk(self) -> str:
        """Return one element, its ends in order."""
        position, tags = 0, 0
        while position < len(self._text):
            start = self._text.find("<", position)
            if start < 0:
                start = len(self._text)
            self._write_text(self._text[position:start])
            if start == len(self._text):
                break
            tags += 1
            if tags > _MAX_TAGS:
                raise BeyondMending
            position = self._markup(start)
            if not self._open and tags > 1:
                break  # the root is closed: whatever follows is not the feed
        while self._open:
            self._out.append(f"</{self._open.pop()[0]}>")
        return "".join(self._out)

    def _markup(self, start: int) -> int:
        """Write what begins with "<" at `start`; return where to go on."""
        for opening, closing in (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")):
            if self._text.startswith(opening, start):
                end = self._find(closing, start + len(opening))
                if opening == "<![CDATA[":
                    inside = self._text[start + 9 : end if end >= 0 else len(self._text)][:MAX_TEXT]
                    self._out.append(f"<![CDATA[{inside}]]>")
                    return end + 3 if end >= 0 else len(self._text)
                return end + len(closing) if end >= 0 else start + len(opening)
        tag = _TAG.match(self._text, start)
        if tag is None:
            if self._find(">", start) >= 0:
                self._out.append("&lt;")
            return start + 1
        if tag.group(1):
            self._end(_plain_name(tag.group(2)).lower())
        else:
            self._start(tag)
        return tag.end()

    def _find(self, end: str, start: int) -> int:
        ahead = self._ahead.get(end, 0)
        if 0 <= ahead < start or end not in self._ahead:
            ahead = self._ahead[end] = self._text.find(end, start)
        return ahead

    def _start(self, tag: re.Match[str]) -> None:
        name = self._named(tag.group(2))
        lower = name.lower()
        if lower in _ITEMS:
            if tag.group(4):
                return
            self._back_to_container()  # something before was never closed
        if lower in _SIBLINGS and self._open and self._open[-1][1] == lower:
            self._end(lower)
        closed = bool(tag.group(4)) or lower in _VOID
        if len(self._open) >= MAX_DEPTH:
            raise BeyondMending
        self._out.append(f"<{name}{self._attributes(tag.group(3))}{'/' if closed else ''}>")
        if not closed:
            self._open.append((name, lower))
            self._count[lower] += 1

    def _back_to_container(self) -> None:
        while self._open and self._open[-1][1] not in _CONTAINERS:
            self._end(self._open[-1][1])

    def _end(self, lower: str) -> None:
        while self._count[lower]:
            name, open_lower = self._open.pop()
            self._count[open_lower] -= 1
            self._out.append(f"</{name}>")
            if open_lower == lower:
                return

    def _attributes(self, raw: str) -> str:
        if not raw:
            return ""
        seen: dict[str, str] = {}
        for name, value in _ATTRIBUTE.findall(raw):
            if len(seen) >= MAX_ATTRIBUTES:
                raise BeyondMending
            quoted = value[1:-1] if value[:1] in ("'", '"') else value
            quote = "'" if '"' in quoted else '"'
            own = name if name.startswith("xmlns") else self._named(name)
            seen.setdefault(own, f"{quote}{_AMPERSAND.sub(self._entity, quoted)}{quote}")
        return "".join(f" {name}={value}" for name, value in seen.items())

    def _named(self, name: str) -> str:
        name = _plain_name(name)
        prefix, colon, _ = name.partition(":")
        if colon and prefix not in ("xml", "xmlns"):
            self._prefixes.add(prefix)
        return name

    def _write_text(self, text: str) -> None:
        if text and self._open:
            text = text[:MAX_TEXT].replace("]]>", "]]&gt;")
            self._out.append(_AMPERSAND.sub(self._entity, text) if "&" in text else text)

    def _reference(self, found: re.Match[str]) -> str:
        name = found.group(1)
        if name is None:
            return "&amp;"
        if name in _XML_ENTITIES:
            return found.group()
        if name.startswith("#"):
            number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
            return f"&#{number};" if _legal(number) else ""
        if name in self._silenced:
            return ""
        known = html.entities.html5.get(f"{name};")
        return "".join(f"&#{ord(char)};" for char in known) if known else f"&amp;{name};"

    def _with_namespaces(self, text: str) -> str:
        """Declare on the root the prefixes that it does not declare itself."""
        declared = "".join(
            f' xmlns:{prefix}="{_PREFIXES.get(prefix, "urn:undeclared:" + prefix)}"'
            for prefix in sorted(self._prefixes - self._own)
        )
        root = re.match(r"<[^\s>/]+", text)
        if root is None:
            raise BeyondMending
        return text[: root.end()] + declared + text[root.end() :]


def _plain_name(name: str) -> str:
    """Keep one colon at most; an "rss:" before everything means plain RSS."""
    prefix, colon, local = name.partition(":")
    if not colon or not local or local[0] in "0123456789-.:":
        return name.replace(":", "_") if colon else name
    local = local.replace(":", "_")
    return local if prefix.lower() == "rss" else f"{prefix}:{local}"


def _legal(number: int) -> bool:
    """Say whether XML 1.0 allows this character."""
    return (
        number in (9, 10, 13) or 0x20 <= number <= 0xD7FF or 0xE000 <= number <= 0xFFFD
    ) or 0x10000 <= number <= 0x10FFFF
