"""Which story each kept item tells: decided once, read again after a restart and by other processes."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from model import Item
from store.items import of_row
from store.schema import item, report, source

_CHUNK = 500  # below the parameter limits of every SQLite build


@dataclass(frozen=True, slots=True)
class Placed:
    """Which story an item tells, and by which evidence."""

    item_id: int
    story_id: int  # the id of the item that opened it
    proof: str = ""  # "": it opened its story
    beside: int = 0  # the item of the story that it agrees with most; 0: none
    shared: tuple[str, ...] = ()  # words that both say
    digest: bool = False  # a round-up, or a page that goes on


@dataclass(frozen=True, slots=True)
class Marked:
    """By what a process knows again that an item is the one which it placed."""

    story_id: int
    found: datetime


def _placed(row: Row[Any]) -> Placed:
    return Placed(
        row.item_id, row.story_id, row.proof, row.beside, tuple(json.loads(row.shared)), bool(row.digest)
    )


async def add(conn: AsyncConnection, new: Iterable[Placed]) -> None:
    """Keep which stories new items tell."""
    rows = [
        {
            "item_id": each.item_id,
            "story_id": each.story_id,
            "proof": each.proof,
            "beside": each.beside,
            "shared": json.dumps(each.shared, ensure_ascii=False),
            "digest": each.digest,
        }
        for each in new
    ]
    if rows:
        await conn.execute(report.insert(), rows)


async def before_window(conn: AsyncConnection, since: datetime, most: int) -> int:
    """Return the last placed item before the newest `most` that were found since then; 0: there is none."""
    newest = select(report.c.item_id).order_by(report.c.item_id.desc()).limit(most).subquery()
    inside = item.c.id.in_(select(newest.c.item_id)) & (item.c.found >= since)
    first = (await conn.execute(select(func.min(item.c.id)).where(inside))).scalar_one()
    if first is not None:
        return int(first) - 1
    return (await conn.execute(select(func.max(report.c.item_id)))).scalar_one() or 0


async def placed_after(conn: AsyncConnection, item_id: int) -> dict[int, Marked]:
    """Return the items after this one that were placed, in their order."""
    statement = (
        select(report.c.item_id, report.c.story_id, item.c.found)
        .join(item, item.c.id == report.c.item_id)
        .where(report.c.item_id > item_id)
        .order_by(report.c.item_id)
    )
    return {row.item_id: Marked(row.story_id, row.found) for row in await conn.execute(statement)}


async def told_by(conn: AsyncConnection, item_ids: Collection[int]) -> dict[int, Item]:
    """Return items under the names of the sources that brought them, by id."""
    found: dict[int, Item] = {}
    for ids in _chunks(item_ids):
        named = select(item, source.c.name.label("source_name")).outerjoin(
            source, source.c.id == item.c.source_id
        )
        rows = await conn.execute(named.where(item.c.id.in_(ids)).order_by(item.c.id))
        found |= {row.id: of_row(row) for row in rows}
    return found


async def of_items(conn: AsyncConnection, item_ids: Collection[int]) -> dict[int, Placed]:
    """Return what is known of these items, by id; one that was never placed is not there."""
    found: dict[int, Placed] = {}
    for ids in _chunks(item_ids):
        rows = await conn.execute(select(report).where(report.c.item_id.in_(ids)))
        found |= {row.item_id: _placed(row) for row in rows}
    return found


async def of_stories(conn: AsyncConnection, story_ids: Collection[int]) -> dict[int, list[Placed]]:
    """Return all that tell these stories, in their order, by story."""
    found: dict[int, list[Placed]] = {}
    for ids in _chunks(story_ids):
        statement = select(report).where(report.c.story_id.in_(ids)).order_by(report.c.item_id)
        for row in await conn.execute(statement):
            found.setdefault(row.story_id, []).append(_placed(row))
    return found


def _chunks(values: Collection[int]) -> Iterable[Sequence[int]]:
    some = sorted(values)
    return (some[start : start + _CHUNK] for start in range(0, len(some), _CHUNK))
