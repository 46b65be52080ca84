"""The careful judge: whether an entry satisfies a plan, and where it shows that."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from matching import facts
from matching.context import NOTHING_KNOWN, Context
from matching.names import Alias, Known, Names
from matching.not_ai import is_article
from matching.plan import Age, All, Always, Fact, Leaf, Never, Pair, Plan, Search, Single, Some, plan, wanted
from matching.reading import Passage, passage, read
from matching.regexes import places
from matching.terms import Pattern
from matching.tree import Name, Query
from model import Entry, Field, Reason
from text import fold_key

_FIELDS = {
    Name.TITLE: Field.TITLE,
    Name.TEXT: Field.TEXT,
    Name.AUTHOR: Field.AUTHOR,
    Name.SOURCE: Field.SOURCE,
}


class Read(Protocol):
    """An entry that has been read, or will be when its passages are asked for."""

    @property
    def entry(self) -> Entry:
        """The entry itself."""

    @property
    def passages(self) -> list[Passage]:
        """Its title, text and tags, cut into words."""


class Reading:
    """An entry that is read when a judge needs it."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    @cached_property
    def passages(self) -> list[Passage]:
        """Title, text and tags, cut into words."""
        return read(self.entry)


class Spot(NamedTuple):
    """A place in a passage, into its folded text, and the other name that stands there."""

    passage: Passage
    start: int
    end: int
    alias: str = ""
    beside: str = ""  # what shows whom a weak name means

    @property
    def origin(self) -> tuple[int, int]:
        """Where it stands in the original text."""
        return self.passage.folded.span(self.start, self.end)

    @property
    def written(self) -> str:
        """What stands there in the original text."""
        start, end = self.origin
        return self.passage.folded.origin[start:end]


def match_one(
    query: Query, entry: Entry, context: Context = NOTHING_KNOWN, names: Names | None = None
) -> tuple[Reason, ...] | None:
    """Return why `entry` hits `query`, None when it does not."""
    judge, asked = Judge(Reading(entry), context), plan(query, names)
    return judge.reasons(asked) if judge.holds(asked) else None


class Judge:
    """Judges plans against one entry; each pattern is looked for once."""

    def __init__(self, read: Read, context: Context = NOTHING_KNOWN) -> None:
        self._read = read
        self._entry = read.entry
        self._context = context
        self._spots: dict[tuple[Pattern, Name | None], tuple[Spot, ...]] = {}
        self._others: dict[Name, list[Passage]] = {}
        self._near: dict[Known, str] = {}

    def holds(self, asked: Plan) -> bool:
        """Tell whether the entry satisfies the plan."""
        match asked:
            case All(parts):
                return all(self.holds(part) for part in parts)
            case Some(parts):
                return any(self.holds(part) for part in parts)
            case Never(part):
                return not self.holds(part)
            case Always():
                return True
            case Leaf():
                return self._by_author(asked) or next(self.spots(asked), None) is not None
            case _:
                return next(self._reasons(asked), None) is not None

    def reasons(self, asked: Plan) -> tuple[Reason, ...]:
        """Return the first place of each wanted term in each field, in the order of the query."""
        found: dict[tuple[Field, str, int, int], Reason] = {}
        for single in wanted(asked):
            for reason in self._reasons(single):
                found.setdefault((reason.field, reason.text, reason.start, reason.end), reason)
        return tuple(found.values())

    def _reasons(self, single: Single) -> Iterator[Reason]:
        match single:
            case Leaf():
                if self._by_author(single):
                    yield Reason(single.term, Field.AUTHOR, self._entry.author, 0, len(self._entry.author))
                yield from _first_in_each(single.term, self.spots(single))
            case Pair():
                yield from (_reason(single.term, spot) for spot in self._pair(single))
            case Search():
                yield from self._search(single)
            case Fact(term, field, value):
                yield from facts.reasons(term, field, value, self._entry)
            case Age():
                yield from facts.age(single, self._entry, self._context.now)
            case Always(term, judged):
                if not judged:
                    yield Reason(term, Field.STORY, "", 0, 0)

    def _by_author(self, leaf: Leaf) -> bool:
        asked = leaf.patterns[0]
        mention = asked.mention() if leaf.field is None and not asked.exact else ""
        return bool(mention) and mention[1:] == fold_key(self._entry.author).removeprefix("@")

    def spots(self, leaf: Leaf) -> Iterator[Spot]:
        """Yield where the term stands, then where another name does."""
        for each in leaf.patterns:
            yield from (spot for spot in self.found(each, leaf.field) if not is_inside(spot, leaf.not_in))
        for named in leaf.named:
            strong = self._names(named.known.strong, leaf.field)
            weak = self._names(named.known.weak, leaf.field)
            if named.certain:
                yield from strong
            else:
                yield from self._meant(named.known, strong)
            yield from self._meant(named.known, weak)

    def _meant(self, known: Known, spots: Iterable[Spot]) -> Iterator[Spot]:
        """Yield the places of names that could be another's, where the entry shows who is meant."""
        for spot in spots:
            beside = self.beside(known)
            if not beside:
                return
            yield spot._replace(beside=beside)

    def _names(self, aliases: Iterable[Alias], field: Name | None) -> Iterator[Spot]:
        for alias in aliases:
            for spot in self.found(alias.pattern, field):
                if (alias.capitals and not _in_capitals(spot)) or (alias.capital and not _is_capital(spot)):
                    continue
                if not is_inside(spot, alias.not_in):
                    yield spot._replace(alias=alias.text)

    def beside(self, known: Known) -> str:
        """Return the context word of somebody that stands in the entry, or their own @name; else ""."""
        if known not in self._near:
            author = fold_key(self._entry.author).lstrip("@")
            own = f"@{author}" if author in known.accounts else ""
            words = (spot.written.lstrip("@") for each in known.contexts for spot in self.found(each, None))
            self._near[known] = own or next(words, "")
        return self._near[known]

    def found(self, wanted: Pattern, field: Name | None) -> tuple[Spot, ...]:
        """Return where a pattern stands in a field, None: in title, text and tags."""
        key = wanted, field
        if key not in self._spots:
            self._spots[key] = tuple(
                Spot(read, *place)
                for read in self.passages(field)
                for place in read.places(wanted)
                if self._counts(wanted, field, read, place)
            )
        return self._spots[key]

    def _counts(self, wanted: Pattern, field: Name | None, read: Passage, place: tuple[int, int]) -> bool:
        if field is Name.TAG and not read.is_tag(place):
            return False
        if wanted.exact or wanted.units != ("ai",) or read.field is Field.TAG:
            return True
        return not is_article(read.folded, place, self._entry)

    def passages(self, field: Name | None) -> list[Passage]:
        """Return what is looked through for a term asked of a field."""
        match field:
            case Name.TITLE | Name.TEXT:
                return [each for each in self._read.passages if each.field is _FIELDS[field]]
            case Name.AUTHOR | Name.SOURCE:
                if field not in self._others:
                    text = self._entry.author if field is Name.AUTHOR else self._context.source
                    self._others[field] = [passage(_FIELDS[field], text)]
                return self._others[field]
            case _:
                return self._read.passages

    def _pair(self, pair: Pair) -> Iterator[Spot]:
        """Yield both terms where they stand near each other."""
        rights = list(self.spots(pair.right))
        begins, ends = sorted(rights, key=_begin), sorted(rights, key=_end)
        for left in self.spots(pair.left):
            for right in _nearest(left, begins, ends):
                if words_between(left, right) in range(pair.distance + 1):
                    yield from sorted((left, right), key=lambda spot: spot.start)
                    return

    def _search(self, search: Search) -> Iterator[Reason]:
        if search.field in (Name.URL, Name.SITE):
            yield from facts.search(search.term, search.pattern, search.any_case, self._entry)
            return
        for each in self.passages(search.field):
            if search.field is Name.TAG and each.field is not Field.TAG:
                continue
            text = each.folded.origin
            for start, end in places(search.pattern, search.any_case, text):
                yield Reason(search.term, each.field, text[start:end], start, end)
                break


def _first_in_each(term: str, spots: Iterable[Spot]) -> Iterator[Reason]:
    """Yield a reason for the first spot of each passage."""
    seen: set[int] = set()
    for spot in spots:
        if id(spot.passage) not in seen:
            seen.add(id(spot.passage))
            yield _reason(term, spot)


def _reason(term: str, spot: Spot) -> Reason:
    start, end = spot.origin
    return Reason(term, spot.passage.field, spot.written, start, end, spot.alias, spot.beside)


def _begin(spot: Spot) -> tuple[int, int]:
    return id(spot.passage), spot.start


def _end(spot: Spot) -> tuple[int, int]:
    return id(spot.passage), spot.end


def _nearest(left: Spot, begins: Sequence[Spot], ends: Sequence[Spot]) -> Iterator[Spot]:
    """Yield the next spot behind another and before it, of spots sorted by begin and by end."""
    after = bisect_left(begins, (id(left.passage), left.end), key=_begin)
    before = bisect_right(ends, (id(left.passage), left.start), key=_end) - 1
    near = (*begins[after : after + 1], *(ends[before : before + 1] if before >= 0 else ()))
    yield from (spot for spot in near if spot.passage is left.passage)


def words_between(left: Spot, right: Spot) -> int:
    """Return how many words stand between two places, -1 where they overlap."""
    first, second = sorted((left, right), key=lambda spot: spot.start)
    if second.start < first.end:
        return -1
    row = left.passage.tokens
    begin = bisect_left(row, first.end, key=lambda token: token.start)
    return max(0, bisect_right(row, second.start, key=lambda token: token.end) - begin)


def is_inside(spot: Spot, others: tuple[str, ...]) -> bool:
    """Tell whether the place is a part of one of the other, folded texts."""
    text = spot.passage.folded.text
    for other in others:
        at = text.find(other, max(0, spot.end - len(other)), spot.start + len(other))
        if at >= 0:
            return True
    return False


def _is_capital(spot: Spot) -> bool:
    folded = spot.passage.folded
    return folded.at(spot.start).isupper() or folded.text[spot.start - 1 : spot.start] == "#"


def _in_capitals(spot: Spot) -> bool:
    start, end = spot.passage.folded.span(spot.start, spot.end)
    origin = spot.passage.folded.origin
    return origin[start:end].isupper() or origin[start - 1 : start] in ("#", "$", "＃", "＄")
