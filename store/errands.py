"""Errands: long work that a person asked for, kept until it is answered."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import Errand
from store.database import next_ids
from store.schema import errand

LEASE = timedelta(minutes=2)
"""An errand whose worker died is taken up again after this, or at the next start."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An errand as a person asks for it."""

    chat_id: int
    kind: str
    payload: Mapping[str, str]
    thread_id: int | None = None


async def add(conn: AsyncConnection, asked: Asked, now: datetime) -> None:
    """Keep an errand that is due then."""
    [new_id] = await next_ids(conn, "errand", 1)
    row = {"id": new_id, "chat_id": asked.chat_id, "thread_id": asked.thread_id, "kind": asked.kind}
    await conn.execute(errand.insert(), [row | {"payload": json.dumps(dict(asked.payload)), "due": now}])


@asynccontextmanager
async def answered_in(
    conn: AsyncConnection, chat_id: int, told: tuple[int, int | None]
) -> AsyncIterator[None]:
    """Let the errands of a chat that are added within be answered in another chat, and in a topic of it."""
    [mark] = await next_ids(conn, "errand", 1)  # whoever else counts waits until this transaction ends
    yield
    mine = update(errand).where(errand.c.chat_id == chat_id, errand.c.id > mark)
    await conn.execute(mine.values(told_to=told[0], told_thread=told[1]))


async def claim(conn: AsyncConnection, now: datetime, limit: int) -> list[Errand]:
    """Lease up to `limit` due errands, oldest first."""
    due = (
        select(errand.c.id)
        .where(errand.c.due <= now)
        .order_by(errand.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .cte("claimed")
    )
    statement = (
        update(errand)
        .where(errand.c.id.in_(select(due.c.id)))
        .values(due=now + LEASE, lease=errand.c.lease + 1, attempts=errand.c.attempts + 1)
        .returning(errand)
    )
    rows = await conn.execute(statement)
    found = [
        Errand(
            r.id,
            r.chat_id,
            r.kind,
            json.loads(r.payload),
            r.thread_id,
            r.lease,
            r.attempts,
            r.told_to,
            r.told_thread,
        )
        for r in rows
    ]
    return sorted(found, key=lambda each: each.id)


async def finish(conn: AsyncConnection, done: Errand) -> bool:
    """Delete an errand that is answered. Returns False when a newer claimant has it."""
    gone = await conn.execute(delete(errand).where(errand.c.id == done.id, errand.c.lease == done.lease))
    return gone.rowcount > 0


async def release(conn: AsyncConnection, now: datetime) -> None:
    """Make every errand due. For the start of the only process."""
    await conn.execute(update(errand).values(due=now))
