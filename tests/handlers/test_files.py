"""Files that people send, fetched from the loopback Telegram through the library."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from telegram import Bot

from handlers.files import FileTrouble, TelegramFiles
from handlers.reading import read
from handlers.updates import build_bot
from tests.servers.telegram import TelegramServer

LIST = "<opml>赵长鹏</opml>".encode()


@pytest_asyncio.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    """Give a loopback Telegram."""
    async with TelegramServer() as server:
        yield server


@pytest_asyncio.fixture
async def bot(telegram: TelegramServer) -> AsyncIterator[Bot]:
    """Give Hark's own bot on it."""
    async with build_bot(telegram.token, telegram.base_url) as built:
        yield built


async def sent(telegram: TelegramServer, bot: Bot, body: bytes) -> str:
    """Let a person send a file and return its id as Hark reads it."""
    ada = telegram.user("Ada")
    await telegram.private(ada).sends_file(ada, "feeds.opml", body, caption="my feeds")
    [update] = await bot.get_updates()
    call = read(update, "hark_bot")
    assert call is not None
    assert call.file is not None
    assert (call.file.name, call.file.size) == ("feeds.opml", len(body))
    return call.file.id


async def test_a_file_that_was_sent_is_fetched_whole(telegram: TelegramServer, bot: Bot) -> None:
    """What a person sends is what Hark reads, byte for byte."""
    file_id = await sent(telegram, bot, LIST)

    assert await TelegramFiles(bot).fetch(file_id, 1000) == LIST
    assert telegram.violations == []


@pytest.mark.parametrize(
    ("size", "limit"),
    [(21 * 2**20, 2**30), (2000, 1000)],
    ids=["more than Telegram gives", "more than is wanted"],
)
async def test_a_file_that_is_too_big_is_not_fetched(
    telegram: TelegramServer, bot: Bot, size: int, limit: int
) -> None:
    """Telegram's own bound and ours have one answer."""
    file_id = await sent(telegram, bot, b"x" * size)

    assert await TelegramFiles(bot).fetch(file_id, limit) is FileTrouble.TOO_BIG


async def test_a_file_that_telegram_has_no_more(bot: Bot) -> None:
    """An id that leads nowhere is said so."""
    assert await TelegramFiles(bot).fetch("file-1-1", 1000) is FileTrouble.GONE


@pytest.mark.parametrize("method", ["getFile", "download"])
async def test_a_telegram_in_trouble_gives_no_file_and_no_secret(
    telegram: TelegramServer, bot: Bot, method: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """While Telegram fails the answer is a value, and the bot's token reaches no log."""
    file_id = await sent(telegram, bot, LIST)
    telegram.fails(method=method)

    assert await TelegramFiles(bot).fetch(file_id, 1000) is FileTrouble.UNREACHABLE
    shown = capsys.readouterr()
    assert telegram.token not in shown.out + shown.err
