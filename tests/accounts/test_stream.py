"""X's stream, from what watches want to what is owed and paid, with a loopback X that bills."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from random import Random

import pytest
from structlog.testing import capture_logs

from accounts.breakdown import Teller
from accounts.poller import AccountPoller, Pacing
from accounts.streaming import Line, Streamer, back_off
from accounts.wants import Wanting
from errors import StoreError
from feeds.x import XClient
from feeds.x_budget import DOLLAR
from feeds.x_reader import XReader
from feeds.x_rules import RuleLimits
from feeds.x_stream import XStream
from locales import Text
from model import Failure, FollowMode, WatchCost
from store import spending, stoppages, watches
from tests.accounts.x_town import ADA, BOB, MINUTE, OPERATORS, Town
from tests.feeds.follower import queries
from tests.servers import x_bodies
from tests.servers.x import TOKEN
from tests.servers.x_asking import change_rules, listening
from tests.servers.x_parameters import CHANGE_RULES, CREDITS, RULES, STREAM

PATIENCE = 10.0  # seconds of real time


class Streaming:
    """A Hark in stream mode: its steps are run by the test, but for the one that listens."""

    def __init__(self, town: Town, limits: RuleLimits | None = None) -> None:
        self.town = town
        self.client: XClient = town.client()
        self.stream = XStream(TOKEN, town.x.url, now=town.clock, timeout=timedelta(seconds=5))
        line = Line(self.stream, self.client, limits or RuleLimits(), MINUTE)
        wanting = Wanting(town.names)
        self.streamer = Streamer(town.desk(), line, wanting, town.purse, Random(1))
        reader = XReader(self.client, now=town.clock)
        self.poller = AccountPoller(town.desk(), reader, wanting, town.purse, Pacing(self.streamer.rests))
        self._listening: asyncio.Task[bool] | None = None
        self._called = asyncio.Event()
        town.engine.add("posts", self._look, MINUTE)

    async def _look(self) -> bool:
        self._called.set()
        return False

    async def begins(self) -> None:
        """Let accounts be read for the first time, and connect."""
        await self.polls()
        await self.connects()

    async def polls(self) -> None:
        """Search what is due."""
        while await self.poller.step():
            pass

    async def connects(self) -> None:
        """Bring the rules to what is wanted; wait until the stream is there and has called for searches."""
        await self.streamer.tend()
        self._called.clear()
        self._listening = asyncio.create_task(self.streamer.step())
        await asyncio.wait_for(self._called.wait(), PATIENCE)

    async def ended(self) -> None:
        """Wait until the stream is over."""
        assert self._listening is not None
        await asyncio.wait_for(self._listening, PATIENCE)

    async def hears(self, posts: int) -> None:
        """Wait until X has billed so many posts and all that was sent has been taken in."""
        self.town.x.stream.ends()
        await self.ended()
        assert self.town.posts_billed == posts

    async def closes(self) -> None:
        """Stop as a process does that is told to."""
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)


@pytest.fixture
async def streaming(town: Town) -> AsyncIterator[Streaming]:
    """Give a Hark in stream mode with one account, for one watch."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, "halving")
    made = Streaming(town)
    yield made
    await made.closes()


async def test_a_post_is_told_as_it_is_posted(streaming: Streaming) -> None:
    """What the stream brings is owed at once; what nobody wants is not bought."""
    town = streaming.town
    await streaming.begins()

    town.x.posts("talker", "weather")
    town.x.posts("talker", "The halving is near")
    await streaming.hears(1)

    assert await town.told() == ["The halving is near"]
    rules = [(rule.value, rule.tag) for rule in town.x.stream.rules.kept.values()]
    assert [tag for _, tag in rules] == ["hark"]
    assert rules[0][0].startswith("(from:talker) (")
    assert rules[0][0].endswith(" -is:retweet")


async def test_what_came_is_told_and_paid_for_once_whichever_way_it_comes(streaming: Streaming) -> None:
    """A search that finds a streamed post again tells nothing new, and X bills it no second time."""
    town = streaming.town
    await streaming.begins()
    town.x.posts("talker", "The halving is near")
    await streaming.hears(1)

    town.clock.passes(minutes=20)
    await streaming.connects()
    await streaming.polls()
    await streaming.hears(1)

    assert await town.told() == ["The halving is near"]
    async with town.database.read() as conn:
        spent = await spending.spending(conn, town.clock())
    assert (spent.month, spent.reserved, spent.returned) == (15_000, 0, 3)  # an account, a post twice


async def test_an_account_is_read_as_far_as_searches_have_read_it(streaming: Streaming) -> None:
    """What was streamed moves no cursor, so that a search still finds what the stream has missed."""
    town = streaming.town
    await streaming.begins()
    await streaming.polls()
    before = (await town.source("talker")).cursor
    town.clock.passes(minutes=1)
    town.x.posts("talker", "halving one")
    await streaming.hears(1)

    assert (await town.source("talker")).cursor == before


async def test_a_gap_is_filled_by_search(streaming: Streaming) -> None:
    """What was posted while the stream was away is told once it is back."""
    town = streaming.town
    await streaming.begins()
    town.x.stream.cuts()
    await streaming.ended()
    town.x.posts("talker", "The halving is near")
    town.clock.passes(seconds=2)
    await streaming.connects()
    await streaming.polls()
    town.clock.passes(seconds=45)  # until X's search finds it
    await streaming.polls()

    assert await town.told() == ["The halving is near"]


async def test_searches_are_seldom_while_the_stream_is_there(streaming: Streaming) -> None:
    """After it came X is searched at once, again when late posts can be found, then every 15 minutes."""
    town = streaming.town
    await streaming.begins()
    searched = []
    for _ in range(60):
        before = len(queries(town.x))
        await streaming.polls()
        searched.append(len(queries(town.x)) - before)
        town.clock.passes(minutes=1)

    assert [minute for minute, times in enumerate(searched) if times] == [0, 1, 15, 30, 45]


async def test_without_the_stream_searches_come_as_ever(streaming: Streaming) -> None:
    """When the stream cannot be had, accounts are searched every minute and at once."""
    town = streaming.town
    await streaming.begins()
    await streaming.polls()
    town.clock.passes(minutes=1)
    await streaming.polls()
    town.x.stream.cuts()
    await streaming.ended()
    town.clock.passes(seconds=2)
    town.x.posts("talker", "The halving is near")
    town.x.fails(503, route=STREAM)

    await streaming.streamer.step()
    await streaming.polls()
    town.clock.passes(minutes=1)
    before = len(queries(town.x))
    await streaming.polls()

    assert await town.told() == ["The halving is near"]
    assert len(queries(town.x)) == before + 1


async def test_connecting_again_waits_longer_each_time(streaming: Streaming) -> None:
    """A stream that fails again and again is asked for after 1, 2, 4 … 64 seconds, a little more."""
    town = streaming.town
    await streaming.polls()
    await streaming.streamer.tend()
    town.x.fails(503, times=9, route=STREAM)
    waits = []
    for _ in range(9):
        before, asked = town.clock(), len(town.x.asked_so_far(STREAM))
        while len(town.x.asked_so_far(STREAM)) == asked:
            town.clock.passes(seconds=0.5)
            await streaming.streamer.step()
        waits.append((town.clock() - before).total_seconds())

    wanted = [1, 2, 4, 8, 16, 32, 64, 64]
    assert all(least <= wait <= least * 1.25 + 0.5 for least, wait in zip(wanted, waits[1:], strict=True))


async def test_a_stream_that_ends_at_once_is_not_asked_for_at_once(streaming: Streaming) -> None:
    """X may let us in and end the stream again: that too is waited for longer each time."""
    town = streaming.town
    await streaming.begins()
    for wait in (1.5, 3, 6, 11):
        town.x.stream.disconnects()
        await streaming.ended()
        opened = town.x.stream.opened
        town.clock.passes(seconds=wait / 2)
        await streaming.streamer.step()
        assert town.x.stream.opened == opened
        town.clock.passes(seconds=wait / 2)
        await streaming.connects()


async def test_a_second_hark_waits_for_the_first(streaming: Streaming) -> None:
    """X has one connection for us: where it is taken, accounts are searched."""
    town = streaming.town
    await streaming.polls()
    await streaming.streamer.tend()
    async with listening(town.x):
        await town.x.stream.connected()
        with capture_logs() as said:
            await streaming.streamer.step()
        town.x.posts("talker", "The halving is near")
        town.clock.passes(minutes=1)
        await streaming.polls()
        told = await town.told()
    await town.x.stream.left()
    await streaming.connects()

    assert told == ["The halving is near"]
    assert [line["reason"] for line in said] == ["rate-limited"]


async def test_rules_follow_the_watches(streaming: Streaming) -> None:
    """A new watch has a rule without another connection, and nothing is asked while nothing changes."""
    town = streaming.town
    await streaming.begins()
    asked = len(town.x.requests)
    await streaming.streamer.tend()
    assert len(town.x.requests) == asked

    await town.meets(ADA, "weather")
    await streaming.streamer.tend()
    town.x.posts("talker", "Nice weather")
    await streaming.hears(1)

    assert (await town.told(), town.x.stream.opened) == (["Nice weather"], 1)


async def test_a_restart_changes_no_rule_and_loses_no_post(streaming: Streaming) -> None:
    """A new process finds the rules as they are, and what was posted meanwhile; nothing is paid twice."""
    town = streaming.town
    await streaming.begins()
    town.x.posts("talker", "halving one")
    await streaming.hears(1)
    await streaming.closes()
    town.x.posts("talker", "halving two")

    again = Streaming(town)
    await town.purse.open()
    town.clock.passes(seconds=45)
    await again.connects()
    await again.polls()
    town.x.posts("talker", "halving three")
    await again.hears(3)

    assert sorted(await town.told()) == ["halving one", "halving three", "halving two"]
    assert len(town.x.asked_so_far(CHANGE_RULES)) == 1
    async with town.database.read() as conn:
        assert (await spending.spending(conn, town.clock())).month == 25_000


async def test_who_wants_everything_gets_everything(streaming: Streaming) -> None:
    """An account that a chat follows for all its posts has a rule without words."""
    town = streaming.town
    town.x.account("hers")
    await town.meets(BOB)
    await town.follows(BOB, "hers", FollowMode.EVERYTHING)
    await streaming.begins()
    town.x.posts("hers", "this and that")
    town.x.posts("talker", "this and that")
    await streaming.hears(1)

    assert (await town.told(BOB), await town.told(ADA)) == (["this and that"], [])
    assert "(from:hers) -is:retweet" in [rule.value for rule in town.x.stream.rules.kept.values()]


async def test_nobody_watching_means_no_stream(streaming: Streaming) -> None:
    """When the last watch goes, its rules and the connection go too."""
    town = streaming.town
    await streaming.begins()
    async with town.database.begin() as conn:
        [watch] = await watches.of_chat(conn, ADA)
        await watches.remove(conn, [watch.id])

    await streaming.streamer.tend()
    await streaming.ended()
    await town.x.stream.left()

    assert not town.x.stream.rules.kept
    await streaming.streamer.step()
    assert town.x.stream.opened == 1


async def test_rules_of_others_are_left_alone(streaming: Streaming) -> None:
    """Rules that somebody else has given the app stay, and the operator is told of them once."""
    town = streaming.town
    await change_rules(town.x, {"add": [{"value": "cats", "tag": "mine"}]})
    with capture_logs() as said:
        await streaming.begins()
        await town.meets(ADA, "weather")
        await streaming.streamer.tend()
    town.x.posts("stranger", "cats")
    await streaming.hears(1)

    assert "mine" in [rule.tag for rule in town.x.stream.rules.kept.values()]
    assert [line["rules"] for line in said if "not Hark's" in line["event"]] == [1]
    assert await town.told() == []


async def test_what_has_no_room_among_the_rules_is_searched(town: Town) -> None:
    """Accounts beyond the number of rules are searched as ever, which is said once."""
    for name in ("first", "second"):
        town.x.account(name)
    await town.meets(ADA, "halving")
    await town.meets(BOB, "weather")
    await town.follows(ADA, "first")
    await town.follows(BOB, "second")
    streaming = Streaming(town, RuleLimits(rules=1))
    with capture_logs() as said:
        await streaming.begins()
        await streaming.streamer.tend()
    town.x.posts("first", "halving")
    town.x.posts("second", "weather")
    town.clock.passes(minutes=1)
    await streaming.polls()
    await streaming.hears(2)

    assert (await town.told(ADA), await town.told(BOB)) == (["halving"], ["weather"])
    assert [line["accounts"] for line in said if "no rules" in line["event"]] == [1]


async def test_a_rule_that_x_refuses_leaves_the_others_alone(streaming: Streaming) -> None:
    """X may find a rule bad: its accounts are searched, all others are streamed."""
    town = streaming.town
    town.x.account("hers")
    await town.meets(BOB, "weather")
    await town.follows(BOB, "hers")
    town.x.fails(400, times=2, route=CHANGE_RULES)
    await streaming.begins()
    await streaming.streamer.tend()
    town.x.posts("talker", "halving")
    town.x.posts("hers", "weather")
    town.clock.passes(minutes=1)
    await streaming.polls()

    assert len(town.x.stream.rules.kept) == 1
    await streaming.hears(2)
    assert (await town.told(ADA), await town.told(BOB)) == (["halving"], ["weather"])


async def test_rules_that_cannot_be_changed_mean_searches(streaming: Streaming) -> None:
    """While X does not answer about rules there is no stream, but what is posted is told."""
    town = streaming.town
    await streaming.polls()
    town.x.fails(503, route=RULES)
    await streaming.streamer.tend()
    await streaming.streamer.step()
    town.x.posts("talker", "halving")
    await streaming.polls()
    asked = len(town.x.asked_so_far(RULES))
    await streaming.streamer.tend()
    assert len(town.x.asked_so_far(RULES)) == asked
    assert len(queries(town.x)) == 1

    town.clock.passes(minutes=1)
    await streaming.polls()
    await streaming.connects()
    assert await town.told() == ["halving"]


async def test_posts_are_charged_to_the_watches_that_they_hit(streaming: Streaming) -> None:
    """A streamed post costs its watches what a searched one does."""
    town = streaming.town
    [other] = await town.meets(ADA, "bitcoin")
    await streaming.begins()
    town.x.posts("talker", "bitcoin halving")
    await streaming.hears(1)

    async with town.database.read() as conn:
        costs = await spending.of_watches(conn, [0, other], town.clock())
    assert costs == {other: WatchCost(1, 2_500)}


async def test_the_stream_ends_with_the_budget(town: Town) -> None:
    """No more is streamed than can be paid; with money there is a stream again, and nothing was lost."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, "halving")
    town.budget = 30_000
    streaming = Streaming(town)
    await streaming.begins()
    for number in range(4):
        town.x.posts("talker", f"halving {number}")
    await streaming.ended()
    await town.x.stream.left()
    town.x.posts("talker", "halving at last")
    town.clock.passes(minutes=2)
    await streaming.streamer.step()
    assert (town.posts_billed, town.x.stream.opened) == (4, 1)
    assert sorted(await town.told()) == [f"halving {number}" for number in range(4)]

    town.budget = 10 * DOLLAR
    again = Streaming(town)
    town.clock.passes(hours=1)
    await again.connects()
    await again.polls()
    assert "halving at last" in await town.told()
    await again.closes()


async def test_x_without_credit_is_asked_for_no_stream(streaming: Streaming) -> None:
    """When X says that the credit is used up, only what is left of it is asked, until there is some."""
    town = streaming.town
    await streaming.begins()
    town.x.out_of_credits()
    town.x.pays(0)
    town.x.posts("talker", "halving")
    await streaming.ended()
    for _ in range(8):
        town.clock.passes(minutes=10)
        await streaming.streamer.step()
    asked, probed = len(town.x.asked_so_far(STREAM)), len(town.x.asked_so_far(CREDITS))
    town.x.pays()
    town.clock.passes(minutes=20)
    await streaming.connects()

    assert asked == 2
    assert probed > 1


async def test_an_edited_post_is_one_alert(streaming: Streaming) -> None:
    """X streams an edit as a post of its own; it is the same item."""
    town = streaming.town
    await streaming.begins()
    post = town.x.posts("talker", "The halvin is near, the halving")
    town.clock.passes(seconds=30)
    town.x.edits(post, "The halving is near")
    await streaming.hears(2)

    assert len(await town.told()) == 1


async def test_whole_accounts_are_streamed_by_words_when_money_runs_short(streaming: Streaming) -> None:
    """At four fifths of the budget the rules change: wanted words only."""
    town = streaming.town
    await town.follows(ADA, "talker", FollowMode.EVERYTHING)
    await streaming.begins()
    whole = [rule.value for rule in town.x.stream.rules.kept.values()]
    async with town.database.begin() as conn:
        await spending.reserve(conn, 9 * DOLLAR, town.clock())

    await streaming.streamer.tend()

    assert whole == ["(from:talker) -is:retweet"]
    assert ["halving" in rule.value for rule in town.x.stream.rules.kept.values()] == [True]


@pytest.mark.parametrize("tries", range(12))
def test_the_wait_is_never_shorter_and_little_longer(tries: int) -> None:
    """Waits double up to 64 seconds; chance adds up to a quarter, so that not all come at once."""
    least = min(2**tries, 64)
    assert all(least <= back_off(tries, Random(n)).total_seconds() <= least * 1.25 for n in range(20))


async def test_a_store_that_refuses_ends_the_stream_for_a_while_and_loses_nothing(
    streaming: Streaming,
) -> None:
    """A post that cannot be kept is found by a search later; X is not asked for the stream all the time."""
    town = streaming.town
    await streaming.begins()
    async with town.database.begin() as conn:
        await conn.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON item BEGIN SELECT 1 FROM no_such_table; END"
        )
    town.x.posts("talker", "halving")
    with pytest.raises(StoreError):
        await streaming.ended()
    await town.x.stream.left()
    await streaming.streamer.step()
    async with town.database.begin() as conn:
        await conn.exec_driver_sql("DROP TRIGGER full")

    assert town.x.stream.opened == 1
    town.clock.passes(minutes=2)
    await streaming.connects()
    await streaming.polls()
    assert (await town.told(), town.posts_billed) == (["halving"], 1)


def why(text: Text, failure: Failure) -> str:
    """Say a failure shortly."""
    return f"HTTP {failure.status}"


async def breaks(streaming: Streaming, times: int) -> None:
    """Let X refuse the stream again and again, an attempt every 80 seconds."""
    streaming.town.x.fails(503, times=times, route=STREAM)
    for _ in range(times):
        streaming.town.clock.passes(seconds=80)
        await streaming.streamer.step()


async def heard(town: Town) -> list[str]:
    """Return what operators are told of the stream."""
    return [each for each in await town.hears() if "stream" in each]


async def test_a_stream_that_stays_away_is_told_once_and_its_return_too(streaming: Streaming) -> None:
    """Operators hear after five minutes, once, and in the same message when it is over; a restart between
    changes nothing."""
    town = streaming.town
    tells = Teller(town.database, town.engine, town.clock, OPERATORS, why, MINUTE)
    await streaming.polls()
    await streaming.streamer.tend()
    await breaks(streaming, 1)
    await tells.step()
    early = await heard(town)
    await breaks(streaming, 5)
    await tells.step()
    await breaks(streaming, 1)
    await tells.step()
    first = await heard(town)
    await streaming.closes()

    again = Streaming(town)
    town.clock.passes(minutes=2)
    await again.connects()
    await tells.step()
    await tells.step()
    second = await heard(town)
    await again.closes()

    assert early == []
    [only] = first
    assert only.startswith("⚠️ The stream of X is broken since ")
    assert only.endswith(": HTTP 503. Meanwhile X is searched every 1 minute; I keep trying.")
    [over] = second
    assert over.startswith("✅ The stream of X is there again. It was broken for 10 minutes, from ")


async def test_a_stream_that_is_soon_back_is_nobodys_news(streaming: Streaming) -> None:
    """X ends streams now and then: while it is away it is kept for /sources, and forgotten afterwards."""
    town = streaming.town
    tells = Teller(town.database, town.engine, town.clock, OPERATORS, why, MINUTE)
    await streaming.begins()
    town.x.stream.cuts()
    await streaming.ended()
    async with town.database.read() as conn:
        broken = await stoppages.breakdown(conn)
    town.clock.passes(seconds=2)
    await streaming.connects()
    await tells.step()
    async with town.database.read() as conn:
        after = await stoppages.breakdown(conn)

    assert broken is not None
    assert timedelta(seconds=1) <= broken.again - broken.since <= timedelta(seconds=2)
    assert after is None
    assert await heard(town) == []


async def test_rules_that_cannot_be_read_are_a_broken_stream(streaming: Streaming) -> None:
    """Without rules there is no stream: that is kept like a broken one."""
    town = streaming.town
    await streaming.polls()
    town.x.fails(503, route=RULES)
    await streaming.streamer.tend()

    async with town.database.read() as conn:
        broken = await stoppages.breakdown(conn)
    assert broken is not None
    assert broken.failure.status == 503


async def test_a_stream_without_money_is_no_news_of_its_own(streaming: Streaming) -> None:
    """That money is out operators hear otherwise, once."""
    town = streaming.town
    await streaming.polls()
    await streaming.streamer.tend()
    town.x.refuses(x_bodies.CREDITS_DEPLETED, route=STREAM)
    await streaming.streamer.step()

    async with town.database.read() as conn:
        assert await stoppages.breakdown(conn) is None
