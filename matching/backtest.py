"""What a query would have told, had it been watched: how much a day, of whom, how it would tell less."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from matching.context import Context
from matching.haystack import Haystack
from matching.index import WatchIndex
from matching.names import Names
from matching.plan import Some, plan
from matching.tightening import Kind, candidates
from matching.tree import In, Name, Query
from model import Item

_DAY = timedelta(days=1)
_SAMPLES = 3
_OFFERED = 3
_EXAMPLES = 2
_TRIED = 100  # of the newest hits: on these the tighter queries are tried
_OTHERS = 100  # items that are no hits, to know of what everybody speaks


@dataclass(frozen=True, slots=True)
class Period:
    """The time that is looked back on."""

    since: datetime  # aware
    now: datetime


@dataclass(frozen=True, slots=True)
class Tightening:
    """A query that would have told less."""

    kind: Kind
    query: str  # as it is typed
    removed: int  # of the hits that it was tried on
    examples: tuple[Item, ...]  # the newest of those
    what: str = ""  # the word, source, language or phrase that it is about


@dataclass(frozen=True, slots=True)
class Backtest:
    """What a query would have told, each item once."""

    hits: tuple[Item, ...]  # newest first
    of: int  # items that were looked through
    days: tuple[int, ...]  # hits on each day covered, today first; a day ends now
    sources: tuple[tuple[str, int], ...]  # with their hits, the noisiest first
    samples: tuple[Item, ...]  # the newest, of different sources where there are
    tightenings: tuple[Tightening, ...] = ()  # the one that removes most first, each of another kind
    tried: int = 0  # of how many hits, the newest, the tightenings were asked

    @property
    def per_day(self) -> float:
        """How many hits there were a day."""
        return len(self.hits) / len(self.days)


def moment(item: Item) -> datetime:
    """Return when an item could first have been told: when it was published, as far as that is believable."""
    published = item.entry.published
    return item.found if published is None else min(published, item.found)


def backtest(query: Query, items: Sequence[Item], period: Period, names: Names | None = None) -> Backtest:
    """Return what `query` would have told of `items` in the period; pure computing, for a thread of its own.

    The hits are exactly those of `match_one` with each item's source and the time at which it was found.
    """
    kept = sorted((item for item in items if moment(item) >= period.since), key=moment, reverse=True)
    hits, others = divided(query, kept, names)
    sources = Counter(item.source_name for item in hits)
    tried = hits[:_TRIED]
    return Backtest(
        hits=tuple(hits),
        of=len(kept),
        days=_by_day(hits, kept, period.now),
        sources=tuple(sources.most_common()),
        samples=_samples(hits),
        tightenings=_tightenings(query, tried, others, names),
        tried=len(tried),
    )


def divided(query: Query, items: Sequence[Item], names: Names | None) -> tuple[list[Item], list[Item]]:
    """Return the items that the query hits, and the others, each in the order of `items`."""
    perhaps = Haystack(items).perhaps(plan(query, names))
    index = WatchIndex(names)
    index.add(0, query)
    hits: list[Item] = []
    others: list[Item] = []
    for place, item in enumerate(items):
        hit = (perhaps is None or place in perhaps) and len(index.hits(item.entry, _context(item))) > 0
        (hits if hit else others).append(item)
    return hits, others


def _context(item: Item) -> Context:
    return Context(item.source_name, item.found)


def _by_day(hits: Sequence[Item], kept: Sequence[Item], now: datetime) -> tuple[int, ...]:
    """Return how many hits there were on each day that the items reach back to, today first."""
    covered = now - moment(kept[-1]) if kept else _DAY
    days = [0] * max(1, math.ceil(covered / _DAY))
    for item in hits:
        days[min(len(days) - 1, max(0, (now - moment(item)) // _DAY))] += 1
    return tuple(days)


def _samples(hits: Sequence[Item]) -> tuple[Item, ...]:
    first_of = {item.source_name: item for item in reversed(hits)}
    chosen = sorted(first_of.values(), key=moment, reverse=True)[:_SAMPLES]
    more = [item for item in hits if item not in chosen]
    return (*chosen, *more[: _SAMPLES - len(chosen)])


def _tightenings(
    query: Query, hits: Sequence[Item], others: Sequence[Item], names: Names | None
) -> tuple[Tightening, ...]:
    """Return the tighter queries that would have removed most, one of each kind."""
    if len(hits) < 2:
        return ()
    rest = [item.entry for item in others[:: max(1, len(others) // _OTHERS)]]
    possible = list(dict.fromkeys(candidates(query, hits, rest, names)))
    best: dict[Kind, Tightening] = {}
    for each, kept in zip(possible, _kept([each.condition for each in possible], hits, names), strict=True):
        gone = [item for place, item in enumerate(hits) if place not in kept]
        offered = Tightening(each.kind, str(each.query), len(gone), tuple(gone[:_EXAMPLES]), each.what)
        if 0 < len(gone) < len(hits) and _is_better(offered, best.get(each.kind)):
            best[each.kind] = offered
    order = list(Kind)
    ranked = sorted(best.values(), key=lambda each: (-each.removed, order.index(each.kind)))
    return tuple(ranked[:_OFFERED])


def _kept(conditions: Sequence[Query], hits: Sequence[Item], names: Names | None) -> list[set[int]]:
    """Return for each condition the places of the hits that satisfy it; each hit is read once."""
    kept: list[set[int]] = [set() for _ in conditions]
    of_titles, of_all = WatchIndex(names), WatchIndex(names)
    for number, condition in enumerate(conditions):
        (of_titles if _asks_title(condition) else of_all).add(number, condition)
    in_title = _in_title(conditions, hits, names)
    for place, item in enumerate(hits):
        for index in (of_all, of_titles) if place in in_title else (of_all,):
            for number in index.hits(item.entry, _context(item)):
                kept[number].add(place)
    return kept


def _asks_title(condition: Query) -> bool:
    return isinstance(condition, In) and condition.field is Name.TITLE


def _in_title(conditions: Sequence[Query], hits: Sequence[Item], names: Names | None) -> set[int]:
    """Return the places of the hits whose title may satisfy a condition: only these are worth reading."""
    asked = Some(tuple(plan(each, names) for each in conditions if _asks_title(each)))
    found = Haystack(hits).perhaps(asked)
    return set(range(len(hits))) if found is None else found


def _is_better(one: Tightening, other: Tightening | None) -> bool:
    """Tell whether one removes more; of the ways to write a word, the one that is written more is meant."""
    if other is None:
        return True
    return one.removed < other.removed if one.kind is Kind.EXACT else one.removed > other.removed
