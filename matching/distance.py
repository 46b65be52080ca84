"""How few letters two words differ by: changed, left out, added, or two neighbours exchanged."""

from __future__ import annotations

from collections.abc import Sequence


def allowed(length: int) -> int:
    """Return how many letters may differ in a word of `length` letters for it to be taken for a slip."""
    if length < 4:
        return 0
    return 1 if length < 8 else 2


def within(one: Sequence[str], other: Sequence[str], limit: int) -> bool:
    """Tell whether at most `limit` slips lead from one word to the other.

    The distance is that of optimal string alignment (Damerau and Levenshtein, no letter touched twice). What
    both begin and end with is cut off first, so that almost every pair is decided by a glance.
    """
    if abs(len(one) - len(other)) > limit:
        return False
    begin, shorter = 0, min(len(one), len(other))
    while begin < shorter and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[begin : len(one) - end], other[begin : len(other) - end]
    if not one or not other:
        return max(len(one), len(other)) <= limit
    return limit > 0 and (
        within(one[1:], other[1:], limit - 1)
        or within(one[1:], other, limit - 1)
        or within(one, other[1:], limit - 1)
        or _exchanged(one, other, limit)
    )


def _exchanged(one: Sequence[str], other: Sequence[str], limit: int) -> bool:
    if len(one) < 2 or len(other) < 2 or one[0] != other[1] or one[1] != other[0]:
        return False
    return within(one[2:], other[2:], limit - 1)
