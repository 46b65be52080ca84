"""Files that people send, fetched from Telegram: bounded, and what goes wrong is a value."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

import structlog
from telegram import Bot
from telegram.error import BadRequest, TelegramError

_log = structlog.get_logger("files")


class FileTrouble(Enum):
    """Why there is no file."""

    TOO_BIG = "too-big"
    GONE = "gone"  # Telegram has it no more
    UNREACHABLE = "unreachable"  # Telegram does not answer just now


class Files(Protocol):
    """Fetches what people sent."""

    async def fetch(self, file_id: str, limit: int) -> bytes | FileTrouble:
        """Return a file of at most `limit` bytes."""


class TelegramFiles:
    """Asks Telegram. What goes wrong is never quoted: the address of a file holds the bot's token."""

    def __init__(self, bot: Bot) -> None:
        """Ask as `bot`."""
        self._bot = bot

    async def fetch(self, file_id: str, limit: int) -> bytes | FileTrouble:
        """Return a file of at most `limit` bytes."""
        try:
            file = await self._bot.get_file(file_id)
            if (file.file_size or 0) > limit:
                return FileTrouble.TOO_BIG
            body = bytes(await file.download_as_bytearray())
        except BadRequest as error:
            big = "too big" in error.message.lower()
            return FileTrouble.TOO_BIG if big else FileTrouble.GONE
        except TelegramError as error:
            _log.info("a file could not be fetched", error=type(error).__name__)
            return FileTrouble.UNREACHABLE
        return body if len(body) <= limit else FileTrouble.TOO_BIG
