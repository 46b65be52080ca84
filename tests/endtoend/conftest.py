"""The loopback world around a real Hark, and what must hold at the end of every test."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.endtoend.hark import FAST, Config, Hark
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer
from tests.servers.x import XServer

NewHark = Callable[..., Hark]


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    """A loopback Telegram; the test fails if Hark asked it for anything a correct client never asks."""
    async with TelegramServer() as server:
        yield server
    assert server.violations == []


@pytest.fixture
async def site() -> AsyncIterator[FeedServer]:
    """A loopback site with feeds."""
    async with FeedServer() as server:
        yield server


@pytest.fixture
async def x() -> AsyncIterator[XServer]:
    """A loopback X; the test fails if Hark asked it for anything its description does not allow."""
    async with XServer() as server:
        yield server
    assert server.violations == []


@pytest.fixture
async def new_hark(
    tmp_path: Path,
    child_environment: dict[str, str],
    telegram: TelegramServer,
    site: FeedServer,
    x: XServer,
) -> AsyncIterator[NewHark]:
    """Make a Hark from the sections of a configuration; what is left out is fast and on loopback.

    It ends before the servers do. At the end every process is gone and nothing was printed that a person
    should not see: no stack trace, no secret.
    """
    made: list[Hark] = []

    def make(*, folder: str = "hark", config: Config | str | None = None, **sections: object) -> Hark:
        whole = settings(telegram, **sections) if config is None else config
        made.append(Hark(tmp_path / folder, child_environment, whole, telegram))
        return made[-1]

    yield make
    for hark in made:
        await hark.close()
        sys.stderr.write(hark.said + "\n")  # shown with a failure
    spoken = "\n".join(message.raw for message in telegram.messages)
    spoken += "\n".join(answer.text for answer in telegram.answers)
    for hark in made:
        assert "Traceback" not in hark.said
        for secret in secrets(telegram):
            assert secret not in hark.said
            assert secret not in spoken


def settings(server: TelegramServer, /, **sections: object) -> dict[str, object]:
    """Return a configuration for the loopback world: X off, polls every second."""
    base: dict[str, object] = {
        "telegram": {"token": server.token, "base_url": server.base_url},
        "x": {"accounts": []},
        "polling": FAST,
        "names": {"lookup": False},
    }
    for name, section in sections.items():
        known = base.get(name)
        base[name] = known | section if isinstance(known, dict) and isinstance(section, dict) else section
    return base


def secrets(telegram: TelegramServer) -> tuple[str, ...]:
    """Return what nobody may read anywhere: of the token the half behind the bot's number."""
    return (telegram.token.partition(":")[2], X_TOKEN, FEED_SECRET, HOOK_SECRET)


X_TOKEN = "x-bearer-token"
FEED_SECRET = "feed-key-8391"
HOOK_SECRET = "hook-secret-2764"
