"""What a body is, by its first bytes and never by what its server calls it."""

from __future__ import annotations

import re
from enum import Enum

from feeds.encoding import to_utf8

_HEAD = 64 * 1024
_FIRST = re.compile(rb"<(?:!doctype\s+)?(?:[\w.-]{1,40}:)?(rss|rdf|feed|html)[\s>/]", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--(?:.*?-->|.*\Z)", re.DOTALL)


class Kind(Enum):
    """What a body may be."""

    XML = "xml"  # RSS, Atom or RDF, well-formed or not
    JSON = "json"
    HTML = "html"
    OTHER = "other"


def sniff(body: bytes) -> Kind:
    """Return what `body` looks like; comments, declarations and rubbish before the root are no matter."""
    head = to_utf8(body[:_HEAD], "").lstrip(b" \t\r\n")
    if head.startswith(b"{"):
        return Kind.JSON
    found = _FIRST.search(_COMMENT.sub(b"", head))
    if found is None:
        return Kind.OTHER
    return Kind.HTML if found.group(1).lower() == b"html" else Kind.XML
