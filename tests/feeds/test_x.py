"""X accounts polled from a loopback X."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from feeds.x import XPoll, XReader
from feeds.x_answers import XAccount
from model import Document, Failure, FailureReason, Source, SourceKind
from tests.servers import x_bodies
from tests.servers.x import TOKEN, XServer
from tests.servers.x_accounts import first_id_at
from tests.servers.x_bodies import Refusal
from tests.servers.x_parameters import SEARCH, USER, USERS

BEGAN = datetime(2026, 11, 24, 12, tzinfo=UTC)


class Clock:
    """The time of X and of the reader, moved by the tests."""

    def __init__(self) -> None:
        self.moment = BEGAN

    def __call__(self) -> datetime:
        return self.moment

    def passes(self, **span: float) -> None:
        """Let so much time go by."""
        self.moment += timedelta(**span)


class Follower:
    """Keeps what Hark's store keeps between two polls, so that tests can poll again."""

    def __init__(self, reader: XReader, clock: Clock) -> None:
        self.reader = reader
        self._clock = clock
        self._sources: dict[int, Source] = {}

    def follows(self, *handles: str) -> None:
        """Add accounts."""
        for handle in handles:
            number = len(self._sources) + 1
            self._sources[number] = Source(number, SourceKind.X, handle.lower(), f"@{handle}", shared=True)

    def source(self, handle: str) -> Source:
        """Return one account as it is kept."""
        return next(source for source in self._sources.values() if source.address == handle.lower())

    async def polls(self) -> XPoll:
        """Poll all accounts and keep what came."""
        poll = await self.reader.read(list(self._sources.values()))
        for number, outcome in poll.outcomes.items():
            source = self._sources[number]
            if isinstance(outcome, Document):
                marks = [*(mark for mark, _ in outcome.entries), *outcome.kept]
                self._sources[number] = replace(
                    source,
                    cursor=outcome.cursor,
                    external_id=outcome.external_id,
                    listing=tuple((mark, mark) for mark in marks),
                    first_read=source.first_read or self._clock(),
                    failure=None,
                )
            elif isinstance(outcome, Failure):
                self._sources[number] = replace(source, failure=outcome)
        return poll

    async def reads(self) -> dict[str, list[str]]:
        """Poll all accounts; return the new texts of each that could be read, oldest first."""
        poll = await self.polls()
        return {
            self._sources[number].address: [entry.text for _, entry in reversed(outcome.entries)]
            for number, outcome in poll.outcomes.items()
            if isinstance(outcome, Document)
        }

    async def fails(self) -> set[Failure | None]:
        """Poll all accounts; return their failures, None for one that was read."""
        poll = await self.polls()
        return {o if isinstance(o, Failure) else None for o in poll.outcomes.values()}


@pytest.fixture
def clock() -> Clock:
    """Give a clock that stands still."""
    return Clock()


@pytest_asyncio.fixture
async def x(clock: Clock) -> AsyncIterator[XServer]:
    """Give an X, and see that nothing was asked that X's description does not allow."""
    async with XServer(now=clock) as server:
        yield server
        assert server.violations == []


@pytest_asyncio.fixture
async def hark(x: XServer, clock: Clock) -> AsyncIterator[Follower]:
    """Give a reader with its memory."""
    reader = XReader(TOKEN, x.url, now=clock, timeout=timedelta(seconds=5))
    yield Follower(reader, clock)
    await reader.close()


def queries(x: XServer) -> list[str]:
    """Return what X was searched for, in order."""
    return [asked.sent["query"] for asked in x.asked_so_far(SEARCH)]


def failure(reason: FailureReason, status: int = 0, seconds: float | None = None) -> Failure:
    """Return a failure."""
    return Failure(reason, status, None if seconds is None else timedelta(seconds=seconds))


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

    async_again = XReader(TOKEN, x.url, now=clock, timeout=timedelta(seconds=5))
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
    assert [poll.outcomes[n] for n in (2, 3, 4, 5)] == [failure(FailureReason.X_ACCOUNT)] * 4
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
    x.posts("a", "recent", at=clock() - timedelta(days=6, hours=23))
    x.posts("a", "new")

    assert await hark.reads() == {"a": ["recent", "new"]}
    assert len(queries(x)) == 3


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
        reader = XReader(TOKEN, picky.url, now=clock, timeout=timedelta(seconds=5))
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
    x: XServer, hark: Follower, refusal: Refusal, expected: Failure
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
    reader = XReader(TOKEN, x.url, now=clock, timeout=timedelta(milliseconds=50))
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
    reader = XReader(TOKEN, url, now=clock, timeout=timedelta(seconds=5))
    hark = Follower(reader, clock)
    hark.follows("a")

    assert await hark.fails() == {failure(FailureReason.UNREACHABLE)}
    await reader.close()


@pytest.mark.parametrize("token", ["", "   ", "two\nlines", "ключ"])
async def test_a_token_that_cannot_be_one_is_not_tried(x: XServer, clock: Clock, token: str) -> None:
    """A slip in the token is told without asking X."""
    reader = XReader(token, x.url, now=clock, timeout=timedelta(seconds=5))

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
        reader = XReader(TOKEN, x.url + "/", now=clock, timeout=timedelta(seconds=5))
        told = await reader.check()
        await reader.close()

    assert told is None
    assert x.violations == []


async def test_look_up_tells_the_account(x: XServer, hark: Follower) -> None:
    """/follow @SAMA finds the account under the name its owner writes."""
    x.account("sama", name="Sam", id="42")

    assert await hark.reader.lookup("@SAMA") == XAccount("42", "sama", "Sam")


@pytest.mark.parametrize("handle", ["nobody", "banned", "private", "no such name", ""])
async def test_look_up_of_what_cannot_be_followed(x: XServer, hark: Follower, handle: str) -> None:
    """/follow says at once when an account does not exist, is suspended or is protected."""
    x.account("banned").suspended = True
    x.account("private", protected=True)

    assert await hark.reader.lookup(handle) == failure(FailureReason.X_ACCOUNT)


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


async def test_credentials_are_tried_for_nothing(x: XServer, hark: Follower) -> None:
    """`check` finds a good token good and pays for no post."""
    x.posts("sama", "hello")

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
