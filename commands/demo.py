"""`demo`: the real Hark against a loopback Telegram and loopback feeds, the chat drawn in the terminal.

Needs no network, no token and no configuration, and leaves nothing behind.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console
from rich.text import Text

from commands.demo_news import BEFORE, CHINESE, MUTED, REPEAT, SCOOP, News, Outlet
from commands.demo_screen import Screen
from commands.run import run
from commands.stop import Stop
from config import Settings
from tests.servers.feeds import Feed, FeedServer
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_records import Message

_PAUSE = 1.4  # seconds to read each thing
_INTERVAL = timedelta(seconds=1)
_SETTLED = 3  # polls after which what the first of them brought has been told
_START = "▶️ Start"
_NO_ANSWER = "Hark did not answer in time"
_CLOSING = (
    "That was the real Hark. For your own: write /newbot to @BotFather in Telegram, put the token that it "
    "gives you into .env as TELEGRAM_BOT_TOKEN=…, and start it with: make run"
)


class DemoFailed(AssertionError):
    """Hark did what it must not do before the visitor's eyes."""


@dataclass(frozen=True, slots=True)
class Stage:
    """All that the visit needs."""

    feeds: dict[Outlet, Feed]
    telegram: TelegramServer
    screen: Screen

    async def publish(self, news: News) -> None:
        """Let a new entry appear in its feed."""
        feed = self.feeds[news.outlet]
        feed.publish(title=news.title, text=news.text, link=news.link)
        await self.screen.tell(f"{news.outlet} publishes: {news.title}")

    async def stays_silent(self, news: News) -> None:
        """Wait until Hark has read `news` for certain. Raises DemoFailed when it told of it."""
        feed = self.feeds[news.outlet]
        before = len(self.telegram.messages)
        answered = sum(1 for request in feed.requests if request.status)
        await feed.asked(answered + _SETTLED)
        await self.screen.catch_up()
        if any(news.title in message.text for message in self.telegram.messages[before:]):
            raise DemoFailed(f"an alert that nobody should get: {news.title}")


async def demo(out: Console, *, fast: bool = False) -> int:
    """Show Hark at work on `out` for half a minute, without pauses when `fast`. Returns the exit code."""
    pause = 0.0 if fast else _PAUSE
    interval = timedelta(seconds=0.2) if fast else _INTERVAL
    with TemporaryDirectory(prefix="hark-demo-") as folder:
        async with FeedServer() as site, TelegramServer() as telegram:
            stage = Stage(_open_feeds(site), telegram, Screen(out, telegram, pause))
            try:
                await _beside_hark(_settings(stage, Path(folder), interval), out, visit(stage))
            except (TimeoutError, DemoFailed) as error:
                out.print(
                    Text(f"The demo went wrong: {str(error) or _NO_ANSWER}", style="bold red"), soft_wrap=True
                )
                return 1
    out.print()
    out.print(Text(_CLOSING, style="bold"))
    return 0


def _open_feeds(site: FeedServer) -> dict[Outlet, Feed]:
    feeds = {outlet: site.feed(outlet.path, title=outlet) for outlet in Outlet}
    for news in BEFORE:
        feeds[news.outlet].publish(title=news.title, text=news.text, link=news.link)
    return feeds


def _settings(stage: Stage, folder: Path, interval: timedelta) -> Settings:
    feeds = [{"url": feed.url, "name": outlet.value} for outlet, feed in stage.feeds.items()]
    pace = dict.fromkeys(("interval", "min_interval", "max_interval"), interval)
    return Settings.model_validate(
        {
            "telegram": {"token": stage.telegram.token, "base_url": stage.telegram.base_url},
            "database": {"url": f"sqlite:///{folder / 'demo.db'}"},
            "x": {"accounts": []},
            "feeds": feeds,
            "polling": pace | {"allow_networks": ["127.0.0.0/8"]},
        }
    )


async def _beside_hark(settings: Settings, out: Console, visiting: Coroutine[Any, Any, None]) -> None:
    """Run Hark for as long as the visit lasts. Raises what the visit, or Hark, raises."""
    stop = Stop()
    visitor = asyncio.create_task(visiting)
    hark = asyncio.create_task(run(settings, stop, out))
    try:
        await asyncio.wait({visitor, hark}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stop()
        if not visitor.done():
            visitor.cancel()
        await asyncio.wait({visitor, hark})
    hark.result()
    visitor.result()


async def visit(stage: Stage) -> None:
    """Play what a visitor does in the first half minute."""
    screen = stage.screen
    await stage.telegram.asked("getUpdates", timeout=20)
    await asyncio.gather(*(feed.asked(1) for feed in stage.feeds.values()))
    await screen.tell("Hark reads three feeds on this machine. What they hold already is old: no alert.")
    await _begin(screen)
    await stage.publish(SCOOP)
    alert = await screen.shows(_alert_of(SCOOP))
    await stage.publish(REPEAT)
    await stage.stays_silent(REPEAT)
    await screen.tell("The same story from another outlet, behind a tracking link: no second alert.")
    await stage.publish(CHINESE)
    await screen.shows(_alert_of(CHINESE))
    await screen.tell("#赵长鹏 finds 趙長鵬: one name, two ways to write it.")
    await screen.asks("/list")
    await screen.taps(next(label for label in alert.labels if label.startswith("Mute")), alert)
    await stage.publish(MUTED)
    await stage.stays_silent(MUTED)
    await screen.tell("A muted watch stays quiet for a day.")
    await screen.asks("/status")


async def _begin(screen: Screen) -> None:
    """Say hello, try an example and start it, watch for words of one's own."""
    hello = await screen.asks("/start")
    await screen.taps(hello.labels[0], hello)
    tried = await screen.shows(lambda message: message.labels[:1] == (_START,))
    await screen.taps(_START, tried)
    await screen.shows(lambda message: message is tried and _START not in message.labels)
    await screen.asks("/watch SamAltman")


def _alert_of(news: News) -> Callable[[Message], bool]:
    """The answer of /watch may name it too, as an example; only an alert has this button."""
    return lambda message: news.title in message.text and "⋯" in message.labels
