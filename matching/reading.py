"""An entry as the matcher reads it: each field folded, cut into words, with the ways to read them together.

Only what the text itself shows is read together: "sam-altman" and "Sam Altman" are also "samaltman", "us a"
is never "usa". `Passage.starts` holds every key at which a pattern may begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from matching.scripts import same
from matching.spelling import is_possessive, visible
from matching.terms import MAX_JOINED, Gap, Pattern
from model import Entry, Field
from text import Folded, Token, fold, is_spaceless, sigils, stems, tokens

_HASHTAG = re.compile(r"#\w+")
MAX_TOGETHER = 3  # words of a text that are read as one
# Words too common to be half of a name that somebody typed solid: "The Rapist" is no therapist.
COMMON = frozenset(
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
        return next(self.places(wanted), None)

    def places(self, wanted: Pattern) -> Iterator[tuple[int, int]]:
        """Yield where the pattern stands in the folded text, in order."""
        begins = {index for head in wanted.heads() for index in self.starts.get(head, ())}
        if wanted.prefix:
            found = [at for key, at in self.starts.items() if key.startswith(wanted.prefix)]
            begins.update(index for at in found for index in at)
        for index in sorted(begins):
            ends = self._ends(wanted, index)
            if wanted.begins:  # mac* is "Mac", not "Mac Book Pro"
                ends = iter(sorted(ends)[:1])
            for end in ends:
                place = self._start(wanted, index), end
                if self._as_written(wanted, place):
                    yield place

    def _as_written(self, wanted: Pattern, place: tuple[int, int]) -> bool:
        """Tell whether the original means the same characters, and is spelled the same where that counts."""
        if not wanted.han and not wanted.exact:
            return True
        start, end = self.folded.span(*place)
        if wanted.han and not same(wanted.han, self.folded.origin, start, end):
            return False
        return not wanted.exact or self._is_spelled(wanted.exact, place)

    def _is_spelled(self, words: tuple[str, ...], place: tuple[int, int]) -> bool:
        start, end = self.folded.span(*place)
        if is_possessive(self.folded.origin, end):
            return False
        if len(words) == 1:
            return visible(self.folded.origin[start:end]) == words[0]
        inside = [token for token in self.tokens if place[0] <= token.start and token.end <= place[1]]
        spans = [self.folded.span(token.start, token.end) for token in inside]
        return tuple(visible(self.folded.origin[begin:stop]) for begin, stop in spans) == words

    def _ends(self, wanted: Pattern, first: int) -> Iterator[int]:
        """Yield where the pattern may end when it begins at word `first`."""
        todo, seen = [(first, 0)], set()
        while todo:
            state = index, unit = todo.pop()
            if state in seen:
                continue
            seen.add(state)
            for edge in self.edges[index]:
                if _consumed(wanted, unit, edge.key) == len(wanted.units):
                    yield edge.end
            for edge in reversed(self.edges[index]):
                after = _consumed(wanted, unit, edge.key)
                if 0 < after < len(wanted.units) and self._goes_on(wanted, after, edge.next):
                    todo.append((edge.next, after))

    def _goes_on(self, wanted: Pattern, unit: int, index: int) -> bool:
        if index >= len(self.tokens):
            return False
        between = self.folded.text[self.tokens[index - 1].end : self.tokens[index].start]
        return wanted.gaps[unit - 1].allows(between)

    def runs_on(self, index: int) -> bool:
        """Tell whether running text goes on after character `index`."""
        return Gap.NONE.allows(self.folded.text[self.tokens[index].end : self.tokens[index + 1].start])

    def is_tag(self, place: tuple[int, int]) -> bool:
        """Tell whether a place is a whole tag, or a whole hashtag of the text."""
        start, end = place
        if self.field is Field.TAG:
            return start <= self.tokens[0].start and end >= self.tokens[-1].end
        tag = _HASHTAG.match(self.folded.text, max(0, start - 1))
        return tag is not None and tag.end() == end

    def _start(self, wanted: Pattern, index: int) -> int:
        start, sign = self.tokens[index].start, wanted.units[0][0]
        return start - (sign in "$." and self.folded.text[start - 1 : start] == sign)

    def named(self, token: Token) -> bool:
        """Tell whether a word looks like part of a name: capital, number, or Korean (free in spacing)."""
        first = self.folded.at(token.start)
        if first.isdigit() or "\uac00" <= first <= "\ud7a3":
            return True
        return first.isupper() and len(token.key) > 1 and token.key not in COMMON


def _consumed(wanted: Pattern, unit: int, key: str) -> int:
    """Return the unit after those that `key` is made of, 0 when it is not made of them."""
    length = 0
    for index in range(unit, min(unit + MAX_JOINED, len(wanted.units))):
        if not key.startswith(wanted.units[index], length):
            break
        length += len(wanted.units[index])
        if length == len(key):
            return index + 1
    return len(wanted.units) if _begins(wanted, unit, key) else 0


def _begins(wanted: Pattern, unit: int, key: str) -> bool:
    """Tell whether `key` is a word that begins with all units from `unit` on."""
    return wanted.begins and key.startswith("".join(wanted.units[unit:]))


def read(entry: Entry) -> list[Passage]:
    """Return the fields of `entry` in which words are looked for: title, text, tags."""
    parts = [(Field.TITLE, entry.title), (Field.TEXT, entry.text), *((Field.TAG, tag) for tag in entry.tags)]
    return [passage(field, text) for field, text in parts if text]


def passage(field: Field, text: str) -> Passage:
    """Return one field cut into words."""
    folded = fold(text)
    row = tokens(folded.text)
    edges = [[Edge(token.key, index + 1, token.end)] for index, token in enumerate(row)]
    read = Passage(field, folded, row, edges, {})
    solid = [is_spaceless(token.key) for token in row]
    for index, token in enumerate(row):
        if not solid[index]:
            edges[index].extend(Edge(stem, index + 1, token.start + len(stem)) for stem in stems(token.key))
            edges[index].extend(_together(read, solid, index))
    _add_signs(read)
    for index, ways in enumerate(edges):
        for key in {edge.key for edge in ways} if len(ways) > 1 else (ways[0].key,):
            read.starts.setdefault(key, []).append(index)
        if solid[index] and index + 1 < len(row) and solid[index + 1] and read.runs_on(index):
            read.starts.setdefault(row[index].key + row[index + 1].key, []).append(index)
    return read


def _add_signs(read: Passage) -> None:
    """Add the reading with its sign to each word that has one: "$btc" beside "btc"."""
    signs = sigils(read.folded.text)
    places = {token.start: index for index, token in enumerate(read.tokens)} if signs else {}
    for sign in signs:
        index = places.get(sign.start, places.get(sign.start + 1, -1))
        if index >= 0:
            read.edges[index].append(Edge(sign.key, index + 1, sign.end))


def _together(read: Passage, solid: list[bool], index: int) -> Iterator[Edge]:
    """Yield the readings of this word as one with those after it, where the text shows that they belong."""
    row = read.tokens
    key = row[index].key
    for other in range(index + 1, min(index + MAX_TOGETHER, len(row))):
        if solid[other] or not _belong(read, row[other - 1], row[other]):
            return
        key += row[other].key
        yield Edge(key, other + 1, row[other].end)
        for stem in stems(key):
            if len(key) - len(stem) < len(row[other].key):
                yield Edge(stem, other + 1, row[other].end - len(key) + len(stem))


def _belong(read: Passage, left: Token, right: Token) -> bool:
    between = read.folded.text[left.end : right.start]
    if between in ("-", "_"):
        return True
    return between.isspace() and read.named(left) and read.named(right)
