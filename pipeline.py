"""The path of a batch of polls in one transaction: what is seen and what is owed for it commit together.

    polled ──▶ recognise ──▶ keep ──▶ place ──▶ match ──▶ owe ──▶ settle
               which items    new      which     whose     a row   when each
               these are      items    stories   watches   each    is due next

It does not fetch, does not send and does not decide when to do either; it opens no transaction of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random

import structlog

from alerts.plan import Audience, Candidate, held_hits, owed_alerts
from alerts.quota import Quota, day_of, held_by_quota
from errors import QueryError
from feeds.health import settled
from feeds.plan import Pace, next_poll
from matching.choice import NotAChoice
from matching.context import Context
from matching.index import WatchIndex
from matching.names import Names
from matching.query import parse
from matching.stored import NotATree, tree_json
from model import (
    Chat,
    Document,
    Entry,
    Follow,
    Hit,
    Item,
    KnownItem,
    Outcome,
    Source,
    SourceKind,
    Unchanged,
)
from placing import Placing
from planning import Planning, brought_by
from store import chats, deliveries, held, items, over, sources, watches
from store.database import Connection, next_ids
from store.deliveries import OwedAlert
from stories.batch import Listed, Seen, Sighting, recognise_batch
from stories.revision import Revision, differs, news_in

_LISTED = "@"  # before the id of a further source that listed the item; no key of an entry begins so
_TOLD_ALL = "@@"  # one of them was shared
_CHANGES = 2000  # of watches, taken in at once: some 20 ms
_STABLE_MOVE = 3  # polls in a row a permanent redirect must lead to the same feed before it is believed

_Changed = tuple[Sighting, Entry]  # an entry listed anew in other words, and what it said before

_log = structlog.get_logger("pipeline")


@dataclass(frozen=True, slots=True)
class Polled:
    """A source and what its poll brought."""

    source: Source
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a batch."""

    owed: int  # alerts
    hits: Mapping[str, tuple[int, ...]]  # ids of the watches that an entry hit, by its guid


@dataclass(frozen=True, slots=True)
class Rules:
    """What the operator decided about items and pace."""

    paces: dict[SourceKind, Pace]
    max_age: timedelta  # zero: no limit
    first_run_silent: bool = True
    quota: Quota = field(default_factory=Quota)

    def baseline(self, source: Source) -> bool:
        """Whether what this source lists now was there before anybody asked."""
        return self.first_run_silent and source.first_read is None

    def recent(self, entry: Entry, now: datetime) -> bool:
        """Whether an entry found now is young enough to be told; one without a date is."""
        if not self.max_age or entry.published is None:
            return True
        return now - entry.published <= self.max_age


class Watches:
    """Every watch, as an index to ask; follows the store by its revisions."""

    def __init__(self, names: Names | None = None) -> None:
        """Start empty: `refresh` reads what there is; `names` are other names of what is watched for."""
        self.index = WatchIndex(names)
        self._seen = (0, 0)  # revision and id of the last change taken in

    async def refresh(self, conn: Connection, *, keep: bool = False) -> None:
        """Take in what changed since the last time; `keep`, in a transaction that writes, where it waits.

        Kept, a watch needs not be read again at the next start: a million take seconds, not minutes.
        """
        while changes := await watches.changes_since(conn, self._seen, _CHANGES):
            made = [new for each in changes if (new := self._take(each)) != each]
            self._seen = changes[-1].revision, changes[-1].id
            if keep:
                await watches.keep_anchors(conn, made)

    def _take(self, change: watches.Change) -> watches.Change:
        """Take in one change. Returns it with the tree and the anchors that it has now."""
        if change.deleted:
            self.index.remove(change.id)
            return change
        try:
            tree = change.tree or tree_json(parse(change.query))
            anchors = self.index.take(change.id, tree, change.choice, change.anchors)
        except (QueryError, NotATree, NotAChoice) as error:  # by another release: it must not stop all others
            _log.error("a kept watch cannot be read", watch=change.id, error=str(error))
            return change
        return change._replace(query="", tree=tree, anchors=anchors)


class Ingest:
    """Takes batches of polls through the path; knows the watches, the rules and nothing else."""

    def __init__(
        self,
        rules: Rules,
        random: Random,
        names: Names | None = None,
        placing: Placing | None = None,
        planning: Planning | None = None,
    ) -> None:
        """Prepare with the operator's rules and the known names; `random` spreads retries.

        `planning` says when feeds are asked next; without it each is at the pace of the rules.
        """
        self.placing = placing or Placing()
        self._planning = planning
        self._rules = rules
        self._random = random
        self._watches = Watches(names)

    async def __call__(self, conn: Connection, polled: Sequence[Polled], now: datetime) -> Taken:
        """Take a batch through the path inside the caller's transaction.

        Raises StoreError; then the caller's transaction rolls back and nothing was seen.
        """
        seen, taken = await self._take(conn, polled, now)
        await self._learn(conn, polled, seen, taken, now)
        await self._settle(conn, polled, seen, now)
        return taken

    async def beside(self, conn: Connection, polled: Sequence[Polled], now: datetime) -> Taken:
        """Take what came otherwise than by a poll the same way; the sources stay as their polls left them.

        Raises StoreError, as a batch of polls does.
        """
        _, taken = await self._take(conn, polled, now)
        return taken

    async def _take(self, conn: Connection, polled: Sequence[Polled], now: datetime) -> tuple[Seen, Taken]:
        await self._watches.refresh(conn, keep=True)
        seen = await _recognise(conn, polled)
        before = await _changed(conn, seen.sightings)
        new = await _keep(conn, seen, self._rules, now)
        await self.placing.take(conn, [each.item for each in new], now)
        await items.revise(conn, {each.item_id: each.entry for each, _ in before})
        told = [(each.entry.guid, self._new(each, now)) for each in seen.sightings if self._is_new(each, now)]
        told += [(guid, each) for guid, each in self._revised(before, now) if each.hits]
        return seen, await self._owe(conn, told, now)

    async def hits(self, conn: Connection, source: Source, entry: Entry, now: datetime) -> list[int]:
        """Return the ids of the watches that an entry of a source would hit, whoever is served by it."""
        await self._watches.refresh(conn)
        return [hit.watch_id for hit in self._watches.index.match(entry, Context(source.name, now))]

    def _match(self, source: Source, entry: Entry, now: datetime) -> tuple[Hit, ...]:
        return tuple(self._watches.index.match(entry, Context(source.name, now)))

    def _is_new(self, sighting: Sighting, now: datetime) -> bool:
        told = _first_listed(sighting) and not self._rules.baseline(sighting.source)
        return told and self._rules.recent(sighting.entry, now)

    def _new(self, each: Sighting, now: datetime) -> Candidate:
        hits = self._match(each.source, each.entry, now)
        return Candidate(each.item_id, each.source, now, _told_all(each.known), hits)

    def _revised(self, changed: Sequence[_Changed], now: datetime) -> list[tuple[str, Candidate]]:
        """Return what known entries newly say, by their guids, with the watches that only this hits."""
        revisions = [
            Revision(
                each.source.id,
                each.entry,
                self._match(each.source, each.entry, now),
                {hit.watch_id for hit in self._match(each.source, before, now)},
            )
            for each, before in changed
        ]
        news = zip(changed, news_in(revisions), strict=True)
        return [
            (each.entry.guid, Candidate(each.item_id, each.source, now, False, hits, revised=True))
            for (each, _), hits in news
            if self._rules.recent(each.entry, now)
        ]

    async def _owe(self, conn: Connection, told: Sequence[tuple[str, Candidate]], now: datetime) -> Taken:
        if not told:
            return Taken(0, {})
        candidates = [candidate for _, candidate in told]
        audience = await self._audience(conn, candidates)
        owed = owed_alerts(candidates, audience, now)
        owed = await self._within_quota(conn, owed, audience, now)
        await deliveries.owe_alerts(conn, owed, now)
        await held.add(conn, held_hits(candidates, audience, now))
        hits = {guid: tuple(hit.watch_id for hit in each.hits) for guid, each in told}
        return Taken(len(owed), hits)

    async def _within_quota(
        self, conn: Connection, owed: list[OwedAlert], audience: Audience, now: datetime
    ) -> list[OwedAlert]:
        """Return the alerts that chats may still have today; the others are kept, counted and listed."""
        quota = self._rules.quota
        limited = {each.chat_id for each in owed if quota.limits(each.chat_id)}
        if not limited:
            return owed
        days = {number: day_of(audience.chats[number], now) for number in limited}
        new = await deliveries.untold(conn, owed)
        within, beyond = quota.split(new, await deliveries.told_since(conn, days))
        await over.add(conn, beyond, now)
        await held.add(conn, held_by_quota(beyond, now))
        return within

    async def _audience(self, conn: Connection, candidates: Sequence[Candidate]) -> Audience:
        hit = {hit.watch_id for each in candidates for hit in each.hits}
        follows: dict[int, list[Follow]] = defaultdict(list)
        for follow in await sources.follows_of(conn, {each.source.id for each in candidates}):
            follows[follow.source_id].append(follow)
        found = await watches.many(conn, hit)
        ids = {watch.chat_id for watch in found.values()}
        ids |= {follow.chat_id for some in follows.values() for follow in some}
        known: dict[int, Chat] = await chats.many(conn, ids)
        return Audience(watches=found, follows=follows, chats=known)

    def _planned(self, source: Source, outcome: Outcome, now: datetime) -> datetime | None:
        return None if self._planning is None else self._planning.due(source, outcome, now)

    async def _learn(
        self, conn: Connection, polled: Sequence[Polled], seen: Seen, taken: Taken, now: datetime
    ) -> None:
        """Let the plan learn from what is new of each source when the sources speak."""
        if self._planning is None:
            return
        new: dict[int, list[Entry]] = defaultdict(list)
        for each in seen.sightings:
            if _first_listed(each):
                new[each.source.id].append(each.entry)
        brought = [
            brought_by(
                each.source,
                each.outcome,
                [entry.published or now for entry in new[each.source.id]],
                sum(len(taken.hits.get(entry.guid, ())) for entry in new[each.source.id]),
            )
            for each in polled
        ]
        await self._planning.learn(conn, [each for each in brought if each is not None], now)

    async def _settle(self, conn: Connection, polled: Sequence[Polled], seen: Seen, now: datetime) -> None:
        """Write when each source is due next and what it lists now."""
        full: list[Source] = []
        light: list[tuple[Source, datetime]] = []
        left: set[int] = set()
        for each in polled:
            before = seen.habits.get(each.source.id, each.source)
            pace = self._rules.paces[before.kind]
            due = self._planned(before, each.outcome, now)
            due = due or next_poll(each.source, each.outcome, now, pace, self._random)
            if _nothing_new(each):
                light.append((each.source, due))
                continue
            after = settled(before, each.outcome, seen.listed.get(before.id, {}), now)
            if after.moved_polls >= _STABLE_MOVE and not after.shared:
                after = await _moved(conn, after, {other.address for other in full})
            if _only_read(each.source, after):
                light.append((each.source, due))
            else:
                full.append(replace(after, due=due))
            left |= _items_of(before) - _items_of(after)
        await items.mark_seen(conn, left, now)
        await sources.settle_unchanged(conn, light, now)
        await sources.settle(conn, full)


def _items_of(source: Source) -> set[int]:
    return {item_id for _, item_id in source.listing if item_id}


async def _moved(conn: Connection, source: Source, others: set[str]) -> Source:
    """Return the source at its new address, unless another source is polled there already or goes there."""
    taken = source.moved_to in others or await sources.find(conn, source.kind, source.moved_to)
    return source if taken else replace(source, address=source.moved_to, moved_to="", moved_polls=0)


def _nothing_new(polled: Polled) -> bool:
    """Say at once what `_only_read` would find for most polls: a healthy source, and no word of a change."""
    source, outcome = polled.source, polled.outcome
    if not isinstance(outcome, Unchanged) or source.first_read is None or source.failing_since is not None:
        return False
    same = not outcome.validators.url or outcome.validators == source.validators
    return same and not (outcome.moved_to or source.moved_to or source.failures or source.failure)


def _only_read(before: Source, after: Source) -> bool:
    return before.first_read is not None and replace(after, last_read=before.last_read) == before


def _marks(sighting: Sighting) -> tuple[str, ...]:
    """Return what is kept among the keys of a known item when a further source lists it."""
    if sighting.known is None or sighting.known.source_id == sighting.source.id:
        return ()
    mine = f"{_LISTED}{sighting.source.id}"
    return (mine, _TOLD_ALL) if sighting.source.shared else (mine,)


def _first_listed(sighting: Sighting) -> bool:
    """Whether this source never listed the item before: one that lists it again does not tell it again."""
    known = sighting.known
    if known is None:
        return True
    return known.source_id != sighting.source.id and f"{_LISTED}{sighting.source.id}" not in known.keys


def _told_all(known: KnownItem | None) -> bool:
    return known is not None and (known.shared or _TOLD_ALL in known.keys)


async def _changed(conn: Connection, sightings: Sequence[Sighting]) -> list[_Changed]:
    """Return what sources list anew in other words than they first did, with those words."""
    again = {
        each.item_id: each
        for each in sightings
        if each.known is not None and each.known.source_id == each.source.id
    }
    before = await items.entries(conn, again)
    return [
        (again[item_id], entry) for item_id, entry in before.items() if differs(entry, again[item_id].entry)
    ]


async def _recognise(conn: Connection, polled: Sequence[Polled]) -> Seen:
    """Decide which item each listed entry is."""
    batch = [Listed.of(p.source, p.outcome) for p in polled if isinstance(p.outcome, Document)]
    keys = frozenset[str]().union(*(each.keys() for each in batch))
    known = await items.known(conn, keys)
    entries = sum(len(each.entries) for each in batch)
    ids = await next_ids(conn, "item", entries) if entries else range(0)
    return recognise_batch(batch, known, iter(ids))


async def _keep(conn: Connection, seen: Seen, rules: Rules, now: datetime) -> list[items.NewItem]:
    """Keep what is new, and the new keys of what is known. Returns what is new."""
    new = [
        items.NewItem(
            Item(
                each.item_id, each.source.id, each.source.name, each.entry, now, rules.baseline(each.source)
            ),
            each.keys.all(),
        )
        for each in seen.sightings
        if each.known is None
    ]
    more = [
        (key, each.item_id)
        for each in seen.sightings
        if each.known is not None
        for key in (*each.keys.all(), *_marks(each))
        if key not in each.known.keys
    ]
    await items.add(conn, new)
    await items.add_keys(conn, more)
    return new
