"""The loopback X streams as X does, and can be silenced, ended and cut."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import aiohttp
import pytest
import pytest_asyncio

from tests.feeds.follower import Clock
from tests.servers import x_bodies
from tests.servers.x import XServer
from tests.servers.x_asking import ask, change_rules, listening
from tests.servers.x_behaviour import Behaviour
from tests.servers.x_parameters import RULE_COUNTS, RULES


@pytest_asyncio.fixture
async def ruled(x: XServer) -> AsyncIterator[XServer]:
    """Give an X with one rule."""
    await change_rules(x, {"add": [{"value": "(from:talker) (btc OR eth)", "tag": "coins"}]})
    yield x
    await x.stream.left()


async def test_rules_are_added_listed_counted_and_deleted(x: XServer) -> None:
    """Rules can be looked after."""
    added = await change_rules(x, {"add": [{"value": "btc", "tag": "coins"}, {"value": "eth"}]})
    first, second = (rule["id"] for rule in added.body["data"])

    assert added.status == 201
    assert added.body["meta"]["summary"] == {"created": 2, "not_created": 0, "valid": 2, "invalid": 0}
    assert (await ask(x, RULES)).body["data"] == [
        {"id": first, "value": "btc", "tag": "coins"},
        {"id": second, "value": "eth"},
    ]
    deleted = await change_rules(x, {"delete": {"ids": [first, "1"]}})
    assert deleted.body["meta"]["summary"] == {"deleted": 1, "not_deleted": 1}
    assert [rule["id"] for rule in (await ask(x, RULES, {"ids": f"{first},{second}"})).body["data"]] == [
        second
    ]
    assert (await ask(x, RULE_COUNTS)).body["data"]["project_rules_count"] == "1"
    await change_rules(x, {"delete": {"values": ["eth"]}})
    assert "data" not in (await ask(x, RULES)).body


async def test_a_rule_that_is_there_already_is_told_and_left(x: XServer) -> None:
    """The same rule twice is no second rule, and the answer has the id of the first."""
    first = (await change_rules(x, {"add": [{"value": "btc"}]})).body["data"][0]["id"]

    told = await change_rules(x, {"add": [{"value": "btc"}]})

    assert told.status == 200
    assert (told.body["errors"][0]["title"], told.body["errors"][0]["id"]) == ("DuplicateRule", first)


@pytest.mark.parametrize("value", ["btc or eth", "-btc", "a" * 1025, "赵" * 513])
async def test_one_bad_rule_spoils_the_request(x: XServer, value: str) -> None:
    """A rule that X cannot take, or that is too long, is named, and none is added."""
    told = await change_rules(x, {"add": [{"value": "btc"}, {"value": value}]})

    assert (told.status, told.body["errors"][0]["value"]) == (400, value)
    assert not x.stream.rules.kept


async def test_there_are_only_so_many_rules(x: XServer) -> None:
    """A thousand rules are kept, and not one more."""
    rules = [{"value": f"word{number}"} for number in range(1000)]

    assert (await change_rules(x, {"add": rules})).status == 201
    assert (await change_rules(x, {"add": [{"value": "more"}]})).status == 422
    assert len(x.stream.rules.kept) == 1000


async def test_a_trial_changes_nothing(x: XServer) -> None:
    """Rules can be tried before they are added."""
    tried = await change_rules(x, {"add": [{"value": "btc"}]}, {"dry_run": "true"})

    assert tried.status == 201
    assert not x.stream.rules.kept


async def test_posts_come_at_once_with_the_rules_they_meet(ruled: XServer) -> None:
    """A connection gets what meets a rule from then on, nothing from before and nothing else."""
    ruled.posts("talker", "btc before")
    async with listening(ruled, {"tweet.fields": "author_id"}) as stream:
        await ruled.stream.connected()
        ruled.posts("talker", "weather")
        ruled.posts("sama", "btc")
        ruled.posts("talker", "btc long ago", at=ruled.now() - timedelta(hours=1))
        post = ruled.posts("talker", "btc now")
        line = await stream.post()

    assert line["data"] == {
        "id": str(post.id),
        "text": "btc now",
        "edit_history_tweet_ids": [str(post.id)],
        "author_id": post.account.id,
    }
    assert [rule["tag"] for rule in line["matching_rules"]] == ["coins"]
    assert ruled.billed.posts == 1


async def test_quoted_words_retweets_and_edits_are_streamed(ruled: XServer, clock: Clock) -> None:
    """Other than a search, a stream looks into quoted posts and retweets; an edit is a new line."""
    async with listening(ruled) as stream:
        await ruled.stream.connected()
        other = ruled.posts("sama", "btc")
        ruled.quotes("talker", "look", other)
        ruled.retweets("talker", other)
        clock.passes(seconds=30)
        ruled.edits(ruled.posts("talker", "eth"), "eth fixed")
        texts = [(await stream.post())["data"]["text"] for _ in range(4)]

    assert texts == ["look", "RT @sama: btc", "eth", "eth fixed"]


async def test_a_second_connection_is_refused(ruled: XServer) -> None:
    """One connection is all there is; when it has gone there may be another."""
    async with listening(ruled):
        await ruled.stream.connected()
        async with listening(ruled) as second:
            assert second.status == 429
            assert (await second.whole())["connection_issue"] == "TooManyConnections"
    await ruled.stream.left()
    async with listening(ruled) as third:
        assert third.status == 200


async def test_a_stream_without_rules_is_refused(x: XServer) -> None:
    """Nothing can be streamed before there is a rule."""
    async with listening(x) as stream:
        assert stream.status == 409


async def test_signs_of_life_come_by_themselves(clock: Clock) -> None:
    """A connection on which nothing is posted gets empty lines."""
    behaviour = replace(Behaviour(), keep_alive=timedelta(milliseconds=10))
    async with XServer(now=clock, behaviour=behaviour) as x:
        await change_rules(x, {"add": [{"value": "btc"}]})
        async with listening(x) as stream:
            assert [await stream.line(), await stream.line()] == ["", ""]


@pytest.mark.parametrize(("holds", "texts"), [(False, ["btc 2"]), (True, ["btc 1", "btc 2"])])
async def test_a_pause_loses_posts_or_holds_them(ruled: XServer, holds: bool, texts: list[str]) -> None:
    """While X is silent nothing comes, and what was posted meanwhile may never come."""
    async with listening(ruled) as stream:
        await ruled.stream.connected()
        ruled.stream.pauses(holds=holds)
        ruled.posts("talker", "btc 1")
        ruled.stream.resumes()
        ruled.posts("talker", "btc 2")

        assert [(await stream.post())["data"]["text"] for _ in texts] == texts


async def test_x_ends_a_stream_with_a_word(ruled: XServer) -> None:
    """The last line says why."""
    async with listening(ruled) as stream:
        await ruled.stream.connected()
        ruled.stream.keeps_alive()
        ruled.stream.disconnects()

        assert await stream.line() == ""
        assert (await stream.post())["errors"][0]["title"] == "operational-disconnect"
        assert await stream.line() == "end"


async def test_a_stream_ends_without_a_word_or_in_the_middle(ruled: XServer) -> None:
    """A stream may just be over, or break."""
    async with listening(ruled) as stream:
        await ruled.stream.connected(1)
        ruled.stream.ends()
        assert await stream.line() == "end"
    await ruled.stream.left()
    async with listening(ruled) as stream:
        await ruled.stream.connected(2)
        ruled.stream.cuts()
        with pytest.raises(aiohttp.ClientError):
            await stream.line()


async def test_a_stream_ends_when_the_money_does(ruled: XServer) -> None:
    """What cannot be paid for is not sent, and the stream cannot be opened again."""
    ruled.pays(0.005)
    async with listening(ruled) as stream:
        await ruled.stream.connected()
        ruled.posts("talker", "btc 1")
        ruled.posts("talker", "btc 2")
        lines = [await stream.post(), await stream.post()]
    await ruled.stream.left()
    async with listening(ruled) as again:
        refused = (again.status, await again.whole())

    assert [line.keys() & {"data", "errors"} for line in lines] == [{"data"}, {"errors"}]
    assert refused == (402, x_bodies.CREDITS_DEPLETED.body)


async def test_connecting_is_limited(ruled: XServer, clock: Clock) -> None:
    """Who reconnects without a pause runs into X's limit of 50 in 15 minutes."""
    statuses = []
    for _ in range(51):
        async with listening(ruled) as stream:
            statuses.append(stream.status)
            ruled.stream.ends()
        await ruled.stream.left()

    assert statuses == [200] * 50 + [429]
