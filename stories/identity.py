"""When are two items the same item? Keys in, a verdict with its evidence out; nothing is read or kept.

`keys_of` names an entry, the store finds the kept items that share a name, `recognise` decides which of them
each entry of a document is. `agreement.py` holds the rules for one pair, docs/identity.md the reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from model import Entry, ItemKeys, KnownItem, Source
from stories.agreement import Agreement, Evidence, Surroundings, agreement, evidence, names_home, repeats
from stories.keys import keys_of
from stories.slots import slots
from stories.twins import Sighting, shared_by_others, twin_groups

__all__ = ["Evidence", "Habits", "Recognition", "Verdict", "keys_of", "recognise"]

_SMALL = 3  # a document with fewer entries cannot show that an id is constant
_MOST = 3  # what "most entries" do is judged from as many on
_LIKELY = 50  # candidates looked at for one key: more share it only when it tells nothing


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which item an entry is. With neither `item_id` nor `twin` it is new."""

    item_id: int | None = None
    twin: int | None = None  # the index of an earlier, new entry of the same document that it repeats
    evidence: Evidence = Evidence.NEW


@dataclass(frozen=True, slots=True)
class Habits:
    """What a source has been seen to do, for its row: once true, true from then on."""

    guids_repeat: bool
    urls_repeat: bool


class Recognition(NamedTuple):
    """One verdict for each entry, in their order, and the habits of the source as they are known now."""

    verdicts: list[Verdict]
    habits: Habits


def recognise(
    entries: Sequence[Sighting], known: Sequence[KnownItem], source: Source, listed: frozenset[int]
) -> Recognition:
    """Return which kept item each entry of a document is; the order of the entries does not matter.

    `known` are all kept items that share a key with an entry, of any source. `listed` are the items which the
    document still lists unchanged beside the entries: an entry is one of those only if it plainly repeats it.
    """
    groups = twin_groups(entries)
    pairs = _pairs(entries, known, source)
    document = _document(entries, groups, pairs, source, len(listed))
    assignment = _Assignment(groups, listed)
    assignment.settle(pairs, lambda pair: evidence(pair.found, document.around(pair.keys)))
    if _has_moved(moved := assignment.movable(pairs), assignment, document.size):
        assignment.settle(moved, lambda _: Evidence.MOVED)
    habits = Habits(
        guids_repeat=not document.guids_tell or bool(document.guids) or assignment.guids_repeat,
        urls_repeat=not document.urls_tell or bool(document.urls) or assignment.urls_repeat,
    )
    return Recognition(assignment.verdicts(entries), habits)


@dataclass(frozen=True, slots=True)
class _Pair:
    entry: int
    keys: ItemKeys
    item: KnownItem
    found: Agreement


def _pairs(entries: Sequence[Sighting], known: Sequence[KnownItem], source: Source) -> list[_Pair]:
    """Return every entry beside every item it might be, those that agree best first."""
    holders: defaultdict[str, list[KnownItem]] = defaultdict(list)
    for item in known:
        for key in item.keys:
            holders[key].append(item)
    pairs = []
    for index, (entry, keys) in enumerate(entries):
        for item in _candidates(entry, keys, holders):
            foreign = item.source_id != source.id
            found = agreement(keys, entry.published, item.keys, item.published, foreign)
            pairs.append(_Pair(index, keys, item, found))
    pairs.sort(key=lambda pair: (-pair.found.weight, pair.entry, pair.item.id))
    return pairs


def _candidates(
    entry: Entry, keys: ItemKeys, holders: defaultdict[str, list[KnownItem]]
) -> Iterable[KnownItem]:
    by_guid, by_url = holders.get(keys.guid, []), holders.get(keys.url, [])
    if len(by_guid) == 1 and by_guid == by_url:
        return by_guid
    likely: dict[int, KnownItem] = {}
    for items in (by_guid, by_url, holders.get(keys.content, []), holders.get(keys.title, [])):
        likely.update((item.id, item) for item in _likeliest(items, entry))
    return likely.values()


def _likeliest(items: list[KnownItem], entry: Entry) -> list[KnownItem]:
    if len(items) <= _LIKELY:
        return items
    return sorted(items, key=lambda item: (item.published != entry.published, -item.id))[:_LIKELY]


@dataclass(frozen=True, slots=True)
class _Document:
    """What a document as a whole says about the evidence of each of its entries."""

    size: int  # different entries, with those that are listed unchanged
    guids: frozenset[str]  # shared by different entries
    urls: frozenset[str]
    both: frozenset[str]
    guids_tell: bool
    urls_tell: bool
    guids_churn: bool

    def around(self, keys: ItemKeys) -> Surroundings:
        """Return how far the keys of one entry may be trusted."""
        return Surroundings(
            guid_tells=self.guids_tell and keys.guid not in self.guids,
            url_tells=self.urls_tell and keys.url not in self.urls and not names_home(keys.url),
            url_once=keys.url not in self.urls,
            pair_tells=keys.guid + keys.url not in self.both,
            small=self.size < _SMALL,
            guids_churn=self.guids_churn,
        )


def _document(
    entries: Sequence[Sighting], groups: Sequence[int], pairs: Sequence[_Pair], source: Source, listed: int
) -> _Document:
    size = len(set(groups)) + listed
    reused = {pair.entry for pair in pairs if pair.found.bare_guid}
    recycled = slots(entries[entry][0].guid for entry in reused)
    churned = {pair.entry for pair in pairs if pair.found.url and pair.found.other_guid}
    return _Document(
        size=size,
        guids=shared_by_others([keys.guid for _, keys in entries], groups),
        urls=shared_by_others([keys.url for _, keys in entries], groups),
        both=shared_by_others([keys.url and keys.guid + keys.url for _, keys in entries], groups),
        guids_tell=not source.guids_repeat and not (len(recycled) >= _MOST and 2 * len(recycled) > size),
        urls_tell=not source.urls_repeat,
        guids_churn=len(churned) >= _MOST and 2 * len(churned) >= size,
    )


class _Assignment:
    """Which entry is which item, while it is being decided: the best agreeing pairs choose first."""

    def __init__(self, groups: Sequence[int], listed: frozenset[int]) -> None:
        self._groups = groups
        self._listed = listed
        self._items: dict[int, tuple[int, Evidence]] = {}  # by group of twins
        self._holders: dict[int, int] = {}  # item id → the group that is it
        self.guids_repeat = False
        self.urls_repeat = False

    def settle(self, pairs: Iterable[_Pair], judge: Callable[[_Pair], Evidence | None]) -> None:
        """Give items to entries, in the order of `pairs`, where `judge` sees evidence."""
        for pair in pairs:
            group = self._groups[pair.entry]
            if group in self._items:
                continue
            if not self._free(pair):
                reason = pair.found.name if repeats(pair.found) else None
                self.guids_repeat |= pair.found.guid and reason is None
                self.urls_repeat |= pair.found.url and reason is None
            else:
                reason = judge(pair)
            if reason is not None:
                self._items[group] = (pair.item.id, reason)
                self._holders.setdefault(pair.item.id, group)

    def _free(self, pair: _Pair) -> bool:
        return pair.item.id not in self._listed and pair.item.id not in self._holders

    def movable(self, pairs: Iterable[_Pair]) -> list[_Pair]:
        """Return the pairs that only a move of the whole document can explain."""
        return [
            pair for pair in pairs if not self.known(pair.entry) and self._free(pair) and pair.found.movable
        ]

    def known(self, entry: int) -> bool:
        """Return whether the entry has been recognised."""
        return self._groups[entry] in self._items

    @property
    def unknown(self) -> int:
        """Return how many different entries are not recognised."""
        return len(set(self._groups) - self._items.keys())

    def verdicts(self, entries: Sequence[Sighting]) -> list[Verdict]:
        """Return the verdict on each entry."""
        return [self._verdict(entries, index) for index in range(len(entries))]

    def _verdict(self, entries: Sequence[Sighting], index: int) -> Verdict:
        group = self._groups[index]
        if group in self._items:
            item_id, reason = self._items[group]
            return Verdict(item_id=item_id, evidence=reason)
        if group == index:
            return Verdict()
        first, keys = entries[group][1], entries[index][1]
        by_guid = Evidence.GUID if keys.guid and keys.guid == first.guid else Evidence.CONTENT
        return Verdict(twin=group, evidence=by_guid)


def _has_moved(moved: Sequence[_Pair], assignment: _Assignment, size: int) -> bool:
    """Return whether most of the document, and most of what is not recognised, is known by its words."""
    count = len({pair.entry for pair in moved})
    return count >= _MOST and 2 * count > assignment.unknown and 2 * count > size
