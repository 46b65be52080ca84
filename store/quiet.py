"""Chats that must not be written to for a while: Telegram asked for it, or sending there fails.

Their deliveries keep their due times, so that what comes later does not overtake what had to wait.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from store.schema import quiet


async def spare(conn: AsyncConnection, chat_id: int, until: datetime, now: datetime) -> None:
    """Write nothing to a chat before `until`, over a restart too; forget whose time is over."""
    await conn.execute(delete(quiet).where((quiet.c.chat_id == chat_id) | (quiet.c.until <= now)))
    await conn.execute(quiet.insert(), [{"chat_id": chat_id, "until": until}])


def spared(now: datetime) -> Select[Any]:
    """Return the query for the chats that must not be written to now."""
    return select(quiet.c.chat_id).where(quiet.c.until > now)
