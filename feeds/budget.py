"""How often sources may be asked in all: one multiplier of their wishes that holds a budget of requests.

A source wishes to be asked in proportion to sqrt(what it publishes x what that is worth): so asked, the sum
of all delays is the least (Sia, Cho and Cho, 2007). The multiplier is foreseen from the wishes of all, and
trimmed by what was spent, over days, so that busy hours may have more than the budget and quiet ones less.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from feeds.rhythm import DAY, FLAT, HOUR, MEMORY, Rhythm

_GAIN = 0.7  # by which a day's budget too much lowers the logarithm of the multiplier
_MOST_TRIM = math.log(4)
_LONGEST_LOOK = 2 * HOUR  # a longer time without a look was no time of work: Hark or its machine slept
_HALVINGS = 18
_HOURLY = 0.95  # what hours take of a wish: the mean of their square roots; the trim knows it better
_WORTH_ITEMS = 20.0  # items after which half of what a source is worth is its own
_WORTH = 0.02  # alerts an item that one reader may expect of a source before anything is known
LONGEST = 2.0  # times the mean interval: a source waits no longer, whatever it publishes


@dataclass(frozen=True, slots=True)
class Tempo:
    """What all sources have in common."""

    mean: float  # seconds between two polls of a source, on average
    shortest: float = 0.0  # seconds that none is asked sooner again
    ceiling: float = math.inf  # seconds that none waits longer, whatever the mean
    multiplier: float = 0.0  # 0: nothing is known yet
    trim: float = 0.0  # its logarithm, as what was spent says
    hours: tuple[float, ...] = FLAT  # the profile of all sources

    @property
    def longest(self) -> float:
        """Return how many seconds none waits longer."""
        return max(min(self.mean * LONGEST, self.ceiling), self.shortest)


@dataclass(frozen=True, slots=True)
class Wish:
    """How often one source would be asked: the square root of what it publishes and of what that is worth."""

    size: float
    known: bool


def worth(rhythm: Rhythm, readers: int) -> float:
    """Return how many alerts one item of the source causes, expected for all its readers together."""
    each = max(1, readers)
    return (rhythm.told + _WORTH_ITEMS * _WORTH * each) / (rhythm.items + _WORTH_ITEMS)


def wish(rhythm: Rhythm, weight: float, now: float) -> Wish:
    """Return how often a source would be asked on a mean day."""
    return Wish(_HOURLY * math.sqrt(weight * rhythm.rate(now)), rhythm.known(now))


def profile_of_all(rhythms: Iterable[Rhythm], now: float) -> tuple[float, ...]:
    """Return at which hours all sources together publish, 1 on average: each source has one voice at most."""
    hours = [1.0] * 24
    for each in rhythms:
        share = math.exp((each.at - now) / MEMORY) / max(24.0, each.items)
        hours = [mine + theirs * share for mine, theirs in zip(hours, each.hours, strict=True)]
    total = sum(hours)
    return tuple(24 * each / total for each in hours)


def retuned(tempo: Tempo, wishes: Sequence[Wish], spent: int, since: float) -> Tempo:
    """Return the tempo after `since` seconds in which `spent` requests were made for these sources."""
    if not wishes:
        return tempo
    trim = tempo.trim
    if tempo.multiplier and 0 < since <= _LONGEST_LOOK:
        allowed = len(wishes) * since / tempo.mean
        a_day = len(wishes) * DAY / tempo.mean
        trim = min(max(trim - _GAIN * (spent - allowed) / a_day, -_MOST_TRIM), _MOST_TRIM)
    return replace(tempo, multiplier=_foreseen(tempo, wishes) * math.exp(trim), trim=trim)


def _foreseen(tempo: Tempo, wishes: Sequence[Wish]) -> float:
    """Return the multiplier with which the wishes make one request a mean interval for each, by halving."""
    budget = len(wishes) / tempo.mean
    most, least = 1 / max(tempo.shortest, 1e-3), 1 / tempo.longest
    low, high = -40.0, 40.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        factor = math.exp(middle)
        asked = sum(
            min(max(factor * each.size, least if each.known else 1 / tempo.mean), most) for each in wishes
        )
        low, high = (low, middle) if asked > budget else (middle, high)
    return math.exp((low + high) / 2)
