"""Watches that find nothing, and when their chats were told so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import Chat, ChatKind, ChatState
from store import chats
from store.database import insert_new
from store.schema import chat, watch
from store.schema_idle import idle


async def unlooked(conn: AsyncConnection, before: datetime, made: datetime, most: int) -> list[Chat]:
    """Return up to `most` people with a watch at work since `made`, and not looked at since `before`."""
    works = exists().where(
        watch.c.chat_id == chat.c.id, ~watch.c.deleted, ~watch.c.paused, watch.c.created <= made
    )
    done = exists().where(idle.c.chat_id == chat.c.id, (idle.c.looked > before) | ~idle.c.wanted)
    person = (chat.c.kind == ChatKind.PRIVATE.value) & (chat.c.state == ChatState.ACTIVE.value)
    rows = await conn.execute(select(chat.c.id).where(person, works, ~done).limit(most))
    return list((await chats.many(conn, list(rows.scalars()))).values())


async def looked(conn: AsyncConnection, chat_ids: Collection[int], now: datetime) -> None:
    """Remember that these chats were looked at."""
    await insert_new(conn, idle, [{"chat_id": each, "looked": now, "wanted": True} for each in chat_ids])
    await conn.execute(update(idle).where(idle.c.chat_id.in_(chat_ids)).values(looked=now))


async def want(conn: AsyncConnection, chat_id: int, now: datetime, *, wanted: bool) -> None:
    """Remember whether a chat wants to hear of such watches."""
    await insert_new(conn, idle, [{"chat_id": chat_id, "looked": now, "wanted": wanted}])
    await conn.execute(update(idle).where(idle.c.chat_id == chat_id).values(wanted=wanted))
