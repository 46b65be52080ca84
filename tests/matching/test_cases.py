"""The table of what a query finds and what it does not, and real texts."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from matching.aliases import Table
from matching.context import Context
from matching.index import WatchIndex, match_one
from matching.names import Names
from matching.query import parse
from model import Entry, Reason
from tests import loaded
from tests.matching.reference import Reference

NOW = datetime(2026, 5, 1, tzinfo=UTC)
HERE = Path(__file__).parent


@cache
def _table() -> Table:
    return loaded.table()


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _cases(name: str) -> list[tuple[str, str, bool, str]]:
    return [(row["query"], _plain(row["text"]), row["hit"] == "hit", row["why"]) for row in _rows(name)]


def _plain(text: str) -> str:
    for code, char in (("\\n", "\n"), ("\\u00ad", "\u00ad"), ("\\u200b", "\u200b"), ("\\u0301", "\u0301")):
        text = text.replace(code, char)
    return text


def _judged(
    query: str, entry: Entry, source: str = "", table: Table | None = None
) -> tuple[Reason, ...] | None:
    """Return what `match_one` says, when index and slow matcher say the same."""
    tree, context = parse(query), Context(source, NOW)
    names = Names(table) if table is not None else None
    index = WatchIndex(names)
    index.add(1, tree)
    reasons = match_one(tree, entry, context, names)

    assert bool(index.match(entry, context)) == (reasons is not None)
    assert Reference(entry, source, NOW, table).holds(tree) == (reasons is not None)
    return reasons


@pytest.mark.parametrize(("query", "text", "hit", "why"), _cases("cases.tsv"))
def test_case(query: str, text: str, hit: bool, why: str) -> None:
    """Each query of the table hits the texts that it means and no others, in the title and in the text."""
    for entry in (Entry(title=text), Entry(title="…", text=text)):
        reasons = _judged(query, entry)
        assert (reasons is not None) == hit, why
        for reason in reasons or ():
            assert text[reason.start : reason.end] == reason.text, why


@pytest.mark.parametrize(("query", "text", "hit", "why"), _cases("cases-names.tsv"))
def test_case_with_names(query: str, text: str, hit: bool, why: str) -> None:
    """With the built-in names too, each query hits the texts that it means and no others."""
    for entry in (Entry(title=text), Entry(title="…", text=text)):
        reasons = _judged(query, entry, table=_table())
        assert (reasons is not None) == hit, why
        for reason in reasons or ():
            assert text[reason.start : reason.end] == reason.text, why


@pytest.mark.parametrize("row", _rows("cases-items.tsv"), ids=lambda row: f"{row['query']} {row['why']}")
def test_item(row: dict[str, str]) -> None:
    """A field is asked of its own part of an entry and of no other."""
    item = json.loads(row["item"])
    published = datetime.fromisoformat(item["published"]) if "published" in item else None
    entry = Entry(
        title=item["title"],
        text=item.get("text", ""),
        author=item.get("author", ""),
        url=item.get("url", ""),
        language=item.get("lang", ""),
        tags=tuple(item.get("tags", ())),
        published=published,
    )

    assert (_judged(row["query"], entry, item.get("source", ""), _table()) is not None) == (
        row["hit"] == "hit"
    )


def test_many_cases() -> None:
    """There are at least three hundred cases."""
    assert sum(len(_rows(path.name)) for path in HERE.glob("cases*.tsv")) >= 300


def _shared(name: str) -> bytes:
    file = Path(__file__).resolve().parents[2].parent / "shared" / "feeds" / name
    if not file.exists():
        pytest.skip(f"the real feeds do not lie beside the repository: {name}")
    return file.read_bytes()


@pytest.mark.parametrize(
    ("feed", "query", "found"),
    [
        ("rss-dogecoin-zh-TW.xml", "#狗狗币", True),
        ("rss-dogecoin-zh-CN.xml", "狗狗幣", True),
        ("rss-dogecoin-th.xml", "Dogecoin", True),
        ("rss-bitcoinmagazine-zh-CN.xml", "比特幣", True),
        ("rss-cointelegraph-zh-CN.xml", "比特幣", True),
        ("rss-36kr-ai-zh-CN.xml", "AI", True),
        ("rss-crypto-digest-ru.xml", "биткоин", True),
        ("rss-bbc-world.xml", "mac", False),
    ],
)
def test_real_feed(feed: str, query: str, found: bool) -> None:
    """A watch finds in a real feed what a reader would find there, in either Chinese script."""
    text = _shared(feed).decode("utf-8", "replace")

    reasons = match_one(parse(query), Entry(text=text))

    assert (reasons is not None) == found
