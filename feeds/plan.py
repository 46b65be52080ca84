"""When to poll a source next: pure, decided from what is known of it and from the last outcome."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from model import OF_ACCOUNT, Failure, FailureReason, Outcome, Source, SourceKind

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_X_FIRST_RETRY = timedelta(seconds=5)
_LIMITED_RETRY = timedelta(minutes=5)
_HOPELESS_RETRY = timedelta(hours=24)
_CREDENTIALS_RETRY = timedelta(minutes=15)
_LONGEST_WAIT = timedelta(hours=48)
_JITTER = 0.1


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a kind of source may be polled."""

    interval: timedelta
    shortest: timedelta
    longest: timedelta

    @property
    def fixed(self) -> bool:
        """Whether every source is polled at exactly one pace, whatever happens."""
        return self.shortest == self.longest


def next_poll(source: Source, outcome: Outcome, now: datetime, pace: Pace, random: Random) -> datetime:
    """Return when to poll `source` again after `outcome`; `source` stands as before it.

    A success comes again one interval after it was due, so that work does not slow the pace. A failure backs
    off from its interval, doubling, up to the longest; `Retry-After` is obeyed up to 48 hours. With a fixed
    pace a feed is polled at exactly that pace all the same. Accounts of X are polled on one beat, whenever
    each was followed: those that are due together share searches. A source whose hub sends what is new is
    polled as seldom as may be.
    """
    interval = _interval(source, pace)
    if isinstance(outcome, Failure) and not (pace.fixed and source.kind is SourceKind.FEED):
        spread = 1 + _JITTER * random.random()
        if outcome.retry_after is not None:
            return now + min(outcome.retry_after, _LONGEST_WAIT) + timedelta(seconds=spread)
        return now + _back_off(source, outcome, interval, pace) * spread
    due = source.due or now
    if source.kind is SourceKind.X:
        due -= (due - _EPOCH) % interval
    missed = max(0, math.floor((now - due) / interval))
    return due + interval * (missed + 1)


def _interval(source: Source, pace: Pace) -> timedelta:
    wanted = pace.longest if source.pushed else source.interval or pace.interval
    return min(max(wanted, pace.shortest), pace.longest)


def _back_off(source: Source, failure: Failure, interval: timedelta, pace: Pace) -> timedelta:
    if failure.reason in (FailureReason.GONE, FailureReason.X_PROTECTED):  # X bills a protected account, too
        return _HOPELESS_RETRY
    if failure.reason in (FailureReason.X_CREDENTIALS, FailureReason.X_MONEY, *OF_ACCOUNT):
        return _CREDENTIALS_RETRY
    first = interval
    if failure.reason is FailureReason.RATE_LIMITED:
        first = max(interval, _LIMITED_RETRY)
    elif source.kind is SourceKind.X:
        first = _X_FIRST_RETRY
    doublings = min(source.failures, 16)
    doubled: timedelta = first * 2**doublings
    return min(doubled, max(pace.longest, first))
