"""Ten real feeds at 52 moments, and real feeds with traps: what is new is told, once, and nothing else."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from random import Random

import pytest

from feeds.rss import parse
from model import Document, Entry
from tests.stories.shelf import Shelf, source

FEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "feeds"
pytestmark = pytest.mark.skipif(
    not (FEEDS / "evolution").is_dir(), reason="the collection of real feeds is not beside this checkout"
)


@dataclass(frozen=True)
class Moment:
    """One snapshot of a feed, with what a reader of the earlier ones has not been told yet."""

    name: str
    body: bytes
    baseline: bool
    new_urls: list[str]


def _sequences() -> dict[str, list[Moment]]:
    manifest = FEEDS / "evolution" / "MANIFEST.tsv"
    if not manifest.is_file():
        return {}
    with manifest.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {
        name: [
            Moment(
                name=row["file"],
                body=(FEEDS / "evolution" / row["file"]).read_bytes(),
                baseline=row["truly_new"] == "baseline",
                new_urls=json.loads(row["new_urls"]),
            )
            for row in group
        ]
        for name, group in groupby(rows, key=lambda row: row["sequence"])
    }


SEQUENCES = _sequences()
sequences = pytest.mark.parametrize("name", sorted(SEQUENCES))


def _tell(name: str, read: Callable[[Shelf, bytes], list[Entry]]) -> None:
    shelf = Shelf()
    for moment in SEQUENCES[name]:
        new = read(shelf, moment.body)
        if not moment.baseline:
            assert sorted(entry.url for entry in new) == sorted(moment.new_urls), moment.name


def _entries(body: bytes) -> list[Entry]:
    document = parse(body, "application/xml", "https://example.com/feed")
    assert isinstance(document, Document)
    return [entry for _, entry in document.entries]


@sequences
def test_whole_documents(name: str) -> None:
    """Read from top to bottom each time, a feed alerts what is truly new."""
    _tell(name, lambda shelf, body: shelf.fetch(body, source(), everything=True))


@sequences
def test_changed_entries_only(name: str) -> None:
    """Read as a poll reads it, only what changed, a feed alerts what is truly new."""
    _tell(name, lambda shelf, body: shelf.fetch(body, source()))


@sequences
@pytest.mark.parametrize("seed", range(4))
def test_shuffled(name: str, seed: int) -> None:
    """A feed that lists its entries in another order each time alerts what is truly new."""
    random = Random(seed)

    def read(shelf: Shelf, body: bytes) -> list[Entry]:
        entries = _entries(body)
        random.shuffle(entries)
        return shelf.show(entries)

    _tell(name, read)


@sequences
def test_twice_each(name: str) -> None:
    """A feed that lists every entry twice alerts what is truly new, once."""
    _tell(name, lambda shelf, body: shelf.show(_entries(body) * 2))


def test_all_sequences_are_read() -> None:
    """The collection has ten feeds at 52 moments."""
    assert len(SEQUENCES) == 10
    assert sum(map(len, SEQUENCES.values())) == 52


TRAPS = {
    "rss-almonitor-dupguid.xml": 11,
    "rss-claude-blog-dupes.xml": 10,
    "rss-scripting-untitled.rss": 50,
    "rss-weather-tokyo-ja.xml": 9,
    "rss-hackernews-noguid.xml": 30,
    "rss-dylanharris-broken.xml": 35,
    "rss-cerclepsy-fr-noenc.xml": 10,
    "rss-suspilne-uk.xml": 19,
    "rss-areweanticheat-noid.xml": 498,  # of the newest 500, two of which repeat a third word for word
    "rss-wechat-baijing-zh-CN.xml": 20,
    "rss-comments-battlefield.xml": 10,
    "rss-joshwright-noguid.xml": 11,
    "rss-daveverse-untitled.rss": 25,
    "rss-huggingface-nolink.xml": 175,
    "atom03-hatena-bookmark-ja.xml": 15,
    "rss091-international-eucjp.xml": 4,
    "rss10-tdiary-ja-eucjp.rdf": 15,
    "rss091-hilfe-us-de.xml": 15,
}


@pytest.mark.parametrize(("file", "items"), TRAPS.items())
def test_traps(file: str, items: int) -> None:
    """A real feed with repeated or missing ids gives the items a reader counts, and none the next time."""
    body = (FEEDS / file).read_bytes()
    shelf = Shelf()

    assert len(shelf.fetch(body, source())) == items
    assert shelf.fetch(body, source(), everything=True) == []
    assert shelf.fetch(body, source()) == []
