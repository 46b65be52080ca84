"""Telegram's HTML: reading what Hark itself wrote, and making it plainer or shorter without breaking it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alerts.shown import cut
from locales import escaped

_PIECE = re.compile(r"<(?P<end>/?)(?P<name>[a-z-]+)(?P<rest>[^<>]*)>|[^<]+|<")
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag as it is written."""

    source: str
    name: str
    is_end: bool

    def attribute(self, name: str) -> str:
        """Return the value of an attribute, "" when it has none."""
        found = re.search(rf'\s{name}="([^"]*)"', self.source)
        return _unescaped(found[1]) if found else ""


def pieces(html: str) -> Iterator[Tag | str]:
    """Yield the tags of `html` and the texts between them, the texts as people see them."""
    for match in _PIECE.finditer(html):
        if match["name"]:
            yield Tag(match[0], match["name"], bool(match["end"]))
        else:
            yield _unescaped(match[0])


def visible(html: str) -> str:
    """Return what people see of `html`, without any style."""
    return "".join(piece for piece in pieces(html) if isinstance(piece, str))


def shortened(html: str, limit: int) -> str:
    """Return the beginning of `html` that shows at most `limit` code points, every tag closed."""
    written: list[str] = []
    opened: list[str] = []
    for piece in pieces(html):
        if isinstance(piece, Tag):
            written.append(piece.source)
            if piece.is_end:
                del opened[-1:]
            else:
                opened.append(piece.name)
            continue
        written.append(escaped(cut(piece, limit)))
        limit -= len(piece)
        if limit <= 0:
            break
    return "".join(written) + "".join(f"</{name}>" for name in reversed(opened))


def _unescaped(text: str) -> str:
    return _REFERENCE.sub(_character, text)


def _character(reference: re.Match[str]) -> str:
    name, decimal, hexadecimal = reference.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""
