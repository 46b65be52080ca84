"""A store in memory, so that a test shows documents as a source does and asks what is new."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from feeds.health import settled
from feeds.rss import parse
from model import Document, Entry, KnownItem, Source, SourceKind
from stories.batch import Listed, recognise_batch

EPOCH = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def source(number: int = 1, address: str = "https://example.com/feed") -> Source:
    """Return a feed."""
    return Source(id=number, kind=SourceKind.FEED, address=address, name=f"feed {number}", shared=True)


def article(number: int, host: str = "https://news.example.com") -> Entry:
    """Return an ordinary entry with a guid, a page, a title, a text and a date of its own."""
    return Entry(
        guid=f"news-{number}",
        url=f"{host}/2026/03/story-{number}",
        title=f"Story number {number} of the day",
        text=f"Here is told at length what happened in the affair number {number}, and what follows.",
        published=EPOCH - timedelta(hours=number),
    )


def articles(count: int, first: int = 1) -> list[Entry]:
    """Return `count` ordinary entries, newest first."""
    return [article(number) for number in range(first, first + count)]


@dataclass
class Shelf:
    """Keeps items with every key they were seen under, and each source's last listing."""

    items: dict[int, KnownItem] = field(default_factory=dict)
    sources: dict[int, Source] = field(default_factory=dict)
    ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def show(self, entries: Iterable[Entry], of: Source | None = None) -> list[Entry]:
        """Show a document of which every entry is read again. Return the entries that are new."""
        of = self._as_kept(of or source())
        print_ = itertools.count(max((number for number, _ in of.listing), default=0) + 1)
        return self._take(of, Document(entries=tuple((next(print_), entry) for entry in entries)))

    def show_beside(self, entries: Iterable[Entry], of: Source | None = None) -> list[Entry]:
        """Show `entries` above all that was listed, unchanged. Return the new ones."""
        of = self._as_kept(of or source())
        kept = tuple(number for number, _ in of.listing)
        print_ = itertools.count(max(kept, default=0) + 1)
        return self._take(of, Document(tuple((next(print_), entry) for entry in entries), kept))

    def fetch(self, body: bytes, of: Source, everything: bool = False) -> list[Entry]:
        """Read a feed as a poll does, or `everything` as if all bytes had changed. Return what is new."""
        of = self._as_kept(of)
        known = frozenset[int]() if everything else frozenset(number for number, _ in of.listing)
        document = parse(body, "application/xml", of.address, known)
        assert isinstance(document, Document)
        return self._take(of, document)

    def _as_kept(self, of: Source) -> Source:
        return self.sources.setdefault(of.id, of)

    def _take(self, of: Source, document: Document) -> list[Entry]:
        each = Listed.of(of, document)
        kept = [item for item in self.items.values() if item.keys & each.keys()]
        seen = recognise_batch([each], kept, self.ids)
        new = [sighting for sighting in seen.sightings if sighting.known is None]
        for sighting in seen.sightings:
            keys = frozenset(sighting.keys.all())
            item = self.items.get(
                sighting.item_id, KnownItem(sighting.item_id, of.id, keys, sighting.entry.published)
            )
            self.items[item.id] = replace(item, keys=item.keys | keys)
        self.sources[of.id] = settled(seen.habits[of.id], document, seen.listed[of.id], EPOCH)
        return [sighting.entry for sighting in reversed(new)]


def titles(entries: Sequence[Entry]) -> list[str]:
    """Return the titles of entries, in order."""
    return [entry.title for entry in entries]


__all__ = ["EPOCH", "Shelf", "article", "articles", "source", "titles"]
