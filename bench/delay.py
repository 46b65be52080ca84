"""How long after an entry appears in a feed its message arrives in Telegram, at the fastest setting.

    python -m bench.delay [--no-peer]

30 loopback feeds, each watched by a chat of its own; 90 entries appear at random (seeded) moments in 40 s.
The real `python bot.py` polls every feed each second (`interval: 1s`); the loopback Telegram has its limits.
How to read the line:

- `median_s`, `p90_s`, `max_s`: from when a feed lists an entry to when Telegram has accepted its message.
  `missed`: entries that never arrived.
- `waiting`: the wait for the next poll alone; nobody who asks once a second does better on average.
- `naive_loop`, at the same feeds and moments afterwards: fetch all with aiohttp and feedparser, send with
  python-telegram-bot, sleep for a second, again.
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
from tests.servers.feeds import Feed, FeedServer
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_chats import Chat

_FEEDS = 30
_ENTRIES = 90
_SECONDS = 40.0
_SEED = 20261125
_AFTERWARDS = 10.0  # seconds after the last entry; what has not come by then is missed
_INTERVAL = 1.0
_LIMITS = {"median_s": 1.5, "p90_s": 2.5, "missed": 0}

Figures = dict[str, float]


def _word(feed: int) -> str:
    """Return what a feed's titles say and no other's: each chat gets the entries of one feed."""
    return f"town{feed}"


@dataclass(slots=True)
class _Stage:
    """Feeds, the chat that each is for, and when each entry appeared."""

    telegram: TelegramServer
    feeds: Sequence[Feed]
    chats: Sequence[Chat]
    appeared: dict[str, float] = field(default_factory=dict)  # by title, in seconds of the servers' clock

    async def play(self) -> None:
        """Let the entries appear, then wait until all have arrived or patience ends."""
        random = Random(_SEED)
        moments = sorted((random.uniform(0, _SECONDS), random.randrange(_FEEDS)) for _ in range(_ENTRIES))
        began = monotonic()
        for number, (moment, feed) in enumerate(moments):
            await asyncio.sleep(max(0, began + moment - monotonic()))
            title = f"News of {_word(feed)}, part {number}"
            self.appeared[title] = monotonic()
            self.feeds[feed].publish(title)
        try:
            await self.telegram.until(lambda: len(self._arrived()) == _ENTRIES, _AFTERWARDS)
        except TimeoutError:
            return  # the figures say what is missing

    def _arrived(self) -> dict[str, float]:
        messages = [message for chat in self.chats for message in reversed(chat.messages)]
        return {message.text.splitlines()[0]: message.at for message in messages}

    def figures(self) -> Figures:
        """Return what the bench is about."""
        arrived = self._arrived()
        delays = sorted(at - self.appeared[title] for title, at in arrived.items())
        return _summary(delays) | {"count": len(delays), "missed": _ENTRIES - len(delays)}


def _summary(delays: Sequence[float]) -> Figures:
    deciles = statistics.quantiles(delays, n=10, method="inclusive")
    named = {"median_s": deciles[4], "p90_s": deciles[8], "max_s": delays[-1]}
    return {name: round(value, 2) for name, value in named.items()}


async def _stage(stack: AsyncExitStack) -> _Stage:
    telegram = await stack.enter_async_context(TelegramServer())
    site = await stack.enter_async_context(FeedServer())
    limited(telegram)
    feeds = [site.feed(f"/{number}.xml") for number in range(_FEEDS)]
    return _Stage(telegram, feeds, people(telegram, _FEEDS))


async def _all_read(stage: _Stage) -> None:
    """Wait until what the feeds hold at first, nothing, is known."""
    await asyncio.gather(*(feed.asked(2) for feed in stage.feeds))


async def _hark() -> Figures:
    async with AsyncExitStack() as stack:
        stage = await _stage(stack)
        wanted = {chat.id: _word(number) for number, chat in enumerate(stage.chats)}
        urls = [feed.url for feed in stage.feeds]
        process = await stack.enter_async_context(hark(stage.telegram, urls, wanted))
        await process.start()
        await process.ready()
        await _all_read(stage)
        await stage.play()
        return stage.figures()


async def _peer() -> Figures:
    async with AsyncExitStack() as stack:
        stage = await _stage(stack)
        work = [(feed.url, chat.id) for feed, chat in zip(stage.feeds, stage.chats, strict=True)]
        telegram = stage.telegram
        stack.enter_context(peer(_peers.poll_in_a_loop, telegram.base_url, telegram.token, work, _INTERVAL))
        await _all_read(stage)
        await stage.play()
        return stage.figures()


async def _measure(*, peers: bool) -> dict[str, object]:
    waiting = {"median_s": _INTERVAL / 2, "p90_s": _INTERVAL * 0.9, "max_s": _INTERVAL}
    figures: dict[str, object] = {"bench": "delay", "feeds": _FEEDS, "limits": _LIMITS, "waiting": waiting}
    figures["hark"] = await _hark()
    if peers:
        figures["naive_loop"] = await _peer()
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
