"""Hits that were not told because the watch, or its chat, was at rest: for /why, as long as items are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from store.database import insert_new
from store.schema import held


class HeldBy(StrEnum):
    """Why a hit was not told."""

    MUTE = "mute"
    PAUSE = "pause"
    CHAT_PAUSED = "chat-paused"
    CHAT_LOST = "chat-lost"
    CHAT_BANNED = "chat-banned"
    QUOTA = "quota"  # the chat had its alerts of the day
    SOURCES = "sources"  # too few independent sources report its story


@dataclass(frozen=True, slots=True)
class Held:
    """A hit of one watch that was kept back, and by what."""

    item_id: int
    watch_id: int
    chat_id: int
    by: HeldBy
    at: datetime
    since: datetime | None = None  # of a chat's rest; None: not known
    until: datetime | None = None  # of a mute


async def add(conn: AsyncConnection, new: Sequence[Held]) -> None:
    """Keep why hits were not told; what kept a hit back first stays."""
    await insert_new(conn, held, [asdict(each) | {"by": each.by.value} for each in new])


async def of_item(conn: AsyncConnection, chat_id: int, item_id: int) -> dict[int, Held]:
    """Return what kept an item back from a chat, by watch."""
    mine = (held.c.item_id == item_id) & (held.c.chat_id == chat_id)
    return {
        row.watch_id: Held(
            row.item_id, row.watch_id, row.chat_id, HeldBy(row.by), row.at, row.since, row.until
        )
        for row in await conn.execute(select(held).where(mine))
    }


async def forget(conn: AsyncConnection, before: datetime) -> None:
    """Forget what was kept back before that time."""
    await conn.execute(delete(held).where(held.c.at < before))
