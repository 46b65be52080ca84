"""What the tests of X stand on: an X on loopback, Hark's reader of it, and one clock for both."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio

from tests.feeds.follower import Clock, Follower, reader_of
from tests.servers.x import TOKEN, XServer


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
    reader = reader_of(TOKEN, x.url, clock, timedelta(seconds=5))
    yield Follower(reader, clock)
    await reader.close()
