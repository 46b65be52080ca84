"""Runs Hark: the bot with a token, alerts in the terminal without one."""

from __future__ import annotations

import structlog
from rich.console import Console

from commands import build
from commands.stop import Stop
from config import Settings
from model import FailureReason
from store import deliveries, errands, sources

_MENDED_BY_OPERATORS = (FailureReason.X_CREDENTIALS, FailureReason.X_MONEY, FailureReason.X_BUDGET)

_log = structlog.get_logger("hark")


async def run(settings: Settings, stop: Stop, out: Console) -> int:
    """Run until `stop`. Returns 0 when it was told to stop.

    Raises HarkError when it cannot begin or cannot go on.
    """
    async with build.house(settings) as house:
        await prepare(house)
        if settings.telegram.token.get_secret_value():
            from commands.serve import serve  # noqa: PLC0415 - Telegram's library costs 13 MB

            await serve(house, stop)
        else:
            from commands.terminal import show_alerts  # noqa: PLC0415

            await show_alerts(house, stop, out)
    if stop.error is not None:
        raise stop.error
    return 0


async def prepare(house: build.House) -> None:
    """Bring the sources to what the configuration says and give back what a dead process held."""
    now = house.clock()
    async with house.database.begin() as conn:
        await sources.configure(conn, build.wanted_sources(house.settings), now)
        await sources.release(conn)
        await sources.retry(conn, _MENDED_BY_OPERATORS, now)
        await errands.release(conn, now)
        again = await deliveries.release(conn)
    if house.settings.x.accounts and not build.reads_x(house.settings):
        _log.warning("x.bearer_token: not set, so x.accounts are not read; https://console.x.com has one")
    if again:
        _log.warning("the last run ended while sending: these go out again with their number", messages=again)
