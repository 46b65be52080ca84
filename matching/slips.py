"""Near misses in scripts that write spaces: a slip in a word, a name written apart, a word inside another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from matching.distance import allowed, within
from matching.reading import Passage
from matching.terms import Gap, Pattern
from text import is_spaceless

_LEAST_APART = 5  # letters of a word that is found written apart: "us a" is not USA
_LEAST_INSIDE = 3  # letters of a word that is told to stand inside another
_MOST_INSIDE = 24  # letters more than the word's that the other may have: more is no word
_WORDS = 4  # of a text, that are read as one
_REMEMBERED = 100_000  # words of texts
_NUMBER = re.compile(r"\d+")

Near = tuple[tuple[int, int], str, int]
"""A place in the folded text, what is different ("letters", "apart", "inside"), how many words part it."""


class Slips:
    """What may be a slip of one of several names; each word of a text is compared with them once."""

    def __init__(self, names: tuple[Pattern, ...]) -> None:
        """Look for `names`; those in scripts without spaces are left out."""
        self._names = [
            (index, "".join(each.units), each.units)
            for index, each in enumerate(names)
            if not any(map(is_spaceless, each.units))
        ]
        self._may: dict[str, tuple[tuple[int, str, tuple[str, ...]], ...]] = {}

    def places(self, passage: Passage) -> Iterator[tuple[int, Near]]:
        """Yield what is near one of the names, with that name's index."""
        for at, ways in enumerate(passage.edges) if self._names else ():
            for edge in ways:
                if edge.next != at + 1:
                    continue
                for name in self._may.get(edge.key) or self._judged(edge.key):
                    yield from ((name[0], near) for near in _near(name[1], name[2], passage, at))

    def _judged(self, key: str) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
        """Return the names that a word may begin, or hold."""
        if key in self._may:
            return ()
        if len(self._may) > _REMEMBERED:
            self._may.clear()
        self._may[key] = tuple(name for name in self._names if _may_begin(name[1], name[2], key))
        return self._may[key]


@lru_cache(maxsize=64)
def slips_of(names: tuple[Pattern, ...]) -> Slips:
    """Return what finds slips of `names`, ready."""
    return Slips(names)


def _may_begin(term: str, units: tuple[str, ...], key: str) -> bool:
    if term.startswith(key) or _is_slip(term, key):
        return key != term or len(units) > 1
    if len(units) > 1 and _is_slip(units[0], key):
        return True
    return term in key and len(key) - len(term) <= _MOST_INSIDE


def _near(term: str, units: tuple[str, ...], passage: Passage, at: int) -> Iterator[Near]:
    token = passage.tokens[at]
    if len(token.key) > len(term) and term in token.key:
        if _is_seen(term, passage, at):
            yield (token.start, token.end), "inside", 0
        return
    for keys, end in _windows(passage, at, len(term) + allowed(len(term))):
        kind = _slip(term, units, keys)
        if kind:
            yield (token.start, end), kind, 0


def _windows(passage: Passage, first: int, longest: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the words from `first` on that may be one name, with where the last ends."""
    keys: tuple[str, ...] = ()
    for at in range(first, min(first + _WORDS, len(passage.tokens))):
        start = passage.tokens[at].start
        if keys and not Gap.NAME.allows(passage.folded.text[passage.tokens[at - 1].end : start]):
            return
        for edge in passage.edges[at]:
            if edge.next == at + 1 and edge.key.isalnum():
                yield (*keys, edge.key), edge.end
        keys = (*keys, passage.tokens[at].key)
        if sum(map(len, keys)) > longest:
            return


def _slip(term: str, units: tuple[str, ...], keys: tuple[str, ...]) -> str:
    if len(keys) == 1:
        return "letters" if keys[0] != term and _is_slip(term, keys[0]) else ""
    if len(keys) == len(units) and keys != units:
        return "letters" if all(map(_is_slip, units, keys)) else ""
    return "apart" if len(term) >= _LEAST_APART and "".join(keys) == term else ""


def _is_slip(term: str, key: str) -> bool:
    """Tell whether few enough letters differ, and no number: GPT-4 is no slip of GPT-5."""
    limit = allowed(len(term))
    if abs(len(term) - len(key)) > limit or not within(term, key, limit):
        return False
    return _NUMBER.findall(term) == _NUMBER.findall(key)


def _is_seen(term: str, passage: Passage, at: int) -> bool:
    """Tell whether people would see a word inside another: a short one by its capitals, AI in OpenAI."""
    if len(term) >= _LEAST_INSIDE or "\uac00" <= term[0] <= "\ud7a3":
        return True
    start, end = passage.folded.span(passage.tokens[at].start, passage.tokens[at].end)
    word = passage.folded.origin[start:end]
    return term.upper() in word and not word.isupper()
