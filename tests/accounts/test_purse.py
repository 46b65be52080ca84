"""What is paid for X, and what happens when the purse is empty."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from accounts.purse import Purse
from feeds.x_budget import DOLLAR, Level, Prices
from feeds.x_meter import Held
from model import Bought, Failure, FailureReason, Resource
from store.database import Database

PRICES = Prices(post=5_000, user=10_000, counts=5_000)
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)  # the last day of a month: all that is left may be spent


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Give an empty store."""
    opened = Database(f"sqlite:///{tmp_path}/hark.db")
    await opened.open()
    yield opened
    await opened.close()


def purse_of(database: Database, budget: int | None) -> Purse:
    """Give a purse at noon."""
    return Purse(database, PRICES, budget, lambda: NOON)


async def buys(purse: Purse, *posts: str) -> frozenset[str]:
    """Give what of these posts was billed."""
    held = await purse.reserve(Resource.POST, 100, 10)
    assert isinstance(held, Held), held
    return await purse.settle(held, Bought(Resource.POST, posts))


async def test_a_page_shrinks_with_the_money(database: Database) -> None:
    """With ten cents left a page of twenty is asked for, and while it is under way nothing more."""
    purse = purse_of(database, 100_000)
    held = await purse.reserve(Resource.POST, 100, 10)
    assert isinstance(held, Held)
    assert held.count == 20
    refused = await purse.reserve(Resource.POST, 100, 10)
    assert refused == Failure(FailureReason.X_BUDGET)


async def test_what_is_billed_once_is_free_the_rest_of_the_day(database: Database) -> None:
    """The same post again costs nothing, and the purse knows it."""
    purse = purse_of(database, DOLLAR)
    assert await buys(purse, "1", "2") == {"1", "2"}
    assert await buys(purse, "2") == frozenset()
    assert (await purse.standing()).left == DOLLAR - 10_000


async def test_extras_go_first(database: Database) -> None:
    """When four fifths are spent audits are refused, and wanted posts are still bought."""
    purse = purse_of(database, DOLLAR)
    await buys(purse, *map(str, range(160)))
    assert (await purse.standing()).level is Level.SHORT
    assert isinstance(await purse.reserve(Resource.POST, 10, 10, extra=True), Failure)
    assert isinstance(await purse.reserve(Resource.POST, 100, 10), Held)


async def test_a_restart_gives_back_what_a_dead_process_held(database: Database) -> None:
    """After a kill in the middle of a call the money is there again: the same posts come free today."""
    purse = purse_of(database, DOLLAR)
    await purse.reserve(Resource.POST, 100, 10)
    again = purse_of(database, DOLLAR)
    await again.open()
    assert (await again.standing()).left == DOLLAR


async def test_no_budget_means_no_call(database: Database) -> None:
    """With a budget of nothing not one paid call is made."""
    assert isinstance(await purse_of(database, 0).reserve(Resource.USER, 1, 1), Failure)


async def test_a_round_of_searches_that_bring_nothing_holds_money_back_once(database: Database) -> None:
    """What was held back for an empty page pays for the next one, and is free again after the round."""
    purse = purse_of(database, DOLLAR)
    numbers = []
    async with purse.round():
        for _ in range(3):
            held = await purse.reserve(Resource.POST, 100, 10)
            assert isinstance(held, Held)
            numbers.append(held.number)
            await purse.settle(held, Bought(Resource.POST, ()))
        assert await buys(purse, "1") == {"1"}
        assert await buys(purse) == frozenset()

    assert len(set(numbers)) == 1
    assert (await purse.standing()).left == DOLLAR - 5_000
    assert isinstance(await purse.reserve(Resource.POST, 100, 10), Held)
