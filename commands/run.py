"""Runs Hark: the bot with a token, alerts in the terminal without one."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from rich.console import Console

from alerts.pace import Limits, Pacer
from alerts.plainer import plainer
from alerts.render import render_alert
from alerts.send import Alert, Post, SendDesk, Sender
from alerts.send_telegram import TelegramPost
from alerts.show import to_terminal
from commands import build
from config import Settings
from errors import HarkError
from handlers.updates import Updates, WebhookPlace, build_bot
from housekeeping import HEARTBEAT_EVERY, OUTAGES_EVERY, TIDY_EVERY, Housekeeper
from matching.query import parse
from model import Chat, ChatKind, ChatState, Message
from polling import FeedPoller, PostPoller
from store import chats, deliveries, errands, sources, watches

TERMINAL_CHAT = 0
"""The chat that stands for the terminal; Telegram gives nobody this id."""

_LOOK_FOR_SOURCES = timedelta(seconds=0.5)
_LOOK_FOR_DELIVERIES = timedelta(seconds=1)
_UNPACED = Limits(overall_per_second=1000, overall_burst=1000, chat_per_second=1000, chat_burst=1000)
_SENDING_WITHIN = 5.0  # seconds for what is in flight when Hark is told to stop

_log = structlog.get_logger("hark")


class Stop:
    """What ends a run: a signal, or something that cannot be mended by going on."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self.error: HarkError | None = None

    def __call__(self, error: HarkError | None = None) -> None:
        """End the run, because of `error` if there is one."""
        self.error = self.error or error
        self._event.set()

    async def wait(self) -> None:
        """Return when the run is to end."""
        await self._event.wait()


async def run(settings: Settings, stop: Stop, out: Console) -> int:
    """Run until `stop`. Returns the exit code: 0 when told to stop, 1 when it cannot go on.

    Raises HarkError when it cannot begin.
    """
    async with build.house(settings) as house:
        await _prepare(house)
        if settings.telegram.token.get_secret_value():
            await _run_bot(house, stop)
        else:
            await _run_terminal(house, stop, out)
    if stop.error is not None:
        raise stop.error
    return 0


async def _prepare(house: build.House) -> None:
    """Bring the sources to what the configuration says and give back what a dead process held."""
    now = build.now()
    async with house.database.begin() as conn:
        await sources.configure(conn, build.wanted_sources(house.settings), now)
        await sources.release(conn)
        await errands.release(conn, now)
        again = await deliveries.release(conn)
    if again:
        _log.warning("the last run ended while sending: these go out again with their number", messages=again)


def _sender(house: build.House, post: Post, limits: Limits, stop: Stop) -> Sender:
    def render(alert: Alert, now: datetime) -> Message:
        return render_alert(alert, house.catalogue.text(alert.chat.language), now)

    desk = SendDesk(
        database=house.database,
        clock=build.now,
        seconds=build.seconds,
        random=house.random,
        render=render,
        plainer=plainer,
        stop=stop,
    )
    return Sender(desk, post, Pacer(limits, build.seconds()))


def _add_steps(house: build.House, sender: Sender) -> None:
    settings = house.settings
    keeper = Housekeeper(
        house.database,
        house.engine,
        house.catalogue,
        build.now,
        settings.alerts.retention,
        settings.telegram.admins,
    )
    house.engine.add("poll", FeedPoller(house.desk, house.readers.feeds).step, _LOOK_FOR_SOURCES)
    if house.readers.x is not None:
        house.engine.add("posts", PostPoller(house.desk, house.readers.x).step, _LOOK_FOR_SOURCES)
    house.engine.add("send", sender.step, _LOOK_FOR_DELIVERIES)
    house.engine.add("heartbeat", keeper.heartbeat, HEARTBEAT_EVERY)
    house.engine.add("tidy", keeper.tidy, TIDY_EVERY)
    house.engine.add("outages", keeper.outages, OUTAGES_EVERY)


async def _run_bot(house: build.House, stop: Stop) -> None:
    telegram = house.settings.telegram
    bot = build_bot(telegram.token.get_secret_value(), telegram.base_url)
    sender = _sender(house, TelegramPost(bot), Limits(), stop)
    await sender.remember()
    await _quiet_terminal(house)
    dispatcher = build.dispatcher(house, bot)
    updates = Updates(bot, dispatcher.handle, stop, build.seconds)
    _add_steps(house, sender)
    build.add_errands(house)
    house.engine.start()
    serving = asyncio.create_task(_serve(house, updates, stop))
    try:
        await stop.wait()
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        await updates.stop()
        await _finish(sender)


async def _serve(house: build.House, updates: Updates, stop: Stop) -> None:
    """Wait for Telegram, which may be away for a while, and then take updates; polling goes on meanwhile."""
    hook = house.settings.telegram.webhook
    place = WebhookPlace(hook.url, hook.listen, hook.port, hook.secret.get_secret_value())
    try:
        await updates.connect()
        await updates.start(place if hook.url else None)
        await build.publish_menus(house, updates.bot)
        _log.info("Hark is ready", bot=f"@{updates.bot.username}")
    except HarkError as error:
        stop(error)
    except Exception as error:
        _log.exception("Telegram could not be set up")
        stop(HarkError(f"Telegram could not be set up: {type(error).__name__}"))


async def _finish(sender: Sender) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_SENDING_WITHIN):
            await sender.stop()


async def _quiet_terminal(house: build.House) -> None:
    """With a token nobody looks at the terminal."""
    async with house.database.begin() as conn:
        if await chats.find(conn, TERMINAL_CHAT) is not None:
            await chats.set_state(conn, TERMINAL_CHAT, ChatState.PAUSED, build.now())
            await deliveries.hold_chat(conn, TERMINAL_CHAT)


class TerminalPost:
    """Shows messages in the terminal, as the chat would show them."""

    def __init__(self, out: Console, first_id: Callable[[], int]) -> None:
        """Print to `out`; message ids come from `first_id`."""
        self._out = out
        self._next_id = first_id

    async def send(self, chat_id: int, thread_id: int | None, message: Message) -> int:
        """Print the message and return an id."""
        self._out.print(to_terminal(message))
        self._out.print()
        self._out.file.flush()
        return self._next_id()

    async def edit(self, chat_id: int, message: Message) -> int:
        """Print the message as it stands now."""
        return await self.send(chat_id, None, message)


async def _run_terminal(house: build.House, stop: Stop, out: Console) -> None:
    post = TerminalPost(out, lambda: int(build.now().timestamp() * 1e6))
    sender = _sender(house, post, _UNPACED, stop)
    await _watch_in_terminal(house)
    _add_steps(house, sender)
    house.engine.start()
    out.print(house.catalogue.text("en").plain("terminal-no-token"), soft_wrap=True)
    out.file.flush()
    try:
        await stop.wait()
    finally:
        await _finish(sender)


async def _watch_in_terminal(house: build.House) -> None:
    """Make the terminal's watches those of the configuration."""
    now = build.now()
    wanted = {str(parse(words)): words for words in house.settings.watches}
    async with house.database.begin() as conn:
        await chats.save(conn, Chat(TERMINAL_CHAT, ChatKind.TERMINAL, "terminal"))
        await deliveries.resume_chat(conn, TERMINAL_CHAT, now)
        known = {str(parse(each.query)): each.id for each in await watches.of_chat(conn, TERMINAL_CHAT)}
        await watches.remove(conn, [number for query, number in known.items() if query not in wanted])
        for query, words in wanted.items():
            if query not in known:
                await watches.add(conn, TERMINAL_CHAT, words, now)
