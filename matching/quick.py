"""The quick judge: what a quick look can say about a plan: yes, no, or that only careful reading can tell.

A sketch is a plan in small. It answers True or False where that is certain, else None.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from matching.keys import Look
from matching.regexes import places
from matching.scripts import same
from matching.terms import MAX_JOINED


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
class Row:
    """Words that follow each other."""

    line: str  # with a space around each
    tight: bool  # some must be parted as the words of a name are
    loose: bool  # some may be parted by anything

    def judge(self, look: Look) -> bool | None:
        """Return whether they stand in the entry."""
        if self.line.replace(" ", "") in look.sure and self.line.count(" ") <= MAX_JOINED + 1:
            return True
        if self.line in look.lines[not self.tight]:
            return True
        units = self.line.split()
        if any(look.has("".join(units[a:b])) for a, b in _stretches(len(units))):
            return None
        if self.tight and self.loose and self.line in look.lines[1]:
            return None
        return False if look.joined.isdisjoint(units) or not all(map(look.has, units)) else None


def _stretches(count: int) -> Iterator[tuple[int, int]]:
    return ((a, b) for a in range(count) for b in range(a + 2, min(a + MAX_JOINED, count) + 1))


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
            if any(same(self.han, *place) for place in look.places(self.text)):
                return True
        elif not look.running:
            return False
        return None if look.undotted is not look.folded and self.text in look.undotted else False


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
        return None if verdict and any(other in look.text for other in self.others) else verdict


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
