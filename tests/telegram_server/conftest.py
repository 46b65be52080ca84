"""A loopback Telegram and a bot of the library connected to it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.servers.telegram import TelegramServer
from tests.telegram_server.library import connect


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    """A loopback Telegram."""
    async with TelegramServer() as server:
        yield server


@pytest.fixture
async def bot(telegram: TelegramServer) -> AsyncIterator[Bot]:
    """python-telegram-bot's own Bot, connected to it."""
    async with connect(telegram) as connected:
        yield connected
