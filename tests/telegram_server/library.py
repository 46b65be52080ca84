"""How the tests of the loopback Telegram reach it: through python-telegram-bot, unpatched."""

from __future__ import annotations

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram import Message as SentMessage
from telegram.constants import ParseMode
from telegram.request import HTTPXRequest

from tests.servers.telegram import TelegramServer

# python-telegram-bot 22.8 warns whenever it builds a RetryAfter; the plain number of seconds is what we want
seconds = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")


class Clock:
    """A clock that moves only when somebody sleeps on it."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


def connect(telegram: TelegramServer, token: str = "", read_timeout: float = 5) -> Bot:
    """Return a Bot of the library, unpatched, that talks to the loopback Telegram."""
    request = HTTPXRequest(read_timeout=read_timeout, connection_pool_size=32)
    return Bot(
        token or telegram.token,
        base_url=telegram.base_url,
        request=request,
        get_updates_request=HTTPXRequest(read_timeout=5),
    )


async def send(bot: Bot, chat_id: int, html: str = "hello", **options: object) -> SentMessage:
    """Send a message in HTML."""
    return await bot.send_message(chat_id, html, parse_mode=ParseMode.HTML, **options)  # type: ignore[arg-type]


def button(**action: str) -> InlineKeyboardMarkup:
    """Return a keyboard of one button."""
    return InlineKeyboardMarkup([[InlineKeyboardButton("b", **action)]])  # type: ignore[arg-type]


async def ask(
    telegram: TelegramServer, method: str, body: dict[str, object], token: str = ""
) -> dict[str, object]:
    """Return what the server answers to a request in JSON, without any library between."""
    url = f"{telegram.base_url}{token or telegram.token}/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, json=body) as answer:
        found: dict[str, object] = await answer.json()
        return found
