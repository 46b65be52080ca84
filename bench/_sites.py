"""A site of many feeds in a process of its own, so that its work is not counted as Hark's."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

from aiohttp import web

_ENTRY = """<item><title>{title}</title><link>http://news{feed}.example.org/{number}</link>
<guid isPermaLink="false">news-{feed}-{number}</guid>
<pubDate>Wed, 25 Nov 2026 {hour:02}:{minute:02}:00 GMT</pubDate>
<description>{text}</description></item>
"""
_WORDS = (
    *("market", "bank", "chain", "model", "agency", "court", "paper", "city"),
    *("river", "signal", "north", "winter", "engine", "public", "record"),
)


@dataclass(slots=True)
class _Site:
    entries: int
    words: int  # of each entry's text
    round: int = 0
    conditional: bool = True
    bodies: dict[int, tuple[bytes, str]] = field(default_factory=dict)
    answered: Counter[int] = field(default_factory=Counter)  # by status, since the last turn

    def body(self, feed: int) -> tuple[bytes, str]:
        if feed not in self.bodies:
            first = self.round + self.entries
            items = "".join(_entry(feed, number, self.words) for number in range(first, self.round, -1))
            text = f"<rss version='2.0'><channel><title>News {feed}</title>{items}</channel></rss>"
            self.bodies[feed] = (text.encode(), f'"{feed}-{self.round}"')
        return self.bodies[feed]

    async def answer(self, request: web.Request) -> web.Response:
        body, etag = self.body(int(request.match_info["feed"]))
        if self.conditional and request.headers.get("If-None-Match") == etag:
            self.answered[304] += 1
            return web.Response(status=304, headers={"ETag": etag})
        self.answered[200] += 1
        headers = {"ETag": etag} if self.conditional else {}
        return web.Response(body=body, content_type="application/rss+xml", headers=headers)


def _entry(feed: int, number: int, length: int) -> str:
    words = [_WORDS[(feed * 7 + number * 3 + step * step) % len(_WORDS)] for step in range(length)]
    title = f"{' '.join(words[:8])} {feed} {number} halving"
    return _ENTRY.format(
        feed=feed, number=number, title=title, text=" ".join(words), hour=number % 24, minute=feed % 60
    )


def _serve(entries: int, words: int, control: Connection) -> None:
    async def main() -> None:
        site = _Site(entries, words)
        app = web.Application()
        app.router.add_get("/{feed}.xml", site.answer)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
        control.send(runner.addresses[0][1])
        loop = asyncio.get_running_loop()
        while (order := await loop.run_in_executor(None, control.recv)) is not None:
            control.send(dict(site.answered))
            site.round, site.conditional = order
            site.bodies.clear()
            site.answered.clear()
        await runner.cleanup()

    asyncio.run(main())


@dataclass(frozen=True, slots=True)
class Sites:
    """What a bench may ask of the site; feeds are at `url(number)`."""

    port: int
    control: Connection

    def url(self, feed: int) -> str:
        """Return the address of a feed."""
        return f"http://127.0.0.1:{self.port}/{feed}.xml"

    def turn(self, round_: int, *, conditional: bool) -> dict[int, int]:
        """Let every feed hold the entries of that round: each round adds one new entry to each feed.

        Returns how many requests got which status since the last turn.
        """
        self.control.send((round_, conditional))
        answered: dict[int, int] = self.control.recv()
        return answered


@contextmanager
def sites(entries: int = 20, words: int = 100) -> Iterator[Sites]:
    """Serve feeds of `entries` entries with texts of so many words on loopback until the end of the block."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(entries, words, theirs), daemon=True)
    process.start()
    yield Sites(ours.recv(), ours)
    ours.send(None)
    process.join(5)
