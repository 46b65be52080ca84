"""500 alerts to 50 private chats against a Telegram with flood control: what arrives, how often, how fast.

    python -m bench.delivery [--no-peer]

The real `python bot.py` with its SQLite store finds 10 new entries in a feed that 50 chats watch. The
loopback Telegram takes 1 message a second to a chat and 30 in all; it holds what comes a little early for up
to 8 seconds and answers 429 to what comes too early. How to read the line:

- `seconds`: from the first request to the last message accepted. `possible`: what the limits allow.
- `lost`, `twice`: alerts that a chat never got, or got more than once. `answers_429`: how often Telegram had
  to say that it is too much. `held`: requests that it delayed instead.
- `hark_killed`: the same with kill -9 in the middle and a restart at once, whose time is in `seconds`. Only
  what was in flight at that instant, 3 at most, may come twice.
- The peers do the same with python-telegram-bot alone, all 500 at once, entry by entry: `naive` ignores what
  is refused, `rate_limiter` has the library's AIORateLimiter with 5 retries. They store nothing, so there is
  no need to measure a kill: they lose the rest, or begin again and send the first half twice.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec

from bench import _peers
from bench._world import hark, limited, peer, people
from tests.endtoend.hark import Hark
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_chats import Chat

_CHATS = 50
_TITLES = [f"The halving, part {number}" for number in range(10)]
_ALERTS = _CHATS * len(_TITLES)
_PATIENCE = 60.0  # seconds after which what has not come is lost
_AFTERWARDS = 2.0  # seconds in which something could still come twice
_LIMITS = {
    "seconds": 20,
    "possible": round(_ALERTS / 30, 1),
    "lost": 0,
    "twice": 0,
    "answers_429": 0,
    "twice_killed": 3,
}

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Delivered:
    """What the chats have got so far."""

    telegram: TelegramServer
    chats: Sequence[Chat]

    def times(self) -> Counter[tuple[int, str]]:
        """Count how often each chat got each title."""
        return Counter((c.id, m.text.splitlines()[0]) for c in self.chats for m in c.messages)

    def complete(self) -> bool:
        """Whether every chat has every title."""
        messages = sum(len(chat.messages) for chat in self.chats)
        return messages >= _ALERTS and len(self.times()) >= _ALERTS

    def figures(self) -> Figures:
        """Return what the bench is about."""
        times = self.times()
        asked = self.telegram.calls("sendMessage")
        return {
            "seconds": round(self.telegram.messages[-1].at - asked[0].at, 2),
            "lost": _ALERTS - len(times),
            "twice": sum(count - 1 for count in times.values()),
            "answers_429": self.telegram.floods,
            "held": len(self.telegram.trouble.held),
        }


async def _hark(killed_after: int | None = None) -> Figures:
    async with TelegramServer() as telegram, FeedServer() as site:
        limited(telegram)
        feed = site.feed("/news.xml")
        delivered = _Delivered(telegram, people(telegram, _CHATS))
        async with hark(telegram, [feed.url], {chat.id: "halving" for chat in delivered.chats}) as process:
            await process.start()
            await process.ready()
            await feed.asked(2)  # what it holds now, nothing, is what is known
            for title in _TITLES:
                feed.publish(title)
            if killed_after is not None:
                await _kill(process, delivered, killed_after)
            await _patiently(delivered)
            await process.lives(_AFTERWARDS)
        return delivered.figures()


async def _kill(process: Hark, delivered: _Delivered, after: int) -> None:
    chats = delivered.chats
    await delivered.telegram.until(lambda: sum(len(c.messages) for c in chats) >= after, _PATIENCE)
    await process.kill()
    await process.start()


async def _patiently(delivered: _Delivered) -> None:
    try:
        await delivered.telegram.until(delivered.complete, _PATIENCE)
    except TimeoutError:
        return  # the figures say what is missing


async def _peer(*, rate_limiter: bool) -> Figures:
    async with TelegramServer() as telegram:
        limited(telegram)
        delivered = _Delivered(telegram, people(telegram, _CHATS))
        jobs = [(chat.id, title) for title in _TITLES for chat in delivered.chats]
        with peer(_peers.send_all, telegram.base_url, telegram.token, jobs, rate_limiter) as process:
            await asyncio.to_thread(process.join, _PATIENCE)
        return delivered.figures()


async def _measure(*, peers: bool) -> dict[str, object]:
    figures: dict[str, object] = {"bench": "delivery", "alerts": _ALERTS, "chats": _CHATS, "limits": _LIMITS}
    figures["hark"] = await _hark()
    figures["hark_killed"] = await _hark(killed_after=_ALERTS // 2)
    if peers:
        figures["naive"] = await _peer(rate_limiter=False)
    if peers and find_spec("aiolimiter"):
        figures["rate_limiter"] = await _peer(rate_limiter=True)
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
