"""129 feeds as they were published, each with what a reader of the page sees."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest

from feeds.entry import web_url
from feeds.plain import repaired
from feeds.rss import parse
from model import Document

FEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "feeds"
URL = "https://site.example/feed.xml"
MOST = 500
# entries that these feeds list twice, byte for byte
REPEATED = {"rss-almonitor-dupguid.xml": 9, "rss-claude-blog-dupes.xml": 10, "rss092-gratefuldead.xml": 1}
# oldest first and over 500: the newest are read, so its first entry is not the first of the document
OLDEST_FIRST = "rss-areweanticheat-noid.xml"


@dataclass(frozen=True)
class Expected:
    """What the manifest says of one file."""

    file: str
    entries: int
    title: str
    url: str


def _manifest() -> list[Expected]:
    path = FEEDS / "MANIFEST.tsv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Expected(row["file"], int(row["entries"]), row["first_title"], row["first_url"]) for row in rows
        ]


MANIFEST = _manifest()
pytestmark = pytest.mark.skipif(
    not MANIFEST, reason="the collection of real feeds (../shared/feeds) is not here"
)


def _read(file: str, known: frozenset[int] = frozenset()) -> Document:
    outcome = parse((FEEDS / file).read_bytes(), "", URL, known)
    assert isinstance(outcome, Document), outcome
    return outcome


@pytest.mark.parametrize("expected", MANIFEST, ids=lambda expected: expected.file)
def test_a_real_feed_is_read_as_people_read_it(expected: Expected) -> None:
    """Every feed gives as many entries as its page shows, the first with its title and its address."""
    document = _read(expected.file)

    assert len(document.entries) == min(MOST, expected.entries - REPEATED.get(expected.file, 0))
    if document.entries and expected.file != OLDEST_FIRST:
        entry = document.entries[0][1]
        assert entry.title == repaired(expected.title)  # text that was encoded twice is shown as it was meant
        assert entry.url == web_url(URL, expected.url)


@pytest.mark.parametrize("expected", MANIFEST, ids=lambda expected: expected.file)
def test_a_cut_feed_says_what_the_whole_feed_says(expected: Expected) -> None:
    """Leaving out what is known changes nothing in what is left, and everything known is found again."""
    whole = _read(expected.file)
    numbers = [number for number, _ in whole.entries]
    fresh = frozenset(numbers[::7])
    known = frozenset((*numbers, *whole.passed_over)) - fresh

    part = _read(expected.file, known)

    assert part.entries == tuple(pair for pair in whole.entries if pair[0] in fresh)
    assert [number for number in part.kept if number in numbers] == [n for n in numbers if n not in fresh]
    assert (frozenset(part.kept), part.passed_over) == (known, ())


@pytest.mark.parametrize("expected", MANIFEST, ids=lambda expected: expected.file)
def test_nothing_in_a_real_feed_harms(expected: Expected) -> None:
    """Whatever a feed holds, texts have no controls, titles one line, and links are for the web."""
    for _, entry in _read(expected.file).entries:
        texts = (entry.title, entry.text, entry.author, entry.guid, *entry.tags)
        assert not any(ord(char) < 32 and char != "\n" for text in texts for char in text)
        assert "\n" not in entry.title + entry.author + "".join(entry.tags)
        links = [url for url in (entry.url, *entry.media) if url]
        assert all(link.startswith(("http://", "https://")) for link in links)
        assert entry.published is None or entry.published.utcoffset() is not None
