"""Which hits of an entry that its source changed are news: pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from model import Entry, Field, Hit

_FURNITURE = 2  # entries of one source that newly say the same in their texts alone: a sidebar, not an editor


@dataclass(frozen=True, slots=True)
class Revision:
    """A known entry whose words its own source changed, with the watches that it hits now and hit before."""

    source_id: int
    entry: Entry
    now: tuple[Hit, ...]
    before: Collection[int]  # ids of watches


def differs(old: Entry, new: Entry) -> bool:
    """Tell whether anything that is matched for a watch changed."""
    return (old.title, old.text, old.tags, old.author) != (new.title, new.text, new.tags, new.author)


def news_in(revisions: Sequence[Revision]) -> list[tuple[Hit, ...]]:
    """Return for each revision, in their order, the hits that only its new words bring.

    Pages rewrite the texts of many entries at once ("read also", counters): a watch that several entries of
    a source newly hit outside their titles is not told of them. Posts have nothing around them: they count.
    """
    added = [tuple(hit for hit in each.now if hit.watch_id not in each.before) for each in revisions]
    seen = Counter(_beside_titles(revisions, added))
    return [
        tuple(hit for hit in hits if _counts(each, hit) or seen[each.source_id, hit.watch_id] < _FURNITURE)
        for each, hits in zip(revisions, added, strict=True)
    ]


def _beside_titles(
    revisions: Sequence[Revision], added: Sequence[tuple[Hit, ...]]
) -> Iterator[tuple[int, int]]:
    for each, hits in zip(revisions, added, strict=True):
        yield from ((each.source_id, hit.watch_id) for hit in hits if not _counts(each, hit))


def _counts(revision: Revision, hit: Hit) -> bool:
    return revision.entry.guid.startswith("x:") or any(each.field is Field.TITLE for each in hit.reasons)
