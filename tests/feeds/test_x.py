"""X accounts polled from a loopback X."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model import Document, Failure, FailureReason
from tests.feeds.follower import BEGAN, Clock, Follower, failure, queries, reader_of
from tests.servers.x import TOKEN, XServer
from tests.servers.x_accounts import first_id_at
from tests.servers.x_parameters import USER, USERS


async def test_new_posts_are_read_once_each_for_its_account(x: XServer, hark: Follower, clock: Clock) -> None:
    """A person gets each new post once, under the right name, and nothing from before."""
    x.posts("cz_binance", "old")
    x.account("sama")
    hark.follows("cz_binance", "sama")
    await hark.polls()
    clock.passes(minutes=1)
    x.posts("cz_binance", "赵长鹏", hashtags=["赵长鹏"])
    x.posts("sama", "AI")
    x.posts("sama", "RT @x: AI", retweet=True)

    assert await hark.reads() == {"cz_binance": ["赵长鹏"], "sama": ["AI"]}
    assert await hark.reads() == {"cz_binance": [], "sama": []}


async def test_many_accounts_cost_one_request(x: XServer, hark: Follower) -> None:
    """Twenty accounts are polled as cheaply as one."""
    for number in range(20):
        x.account(f"account_{number}")
    hark.follows(*(f"account_{number}" for number in range(20)))

    await hark.polls()
    await hark.polls()

    assert len(queries(x)) == 2
    assert len(x.asked_so_far(USERS)) == 1


async def test_more_accounts_than_a_query_holds_are_all_read(
    x: XServer, hark: Follower, clock: Clock
) -> None:
    """A long list of accounts is no different from a short one."""
    names = [f"account_{number}" for number in range(130)]
    for name in names:
        x.account(name)
    hark.follows(*names)
    await hark.polls()
    clock.passes(minutes=1)
    for name in names:
        x.posts(name, f"by {name}")

    assert await hark.reads() == {name: [f"by {name}"] for name in names}
    assert len(queries(x)) < 16


async def test_alerts_name_the_author_as_he_writes_himself(x: XServer, hark: Follower, clock: Clock) -> None:
    """An alert shows @SamA, whatever the configuration wrote, and the link of the post."""
    x.account("SamA")
    hark.follows("sama")
    await hark.polls()
    clock.passes(minutes=1)
    post = x.posts("sama", "hi")

    poll = await hark.polls()

    outcome = poll.outcomes[1]
    assert isinstance(outcome, Document)
    ((_, entry),) = outcome.entries
    assert (entry.author, entry.url, entry.guid) == ("@SamA", post.url, f"x:{post.id}")


async def test_accounts_are_looked_up_once(x: XServer, hark: Follower, clock: Clock) -> None:
    """A restart does not pay again for what is known of the accounts."""
    x.account("a")
    x.account("b")
    hark.follows("a", "b")
    await hark.polls()

    async_again = reader_of(TOKEN, x.url, clock, timedelta(seconds=5))
    hark.reader, first = async_again, hark.reader
    await hark.polls()
    await async_again.close()
    hark.reader = first

    assert len(x.asked_so_far(USERS)) == 1


async def test_the_first_poll_pays_for_few_posts(x: XServer, hark: Follower, clock: Clock) -> None:
    """Following an account with a long history does not buy the history."""
    for number in range(300):
        x.posts("talker", f"post {number}", at=BEGAN - timedelta(minutes=10 * number))
    hark.follows("talker")

    await hark.polls()

    assert x.posts_sent == 10


async def test_nothing_of_a_burst_before_the_first_poll_alerts(
    x: XServer, hark: Follower, clock: Clock
) -> None:
    """Forty posts made in the last minute before an account is followed are all old news."""
    for number in range(40):
        x.posts("talker", f"post {number}")
    hark.follows("talker")
    await hark.polls()
    clock.passes(minutes=1)
    x.posts("talker", "news")

    assert await hark.reads() == {"talker": ["news"]}


async def test_first_posts_of_an_account_are_all_read(x: XServer, hark: Follower, clock: Clock) -> None:
    """An account that had never posted is read from its first word on."""
    x.account("newcomer")
    hark.follows("newcomer")
    await hark.polls()
    clock.passes(hours=1)
    said = [x.posts("newcomer", f"post {n}", at=clock() - timedelta(minutes=55 - n)).whole for n in range(30)]

    assert await hark.reads() == {"newcomer": said}


async def test_all_pages_are_read(x: XServer, hark: Follower, clock: Clock) -> None:
    """After an hour offline every one of 250 posts is told, none twice."""
    x.posts("talker", "old")
    hark.follows("talker")
    await hark.polls()
    clock.passes(hours=1)
    said = [
        x.posts("talker", f"post {n}", at=BEGAN + timedelta(seconds=10 * n + 1)).whole for n in range(250)
    ]

    assert await hark.reads() == {"talker": said}
    assert await hark.reads() == {"talker": []}


async def test_a_post_that_x_lists_late_is_found(x: XServer, hark: Follower, clock: Clock) -> None:
    """A post that X shows a minute after a younger one is told too."""
    x.account("a")
    x.account("b")
    hark.follows("a", "b")
    await hark.polls()
    clock.passes(minutes=5)
    x.posts("a", "young")
    await hark.polls()
    x.posts("b", "late", at=clock() - timedelta(seconds=90))

    assert (await hark.reads())["b"] == ["late"]


async def test_long_posts_come_whole(x: XServer, hark: Follower, clock: Clock) -> None:
    """A word in the last line of a long post is found."""
    x.account("writer")
    hark.follows("writer")
    await hark.polls()
    clock.passes(minutes=1)
    text = "a & b < c " * 40 + "赵长鹏"
    x.posts("writer", text)

    assert await hark.reads() == {"writer": [text]}


async def test_an_edit_keeps_its_identity(x: XServer, hark: Follower, clock: Clock) -> None:
    """A corrected post comes as the same post."""
    x.account("writer")
    hark.follows("writer")
    await hark.polls()
    clock.passes(minutes=1)
    post = x.posts("writer", "typo")
    await hark.polls()
    clock.passes(seconds=30)
    x.edits(post, "fixed")

    outcome = (await hark.polls()).outcomes[1]

    assert isinstance(outcome, Document)
    assert [(entry.guid, entry.text) for _, entry in outcome.entries] == [(f"x:{post.id}", "fixed")]


async def test_an_account_that_is_not_there_is_named_and_the_others_go_on(x: XServer, hark: Follower) -> None:
    """A mistyped, a suspended and a protected account are each told; the good one is read."""
    x.posts("good", "hello")
    x.account("banned").suspended = True
    x.account("private", protected=True)
    hark.follows("good", "nobody", "banned", "private", "not a name")

    poll = await hark.polls()

    assert isinstance(poll.outcomes[1], Document)
    assert [poll.outcomes[n] for n in (2, 3, 4, 5)] == [
        failure(FailureReason.X_ACCOUNT),
        failure(FailureReason.X_SUSPENDED),
        failure(FailureReason.X_PROTECTED),
        failure(FailureReason.X_ACCOUNT),
    ]
    assert poll.pause_until is None


@pytest.mark.parametrize("body", [None, "no"])
@pytest.mark.parametrize("status", [404, 400, 429])
async def test_accounts_that_cannot_be_looked_up_are_read_all_the_same(
    x: XServer, hark: Follower, clock: Clock, status: int, body: str | None
) -> None:
    """Trouble with looking accounts up delays no alert and mixes up no authors."""
    x.posts("a", "old")
    x.posts("b", "old")
    hark.follows("a", "b")
    x.fails(status, body)
    await hark.polls()
    clock.passes(minutes=1)
    x.posts("a", "by a")
    x.posts("b", "by b")

    assert await hark.reads() == {"a": ["by a"], "b": ["by b"]}


async def test_an_account_whose_number_changed_is_read_on(x: XServer, hark: Follower, clock: Clock) -> None:
    """A name that was given up and taken again is followed without a word from the operator."""
    x.posts("phoenix", "old")
    x.posts("other", "old")
    hark.follows("phoenix", "other")
    await hark.polls()
    clock.passes(minutes=1)
    x.closes("phoenix")
    x.account("phoenix", id="777")
    x.posts("phoenix", "back")

    assert await hark.reads() == {"phoenix": ["back"], "other": []}
    assert hark.source("phoenix").external_id == "777"


async def test_hark_waits_for_the_reset(x: XServer, hark: Follower, clock: Clock) -> None:
    """While X limits, it is not asked; a second after the reset it is, and nothing has been missed."""
    x.account("a")
    hark.follows("a")
    await hark.polls()
    x.rate_limited(clock() + timedelta(seconds=90))
    x.posts("a", "news")

    poll = await hark.polls()
    asked = len(x.requests)
    clock.passes(seconds=45)
    meanwhile = await hark.polls()

    assert poll.outcomes == {1: failure(FailureReason.RATE_LIMITED, 429, 91)}
    assert poll.pause_until == BEGAN + timedelta(seconds=91)
    assert meanwhile.outcomes == {1: failure(FailureReason.RATE_LIMITED, 0, 46)}
    assert len(x.requests) == asked
    clock.passes(seconds=46)
    assert await hark.reads() == {"a": ["news"]}


async def test_hark_stops_at_the_last_request_that_x_allows(x: XServer, hark: Follower, clock: Clock) -> None:
    """No request runs into a limit that X announced, and what could be read is read."""
    names = [f"account_number_{number}" for number in range(40)]
    for name in names:
        x.account(name[:15])
    hark.follows(*dict.fromkeys(name[:15] for name in names))
    x.allows(1, clock() + timedelta(minutes=10))

    poll = await hark.polls()

    assert len(queries(x)) == 1
    assert poll.pause_until == BEGAN + timedelta(minutes=10, seconds=1)
    assert poll.outcomes.keys() == set(range(1, len(poll.outcomes) + 1))


async def test_a_limit_of_look_ups_does_not_stop_the_search(x: XServer, hark: Follower, clock: Clock) -> None:
    """Each limit of X stops only what it is about."""
    x.posts("a", "hello")
    x.allows(0, clock() + timedelta(minutes=10), USER)
    hark.follows("a")

    poll = await hark.polls()

    assert isinstance(poll.outcomes[1], Document)
    assert poll.pause_until is None


async def test_a_cursor_older_than_a_week_goes_on_from_where_x_searches(
    x: XServer, hark: Follower, clock: Clock
) -> None:
    """After ten days off, the last week is caught up with and the account is not called ill."""
    x.posts("a", "old")
    hark.follows("a")
    await hark.polls()
    clock.passes(days=10)
    x.posts("a", "too old for X", at=clock() - timedelta(days=8))
    x.posts("a", "recent", at=clock() - timedelta(days=6, hours=22))
    x.posts("a", "new")

    assert await hark.reads() == {"a": ["recent", "new"]}
    assert len(queries(x)) == 2


async def test_an_account_quiet_for_long_is_not_asked_twice_each_time(
    x: XServer, hark: Follower, clock: Clock
) -> None:
    """Weeks of silence cost one extra request a week, not one a poll."""
    x.posts("a", "old")
    hark.follows("a")
    await hark.polls()
    clock.passes(days=10)
    await hark.polls()
    asked = len(queries(x))
    clock.passes(minutes=1)

    assert await hark.reads() == {"a": []}
    assert len(queries(x)) == asked + 1
    assert int(hark.source("a").cursor) > first_id_at(clock() - timedelta(days=7))


async def test_the_account_that_x_refuses_is_found(x: XServer, clock: Clock) -> None:
    """One account that spoils the query is named; the others are read, in the next poll at no extra cost."""
    names = [f"account_{number}" for number in range(8)]
    async with XServer(now=clock) as picky:
        for name in names:
            picky.posts(name, f"by {name}")
        reader = reader_of(TOKEN, picky.url, clock, timedelta(seconds=5))
        hark = Follower(reader, clock)
        hark.follows(*names)
        picky.dislikes("account_5")

        poll = await hark.polls()
        before = len(queries(picky))
        await hark.polls()
        await reader.close()

    refused = [number for number, outcome in poll.outcomes.items() if isinstance(outcome, Failure)]
    assert refused == [6]
    assert poll.outcomes[6] == failure(FailureReason.X_REFUSED, 400)
    assert len(queries(picky)) == before + 2
