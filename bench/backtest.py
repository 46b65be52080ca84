"""How long it takes to try one new query on all that is kept.

    python -m bench.backtest [--no-peer]

10,000 texts of about 600 characters, English and Chinese in turn, of 20 sources over a week (`_texts.py`),
and queries as people try them, one after the other on one core. How to read the line:

- `median_s`, `worst_s`: of the queries, all in: folding, searching, judging the hits, samples, and the three
  tightenings that would remove most; nothing is remembered from one query to the next but words and names.
- `read_s`: reading the items from an SQLite file as /test does, the median of five; `first_s`: what the first
  query of a process costs beyond the median, since the table of characters is made.
- `peer`: the same hits, found by judging every item by itself, and nothing else; that both found the same is
  checked. `by_query`: hits, seconds and the peer's seconds of each.

No network. Seconds are CPU time of this process, the least of three runs.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import process_time

from bench import _texts
from matching.aliases import Table
from matching.backtest import Period, backtest
from matching.context import Context
from matching.index import match_one
from matching.names import Names
from matching.query import parse
from model import Item, SourceKind
from store import items, sources
from store.database import Database
from store.sources import Wanted

_TEXTS = 10_000
_SOURCES = 20
_RUNS = 3
_READS = 5
_LIMITS = {"median_s": 0.3}
_QUERIES = (
    *("bitcoin", "赵长鹏", "SamAltman", "CZ", "人工智能", "Ethereum", "Apple", "AI"),
    *("interest rates", '"interest rates"', "trump -tariffs", "Nvidia OR 英伟达", "ai 监管"),
    *("/bit\\w*coin/i", "block*", "title:AI", "$BTC", "@elonmusk", "=Apple", "open near/3 source"),
)
_NOW = datetime(2026, 5, 8, 12, tzinfo=UTC)
_WEEK = Period(_NOW - timedelta(days=7), _NOW)


def _kept() -> list[Item]:
    entries = _texts.texts(_TEXTS, Random(_texts.SEED))
    step = timedelta(days=7) / (_TEXTS + 1)
    return [
        Item(number, number % _SOURCES + 1, f"Source {number % _SOURCES + 1}", entry, _NOW - step * number)
        for number, entry in enumerate(entries, 1)
    ]


def _try(query: str, kept: Sequence[Item], names: Names) -> tuple[float, list[int]]:
    began = process_time()
    tried = backtest(parse(query), kept, _WEEK, names)
    return process_time() - began, sorted(item.id for item in tried.hits)


def _judge_each(query: str, kept: Sequence[Item], names: Names) -> tuple[float, list[int]]:
    began = process_time()
    asked = parse(query)
    hits = [
        item.id
        for item in kept
        if match_one(asked, item.entry, Context(item.source_name, item.found), names) is not None
    ]
    return process_time() - began, hits


def _by_query(kept: Sequence[Item], names: Names, peer: bool) -> dict[str, dict[str, float | None]]:
    found: dict[str, dict[str, float | None]] = {}
    for query in _QUERIES:
        runs = [_try(query, kept, names) for _ in range(_RUNS)]
        figures: dict[str, float | None] = {
            "hits": len(runs[0][1]),
            "s": round(min(seconds for seconds, _ in runs), 3),
            "peer_s": None,
        }
        if peer:
            seconds, hits = _judge_each(query, kept, names)
            assert hits == runs[0][1], query
            figures["peer_s"] = round(seconds, 2)
        found[query] = figures
    return found


async def _read(kept: Sequence[Item]) -> float:
    """Return how long it takes until the items are there from an SQLite file."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'hark.db'}")
        await database.open()
        async with database.begin() as conn:
            for number in range(1, _SOURCES + 1):
                wanted = Wanted(SourceKind.FEED, f"https://{number}.example/", f"Source {number}")
                await sources.ensure(conn, wanted, _NOW, shared=True)
            await items.add(conn, [items.NewItem(item, ()) for item in kept])
        seconds = []
        for _ in range(_READS):
            began = process_time()
            async with database.read() as conn:
                rows = await items.of_sources(conn, [], _WEEK.since, _TEXTS)
            assert len(rows.items()) == _TEXTS
            seconds.append(process_time() - began)
        await database.close()
    return statistics.median(seconds)


def main() -> None:
    """Print the line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--no-peer", action="store_true", help="without judging every item by itself")
    peer = not parser.parse_args().no_peer
    kept, names = _kept(), Names(Table.load())
    first, _ = _try(_QUERIES[0], kept, names)
    found = _by_query(kept, names, peer)
    seconds = [figures["s"] or 0.0 for figures in found.values()]
    by_peer = [figures["peer_s"] or 0.0 for figures in found.values()]
    line = {
        "bench": "backtest",
        "items": len(kept),
        "queries": len(found),
        "median_s": round(statistics.median(seconds), 3),
        "worst_s": round(max(seconds), 3),
        "read_s": round(asyncio.run(_read(kept)), 3),
        "first_s": round(first - seconds[0], 3),
        "peer": {"median_s": round(statistics.median(by_peer), 2), "worst_s": max(by_peer)} if peer else None,
        "by_query": found,
        "limits": _LIMITS,
    }
    print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
