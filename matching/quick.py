"""The quick judge: what a quick look can say about a plan: yes, no, or that only careful reading can tell.

A sketch is a plan in small. It answers True or False where that is certain, else None.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Protocol

from matching.keys import LOOSE, TIGHT, joined_key
from matching.look import Look
from matching.regexes import places
from matching.scripts import is_traditional, same, shows_traditional
from matching.terms import MAX_JOINED

_MOST = 6  # words in a row whose ways to be written are tried


class Sketch(Protocol):
    """What can be judged by a quick look."""

    def judge(self, look: Look) -> bool | None:
        """Return whether it holds; None: only careful reading can tell."""


@dataclass(frozen=True, slots=True)
class Has:
    """One of these words."""

    keys: tuple[str, ...]

    def judge(self, look: Look) -> bool | None:
        """Return whether the entry has one."""
        if not look.sure.isdisjoint(self.keys):
            return True
        return False if look.maybe.isdisjoint(self.keys) else None


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two words that follow each other."""

    left: str
    right: str
    loose: bool  # whatever may part them

    def keys(self) -> tuple[str, ...]:
        """Return the keys one of which an entry has where they meet: by themselves or joined."""
        left, right = self.left, self.right
        tight = (left + TIGHT + right, left + right, joined_key(left), joined_key(right))
        return (left + LOOSE + right, *tight) if self.loose else tight

    def judge(self, look: Look) -> bool | None:
        """Return whether they stand in the entry."""
        keys = self.keys()
        if not look.sure.isdisjoint(keys):
            return True
        if look.maybe.isdisjoint(keys):
            return False
        there = look.has(self.left) and look.has(self.right)
        return None if there or not look.maybe.isdisjoint(keys[:-2]) else False


@dataclass(frozen=True, slots=True)
class Capitals:
    """A word that small letters make another word of."""

    key: str
    article: bool  # in some languages only

    def judge(self, look: Look) -> bool | None:
        """Return whether it stands there in capitals, or after a sign."""
        if self.key.upper() in look.sure:
            return True
        if not look.has(self.key):
            return False
        signed = f"#{self.key}" in look.text or f"${self.key}" in look.text
        return None if self.article or signed or self.key in look.maybe else False


@dataclass(frozen=True, slots=True)
class Words:
    """One of the words in each set, and none of the others."""

    wanted: tuple[tuple[str, ...], ...]
    unwanted: tuple[str, ...]

    def judge(self, look: Look) -> bool | None:
        """Return whether the entry has them and has not the others."""
        sure, maybe = look.sure, look.maybe
        certain = True
        for keys in self.wanted:
            if sure.isdisjoint(keys):
                if maybe.isdisjoint(keys):
                    return False
                certain = False
        if self.unwanted:
            if not sure.isdisjoint(self.unwanted):
                return False
            certain = certain and maybe.isdisjoint(self.unwanted)
        return True if certain else None


@dataclass(frozen=True, slots=True)
class Row:
    """Three words or more that follow each other."""

    text: str  # with what may stand between them

    def judge(self, look: Look) -> bool | None:
        """Return whether they stand in the entry."""
        units = self.text.replace(TIGHT, LOOSE).split(LOOSE)
        verdict = _meet(units, look) and _stands(self.text, look)
        if verdict:
            return True
        joins = ["".join(units[a:b]) for a, b in _stretches(len(units))]
        if not look.maybe.isdisjoint((*joins, *map(joined_key, units))):
            return None
        if look.sure.isdisjoint(joins):
            return verdict
        if len(units) > _MOST:
            return None
        verdicts = {verdict, *(_stands(text, look) for text in _written(self.text, units, look))}
        return True if True in verdicts else None if None in verdicts else False


def _stretches(count: int) -> Iterator[tuple[int, int]]:
    return ((a, b) for a in range(count) for b in range(a + 2, min(a + MAX_JOINED, count) + 1))


def _meet(units: Sequence[str], look: Look) -> bool:
    """Tell whether each two words that follow each other do so somewhere: quicker told than a row."""
    sure = look.sure
    return all(f"{a}{TIGHT}{b}" in sure or f"{a}{LOOSE}{b}" in sure for a, b in pairwise(units))


def _stands(text: str, look: Look) -> bool | None:
    """Tell whether simple words stand in a row; None where the gaps of some are not known."""
    names, words = look.lines
    line = f" {text.replace(TIGHT, ' ')} "
    if TIGHT not in text:
        return line in words
    return True if line in names else None if LOOSE in text and line in words else False


def _written(text: str, units: Sequence[str], look: Look) -> Iterator[str]:
    """Yield the row with some of its units written together, as words that the entry has."""
    gaps = [char for char in text if char in (TIGHT, LOOSE)]
    for written in product(*(("", gap) for gap in gaps)):
        row = units[0] + "".join(gap + unit for gap, unit in zip(written, units[1:], strict=True))
        if "" in written and look.sure.issuperset(row.replace(TIGHT, LOOSE).split(LOOSE)):
            yield row


@dataclass(frozen=True, slots=True)
class Running:
    """Characters of running text that follow each other."""

    text: str
    han: str  # as written, where their script can matter
    simple: bool  # written in simplified script, or in either

    def judge(self, look: Look) -> bool | None:
        """Return whether they stand in the entry."""
        if self.text in look.folded:
            if not look.exact:
                return None
            if not self.han or (self.simple and look.simple):
                return True
            if any(self._same(*place) for place in look.places(self.text)):
                return True
        elif not look.running:
            return False
        return None if look.undotted is not look.folded and self.text in look.undotted else False

    def _same(self, text: str, start: int, end: int) -> bool:
        plainly = self.simple and not is_traditional(text) and not shows_traditional(text[start:end])
        return plainly or same(self.han, text, start, end)


@dataclass(frozen=True, slots=True)
class Begins:
    """A word that begins so."""

    prefix: str

    def judge(self, look: Look) -> bool | None:
        """Return whether the entry has one."""
        if any(key.startswith(self.prefix) for key in look.sure if " " not in key):
            return True
        return None if any(key.startswith(self.prefix) for key in look.maybe) else False


@dataclass(frozen=True, slots=True)
class Finds:
    """A regular expression."""

    pattern: str
    any_case: bool

    def judge(self, look: Look) -> bool | None:
        """Return whether a field has a match."""
        return any(True for text in look.fields for _ in places(self.pattern, self.any_case, text))


@dataclass(frozen=True, slots=True)
class Unclear:
    """What only careful reading can tell."""

    def judge(self, look: Look) -> bool | None:
        """Return None."""
        return None


@dataclass(frozen=True, slots=True)
class Perhaps:
    """What cannot be where that part is not; where it is, only careful reading can tell."""

    part: Sketch

    def judge(self, look: Look) -> bool | None:
        """Return False or None."""
        return False if self.part.judge(look) is False else None


@dataclass(frozen=True, slots=True)
class NotInside:
    """What does not count inside other texts."""

    part: Sketch
    others: tuple[str, ...]

    def judge(self, look: Look) -> bool | None:
        """Return whether it holds, None where one of the other texts stands in the entry."""
        verdict = self.part.judge(look)
        if not verdict or not any(other in look.text for other in self.others):
            return verdict
        if isinstance(self.part, Running) and self._is_free(self.part.text, look.folded):
            return True
        return None

    def _is_free(self, text: str, folded: str) -> bool:
        """Tell whether running text stands somewhere that is no part of the others."""
        for other in self.others:
            folded = folded.replace(other, " ")
        return text in folded


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """What counts only beside a word that shows whom the entry speaks of, or from their own account."""

    part: Sketch
    contexts: Sketch
    authors: Has

    def judge(self, look: Look) -> bool | None:
        """Return whether it holds and is beside one."""
        verdict = self.part.judge(look)
        if verdict is False or self.authors.judge(look):
            return verdict
        beside = self.contexts.judge(look)
        return False if beside is False else None if verdict is None else beside


@dataclass(frozen=True, slots=True)
class Both:
    """Every part."""

    parts: tuple[Sketch, ...]

    def judge(self, look: Look) -> bool | None:
        """Return whether all hold."""
        certain = True
        for part in self.parts:
            verdict = part.judge(look)
            if verdict is False:
                return False
            certain = certain and verdict is True
        return True if certain else None


@dataclass(frozen=True, slots=True)
class Either:
    """One part or more."""

    parts: tuple[Sketch, ...]

    def judge(self, look: Look) -> bool | None:
        """Return whether one holds."""
        certain = True
        for part in self.parts:
            verdict = part.judge(look)
            if verdict:
                return True
            certain = certain and verdict is False
        return False if certain else None


@dataclass(frozen=True, slots=True)
class Opposite:
    """Not that part."""

    part: Sketch

    def judge(self, look: Look) -> bool | None:
        """Return whether it does not hold."""
        verdict = self.part.judge(look)
        return None if verdict is None else not verdict
