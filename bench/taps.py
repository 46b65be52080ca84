"""How long a person waits after a tap on a button, and after a command, in the real process.

    python -m bench.taps [--no-peer]

One person with 50 watches; a feed has brought 1,000 entries. They walk through /list, /sources, /settings,
/near and /test and tap whatever button is there (seeded), 80 times. How to read the line:

- `toast_*_s`: from the tap to its answer, when the button stops to glow. `shown_*_s`: to the edit or message
  that follows, of those taps that have one. `said_*_s`: from a command to its first answer.
- `unanswered`: taps that got no answer.
- `bare_bot`: python-telegram-bot alone, which answers a tap and edits the message, keeping nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from random import Random
from time import monotonic

from bench import _peers
from bench._world import hark, limited, peer, people
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_chats import Chat
from tests.servers.telegram_records import Message, User

_TAPS = 80
_WATCHES = 50
_ENTRIES = 1_000
_SEED = 20261126
_PATIENCE = 10.0  # seconds
_FOLLOWS = 1.5  # seconds after its toast until when a tap shows something, if it does
_PAUSE = 1.0  # seconds after each: Telegram takes about a message a second of a chat
_COMMANDS = ("/list", "/sources", "/settings", "/near w7", "/test entry", "/status", "/why", "/unwatch")
_LIMITS = {"toast_p99_s": 1.0, "shown_p90_s": 1.0, "unanswered": 0}

Figures = dict[str, float]


@dataclass(slots=True)
class _Stopwatch:
    """What was waited for, in seconds."""

    toasts: list[float] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)
    said: list[float] = field(default_factory=list)
    unanswered: int = 0

    def figures(self) -> Figures:
        """Return what the bench is about."""
        named = {"toast": self.toasts, "shown": self.shown, "said": self.said}
        found = {f"{name}_{key}": value for name, some in named.items() for key, value in _summary(some)}
        return found | {"taps": len(self.toasts) + self.unanswered, "unanswered": self.unanswered}


def _summary(seconds: Sequence[float]) -> list[tuple[str, float]]:
    if len(seconds) < 2:
        return []
    parts = statistics.quantiles(seconds, n=100, method="inclusive")
    named = {"median_s": parts[49], "p90_s": parts[89], "p99_s": parts[98]}
    return [(name, round(value, 3)) for name, value in named.items()]


@dataclass(slots=True)
class _Walker:
    """Somebody who taps."""

    telegram: TelegramServer
    user: User
    chat: Chat
    random: Random
    watch: _Stopwatch = field(default_factory=_Stopwatch)

    async def walks(self) -> None:
        """Say commands and tap what they offer."""
        for number in range(_TAPS):
            if number % 5 == 0:
                await self._says(_COMMANDS[number // 5 % len(_COMMANDS)])
            await self._taps()
            await asyncio.sleep(_PAUSE)

    async def _says(self, words: str) -> None:
        before, begun = len(self.chat.messages), monotonic()
        await self.chat.says(self.user, words)
        await self.chat.wait_for(
            lambda message: message.own and self.chat.messages.index(message) >= before, _PATIENCE
        )
        self.watch.said.append(monotonic() - begun)

    async def _taps(self) -> None:
        message = next(each for each in reversed(self.chat.messages) if each.own and _buttons(each))
        seen, begun = self._state(), monotonic()
        tap = await self.chat.taps(self.user, self.random.choice(_buttons(message)), message)
        try:
            await self.telegram.answered(tap, _PATIENCE)
        except TimeoutError:
            self.watch.unanswered += 1
            return
        self.watch.toasts.append(monotonic() - begun)
        try:
            await self.telegram.until(lambda: self._state() != seen, _FOLLOWS)
        except TimeoutError:
            return  # this button shows nothing but its toast
        self.watch.shown.append(monotonic() - begun)

    def _state(self) -> tuple[int, int]:
        return len(self.chat.messages), sum(len(message.versions) for message in self.chat.messages)


def _buttons(message: Message) -> list[str]:
    return [button.data for button in message.buttons if button.data]


def _person(chat: Chat) -> User:
    assert chat.person is not None
    return chat.person


async def _hark() -> Figures:
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(TelegramServer())
        site = await stack.enter_async_context(FeedServer())
        limited(telegram)
        feed = site.feed("/news.xml")
        for number in range(_ENTRIES):
            feed.publish(f"Entry {number} of w{number % _WATCHES}", "What is said in it.")
        [chat] = people(telegram, 1)
        process = await stack.enter_async_context(hark(telegram, [feed.url], {chat.id: "w0"}))
        await process.start()
        await process.ready()
        await feed.asked(2)
        user = _person(chat)
        await chat.says(user, "/watch " + ", ".join(f"w{number}" for number in range(1, _WATCHES)))
        await chat.wait_for(lambda message: message.own, _PATIENCE)
        walker = _Walker(telegram, user, chat, Random(_SEED))
        await walker.walks()
        return walker.watch.figures()


async def _bare() -> Figures:
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(TelegramServer())
        limited(telegram)
        [chat] = people(telegram, 1)
        stack.enter_context(peer(_peers.answer_taps, telegram.base_url, telegram.token))
        walker = _Walker(telegram, _person(chat), chat, Random(_SEED))
        await walker.walks()
        return walker.watch.figures()


async def _measure(*, peers: bool) -> dict[str, object]:
    figures: dict[str, object] = {"bench": "taps", "watches": _WATCHES, "limits": _LIMITS}
    figures["hark"] = await _hark()
    if peers:
        figures["bare_bot"] = await _bare()
    return figures


def main() -> None:
    """Print one JSON line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--no-peer", action="store_true")
    arguments = parser.parse_args()
    print(json.dumps(asyncio.run(_measure(peers=not arguments.no_peer))))


if __name__ == "__main__":
    main()
