"""Near misses: what stands in an entry and is almost a term, by a slip, in other order, parted or inside.

Each is a place in the original, with what is different.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from matching.groups import scattered
from matching.judge import Judge, Spot
from matching.plan import Leaf
from matching.reading import Passage
from matching.runs import in_running_text
from matching.slips import Near, slips_of
from matching.spelling import is_possessive, visible
from matching.terms import Pattern
from model import Reason
from text import is_spaceless, words

_LEAST_OF_ANOTHER = 6  # letters of another name of the term, of which slips are told
_MOST = 3  # near misses of one term in one entry


class Nearly(StrEnum):
    """How a near miss differs from the term, the likeliest to be meant first."""

    CASE = "case"  # `=` asks for other capitals
    SPELLING = "spelling"  # `=` asks for other accents, width or ending
    SCRIPT = "script"  # the other Chinese script, or characters that only look alike when simplified
    LETTERS = "letters"  # one or two letters differ
    ORDER = "order"
    APART = "apart"  # written apart, or with something between
    INSIDE = "inside"  # a part of a longer word


@dataclass(frozen=True, slots=True)
class NearMiss:
    """What stands in the entry instead of the term; `at.term` is the name that was looked for."""

    kind: Nearly
    at: Reason
    words: int = 0  # of others, that stand between the parts


def near_misses(leaf: Leaf, judge: Judge) -> tuple[NearMiss, ...]:
    """Return what is nearest to a term that does not stand in the entry, the likeliest to be meant first."""
    found: dict[tuple[str, str], NearMiss] = {}
    for each in sorted(_all(leaf, judge), key=lambda near: list(Nearly).index(near.kind)):
        found.setdefault((each.at.field, each.at.text), each)
    return tuple(found.values())[:_MOST]


def _all(leaf: Leaf, judge: Judge) -> Iterator[NearMiss]:
    term = leaf.patterns[0]
    for spot, kind in otherwise_written(leaf, judge):
        yield NearMiss(kind, at(leaf.term, spot))
    names = [(leaf.term, term)]
    names += [
        (alias.text, alias.pattern)
        for named in leaf.named
        if named.certain
        for alias in named.known.strong
        if alias.pattern.units != term.units and not alias.capitals and alias.text[0].isalnum()
    ]
    slips = slips_of(tuple(pattern for _, pattern in names))
    spellings = {"".join(pattern.units) for _, pattern in names}
    for passage in judge.passages(leaf.field):
        for index, near in slips.places(passage):
            if index and not _is_told_of_another_name(names[index][1], near):
                continue
            found = _near_miss(names[index][0], passage, near)
            if found.kind is Nearly.APART or "".join(words(found.at.text)) not in spellings:
                yield found
        for name, each in names:
            for near in _places(each, passage, typed=each is term):
                yield _near_miss(name, passage, near)


def _is_told_of_another_name(name: Pattern, near: Near) -> bool:
    """Tell whether a near miss of a name that nobody typed is likely one: not eth in something."""
    return near[1] != "inside" and sum(map(len, name.units)) >= _LEAST_OF_ANOTHER


def _near_miss(name: str, passage: Passage, near: Near) -> NearMiss:
    place, kind, others = near
    return NearMiss(Nearly(kind), at(name, Spot(passage, *place)), others)


def at(term: str, spot: Spot) -> Reason:
    """Return a place as a reason has it."""
    start, end = spot.origin
    origin = spot.passage.folded.origin
    if is_possessive(origin, end):
        end += 2
    return Reason(term, spot.passage.field, origin[start:end], start, end, spot.alias)


def otherwise_written(leaf: Leaf, judge: Judge) -> Iterator[tuple[Spot, Nearly]]:
    """Yield where the term stands but for its case, its script or what else it insists on."""
    for wanted in leaf.patterns:
        if not wanted.exact and not wanted.han:
            continue
        for spot in judge.found(replace(wanted, exact=(), han=""), leaf.field):
            yield spot, _difference(wanted, spot)


def _difference(wanted: Pattern, spot: Spot) -> Nearly:
    asked, written = " ".join(wanted.exact), " ".join(visible(spot.written).split())
    if not asked or any(map(is_spaceless, wanted.units)):
        return Nearly.SCRIPT
    return Nearly.CASE if asked != written and asked.casefold() == written.casefold() else Nearly.SPELLING


def _places(wanted: Pattern, passage: Passage, *, typed: bool) -> Iterator[Near]:
    """Yield where the characters of a name stand otherwise, or the words of one that has several."""
    if len(wanted.units) < 2:
        return
    if all(map(is_spaceless, wanted.units)):
        yield from in_running_text(wanted, passage, typed=typed)
    for place, in_order, others in scattered(wanted, passage):
        yield place, "apart" if in_order else "order", others
