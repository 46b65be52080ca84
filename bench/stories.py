"""How well items are put together to stories, beside simpler ways, and how many a second.

    python -m bench.stories [FILE.jsonl …] [--lang LANG] [--assignments OUT.jsonl] [--full N]

Streams each file in order through the code that the bot runs. A file that the built-in table was learned from
is judged by a table which never saw it (`bench/training/scores/`), every other file by the built-in one;
`table` says which. The peers see the same titles in the same order: exact title; SimHash of 64 bits over
words, at most 8 bits apart; Jaccard of title words, at least 0.5; TF-IDF over title words (pairs of
characters where no spaces are written), cosine at least 0.35. Of each: `precision` (P*), `recall`, `repeats`,
`hidden` as `_stories.judge` defines them, `items_per_s` of one core. `full` places items into a window that
holds 100,000 (titles of made-up words, no file), `memory_mb` is what the process grew by meanwhile.
"""

from __future__ import annotations

import argparse
import gc
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from math import log, sqrt
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

from bench import _stories
from bench._stories import Labelled
from model import Entry
from stories.cluster import Stories
from stories.headline import headline
from stories.report import Report
from stories.score import Score
from stories.terms import terms_of

SCORES = Path(__file__).parent / "training" / "scores"
_BITS, _JACCARD, _COSINE = 8, 0.5, 0.35
Way = Callable[[Sequence[Labelled]], list[int]]


def told_by_hark(items: Sequence[Labelled], score: Score) -> list[int]:
    """Return for each item the index of the one that opened its story."""
    stories = Stories(score)
    return [stories.place(each.report).story_id - 1 for each in items]


def _words(item: Labelled) -> frozenset[str]:
    return frozenset(terms_of(headline(item.report.entry.title, item.report.outlet), "").title)


def by_title(items: Sequence[Labelled]) -> list[int]:
    """Join items whose titles are equal."""
    first: dict[str, int] = {}
    return [first.setdefault(each.report.entry.title, index) for index, each in enumerate(items)]


def by_simhash(items: Sequence[Labelled]) -> list[int]:
    """Join items whose 64-bit SimHash differs in few bits from that of an earlier one."""
    seen: list[int] = []
    told: list[int] = []
    for index, each in enumerate(items):
        sums = [0] * 64
        for word in _words(each):
            bits = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")
            for bit in range(64):
                sums[bit] += 1 if bits >> bit & 1 else -1
        mark = sum(1 << bit for bit in range(64) if sums[bit] > 0)
        near = min(range(index), key=lambda other: (mark ^ seen[other]).bit_count(), default=None)
        told.append(index if near is None or (mark ^ seen[near]).bit_count() > _BITS else told[near])
        seen.append(mark)
    return told


def by_jaccard(items: Sequence[Labelled]) -> list[int]:
    """Join an item to the earlier one that shares most of all words of both titles."""
    return _by_shared(items, lambda both, one, two, _: len(both) / len(one | two), _JACCARD)


def by_tfidf(items: Sequence[Labelled]) -> list[int]:
    """Join an item to the nearest earlier one by TF-IDF, counted over the whole file."""
    counts = Counter(word for each in items for word in _words(each))
    squares = {word: log(len(items) / count + 1) ** 2 for word, count in counts.items()}

    def cosine(both: frozenset[str], one: frozenset[str], two: frozenset[str], _: int) -> float:
        norms = sqrt(sum(squares[w] for w in one) * sum(squares[w] for w in two))
        return sum(squares[word] for word in both) / norms

    return _by_shared(items, cosine, _COSINE)


def _by_shared(
    items: Sequence[Labelled],
    like: Callable[[frozenset[str], frozenset[str], frozenset[str], int], float],
    least: float,
) -> list[int]:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    seen: list[frozenset[str]] = []
    told: list[int] = []
    for index, each in enumerate(items):
        words = _words(each)
        others = {other for word in words for other in postings[word]}
        best = max(((like(words & seen[o], words, seen[o], o), -o) for o in others), default=(0.0, 0))
        told.append(told[-best[1]] if best[0] >= least else index)
        for word in words:
            postings[word].append(index)
        seen.append(words)
    return told


PEERS: dict[str, Way] = {
    "exact title": by_title,
    "simhash": by_simhash,
    "title jaccard": by_jaccard,
    "tf-idf": by_tfidf,
}


def _timed(items: Sequence[Labelled], way: Way) -> tuple[list[int], dict[str, float]]:
    gc.collect()
    start = process_time()
    told = way(items)
    speed = round(len(items) / max(process_time() - start, 1e-9))
    return told, _stories.judge(items, told) | {"items_per_s": speed}


def _judged(path: Path, lang: str, out: Path | None) -> dict[str, Any]:
    items = _stories.load(path, lang)
    unseen = SCORES / f"{_stories.digest(path)}.json"
    score = Score.load(unseen) if unseen.exists() else Score.load()
    told, figures = _timed(items, lambda some: told_by_hark(some, score))
    if out is not None:
        with out.open("a", encoding="utf-8") as lines:
            for each, opener in zip(items, told, strict=True):
                lines.write(json.dumps({"id": each.key, "story": items[opener].key}) + "\n")
    peers = {name: _timed(items, way)[1] for name, way in PEERS.items()}
    table = "of the other files" if unseen.exists() else "built in"
    return {"file": path.name, "items": len(items), "table": table, "hark": figures, "peers": peers}


def _made_up(count: int) -> Iterator[Report]:
    """Yield reports whose words are as rare and as frequent as those of real titles are (Zipf)."""
    random = Random(7)
    words = [
        f"{random.choice('bcdfgklmnprst')}{random.choice('aeiou')}{number:x}" for number in range(200_000)
    ]
    words = ["".join(chr(97 + int(c, 16)) if c.isdigit() else c for c in word) for word in words]
    at = datetime(2026, 11, 1, tzinfo=UTC)
    for number in range(1, count + 1):
        said = [words[min(int(random.paretovariate(0.55)), len(words)) - 1] for _ in range(40)]
        entry = Entry(title=" ".join(said[:12]), text=" ".join(said[12:]))
        yield Report(number, f"outlet {number % 300}", entry, at + timedelta(seconds=number))


def _full(size: int) -> dict[str, float]:
    before = _resident()
    stories, asked = Stories(), 5000
    reports = _made_up(size + asked)
    for _, report in zip(range(size), reports, strict=False):
        stories.learn(report, report.item_id)
    late = list(reports)
    start = process_time()
    for report in late:
        stories.place(report)
    speed = round(asked / (process_time() - start))
    return {"window": size, "items_per_s": speed, "memory_mb": round(_resident() - before)}


def _resident() -> float:
    gc.collect()
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / (1 << 20)


def main() -> None:
    """Print one JSON line of figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, default=_stories.default_files())
    parser.add_argument("--lang", default="", help="only the items of one language")
    parser.add_argument("--assignments", type=Path, help='write {"id", "story"} per item to this file')
    parser.add_argument("--full", type=int, default=100_000, help="items in the full window; 0 leaves it out")
    asked = parser.parse_args()
    if asked.assignments is not None:
        asked.assignments.write_text("", encoding="utf-8")
    full = _full(asked.full) if asked.full else None
    files = [_judged(path, asked.lang, asked.assignments) for path in asked.files]
    print(json.dumps({"program": "stories", "files": files, "full": full}))


if __name__ == "__main__":
    main()
