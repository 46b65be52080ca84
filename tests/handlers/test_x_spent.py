"""What X costs, as /status and /sources tell it: money to operators, reads to everybody else."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.call import Policy, XTerms
from model import Bought, Failure, FailureReason, Resource, SourceKind
from store import sources, spending, stoppages, watches
from store.sources import Wanted
from store.stoppages import Breakdown
from tests.handlers.people import ANN, GROUP, NOON, Hark, Person, a_hark

DOLLAR = 1_000_000
POST = 5_000
BOB, EVE = Person(10, "Bob"), Person(11, "Eve")


@pytest.fixture
async def hark(tmp_path: Path) -> AsyncIterator[Hark]:
    """Give a Hark that reads X for at most $10 a month; Ann operates it."""
    async with a_hark(tmp_path, Policy(frozenset({ANN.id}), x=XTerms(10 * DOLLAR, POST))) as found:
        yield found


async def buys(hark: Hark, posts: int, owners: Collection[int] = ()) -> None:
    """Let so many posts be bought for these watches."""
    async with hark.database.begin() as conn:
        before = await spending.spending(conn, hark.now)
        ids = tuple(str(before.reads + number) for number in range(posts))
        held = await spending.reserve(conn, posts * POST, hark.now)
        await spending.settle(conn, held, Bought(Resource.POST, ids), POST, hark.now)
        for _ in ids:
            await spending.charge(conn, owners, POST, hark.now)


async def fails(hark: Hark, reason: FailureReason, *names: str) -> None:
    """Let these accounts, which serve everybody, have failed for an hour; they are tried again in one."""
    async with hark.database.begin() as conn:
        await sources.configure(conn, [Wanted(SourceKind.X, name, f"@{name}") for name in names], hark.now)
        for each in await sources.claim(conn, SourceKind.X, hark.now, 99):
            ill = replace(each, failing_since=NOON - timedelta(hours=1), failure=Failure(reason))
            await sources.settle(conn, [replace(ill, due=NOON + timedelta(hours=1))])


async def test_an_operator_sees_the_money(hark: Hark) -> None:
    """/status says what X has cost of the budget, what the month will cost, and what X says is left."""
    await buys(hark, 200)
    async with hark.database.begin() as conn:
        await stoppages.keep_credit(conn, 12_340_000, hark.now - timedelta(hours=3))

    [status] = await hark.says(ANN, "/status")

    lines = status.text.splitlines()
    at = lines.index("X this month")
    assert lines[at + 1 :] == [
        "Spent: $1.00 of $10.00 · forecast: $1.22",
        "Bought (posts, accounts, counts): 200",
        "Credit left with X: $12.34, as it said 3 hours ago",
    ]


async def test_nobody_else_sees_the_money(hark: Hark) -> None:
    """Who does not operate Hark reads nothing of dollars."""
    await buys(hark, 200)

    [status] = await hark.says(BOB, "/status")
    [shown] = await hark.says(BOB, "/sources")

    assert "X" not in status.text
    assert "$" not in status.text + shown.text


async def test_x_without_a_limit(tmp_path: Path) -> None:
    """Where the operator sets no limit /status says so."""
    async with a_hark(tmp_path, Policy(frozenset({ANN.id}), x=XTerms(None, POST))) as hark:
        [status] = await hark.says(ANN, "/status")

    assert "Spent: $0.00, no limit" in status.text


async def test_where_x_costs_nothing_nothing_is_said(tmp_path: Path) -> None:
    """Without X's own API there is no money to tell of."""
    async with a_hark(tmp_path, Policy(frozenset({ANN.id}))) as hark:
        [status] = await hark.says(ANN, "/status")

    assert "this month" not in status.text


async def test_who_is_unwatched_is_named(hark: Hark) -> None:
    """An operator reads in /status which accounts are not read, since when, why, and when it is tried."""
    await fails(hark, FailureReason.X_MONEY, "cz", "sama")

    [status] = await hark.says(ANN, "/status")

    last = status.text.splitlines()[-1]
    assert last == "⚠️ Not read since 11:00: @cz, @sama · the X credit is used up · next try 13:00"


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        (FailureReason.X_BUDGET, "X: the budget for X is used up, since 11:00, next try 13:00"),
        (FailureReason.X_MONEY, "X: the X credit is used up, since 11:00, next try 13:00"),
        (FailureReason.RATE_LIMITED, "X: it asks us to come less often, since 11:00, next try 13:00"),
        (FailureReason.X_ACCOUNT, "X: this X account does not exist, since 11:00, next try 13:00"),
        (FailureReason.X_SUSPENDED, "X: X has suspended this account, since 11:00, next try 13:00"),
        (
            FailureReason.X_PROTECTED,
            "X: this X account is protected, only its followers see its posts, since 11:00, next try 13:00",
        ),
        (FailureReason.X_FEED, "X: its feed of X posts brings none, since 11:00, next try 13:00"),
    ],
)
async def test_an_account_that_is_not_read_is_said_so(hark: Hark, reason: FailureReason, says: str) -> None:
    """/sources tells everybody what ails an account, since when, and when it is tried again."""
    await fails(hark, reason, "sama")

    [shown] = await hark.says(BOB, "/sources")

    assert shown.text.splitlines()[1:] == ["⚠️ @sama", f"    {says}"]


async def test_an_operator_sees_what_each_watch_cost(hark: Hark) -> None:
    """In private, /sources shows operators the dearest watches; what hit nothing and what has ended too."""
    await fails(hark, FailureReason.X_BUDGET, "sama")
    for words in ("BTC", "ETH", "gone"):
        await hark.says(BOB, f"/watch {words}")
    btc, eth, gone = await hark.watched(BOB.id)
    await buys(hark, 40, [btc.id])
    await buys(hark, 2, [btc.id, eth.id])
    await buys(hark, 1, [gone.id])
    await buys(hark, 3)
    async with hark.database.begin() as conn:
        await watches.remove(conn, [gone.id])

    [shown] = await hark.says(ANN, "/sources")
    [mine] = await hark.says(BOB, "/sources")
    [others] = await hark.says(EVE, "/sources")
    hark.admins.known.add((GROUP.id, ANN.id))
    [public] = await hark.says(ANN, "/sources", GROUP)

    assert shown.text.splitlines()[-5:] == [
        "Bought of X this month, the dearest watches",
        "• BTC · 42 posts, $0.20",
        "• for no watch · 3 posts, $0.02",
        "• ETH · 2 posts, $0.005",
        "• a watch that has ended · 1 post, $0.005",
    ]
    assert mine.text.splitlines()[-3:] == [
        "Posts of X read this month, watch by watch",
        "• BTC · 42",
        "• ETH · 2",
    ]
    assert "BTC" not in others.text + public.text


async def test_a_stream_that_is_not_there_is_said_to_everybody(tmp_path: Path) -> None:
    """/sources and /status say since when, why, when it is tried next and what is done meanwhile; no longer
    than it lasts, and not once Hark only searches."""
    terms = XTerms(None, POST, timedelta(minutes=1))
    async with a_hark(tmp_path, Policy(x=terms)) as hark:
        async with hark.database.begin() as conn:
            wanted = Wanted(SourceKind.X, "sama", "@sama")
            await sources.configure(conn, [wanted], hark.now)
            failure = Failure(FailureReason.HTTP_STATUS, 503)
            broken = Breakdown(
                failure, hark.now - timedelta(minutes=5), hark.now + timedelta(minutes=1), told=(7,)
            )
            await stoppages.keep_breakdown(conn, broken)
        [listed] = await hark.says(BOB, "/sources")
        [status] = await hark.says(BOB, "/status")
        async with hark.database.begin() as conn:
            await stoppages.keep_breakdown(conn, replace(broken, ended=hark.now))
        [after] = await hark.says(BOB, "/sources")

    line = (
        "⚠️ X: the stream is broken since 11:55, next try 12:01: it answers with HTTP 503. "
        "Meanwhile X is searched every 1 minute."
    )
    assert line in listed.text.splitlines()
    assert line in status.text.splitlines()
    assert "stream" not in after.text
