"""What people write first: a sender and a poller around python-telegram-bot, without outbox or memory.

Each runs in a process of its own (`bench._world.peer`) and stays simple, as the bots that it stands for.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence

Job = tuple[int, str]
"""The id of a chat and the text that it is to get."""


def send_all(base_url: str, token: str, jobs: Sequence[Job], rate_limiter: bool) -> None:
    """Send everything at once, with the library's rate limiter and its retries or without."""
    asyncio.run(_send_all(base_url, token, jobs, rate_limiter))


async def _send_all(base_url: str, token: str, jobs: Sequence[Job], rate_limiter: bool) -> None:
    from telegram.ext import AIORateLimiter, ExtBot  # noqa: PLC0415 - the parent needs none of it

    limiter = AIORateLimiter(max_retries=5) if rate_limiter else None
    async with ExtBot(token, base_url=base_url, rate_limiter=limiter) as bot:
        # a bot that does not look at exceptions loses what raised one
        await asyncio.gather(*(bot.send_message(chat, text) for chat, text in jobs), return_exceptions=True)


def poll_in_a_loop(base_url: str, token: str, feeds: Sequence[tuple[str, int]], pause: float) -> None:
    """Fetch all feeds, send each new entry's title to its feed's chat, sleep for `pause` seconds, again."""
    asyncio.run(_poll_in_a_loop(base_url, token, feeds, pause))


async def _poll_in_a_loop(base_url: str, token: str, feeds: Sequence[tuple[str, int]], pause: float) -> None:
    import aiohttp  # noqa: PLC0415
    import feedparser  # noqa: PLC0415
    from telegram import Bot  # noqa: PLC0415

    seen: dict[str, set[str]] = {}

    async def poll(url: str, chat_id: int) -> None:
        async with session.get(url) as answer:
            found = feedparser.parse(io.BytesIO(await answer.read())).entries
        known = seen.setdefault(url, {entry.id for entry in found})
        for entry in found:
            if entry.id not in known:
                known.add(entry.id)
                await bot.send_message(chat_id, entry.title)

    async with Bot(token, base_url=base_url) as bot, aiohttp.ClientSession() as session:
        while True:
            await asyncio.gather(*(poll(url, chat_id) for url, chat_id in feeds), return_exceptions=True)
            await asyncio.sleep(pause)


def answer_taps(base_url: str, token: str) -> None:
    """Answer every message with buttons and every tap with a toast and an edit, keeping nothing."""
    asyncio.run(_answer_taps(base_url, token))


async def _answer_taps(base_url: str, token: str) -> None:
    from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup  # noqa: PLC0415

    keys = InlineKeyboardMarkup([[InlineKeyboardButton(str(n), callback_data=str(n)) for n in range(5)]])
    seen = 0
    async with Bot(token, base_url=base_url) as bot:
        while True:
            for update in await bot.get_updates(offset=seen, timeout=10):
                seen = update.update_id + 1
                if update.message is not None:
                    await bot.send_message(update.message.chat_id, "Which?", reply_markup=keys)
                elif update.callback_query is not None:
                    await update.callback_query.answer("Noted.")
                    await update.callback_query.edit_message_text(f"This: {seen}", reply_markup=keys)
