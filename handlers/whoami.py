"""Who a token belongs to: Telegram asked once, for those who only want to know whether it works."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from telegram.error import InvalidToken, TelegramError

from errors import SendFailed, TokenRefused
from handlers.updates import build_bot


async def who_am_i(token: str, base_url: str, within: timedelta) -> str:
    """Return the bot's name without "@".

    Raises TokenRefused when Telegram does not know the token, SendFailed when it does not answer `within`.
    """
    bot = build_bot(token, base_url)
    try:
        async with asyncio.timeout(within.total_seconds()):
            await bot.initialize()
        return bot.username
    except InvalidToken as error:
        raise TokenRefused("Telegram does not know this token") from error
    except (TelegramError, TimeoutError) as error:
        raise SendFailed("Telegram cannot be reached") from error
    finally:
        await bot.shutdown()
