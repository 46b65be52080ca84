"""What one full poll of 1,000 feeds costs: CPU seconds of the whole process, storing and matching included.

    python -m bench.polling_cost [--feeds 1000] [--words 100] [--no-peer]

A site in a process of its own serves 1,000 loopback feeds of 20 entries. How to read the line:

- `all_304_s`: every feed answers 304. `all_200_same_s`: the site gives no validators and the same bytes as
  before. `one_new_each_s`: one new entry in each feed, which a watch hits; its delivery is written but
  not sent. Each is the least of three polls: a busy machine adds, nothing subtracts.
- Where parsing happens in other processes their CPU is counted too (on Linux, which tells it).
- `--words 800` makes documents of 113 KiB, as feeds have them that hold whole articles.
- `peak_mb`: the most memory that the process held, from its start on; what parses holds 30 MB beside it.
- `alerts_written`: must be 3 for each feed, or the third figure is not what it says.
- `reader`, the library, polls the same feeds into its own SQLite store with 10 workers; it matches nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import multiprocessing
import os
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
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime + ended.ru_utime + ended.ru_stime + _cpu_of_children()


def _cpu_of_children() -> float:
    """Return the CPU seconds of the processes that this one has started and that live."""
    ticks = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            told = (folder / "stat").read_text().rpartition(")")[2].split()
            ticks += int(told[11]) + int(told[12]) if int(told[1]) == os.getpid() else 0
    return ticks / os.sysconf("SC_CLK_TCK")


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 if sys.platform != "darwin" else 1024**2), 1)


def _measure(site: Sites, feeds: int, poll: Callable[[], None]) -> dict[str, float]:
    """Return the least CPU of some rounds of each kind; the machine may be busy, the least is the truest."""

    def cost(round_: int, status: int, *, conditional: bool = True) -> float:
        site.turn(round_, conditional=conditional)
        before = _cpu()
        poll()
        spent = _cpu() - before
        answered = site.turn(round_, conditional=conditional)
        assert answered == {status: feeds}, f"not a full poll with answers {status}: {answered}"
        return spent

    cost(0, 200)  # the first read of everything is not what a poll costs
    unmodified = min(cost(0, 304) for _ in range(_ROUNDS))
    cost(0, 200, conditional=False)
    same = min(cost(0, 200, conditional=False) for _ in range(_ROUNDS))
    new = min(cost(number, 200) for number in range(1, 1 + _ROUNDS))
    return {
        "all_304_s": round(unmodified, 3),
        "all_200_same_s": round(same, 3),
        "one_new_each_s": round(new, 3),
        "peak_mb": _peak_mb(),
    }


def _hark(site: Sites, feeds: int) -> dict[str, float]:
    from sqlalchemy import text  # noqa: PLC0415 - the peer's process must not pay for Hark's imports

    from commands import build  # noqa: PLC0415
    from config import PollingSettings, Settings  # noqa: PLC0415
    from engine import Embedded  # noqa: PLC0415
    from matching.aliases import Table  # noqa: PLC0415
    from matching.names import Names  # noqa: PLC0415
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
        desk = Desk(database, Embedded(), Ingest(rules, Random(1), Names(Table.load())), build.now)
        return database, context, FeedPoller(desk, reading.feeds)

    async def poll(database: Database, poller: FeedPoller) -> None:
        async with database.begin() as conn:
            await conn.execute(text("UPDATE source SET due = 0"))
        while await poller.step():
            pass

    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        database, context, poller = runner.run(prepare(folder))
        figures = _measure(site, feeds, lambda: runner.run(poll(database, poller)))
        runner.run(context.__aexit__(None, None, None))
        owed = runner.run(_count(database))
        runner.run(database.close())
    return figures | {"alerts_written": owed}


async def _count(database: Any) -> int:
    from sqlalchemy import text  # noqa: PLC0415

    async with database.read() as conn:
        return int((await conn.execute(text("SELECT count(*) FROM delivery"))).scalar_one())


def _reader(site: Sites, feeds: int) -> dict[str, float]:
    import importlib  # noqa: PLC0415
    import warnings  # noqa: PLC0415

    # reader's own copy of feedparser asks for a module that today's feedparser brings under a newer name
    sys.modules["sgmllib"] = importlib.import_module("feedparser_sgmllib")
    from reader import make_reader  # noqa: PLC0415

    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        peer = make_reader(str(Path(folder) / "reader.sqlite"))
        for number in range(feeds):
            peer.add_feed(site.url(number))
        return _measure(site, feeds, lambda: peer.update_feeds(scheduled=False, workers=10))


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
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--words", type=int, default=100)
    parser.add_argument("--no-peer", action="store_true")
    arguments = parser.parse_args()
    with sites(words=arguments.words) as site:
        figures = {
            "bench": "polling_cost",
            "feeds": arguments.feeds,
            "words": arguments.words,
            "limits": _LIMITS,
        }
        figures["hark"] = _in_own_process("hark", site, arguments.feeds)
        try:
            peer = None if arguments.no_peer else _in_own_process("reader", site, arguments.feeds)
        except (EOFError, ImportError):
            peer = None
        print(json.dumps(figures | {"reader": peer}))


if __name__ == "__main__":
    main()
