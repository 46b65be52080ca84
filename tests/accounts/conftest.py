"""What the tests of X accounts stand on: an X on loopback that bills, one clock, people with watches."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from matching.names import Names
from store.database import Database
from tests import loaded
from tests.accounts.x_town import Town
from tests.feeds.follower import Clock
from tests.servers.x import XServer
from tests.servers.x_behaviour import ASSUMED


@pytest.fixture
def clock() -> Clock:
    """Give a clock that stands still until a test moves it."""
    return Clock()


@pytest.fixture
async def x(request: pytest.FixtureRequest, clock: Clock) -> AsyncIterator[XServer]:
    """Give an X, and see that nothing was asked that X's description does not allow.

    A test may say how it behaves.
    """
    async with XServer(now=clock, behaviour=getattr(request, "param", ASSUMED)) as server:
        yield server
        assert server.violations == []


@pytest.fixture
async def town(x: XServer, clock: Clock, tmp_path: Path) -> AsyncIterator[Town]:
    """Give a town in which nobody watches yet."""
    database = Database(f"sqlite:///{tmp_path / 'hark.db'}")
    await database.open()
    made = Town(x, clock, database, Names(loaded.table()))
    yield made
    for client in made.clients:
        await client.close()
    await database.close()
