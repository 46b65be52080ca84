"""Which characters fold to which: the way back, from a folded character to all that may stand for it.

A text without an odd character folds character by character, so a pattern over what may stand for each finds
in the raw text what would be found in the folded one. A text with an odd one must be folded to be searched.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from text import alone

_HANGUL = range(0xAC00, 0xD7A4)  # syllables: each folds to itself
_SURROGATES = range(0xD800, 0xE000)
_END = 0x2_0000  # from here on rare Chinese characters, all taken for odd


@cache
def origins(char: str) -> str:
    """Return the characters that fold to `char`, a folded one, and itself."""
    return char + "".join(_table()[0].get(char, ()))


def odd() -> str:
    """Return a regular expression for one character that does not fold by itself, or may not."""
    return _table()[1]


@cache
def _table() -> tuple[dict[str, list[str]], str]:
    """Look at every character once: a quarter of a second."""
    found: dict[str, list[str]] = defaultdict(list)
    odd: list[str] = []
    for char in map(chr, chain(range(_HANGUL.start), range(_SURROGATES.stop, _END))):
        if unicodedata.category(char) == "Cn":  # not assigned: stays as it is
            continue
        folded = alone(char)
        if not folded:
            odd.append(char)
        elif folded != char:
            found[folded].append(char)
    return found, f"[{_ranges(odd)}\uffff{chr(_END)}-\U0010ffff]"


def one_of(chars: Iterable[str]) -> str:
    """Return a regular expression for one of some characters."""
    row = sorted(set(chars))
    return re.escape(row[0]) if len(row) == 1 else f"[{_ranges(row)}]"


def _ranges(row: list[str]) -> str:
    """Return what stands in the brackets of a class for characters in ascending order."""
    return "".join(
        f"\\x{{{first:x}}}" if first == last else f"\\x{{{first:x}}}-\\x{{{last:x}}}"
        for first, last in _stretches(map(ord, row))
    )


def _stretches(points: Iterator[int]) -> Iterator[tuple[int, int]]:
    first = last = next(points)
    for point in points:
        if point > last + 1:
            yield first, last
            first = point
        last = point
    yield first, last
