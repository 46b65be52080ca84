"""All watches, asked with one entry at a time.

A watch waits under the keys at which the rarest-looking of its terms may begin; an entry asks for the keys it
has, and only watches found that way are judged. Adding or removing a watch touches its own keys alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from matching.keys import keys
from matching.reading import Passage, read
from matching.terms import Pattern, joined, pattern
from matching.tree import And, Not, Or, Query, Term, Word
from model import Entry, Field, Hit, Reason
from text import fold_key


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One term: any of the patterns will do."""

    term: Term
    patterns: tuple[Pattern, ...]

    def heads(self) -> dict[str, None]:
        """Return the keys one of which an entry has that holds the term, in order."""
        return {head: None for wanted in self.patterns for head in wanted.heads()}


@dataclass(frozen=True, slots=True)
class _All:
    parts: tuple[_Plan, ...]


@dataclass(frozen=True, slots=True)
class _Any:
    parts: tuple[_Plan, ...]


@dataclass(frozen=True, slots=True)
class _None:
    part: _Plan


_Plan = _Leaf | _All | _Any | _None


class WatchIndex:
    """Every watch, found by what an entry says. Pure memory: it knows no store and no chat."""

    def __init__(self) -> None:
        self._plans: dict[int, _Plan] = {}
        self._waiting: dict[str, set[int]] = {}

    def __len__(self) -> int:
        return len(self._plans)

    def __contains__(self, watch_id: int) -> bool:
        return watch_id in self._plans

    def add(self, watch_id: int, query: Query) -> None:
        """Let `watch_id` watch for `query` from the next entry on; replaces what it watched for."""
        self.remove(watch_id)
        plan = _plan(query)
        self._plans[watch_id] = plan
        for key in _anchors(plan):
            self._waiting.setdefault(key, set()).add(watch_id)

    def remove(self, watch_id: int) -> None:
        """Forget `watch_id`; an unknown one is no mistake."""
        plan = self._plans.pop(watch_id, None)
        if plan is None:
            return
        for key in _anchors(plan):
            waiting = self._waiting[key]
            waiting.discard(watch_id)
            if not waiting:
                del self._waiting[key]

    def match(self, entry: Entry) -> list[Hit]:
        """Return every watch that `entry` hits, by watch id, with its reasons."""
        judge = _Judge(entry)
        asked = self._waiting.keys() & judge.keys
        candidates = sorted({watch_id for key in asked for watch_id in self._waiting[key]})
        return [
            Hit(watch_id, judge.reasons(self._plans[watch_id]))
            for watch_id in candidates
            if judge.holds(self._plans[watch_id])
        ]


def match_one(query: Query, entry: Entry) -> tuple[Reason, ...] | None:
    """Return why `entry` hits `query`, None when it does not."""
    judge, plan = _Judge(entry), _plan(query)
    return judge.reasons(plan) if judge.holds(plan) else None


class _Judge:
    """Judges plans against one entry; each pattern is looked for once."""

    def __init__(self, entry: Entry) -> None:
        self.keys = keys(entry)  # a few more than it has
        self._entry = entry
        self._read: list[Passage] | None = None
        self._found: dict[Pattern, bool] = {}

    def _passages(self) -> list[Passage]:
        if self._read is None:
            self._read = read(self._entry)
        return self._read

    def holds(self, plan: _Plan) -> bool:
        """Tell whether the entry satisfies the plan."""
        match plan:
            case _Leaf(_, patterns):
                return any(self._has(wanted) for wanted in patterns)
            case _All(parts):
                return all(self.holds(part) for part in parts)
            case _Any(parts):
                return any(self.holds(part) for part in parts)
            case _None(part):
                return not self.holds(part)

    def _has(self, wanted: Pattern) -> bool:
        if wanted not in self._found:
            self._found[wanted] = not self.keys.isdisjoint(wanted.heads()) and (
                self._by_author(wanted)
                or any(passage.find(wanted) is not None for passage in self._passages())
            )
        return self._found[wanted]

    def _by_author(self, wanted: Pattern) -> bool:
        mention = wanted.mention()
        return bool(mention) and mention == fold_key(self._entry.author)

    def reasons(self, plan: _Plan) -> tuple[Reason, ...]:
        """Return the first place of each wanted term in each field, in the order of the query."""
        found: dict[tuple[Field, str, int, int], Reason] = {}
        for leaf in _wanted(plan):
            for reason in self._places(leaf):
                found.setdefault((reason.field, reason.text, reason.start, reason.end), reason)
        return tuple(found.values())

    def _places(self, leaf: _Leaf) -> Iterator[Reason]:
        term = str(leaf.term)
        for wanted in leaf.patterns:
            if self._by_author(wanted):
                yield Reason(term, Field.AUTHOR, self._entry.author, 0, len(self._entry.author))
        for passage in self._passages():
            for wanted in leaf.patterns:
                place = passage.find(wanted)
                if place is not None:
                    yield _reason(term, passage, place)
                    break


def _reason(term: str, passage: Passage, place: tuple[int, int]) -> Reason:
    start, end = passage.folded.span(*place)
    return Reason(term, passage.field, passage.folded.origin[start:end], start, end)


def _wanted(plan: _Plan) -> Iterable[_Leaf]:
    match plan:
        case _Leaf():
            yield plan
        case _All(parts) | _Any(parts):
            for part in parts:
                yield from _wanted(part)
        case _None():
            return


def _plan(query: Query) -> _Plan:
    match query:
        case And(parts):
            return _All(tuple(_neighbours(parts)))
        case Or(parts):
            return _Any(tuple(_plan(part) for part in parts))
        case Not(part):
            return _None(_plan(part))
        case _:
            return _Leaf(query, (pattern(query),))


def _neighbours(parts: tuple[Query, ...]) -> Iterator[_Plan]:
    """Plan the parts of an And: bare words side by side are also satisfied by the name that they form."""
    names = [_name(left, right) for left, right in pairwise(parts)]
    for index, part in enumerate(parts):
        plan = _plan(part)
        around = [name for name in (names[index - 1 : index] + names[index : index + 1]) if name]
        yield _Leaf(plan.term, (*plan.patterns, *around)) if isinstance(plan, _Leaf) else plan


def _name(left: Query, right: Query) -> Pattern | None:
    if isinstance(left, Word) and isinstance(right, Word):
        return joined(pattern(left), pattern(right))
    return None


def _anchors(plan: _Plan, wanted: bool = True) -> tuple[str, ...]:
    """Return keys one of which every entry has that the plan (or its opposite) holds for; () if none."""
    match plan:
        case _Leaf():
            return tuple(plan.heads()) if wanted else ()
        case _None(part):
            return _anchors(part, not wanted)
        case _All(parts) | _Any(parts):
            sets = [_anchors(part, wanted) for part in parts]
            if isinstance(plan, _All) is wanted:
                return max(sets, key=_rarity)
            return tuple(dict.fromkeys(key for keys in sets for key in keys)) if all(sets) else ()


def _rarity(keys: tuple[str, ...]) -> int:
    """Guess how rare the most common of the keys is: long words and pairs of characters are rarer."""
    return min((len(key) * (1 if key.isascii() else 3) for key in keys), default=0)
