"""Regular expressions that people type: RE2's, whose time is linear and whose memory is bounded."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol, cast

import re2

MAX_LENGTH = 250  # characters of a pattern
_FINDER_MEMORY = 64 << 20  # bytes, at most, for thousands of plain texts looked for at once
_MAX_MEMORY = 1 << 20  # bytes for one compiled pattern and its states


class Compiled(Protocol):
    """The part of RE2's pattern that Hark uses."""

    def finditer(self, text: str) -> Iterator[_Found]:
        """Yield the places where the pattern stands."""


class _Found(Protocol):
    def start(self) -> int: ...
    def end(self) -> int: ...


class BadRegex(ValueError):
    """RE2 does not take the pattern, or it would be too big."""


@lru_cache(maxsize=4096)
def compiled(pattern: str, any_case: bool) -> Compiled:
    """Return a pattern ready for use; raises BadRegex."""
    if len(pattern) > MAX_LENGTH:
        raise BadRegex("too long")
    options = re2.Options()
    options.max_mem = _MAX_MEMORY
    options.log_errors = False
    options.case_sensitive = not any_case
    try:
        return cast(Compiled, re2.compile(unicodedata.normalize("NFC", pattern.replace(r"\/", "/")), options))
    except re2.error as error:
        raise BadRegex(str(error)) from None


def finder(literals: Sequence[str]) -> Callable[[str], list[int]]:
    """Return what tells which plain texts, by their places in `literals`, stand in a text."""
    options = re2.Options()
    options.literal = True
    options.max_mem = _FINDER_MEMORY
    found = re2.Set.SearchSet(options)
    for literal in literals:
        found.Add(literal)
    found.Compile()
    return lambda text: list(found.Match(text) or ()) if literals else []


def searcher(pattern: str) -> Callable[[bytes, int], int]:
    """Return what tells where `pattern`, one of ours, stands next in UTF-8 from a place on, -1: nowhere."""
    options = re2.Options()
    options.max_mem = _FINDER_MEMORY
    search = re2.compile(pattern, options).search

    def place(text: bytes, start: int) -> int:
        found = search(text, start)
        return -1 if found is None else int(found.end())

    return place


def finds_nothing_in_particular(pattern: str, any_case: bool) -> bool:
    """Tell whether a pattern is found in an empty text, and so in every one."""
    return next(compiled(pattern, any_case).finditer(""), None) is not None


def places(pattern: str, any_case: bool, text: str) -> Iterator[tuple[int, int]]:
    """Yield where the pattern stands in `text`, which it sees in NFC; the places are those of `text`."""
    composed = unicodedata.normalize("NFC", text)
    back = None if composed == text else _offsets(text, composed)
    for found in compiled(pattern, any_case).finditer(composed):
        if found.start() < found.end():
            start, end = found.start(), found.end()
            yield (start, end) if back is None else (back[start], back[end])


def _offsets(text: str, composed: str) -> list[int]:
    """Return for each place of `composed`, its end too, the place in `text`: both grow starter by starter."""
    offsets: list[int] = []
    begin = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or _starts(text, index):
            piece = unicodedata.normalize("NFC", text[begin:index])
            offsets += [begin] * len(piece)
            begin = index
    if len(offsets) != len(composed):  # a stretch that composes over starters: no finer place is known
        offsets = [round(place * len(text) / max(1, len(composed))) for place in range(len(composed))]
    return [*offsets, len(text)]


def _starts(text: str, index: int) -> bool:
    """Tell whether nothing at `index` can join what stands before it."""
    char = text[index]
    return not unicodedata.combining(char) and not "\u1160" <= char <= "\u11ff"
