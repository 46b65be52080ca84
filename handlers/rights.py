"""Who may tell Hark what to do in a chat: Telegram is asked, and believed for a minute."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

import structlog
from telegram import Bot, ChatMember
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from handlers.call import Standing
from handlers.reading import standing

_BELIEVED = 60.0  # seconds; whoever lost their rights commands no longer than that
_ANSWERS_KEPT = 10_000
_PATIENCE = 4.0  # seconds: everybody waits behind this question
_FIRST_TRY, _SECOND_TRY = 1.5, 10.0  # seconds for one answer; nobody waits for the end of the second
_PAUSE = 0.2  # seconds between the two

_log = structlog.get_logger("rights")


class Rights(Protocol):
    """Says who is an administrator."""

    async def is_admin(self, chat_id: int, user_id: int) -> bool | None:
        """Return whether a person administers a chat, None when Telegram does not say."""

    async def ours(self, chat_id: int) -> Standing | None:
        """Return what Hark may do in a chat, None when Telegram does not say."""

    def forget(self, chat_id: int) -> None:
        """Believe nothing any more of what was said about this chat."""


@dataclass(frozen=True, slots=True)
class _Question:
    """One question that Telegram has not answered yet, shared by all who want to know."""

    since: float
    task: asyncio.Task[bool | None]


class TelegramRights:
    """Asks getChatMember and remembers the answer for a minute at most.

    Whoever asks waits a few seconds at most, once for each slow chat: the question itself goes on, and what
    it brings is remembered for the next who asks.
    """

    def __init__(self, bot: Bot, seconds: Callable[[], float]) -> None:
        """Ask through `bot`; `seconds` is a clock that only goes forward."""
        self._bot = bot
        self._seconds = seconds
        self._known: dict[tuple[int, int], tuple[float, bool]] = {}
        self._asking: dict[tuple[int, int], _Question] = {}

    async def is_admin(self, chat_id: int, user_id: int) -> bool | None:
        """Return whether a person administers a chat, None when Telegram does not say in time."""
        now, key = self._seconds(), (chat_id, user_id)
        asked, answer = self._known.get(key, (0.0, False))
        if key in self._known and now - asked < _BELIEVED:
            return answer
        question = self._asking.get(key) or self._ask(key, now)
        await asyncio.wait({question.task}, timeout=max(0.0, question.since + _PATIENCE - now))
        if question.task.done() and not question.task.cancelled():
            return question.task.result()
        _log.warning("Telegram takes long to say who is an administrator", chat=chat_id)
        return None

    async def ours(self, chat_id: int) -> Standing | None:
        """Return what Hark may do in a chat, None when Telegram does not say in time."""
        try:
            async with asyncio.timeout(_PATIENCE):
                return standing(await self._bot.get_chat_member(chat_id, self._bot.id))
        except (BadRequest, Forbidden):
            return Standing(inside=False, may_post=False)
        except (TelegramError, TimeoutError) as error:
            _log.warning("Telegram does not say what Hark may do", chat=chat_id, error=type(error).__name__)
            return None

    def forget(self, chat_id: int) -> None:
        """Believe nothing any more of what was said about this chat."""
        for key in [key for key in self._known if key[0] == chat_id]:
            del self._known[key]
        for key in [key for key in self._asking if key[0] == chat_id]:
            self._asking.pop(key).task.cancel()

    async def close(self) -> None:
        """Ask no more."""
        tasks = [question.task for question in self._asking.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ask(self, key: tuple[int, int], now: float) -> _Question:
        question = _Question(now, asyncio.create_task(self._look_up(*key)))
        self._asking[key] = question
        question.task.add_done_callback(lambda _: self._answered(key, question))
        return question

    def _answered(self, key: tuple[int, int], question: _Question) -> None:
        if self._asking.get(key) is question:
            del self._asking[key]

    async def _look_up(self, chat_id: int, user_id: int) -> bool | None:
        """Ask, and once more after a lost, refused or late answer."""
        for timeout in (_FIRST_TRY, _SECOND_TRY):
            try:
                member = await self._bot.get_chat_member(chat_id, user_id, read_timeout=timeout)
            except (BadRequest, Forbidden) as error:
                _log.info("not an administrator, says Telegram", chat=chat_id, error=error.message)
                return self._remember(chat_id, user_id, admin=False)
            except TelegramError as error:
                _log.warning(
                    "Telegram does not say who is an administrator", chat=chat_id, error=error.message
                )
                await asyncio.sleep(_wait(error) if timeout == _FIRST_TRY else 0)
            else:
                admin = member.status in (ChatMember.OWNER, ChatMember.ADMINISTRATOR)
                return self._remember(chat_id, user_id, admin=admin)
        return None

    def _remember(self, chat_id: int, user_id: int, *, admin: bool) -> bool:
        now = self._seconds()
        if len(self._known) >= _ANSWERS_KEPT:
            self._known = {k: v for k, v in self._known.items() if now - v[0] < _BELIEVED}
        self._known[chat_id, user_id] = (now, admin)
        return admin


def _wait(error: TelegramError) -> float:
    """Return how long to wait before asking again, in seconds."""
    if not isinstance(error, RetryAfter):
        return _PAUSE
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
