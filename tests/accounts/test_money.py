"""What the operator hears of X's price."""

from __future__ import annotations

from datetime import timedelta

from feeds.x import XClient
from feeds.x_budget import DOLLAR
from feeds.x_meter import Unmetered
from model import Bought, Resource
from store import spending
from tests.accounts.x_town import PRICES, Town
from tests.servers.x import TOKEN


async def spends(town: Town, posts: int) -> None:
    """Buy so many posts that were not bought before."""
    async with town.database.begin() as conn:
        before = await spending.spending(conn, town.clock())
        ids = tuple(str(before.reads + number) for number in range(posts))
        held = await spending.reserve(conn, posts * PRICES.post, town.clock())
        await spending.settle(conn, held, Bought(Resource.POST, ids), PRICES.post, town.clock())


async def test_half_the_budget_is_said_once(town: Town) -> None:
    """When half of the budget is spent the operator is told what the month will cost, and not again."""
    treasurer = town.treasurer()
    await spends(town, 1000)
    await treasurer.watch()
    await treasurer.watch()

    [told] = await town.hears()

    assert told.startswith("X has cost $5.00 of this month's $10.00.")


async def test_each_step_down_is_said_with_what_it_means(town: Town) -> None:
    """Four fifths and the end are told each with what is given up, and when it comes back."""
    treasurer = town.treasurer()
    for posts in (1000, 700, 300):
        await spends(town, posts)
        await treasurer.watch()
        await treasurer.watch()

    half, short, out = await town.hears()

    assert "half" not in half  # it names the amounts
    assert "wanted words only" in short
    assert "X is not read until Dec 1" in out
    assert "x.budget" in out


async def test_the_new_month_says_it_anew(town: Town) -> None:
    """In December November's warnings are history."""
    treasurer = town.treasurer()
    await spends(town, 1000)
    await treasurer.watch()
    town.clock.passes(days=10)
    await treasurer.watch()
    await spends(town, 1500)
    await treasurer.watch()

    assert len(await town.hears()) == 2


async def test_the_ledger_is_held_against_what_x_counts(town: Town) -> None:
    """When another program reads with the same key, the operator hears once that X counts more posts."""
    for number in range(100):
        town.x.posts("talker", f"post {number}")
    town.clock.passes(minutes=1)
    other = XClient(TOKEN, town.x.url, now=town.clock, timeout=timedelta(seconds=5), meter=Unmetered())
    await other.search("from:talker", None)
    await other.close()
    await spends(town, 60)
    town.clock.passes(days=1)
    treasurer = town.treasurer()
    await treasurer.reconcile()
    await treasurer.reconcile()

    assert await town.hears() == [
        "On 2026-11-24 X counted 100 posts, Hark 60. Please compare with the console of X."
    ]


async def test_what_x_does_not_tell_is_no_drift(town: Town) -> None:
    """Projects whose use X does not show are left in peace."""
    await spends(town, 100)
    town.x.hides_usage()
    town.clock.moment += timedelta(days=1)

    assert await town.treasurer().reconcile() is False
    assert await town.hears() == []


async def test_without_a_budget_nothing_is_said(town: Town) -> None:
    """Who sets no limit hears nothing of it."""
    town.budget = None
    await spends(town, 2 * DOLLAR // PRICES.post)

    await town.treasurer().watch()

    assert await town.hears() == []
