"""How soon news is found with the same number of requests: Hark's plan beside other rules, in simulated time.

    python -m bench.polling_plan [--trace FILE.jsonl] [--budget N]

Feeds publish at known moments and are polled by each rule; a delay is the time from an item to the poll that
shows it. Rates and hours are learned online, from what polls showed. `--budget` is requests a feed and day. A
line of a trace is `{"feed": id, "weight": w, "published": [unix seconds, ...]}`; without one the feeds are
made from a seed: `news` (newsrooms), `heavy` (the web: most feeds say next to nothing), `rare` (an item in
one to ten days), `bursty`, and `real`, the dates in the documents of `../shared/feeds` where it lies.

- For each world the figures of `plan`, `miniflux` (its entry-frequency rule, its factor tuned to the budget),
  and `optimum` (the true rate of each hour known, no wait too long for it) are parts of those of `fixed`, one
  interval for all, which stand in minutes. `mean` and `p95` are over items, `alerts` is the mean weighted by
  feed, in a run in which the rule knows the weights. `rare` is the mean of feeds of less than an item a day.
- `requests` is the part of the budget that was used while measured, `learning` that before; `longest_min` is
  the longest time that a feed was not asked.
- The first third of the time, at most 7 days, is for learning. The made worlds last 21 days; docs/polling.md
  says after what they are made.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench._policies import Figures, Fixed, Planned, Policy, miniflux, optimum, simulate
from bench._traces import DAY, World, made, read, real
from feeds.budget import Tempo

_LIMITS = {
    "requests": [0.98, 1.02],
    "news": {"mean": 0.62, "p95": 0.97, "alerts": 0.46, "of_miniflux": 0.65},
    "heavy": {"mean": 0.18, "p95": 0.38, "alerts": 0.14},
    "rare": 2.0,
}
_FEEDS = {"news": 200, "heavy": 800, "rare": 100, "bursty": 100}


def compared(world: World, interval: float) -> dict[str, Any]:
    """Return what each rule does in a world, as parts of what one interval for all does."""
    flat, weights = [1.0] * len(world.traces), [each.weight for each in world.traces]
    fixed = simulate(world, Fixed(interval), interval)
    budget = len(world.traces) / interval

    def told(plain: Figures, weighted: Figures) -> dict[str, float | None]:
        return {
            "mean": _part(plain.mean(), fixed.mean()),
            "p95": _part(plain.p95(), fixed.p95()),
            "alerts": _part(weighted.weighted(weights), fixed.weighted(weights)),
            "rare": _part(_rare(world, plain), _rare(world, fixed)),
            "requests": _part(plain.requests, budget * (world.end - world.measured)),
            "learning": _part(plain.before, budget * (world.measured - world.begin)),
            "longest_min": round(plain.longest / 60, 1),
        }

    def planned(some: Sequence[float]) -> Policy:
        return Planned(some, Tempo(interval))

    rule = miniflux(world, interval)
    plan = told(simulate(world, planned(flat), interval), simulate(world, planned(weights), interval))
    return {
        "feeds": len(world.traces),
        "items": len(fixed.delays),
        "fixed": {"mean_min": round(fixed.mean() / 60, 1), "p95_min": round(fixed.p95() / 60, 1)},
        "plan": plan,
        "miniflux": told(rule, rule),
        "optimum": told(optimum(world, flat, interval), optimum(world, weights, interval)),
        "of_miniflux": _part((plan["mean"] or 0.0) * fixed.mean(), rule.mean()),
    }


def _part(mine: float, whole: float) -> float | None:
    return round(mine / whole, 3) if whole else None


def _rare(world: World, figures: Figures) -> float:
    rare = {feed for feed, each in enumerate(world.traces) if each.rate < 1 / DAY}
    some = [delay for feed, delay in figures.delays if feed in rare]
    return sum(some) / len(some) if some else 0.0


def _worlds(trace: Path | None, seed: int, part: float) -> list[World]:
    if trace is not None:
        return [read(trace)]
    found = [made(name, max(10, round(feeds * part)), seed) for name, feeds in _FEEDS.items()]
    documents = real()
    return found if documents is None else [*found, documents]


def main() -> None:
    """Print one JSON line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--trace", type=Path)
    parser.add_argument("--budget", type=float, default=48, help="requests a feed and day")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", type=float, default=1.0, help="of the feeds, for a quick look")
    parser.add_argument("--no-peer", action="store_true", help="there is none to leave out")
    arguments = parser.parse_args()
    interval = DAY / arguments.budget
    worlds = _worlds(arguments.trace, arguments.seed, arguments.part)
    figures = {each.name: compared(each, interval) for each in worlds}
    print(
        json.dumps(
            {"bench": "polling_plan", "budget": arguments.budget, "limits": _LIMITS, "worlds": figures}
        )
    )


if __name__ == "__main__":
    main()
