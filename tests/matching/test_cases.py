"""The table of what a query finds and what it does not, and real texts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from matching.index import WatchIndex, match_one
from matching.query import parse
from model import Entry
from tests.matching.reference import holds


def _cases() -> list[tuple[str, str, bool, str]]:
    with (Path(__file__).parent / "cases.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row["query"], _plain(row["text"]), row["hit"] == "hit", row["why"]) for row in rows]


def _plain(text: str) -> str:
    for code, char in (("\\n", "\n"), ("\\u00ad", "\u00ad"), ("\\u200b", "\u200b"), ("\\u0301", "\u0301")):
        text = text.replace(code, char)
    return text


@pytest.mark.parametrize(("query", "text", "hit", "why"), _cases())
def test_case(query: str, text: str, hit: bool, why: str) -> None:
    """Each query of the table hits the texts that it means and no others, in the title and in the text."""
    tree = parse(query)
    index = WatchIndex()
    index.add(1, tree)

    for entry in (Entry(title=text), Entry(title="…", text=text)):
        reasons = match_one(tree, entry)
        assert (reasons is not None) == hit, why
        assert bool(index.match(entry)) == hit, why
        assert holds(tree, entry) == hit, why
        for reason in reasons or ():
            assert text[reason.start : reason.end] == reason.text, why


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
