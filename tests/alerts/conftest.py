"""A real outbox and a loopback Telegram for the tests of sending."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.alerts.outbox import Outbox, outbox
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_chats import Chat


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    """A loopback Telegram."""
    async with TelegramServer() as server:
        yield server


@pytest.fixture
async def box(telegram: TelegramServer, tmp_path: Path) -> AsyncIterator[Outbox]:
    """An outbox without limits of pace."""
    async with outbox(telegram, tmp_path) as made:
        yield made


@pytest.fixture
async def ada(telegram: TelegramServer, box: Outbox) -> Chat:
    """The private chat of a person that Hark knows."""
    chat = telegram.private(telegram.user("Ada"))
    await box.knows(chat.id)
    return chat
