"""What chats call people and things themselves: rows of names, those of one row mean the same."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import OwnNames
from store.database import next_ids
from store.schema import chat_name


def _own(row: Row[Any]) -> OwnNames:
    return OwnNames(row.id, row.chat_id, tuple(json.loads(row.names)))


def _json(names: Sequence[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)


async def add(conn: AsyncConnection, chat_id: int, names: Sequence[str], now: datetime) -> OwnNames:
    """Keep a new row of names and return it. Whether they are names, and not too many, the caller knows.

    The watches of the chat do not know of it until `handlers.own_names.apply_names` has told them.
    """
    [new_id] = await next_ids(conn, "chat_name", 1)
    row = {"id": new_id, "chat_id": chat_id, "names": _json(names), "created": now}
    await conn.execute(chat_name.insert(), [row])
    return OwnNames(new_id, chat_id, tuple(names))


async def of_chat(conn: AsyncConnection, chat_id: int) -> list[OwnNames]:
    """Return the rows of the chat, oldest first."""
    statement = select(chat_name).where(chat_name.c.chat_id == chat_id).order_by(chat_name.c.id)
    return [_own(row) for row in await conn.execute(statement)]


async def change(conn: AsyncConnection, chat_id: int, row_id: int, names: Sequence[str]) -> bool:
    """Let a row of the chat hold these names instead. Returns whether it exists."""
    mine = (chat_name.c.id == row_id) & (chat_name.c.chat_id == chat_id)
    changed = await conn.execute(update(chat_name).where(mine).values(names=_json(names)))
    return changed.rowcount > 0


async def remove(conn: AsyncConnection, chat_id: int, row_id: int) -> OwnNames | None:
    """Forget a row of the chat. Returns what it held, None when there is none."""
    mine = (chat_name.c.id == row_id) & (chat_name.c.chat_id == chat_id)
    row = (await conn.execute(select(chat_name).where(mine))).one_or_none()
    if row is None:
        return None
    await conn.execute(delete(chat_name).where(mine))
    return _own(row)
