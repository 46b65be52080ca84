"""The marks that the quality of matching is measured by."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from bench._marked import QUERIES
from matching.query import parse

MARKS = Path(__file__).resolve().parents[2] / "bench" / "marks.tsv"


def _rows() -> list[dict[str, str]]:
    with MARKS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_every_query_has_items_that_are_meant_and_items_that_are_not() -> None:
    """The figure covers 40 queries and 600 items at least, and no query that cannot be wrong both ways."""
    marks = defaultdict(set)
    for row in _rows():
        marks[row["query"]].add(row["mark"])

    assert marks == {query: {"hit", "miss"} for query in QUERIES}
    assert len(QUERIES) >= 40
    assert len({(row["file"], row["item"]) for row in _rows()}) >= 600


def test_the_marks_hold_no_text() -> None:
    """What is shipped says where an item lies and nothing of what it says."""
    for row in _rows():
        assert len(row["item"]) == 12
        assert set(row["item"]) <= set("0123456789abcdef")


def test_every_query_of_the_marks_is_understood() -> None:
    """Each query that is measured can be typed."""
    for query in QUERIES.values():
        assert str(parse(query))
