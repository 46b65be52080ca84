"""Labelled stories, read from JSON lines, and how a clustering of them is judged."""

from __future__ import annotations

import hashlib
import html
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from model import Entry
from stories.report import Report

LABELLED = Path(__file__).resolve().parent.parent.parent / "shared" / "stories"


@dataclass(frozen=True, slots=True)
class Labelled:
    """An item, and what it tells according to its label."""

    key: str
    report: Report
    story: str
    topic: str | None


def default_files() -> list[Path]:
    """Return the labelled files that lie beside the project; none where they do not."""
    return sorted(LABELLED.glob("*.jsonl"))


def load(path: Path, lang: str = "") -> list[Labelled]:
    """Return the items of a file in its order, those of one language where one is asked for."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    asked = [row for row in rows if not lang or row["lang"] == lang]
    return [_labelled(number, row) for number, row in enumerate(asked, 1)]


def digest(path: Path) -> str:
    """Return by what a file is known again."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def _labelled(number: int, row: dict[str, str | None]) -> Labelled:
    at = datetime.fromisoformat((row["published"] or "").replace("Z", "+00:00"))
    title, text = (html.unescape(row.get(name) or "") for name in ("title", "text"))
    entry = Entry(url=row.get("url") or "", title=title, text=text, published=at)
    report = Report(number, row.get("outlet") or "", entry, at)
    return Labelled(row["id"] or "", report, row["story"] or "", row.get("topic"))


def judge(items: Sequence[Labelled], told: Sequence[int]) -> dict[str, float]:
    """Return P*, R, repeats and hidden of a clustering; `told` holds for each item the index of its opener.

    P* is B-cubed precision without pairs of one topic, R B-cubed recall; repeats are the later items of a
    story that open an alert, hidden the stories of which no alert tells.
    """
    by_cluster: defaultdict[int, list[int]] = defaultdict(list)
    by_story: defaultdict[str, list[int]] = defaultdict(list)
    for index, opener in enumerate(told):
        by_cluster[opener].append(index)
        by_story[items[index].story].append(index)
    precision = recall = 0.0
    for members in by_cluster.values():
        stories = Counter((items[each].story, items[each].topic) for each in members)
        topics = Counter(items[each].topic for each in members)
        for (story, topic), same in stories.items():
            near = topics[topic] - same if topic is not None else 0
            precision += same * same / (len(members) - near)
            recall += same * same / len(by_story[story])
    later = [each for members in by_story.values() for each in members[1:]]
    hidden = sum(not any(_tells(items, told, each) for each in members) for members in by_story.values())
    return {
        "precision": round(precision / len(items), 4),
        "recall": round(recall / len(items), 4),
        "repeats": round(sum(told[each] == each for each in later) / (len(later) or 1), 4),
        "hidden": round(hidden / len(by_story), 4),
    }


def _tells(items: Sequence[Labelled], told: Sequence[int], index: int) -> bool:
    item, opener = items[index], items[told[index]]
    return opener.story == item.story or (item.topic is not None and opener.topic == item.topic)
