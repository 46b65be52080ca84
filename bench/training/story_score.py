"""Learn what makes two items one story: writes the table that `stories/score.py` weighs by.

    python -m bench.training.story_score [FILE.jsonl …]

Streams each labelled file through the window that Hark runs with, and learns from every pair of a new item
and one near it whether they tell one story; pairs of one topic, about which people disagree, are left out.
Writes `stories/score.json`, learned from all files, and per file `bench/training/scores/NAME.json`, learned
from all others: `bench.stories` judges a file by the table that never saw it. The line on stdout holds the
data list and, per file, the figures under the table of the others.
"""

from __future__ import annotations

import argparse
import json
import math
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.neural_network import MLPClassifier

from bench import _stories
from bench.stories import told_by_hark
from stories.headline import headline
from stories.likeness import FEATURES, Fresh, likeness
from stories.score import Score
from stories.terms import terms_of
from stories.window import Window, crowd_of, kept_as, norms_of

ROOT = Path(__file__).resolve().parent.parent.parent
SCORES = Path(__file__).with_name("scores")
_SEEDS, _HIDDEN, _ALPHA, _ROUNDS = tuple(range(6)), 20, 0.3, 40
_CLIP = 4.0
_RARE = 0.01  # a figure that differs from its median in fewer pairs is not learned from
_PAIRS = 120_000
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """What is learned from one file."""

    rows: Array
    same: NDArray[np.bool_]


def pairs_of(items: Sequence[_stories.Labelled]) -> Pairs:
    """Return the figures of each item beside those near it when it came, and whether they tell one story."""
    window, rows, same = Window(), [], []
    for item in items:
        report = item.report
        terms = terms_of(headline(report.entry.title, report.outlet), report.entry.text)
        weights = window.weights(terms)
        norms = norms_of(terms, weights)
        near = window.nearest(terms, weights, norms)
        new = Fresh.of(terms, weights, norms, report.outlet, report.at)
        for row, each in zip(likeness(new, near), near, strict=True):
            other = items[each.kept.item_id - 1]
            if other.story == item.story or item.topic is None or item.topic != other.topic:
                rows.append(row)
                same.append(other.story == item.story)
        kept = kept_as(report.item_id, report.outlet, report.at, terms, norms)
        kept.crowd = crowd_of(near)
        window.keep(kept)
    return Pairs(np.array(rows), np.array(same))


def learn(files: Mapping[str, Pairs]) -> dict[str, Any]:
    """Return a table learned from these files; each weighs by the root of its pairs: none drowns another."""
    rows = np.vstack([each.rows for each in files.values()])
    same = np.concatenate([each.same for each in files.values()])
    share = np.concatenate(
        [np.full(len(each.same), 1 / math.sqrt(len(each.same))) for each in files.values()]
    )
    share /= share.sum()
    mean = np.average(rows, axis=0, weights=share)
    spread = np.sqrt(np.average((rows - mean) ** 2, axis=0, weights=share))
    telling = (np.abs(rows - np.median(rows, axis=0)) > 1e-9).mean(axis=0) >= _RARE
    scale = np.where(telling, 1 / (spread + 1e-9), 0.0)
    drawn = np.random.default_rng(0).choice(len(rows), size=min(len(rows), _PAIRS), p=share)
    scaled = np.clip((rows[drawn] - mean) * scale, -_CLIP, _CLIP)
    nets = [_net(seed).fit(scaled, same[drawn]) for seed in _SEEDS]
    out = np.zeros((_HIDDEN * len(nets), len(nets)))
    for index, net in enumerate(nets):
        out[index * _HIDDEN : (index + 1) * _HIDDEN, index] = net.coefs_[1][:, 0]
    return {
        "features": list(FEATURES),
        "clip": _CLIP,
        "mean": _short(mean),
        "scale": _short(scale),
        "hidden": _short(np.hstack([net.coefs_[0] for net in nets])),
        "hidden_bias": _short(np.concatenate([net.intercepts_[0] for net in nets])),
        "out": _short(out),
        "out_bias": _short(np.concatenate([net.intercepts_[1] for net in nets])),
    }


def _net(seed: int) -> MLPClassifier:
    return MLPClassifier(
        (_HIDDEN,), alpha=_ALPHA, max_iter=_ROUNDS, random_state=seed, batch_size=256, learning_rate_init=2e-3
    )


def _short(values: Array) -> Any:
    return json.loads(json.dumps(values.tolist()), parse_float=lambda text: float(f"{float(text):.4g}"))


def _write(path: Path, table: dict[str, Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(table, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Learn, write the tables, print the data list and the figures by file."""
    warnings.filterwarnings("ignore", module="sklearn")  # it stops after `_ROUNDS` on purpose
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, default=_stories.default_files())
    files: list[Path] = parser.parse_args().files
    items = {path: _stories.load(path) for path in files}
    pairs = {path.name: pairs_of(items[path]) for path in files}
    learned = {"learned_from": {path.name: _stories.digest(path) for path in files}}
    _write(ROOT / "stories" / "score.json", learn(pairs) | learned)
    figures: dict[str, Any] = {}
    for path in files:
        table = SCORES / f"{_stories.digest(path)}.json"
        _write(table, learn({name: each for name, each in pairs.items() if name != path.name}))
        figures[path.name] = _stories.judge(items[path], told_by_hark(items[path], Score.load(table)))
    print(
        json.dumps(
            {
                "program": "story_score",
                **learned,
                "pairs": {n: len(p.same) for n, p in pairs.items()},
                "by_file": figures,
            }
        )
    )


if __name__ == "__main__":
    main()
