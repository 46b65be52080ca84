"""X's stream as the one door to it hears it: posts, silence, and why it ends."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from feeds.x_answers import Post, read_line
from feeds.x_rules import KeptRule
from feeds.x_stream import XStream
from model import Failure, FailureReason
from tests.feeds.follower import BEGAN, Clock, failure
from tests.servers import x_bodies
from tests.servers.x import TOKEN, XServer
from tests.servers.x_asking import change_rules, listening
from tests.servers.x_bodies import Json, Refusal
from tests.servers.x_parameters import CHANGE_RULES, RULES, STREAM

RULE = "(from:talker) (btc) -is:retweet"
UNREACHABLE = failure(FailureReason.UNREACHABLE)
PATIENCE = 10.0  # seconds of real time


class Ear:
    """Listens, and leaves when it has heard enough."""

    def __init__(self, enough: int = 1_000) -> None:
        self.posts: list[Post] = []
        self.times_opened = 0
        self.enough = enough

    async def opened(self) -> None:
        """Count."""
        self.times_opened += 1

    async def post(self, post: Post) -> bool:
        """Keep the post."""
        self.posts.append(post)
        return len(self.posts) < self.enough


class Deaf(Ear):
    """Trips over what it hears."""

    async def post(self, post: Post) -> bool:
        """Fail."""
        raise LookupError(post.text)


class Heard:
    """One connection, listened to on the side."""

    def __init__(self, stream: XStream, ear: Ear) -> None:
        self._task = asyncio.create_task(stream.listen(ear))

    async def why(self) -> Failure | None:
        """Wait until it has ended."""
        return await asyncio.wait_for(self._task, PATIENCE)

    async def stops(self) -> None:
        """Stop as a process does that is told to."""
        self._task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(self._task, PATIENCE)


@pytest.fixture
def stream(x: XServer, clock: Clock) -> XStream:
    """Give the door to the stream."""
    return XStream(TOKEN, x.url, now=clock, timeout=timedelta(seconds=5))


@pytest.fixture
async def ruled(x: XServer) -> AsyncIterator[XServer]:
    """Give an X that keeps one rule."""
    await change_rules(x, {"add": [{"value": RULE, "tag": "hark"}]})
    yield x
    await x.stream.left()


async def test_posts_come_with_all_that_a_search_tells(ruled: XServer, stream: XStream) -> None:
    """A streamed post is read as a searched one: whole text, author, tags; no objects that cost more."""
    ear = Ear()
    heard = Heard(stream, ear)
    await ruled.stream.connected()
    text = "btc & <more>" + " long" * 80
    post = ruled.posts("talker", text, hashtags=["BTC"])
    ruled.stream.keeps_alive()
    ruled.stream.says(b"what is this?\r\n")
    ruled.stream.ends()

    assert await heard.why() == UNREACHABLE
    [told] = ear.posts
    assert (told.id, told.author_id, told.tags) == (post.id, post.account.id, ("BTC",))
    assert told.text == text
    assert {asked.token for asked in ruled.requests} == {TOKEN}
    assert {asked.host for asked in ruled.requests} == {ruled.url.removeprefix("http://")}


async def test_a_long_line_is_read(ruled: XServer, stream: XStream) -> None:
    """The longest post there may be, 25,000 characters, each escaped, does not end the stream."""
    ear = Ear()
    heard = Heard(stream, ear)
    await ruled.stream.connected()
    text = "btc " + "\N{GRINNING FACE}" * 24_000
    ruled.posts("talker", text)
    ruled.stream.ends()
    await heard.why()

    assert [told.text for told in ear.posts] == [text]


@pytest.mark.parametrize(
    ("why", "expected"),
    [
        (x_bodies.DISCONNECTED, UNREACHABLE),
        ({"errors": [x_bodies.CREDITS_DEPLETED.body]}, UNREACHABLE),
        ({"errors": [x_bodies.USAGE_CAP.body]}, failure(FailureReason.X_MONEY, 200)),
        ({"errors": []}, UNREACHABLE),
    ],
)
async def test_x_says_why_it_ends_a_stream(
    ruled: XServer, stream: XStream, why: Json, expected: Failure
) -> None:
    """A last line that names a reason ends the stream; one about money is told as such."""
    ear = Ear()
    heard = Heard(stream, ear)
    await ruled.stream.connected()
    ruled.stream.disconnects(why)

    assert await heard.why() == expected
    assert ear.times_opened == 1


async def test_a_broken_connection_ends_the_stream(ruled: XServer, stream: XStream) -> None:
    """A cut is no exception, and nobody connects by himself."""
    ear = Ear()
    heard = Heard(stream, ear)
    await ruled.stream.connected()
    ruled.stream.cuts()

    assert await heard.why() == UNREACHABLE
    assert len(ruled.asked_so_far(STREAM)) == 1


async def test_silence_is_the_end(ruled: XServer, clock: Clock) -> None:
    """A stream on which not even empty lines come is given up."""
    stream = XStream(
        TOKEN, ruled.url, now=clock, timeout=timedelta(seconds=5), silence=timedelta(seconds=0.2)
    )
    heard = Heard(stream, Ear())
    await ruled.stream.connected()
    ruled.stream.pauses()

    assert await heard.why() == failure(FailureReason.TIMEOUT)
    ruled.stream.ends()


@pytest.mark.parametrize(
    ("refusal", "expected"),
    [
        (x_bodies.UNAUTHORIZED, failure(FailureReason.X_CREDENTIALS, 401)),
        (x_bodies.NOT_ENROLLED, failure(FailureReason.X_CREDENTIALS, 403)),
        (x_bodies.CREDITS_DEPLETED, failure(FailureReason.X_MONEY, 402)),
        (x_bodies.spend_cap("2026-11-25"), failure(FailureReason.X_MONEY, 403, 12 * 3600)),
        (x_bodies.USAGE_CAP, failure(FailureReason.X_MONEY, 429)),
        (x_bodies.TOO_MANY_CONNECTIONS, failure(FailureReason.RATE_LIMITED, 429)),
        (x_bodies.NO_RULES, failure(FailureReason.HTTP_STATUS, 409)),
        (x_bodies.UNAVAILABLE, failure(FailureReason.HTTP_STATUS, 503)),
        (x_bodies.HTML, failure(FailureReason.HTTP_STATUS, 503)),
        (Refusal(503, ""), failure(FailureReason.HTTP_STATUS, 503)),
        (Refusal(400, {"title": "Invalid Request"}), failure(FailureReason.X_REFUSED, 400)),
        (Refusal(302, "", "http://127.0.0.1:1/"), failure(FailureReason.HTTP_STATUS, 302)),
    ],
)
async def test_every_way_of_refusing_is_told_as_a_search_would(
    ruled: XServer, stream: XStream, refusal: Refusal, expected: Failure
) -> None:
    """What X means when it lets nobody in is told by the same failures as ever, and tried once."""
    ear = Ear()
    ruled.refuses(refusal, route=STREAM)

    assert await stream.listen(ear) == expected
    assert (ear.times_opened, len(ruled.asked_so_far(STREAM))) == (0, 1)


async def test_too_many_connects_are_waited_for_until_x_says(ruled: XServer, stream: XStream) -> None:
    """Where X's limit of connections in 15 minutes is reached, its own time is kept."""
    ruled.allows(0, BEGAN + timedelta(minutes=10), STREAM)

    assert await stream.listen(Ear()) == failure(FailureReason.RATE_LIMITED, 429, 601)


async def test_a_taken_connection_names_no_time(ruled: XServer, stream: XStream) -> None:
    """X has one connection for an app; when it is free again nobody knows."""
    async with listening(ruled):
        await ruled.stream.connected()
        assert await stream.listen(Ear()) == failure(FailureReason.RATE_LIMITED, 429)


async def test_an_x_that_is_away_is_unreachable(clock: Clock) -> None:
    """Nobody at the address: told, not raised."""
    stream = XStream(TOKEN, "http://127.0.0.1:1", now=clock, timeout=timedelta(seconds=5))

    assert await stream.listen(Ear()) == UNREACHABLE
    assert await stream.rules() == UNREACHABLE


async def test_who_has_heard_enough_leaves(ruled: XServer, stream: XStream) -> None:
    """The connection is closed when the listener says so, and when it is hung up."""
    ear = Ear(enough=1)
    heard = Heard(stream, ear)
    await ruled.stream.connected()
    ruled.posts("talker", "btc")
    assert await heard.why() is None
    await ruled.stream.left()

    heard = Heard(stream, Ear())
    await ruled.stream.connected(2)
    stream.hang_up()
    assert await heard.why() is None
    assert len(ear.posts) == 1


async def test_a_stop_is_obeyed(ruled: XServer, stream: XStream) -> None:
    """Stopping Hark ends the connection at once, though tweepy takes no notice of being stopped."""
    heard = Heard(stream, Ear())
    await ruled.stream.connected()

    await heard.stops()
    await ruled.stream.left()


async def test_what_goes_wrong_with_the_listener_is_raised(ruled: XServer, stream: XStream) -> None:
    """A mistake of ours is not taken for one of X's."""
    heard = Heard(stream, Deaf())
    await ruled.stream.connected()
    ruled.posts("talker", "btc")

    with pytest.raises(LookupError, match="btc"):
        await heard.why()


async def test_rules_are_kept_listed_and_deleted(x: XServer, stream: XStream) -> None:
    """Rules go to X under Hark's tag and come back with their numbers, for nothing."""
    assert await stream.rules() == ()
    assert await stream.add([RULE, "btc"]) is None
    assert await stream.add([RULE]) is None  # there already

    kept = await stream.rules()
    assert isinstance(kept, tuple)
    assert [(rule.value, rule.tag) for rule in kept] == [(RULE, "hark"), ("btc", "hark")]
    assert await stream.delete([kept[1].id, "1"]) is None
    assert await stream.rules() == (KeptRule(kept[0].id, RULE, "hark"),)
    assert x.billed.posts == 0


@pytest.mark.parametrize(
    ("refusal", "expected"),
    [
        (x_bodies.UNAUTHORIZED, failure(FailureReason.X_CREDENTIALS, 401)),
        (x_bodies.too_many_rules(1000), failure(FailureReason.HTTP_STATUS, 422)),
        (Refusal(200, "<html>"), failure(FailureReason.BAD_RESPONSE, 200)),
        (x_bodies.HTML, failure(FailureReason.HTTP_STATUS, 503)),
    ],
)
async def test_trouble_with_rules_is_told(
    x: XServer, stream: XStream, refusal: Refusal, expected: Failure
) -> None:
    """What X has against rules is told like everything else."""
    x.refuses(refusal, route=RULES)

    assert await stream.rules() == expected


async def test_a_bad_rule_is_refused(stream: XStream) -> None:
    """A rule that X cannot take is told, and no other of that request is kept."""
    assert await stream.add(["btc", "-eth"]) == failure(FailureReason.X_REFUSED, 400)
    assert await stream.rules() == ()


async def test_the_token_is_sent_to_x_and_written_nowhere(
    x: XServer, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever is logged, at whatever level, does not have the token; one that no header can hold is told."""
    caplog.set_level(logging.DEBUG)
    secret = "AAAA-wrong-bearer"
    stream = XStream(secret, x.url, now=clock, timeout=timedelta(seconds=5))
    refused = failure(FailureReason.X_CREDENTIALS, 401)
    assert [await stream.rules(), await stream.add(["btc"]), await stream.listen(Ear())] == [refused] * 3

    for bad in ("", "a\nb", "字"):
        unfit = XStream(bad, x.url, now=clock, timeout=timedelta(seconds=5))
        assert await unfit.listen(Ear()) == await unfit.rules() == failure(FailureReason.X_CREDENTIALS)
    assert secret not in caplog.text
    assert {asked.route for asked in x.requests} == {RULES, CHANGE_RULES, STREAM}


@pytest.mark.parametrize("line", ["", "[]", "null", '{"data": []}', '{"meta": {}}', '{"data": {"id": "x"}}'])
def test_lines_that_are_no_posts_are_passed_over(line: str) -> None:
    """Whatever else X may send on a stream does not end it."""
    assert read_line(line, BEGAN) is None
