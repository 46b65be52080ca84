"""What two items share and in what they differ, as figures that `score.py` weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log1p

from stories.terms import Terms
from stories.window import Kept, Near, Norms

FEATURES = (
    "titles: cosine",
    "titles: cosine beside that of the nearest",
    "titles: share of the new one's weight",
    "titles: share of the kept one's weight",
    "titles: shared words",
    "titles: longest run of shared words",
    "titles: rarest shared",
    "titles: second rarest shared",
    "titles: rarest of the new one alone",
    "titles: rarest of the kept one alone",
    "titles: weight of the new one alone",
    "titles: characters shared",
    "titles: characters shared, of the shorter",
    "titles: length of the new one",
    "titles: length of the kept one",
    "titles: words shared of all",
    "all: cosine",
    "all: cosine beside that of the nearest",
    "all: shared words of the texts",
    "all: shared words between title and text",
    "all: rarest shared of the texts",
    "all: the new one has a text",
    "all: the kept one has a text",
    "numbers: shared",
    "numbers: of both, none shared",
    "numbers: some shared, some not",
    "hours between",
    "one outlet",
    "scripts without spaces",
)


@dataclass(frozen=True, slots=True)
class Fresh:
    """A new item with what every comparison needs of it."""

    terms: Terms
    title: frozenset[str]
    rest: frozenset[str]
    weights: dict[str, float]
    norms: Norms
    outlet: str
    at: datetime

    @classmethod
    def of(cls, terms: Terms, weights: dict[str, float], norms: Norms, outlet: str, at: datetime) -> Fresh:
        """Return a new item, ready to be compared."""
        return cls(terms, frozenset(terms.title), frozenset(terms.rest), weights, norms, outlet, at)


def likeness(new: Fresh, near: Sequence[Near]) -> list[tuple[float, ...]]:
    """Return the figures of a new item beside each of those near it, in the order of `FEATURES`."""
    rows = [_row(new, each) for each in near]
    title, both = max((row[0] for row in rows), default=0.0), max((row[16] for row in rows), default=0.0)
    return [(*row[:1], title - row[0], *row[2:17], both - row[16], *row[18:]) for row in rows]


def _row(new: Fresh, near: Near) -> tuple[float, ...]:
    kept, weights = near.kept, new.weights
    shared = new.title.intersection(kept.title)
    rest = new.rest.intersection(kept.rest)
    across = len(new.title.intersection(kept.rest)) + len(new.rest.intersection(kept.title))
    of_title = sorted([weights[each] for each in shared], reverse=True)
    told, count = sum(of_title), len(of_title)
    scale = new.norms.rare or 1.0
    alone = [weights[each] for each in new.terms.title if each not in shared]
    return (
        sum([each * each for each in of_title]) / (new.norms.title * kept.norms.title),
        0.0,
        told / new.norms.told,
        min(1.5, told / kept.norms.told),
        log1p(count),
        log1p(_run(new.terms.title, shared)) if count > 1 else 0.0,
        of_title[0] / scale if of_title else 0.0,
        of_title[1] / scale if count > 1 else 0.0,
        max(alone, default=0.0) / scale,
        _rarest_alone(kept, shared) / scale,
        log1p(sum(alone)),
        *_characters(new.terms.chars, kept.chars),
        log1p(len(new.terms.title)),
        log1p(len(kept.title)),
        count / (len(new.terms.title) + len(kept.title) - count or 1),
        near.cosine,
        0.0,
        log1p(len(rest)),
        log1p(across),
        max([weights[each] for each in rest], default=0.0) / scale,
        float(bool(new.rest)),
        float(bool(kept.rest)),
        *_numbers(new.terms.numbers, kept.numbers),
        log1p(abs((new.at - kept.at).total_seconds()) / 3600),
        float(bool(new.outlet) and new.outlet == kept.outlet),
        float(new.terms.wide),
    )


def _run(title: Sequence[str], shared: frozenset[str]) -> int:
    longest = now = 0
    for each in title:
        now = now + 1 if each in shared else 0
        longest = max(longest, now)
    return longest


def _rarest_alone(kept: Kept, shared: frozenset[str]) -> float:
    return 0.0 if shared.issuperset(kept.title) else kept.norms.rare


def _characters(new: frozenset[str], kept: str) -> tuple[float, float]:
    if not new or not kept:
        return 0.0, 0.0
    both = len(new.intersection(kept))
    return both / (len(new) + len(kept) - both), both / min(len(new), len(kept))


def _numbers(new: frozenset[str], kept: frozenset[str]) -> tuple[float, float, float]:
    if not new or not kept:
        return 0.0, 0.0, 0.0
    both = len(new & kept)
    return min(both, 3), float(not both), float(0 < both < max(len(new), len(kept)))
