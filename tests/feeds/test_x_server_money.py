"""The loopback X bills as X does, and stops when the money is gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import aiohttp
import pytest

from tests.feeds.follower import Clock
from tests.servers.x import XServer
from tests.servers.x_asking import ask, search
from tests.servers.x_behaviour import Behaviour
from tests.servers.x_billing import Kind
from tests.servers.x_parameters import COUNTS, CREDITS, SEARCH, USAGE, USERS

BY = "from:talker"
EXPANDED = {"expansions": "author_id,referenced_tweets.id", "user.fields": "verified"}


async def test_a_post_is_billed_once_a_day(x: XServer, clock: Clock) -> None:
    """The same post again is free until midnight UTC."""
    first = x.posts("talker", "one")
    await search(x, BY)
    second = x.posts("talker", "two")
    await search(x, BY)
    clock.passes(hours=12)
    await search(x, BY)

    assert x.billed.ids(Kind.POST) == [str(n) for n in (first.id, second.id, second.id, first.id)]
    assert x.billed.days(Kind.POST) == {date(2026, 11, 24): 2, date(2026, 11, 25): 2}
    assert (x.billed.posts, x.billed.repeats, x.posts_sent) == (4, 1, 5)
    assert (x.billed.credits, x.billed.dollars) == (20, 0.02)


async def test_the_promise_of_one_bill_a_day_may_fail(clock: Clock) -> None:
    """X calls the promise soft: a test can see what it costs when it does not hold."""
    async with XServer(now=clock, behaviour=Behaviour(lag=timedelta(0), bills_repeats=True)) as x:
        x.posts("talker", "one")
        await search(x, BY)
        await search(x, BY)

    assert x.billed.posts == 2


async def test_nothing_found_and_nothing_done_are_free(x: XServer) -> None:
    """Empty and refused answers cost nothing."""
    await search(x, BY)
    await search(x, "(from:talker")
    x.fails(503)
    await search(x, BY)

    assert x.billed.charges == []


async def test_what_is_expanded_is_billed(x: XServer) -> None:
    """Each author and each referenced post in `includes` has its price."""
    first = x.posts("sama", "hello")
    x.quotes("talker", "look", first)
    x.posts("talker", "more")

    told = (await search(x, BY, **EXPANDED)).body

    assert [user["username"] for user in told["includes"]["users"]] == ["talker"]
    assert [post["text"] for post in told["includes"]["tweets"]] == ["hello"]
    assert (x.billed.posts, x.billed.users, x.billed.credits) == (3, 1, 25)


async def test_expansions_may_be_free(clock: Clock) -> None:
    """Nobody has proven that X bills expansions."""
    async with XServer(now=clock, behaviour=Behaviour(lag=timedelta(0), bills_expansions=False)) as x:
        x.posts("talker", "hello")
        await search(x, BY, **EXPANDED)

    assert x.billed.credits == 5


async def test_accounts_and_counts_have_their_prices(x: XServer) -> None:
    """An account costs two posts, a request of counts one, whatever it counts."""
    x.account("talker")
    await ask(x, USERS, {"usernames": "talker,nobody"})
    await ask(x, COUNTS, {"query": BY})
    await ask(x, COUNTS, {"query": BY})

    assert (x.billed.users, x.billed.counts, x.billed.credits) == (1, 2, 20)
    assert x.billed.count(Kind.USER, route=USERS) == 1


async def test_credits_run_out_in_the_middle(x: XServer) -> None:
    """The page that uses up the credits comes whole; the next one is refused, until somebody pays."""
    for number in range(20):
        x.posts("talker", f"post {number}")
    x.pays(0.03)

    first = await search(x, BY)
    second = await search(x, BY, next_token=first.body["meta"]["next_token"])
    left = (await ask(x, CREDITS)).body["data"]["total_balance"]
    x.pays(1)
    third = await search(x, BY, next_token=first.body["meta"]["next_token"])

    assert (first.status, second.status, third.status) == (200, 402, 200)
    assert second.body["title"] == "Payment Required"
    assert left == 0
    assert (await ask(x, CREDITS)).body["data"]["total_balance"] == 0.95


async def test_a_spending_limit_holds_until_its_day(x: XServer, clock: Clock) -> None:
    """X says when it will answer again, and does."""
    x.posts("talker", "one")
    x.caps_spending(0.005, date(2026, 11, 26))

    told = [await search(x, BY)]
    told.append(await search(x, BY))
    clock.passes(days=1, hours=12)
    told.append(await search(x, BY))

    assert [answer.status for answer in told] == [200, 403, 200]
    assert (told[1].body["title"], told[1].body["reset_date"]) == ("SpendCapReached", "2026-11-26")


async def test_the_usage_cap_is_a_429_that_names_no_time(x: XServer) -> None:
    """It looks like a rate limit and is none: plenty remains, and there is no reset."""
    x.posts("talker", "one")
    x.caps_posts(1)

    await search(x, BY)
    told = await search(x, BY)

    assert (told.status, told.body["title"]) == (429, "UsageCapExceeded")
    assert int(told.headers["x-rate-limit-remaining"]) > 0
    assert "x-rate-limit-reset" not in told.headers


async def test_usage_is_told_by_the_day(x: XServer, clock: Clock) -> None:
    """What X says it has billed can be compared with what Hark believes; asking is free, even when broke."""
    x.posts("talker", "one")
    await search(x, BY)
    clock.passes(days=1)
    x.posts("talker", "two")
    await search(x, BY)
    x.out_of_credits()

    told = (await ask(x, USAGE, {"usage.fields": "daily_project_usage,project_usage"})).body["data"]

    assert told["project_usage"] == "3"
    assert told["daily_project_usage"]["usage"] == [
        {"date": "2026-11-24T00:00:00.000Z", "usage": "1"},
        {"date": "2026-11-25T00:00:00.000Z", "usage": "2"},
    ]
    assert (await ask(x, CREDITS)).body["data"]["total_balance"] == 0
    assert x.billed.posts == 3


async def test_usage_has_the_shape_of_the_documentation_too(clock: Clock) -> None:
    """X's documentation and its description disagree: both shapes can be tried."""
    behaviour = replace(Behaviour(), lag=timedelta(0), usage_as_described=False)
    async with XServer(now=clock, behaviour=behaviour) as x:
        x.posts("talker", "one")
        await search(x, BY)
        told = (await ask(x, USAGE)).body["data"]

    assert told["daily_project_usage"] == [
        {"date": "2026-11-24", "usage": [{"app_id": "1", "tweets_consumed": 1}]}
    ]


async def test_usage_may_be_nowhere(x: XServer) -> None:
    """Some projects get an empty 404, which no parser of JSON can read."""
    x.hides_usage()

    for route in (USAGE, CREDITS):
        told = await ask(x, route)
        assert (told.status, told.text) == (404, "")


@pytest.mark.parametrize(("how", "times"), [(XServer.loses_answers, 2), (XServer.tears_answers, 1)])
async def test_an_answer_that_is_lost_on_the_way_is_billed(
    x: XServer, how: Callable[..., None], times: int
) -> None:
    """What X has sent is paid for, whether it arrives or not; asking again on the same day is free."""
    x.posts("talker", "one")
    how(x, times=times, route=SEARCH)  # aiohttp asks once more by itself when nothing at all came back

    with pytest.raises(aiohttp.ClientError):
        await search(x, BY)
    again = await search(x, BY)

    assert again.texts == ["one"]
    assert (x.billed.posts, x.billed.repeats) == (1, times)
