"""How likely two items tell one story: small networks over the figures of `likeness.py`, averaged.

What they weigh stands in `score.json`, which `bench/training/story_score.py` writes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stories.likeness import FEATURES

_TABLE = Path(__file__).with_name("score.json")
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Score:
    """The weights: per figure a mean and a scale, then one hidden layer for all networks side by side."""

    mean: Array
    scale: Array  # 0 for a figure that is not used
    clip: float  # scaled figures are cut here, so that what was never seen is nothing extreme
    hidden: Array
    hidden_bias: Array
    out: Array  # one column per network
    out_bias: Array

    @classmethod
    def load(cls, path: Path = _TABLE) -> Score:
        """Read the table. Raises ValueError when it was made for other figures."""
        table = json.loads(path.read_text(encoding="utf-8"))
        if tuple(table["features"]) != FEATURES:
            raise ValueError(f"{path.name} weighs other figures: run bench.training.story_score")
        parts = [np.array(table[name]) for name in ("hidden", "hidden_bias", "out", "out_bias")]
        return cls(np.array(table["mean"]), np.array(table["scale"]), table["clip"], *parts)

    def of(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Return for each row of figures the probability that the two items tell one story."""
        if not rows:
            return []
        scaled = np.clip((np.array(rows) - self.mean) * self.scale, -self.clip, self.clip)
        seen = np.maximum(scaled @ self.hidden + self.hidden_bias, 0.0)
        each = 1 / (1 + np.exp(-(seen @ self.out + self.out_bias)))
        return [float(value) for value in each.mean(axis=1)]
