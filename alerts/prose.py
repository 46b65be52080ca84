"""A stranger's text as HTML: hits in bold, and nothing that a tap would turn into a command or a mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from locales import escaped

# What Telegram makes tappable by itself although it means nothing of Telegram's here: @names, /commands, tg://
_TAPPABLE = re.compile(
    r"(?P<web>https?://\S+)|(?P<app>(?:tg|ton|tonsite)://\S+)|(?<![A-Za-z0-9_@/])[@/][A-Za-z0-9_]+",
    re.IGNORECASE,
)
_X_NAME = re.compile(r"@[A-Za-z0-9_]{1,15}")
_FULL_WIDTH = str.maketrans({"@": "＠", "/": "／"})
_LINK_BYTES = 2_000  # of links in one text; a message may have 32 KiB of HTML


@dataclass(frozen=True, slots=True)
class Prose:
    """What the HTML of a text needs to know."""

    bold: Sequence[tuple[int, int]] = ()  # apart from each other, in order
    url: str = ""  # where tappable words lead instead; "" shows them as code
    is_post: bool = False  # an X post: @names are X's
    entities: int = 60  # at most so many

    def html(self, text: str) -> str:
        """Return `text` as HTML. Beyond the limits a tappable word gets a wide "＠" or "／" instead."""
        written: list[str] = []
        left = self.entities
        links = _LINK_BYTES
        for start, end, is_tappable in _stretches(text):
            bold = list(_within(self.bold, start, end))[: max(0, left - 1)]
            inner = _bold(text[start:end], [(one - start, two - start) for one, two in bold])
            if is_tappable:
                inner = self._tamed(text[start:end], inner, left > 0 and links > 0)
                links -= len(inner)
                left -= 1
            left -= len(bold)
            written.append(inner)
        return "".join(written)

    def _tamed(self, word: str, inner: str, has_room: bool) -> str:
        url = f"https://x.com/{word[1:]}" if self.is_post and _X_NAME.fullmatch(word) else self.url
        if not has_room:
            return escaped(word.translate(_FULL_WIDTH))
        return f'<a href="{escaped(url)}">{inner}</a>' if url else f"<code>{escaped(word)}</code>"


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """Cut `text` at its tappable words; True for those."""
    done = 0
    for found in _TAPPABLE.finditer(text):
        if found["web"]:
            continue
        yield done, found.start(), False
        yield *found.span(), True
        done = found.end()
    yield done, len(text), False


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    for one, two in spans:
        if one < end and two > start:
            yield max(one, start), min(two, end)


def _bold(text: str, spans: Sequence[tuple[int, int]]) -> str:
    written, done = [], 0
    for start, end in spans:
        written += [escaped(text[done:start]), "<b>", escaped(text[start:end]), "</b>"]
        done = end
    return "".join([*written, escaped(text[done:])])
