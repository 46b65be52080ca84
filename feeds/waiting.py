"""How long a source waits for its next poll: until what it wishes has added up to one request. Pure.

Its wish follows the hours of its day and what it said a moment ago, so polls fall where news is likely.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from feeds.budget import Tempo
from feeds.rhythm import BURST, HOUR, Rhythm

_PIECES = (1 / 32, 1 / 32, 1 / 16) + (1 / 8,) * 7  # of the longest wait; in each the wish counts as constant
_LONGEST_PIECE = HOUR / 2
_EXCITED = 0.5  # items of late, of its own accord, that make a burst


class Why(StrEnum):
    """What decided when a source is asked next."""

    RATE = "rate"  # how often it publishes at this hour
    BURST = "burst"  # it just spoke, and then often goes on
    RARE = "rare"  # it publishes so seldom that it waits as long as any source may
    BUSY = "busy"  # it publishes so often that it waits as short as any source may
    NEW = "new"  # too little is known of it


@dataclass(frozen=True, slots=True)
class Wait:
    """Seconds until the next poll, and what decided them."""

    seconds: float
    why: Why


def waited(rhythm: Rhythm, weight: float, now: float, tempo: Tempo) -> Wait:
    """Return how long to wait from now; between `tempo.shortest` and `tempo.longest`.

    What is not known yet waits no longer than the mean interval.
    """
    if not tempo.multiplier:
        return Wait(max(tempo.mean, tempo.shortest), Why.NEW)
    known = rhythm.known(now)
    longest = tempo.longest if known else max(tempo.mean, tempo.shortest)
    seconds = _added_up(rhythm, weight, now, tempo, longest)
    if seconds <= tempo.shortest:
        return Wait(tempo.shortest, Why.BUSY)
    if seconds >= longest:
        return Wait(longest, Why.RARE if known else Why.NEW)
    return Wait(seconds, Why.BURST if _bursting(rhythm, now) else Why.RATE)


def _bursting(rhythm: Rhythm, now: float) -> bool:
    return rhythm.bursty() * rhythm.excited * math.exp(-max(0.0, now - rhythm.at) / BURST) > _EXCITED / 2


def _added_up(rhythm: Rhythm, weight: float, now: float, tempo: Tempo, longest: float) -> float:
    bursty = rhythm.bursty()
    calm = rhythm.rate(now) * (1 - bursty)
    excited = bursty * rhythm.excited / BURST * math.exp(-max(0.0, now - rhythm.at) / BURST)
    factor = tempo.multiplier * math.sqrt(weight)
    gone = left = 0.0
    left = 1.0
    for share in _PIECES:
        piece = min(share * longest, _LONGEST_PIECE)
        middle = gone + piece / 2
        hour = int((now + middle) // HOUR) % 24
        expected = calm * rhythm.profile(hour, tempo.hours) + excited * math.exp(-middle / BURST)
        asked = factor * math.sqrt(expected)
        if asked * piece >= left:
            return gone + left / asked
        left -= asked * piece
        gone += piece
    return longest
