"""Chats that heard nothing for long, and what was read for them meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from model import Chat, ChatKind, ChatState
from store import chats
from store.schema import chat, delivery, follow, item, source, watch


@dataclass(frozen=True, slots=True)
class Watched:
    """What was read for a chat in a while."""

    sources: int  # that are read for it
    failing: int  # of them
    entries: int  # that they brought
    last_read: datetime | None


async def unspoken(conn: AsyncConnection, since: datetime, most: int) -> list[Chat]:
    """Return up to `most` people who have waited since then with a watch at work, and were told nothing."""
    waits = exists().where(
        watch.c.chat_id == chat.c.id, ~watch.c.deleted, ~watch.c.paused, watch.c.created <= since
    )
    told = exists().where(delivery.c.chat_id == chat.c.id, delivery.c.created > since)
    rested = chat.c.since > since  # paused, blocked … within that time
    listens = (chat.c.state == ChatState.ACTIVE.value) & chat.c.news & rested.is_not(true())
    person = chat.c.kind == ChatKind.PRIVATE.value
    rows = await conn.execute(select(chat.c.id).where(person, listens, waits, ~told).limit(most))
    known = await chats.many(conn, list(rows.scalars()))
    return list(known.values())


def _read_for(chat_id: int) -> Sequence[ColumnElement[bool]]:
    mine = select(follow.c.source_id).where(follow.c.chat_id == chat_id)
    return (or_(source.c.shared, source.c.id.in_(mine)), source.c.due.is_not(None))


async def watched(conn: AsyncConnection, chat_id: int, since: datetime) -> Watched:
    """Return what was read for a chat since then."""
    columns = (func.count(), func.count(source.c.failing_since), func.max(source.c.last_read))
    row = (await conn.execute(select(*columns).where(*_read_for(chat_id)))).one()
    ids = select(source.c.id).where(*_read_for(chat_id))
    came = select(func.count()).where(item.c.source_id.in_(ids), item.c.found > since, ~item.c.baseline)
    entries = (await conn.execute(came.select_from(item))).scalar_one()
    return Watched(row[0], row[1], entries, row[2])
