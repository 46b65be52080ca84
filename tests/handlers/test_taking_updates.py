"""How Hark begins to listen to Telegram, and how it notices that it may no longer."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from telegram import Update

from errors import HarkError, TokenRefused
from handlers.updates import Updates, build_bot
from tests.servers.telegram import TelegramServer


class Ear:
    """What Hark hears, and why it stopped."""

    def __init__(self, telegram: TelegramServer) -> None:
        self.stopped: list[HarkError] = []
        bot = build_bot(telegram.token, telegram.base_url)
        self.updates = Updates(bot, self._hear, self.stopped.append, lambda: 0.0)

    async def _hear(self, update: Update) -> None:
        """Do nothing with it."""


@pytest_asyncio.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    """Give a loopback Telegram."""
    async with TelegramServer() as server:
        yield server


@pytest.mark.parametrize(
    ("description", "code"), [("Forbidden: bot was banned", 403), ("Conflict: terminated by setWebhook", 409)]
)
async def test_a_telegram_that_refuses_the_bot_is_one_line(
    telegram: TelegramServer, description: str, code: int
) -> None:
    """At the start a refusal other than a wrong token is said in one line, and Hark ends."""
    ear = Ear(telegram)
    telegram.refuses(description, code, times=9, method="getMe")

    with pytest.raises(HarkError, match=r"^telegram: Telegram refuses this bot: [^\n]+$"):
        await ear.updates.connect()
    await ear.updates.close()


async def test_a_bot_with_a_webhook_notices_that_its_token_is_revoked(telegram: TelegramServer) -> None:
    """Nobody calls a webhook whose token is revoked: Hark looks, and stops with the key's name."""
    ear = Ear(telegram)
    await ear.updates.connect()

    telegram.fails(method="getMe")
    await ear.updates.look()
    assert ear.stopped == []
    telegram.revokes_token()
    await ear.updates.look()

    assert [type(error) for error in ear.stopped] == [TokenRefused]
    assert str(ear.stopped[0]).startswith("telegram.token: ")
    await ear.updates.close()
