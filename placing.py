"""Which story each new item tells, decided in the transaction that keeps the item.

What is decided stands in the store; what `stories/cluster.py` holds in memory is made of it again at the
start, and before each batch takes in what other processes placed since: the row lock behind `next_ids` lets
one of them keep items at a time, so the ids of items grow in the order of the commits. What was placed and
then rolled back is found out before the next batch, and forgotten.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta

from model import Item
from store import stories
from store.database import Connection, Database
from store.stories import Marked, Placed
from stories.cluster import Stories
from stories.report import Placement, Report

WINDOW = timedelta(days=4)
_MOST = 50_000  # items held in memory at once
_PAGE = 500  # items learned at once: some 100 ms
_YIELD = 50


class Placing:
    """Places new items, and knows what was placed before."""

    def __init__(self, window: timedelta = WINDOW, make: Callable[[], Stories] = Stories) -> None:
        """Know nothing yet; what was found longer than `window` ago is no part of any story that goes on."""
        self._window = window
        self._make = make
        self._learning = asyncio.Lock()
        self._stories = make()
        self._sure: int | None = None  # the newest item that is known to be kept as it was placed
        self._unsure: dict[int, Marked] = {}  # of the last batch: it may have been rolled back

    async def ready(self, database: Database, now: datetime) -> None:
        """Learn what the store knows while nobody waits; only the first time costs. Raises StoreError."""
        async with self._learning:
            if self._sure is None:
                async with database.read() as conn:
                    await self._catch_up(conn, now)

    async def take(self, conn: Connection, new: Sequence[Item], now: datetime) -> dict[int, Placed]:
        """Return which story each new item tells, by its id, and keep that in the caller's transaction."""
        if not new:
            return {}
        async with self._learning:
            await self._catch_up(conn, now)
            sure, self._sure = self._sure, None  # until all went well
            placed = {each.id: self._place(each) for each in sorted(new, key=_number)}
            self._sure = sure
            self._unsure = {each.id: Marked(placed[each.id].story_id, each.found) for each in new}
        await stories.add(conn, placed.values())
        return placed

    def _place(self, item: Item) -> Placed:
        return _kept(self._stories.place(report_of(item)))

    async def _catch_up(self, conn: Connection, now: datetime) -> None:
        sure, self._sure = self._sure, None  # what fails on the way begins again
        kept = {} if sure is None else await stories.placed_after(conn, sure)
        if sure is None or any(kept.get(number) != mark for number, mark in self._unsure.items()):
            self._stories, self._unsure = self._make(), {}
            sure = await stories.before_window(conn, now - self._window, _MOST)
            kept = await stories.placed_after(conn, sure)
        await self._learn(conn, kept, kept.keys() - self._unsure.keys())
        self._sure, self._unsure = max([sure, *kept]), {}
        self._stories.forget(now - self._window)

    async def _learn(self, conn: Connection, kept: dict[int, Marked], numbers: Collection[int]) -> None:
        some = sorted(numbers)
        for begin in range(0, len(some), _PAGE):
            found = await stories.told_by(conn, some[begin : begin + _PAGE])
            for count, item in enumerate(found.values()):
                self._stories.learn(report_of(item), kept[item.id].story_id)
                if count % _YIELD == 0:
                    await asyncio.sleep(0)


def report_of(item: Item) -> Report:
    """Return a kept item as clustering sees it."""
    entry = item.entry
    post = entry.guid.startswith("x:") and entry.author
    dated = entry.published is not None and entry.published <= item.found
    at = entry.published if dated and entry.published else item.found
    return Report(item.id, entry.author if post else item.source_name, entry, at)


def _kept(placement: Placement) -> Placed:
    return Placed(
        placement.item_id,
        placement.story_id,
        placement.proof.value if placement.proof else "",
        placement.beside,
        placement.shared,
        placement.digest,
    )


def _number(item: Item) -> int:
    return item.id
