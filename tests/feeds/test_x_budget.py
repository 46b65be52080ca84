"""How money runs short."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.x_budget import DOLLAR, Level, affordable, standing
from model import Spending

MIDDLE = datetime(2026, 11, 16, 12, tzinfo=UTC)  # 15 days left, today included
BUDGET = 10 * DOLLAR


@pytest.mark.parametrize(
    ("month", "level"), [(4.9, Level.EASY), (5, Level.HALF), (8, Level.SHORT), (10, Level.OUT)]
)
def test_the_share_of_the_month_decides(month: float, level: Level) -> None:
    """At half the budget the operator is told, at four fifths extras go, at the end nothing is bought."""
    assert standing(Spending(month=int(month * DOLLAR)), BUDGET, MIDDLE).level is level


def test_one_day_cannot_eat_the_month() -> None:
    """A day that has taken what seven are due buys nothing more until midnight UTC, though money is left."""
    found = standing(Spending(month=5 * DOLLAR, today=5 * DOLLAR), BUDGET, MIDDLE)
    assert (found.level, found.left) == (Level.OUT, 0)
    assert found.again == datetime(2026, 11, 17, tzinfo=UTC)


def test_a_spent_month_waits_for_the_next() -> None:
    """When the budget is used up, the first of the next month is named."""
    assert standing(Spending(month=BUDGET), BUDGET, MIDDLE).again == datetime(2026, 12, 1, tzinfo=UTC)


def test_the_last_day_of_the_month_may_take_all_that_is_left() -> None:
    """Nothing is saved for days that do not come."""
    last = datetime(2026, 11, 30, 1, tzinfo=UTC)
    assert standing(Spending(month=4 * DOLLAR), BUDGET, last).left == 6 * DOLLAR


def test_the_forecast_stretches_the_pace_so_far() -> None:
    """Half a month at five dollars is about ten in the end."""
    assert standing(Spending(month=5 * DOLLAR), BUDGET, MIDDLE).forecast == pytest.approx(
        9.68 * DOLLAR, rel=0.01
    )


def test_without_a_budget_money_never_runs_short() -> None:
    """Who sets no limit is never stopped."""
    assert standing(Spending(month=999 * DOLLAR), None, MIDDLE).level is Level.EASY


def test_a_budget_of_nothing_buys_nothing() -> None:
    """Zero dollars means that X is never paid."""
    assert standing(Spending(), 0, MIDDLE).level is Level.OUT


@given(
    month=st.integers(0, 2 * BUDGET),
    today=st.integers(0, 2 * BUDGET),
    held=st.integers(0, BUDGET),
    day=st.integers(1, 30),
)
def test_never_more_is_left_than_the_budget_holds(month: int, today: int, held: int, day: int) -> None:
    """Whatever was spent, what may be bought keeps within the budget."""
    spent = Spending(month=max(month, today), today=today, reserved=held)
    found = standing(spent, BUDGET, MIDDLE.replace(day=day))
    assert 0 <= found.left <= max(0, BUDGET - spent.month - held)
    assert (found.again is None) == (found.level is not Level.OUT)


def test_a_page_shrinks_to_what_can_be_paid() -> None:
    """With money for thirty posts a page of thirty is asked for; with money for nine, none."""
    assert affordable(30 * 5_000, 5_000, 100, 10) == 30
    assert affordable(9 * 5_000, 5_000, 100, 10) == 0
    assert affordable(10**9, 5_000, 100, 10) == 100
