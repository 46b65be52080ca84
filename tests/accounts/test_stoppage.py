"""What the operator hears when X is no longer read, and when it is again."""

from __future__ import annotations

from dataclasses import replace

from feeds.x_budget import DOLLAR
from model import Failure, FailureReason, SourceKind
from store import sources, stoppages
from tests.accounts.test_money import spends
from tests.accounts.x_town import ADA, Town


async def test_a_spent_budget_is_one_notice_that_names_the_accounts(town: Town) -> None:
    """However many accounts there are, the operator hears once since when they are unwatched, and why."""
    town.budget = 0
    await town.configures("sama", "cz")
    poller, treasurer = town.poller(), town.treasurer()
    await town.polls(poller)

    await treasurer.watch()
    await town.polls(poller)
    await treasurer.watch()

    [told] = await town.hears()
    since = (await town.source("cz")).failing_since
    assert since is not None
    assert told.splitlines() == [
        "X has cost $0.00 of $0.00: X is not read until Dec 1 00:00. Feeds go on. "
        "With a higher <code>x.budget</code> Hark goes on, and can catch up to 7 days.",
        f"Unwatched since {treasurer.operators.catalogue.text('en').date(since, town.clock())}: @cz, @sama",
    ]


async def test_money_that_runs_out_and_comes_back(town: Town) -> None:
    """X refuses for want of credit; once paid, what was posted meanwhile is told, and what that has cost."""
    town.x.account("sama")
    await town.configures("sama")
    await town.meets(ADA, "BTC")
    poller, treasurer = town.poller(), town.treasurer()
    await town.polls(poller)
    town.x.out_of_credits()
    town.x.posts("sama", "BTC while nobody paid")
    for _ in range(3):
        await town.polls(poller)
        await treasurer.watch()
    [out] = await town.hears()

    town.x.pays()
    for _ in range(12):
        await town.polls(poller)
        await treasurer.watch()

    _, over = await town.hears()
    assert out.startswith("X is not read: the X credit is used up.")
    assert "@sama" in out
    assert over.startswith("✅ X is read again. Unwatched for")
    assert over.splitlines()[-1] == "Catching up has cost $0.005."
    assert await town.told() == ["BTC while nobody paid"]


async def test_a_refused_token_is_said_with_what_to_do(town: Town) -> None:
    """The operator reads which key to change."""
    town.x.account("sama")
    await town.configures("sama")
    town.x.fails(401, times=9)
    await town.polls(town.poller())

    await town.treasurer().watch()

    [told] = await town.hears()
    assert "X_BEARER_TOKEN" in told
    assert "Unwatched since" in told


async def test_feeds_that_stand_in_are_said(town: Town) -> None:
    """Where feeds bring the posts that X is not paid for, nobody is unwatched: said once, with its end."""
    await town.configures("sama")
    trouble: list[Failure] = [Failure(FailureReason.X_MONEY)]
    treasurer = replace(town.treasurer(), covered=True, trouble=lambda: trouble[0] if trouble else None)

    await treasurer.watch()
    await treasurer.watch()
    trouble.clear()
    await treasurer.watch()
    town.clock.passes(hours=3)
    async with town.database.begin() as conn:
        [claimed] = await sources.claim(conn, SourceKind.X, town.clock(), 1)
        await sources.settle(conn, [replace(claimed, last_read=town.clock(), first_read=town.clock())])
    await treasurer.watch()

    stopped, over = await town.hears()
    assert stopped.splitlines()[-1] == "Feeds of the accounts’ posts are read instead."
    assert over.startswith("✅ X itself is read again")


async def test_what_is_out_of_reach_is_said(town: Town) -> None:
    """After more than seven days what X no longer searches is named as lost."""
    await spends(town, 2 * DOLLAR // 1000)
    await town.treasurer().watch()
    town.clock.passes(days=10)

    await town.treasurer().watch()

    out, over = await town.hears()
    assert "X is not read until" in out
    assert "What was posted before" in over
    assert "Catching up has cost nothing." in over


async def test_xs_own_credit_is_kept(town: Town) -> None:
    """What X says is left is kept with its time; what X does not say is not made up."""
    town.x.pays(12.5)
    await town.treasurer().ledger()
    async with town.database.read() as conn:
        kept = await stoppages.credit(conn)

    assert kept == stoppages.Credit(12_500_000, town.clock())
