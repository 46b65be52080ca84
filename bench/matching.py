"""How many news a second are asked for all watches at once, and what a watch costs.

    python -m bench.matching [--watches N] [--no-peer]

10,000 texts of about 600 characters, English and Chinese in turn, against N watches (100,000): words, names
typed solid, phrases, stretches of Chinese, two words with and without OR and NOT, one regular expression in a
thousand. Texts and watches are the same for every contestant and every run (`_texts.py`). Each contestant
works in a process of its own, one after the other, without a network. How to read the line:

- `items_per_s`: texts a second, one core, everything in: folding, cutting into words, the built-in names,
  the conditions; ids only, since reasons are found for what is told. `hits`: over all texts.
- `floor_items_per_s`: folding and cutting the texts into words by `text.py`, and nothing else.
- `memory_mb`: growth of the resident set while the watches were added; `build_s`: the time that took, reading
  the queries included. `start_s`: the same from an SQLite store, as Hark does when it starts.
- `add_us`, `remove_us`: medians of 1,000 more watches at full size, parsed already; the next text sees it.
- `peers` look for the words, phrases and stretches alone, in folded text, anywhere in it: no boundaries, no
  conditions, no scripts. `texts` says how many texts they were asked for: `re` is stopped after a while.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import multiprocessing
import re
import statistics
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from bench import _texts
from model import Entry

_TEXTS = 10_000
_CHANGES = 1000
_PATIENCE = (
    30.0  # seconds for the texts of one contestant; those who have not seen all by then are measured so far
)
_BUILD_PATIENCE = 120.0
_MIB = 1 << 20

Figures = dict[str, Any]


def _resident() -> float:
    """Return the resident set in MiB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / _MIB


def _material(watches: int) -> tuple[list[Entry], list[str]]:
    random = Random(_texts.SEED)
    entries = _texts.texts(_TEXTS, random)
    return entries, _texts.queries(watches, entries, random)


def _floor(entries: Sequence[Entry]) -> float:
    from text import fold, tokens  # noqa: PLC0415 - the peers' processes must not pay for Hark's imports

    began = perf_counter()
    for entry in entries:
        tokens(fold(entry.title).text)
        tokens(fold(entry.text).text)
    return len(entries) / (perf_counter() - began)


def _hark(watches: int) -> Figures:
    from matching.aliases import Table  # noqa: PLC0415
    from matching.index import WatchIndex  # noqa: PLC0415
    from matching.names import Names  # noqa: PLC0415
    from matching.query import parse  # noqa: PLC0415

    entries, queries = _material(watches)
    names = Names(Table.load())
    floor = _floor(entries)
    warm = WatchIndex(names)
    for entry in entries:
        warm.hits(entry)  # the memory of words is no memory of watches
    before, began = _resident(), perf_counter()
    index = WatchIndex(names)
    for number, query in enumerate(queries):
        index.add(number, parse(query))
    built, memory = perf_counter() - began, _resident() - before
    began = perf_counter()
    hits = sum(len(index.hits(entry)) for entry in entries)
    seconds = perf_counter() - began
    return {
        "items_per_s": round(len(entries) / seconds),
        "memory_mb": round(memory, 1),
        **_changes(index, entries, watches),
        "build_s": round(built, 2),
        "hits": hits,
        "floor_items_per_s": round(floor),
    }


def _changes(index: Any, entries: Sequence[Entry], watches: int) -> Figures:
    """Add and remove further watches of the same kinds, each seen or gone with the next text."""
    from matching.query import parse  # noqa: PLC0415

    random = Random(_texts.SEED + 1)
    new = [parse(query) for query in _texts.queries(_CHANGES, entries, random)]
    adding, removing = [], []
    for number, query in enumerate(new, watches):
        adding.append(_seconds(lambda: index.add(number, query)))  # noqa: B023 - called at once
        index.hits(entries[number % len(entries)])
    for number in range(watches, watches + len(new)):
        removing.append(_seconds(lambda: index.remove(number)))  # noqa: B023
        assert number not in index.hits(entries[number % len(entries)])
    return _microseconds("add", adding) | _microseconds("remove", removing)


def _seconds(work: Callable[[], None]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _microseconds(name: str, seconds: list[float]) -> Figures:
    last = statistics.quantiles(seconds, n=100)[-1]
    return {
        f"{name}_us": round(statistics.median(seconds) * 1e6, 1),
        f"{name}_us_p99": round(last * 1e6, 1),
    }


def _start(watches: int) -> Figures:
    """Fill a store with the watches, then measure how long it takes until they are an index."""
    from matching.aliases import Table  # noqa: PLC0415
    from matching.names import Names  # noqa: PLC0415
    from pipeline import Watches  # noqa: PLC0415
    from store.database import Database, insert_new  # noqa: PLC0415
    from store.schema import watch  # noqa: PLC0415

    queries = _material(watches)[1]
    now = datetime.now(UTC)
    rows = [
        {"id": n, "chat_id": n, "query": query, "created": now, "revision": n}
        for n, query in enumerate(queries, 1)
    ]

    async def fill(url: str) -> None:
        database = Database(url)
        await database.open()
        for begin in range(0, len(rows), 10_000):
            async with database.begin() as conn:
                await insert_new(conn, watch, rows[begin : begin + 10_000])
        await database.close()

    async def start(url: str) -> int:
        database = Database(url)
        await database.open()
        kept = Watches(Names(Table.load()))
        async with database.begin() as conn:
            await kept.refresh(conn)
        await database.close()
        return len(kept.index)

    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        url = f"sqlite:///{folder}/hark.db"
        runner.run(fill(url))
        rows.clear()
        began = perf_counter()
        found = runner.run(start(url))
        seconds = perf_counter() - began
    assert found == watches
    return {"start_s": round(seconds, 2)}


Search = Callable[[str], int]
"""Returns how many of the plain texts stand in a text, counted as the engine counts."""


def _re(literals: Sequence[str]) -> Search:
    pattern = re.compile("|".join(map(re.escape, literals)))
    return lambda text: len(pattern.findall(text))


def _pyahocorasick(literals: Sequence[str]) -> Search:
    automaton = import_module("ahocorasick").Automaton()
    for number, literal in enumerate(literals):
        automaton.add_word(literal, number)
    automaton.make_automaton()
    return lambda text: sum(1 for _ in automaton.iter(text))


def _ahocorasick_rs(literals: Sequence[str]) -> Search:
    automaton = import_module("ahocorasick_rs").AhoCorasick(list(literals))
    return lambda text: len(automaton.find_matches_as_indexes(text, overlapping=True))


_PEERS: dict[str, Callable[[Sequence[str]], Search]] = {
    "re": _re,
    "pyahocorasick": _pyahocorasick,
    "ahocorasick_rs": _ahocorasick_rs,
}


def _peer(name: str, watches: int) -> Figures:
    from text import fold_key  # noqa: PLC0415

    entries, queries = _material(watches)
    literals = _texts.literals(queries)
    fold_key("赵")  # the tables of folding are no memory of the peer
    before, began = _resident(), perf_counter()
    search = _PEERS[name](literals)
    built, memory = perf_counter() - began, _resident() - before
    began = perf_counter()
    asked = 0
    for entry in entries:
        search(fold_key(f"{entry.title}\n{entry.text}"))
        asked += 1
        if perf_counter() - began > _PATIENCE:
            break
    return {
        "items_per_s": round(asked / (perf_counter() - began), 1),
        "memory_mb": round(memory, 1),
        "build_s": round(built, 2),
        "literals": len(literals),
        "texts": asked,
    }


def _child(work: Callable[..., Figures], arguments: tuple[object, ...], answer: Connection) -> None:
    answer.send(work(*arguments))


def _in_own_process(
    patience: float | None, work: Callable[..., Figures], *arguments: object
) -> Figures | None:
    """Return the figures; None when the peer is not installed or was stopped."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_child, args=(work, arguments, theirs))
    process.start()
    theirs.close()
    try:
        return ours.recv() if ours.poll(patience) else None
    except EOFError:
        return None
    finally:
        process.kill()
        process.join()


def main() -> None:
    """Print one JSON line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--watches", type=int, default=100_000)
    parser.add_argument("--no-peer", action="store_true")
    arguments = parser.parse_args()
    figures: Figures = {"bench": "matching", "watches": arguments.watches, "items": _TEXTS}
    for work in (_hark, _start):
        measured = _in_own_process(None, work, arguments.watches)
        if measured is None:
            raise SystemExit(f"{work.__name__} ended without figures")
        figures |= measured
    patience = _BUILD_PATIENCE + _PATIENCE
    peers = [] if arguments.no_peer else list(_PEERS)
    figures["peers"] = {name: _in_own_process(patience, _peer, name, arguments.watches) for name in peers}
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
