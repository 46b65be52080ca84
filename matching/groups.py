"""The words of a phrase or name where they all stand, but in other order or not side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from matching.reading import Passage
from matching.terms import Gap, Pattern
from text import is_spaceless

_BETWEEN = 2  # words that may stand between for it to be near
_BETWEEN_SOLID = 4  # the same in a script without spaces, where a character is a word
_LOOKED_AT = 50  # places of one word


@lru_cache(maxsize=1024)
def groups(wanted: Pattern) -> tuple[Pattern, ...]:
    """Cut a pattern into its words: a row of characters that belong together is one."""
    cuts = [index + 1 for index, gap in enumerate(wanted.gaps) if gap is not Gap.NONE]
    bounds = [0, *cuts, len(wanted.units)]
    return tuple(
        Pattern(wanted.units[begin:end], wanted.gaps[begin : end - 1]) for begin, end in pairwise(bounds)
    )


def scattered(wanted: Pattern, passage: Passage) -> Iterator[tuple[tuple[int, int], bool, int]]:
    """Yield where all words of a pattern stand close together, whether in order, and the words between."""
    found = tightest(wanted, passage)
    solid = any(map(is_spaceless, wanted.units))
    if found is not None and found[2] <= (_BETWEEN_SOLID if solid else _BETWEEN):
        yield found


def tightest(wanted: Pattern, passage: Passage) -> tuple[tuple[int, int], bool, int] | None:
    """Return where all words of a pattern stand closest, None where one is missing or there is only one."""
    parts = groups(wanted) if len(wanted.units) > 1 else ()
    if len(parts) < 2 or any(passage.starts.keys().isdisjoint(part.heads()) for part in parts):
        return None
    places = [list(passage.places(part))[:_LOOKED_AT] for part in parts]
    if not all(places):
        return None
    rarest = min(places, key=len)
    rows = [_around(here, places) for here in rarest]
    whole = [_judged(row, passage) for row in rows if len(set(row)) == len(row)]
    return min(whole, key=lambda each: (each[2], not each[1]), default=None)


def _around(here: tuple[int, int], places: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Return the place of each word that is nearest to `here`."""
    return [min(each, key=lambda place: abs(place[0] - here[0])) for each in places]


def _judged(row: list[tuple[int, int]], passage: Passage) -> tuple[tuple[int, int], bool, int]:
    ordered = sorted(row)
    others = sum(_words(passage, one[1], two[0]) for one, two in pairwise(ordered))
    return (ordered[0][0], max(end for _, end in row)), ordered == row, others


def _words(passage: Passage, start: int, end: int) -> int:
    """Return how many words stand between two places of the folded text."""
    begin = bisect_left(passage.tokens, start, key=lambda token: token.start)
    return max(0, bisect_right(passage.tokens, end, key=lambda token: token.end) - begin)
