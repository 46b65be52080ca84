"""What one full poll of 1,000 loopback feeds costs: CPU seconds of the whole process, storing and matching
included, sending not; beside `reader` doing the same feeds.

    python -m bench.polling_cost [--feeds 1000]

Limits: all 304 0.5 s, all 200 unchanged 1.3 s, one new entry in each 4 s, peak memory 120 MB.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import resource
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path
from random import Random
from typing import Any

from bench._sites import Sites, sites

_ROUNDS = 3
_WATCHES = 200
_LIMITS = {"all_304_s": 0.5, "all_200_same_s": 1.3, "one_new_each_s": 4.0, "peak_mb": 120}


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 if sys.platform != "darwin" else 1024**2), 1)


def _measure(site: Sites, poll: Callable[[], None]) -> dict[str, float]:
    """Return the least CPU of some rounds of each kind; the machine may be busy, the least is the truest."""

    def cost(round_: int, *, conditional: bool) -> float:
        site.turn(round_, conditional=conditional)
        before = _cpu()
        poll()
        return _cpu() - before

    cost(0, conditional=True)  # the first read of everything is not what a poll costs
    cost(0, conditional=True)
    unmodified = min(cost(0, conditional=True) for _ in range(_ROUNDS))
    cost(0, conditional=False)
    same = min(cost(0, conditional=False) for _ in range(_ROUNDS))
    new = min(cost(number, conditional=True) for number in range(1, 1 + _ROUNDS))
    return {
        "all_304_s": round(unmodified, 3),
        "all_200_same_s": round(same, 3),
        "one_new_each_s": round(new, 3),
        "peak_mb": _peak_mb(),
    }


def _hark(site: Sites, feeds: int) -> dict[str, float]:
    from sqlalchemy import text  # noqa: PLC0415 - the peer's process must not pay for Hark's imports

    from config import PollingSettings, Settings  # noqa: PLC0415
    from engine import Embedded  # noqa: PLC0415
    from commands import build  # noqa: PLC0415
    from model import Chat, ChatKind, SourceKind  # noqa: PLC0415
    from pipeline import Ingest, Rules  # noqa: PLC0415
    from polling import Desk, FeedPoller  # noqa: PLC0415
    from store import chats, sources, watches  # noqa: PLC0415
    from store.database import Database  # noqa: PLC0415

    day = timedelta(days=1)
    settings = Settings(
        polling=PollingSettings(
            interval=day, max_interval=day, allow_networks=(ip_network("127.0.0.0/8"),), per_host=64
        )
    )

    async def prepare(folder: str) -> tuple[Database, Any, FeedPoller]:
        database = Database(f"sqlite:///{folder}/hark.db")
        await database.open()
        now = datetime.now(UTC)
        async with database.begin() as conn:
            wanted = [sources.Wanted(SourceKind.FEED, site.url(n), f"News {n}") for n in range(feeds)]
            await sources.configure(conn, wanted, now)
            await chats.save(conn, Chat(7, ChatKind.PRIVATE))
            await watches.add(conn, 7, "halving", now)
            for number in range(_WATCHES):
                await watches.add(conn, 7, f"word{number} OR name{number}", now)
        context = build.readers(settings, build.now)
        reading = await context.__aenter__()
        rules = Rules(build.paces(settings), timedelta(0))
        desk = Desk(database, Embedded(), Ingest(rules, Random(1)), build.now)
        return database, context, FeedPoller(desk, reading.feeds)

    async def poll(database: Database, poller: FeedPoller) -> None:
        async with database.begin() as conn:
            await conn.execute(text("UPDATE source SET due = 0"))
        while await poller.step():
            pass

    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        database, context, poller = runner.run(prepare(folder))
        figures = _measure(site, lambda: runner.run(poll(database, poller)))
        runner.run(context.__aexit__(None, None, None))
        owed = runner.run(_count(database))
        runner.run(database.close())
    return figures | {"alerts_written": owed}


async def _count(database: Any) -> int:
    from sqlalchemy import text  # noqa: PLC0415

    async with database.read() as conn:
        return int((await conn.execute(text("SELECT count(*) FROM delivery"))).scalar_one())


def _reader(site: Sites, feeds: int) -> dict[str, float]:
    import warnings  # noqa: PLC0415

    from reader import make_reader  # noqa: PLC0415

    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        peer = make_reader(str(Path(folder) / "reader.sqlite"))
        for number in range(feeds):
            peer.add_feed(site.url(number))
        return _measure(site, lambda: peer.update_feeds(workers=10))


def _child(name: str, site: Sites, feeds: int, answer: Any) -> None:
    answer.send({"hark": _hark, "reader": _reader}[name](site, feeds))


def _in_own_process(name: str, site: Sites, feeds: int) -> dict[str, float]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_child, args=(name, site, feeds, theirs))
    process.start()
    theirs.close()
    try:
        figures: dict[str, float] = ours.recv()
    finally:
        process.join()
    return figures


def main() -> None:
    """Print one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--no-peer", action="store_true")
    arguments = parser.parse_args()
    with sites() as site:
        figures = {"bench": "polling_cost", "feeds": arguments.feeds, "limits": _LIMITS}
        figures["hark"] = _in_own_process("hark", site, arguments.feeds)
        try:
            peer = None if arguments.no_peer else _in_own_process("reader", site, arguments.feeds)
        except (EOFError, ImportError):
            peer = None
        print(json.dumps(figures | {"reader": peer}))


if __name__ == "__main__":
    main()
