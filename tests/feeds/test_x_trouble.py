"""X that refuses, is silent or away, and accounts that are not there: nothing is lost, and why is said."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest

from feeds.x_answers import XAccount
from feeds.x_poll import XPoll
from model import Failure, FailureReason
from tests.feeds.follower import BEGAN, Clock, Follower, failure, queries, reader_of
from tests.servers import x_bodies
from tests.servers.x import TOKEN, XServer
from tests.servers.x_bodies import Refusal


@pytest.mark.parametrize(
    ("refusal", "expected"),
    [
        (x_bodies.UNAUTHORIZED, failure(FailureReason.X_CREDENTIALS, 401)),
        (x_bodies.FORBIDDEN, failure(FailureReason.X_CREDENTIALS, 403)),
        (x_bodies.NOT_ENROLLED, failure(FailureReason.X_CREDENTIALS, 403)),
        (x_bodies.CREDITS_DEPLETED, failure(FailureReason.X_MONEY, 402)),
        (x_bodies.CREDITS_DEPLETED_OLD, failure(FailureReason.X_MONEY, 402)),
        (x_bodies.spend_cap("2026-11-25"), failure(FailureReason.X_MONEY, 403, 12 * 3600)),
        (x_bodies.USAGE_CAP, failure(FailureReason.X_MONEY, 429)),
        (x_bodies.UNAVAILABLE, failure(FailureReason.HTTP_STATUS, 503)),
        (x_bodies.HTML, failure(FailureReason.HTTP_STATUS, 503)),
        (Refusal(503, ""), failure(FailureReason.HTTP_STATUS, 503)),
        (Refusal(403, "<html>blocked</html>"), failure(FailureReason.HTTP_STATUS, 403)),
        (Refusal(301, ""), failure(FailureReason.HTTP_STATUS, 301)),
        (Refusal(200, "<html>"), failure(FailureReason.BAD_RESPONSE, 200)),
        (Refusal(200, ""), failure(FailureReason.BAD_RESPONSE, 200)),
    ],
)
async def test_every_way_of_refusing_is_survived_and_nothing_is_lost(
    x: XServer, hark: Follower, clock: Clock, refusal: Refusal, expected: Failure
) -> None:
    """Each trouble with X is told as what it is, ends the round, and the next poll brings what was missed."""
    names = [f"account_{number:07}" for number in range(40)]
    for name in names:
        x.account(name)
    hark.follows(*names)
    await hark.polls()
    x.posts(names[0], "news")
    x.posts(names[39], "more")
    asked = len(x.requests)

    x.refuses(refusal)

    assert await hark.fails() == {expected}
    assert len(x.requests) == asked + 1
    clock.moment += expected.retry_after or timedelta(0)
    read = await hark.reads()
    assert (read[names[0]], read[names[39]]) == (["news"], ["more"])


async def test_trouble_in_the_middle_of_pages_loses_nothing(x: XServer, hark: Follower, clock: Clock) -> None:
    """When X fails between two pages, the next poll brings all posts."""
    x.posts("talker", "old")
    hark.follows("talker")
    await hark.polls()
    clock.passes(hours=1)
    said = [
        x.posts("talker", f"post {n}", at=BEGAN + timedelta(seconds=10 * n + 1)).whole for n in range(150)
    ]
    x.allows(1, clock() + timedelta(minutes=1))

    assert await hark.reads() == {}
    clock.passes(minutes=2)
    assert await hark.reads() == {"talker": said}


async def test_a_cut_connection_is_survived(x: XServer, hark: Follower) -> None:
    """A connection that X drops is no more than a poll that did not work."""
    x.posts("a", "hello")
    hark.follows("a")
    x.cuts_connection(times=2)  # the client itself tries once more on a connection that was idle

    assert await hark.fails() == {failure(FailureReason.UNREACHABLE)}


async def test_a_silent_x_is_not_waited_for(x: XServer, clock: Clock) -> None:
    """An X that accepts and says nothing costs one time-out, not one for every query."""
    reader = reader_of(TOKEN, x.url, clock, timedelta(milliseconds=50))
    hark = Follower(reader, clock)
    hark.follows(*(f"account_{number:07}" for number in range(60)))
    x.hangs()

    assert await hark.fails() == {failure(FailureReason.TIMEOUT)}
    assert len(x.requests) == 1
    await reader.close()


async def test_an_x_that_is_not_there_is_unreachable(clock: Clock) -> None:
    """A wrong `x.base_url` is told as what it is."""
    async with XServer() as gone:
        url = gone.url
    reader = reader_of(TOKEN, url, clock, timedelta(seconds=5))
    hark = Follower(reader, clock)
    hark.follows("a")

    assert await hark.fails() == {failure(FailureReason.UNREACHABLE)}
    await reader.close()


@pytest.mark.parametrize("token", ["", "   ", "two\nlines", "ключ"])
async def test_a_token_that_cannot_be_one_is_not_tried(x: XServer, clock: Clock, token: str) -> None:
    """A slip in the token is told without asking X."""
    reader = reader_of(token, x.url, clock, timedelta(seconds=5))

    assert await reader.check() == failure(FailureReason.X_CREDENTIALS)
    assert x.requests == []
    await reader.close()


async def test_only_the_configured_address_is_asked(x: XServer, hark: Follower) -> None:
    """Everything goes to `x.base_url`, with its own host name and the token, redirects or not."""
    x.posts("a", "hello")
    hark.follows("a")
    x.redirects("https://api.x.com/2/tweets/search/recent")

    await hark.polls()
    await hark.polls()

    assert {(f"http://{asked.host}", asked.token) for asked in x.requests} == {(x.url, TOKEN)}


async def test_the_token_is_in_no_log(x: XServer, hark: Follower, caplog: pytest.LogCaptureFixture) -> None:
    """A log at its most talkative can be shown to anyone."""
    caplog.set_level(logging.DEBUG)
    x.posts("a", "hello")
    hark.follows("a")
    await hark.polls()
    x.refuses(x_bodies.UNAUTHORIZED)
    await hark.polls()

    assert TOKEN not in caplog.text


async def test_an_address_with_a_path_is_kept(clock: Clock) -> None:
    """X behind a proxy of the operator's is asked under the path that he names."""
    async with XServer(now=clock, prefix="/proxies/x") as x:
        reader = reader_of(TOKEN, x.url + "/", clock, timedelta(seconds=5))
        told = await reader.check()
        await reader.close()

    assert told is None
    assert x.violations == []


async def test_look_up_tells_the_account(x: XServer, hark: Follower) -> None:
    """/follow @SAMA finds the account under the name its owner writes."""
    x.account("sama", name="Sam", id="42")

    assert await hark.reader.lookup("@SAMA") == XAccount("42", "sama", "Sam")


@pytest.mark.parametrize(
    ("handle", "reason"),
    [
        ("nobody", FailureReason.X_ACCOUNT),
        ("banned", FailureReason.X_SUSPENDED),
        ("private", FailureReason.X_PROTECTED),
        ("no such name", FailureReason.X_ACCOUNT),
        ("", FailureReason.X_ACCOUNT),
    ],
)
async def test_look_up_of_what_cannot_be_followed(
    x: XServer, hark: Follower, handle: str, reason: FailureReason
) -> None:
    """/follow says at once when an account does not exist, is suspended or is protected."""
    x.account("banned").suspended = True
    x.account("private", protected=True)

    assert await hark.reader.lookup(handle) == failure(reason)


async def test_an_account_that_has_gone_since_is_not_found(x: XServer, hark: Follower) -> None:
    """A name looked up before is looked up afresh."""
    x.account("a")
    await hark.reader.lookup("a")
    x.closes("a")

    assert await hark.reader.lookup("a") == failure(FailureReason.X_ACCOUNT)


async def test_look_up_without_money_says_so(x: XServer, hark: Follower) -> None:
    """/follow does not call an account missing when it is the credits that are."""
    x.out_of_credits()

    assert await hark.reader.lookup("sama") == failure(FailureReason.X_MONEY, 402)


async def test_credentials_are_tried_for_nothing(x: XServer, hark: Follower, clock: Clock) -> None:
    """`check` finds a good token good and pays for no post, though there are some."""
    x.posts("sama", "hello")
    for seconds in (59, 60, 61):
        x.posts("XDevelopers", "a word", at=clock() - timedelta(seconds=seconds))

    assert await hark.reader.check() is None
    assert x.posts_sent == 0


@pytest.mark.parametrize(
    ("refusal", "reason"),
    [
        (x_bodies.UNAUTHORIZED, FailureReason.X_CREDENTIALS),
        (x_bodies.CREDITS_DEPLETED, FailureReason.X_MONEY),
        (x_bodies.HTML, FailureReason.HTTP_STATUS),
    ],
)
async def test_check_tells_what_is_wrong(
    x: XServer, hark: Follower, refusal: Refusal, reason: FailureReason
) -> None:
    """`check` names the token, the money or X."""
    x.refuses(refusal)

    told = await hark.reader.check()

    assert told is not None
    assert told.reason is reason


async def test_money_that_comes_back_brings_all_posts(x: XServer, hark: Follower, clock: Clock) -> None:
    """What was posted while the credits were used up is told when there are new ones."""
    x.account("a")
    hark.follows("a")
    await hark.polls()
    x.out_of_credits()
    x.posts("a", "meanwhile")

    assert await hark.fails() == {failure(FailureReason.X_MONEY, 402)}
    x.pays()
    clock.passes(hours=3)
    assert await hark.reads() == {"a": ["meanwhile"]}


async def test_no_accounts_is_no_work(x: XServer, hark: Follower) -> None:
    """Without X accounts X is never asked."""
    assert await hark.polls() == XPoll({})
    assert x.requests == []


@pytest.mark.parametrize(
    "refusal",
    [x_bodies.CREDITS_DEPLETED, x_bodies.CREDITS_DEPLETED_OLD, x_bodies.USAGE_CAP, x_bodies.spend_cap("")],
)
async def test_only_free_calls_ask_whether_there_is_money_again(
    x: XServer, hark: Follower, clock: Clock, refusal: Refusal
) -> None:
    """While X cannot be paid no account is searched, though its answer about credit is an empty
    404; a search that finds nothing tells, and then what was posted meanwhile is read."""
    x.posts("a", "old")
    hark.follows("a")
    await hark.polls()
    x.out_of_credits(refusal)
    x.hides_usage()
    clock.passes(minutes=1)
    x.posts("a", "while there was no money")
    await hark.fails()
    searched = len([asked for asked in queries(x) if "from:a" in asked])
    for _ in range(3):
        clock.passes(minutes=15)
        assert {each.reason for each in await hark.fails() if each} == {FailureReason.X_MONEY}
    probed = queries(x)[-1]
    meanwhile = len([asked for asked in queries(x) if "from:a" in asked])
    x.pays()
    clock.passes(minutes=15)

    assert await hark.reads() == {"a": ["while there was no money"]}
    assert (meanwhile, probed) == (searched, "(from:XDevelopers) -is:retweet")
    assert x.billed.posts == 2


async def test_credit_does_not_mean_that_x_can_be_read(x: XServer, hark: Follower, clock: Clock) -> None:
    """The month's posts are used up though there is credit: no account is searched until a search passes."""
    x.posts("a", "old")
    hark.follows("a")
    await hark.polls()
    x.caps_posts(0)
    clock.passes(minutes=15)
    await hark.fails()
    searched = len([asked for asked in queries(x) if "from:a" in asked])
    clock.passes(minutes=15)

    assert await hark.fails() == {failure(FailureReason.X_MONEY, 429)}
    assert len([asked for asked in queries(x) if "from:a" in asked]) == searched
    x.caps_posts(None)
    clock.passes(minutes=15)
    assert await hark.fails() == {None}


async def test_trouble_with_the_probe_is_no_money(x: XServer, hark: Follower, clock: Clock) -> None:
    """X answers neither about credit nor searches: the breaker stays open until one search passes."""
    x.posts("a", "old")
    hark.follows("a")
    await hark.polls()
    x.out_of_credits()
    clock.passes(minutes=15)
    await hark.fails()
    x.pays()
    x.fails(503, times=2)
    clock.passes(minutes=15)
    first = await hark.fails()
    clock.passes(minutes=15)

    assert {each.reason for each in first if each} == {FailureReason.X_MONEY}
    assert await hark.fails() == {None}
