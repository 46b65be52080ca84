"""What the public table of names answered, nothing included. Forgotten after a while, and never much."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from model import OtherNames
from store.database import insert_new
from store.schema import looked_up

SOMEBODY_FOR, NOBODY_FOR = timedelta(days=30), timedelta(days=7)
"""How long an answer holds: who is unknown today may have a page next week."""

MOST = 10_000
"""Answers kept; beyond, the oldest go first."""

LONGEST = 200
"""Characters of a key; an answer under a longer one is not kept."""


async def find(conn: AsyncConnection, key: str, now: datetime) -> OtherNames | None:
    """Return what was answered, None when it was never asked or too long ago."""
    row = (await conn.execute(select(looked_up).where(looked_up.c.name == key))).one_or_none()
    if row is None:
        return None
    kept = json.loads(row.found)
    found = OtherNames(kept["id"], tuple(kept["names"]), tuple(kept["accounts"]))
    return found if row.looked > now - (SOMEBODY_FOR if found.id else NOBODY_FOR) else None


async def put(conn: AsyncConnection, key: str, found: OtherNames, now: datetime) -> None:
    """Keep an answer in place of an older one; forget what is too old, and the oldest of too many."""
    await conn.execute(delete(looked_up).where(looked_up.c.looked <= now - SOMEBODY_FOR))
    if len(key) > LONGEST:
        return
    await conn.execute(delete(looked_up).where(looked_up.c.name == key))
    kept = {"id": found.id, "names": found.names, "accounts": found.accounts}
    row = {"name": key, "found": json.dumps(kept, ensure_ascii=False), "looked": now}
    await insert_new(conn, looked_up, [row])
    await _forget_oldest(conn)


async def _forget_oldest(conn: AsyncConnection) -> None:
    count = (await conn.execute(select(func.count()).select_from(looked_up))).scalar_one()
    if count <= MOST:
        return
    oldest = select(looked_up.c.name).order_by(looked_up.c.looked, looked_up.c.name).limit(count - MOST)
    await conn.execute(delete(looked_up).where(looked_up.c.name.in_(oldest)))
