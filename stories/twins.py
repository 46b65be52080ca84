"""Entries that one document lists twice, and ids that it gives to two entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from model import Entry, ItemKeys
from stories.agreement import agreement, repeats

Sighting = tuple[Entry, ItemKeys]

_LOOKED_AT = 8  # earlier entries compared for one shared pair of keys: a bound for hostile documents


def twin_groups(entries: Sequence[Sighting]) -> list[int]:
    """Return for each entry the index of the first one it repeats, its own when it repeats none."""
    if not _any_key_twice(entries):
        return list(range(len(entries)))
    earlier: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    groups: list[int] = []
    for index, (_, keys) in enumerate(entries):
        names = list(_names(keys))
        candidates = dict.fromkeys(other for name in names for other in earlier[name][:_LOOKED_AT])
        twins = {groups[other] for other in candidates if _same(entries[index], entries[other])}
        first = min(twins, default=index)
        groups = [first if group in twins else group for group in groups] if len(twins) > 1 else groups
        groups.append(first)
        for name in names:
            earlier[name].append(index)
    return groups


def shared_by_others(keys: Sequence[str], groups: Sequence[int]) -> frozenset[str]:
    """Return the keys that entries of different groups share."""
    if len(set(keys)) == len(keys):
        return frozenset()
    owner: dict[str, int] = {}
    return frozenset(
        key for key, group in zip(keys, groups, strict=True) if key and owner.setdefault(key, group) != group
    )


def _any_key_twice(entries: Sequence[Sighting]) -> bool:
    keys = [key for _, names in entries for key in (names.guid, names.url, names.content) if key]
    return len(set(keys)) < len(keys)


def _names(keys: ItemKeys) -> Iterator[tuple[str, str]]:
    """Yield the pairs of keys under which a twin must be found, as `repeats` asks for two in agreement."""
    if not keys.guid and not keys.url:
        yield ("", keys.content)
    elif not (keys.guid and keys.url) and not keys.title and not keys.content:
        yield ("", keys.guid or keys.url)
    if keys.guid and keys.url:
        yield (keys.guid, keys.url)
    for name in (keys.guid, keys.url):
        for words in (keys.content, keys.title):
            if name and words:
                yield (name, words)


def _same(one: Sighting, two: Sighting) -> bool:
    entry, keys = one
    other, other_keys = two
    return repeats(
        agreement(keys, entry.published, frozenset(other_keys.all()), other.published, foreign=False)
    )
