"""What a month of X costs: Hark beside the same code without words, and beside each account's timeline.

    python -m bench.x_cost [--days 30] [--minutes 30] [--no-peer]

A truthful X on loopback (`tests/servers/x.py`) bills, limits and forgets as X does; the clock is simulated.
Hark polls it with its own code and a store on disk. `month` is 50 accounts of 20 posts a day, one in a
hundred of them wanted, and 20 watches; `large` is 500 accounts and 200 watches of 20 chats, for fewer days:

- `wanted`: posts that the matcher, having read everything, finds for a chat that follows their author.
- `billed_reads` and `dollars`: as X bills them, look-ups of accounts among the dollars. Of the reads,
  `billed_unwanted` hit no watch, `billed_again` are a second version, or the same post on another day.
- `missed`: a chat was not told of a post that it wants and X could find. `missed_for_audit` are
  those that say what is wanted only past their first 250 characters, where this X does not look (the real one
  may), or with a hyphen inside of a word: the audit of searches is for them, and does not run here.
- `delay_median_s`: from the post to its alert being owed. Requests take no time here.
- Money depends on what is read, not on how often: the interval is long so that a month takes minutes, and
  timelines are read once an hour only. X's rate sets the pace where the interval does not (`--minutes 1`).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta

from bench._x_play import Oracle, figures
from bench._x_posts import Size, world
from bench._x_ways import Terms, hark, timelines
from matching.aliases import Table
from matching.names import Names

_SEED = 20261125
_LIMITS = {"billed_per_wanted": 1.05, "missed": 0, "delay_median_of_interval": 1.0}
_DOLLAR = 1_000_000
_BUDGETS = {"month": 10 * _DOLLAR, "large": None}
_WAYS = ("hark", "packed_without_words", "timelines")
_HOUR = timedelta(hours=1)
_LARGE_DAYS = 2

Told = Mapping[str, float | None]


def _run(case: str, size: Size, way: str, interval: timedelta) -> tuple[Told, int]:
    """Return the figures of one way, and how many posts are wanted."""
    names, drawn = Names(Table.load()), world(size, _SEED)
    if way == "hark":
        outcome = asyncio.run(hark(drawn, names, Terms(interval, _BUDGETS[case])))
    elif way == "timelines":
        outcome = asyncio.run(timelines(drawn, names, max(interval, _HOUR)))
    else:
        outcome = asyncio.run(hark(drawn, names, Terms(interval, None), words=False))
    wishes = Oracle(drawn, names).wishes(outcome.made)
    return figures(outcome, wishes), len({post for _, post in wishes})


def main() -> None:
    """Print one JSON line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--days", type=float, default=30.0)
    parser.add_argument("--minutes", type=float, default=30.0, help="between two polls")
    parser.add_argument("--no-peer", action="store_true")
    asked = parser.parse_args()
    interval = timedelta(minutes=asked.minutes)
    sizes = {
        "month": Size(chats=1, accounts=50, watches=20, days=asked.days),
        "large": Size(chats=20, accounts=500, watches=200, days=min(_LARGE_DAYS, asked.days)),
    }
    ways = _WAYS[:1] if asked.no_peer else _WAYS
    told: dict[str, object] = {"bench": "x_cost", "limits": _LIMITS}
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        runs = {
            (case, way): pool.submit(_run, case, size, way, interval)
            for way in ways
            for case, size in sizes.items()
        }
        for case, size in sizes.items():
            found = {way: runs[case, way].result() for way in ways}
            sized = {"accounts": size.accounts, "watches": size.watches, "chats": size.chats}
            drawn = {"days": size.days, "posts": round(size.days * size.a_day) * size.accounts}
            wanted = {"wanted": found["hark"][1]}
            told[case] = sized | drawn | wanted | {way: figures for way, (figures, _) in found.items()}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
