"""Items and the keys they are recognised by."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import BigInteger, Row, delete, func, literal, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import Entry, Item, KnownItem
from store.database import insert_new
from store.schema import instant, item, item_key, joined, report, source, waiting

_T = TypeVar("_T")
_LIKELY = 50  # items looked at for one key
_PAGE = 1_000  # items read at once
_CHUNK = 500  # below the parameter limits of every SQLite build


@dataclass(frozen=True, slots=True)
class NewItem:
    """An item about to be kept, with every key it is recognised by."""

    item: Item
    keys: tuple[str, ...]


def of_row(row: Row[Any]) -> Item:
    """Return a kept item from its row and the name of a source."""
    entry = Entry(
        guid=row.guid,
        url=row.url,
        title=row.title,
        text=row.text,
        author=row.author,
        published=row.published,
        language=row.language,
        tags=tuple(json.loads(row.tags)),
        media=tuple(json.loads(row.media)),
    )
    return Item(row.id, row.source_id, row.source_name or "", entry, row.found, row.baseline)


def _row(value: Item) -> dict[str, Any]:
    entry = value.entry
    return {
        "id": value.id,
        "source_id": value.source_id,
        "guid": entry.guid,
        "url": entry.url,
        "title": entry.title,
        "text": entry.text,
        "author": entry.author,
        "published": entry.published,
        "language": entry.language,
        "tags": json.dumps(entry.tags, ensure_ascii=False),
        "media": json.dumps(entry.media, ensure_ascii=False),
        "found": value.found,
        "seen": value.found,
        "baseline": value.baseline,
    }


async def known(conn: AsyncConnection, keys: Collection[str]) -> list[KnownItem]:
    """Return the kept items that share any of the keys, each with every key it was seen under."""
    found: set[int] = set()
    for some in _chunks(list(keys)):
        found.update(
            (await conn.execute(select(item_key.c.item_id).where(item_key.c.key.in_(some)))).scalars()
        )
    if not found:
        return []
    known_keys: dict[int, set[str]] = defaultdict(set)
    facts: list[Row[Any]] = []
    for ids in _chunks(list(found)):
        for row in await conn.execute(select(item_key).where(item_key.c.item_id.in_(ids))):
            known_keys[row.item_id].add(row.key)
        facts += await conn.execute(
            select(item.c.id, item.c.source_id, item.c.published, source.c.shared)
            .outerjoin(source, source.c.id == item.c.source_id)
            .where(item.c.id.in_(ids))
            .order_by(item.c.id)
        )
    return [
        KnownItem(row.id, row.source_id, frozenset(known_keys[row.id]), row.published, bool(row.shared))
        for row in facts
    ]


def _chunks(values: Sequence[_T]) -> Iterable[Sequence[_T]]:
    return (values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK))


async def add(conn: AsyncConnection, new: Sequence[NewItem]) -> None:
    """Keep new items with their keys."""
    if not new:
        return
    await conn.execute(item.insert(), [_row(each.item) for each in new])
    await add_keys(conn, [(key, each.item.id) for each in new for key in each.keys])


async def add_keys(conn: AsyncConnection, keys: Sequence[tuple[str, int]]) -> None:
    """Remember further keys of kept items; those already known are left."""
    await insert_new(conn, item_key, [{"key": key, "item_id": item_id} for key, item_id in keys])


async def entries(conn: AsyncConnection, item_ids: Collection[int]) -> dict[int, Entry]:
    """Return what kept items say, by id."""
    found: dict[int, Entry] = {}
    for ids in _chunks(list(item_ids)):
        rows = await conn.execute(select(item, literal("").label("source_name")).where(item.c.id.in_(ids)))
        found |= {row.id: of_row(row).entry for row in rows}
    return found


async def revise(conn: AsyncConnection, changed: Mapping[int, Entry]) -> None:
    """Let kept items say what their source says now; by what they are known stays."""
    for item_id, entry in changed.items():
        values = {
            "title": entry.title,
            "text": entry.text,
            "author": entry.author,
            "tags": json.dumps(entry.tags, ensure_ascii=False),
            "media": json.dumps(entry.media, ensure_ascii=False),
        }
        await conn.execute(update(item).where(item.c.id == item_id).values(**values))


async def mark_seen(conn: AsyncConnection, item_ids: Collection[int], now: datetime) -> None:
    """Note that these items were listed until now, so that retention counts from now."""
    for ids in _chunks(list(item_ids)):
        await conn.execute(update(item).where(item.c.id.in_(ids)).values(seen=now))


async def get(conn: AsyncConnection, item_id: int, source_id: int | None = None) -> Item | None:
    """Return a kept item under the name of the source that brought it, None when it is forgotten."""
    through = item.c.source_id if source_id is None else source_id
    names = source.c.name.label("source_name"), source.c.owner
    statement = select(item, *names).outerjoin(source, source.c.id == through)
    row = (await conn.execute(statement.where(item.c.id == item_id))).one_or_none()
    return None if row is None else replace(of_row(row), owner=row.owner or "")


async def keys_of(conn: AsyncConnection, item_id: int) -> frozenset[str]:
    """Return the keys of a kept item, and the marks of further sources that listed it."""
    statement = select(item_key.c.key).where(item_key.c.item_id == item_id)
    return frozenset((await conn.execute(statement)).scalars())


async def is_gone(conn: AsyncConnection, item_id: int) -> bool:
    """Tell whether the author of a kept item was found to have deleted it."""
    statement = select(item.c.gone).where(item.c.id == item_id)
    return (await conn.execute(statement)).scalar_one_or_none() is not None


@dataclass(frozen=True, slots=True)
class Kept:
    """Items as they were read; a thread can make them ready, thousands of them, while others are served."""

    rows: tuple[tuple[Any, ...], ...]
    names: Mapping[int, str]  # of the sources, by id

    def __len__(self) -> int:
        return len(self.rows)

    def items(self) -> list[Item]:
        """Return the items, newest first, with what matching and showing need: no guid, no media."""
        return [_of_plain(row, self.names) for row in self.rows]


_PLAIN = (
    *(item.c.id, item.c.source_id, item.c.url, item.c.title, item.c.text, item.c.author, item.c.language),
    *(item.c.tags, item.c.baseline, type_coerce(item.c.published, BigInteger)),
    type_coerce(item.c.found, BigInteger),
)  # times as numbers: ten thousand are turned into times where nobody waits


def _of_plain(row: tuple[Any, ...], names: Mapping[int, str]) -> Item:
    number, source_id, url, title, text, author, language, tags, baseline, published, found = row
    entry = Entry(
        url=url,
        title=title,
        text=text,
        author=author,
        published=None if published is None else instant(published),
        language=language,
        tags=() if tags == "[]" else tuple(json.loads(tags)),
    )
    return Item(number, source_id, names.get(source_id, ""), entry, instant(found), bool(baseline))


async def of_sources(
    conn: AsyncConnection, source_ids: Collection[int] | None, since: datetime, limit: int
) -> Kept:
    """Return the newest items found since then, of shared sources and these (None: of no others).

    What its author has deleted is left out.
    """
    serving = source.c.shared if source_ids is None else source.c.shared | source.c.id.in_(source_ids)
    names = {
        row.id: row.name for row in await conn.execute(select(source.c.id, source.c.name).where(serving))
    }
    # "+ 0": by the index of sources every row would have to be sorted
    of_these = (item.c.source_id + 0).in_(select(source.c.id).where(serving))
    statement = select(*_PLAIN).where(item.c.found >= since, item.c.gone.is_(None), of_these)
    rows: list[tuple[Any, ...]] = []
    while len(rows) < limit:  # page by page, so that nobody waits for all of them
        older = statement.where(item.c.id < rows[-1][0]) if rows else statement
        size = min(_PAGE, limit - len(rows))
        page = (await conn.execute(older.order_by(item.c.id.desc()).limit(size))).all()
        rows += map(tuple, page)
        if len(page) < size:
            break
    return Kept(tuple(rows), names)


async def forget(conn: AsyncConnection, before: datetime, listed: Collection[int], limit: int = 1000) -> int:
    """Forget up to `limit` items last seen before that time and not listed any more. Returns how many."""
    statement = select(item.c.id).where(item.c.seen < before).order_by(item.c.seen).limit(limit + len(listed))
    old = [i for i in (await conn.execute(statement)).scalars() if i not in listed][:limit]
    for ids in _chunks(old):
        for kept in (item_key, report, joined, waiting):
            await conn.execute(delete(kept).where(kept.c.item_id.in_(ids)))
        await conn.execute(delete(item).where(item.c.id.in_(ids)))
    return len(old)


async def listed(conn: AsyncConnection) -> frozenset[int]:
    """Return the ids of the items that some polled source lists now."""
    blobs = (await conn.execute(select(source.c.listing).where(source.c.due.is_not(None)))).scalars()
    return frozenset(
        int.from_bytes(blob[at : at + 8], "little") for blob in blobs for at in range(8, len(blob), 16)
    ) - {0}  # what was passed over is no item


async def count(conn: AsyncConnection, since: datetime) -> int:
    """Return how many items were found since then."""
    return (await conn.execute(select(func.count()).where(item.c.found >= since))).scalar_one()
