"""What X costs, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from model import Bought, Resource, Spending, WatchCost
from store import spending
from store.database import Database

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
PRICE = 5_000


@pytest.fixture
async def spent(database: Database) -> Database:
    """A day on which two posts were bought."""
    async with database.begin() as conn:
        number = await spending.reserve(conn, 100 * PRICE, NOON)
        await spending.settle(conn, number, Bought(Resource.POST, ("1", "2")), PRICE, NOON)
    return database


async def test_the_same_post_is_billed_once_a_day(spent: Database) -> None:
    """A post that comes again on the same day costs nothing more."""
    async with spent.begin() as conn:
        number = await spending.reserve(conn, 10 * PRICE, NOON)
        again = await spending.settle(conn, number, Bought(Resource.POST, ("2", "3", "3")), PRICE, NOON)
        found = await spending.spending(conn, NOON)
    assert (again.billed, again.cost) == (frozenset({"3"}), PRICE)
    assert found == Spending(month=3 * PRICE, today=3 * PRICE, reserved=0, reads=3, returned=5)


async def test_midnight_makes_a_post_cost_again(spent: Database) -> None:
    """The day after, X bills the same post once more, and so does the ledger."""
    tomorrow = NOON + timedelta(days=1)
    async with spent.begin() as conn:
        number = await spending.reserve(conn, PRICE, tomorrow)
        await spending.settle(conn, number, Bought(Resource.POST, ("1",)), PRICE, tomorrow)
        found = await spending.spending(conn, tomorrow)
    assert (found.month, found.today) == (3 * PRICE, PRICE)


async def test_a_user_is_not_a_post(spent: Database) -> None:
    """An account with a post's number is billed for itself."""
    async with spent.begin() as conn:
        number = await spending.reserve(conn, 10_000, NOON)
        bought = await spending.settle(conn, number, Bought(Resource.USER, ("1",)), 10_000, NOON)
    assert bought.cost == 10_000


async def test_the_new_month_begins_at_nothing(spent: Database) -> None:
    """On the first of December nothing of November's is counted."""
    async with spent.begin() as conn:
        assert await spending.spending(conn, datetime(2026, 12, 1, tzinfo=UTC)) == Spending()


async def test_what_is_under_way_is_held_back(spent: Database) -> None:
    """A call that has not been settled counts with the most it may cost."""
    async with spent.begin() as conn:
        await spending.reserve(conn, 100 * PRICE, NOON)
        assert (await spending.spending(conn, NOON)).reserved == 100 * PRICE


async def test_a_kill_between_asking_and_settling_costs_nothing_the_same_day(spent: Database) -> None:
    """After a restart on the same day the posts come again for nothing: the reservation is lifted."""
    async with spent.begin() as conn:
        await spending.reserve(conn, 100 * PRICE, NOON)
        assert await spending.release_left(conn, NOON + timedelta(hours=1)) == 0
        found = await spending.spending(conn, NOON)
    assert (found.month, found.reserved) == (2 * PRICE, 0)


async def test_a_kill_before_midnight_counts_as_spent_after_it(spent: Database) -> None:
    """What a call of yesterday cost will never be known: its reservation is spent."""
    async with spent.begin() as conn:
        await spending.reserve(conn, 10 * PRICE, NOON)
        assert await spending.release_left(conn, NOON + timedelta(days=1)) == 10 * PRICE
        assert (await spending.spending(conn, NOON)).month == 12 * PRICE


async def test_watches_share_the_price_of_a_post(database: Database) -> None:
    """A post that three watches hit is charged to each in equal parts, to the last millionth."""
    async with database.begin() as conn:
        await spending.charge(conn, [7, 8, 9], PRICE, NOON)
        await spending.charge(conn, [7], PRICE, NOON)
        await spending.charge(conn, [], PRICE, NOON)
        costs = await spending.of_watches(conn, [0, 7, 8, 9], NOON)
    assert costs[7] == WatchCost(2, 1_667 + PRICE)
    assert costs[8].cost + costs[9].cost == 3_333
    assert costs[0] == WatchCost(1, PRICE)


async def test_old_days_are_forgotten_and_sums_stay(spent: Database) -> None:
    """Housekeeping drops the single posts of earlier days and keeps what they cost."""
    later = NOON + timedelta(days=3)
    async with spent.begin() as conn:
        await spending.forget(conn, later)
        assert (await spending.spending(conn, later)).month == 2 * PRICE
