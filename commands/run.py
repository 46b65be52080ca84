"""Runs Hark: the bot with a token, alerts in the terminal without one."""

from __future__ import annotations

import structlog
from rich.console import Console

from commands import build
from commands.stop import Stop
from config import Settings
from feeds.x_door import is_token
from model import FailureReason
from store import deliveries, errands, sources

_MENDED_BY_OPERATORS = (FailureReason.X_CREDENTIALS, FailureReason.X_MONEY, FailureReason.X_BUDGET)

_log = structlog.get_logger("hark")


async def run(settings: Settings, stop: Stop, out: Console) -> int:
    """Run until `stop`. Returns 0 when it was told to stop.

    Raises HarkError when it cannot begin or cannot go on.
    """
    async with build.house(settings) as house, build.hubs_welcome(house):
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
    _say_of_x(house.settings)
    if again:
        _log.warning("the last run ended while sending: these go out again with their number", messages=again)


def _say_of_x(settings: Settings) -> None:
    """Say in one line, which does not repeat it, that there is no token for X, or none that can be one."""
    told = settings.x
    token = told.bearer_token.get_secret_value()
    unfit = bool(token) and not is_token(token)
    if not unfit and (build.reads_x(settings) or not told.accounts):
        return
    wrong = "not a token as X shows it (letters, digits and signs without spaces)" if unfit else "not set"
    what = "X accounts are read from x.feeds alone" if told.feeds else "X accounts are not read"
    _log.warning(f"x.bearer_token: {wrong}, so {what}; https://console.x.com has one")
