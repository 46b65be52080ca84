"""Small signs given at once and directly, past the outbox: worth nothing later, so none is ever repeated."""

from __future__ import annotations

from typing import Protocol

import structlog
from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from text import graphemes

_TOAST_LENGTH = 200  # Telegram's

_log = structlog.get_logger("courtesy")


class Courtesy(Protocol):
    """What Hark shows without promising anything. Never raises for what Telegram does."""

    async def toast(self, tap_id: str, text: str) -> None:
        """End the spinner of a tapped button, with a word where there is one."""

    async def typing(self, chat_id: int, thread_id: int | None) -> None:
        """Show that an answer is being worked on."""


class TelegramCourtesy:
    """Shows it in Telegram."""

    def __init__(self, bot: Bot) -> None:
        """Show it as `bot`."""
        self._bot = bot

    async def toast(self, tap_id: str, text: str) -> None:
        """End the spinner of a tapped button, with a word where there is one."""
        try:
            await self._bot.answer_callback_query(tap_id, text=graphemes(text, _TOAST_LENGTH) or None)
        except TelegramError as error:
            _log.debug("a tap was answered too late", error=error.message)

    async def typing(self, chat_id: int, thread_id: int | None) -> None:
        """Show that an answer is being worked on."""
        try:
            await self._bot.send_chat_action(chat_id, ChatAction.TYPING, message_thread_id=thread_id)
        except TelegramError as error:
            _log.debug("typing not shown", error=error.message)
