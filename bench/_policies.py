"""Ways to decide when a feed is asked next, and the simulated time in which they are compared."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from bench._traces import DAY, HOUR, Trace, World
from feeds.budget import Tempo, profile_of_all, retuned, wish
from feeds.rhythm import Rhythm, first_seen, heard
from feeds.waiting import waited

_LISTED = 20  # items in a document
_LOOK = HOUR  # between two looks at what was spent


@dataclass(slots=True)
class Figures:
    """What a policy did in the measured time: the delay of each item in seconds, by feed."""

    delays: list[tuple[int, float]] = field(default_factory=list)
    requests: int = 0
    before: int = 0  # requests while rates were learned
    longest: float = 0.0

    def mean(self) -> float:
        """Return the mean delay in seconds."""
        return sum(each for _, each in self.delays) / max(1, len(self.delays))

    def weighted(self, weights: Sequence[float]) -> float:
        """Return the mean delay of alerts in seconds."""
        total = sum(weights[feed] for feed, _ in self.delays)
        return sum(weights[feed] * each for feed, each in self.delays) / max(1e-9, total)

    def p95(self) -> float:
        """Return the delay that 95 of 100 items do not exceed."""
        some = sorted(each for _, each in self.delays)
        return some[int(0.95 * (len(some) - 1))] if some else 0.0


class Policy:
    """Decides when a feed is asked next."""

    def begin(self, feed: int, dates: Sequence[float], now: float) -> None:
        """See the first document."""

    def after(self, feed: int, dates: Sequence[float], now: float) -> float:
        """Return the seconds until the next poll, after one that brought items of these dates."""
        raise AssertionError

    def look(self, now: float, spent: int) -> None:
        """Hear how many requests were made since the last look."""


def simulate(world: World, policy: Policy, interval: float, seed: int = 0) -> Figures:
    """Poll every feed of the world as the policy says; the first polls are spread over one interval."""
    random, figures = Random(seed), Figures()
    queue = [(world.begin + interval * random.random(), feed) for feed in range(len(world.traces))]
    heapq.heapify(queue)
    last = [0.0] * len(world.traces)
    seen = [0] * len(world.traces)
    looked, spent = world.begin, 0
    while queue and queue[0][0] < world.end:
        now, feed = queue[0]
        if now - looked >= _LOOK:
            policy.look(now, spent)
            looked, spent = now, 0
        spent += 1
        published = world.traces[feed].published
        upto = bisect_right(published, now, seen[feed])
        if not last[feed]:
            policy.begin(feed, published[max(0, upto - _LISTED) : upto], now)
            new: Sequence[float] = ()
        else:
            new = published[seen[feed] : upto]
        _count(figures, world, (feed, now, last[feed]), new)
        last[feed], seen[feed] = now, upto
        heapq.heapreplace(queue, (now + policy.after(feed, new, now), feed))
    return figures


def _count(figures: Figures, world: World, poll: tuple[int, float, float], new: Sequence[float]) -> None:
    feed, now, last = poll
    if now < world.measured:
        figures.before += 1
        return
    figures.requests += 1
    if last:
        figures.longest = max(figures.longest, now - last)
    figures.delays += [(feed, now - each) for each in new if each >= world.measured]


@dataclass(slots=True)
class Fixed(Policy):
    """One interval for all."""

    interval: float

    def after(self, feed: int, dates: Sequence[float], now: float) -> float:
        """Return the interval."""
        return self.interval


@dataclass(slots=True)
class EntryFrequency(Policy):
    """Miniflux's rule: a week over what the last week brought times a factor, from 5 minutes to a day."""

    factor: float
    brought: dict[int, list[float]] = field(default_factory=dict)

    def begin(self, feed: int, dates: Sequence[float], now: float) -> None:
        """Count what the first document lists."""
        self.brought[feed] = list(dates)

    def after(self, feed: int, dates: Sequence[float], now: float) -> float:
        """Return the interval that a week's count gives."""
        some = self.brought[feed]
        some += dates
        del some[: bisect_right(some, now - 7 * DAY)]
        return min(max(7 * DAY / (len(some) * self.factor), 300.0), DAY) if some else DAY


def miniflux(world: World, interval: float) -> Figures:
    """Return what that rule does with the factor that makes the requests those of the interval."""
    wanted = len(world.traces) * (world.end - world.measured) / interval
    low, high = math.log(0.001), math.log(1000.0)
    found = Figures()
    for _ in range(14):
        middle = (low + high) / 2
        found = simulate(world, EntryFrequency(math.exp(middle)), interval)
        if abs(found.requests / wanted - 1) < 0.004:
            break
        low, high = (low, middle) if found.requests > wanted else (middle, high)
    return found


@dataclass(slots=True)
class Planned(Policy):
    """Hark's plan; rates are learned."""

    weights: Sequence[float]
    tempo: Tempo
    rhythms: dict[int, Rhythm] = field(default_factory=dict)
    looked: float = 0.0

    def begin(self, feed: int, dates: Sequence[float], now: float) -> None:
        """Learn from the dates of the first document."""
        self.rhythms[feed] = first_seen(dates, now)

    def after(self, feed: int, dates: Sequence[float], now: float) -> float:
        """Learn from what came, and plan."""
        rhythm = self.rhythms[feed]
        if dates:
            rhythm = self.rhythms[feed] = heard(rhythm, dates, now)
        return waited(rhythm, self.weights[feed], now, self.tempo).seconds

    def look(self, now: float, spent: int) -> None:
        """Tune the tempo."""
        hours = profile_of_all(self.rhythms.values(), now)
        wishes = [wish(r, self.weights[feed], now) for feed, r in self.rhythms.items()]
        since = now - self.looked if self.looked else 0.0
        self.tempo = retuned(replace(self.tempo, hours=hours), wishes, spent, since)
        self.looked = now


@dataclass(slots=True)
class Known(Policy):
    """The square root of the true rate of each hour; nothing is learned, and no wait is too long."""

    traces: Sequence[Trace]
    weights: Sequence[float]
    multiplier: float

    def after(self, feed: int, dates: Sequence[float], now: float) -> float:
        """Return when the wishes add up to one."""
        trace = self.traces[feed]
        factor = self.multiplier * math.sqrt(self.weights[feed] * max(trace.rate, 1e-9))
        at, left = now, 1.0
        while at - now < 30 * DAY:
            asked = factor * math.sqrt(trace.hours[int(at // HOUR) % 24])
            room = HOUR - at % HOUR
            if asked * room >= left:
                return at + left / asked - now
            left -= asked * room
            at += room
        return at - now


def optimum(world: World, weights: Sequence[float], interval: float) -> Figures:
    """Return what the best rates do that are possible when they are known."""
    wishes = [
        math.sqrt(w * max(t.rate, 1e-9)) * sum(math.sqrt(h) for h in t.hours) / 24
        for w, t in zip(weights, world.traces, strict=True)
    ]
    return simulate(world, Known(world.traces, weights, len(wishes) / interval / sum(wishes)), interval)
