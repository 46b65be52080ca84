"""Who manages which chats from their private chat, and for which of them they speak there now."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from store.database import insert_new
from store.schema import manager


async def note(conn: AsyncConnection, user_id: int, chat_id: int, now: datetime) -> None:
    """Remember that this person was an administrator of that chat just now."""
    mine = (manager.c.user_id == user_id, manager.c.chat_id == chat_id)
    known = await conn.execute(update(manager).where(*mine).values(seen=now))
    if known.rowcount == 0:
        row = {"user_id": user_id, "chat_id": chat_id, "seen": now, "chosen": False}
        await insert_new(conn, manager, [row])


async def forget(conn: AsyncConnection, user_id: int, chat_id: int) -> None:
    """Forget that this person manages that chat; who spoke for it speaks for themselves."""
    await conn.execute(delete(manager).where(manager.c.user_id == user_id, manager.c.chat_id == chat_id))


async def chats_of(conn: AsyncConnection, user_id: int, limit: int) -> list[int]:
    """Return the chats that this person was seen to manage, the latest first, `limit` at most."""
    mine = select(manager.c.chat_id).where(manager.c.user_id == user_id)
    return list((await conn.execute(mine.order_by(manager.c.seen.desc()).limit(limit))).scalars())


async def of_chat(conn: AsyncConnection, chat_id: int, limit: int) -> list[int]:
    """Return the people who were seen to manage a chat, the latest first, `limit` at most."""
    here = select(manager.c.user_id).where(manager.c.chat_id == chat_id)
    return list((await conn.execute(here.order_by(manager.c.seen.desc()).limit(limit))).scalars())


async def choose(conn: AsyncConnection, user_id: int, chat_id: int | None) -> None:
    """Let this person speak for a chat that they were noted to manage; None: for themselves."""
    mine = manager.c.user_id == user_id
    await conn.execute(update(manager).where(mine).values(chosen=manager.c.chat_id == (chat_id or 0)))


async def chosen(conn: AsyncConnection, user_id: int) -> int | None:
    """Return the chat for which this person speaks in private, None: for themselves."""
    mine = select(manager.c.chat_id).where(manager.c.user_id == user_id, manager.c.chosen.is_(True))
    return (await conn.execute(mine.limit(1))).scalar_one_or_none()
