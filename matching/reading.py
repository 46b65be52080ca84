"""An entry as the matcher reads it: each field folded, cut into words, with the ways to read them together.

Only what the text itself shows is read together: "sam-altman" and "Sam Altman" are also "samaltman", "us a"
is never "usa". `Passage.starts` holds every key at which a pattern may begin.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from matching.terms import MAX_JOINED, Pattern
from model import Entry, Field
from text import Folded, Token, fold, is_spaceless, sigils, stems, tokens

_MAX_TOGETHER = 3  # words of a text that are read as one
# Words too common to be half of a name that somebody typed solid: "The Rapist" is no therapist.
_COMMON = frozenset(
    {
        *(
            "the",
            "of",
            "and",
            "to",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "with",
            "or",
            "is",
            "are",
            "be",
            "it",
        ),
        *(
            "its",
            "us",
            "we",
            "he",
            "me",
            "my",
            "no",
            "so",
            "as",
            "do",
            "if",
            "up",
            "an",
            "am",
            "not",
            "now",
            "all",
        ),
        *(
            "di",
            "da",
            "la",
            "le",
            "il",
            "lo",
            "un",
            "una",
            "per",
            "con",
            "non",
            "che",
            "de",
            "du",
            "el",
            "los",
        ),
        *("las", "por", "en", "es", "et", "der", "die", "das", "und", "ein", "zu", "im"),
    }
)


class Edge(NamedTuple):
    """One way to read on from a word: its key, the word after it, where it ends."""

    key: str
    next: int
    end: int  # into the folded text


@dataclass(slots=True)
class Passage:
    """One field of an entry, cut into words."""

    field: Field
    folded: Folded
    tokens: list[Token]
    edges: list[list[Edge]]
    starts: dict[str, list[int]]

    def find(self, wanted: Pattern) -> tuple[int, int] | None:
        """Return where the pattern stands first in the folded text."""
        places = {index for head in wanted.heads() for index in self.starts.get(head, ())}
        for index in sorted(places):
            end = self._end(wanted, index)
            if end is not None:
                return self._start(wanted, index), end
        return None

    def _end(self, wanted: Pattern, first: int) -> int | None:
        """Return where the pattern ends when it begins at word `first`."""
        todo, seen = [(first, 0)], set()
        while todo:
            state = index, unit = todo.pop()
            if state in seen:
                continue
            seen.add(state)
            for edge in reversed(self.edges[index]):
                after = _consumed(wanted, unit, edge.key)
                if after == len(wanted.units):
                    return edge.end
                if after and edge.next < len(self.tokens):
                    if wanted.gaps[after - 1].allows(self._between(edge.next)):
                        todo.append((edge.next, after))
        return None

    def _start(self, wanted: Pattern, index: int) -> int:
        start, sign = self.tokens[index].start, wanted.units[0][0]
        return start - (sign in "$." and self.folded.text[start - 1 : start] == sign)

    def _between(self, index: int) -> str:
        return self.folded.text[self.tokens[index - 1].end : self.tokens[index].start]


def _consumed(wanted: Pattern, unit: int, key: str) -> int:
    """Return the unit after those that `key` is made of, 0 when it is not made of them."""
    length = 0
    for index in range(unit, min(unit + MAX_JOINED, len(wanted.units))):
        if not key.startswith(wanted.units[index], length):
            return 0
        length += len(wanted.units[index])
        if length == len(key):
            return index + 1
    return 0


def read(entry: Entry) -> list[Passage]:
    """Return the fields of `entry` in which words are looked for: title, text, tags."""
    parts = [(Field.TITLE, entry.title), (Field.TEXT, entry.text), *((Field.TAG, tag) for tag in entry.tags)]
    return [passage(field, text) for field, text in parts if text]


def passage(field: Field, text: str) -> Passage:
    """Return one field cut into words."""
    folded = fold(text)
    row = tokens(folded.text)
    edges = [[Edge(token.key, index + 1, token.end)] for index, token in enumerate(row)]
    for index, token in enumerate(row):
        edges[index].extend(Edge(stem, index + 1, token.start + len(stem)) for stem in stems(token.key))
        edges[index].extend(_together(folded, row, index))
    places = {token.start: index for index, token in enumerate(row)}
    for sign in sigils(folded.text):
        index = places.get(sign.start, places.get(sign.start + 1, -1))
        if index >= 0:
            edges[index].append(Edge(sign.key, index + 1, sign.end))
    starts: dict[str, list[int]] = {}
    for index, row_edges in enumerate(edges):
        for key in _keys(row, row_edges, index):
            starts.setdefault(key, []).append(index)
    return Passage(field, folded, row, edges, starts)


def _keys(row: list[Token], edges: list[Edge], index: int) -> Iterator[str]:
    yield from {edge.key for edge in edges}
    if is_spaceless(row[index].key) and index + 1 < len(row) and is_spaceless(row[index + 1].key):
        yield row[index].key + row[index + 1].key


def _together(folded: Folded, row: list[Token], index: int) -> Iterator[Edge]:
    """Yield the readings of this word as one with those after it, where the text shows that they belong."""
    key = row[index].key
    for other in range(index + 1, min(index + _MAX_TOGETHER, len(row))):
        if not _belong(folded, row[other - 1], row[other]):
            return
        key += row[other].key
        yield Edge(key, other + 1, row[other].end)
        for stem in stems(key):
            if len(key) - len(stem) < len(row[other].key):
                yield Edge(stem, other + 1, row[other].end - len(key) + len(stem))


def _belong(folded: Folded, left: Token, right: Token) -> bool:
    if is_spaceless(left.key) or is_spaceless(right.key):
        return False
    between = folded.text[left.end : right.start]
    if between.isspace():
        return all(_named(folded, token) for token in (left, right))
    return between in ("-", "_")


def _named(folded: Folded, token: Token) -> bool:
    """Tell whether a word looks like a part of a name: capital, number, or Korean, whose spacing is free."""
    first = folded.at(token.start)
    if first.isdigit() or "\uac00" <= first <= "\ud7a3":
        return True
    return first.isupper() and len(token.key) > 1 and token.key not in _COMMON
