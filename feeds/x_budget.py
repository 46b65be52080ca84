"""What may still be bought of X, and what is given up first when money runs short. Pure.

Money is whole millionths of a dollar, months and days are UTC. The share that is used up is that of the month
or that of today, whichever is larger: a day may take what seven days are due, since X searches seven days
back and so nothing is lost by a day's wait, while a budget that one day has eaten is gone for weeks.

    share   50 %   the operator is told
            80 %   no audits; whole accounts are read by words, the dearest first
           100 %   nothing is bought; cursors stay
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from fractions import Fraction

from model import Spending

DOLLAR = 1_000_000
_DAYS = 7  # of allowance that one day may take: as far back as X searches
_HALF, _SHORT, _ALL = Fraction(1, 2), Fraction(4, 5), Fraction(1)


class Level(IntEnum):
    """How careful Hark is with money."""

    EASY = 0
    HALF = 1  # the operator is told
    SHORT = 2  # extras are given up
    OUT = 3  # nothing is bought


@dataclass(frozen=True, slots=True)
class Prices:
    """What X asks for one of each."""

    post: int
    user: int
    counts: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How the money stands now."""

    level: Level
    left: int  # may still be bought today
    forecast: int  # of this month, at the pace so far
    again: datetime | None  # when something may be bought again; None: now
    spent: int  # in this month
    budget: int | None  # of the month
    share: Fraction = Fraction(0)  # of it, or of what today may take, that is used up


def standing(spending: Spending, budget: int | None, now: datetime) -> Standing:
    """Return how the money stands; without a budget (None) it never runs short."""
    forecast = _forecast(spending, now)
    if budget is None:
        return Standing(Level.EASY, DOLLAR * 1000, forecast, None, spending.month, None)
    month_left = max(0, budget - spending.month - spending.reserved)
    day = max(0, budget - spending.month + spending.today) * _DAYS // _days_left(now)
    today_left = max(0, min(month_left, day - spending.today - spending.reserved))
    share = max(_share(budget - month_left, budget), _share(spending.today + spending.reserved, day))
    level = _level(share)
    again = None if level is not Level.OUT else _next_month(now) if not month_left else _tomorrow(now)
    left = today_left if level is not Level.OUT else 0
    return Standing(level, left, forecast, again, spending.month, budget, share)


def again(found: Standing, least: int, now: datetime) -> datetime:
    """Return when what costs `least` may be bought again, supposing that it may not now."""
    if found.again is not None:
        return found.again
    left = least if found.budget is None else found.budget - found.spent
    return _next_month(now) if left < least else _tomorrow(now)


def affordable(left: int, price: int, most: int, least: int) -> int:
    """Return how many of `most` may be asked for; 0 when not even `least`, X's smallest page, can be paid."""
    count = min(most, left // price) if price else most
    return count if count >= least else 0


def _share(used: int, whole: int) -> Fraction:
    return Fraction(used, whole) if whole else _ALL


def _level(share: Fraction) -> Level:
    if share >= _ALL:
        return Level.OUT
    return Level.SHORT if share >= _SHORT else Level.HALF if share >= _HALF else Level.EASY


def _forecast(spending: Spending, now: datetime) -> int:
    """Stretch what this month cost so far to its end; the first day counts as a whole one."""
    begin = _month(now)
    elapsed = max(timedelta(days=1), now - begin)
    return max(spending.month, int(spending.month * ((_next_month(now) - begin) / elapsed)))


def _month(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def _next_month(now: datetime) -> datetime:
    return (_month(now) + timedelta(days=32)).replace(day=1)


def _tomorrow(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def _days_left(now: datetime) -> int:
    """Return how many days of the month are left, today included."""
    today = now.astimezone(UTC)
    return monthrange(today.year, today.month)[1] - today.day + 1
