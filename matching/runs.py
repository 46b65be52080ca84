"""Near misses in scripts that write no spaces, where a name is a row of characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matching.distance import allowed, within
from matching.reading import Passage
from matching.slips import Near
from matching.terms import Pattern

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_BETWEEN = 2  # characters that may part a name of three or more
_WIDE = 8  # of anything, between two characters of a name


def in_running_text(wanted: Pattern, passage: Passage, *, typed: bool) -> Iterator[Near]:
    """Yield where the name stands parted, else in other order or with a slip; `typed`: by a person."""
    units = wanted.units
    known = set(units)
    slips = _allowed(units, typed)
    if sum(unit in passage.starts for unit in known) < max(2, len(known) - slips):
        return
    beginnings = [index for index, token in enumerate(passage.tokens) if token.key in known]
    parted = False
    for index in beginnings:
        apart = _apart(wanted, passage, index) if passage.tokens[index].key == units[0] else None
        if apart is not None:
            parted = True
            yield apart[0], "apart", apart[1]
    if not parted:
        yield from _alike(units, passage, beginnings, slips)


def _allowed(units: tuple[str, ...], typed: bool) -> int:
    """Return how many characters may differ: in a typed name of three Chinese ones, one already."""
    if len(units) == 3 and typed and all(map(_HAN.match, units)):
        return 1
    return allowed(len(units))


def _apart(wanted: Pattern, passage: Passage, index: int) -> tuple[tuple[int, int], int] | None:
    """Return the place of a name whose characters stand in order with something between them."""
    room = _BETWEEN if len(wanted.units) > 2 else 0
    tokens, others, is_parted, last = passage.tokens, 0, False, index
    for unit, gap in zip(wanted.units[1:], wanted.gaps, strict=True):
        here = last + 1
        while here < len(tokens) and tokens[here].key != unit and others < room:
            here, others = here + 1, others + 1
        if here >= len(tokens) or tokens[here].key != unit:
            return None
        between = passage.folded.text[tokens[last].end : tokens[here].start]
        if len(between) > _WIDE or "\n" in between:
            return None
        is_parted = is_parted or not gap.allows(between)
        last = here
    return ((tokens[index].start, tokens[last].end), others) if is_parted else None


def _alike(units: tuple[str, ...], passage: Passage, beginnings: list[int], slips: int) -> Iterator[Near]:
    """Yield the first row of characters that is the name in other order, or but for a slip."""
    size = len(units)
    others = [size + by for slip in range(1, slips + 1) for by in (-slip, slip)]
    lengths = [size, *others] if size > 3 else [size]
    firsts = sorted({index - back for index in beginnings for back in ((0, 1) if slips else (0,))})
    for length in lengths:
        for first in firsts:
            row = passage.tokens[first : first + length] if first >= 0 else []
            kind = _kind(units, tuple(token.key for token in row), slips) if len(row) == length else ""
            if kind and _together(passage, first, length):
                yield (row[0].start, row[-1].end), kind, 0
                return


def _kind(units: tuple[str, ...], keys: tuple[str, ...], slips: int) -> str:
    if keys == units:
        return ""
    if len(units) > 2 and sorted(keys) == sorted(units):
        return "order"
    return "letters" if slips and within(units, keys, slips) else ""


def _together(passage: Passage, first: int, length: int) -> bool:
    return all(passage.runs_on(index) for index in range(first, first + length - 1))
