"""Which entries of a document are worth parsing: of what is not known yet, the newest."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

MAX_ENTRIES = 500  # of one document that are parsed in one poll
MAX_LISTED = 10_000  # of one document that are looked at, and remembered between two polls

Dates = Callable[[Sequence[int]], Sequence[float]]
"""Tells when entries appeared, in seconds, from their fingerprints in the order of the document."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The fingerprints of a document, in its order."""

    fresh: tuple[int, ...]  # to be parsed
    kept: tuple[int, ...]  # known
    passed_over: tuple[int, ...]  # neither known nor parsed: too many are fresh


def sift(numbers: Sequence[int], known: Collection[int], dates: Dates) -> Sifted:
    """Return which of the entries are fresh: at most MAX_ENTRIES, the newest of the newest MAX_LISTED.

    Among equal dates the first ones of the document count as the newest.
    """
    looked_at = _newest(numbers, MAX_LISTED, dates)
    unknown = [number for number in looked_at if number not in known]
    fresh = _newest(unknown, MAX_ENTRIES, dates)
    chosen = frozenset(fresh)
    return Sifted(
        tuple(fresh),
        tuple(number for number in looked_at if number in known),
        tuple(number for number in unknown if number not in chosen),
    )


def _newest(numbers: Sequence[int], most: int, dates: Dates) -> Sequence[int]:
    if len(numbers) <= most:
        return numbers
    moments = dates(numbers)
    newest = sorted(range(len(numbers)), key=lambda index: (-moments[index], index))[:most]
    return [numbers[index] for index in sorted(newest)]
