"""What hostile servers and documents cost everybody else: how long an honest feed waits, how far Hark grows.

    python -m bench.attacks [--seconds 20]

Rude servers in a process of their own drip, flood, send bombs, hide behind headers, stay silent; others serve
documents that are made to keep a parser busy. All are read again and again while an honest feed is read every
50 ms. How to read the line:

- `most_delayed_s`: the longest that one reading of the honest feed took, parsing included. Hark's own limit
  is 1 s.
- `grown_mb`: how far Hark's process grew over what it held before the first attack; at most 64. Parsing
  happens in other processes, whose memory is limited by the system.
- `attacks`: how many attacks were over in that time, `honest`: how often the feed was read meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import multiprocessing
import resource
import zlib
from contextlib import AsyncExitStack
from datetime import timedelta
from ipaddress import ip_network
from multiprocessing.connection import Connection
from time import perf_counter
from typing import Any

import structlog

from feeds.fetch import Fetched, Fetcher, FetchLimits
from feeds.parsing import ParseLimits, Parsers
from feeds.source import FeedReader
from model import Failure, Outcome, Source, SourceKind
from tests.servers.feeds import FeedServer
from tests.servers.rude import RudeServer, Script, drips, floods, is_silent, says

_LIMITS = {"most_delayed_s": 1.0, "grown_mb": 64}
_OK = b"HTTP/1.1 200 OK\r\n"
_MEBI = 2**20


def _body(body: bytes, *headers: str) -> Script:
    lines = "".join(f"{header}\r\n" for header in (*headers, f"Content-Length: {len(body)}"))
    return says(_OK + lines.encode() + b"\r\n" + body)


def _item(inside: str) -> Script:
    text = f"<rss version='2.0'><channel><title>c</title><item>{inside}</item></channel></rss>"
    return _body(gzip.compress(text.encode()), "Content-Encoding: gzip")


def _scripts() -> list[Script]:
    nothing = zlib.compressobj(wbits=31)
    opened = nothing.compress(b"") + nothing.flush(zlib.Z_SYNC_FLUSH)
    attributes = "".join(f" a{number}=''" for number in range(100_000))
    json_feed = '{"version":"https://jsonfeed.org/version/1","items":[' + "{}," * 1_000_000 + "{}]}"
    return [
        _body(gzip.compress(bytes(512 * _MEBI)), "Content-Encoding: gzip"),
        floods(_OK + b"Content-Encoding: gzip\r\n\r\n" + opened, b"\x00\x00\x00\xff\xff" * 8000),
        floods(_OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 8000),
        floods(_OK + b"\r\n", b"x" * 65536),
        drips(_OK + b"Content-Length: 1000\r\n\r\n", b"x", 0.2),
        drips(b"", b"HTTP/1.1 102 Processing\r\n\r\n" * 1000, 0.01),
        is_silent(),
        says(_OK + b"".join(b"X-%d: 1\r\n" % number for number in range(100_000)) + b"\r\n"),
        says(_OK + b"X: " + b"x" * 8 * _MEBI + b"\r\n\r\n"),
        _item(f"<title{attributes}>x</title>"),
        _item("<title>" + "&" * 4_000_000 + "</title>"),
        _item("<title>" + "<" * 4_000_000),
        _item("<a>" * 1_000_000),
        _item("".join(f"<category>{number}</category>" for number in range(100_000))),
        _body(gzip.compress(json_feed.encode()), "Content-Encoding: gzip"),
    ]


def _serve(control: Connection) -> None:
    async def main() -> None:
        async with AsyncExitStack() as stack:
            feed = (await stack.enter_async_context(FeedServer())).feed("/honest.xml")
            for number in range(20):
                feed.publish(title=f"Story {number}")
            rude = [await stack.enter_async_context(RudeServer(script)) for script in _scripts()]
            control.send([feed.url, *(server.url for server in rude)])
            await asyncio.get_running_loop().run_in_executor(None, control.recv)

    asyncio.run(main())


def _source(url: str) -> Source:
    return Source(1, SourceKind.FEED, url, "", shared=True)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def _measure(urls: list[str], seconds: float) -> dict[str, Any]:
    limits = FetchLimits(timeout=timedelta(seconds=5), silence=timedelta(seconds=3), concurrency=256)
    parsers = Parsers(ParseLimits(deadline=timedelta(seconds=5)))
    async with Fetcher(limits, [ip_network("127.0.0.0/8")], user_agent="Hark/bench") as fetcher:
        reader = FeedReader(fetcher, parsers)
        honest, *rude = urls
        await reader.read(_source(honest))
        before, end = _peak_mb(), perf_counter() + seconds
        outcomes: list[Outcome] = []

        async def attack(url: str) -> None:
            while perf_counter() < end:
                outcomes.append(await reader.read(_source(url)))

        attacks = [asyncio.create_task(attack(url)) for url in rude]
        waited: list[float] = []
        fetched: list[float] = []
        while perf_counter() < end:
            began = perf_counter()
            answer = await fetcher.fetch(honest)
            fetched.append(perf_counter() - began)
            assert isinstance(answer, Fetched)
            assert not isinstance(await reader.digest(answer, _source(honest)), Failure)
            waited.append(perf_counter() - began)
            await asyncio.sleep(0.05)
        await asyncio.gather(*attacks)
    parsers.close()
    return {
        "most_delayed_s": round(max(waited), 3),
        "most_delayed_fetch_s": round(max(fetched), 3),
        "median_s": round(sorted(waited)[len(waited) // 2], 3),
        "grown_mb": round(_peak_mb() - before, 1),
        "attacks": len(outcomes),
        "honest": len(waited),
    }


def main() -> None:
    """Print one JSON line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--no-peer", action="store_true", help="there is none")
    arguments = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(20))
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,), daemon=True)
    server.start()
    figures = asyncio.run(_measure(ours.recv(), arguments.seconds))
    ours.send(None)
    server.join(5)
    print(json.dumps({"bench": "attacks", "limits": _LIMITS, "hark": figures}))


if __name__ == "__main__":
    main()
