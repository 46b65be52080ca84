"""What a query asks for: terms become patterns, each with the field it is asked of and whom it names.

`a b` in capitals or not, side by side, is also the name "ab"; a name that is known is read as nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from matching.fields import age_limit
from matching.names import Named, Names
from matching.terms import Pattern, joined, pattern, patterns
from matching.tree import (
    And,
    Everything,
    In,
    Name,
    Near,
    NearTerm,
    Not,
    Or,
    Query,
    Regex,
    Tag,
    Word,
)

_MAX_NAME = 4  # words of a name typed as words side by side
_SEARCHED = (None, Name.TITLE, Name.TEXT, Name.TAG, Name.AUTHOR, Name.SOURCE)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One term: any of the patterns will do, and any other name of whom it names."""

    term: str
    patterns: tuple[Pattern, ...]
    field: Name | None = None  # None: title, text and tags
    named: tuple[Named, ...] = ()
    not_in: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """Tell whether the patterns alone decide, wherever they stand in title, text and tags."""
        odd = any(each.han or each.begins or each.exact or each.units == ("ai",) for each in self.patterns)
        return self.field is None and not self.named and not self.not_in and not odd


@dataclass(frozen=True, slots=True)
class Pair:
    """Two terms in one field with at most `distance` words between them."""

    term: str
    left: Leaf
    right: Leaf
    distance: int


@dataclass(frozen=True, slots=True)
class Search:
    """A regular expression."""

    term: str
    pattern: str
    any_case: bool
    field: Name | None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something about the entry that is no text to search: its site, address, account, language."""

    term: str
    field: Name
    value: str


@dataclass(frozen=True, slots=True)
class Age:
    """How long ago the entry was published."""

    term: str
    younger: bool
    limit: timedelta


@dataclass(frozen=True, slots=True)
class Always:
    """Every entry: "*", and what is judged elsewhere (`min:`, by the story)."""

    term: str
    judged: bool = True


@dataclass(frozen=True, slots=True)
class All:
    """Every part."""

    parts: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """One part or more."""

    parts: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class Never:
    """Not that part."""

    part: Plan


Single = Leaf | Pair | Search | Fact | Age | Always
Plan = Single | All | Some | Never


def plan(query: Query, names: Names | None = None) -> Plan:
    """Return what `query` asks for, with the other names that `names` knows."""
    return _Planner(names).plan(query, None)


def wanted(asked: Plan) -> Iterator[Single]:
    """Yield what is not negated, in the order of the query."""
    match asked:
        case All(parts) | Some(parts):
            for part in parts:
                yield from wanted(part)
        case Never():
            return
        case _:
            yield asked


def printed(asked: Plan) -> str:
    """Return what is asked for as it could be typed."""
    match asked:
        case All(parts):
            return " ".join(
                f"({printed(part)})" if isinstance(part, Some) else printed(part) for part in parts
            )
        case Some(parts):
            return " OR ".join(
                f"({printed(part)})" if isinstance(part, All) else printed(part) for part in parts
            )
        case Never(part):
            grouped = isinstance(part, All | Some | Pair)
            return f"-({printed(part)})" if grouped else f"-{printed(part)}"
        case _:
            return asked.term


class _Planner:
    def __init__(self, names: Names | None) -> None:
        self._names = names

    def plan(self, query: Query, field: Name | None) -> Plan:
        match query:
            case And(parts):
                planned = self._all(parts, field)
                return planned[0] if len(planned) == 1 else All(planned)
            case Or(parts):
                return Some(tuple(self.plan(part, field) for part in parts))
            case Not(part):
                return Never(self.plan(part, field))
            case In(inner, part):
                return self._in(str(query), inner, part)
            case _:
                return self._single(query, field)

    def _single(self, query: Near | Regex | Everything | NearTerm, field: Name | None) -> Plan:
        match query:
            case Near(left, right, distance):
                return self._near(str(query), (left, right), distance, field)
            case Regex(expression, any_case):
                return Search(str(query), expression, any_case, field)
            case Everything():
                return Always(str(query))
            case _:
                return self._term(query, field)

    def _in(self, term: str, field: Name, part: Query) -> Plan:
        planned = self.plan(part, field)
        if isinstance(part, And | Or | Not | In):
            return planned
        return replace(planned, term=term) if not isinstance(planned, All | Some | Never) else planned

    def _near(self, term: str, pair: tuple[NearTerm, NearTerm], distance: int, field: Name | None) -> Plan:
        left, right = (self._term(each, field) for each in pair)
        if isinstance(left, Leaf) and isinstance(right, Leaf):
            return Pair(term, left, right, distance)
        return All((left, right))

    def _term(self, term: NearTerm, field: Name | None) -> Single:
        shown = str(term) if field is None else f"{field}:{term}"
        match field:
            case Name.AGE:
                return Age(shown, *age_limit(term.text))
            case Name.MIN:
                return Always(shown, judged=False)
            case Name.SITE | Name.URL | Name.FROM | Name.LANG:
                return Fact(shown, field, term.text)
            case _:
                return self._leaf(shown, term, field)

    def _leaf(self, shown: str, term: NearTerm, field: Name | None) -> Leaf:
        if self._names is None or not isinstance(term, Word | Tag):
            return Leaf(shown, patterns(term), field)
        named, not_in = self._names.named(term.text), self._names.not_in(term.text)
        return Leaf(shown, patterns(self._names.spelled(term)), field, named, not_in)

    def _all(self, parts: tuple[Query, ...], field: Name | None) -> tuple[Plan, ...]:
        """Plan the parts of an And: bare words side by side are read as the known name that they form."""
        found: list[Plan] = []
        loose: list[Query] = []
        index = 0
        while index < len(parts):
            count = self._name_length(parts, index) if field in _SEARCHED else 0
            if not count:
                loose.append(parts[index])
                index += 1
                continue
            found += self._neighbours(loose, field)
            loose = []
            words = " ".join(str(part) for part in parts[index : index + count])
            found.append(replace(self._leaf(words, Word(words), field), patterns=(pattern(Word(words)),)))
            index += count
        found += self._neighbours(loose, field)
        return tuple(found)

    def _name_length(self, parts: Sequence[Query], index: int) -> int:
        """Return how many words at `index` form a known name, 0 for none."""
        for count in range(min(_MAX_NAME, len(parts) - index), 1, -1):
            words = [part.text for part in parts[index : index + count] if isinstance(part, Word)]
            if len(words) == count and self._names is not None and self._names.is_name(words):
                return count
        return 0

    def _neighbours(self, parts: Sequence[Query], field: Name | None) -> Iterator[Plan]:
        """Plan words of which each two side by side are also found as the name that they may form."""
        pairs = [_name(left, right) for left, right in pairwise(parts)]
        for index, part in enumerate(parts):
            planned = self.plan(part, field)
            around = [name for name in (*pairs[max(0, index - 1) : index], *pairs[index : index + 1]) if name]
            if isinstance(planned, Leaf) and isinstance(part, Word):
                planned = replace(planned, patterns=(*planned.patterns, *around))
            yield planned


def _name(left: Query, right: Query) -> Pattern | None:
    if isinstance(left, Word) and isinstance(right, Word):
        return joined(pattern(left), pattern(right))
    return None
