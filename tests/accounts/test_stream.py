"""X's stream, from what watches want to what is owed and paid, with a loopback X that bills."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from random import Random

import pytest

from accounts import AccountPoller
from feeds.x import XClient
from feeds.x_reader import XReader
from feeds.x_rules import RuleLimits
from feeds.x_stream import XStream
from streaming import Line, Streamer
from tests.accounts.x_town import ADA, MINUTE, Town
from tests.servers.x import TOKEN
from wants import Wanting

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
        self.poller = AccountPoller(town.desk(), reader, wanting, town.purse, self.streamer.rests)
        self._listening: asyncio.Task[bool] | None = None

    async def begins(self) -> None:
        """Let accounts be read for the first time, and connect."""
        await self.polls()
        await self.connects()

    async def polls(self) -> None:
        """Search what is due."""
        while await self.poller.step():
            pass

    async def connects(self) -> None:
        """Bring the rules to what is wanted and wait until the stream is there."""
        opened = self.town.x.stream.opened
        await self.streamer.tend()
        self.listens()
        await asyncio.wait_for(self.town.x.stream.connected(opened + 1), PATIENCE)

    def listens(self) -> None:
        """Begin to listen."""
        self._listening = asyncio.create_task(self.streamer.step())

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
