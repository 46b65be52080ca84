"""The keys a plan waits under: every entry that it holds for has one of them, and as few others as can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from matching.keys import (
    LOOSE,
    TIGHT,
    Key,
    author_key,
    is_plain,
    joined_key,
    literal_key,
    number,
    pair,
    prefix_key,
)
from matching.literals import required
from matching.plan import All, Fact, Leaf, Never, Pair, Plan, Search, Single, Some
from matching.terms import MAX_JOINED, Gap, Pattern
from matching.tree import Name
from text import fold_key, is_spaceless

Weight = Callable[[Key], float]
"""How much work a key makes: how many watches are tried already when an entry has it."""

_KEYED = (None, Name.TITLE, Name.TEXT, Name.TAG)  # the fields whose words are keys
_NONE: frozenset[Key] = frozenset()


def anchors(asked: Plan, weight: Weight) -> tuple[Key, ...]:
    """Return where the plan waits; (): it must be asked about every entry."""
    return tuple(_anchors(asked, weight, True))


def _anchors(asked: Plan, weight: Weight, wanted: bool) -> frozenset[Key]:
    """Return where the plan, or its opposite when it is not `wanted`, waits."""
    match asked:
        case Never(part):
            return _anchors(part, weight, not wanted)
        case All(parts) | Some(parts):
            sets = [_anchors(part, weight, wanted) for part in parts]
            if isinstance(asked, All) is wanted:
                return lightest(sets, weight)
            return _NONE.union(*sets) if all(sets) else _NONE
        case _:
            return _single(asked, weight) if wanted else _NONE


def _single(asked: Single, weight: Weight) -> frozenset[Key]:
    match asked:
        case Leaf():
            return _leaf(asked, weight)
        case Pair(_, left, right, _):
            return lightest([_leaf(left, weight), _leaf(right, weight)], weight)
        case Fact(_, Name.FROM, value):
            return frozenset({author_key(fold_key(value).strip())})
        case Search(_, pattern, _, field) if field in _KEYED and (literal := required(pattern)):
            return frozenset({literal_key(literal)})
        case _:
            return _NONE


def lightest(sets: Iterable[frozenset[Key]], weight: Weight, free: frozenset[Key] = _NONE) -> frozenset[Key]:
    """Return the set that adds the least work beside `free`; an empty one says nothing."""
    return min(filter(None, sets), key=lambda keys: sum(map(weight, keys - free)), default=_NONE)


def _leaf(leaf: Leaf, weight: Weight) -> frozenset[Key]:
    if leaf.field not in _KEYED:
        return _NONE
    others = [alias.pattern for named in leaf.named for alias in (*named.known.strong, *named.known.weak)]
    chosen = _NONE
    for each in (*leaf.patterns, *others):
        chosen |= lightest(options(each), weight, chosen)
    mention = leaf.patterns[0].mention()
    return chosen | {author_key(mention)} if mention and leaf.field is None else chosen


def options(each: Pattern) -> Iterator[frozenset[Key]]:
    """Yield sets of keys; every text that holds the pattern has one of each set."""
    units = each.units
    solid = list(map(is_spaceless, units))
    if each.begins and not is_plain("".join(units)):
        yield frozenset(_beginning(each, solid))
        return
    for index, unit in enumerate(units):
        ends = index + 1 == len(units) or solid[index] is not solid[index + 1]
        if not solid[index]:
            yield frozenset(_joins(units, solid, index))
            if not ends:
                yield frozenset(meeting(each, solid, index))
        elif ends or each.gaps[index] is not Gap.NONE:
            yield frozenset({unit})
        else:
            yield frozenset({pair(unit, units[index + 1])})
            yield from _stretches(each, index)


def _stretches(each: Pattern, index: int) -> Iterator[frozenset[Key]]:
    """Yield the key of three plain characters of running text."""
    row = "".join(each.units[index : index + 3])
    if len(row) == 3 and is_plain(row) and set(each.gaps[index : index + 2]) == {Gap.NONE}:
        yield frozenset({number(row)})


def meeting(each: Pattern, solid: Sequence[bool], index: int) -> Iterator[str]:
    """Yield the keys one of which a text has where the unit at `index` and the next one meet."""
    left, right = each.units[index : index + 2]
    yield left + TIGHT + right
    if each.gaps[index] is Gap.ANY:
        yield left + LOOSE + right
    yield joined_key(left)
    yield joined_key(right)
    for at in (index, index + 1):
        yield from (key for key in _joins(each.units, solid, at) if key != each.units[at])


def _beginning(each: Pattern, solid: Sequence[bool]) -> Iterator[Key]:
    """Yield keys at which a pattern may begin whose last word may go on."""
    if solid[0]:
        yield each.units[0] if len(each.units) > 1 else prefix_key(each.units[0])
        return
    words = list(_joins(each.units, solid, 0))
    if solid[-1]:
        yield from words
        return
    yield from words[: len(each.units) - 1]
    yield prefix_key("".join(each.units))


def _joins(units: Sequence[str], solid: Sequence[bool], index: int) -> Iterator[str]:
    """Yield every word that units in a row, the one at `index` among them, may be written as."""
    begin, end = index, index + 1
    while begin and not solid[begin - 1] and index - begin < MAX_JOINED:
        begin -= 1
    while end < len(units) and not solid[end] and end - index < MAX_JOINED:
        end += 1
    for start in range(begin, index + 1):
        for stop in range(index + 1, min(end, start + MAX_JOINED) + 1):
            yield "".join(units[start:stop])
