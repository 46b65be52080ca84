"""Which item each entry of a batch of documents is: pure, from what is kept and what the documents list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from model import Document, Entry, ItemKeys, KnownItem, Source
from stories.identity import Verdict, keys_of, recognise


@dataclass(frozen=True, slots=True)
class Sighting:
    """One entry that a source listed for the first time, and the item it turned out to be."""

    source: Source
    entry: Entry
    keys: ItemKeys
    item_id: int
    known: KnownItem | None  # None: a new item


@dataclass(slots=True)
class Seen:
    """What recognising a batch gave: in order of telling, and by source."""

    sightings: list[Sighting] = field(default_factory=list)
    listed: dict[int, dict[int, int]] = field(default_factory=dict)  # source → fingerprint → item
    habits: dict[int, Source] = field(default_factory=dict)  # sources, with what their guids and URLs showed


class _Known:
    """The kept items that a batch may be about, found by any key they were seen under."""

    def __init__(self, some: Iterable[KnownItem]) -> None:
        self.by_id: dict[int, KnownItem] = {}
        self._by_key: dict[str, list[KnownItem]] = defaultdict(list)
        for each in some:
            self.add(each)

    def add(self, known: KnownItem) -> None:
        self.by_id[known.id] = known
        for key in known.keys:
            self._by_key[key].append(known)

    def sharing(self, entries: Iterable[tuple[Entry, ItemKeys]]) -> list[KnownItem]:
        found = {each.id: each for _, keys in entries for key in keys.all() for each in self._by_key[key]}
        return [found[item_id] for item_id in sorted(found)]


@dataclass(frozen=True, slots=True)
class Listed:
    """A source, its document, and the document's new entries with their keys."""

    source: Source
    document: Document
    entries: tuple[tuple[Entry, ItemKeys], ...]

    @classmethod
    def of(cls, source: Source, document: Document) -> Listed:
        """Return the document with the keys of its entries."""
        return cls(source, document, tuple((e, keys_of(e, source.id)) for _, e in document.entries))

    def keys(self) -> frozenset[str]:
        """Return every key under which one of the entries may be known."""
        return frozenset(key for _, keys in self.entries for key in keys.all())


def recognise_batch(batch: Sequence[Listed], kept: Iterable[KnownItem], ids: Iterator[int]) -> Seen:
    """Decide which item each entry is, in the order given; a new one takes the next of `ids`.

    `kept` are the items that share a key with any of the entries. What one document brings is known to the
    next, so that an entry which two sources list in one batch is one item.
    """
    known = _Known(kept)
    seen = Seen()
    for each in batch:
        source, entries = each.source, each.entries
        still = set(each.document.kept)
        listed = frozenset(item_id for print_, item_id in source.listing if item_id and print_ in still)
        judged = recognise(entries, known.sharing(entries), source, listed)
        seen.habits[source.id] = replace(
            source, guids_repeat=judged.habits.guids_repeat, urls_repeat=judged.habits.urls_repeat
        )
        found = _sightings(source, entries, judged.verdicts, known, ids)
        prints = (print_ for print_, _ in each.document.entries)
        seen.listed[source.id] = {p: one.item_id for p, one in zip(prints, found, strict=True)}
        seen.sightings += reversed(found)  # documents list the newest first, alerts tell the oldest first
    return seen


def _sightings(
    source: Source,
    entries: Sequence[tuple[Entry, ItemKeys]],
    verdicts: Sequence[Verdict],
    known: _Known,
    ids: Iterator[int],
) -> list[Sighting]:
    found: list[Sighting] = []
    for (entry, keys), verdict in zip(entries, verdicts, strict=True):
        item_id = verdict.item_id if verdict.twin is None else found[verdict.twin].item_id
        if item_id is None:
            fresh = Sighting(source, entry, keys, next(ids), None)
            known.add(_as_known(fresh))
            found.append(fresh)
        else:
            found.append(Sighting(source, entry, keys, item_id, known.by_id[item_id]))
    return found


def _as_known(sighting: Sighting) -> KnownItem:
    """Return a new item as the rest of its batch must see it."""
    return KnownItem(
        id=sighting.item_id,
        source_id=sighting.source.id,
        keys=frozenset(sighting.keys.all()),
        published=sighting.entry.published,
        shared=sighting.source.shared,
    )
