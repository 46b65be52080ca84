"""Alerts beyond what a chat may have in a day: not sent, but counted, and listed while items are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from store.database import insert_new
from store.deliveries import OwedAlert
from store.schema import over, over_told


@dataclass(frozen=True, slots=True)
class Told:
    """The message that counts what is over on one day."""

    day: datetime  # when it began
    delivery_id: int


async def add(conn: AsyncConnection, beyond: Sequence[OwedAlert], now: datetime) -> None:
    """Keep alerts that are beyond the limit; an item counts once for each chat."""
    rows = [
        {"chat_id": each.chat_id, "item_id": each.item_id, "source_id": each.source_id, "at": now}
        for each in beyond
    ]
    await insert_new(conn, over, rows)


async def uncounted(conn: AsyncConnection) -> list[int]:
    """Return the chats with something that no message counts yet."""
    found = select(over.c.chat_id).where(~over.c.counted).distinct()
    return sorted((await conn.execute(found)).scalars())


async def count(conn: AsyncConnection, chat_id: int, since: datetime) -> int:
    """Return how much of a chat was over since then."""
    mine = select(func.count()).select_from(over).where(over.c.chat_id == chat_id, over.c.at >= since)
    return (await conn.execute(mine)).scalar_one()


async def when(conn: AsyncConnection, chat_id: int, item_id: int) -> datetime | None:
    """Return when an item was beyond the limit of a chat, None when it was not."""
    mine = select(over.c.at).where(over.c.chat_id == chat_id, over.c.item_id == item_id)
    found: datetime | None = (await conn.execute(mine)).scalar_one_or_none()
    return found


async def mark_counted(conn: AsyncConnection, chat_id: int) -> None:
    """Note that the chat's message counts all there is."""
    await conn.execute(update(over).where(over.c.chat_id == chat_id).values(counted=True))


async def told(conn: AsyncConnection, chat_id: int) -> Told | None:
    """Return the last message that counted for a chat, None when there was none."""
    row = (await conn.execute(select(over_told).where(over_told.c.chat_id == chat_id))).one_or_none()
    return None if row is None else Told(row.day, row.delivery_id)


async def keep_told(conn: AsyncConnection, chat_id: int, said: Told) -> None:
    """Remember which message counts for a chat."""
    await conn.execute(delete(over_told).where(over_told.c.chat_id == chat_id))
    row = {"chat_id": chat_id, "day": said.day, "delivery_id": said.delivery_id}
    await conn.execute(over_told.insert(), [row])


async def some(conn: AsyncConnection, chat_id: int, since: datetime) -> list[tuple[int, int]]:
    """Return (item, source) of what was over since then, the latest first."""
    mine = select(over.c.item_id, over.c.source_id).where(over.c.chat_id == chat_id, over.c.at >= since)
    rows = await conn.execute(mine.order_by(over.c.at.desc(), over.c.item_id.desc()))
    return [(row.item_id, row.source_id) for row in rows]


async def forget(conn: AsyncConnection, before: datetime) -> None:
    """Forget what was over before that time."""
    await conn.execute(delete(over).where(over.c.at < before))
    await conn.execute(delete(over_told).where(over_told.c.day < before))
