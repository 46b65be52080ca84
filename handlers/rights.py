"""Who may tell Hark what to do in a chat: Telegram is asked, and believed for a minute."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import structlog
from telegram import Bot, ChatMember
from telegram.error import BadRequest, Forbidden, TelegramError

_BELIEVED = 60.0  # seconds; whoever lost their rights commands no longer than that
_ANSWERS_KEPT = 10_000
_PATIENCE = 10.0  # seconds: everybody waits behind this question

_log = structlog.get_logger("rights")


class Rights(Protocol):
    """Says who is an administrator."""

    async def is_admin(self, chat_id: int, user_id: int) -> bool | None:
        """Return whether a person administers a chat, None when Telegram does not say."""

    def forget(self, chat_id: int) -> None:
        """Believe nothing any more of what was said about this chat."""


class TelegramRights:
    """Asks getChatMember and remembers the answer for a minute at most."""

    def __init__(self, bot: Bot, seconds: Callable[[], float]) -> None:
        """Ask through `bot`; `seconds` is a clock that only goes forward."""
        self._bot = bot
        self._seconds = seconds
        self._known: dict[tuple[int, int], tuple[float, bool]] = {}

    async def is_admin(self, chat_id: int, user_id: int) -> bool | None:
        """Return whether a person administers a chat, None when Telegram does not say."""
        now = self._seconds()
        asked, answer = self._known.get((chat_id, user_id), (0.0, False))
        if (chat_id, user_id) in self._known and now - asked < _BELIEVED:
            return answer
        try:
            member = await self._bot.get_chat_member(chat_id, user_id, read_timeout=_PATIENCE)
        except (BadRequest, Forbidden) as error:
            _log.info("not an administrator, says Telegram", chat=chat_id, error=error.message)
            return self._remember(chat_id, user_id, admin=False)
        except TelegramError as error:
            _log.warning("Telegram does not say who is an administrator", chat=chat_id, error=error.message)
            return None
        admin = member.status in (ChatMember.OWNER, ChatMember.ADMINISTRATOR)
        return self._remember(chat_id, user_id, admin=admin)

    def forget(self, chat_id: int) -> None:
        """Believe nothing any more of what was said about this chat."""
        for key in [key for key in self._known if key[0] == chat_id]:
            del self._known[key]

    def _remember(self, chat_id: int, user_id: int, *, admin: bool) -> bool:
        now = self._seconds()
        if len(self._known) >= _ANSWERS_KEPT:
            self._known = {k: v for k, v in self._known.items() if now - v[0] < _BELIEVED}
        self._known[chat_id, user_id] = (now, admin)
        return admin
