"""Small facts about the running Hark itself: last update handled, heartbeat, what was already told."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from store.database import insert_new
from store.schema import setting


async def get(conn: AsyncConnection, name: str) -> str:
    """Return the value, "" when it was never set."""
    found = await conn.execute(select(setting.c.value).where(setting.c.name == name))
    return found.scalar_one_or_none() or ""


async def put(conn: AsyncConnection, name: str, value: str) -> None:
    """Keep the value."""
    changed = await conn.execute(update(setting).where(setting.c.name == name).values(value=value))
    if changed.rowcount == 0:
        await insert_new(conn, setting, [{"name": name, "value": value}])
