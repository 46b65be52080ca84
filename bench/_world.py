"""The loopback world of the benches that measure what people get: chats, a prepared Hark, a peer to kill."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from multiprocessing.process import BaseProcess
from pathlib import Path

from model import Chat, ChatKind
from store import chats, watches
from store.database import Database
from tests.endtoend.hark import FAST, Hark
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_chats import Chat as LoopbackChat

_PASSED_ON = ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT")  # of the environment: no token, no setting


def people(telegram: TelegramServer, count: int) -> list[LoopbackChat]:
    """Return so many people's private chats with the bot."""
    return [telegram.private(telegram.user(f"Reader {number}")) for number in range(count)]


def limited(telegram: TelegramServer) -> None:
    """Let the server take what the real one is said to take, and no more."""
    telegram.limits(per_chat=1, group_per_minute=20, overall=30)


@asynccontextmanager
async def hark(
    telegram: TelegramServer, feeds: Sequence[str], wanted: Mapping[int, str]
) -> AsyncIterator[Hark]:
    """Prepare the real process, not started yet; `wanted` is the one watch of each chat. Killed at the end.

    It has a fresh SQLite store and polls `feeds` at the fastest pace, every second.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await _prepare(f"sqlite:///{folder / 'hark.db'}", wanted)
        config = {
            "telegram": {"token": telegram.token, "base_url": telegram.base_url},
            "database": {"url": "sqlite:///hark.db"},
            "x": {"accounts": []},
            "polling": FAST,
            "names": {"lookup": False},
            "feeds": list(feeds),
        }
        environment = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}
        process = Hark(folder, environment, config, telegram)
        try:
            yield process
        finally:
            await process.close()


async def _prepare(url: str, wanted: Mapping[int, str]) -> None:
    database = Database(url)
    await database.open()
    now = datetime.now(UTC)
    async with database.begin() as conn:
        for chat_id, words in wanted.items():
            await chats.save(conn, Chat(chat_id, ChatKind.PRIVATE))
            await watches.add(conn, chat_id, words, now)
    await database.close()


@contextmanager
def peer(work: Callable[..., None], *arguments: object) -> Iterator[BaseProcess]:
    """Run a peer in a process of its own until the end of the block; yields the process."""
    process = multiprocessing.get_context("spawn").Process(target=work, args=arguments, daemon=True)
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join()
