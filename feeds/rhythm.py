"""When a source speaks, learned from what its polls showed: how often, at which hours, in bursts or not.

Counts decay with e over ten days, so that a source which changes is soon known anew. Times are Unix seconds,
hours those of UTC: a source has its own zone, which its hours show.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

HOUR, DAY = 3600.0, 86400.0
MEMORY = 10 * DAY  # after which a count weighs 1/e
BURST = 1200.0  # in which the excitement by one item falls to 1/e
FLAT = (1.0,) * 24

_PRIOR_ITEMS, _PRIOR_TIME = 0.3, 2 * DAY  # what is believed of a source before anything is known
_LOOK_BACK = 30 * DAY  # of the dates in a first document: older ones say nothing of today
_PULL = 24.0  # counts with which the profile of all sources pulls the profile of one
_MOST_BURSTY = 0.8  # of the items at most are thought to follow from others
_FOLLOWER = 1.3
_SURE = 60.0  # items after which half of what is seen of bursts is believed
_KNOWN_ITEMS, _KNOWN_TIME = 5.0, DAY
_LAYOUT = struct.Struct("<8d24f")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What is known of one source; the counts are those at `at`."""

    since: float  # what it published from then on was seen
    at: float
    last: float = 0.0  # its newest item; 0: none
    items: float = 0.0  # how many it published
    hours: tuple[float, ...] = (0.0,) * 24  # the same by hour of day
    excited: float = 0.0  # items of late, with e over BURST
    close: float = 0.0  # nearness of items to the one before (1 at once, 1/e after BURST) beyond chance
    told: float = 0.0  # alerts that its items caused
    live: float = 0.0  # when it was first read

    def rate(self, now: float) -> float:
        """Return the items a second that are to be expected, on a mean day."""
        faded = math.exp(-max(0.0, now - self.at) / MEMORY)
        watched = MEMORY * (1 - math.exp(-max(0.0, now - self.since) / MEMORY))
        return (self.items * faded + _PRIOR_ITEMS) / (watched + _PRIOR_TIME)

    def known(self, now: float) -> bool:
        """Say whether enough was seen to let it wait longer than others."""
        return self.items >= _KNOWN_ITEMS or now - self.live >= _KNOWN_TIME

    def bursty(self) -> float:
        """Return which part of its items follows from the one before, 0 to 0.8."""
        return min(_MOST_BURSTY, max(0.0, _FOLLOWER * self.close / (self.items + _SURE)))

    def profile(self, hour: int, of_all: Sequence[float] = FLAT) -> float:
        """Return how much of its mean rate it has in an hour of the day, drawn to the profile `of_all`."""
        hours = self.hours
        smooth = 0.25 * hours[hour - 1] + 0.5 * hours[hour] + 0.25 * hours[hour - 23]
        return (24 * smooth + _PULL * of_all[hour]) / (self.items + _PULL)


def first_seen(dates: Iterable[float], now: float) -> Rhythm:
    """Return what the dates in a first document say; those of the future and of long ago say nothing."""
    some = sorted(each for each in dates if now - _LOOK_BACK <= each <= now)
    if not some:
        return Rhythm(since=now, at=now, live=now)
    begun = Rhythm(since=some[0], at=some[0], last=some[0], live=now)
    return heard(begun, some[1:], now) if len(some) > 1 else replace(begun, since=now, at=now)


def heard(rhythm: Rhythm, dates: Iterable[float], now: float, told: int = 0) -> Rhythm:
    """Return what is known after a poll that brought items of these dates and caused `told` alerts.

    A date that cannot be, being before the last item or ahead, counts as the moment nearest to it that can.
    """
    some = sorted(min(max(each, rhythm.last, rhythm.since), now) for each in dates)
    faded = math.exp(-max(0.0, now - rhythm.at) / MEMORY)
    hours = [each * faded for each in rhythm.hours]
    for each in some:
        hours[_hour(each)] += math.exp((each - now) / MEMORY)
    counted = replace(rhythm, at=now, items=sum(hours), hours=tuple(hours), told=rhythm.told * faded + told)
    return _with_bursts(counted, some, rhythm, faded)


def _with_bursts(counted: Rhythm, some: Sequence[float], before: Rhythm, faded: float) -> Rhythm:
    """Return what is known with how closely the items of these dates followed one another."""
    close, excited, at, last = before.close * faded, before.excited, before.at, before.last
    rate = counted.rate(counted.at)
    for each in some:
        usual = BURST * rate * counted.profile(_hour(each))  # of items that do not know of each other
        close += (math.exp((last - each) / BURST) if last else 0.0) - usual / (1 + usual)
        excited = 1 + excited * math.exp(-max(0.0, each - at) / BURST)
        at, last = max(each, at), each
    excited *= math.exp(-max(0.0, counted.at - at) / BURST)
    return replace(counted, last=last, close=close, excited=excited)


def _hour(moment: float) -> int:
    return int(moment // HOUR) % 24


def pack(rhythm: Rhythm) -> bytes:
    """Return it as the store keeps it."""
    each = rhythm
    return _LAYOUT.pack(
        each.since,
        each.at,
        each.last,
        each.items,
        each.excited,
        each.close,
        each.told,
        each.live,
        *each.hours,
    )


def unpack(kept: bytes) -> Rhythm | None:
    """Return what was kept; None when another release kept it otherwise."""
    if len(kept) != _LAYOUT.size:
        return None
    since, at, last, items, excited, close, told, live, *hours = _LAYOUT.unpack(kept)
    return Rhythm(since, at, last, items, tuple(hours), excited, close, told, live)
