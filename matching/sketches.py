"""Draws sketches: plans in small, for the quick judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from matching.keys import LOOSE, TIGHT, author_key
from matching.names import Alias, Known
from matching.plan import All, Always, Leaf, Never, Pair, Plan, Search, Single, Some
from matching.quick import (
    Begins,
    Both,
    Capitals,
    Either,
    Finds,
    Has,
    Meeting,
    NotInside,
    Opposite,
    Perhaps,
    Row,
    Running,
    Sketch,
    SpokenOf,
    Unclear,
    Words,
)
from matching.scripts import shows_traditional
from matching.terms import Gap, Pattern
from matching.tree import Name
from text import is_spaceless

_KEYED = (Name.TITLE, Name.TEXT, Name.TAG)
_ARTICLE = ("ai",)  # a word of Italian and French in small letters


def sketch(asked: Plan) -> Sketch:
    """Return the plan in small."""
    match asked:
        case All(parts):
            return _both([sketch(part) for part in parts])
        case Some(parts):
            return _either([sketch(part) for part in parts])
        case Never(part):
            return Opposite(sketch(part))
        case _:
            return _single(asked)


def _single(asked: Single) -> Sketch:
    match asked:
        case Leaf():
            return _leaf(asked)
        case Pair(_, left, right, _):
            return Perhaps(Both((_leaf(left), _leaf(right))))
        case Search(_, pattern, any_case, None):
            return Finds(pattern, any_case)
        case _:
            return Both(()) if isinstance(asked, Always) else Unclear()


def _leaf(leaf: Leaf) -> Sketch:
    if leaf.field is not None and leaf.field not in _KEYED:
        return Unclear()
    drawn = [_drawn(each, index > 0) for index, each in enumerate(leaf.patterns)]
    if leaf.not_in:
        drawn = [NotInside(_either(drawn), leaf.not_in)]
    drawn += [_named(named.known, named.certain) for named in leaf.named]
    mention = leaf.patterns[0].mention()
    if mention and leaf.field is None and not leaf.patterns[0].exact:
        drawn.append(Has((author_key(mention),)))
    return _either(drawn) if leaf.field is None else Perhaps(_either(drawn))


@lru_cache(maxsize=4096)
def _named(known: Known, certain: bool) -> Sketch:
    """Sketch all names of somebody, once for everybody who watches for them."""
    strong, weak = (_either([_alias(each) for each in some]) for some in (known.strong, known.weak))
    if certain:
        return _either([strong, _spoken_of(weak, known)])
    return _spoken_of(_either([strong, weak]), known)


def _spoken_of(part: Sketch, known: Known) -> Sketch:
    contexts = _either([_drawn(each, False) for each in known.contexts])
    return SpokenOf(part, contexts, Has(tuple(map(author_key, known.accounts))))


def _alias(alias: Alias) -> Sketch:
    drawn = _drawn(alias.pattern, False)
    if alias.capitals:
        drawn = Capitals(drawn.keys[0], False) if isinstance(drawn, Has) else Perhaps(drawn)
    elif alias.capital:
        drawn = Perhaps(drawn)
    return NotInside(drawn, alias.not_in) if alias.not_in else drawn


def _both(drawn: Sequence[Sketch]) -> Sketch:
    """Join words to one sketch; they are asked for first."""
    wanted = tuple(each.keys for each in drawn if isinstance(each, Has))
    nots = [each.part for each in drawn if isinstance(each, Opposite)]
    unwanted = tuple(key for each in nots if isinstance(each, Has) for key in each.keys)
    others = tuple(each for each in drawn if not isinstance(each, Has) and not _is_not_has(each))
    words = (Words(wanted, unwanted),) if wanted or unwanted else ()
    return words[0] if words and not others else Both((*words, *others))


def _is_not_has(each: Sketch) -> bool:
    return isinstance(each, Opposite) and isinstance(each.part, Has)


def _either(drawn: Sequence[Sketch]) -> Sketch:
    """Join words to one sketch; they are asked for first."""
    words = dict.fromkeys(key for each in drawn if isinstance(each, Has) for key in each.keys)
    others = tuple(each for each in drawn if not isinstance(each, Has))
    if not others:
        return Has(tuple(words))
    parts = (Has(tuple(words)), *others) if words else others
    return parts[0] if len(parts) == 1 else Either(parts)


def _drawn(each: Pattern, further: bool) -> Sketch:
    """Sketch one pattern; a `further` one of two words is only asked for where neither is there by itself."""
    units = each.units
    solid = [is_spaceless(unit) for unit in units]
    if each.begins:
        begins = Begins(units[0]) if len(units) == 1 and not solid[0] else Unclear()
        return Perhaps(begins) if each.exact or units == _ARTICLE else begins
    parts = tuple(_stretches(each, solid))
    if each.exact or len(parts) > 1:
        return Perhaps(Both(parts))
    return _running("".join(units), each.han) if solid[0] else _words(each, further)


def _running(text: str, han: str) -> Sketch:
    return Running(text, text if han == text else han, not shows_traditional(han))


def _words(each: Pattern, further: bool = False) -> Sketch:
    units = each.units
    if len(units) == 1:
        return Capitals(units[0], True) if units == _ARTICLE else Has(units)
    if len(units) == 2:
        return Has(("".join(units),)) if further else Meeting(*units, each.gaps[0] is Gap.ANY)
    gaps = (LOOSE if gap is Gap.ANY else TIGHT for gap in each.gaps)
    return Row(units[0] + "".join(gap + unit for gap, unit in zip(gaps, units[1:], strict=True)))


def _stretches(each: Pattern, solid: Sequence[bool]) -> Iterator[Sketch]:
    """Yield the parts of a pattern that are words, and those that are running text."""
    begin = 0
    for end in range(1, len(solid) + 1):
        goes_on = end < len(solid) and solid[end] is solid[begin]
        if goes_on and (not solid[begin] or each.gaps[end - 1] is Gap.NONE):
            continue
        part = Pattern(each.units[begin:end], each.gaps[begin : end - 1])
        yield _running("".join(part.units), "") if solid[begin] else _words(part)
        begin = end
