"""Why an entry does not hit: the first part of a query that fails, and what is nearly there instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from matching.context import NOTHING_KNOWN, Context
from matching.fields import host
from matching.groups import tightest
from matching.judge import Judge, Reading, Spot, is_inside, words_between
from matching.language import language
from matching.names import Names
from matching.nearly import Nearly, NearMiss, at, near_misses, otherwise_written
from matching.plan import Age, All, Always, Fact, Leaf, Never, Pair, Plan, Search, Single, Some, plan, printed
from matching.tree import Name, Query
from model import Entry, Field, Reason
from text import fold_key

_ELSEWHERE = (None, Name.TITLE, Name.TEXT, Name.AUTHOR, Name.SOURCE)
_LEAST_IN_ADDRESS = 4  # letters of a word that is told to stand in the entry's address


class Missed(StrEnum):
    """Why a part of a query fails."""

    NOWHERE = "nowhere"
    NONE_OF = "none-of"  # none of the parts that OR joins
    EXCLUDED = "excluded"  # it stands there, and must not
    TOO_FAR = "too-far"  # both terms of near/N in one field, too many words between
    OVERLAP = "overlap"  # the same place is all there is of both
    OTHER_FIELDS = "other-fields"  # both terms of near/N, in different fields
    ELSEWHERE = "elsewhere"  # in another field than asked
    NO_TAG = "no-tag"  # the word, not as a tag
    ORDER = "order"  # the words of a phrase in other order
    APART = "apart"  # the words of a phrase not side by side
    CASE = "case"
    SPELLING = "spelling"
    SCRIPT = "script"
    WITHIN = "within"  # only as a part of other words: 币安 in 加密货币安全
    CONTEXT = "context"  # a name that could be another's, and nothing shows whose it is
    SMALL = "small"  # a ticker in small letters, which may be a word
    ARTICLE = "article"  # "ai" is a word of the entry's language
    NO_DATE = "no-date"
    TOO_OLD = "too-old"
    TOO_YOUNG = "too-young"
    LANGUAGE = "language"
    SITE = "site"
    ADDRESS = "address"
    ACCOUNT = "account"
    REGEX = "regex"


@dataclass(frozen=True, slots=True)
class Missing:
    """The part of a query that fails, as typed, and why."""

    kind: Missed
    term: str
    place: Reason | None = None  # what stands there instead
    other: Reason | None = None  # the second term of near/N
    field: Name | None = None  # that was asked
    words: int = 0  # between the terms, or the words of a phrase
    actual: str = ""  # the language, site, address or account that the entry has
    published: datetime | None = None
    near: tuple[NearMiss, ...] = ()
    parts: tuple[Missing, ...] = ()  # of NONE_OF: each part's own


def why_not(
    asked: Query | Plan, entry: Entry, context: Context = NOTHING_KNOWN, names: Names | None = None
) -> Missing | None:
    """Return why `entry` does not hit, None when it does; a plan knows its names, a query gets `names`."""
    wanted = asked if isinstance(asked, Single | All | Some | Never) else plan(asked, names)
    judge = Judge(Reading(entry), context)
    return None if judge.holds(wanted) else _Search(judge, entry, context).missing(wanted)


def nearest(asked: Plan, entry: Entry, context: Context = NOTHING_KNOWN) -> tuple[tuple[str, NearMiss], ...]:
    """Return what is nearly there, each with the term that it would stand for, when no more is missing.

    For many entries: nothing else is found out about them. An entry that hits has no near miss.
    """
    judge = Judge(Reading(entry), context)
    return () if judge.holds(asked) else tuple(_nearest(asked, judge))


def _nearest(asked: Plan, judge: Judge) -> Iterator[tuple[str, NearMiss]]:
    match asked:
        case All(parts):
            failing = [part for part in parts if not judge.holds(part)]
            if len(failing) == 1:
                yield from _nearest(failing[0], judge)
        case Some(parts):
            for part in parts:
                yield from _nearest(part, judge)
        case Pair(_, left, right):
            failing = [each for each in (left, right) if not judge.holds(each)]
            if len(failing) == 1:
                yield from _nearest(failing[0], judge)
        case Leaf():
            yield from ((asked.term, near) for near in near_misses(asked, judge))
        case _:
            return


class _Search:
    """Looks through one entry for what fails."""

    def __init__(self, judge: Judge, entry: Entry, context: Context) -> None:
        self._judge = judge
        self._entry = entry
        self._context = context

    def missing(self, asked: Plan) -> Missing:
        """Return why a part that does not hold does not."""
        match asked:
            case All(parts):
                return self.missing(next(part for part in parts if not self._judge.holds(part)))
            case Some(parts):
                each = tuple(map(self.missing, parts))
                near = tuple(dict.fromkeys(near for one in each for near in one.near))
                return Missing(Missed.NONE_OF, printed(asked), near=near, parts=each)
            case Never(part):
                first = next(iter(self._judge.reasons(part)), None)
                return Missing(Missed.EXCLUDED, printed(asked), first)
            case Pair():
                return self._pair(asked)
            case Leaf():
                return self._leaf(asked)
            case _:
                return self._fact(asked)

    def _pair(self, pair: Pair) -> Missing:
        lefts, rights = list(self._judge.spots(pair.left)), list(self._judge.spots(pair.right))
        if not lefts or not rights:
            return self._leaf(pair.left if not lefts else pair.right)
        both = [
            (words_between(left, right), left, right)
            for left in lefts
            for right in rights
            if left.passage is right.passage
        ]
        first, second = at(pair.left.term, lefts[0]), at(pair.right.term, rights[0])
        if not both:
            return Missing(Missed.OTHER_FIELDS, pair.term, first, second)
        apart = [each for each in both if each[0] >= 0]
        if not apart:
            return Missing(Missed.OVERLAP, pair.term, first, second)
        words, left, right = min(apart, key=lambda each: each[0])
        places = at(pair.left.term, left), at(pair.right.term, right)
        return Missing(Missed.TOO_FAR, pair.term, *places, words=words)

    def _leaf(self, leaf: Leaf) -> Missing:
        near = near_misses(leaf, self._judge)
        if near and near[0].kind in (Nearly.ORDER, Nearly.APART) and near[0].at.term == leaf.term:
            best = near[0]
            return Missing(Missed(best.kind), leaf.term, best.at, words=best.words, near=near)
        nowhere = Missing(Missed.NOWHERE, leaf.term, field=leaf.field)
        return replace(next(self._there(leaf), nowhere), near=near)

    def _there(self, leaf: Leaf) -> Iterator[Missing]:
        """Yield where the term does stand, and why that does not count."""
        for spot, kind in otherwise_written(leaf, self._judge):
            yield Missing(Missed(kind), leaf.term, at(leaf.term, spot), field=leaf.field)
        for each in leaf.patterns:
            for spot in self._judge.found(each, leaf.field):
                if is_inside(spot, leaf.not_in):
                    yield Missing(Missed.WITHIN, leaf.term, at(leaf.term, spot))
        yield from self._names(leaf)
        yield from self._elsewhere(leaf)
        for each in leaf.patterns:
            if each.units == ("ai",) and (stands := self._article(leaf)) is not None:
                yield Missing(Missed.ARTICLE, leaf.term, stands, actual=language(self._entry))
        yield from self._far_apart(leaf)

    def _names(self, leaf: Leaf) -> Iterator[Missing]:
        """Yield the other names that do not count: nothing shows who is meant, or they may be words."""
        for named in leaf.named:
            known = named.known
            for alias in (*known.weak, *known.strong):
                for spot in self._judge.found(alias.pattern, leaf.field):
                    place = at(leaf.term, spot._replace(alias=alias.text))
                    if is_inside(spot, alias.not_in):
                        yield Missing(Missed.WITHIN, leaf.term, place)
                    elif alias in known.weak or not named.certain:
                        yield Missing(Missed.CONTEXT, leaf.term, place)
                    elif alias.capitals:
                        yield Missing(Missed.SMALL, leaf.term, place)

    def _elsewhere(self, leaf: Leaf) -> Iterator[Missing]:
        for field in _ELSEWHERE:
            for spot in self._judge.spots(replace(leaf, field=field)) if field is not leaf.field else ():
                if leaf.field is None and spot.passage.field in (Field.TITLE, Field.TEXT, Field.TAG):
                    continue
                kind = Missed.NO_TAG if leaf.field is Name.TAG else Missed.ELSEWHERE
                yield Missing(kind, leaf.term, at(leaf.term, spot), field=leaf.field)
        word = "".join(leaf.patterns[0].units)
        if len(word) >= _LEAST_IN_ADDRESS and word in fold_key(self._entry.url):
            place = Reason(leaf.term, Field.URL, self._entry.url, 0, len(self._entry.url))
            yield Missing(Missed.ELSEWHERE, leaf.term, place, field=leaf.field)

    def _article(self, leaf: Leaf) -> Reason | None:
        for passage in self._judge.passages(leaf.field):
            place = passage.find(leaf.patterns[0])
            if place is not None:
                return at(leaf.term, Spot(passage, *place))
        return None

    def _far_apart(self, leaf: Leaf) -> Iterator[Missing]:
        for passage in self._judge.passages(leaf.field):
            found = tightest(leaf.patterns[0], passage)
            if found is not None:
                place, in_order, words = found
                kind = Missed.APART if in_order else Missed.ORDER
                yield Missing(kind, leaf.term, at(leaf.term, Spot(passage, *place)), words=words)

    def _fact(self, asked: Search | Fact | Age | Always) -> Missing:
        match asked:
            case Age(term, younger, _):
                published = self._entry.published
                late = Missed.TOO_OLD if younger else Missed.TOO_YOUNG
                kind = Missed.NO_DATE if published is None or self._context.now is None else late
                return Missing(kind, term, published=published)
            case Fact(term, field, _):
                return self._actual(term, field)
            case Search():
                every = (self._judge.reasons(replace(asked, field=field)) for field in _ELSEWHERE)
                there = next((reason for found in every for reason in found), None)
                kind = Missed.REGEX if there is None else Missed.ELSEWHERE
                return Missing(kind, asked.term, there, field=asked.field)
            case Always(term):
                return Missing(Missed.NOWHERE, term)

    def _actual(self, term: str, field: Name) -> Missing:
        entry = self._entry
        match field:
            case Name.LANG:
                return Missing(Missed.LANGUAGE, term, actual=language(entry))
            case Name.SITE:
                return Missing(Missed.SITE, term, actual=host(entry.url) if entry.url else "")
            case Name.FROM:
                return Missing(Missed.ACCOUNT, term, actual=entry.author)
            case _:
                return Missing(Missed.ADDRESS, term, actual=entry.url)
