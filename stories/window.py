"""The items of the last days, found again by the terms that are rare among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest
from math import log, sqrt
from operator import itemgetter
from sys import intern
from typing import NamedTuple

from stories.terms import Terms

_POSTINGS = 32  # newest items kept of one term
_ASKED = 10  # rarest terms of a new item that are looked up
_WEIGHED = 40  # items that share most, whose length is looked at
_NEAREST = 12  # items compared closely
_FEWEST = 200  # items from which on counts say what is rare: below, every term counts as half known
_REST = 0.5  # what a term of the text weighs beside one of the title
_CLOSE, _BESIDE = 0.15, 0.075  # cosines from which on an item is about the same thing, or something near


class Norms(NamedTuple):
    """What an item weighs: sums that every comparison needs."""

    title: float  # length of the title's vector
    both: float  # length of the vector of title and text
    told: float  # sum of the title's weights
    rare: float  # the title's greatest weight


@dataclass(slots=True, eq=False)
class Kept:
    """An item of the window."""

    item_id: int
    outlet: str
    at: datetime
    title: tuple[str, ...]
    rest: tuple[str, ...]
    chars: str
    numbers: frozenset[str]
    marks: frozenset[str]
    folded: str
    norms: Norms
    crowd: float = 0.0  # how many others spoke of the same thing when it came


class Near(NamedTuple):
    """An item near a new one, and how near: the cosine of all they say."""

    kept: Kept
    cosine: float


class Window:
    """Items, oldest first, with an inverted index over their terms. Lists of postings are capped."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._counts: Counter[str] = Counter()
        self._postings: dict[str, list[Kept]] = {}
        self._kept: dict[int, Kept] = {}

    def __len__(self) -> int:
        """Return how many items are in the window."""
        return len(self._kept)

    def get(self, item_id: int) -> Kept | None:
        """Return an item of the window."""
        return self._kept.get(item_id)

    def weights(self, terms: Terms) -> dict[str, float]:
        """Return how rare each term of an item is now: its inverse document frequency."""
        total = log(max(len(self._kept), _FEWEST) + 1)
        counts = self._counts
        return {each: total - log(counts[each] + 1) for each in (*terms.title, *terms.rest)}

    def nearest(self, terms: Terms, weights: dict[str, float], norms: Norms) -> list[Near]:
        """Return the items that share most of what is rare in a new one, the nearest first."""
        rest = frozenset(terms.rest)
        known = [each for each in weights if each in self._postings]
        asked = nlargest(_ASKED, known, key=lambda each: weights[each] * (_REST if each in rest else 1.0))
        found: dict[Kept, float] = {}
        for each in asked:
            squared = weights[each] * weights[each] * (_REST if each in rest else 1.0)
            for kept in self._postings.get(each, ()):
                found[kept] = found.get(kept, 0.0) + squared
        most = sorted(found.items(), key=itemgetter(1), reverse=True)[:_WEIGHED]
        near = [Near(kept, dot / (kept.norms.both * norms.both)) for kept, dot in most]
        return sorted(near, key=itemgetter(1), reverse=True)[:_NEAREST]

    def keep(self, kept: Kept) -> None:
        """Take an item in."""
        self._kept[kept.item_id] = kept
        for each in (*kept.title, *kept.rest):
            self._counts[each] += 1
            postings = self._postings.setdefault(each, [])
            postings.append(kept)
            if len(postings) > _POSTINGS:
                del postings[0]

    def drop(self, item_id: int) -> None:
        """Take an item out."""
        kept = self._kept.pop(item_id)
        for each in (*kept.title, *kept.rest):
            self._counts[each] -= 1
            postings = self._postings[each]
            if kept in postings:
                postings.remove(kept)
            if not self._counts[each]:
                del self._counts[each], self._postings[each]

    def oldest(self) -> Kept | None:
        """Return the item that was kept first."""
        return next(iter(self._kept.values()), None)


def norms_of(terms: Terms, weights: dict[str, float]) -> Norms:
    """Return what an item weighs under these weights."""
    title = [weights[each] for each in terms.title]
    squares = sum(each * each for each in title)
    rest = sum(weights[each] ** 2 for each in terms.rest)
    return Norms(
        sqrt(squares) or 1.0, sqrt(squares + _REST * rest) or 1.0, sum(title) or 1.0, max(title, default=0.0)
    )


def crowd_of(near: Sequence[Near]) -> float:
    """Return how crowded the subject of a new item is: how many are near it, and how crowded theirs was."""
    close = sum(each.cosine > _CLOSE for each in near)
    beside = [each.kept.crowd for each in near if each.cosine > _BESIDE][:5]
    return 0.2 * close + (0.8 * sum(beside) / len(beside) if beside else 0.0)


def kept_as(item_id: int, outlet: str, at: datetime, terms: Terms, norms: Norms) -> Kept:
    """Return an item as the window keeps it."""
    return Kept(
        item_id,
        intern(outlet),
        at,
        _interned(terms.title),
        _interned(terms.rest),
        "".join(sorted(terms.chars)),
        terms.numbers,
        terms.marks,
        terms.folded,
        norms,
    )


def _interned(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(intern, terms))
