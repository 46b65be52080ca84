"""When feeds published: read from a file, taken from real documents, or made by chance from a seed."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import NormalDist

from feeds.rss import parse
from model import Failure

HOUR, DAY = 3600.0, 86400.0
_WEIGHTS = 1.25  # the deviation of their logarithms
_GOLDEN = (math.sqrt(5) - 1) / 2  # steps of it spread weights evenly over the ranks
BEFORE, WARM, MEASURED = 10 * DAY, 7 * DAY, 14 * DAY
FEEDS = Path(__file__).resolve().parents[2] / "shared" / "feeds"
_EPOCH = 1_767_571_200.0  # a Monday, 00:00 UTC


@dataclass(frozen=True, slots=True)
class Trace:
    """When one feed published, and what is true of it."""

    weight: float
    published: tuple[float, ...]
    rate: float  # items a second
    hours: tuple[float, ...]  # 24 of mean 1


@dataclass(frozen=True, slots=True)
class World:
    """Feeds, and from when to when they are polled and measured."""

    name: str
    traces: tuple[Trace, ...]
    begin: float
    measured: float
    end: float


def made(name: str, feeds: int, seed: int) -> World:
    """Return feeds that publish as those of this name do: `news`, `heavy` (tailed), `rare` or `bursty`."""
    random = Random(f"{name} {seed}")
    begin = _EPOCH + BEFORE
    end = begin + WARM + MEASURED
    kind = _KINDS[name]
    ranks = ((number + 0.5) / feeds for number in range(feeds))
    weights = (math.exp(_WEIGHTS * _normal((seed / 7 + number * _GOLDEN) % 1)) for number in range(feeds))
    traces = tuple(
        _made(kind, rank, w, random, (_EPOCH, end)) for rank, w in zip(ranks, weights, strict=True)
    )
    return World(name, traces, begin, begin + WARM, end)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What feeds of one kind publish a day (log-normal, within bounds), at night, and how their gaps vary."""

    median: float
    sigma: float
    bounds: tuple[float, float]
    night: float
    variation: float  # the square of the variation of gaps; 1: by chance alone


_KINDS = {
    "news": _Kind(34, 1.4, (0.3, 400), 0.11, 1.6),
    "heavy": _Kind(0.09, 2.9, (0, 2000), 0.3, 1.6),
    "rare": _Kind(0.3, 0.7, (0.1, 1), 0.3, 1.0),
    "bursty": _Kind(5, 1.2, (0.2, 60), 0.15, 8.0),
}


def _made(kind: _Kind, rank: float, weight: float, random: Random, span: tuple[float, float]) -> Trace:
    """Return the feed of this rank among its kind: ranks, not chance, say who publishes how much."""
    a_day = kind.median * math.exp(kind.sigma * _normal(rank))
    a_day = min(max(a_day, kind.bounds[0]), kind.bounds[1])
    rate, hours = a_day / DAY, _day(random, kind.night)
    return Trace(weight, _published(random, rate, hours, span, kind.variation), rate, hours)


def _normal(rank: float) -> float:
    return NormalDist().inv_cdf(min(max(rank, 1e-4), 1 - 1e-4))


def _day(random: Random, night: float) -> tuple[float, ...]:
    """Return a working day of somewhere: three continents, hours that rise and fall, quiet nights."""
    noon = random.choice((6, 12, 18)) + random.uniform(-2, 2)
    width = random.uniform(2.3, 4.5)
    shape = [
        night + math.exp(-(min(abs(h - noon), 24 - abs(h - noon)) ** 2) / (2 * width**2)) for h in range(24)
    ]
    total = sum(shape)
    return tuple(24 * each / total for each in shape)


def _published(
    random: Random, rate: float, hours: tuple[float, ...], span: tuple[float, float], variation: float
) -> tuple[float, ...]:
    """Return items in gamma gaps of the squared `variation`, in a time that runs with the hours."""
    shape = 1 / variation

    def gap() -> float:
        return random.gammavariate(shape, variation)

    moments = _running(gap, rate, hours, span)
    on_the_hour = (each - each % HOUR if random.random() < 0.05 else each for each in moments)
    return tuple(sorted(max(each, span[0]) for each in on_the_hour))


def _running(
    gap: Callable[[], float], rate: float, hours: tuple[float, ...], span: tuple[float, float]
) -> Iterator[float]:
    at, end = span
    left = gap()
    while at < end:
        speed = rate * hours[int(at // HOUR) % 24]
        room = HOUR - at % HOUR
        if speed * room >= left:
            at += left / speed
            yield at
            left = gap()
        else:
            left -= speed * room
            at += room


def read(path: Path) -> World:
    """Return the feeds of a file: a third of its time, 7 days at most, is for learning, the rest is measured.

    A line is `{"feed": id, "weight": w, "published": [unix seconds, …]}`.
    """
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    dates = [sorted(float(each) for each in line["published"]) for line in lines]
    begin = min((each[0] for each in dates if each), default=0.0)
    end = max((each[-1] for each in dates if each), default=begin + DAY) + 1
    weights = [float(line.get("weight", 1.0)) for line in lines]
    traces = tuple(_known(w, d, begin, end) for w, d in zip(weights, dates, strict=True))
    return World(path.stem, traces, begin, begin + min(WARM, (end - begin) / 3), end)


def real(folder: Path = FEEDS) -> World | None:
    """Return feeds whose documents list ten dated items or more, each moved so that its newest is the end.

    None without the folder.
    """
    if not folder.is_dir():
        return None
    some = [_dates(path) for path in sorted(folder.iterdir()) if path.is_file()]
    end = _EPOCH + BEFORE + WARM + MEASURED
    begin = end - WARM - MEASURED
    moved = [[each + end - 1 - dates[-1] for each in dates] for dates in some if len(dates) >= 10]
    traces = [_known(1.0, dates, begin, end) for dates in moved if dates[-2] > begin + WARM]
    return World("real", tuple(traces), begin, begin + WARM, end)


def _dates(path: Path) -> list[float]:
    document = parse(path.read_bytes(), "", "http://feed.example.org/")
    if isinstance(document, Failure):
        return []
    dates = (entry.published for _, entry in document.entries)
    return sorted(each.timestamp() for each in dates if each is not None)


def _known(weight: float, published: list[float], begin: float, end: float) -> Trace:
    counts = [0.5] * 24
    seen = [each for each in published if each >= begin]
    for each in seen:
        counts[int(each // HOUR) % 24] += 1
    total = sum(counts)
    hours = tuple(24 * each / total for each in counts)
    return Trace(weight, tuple(published), len(seen) / (end - begin), hours)
