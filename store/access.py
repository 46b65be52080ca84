"""Whom the operators let use Hark, and whom not: bans, the allow-list, and who asked to be on it.

An id is that of a chat or of a person, whose private chat has the same. A ban outlives what it is about, so
its column is not called `chat_id`: erasing a chat does not lift it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from store import settings
from store.database import insert_new
from store.schema import access, chat, follow, watch

_CLOSED = "closed"


class Verdict(StrEnum):
    """What the operators said of somebody."""

    BANNED = "banned"
    ALLOWED = "allowed"
    ASKING = "asking"  # they have not answered
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Access:
    """What the operators said of a chat or person."""

    id: int
    verdict: Verdict
    since: datetime
    name: str = ""  # as it was called then

    @property
    def shown(self) -> str:
        """What operators recognise it by."""
        return self.name or str(self.id)


def _access(row: Row[Any]) -> Access:
    return Access(row.id, Verdict(row.verdict), row.since, row.name)


async def put(conn: AsyncConnection, said: Access) -> None:
    """Keep what the operators say; it takes the place of what they said before."""
    await conn.execute(delete(access).where(access.c.id == said.id))
    row = {"id": said.id, "verdict": said.verdict.value, "since": said.since, "name": said.name}
    await insert_new(conn, access, [row])


async def drop(conn: AsyncConnection, number: int) -> Access | None:
    """Forget what was said of a chat or person. Returns it, None when nothing was."""
    found = (await of(conn, [number])).get(number)
    await conn.execute(delete(access).where(access.c.id == number))
    return found


async def forget_names(conn: AsyncConnection, numbers: Collection[int]) -> None:
    """Keep of erased chats only what the operators decided, by number; who asked has not asked."""
    mine = access.c.id.in_(numbers)
    await conn.execute(delete(access).where(mine, access.c.verdict == Verdict.ASKING.value))
    await conn.execute(update(access).where(mine).values(name=""))


async def of(conn: AsyncConnection, numbers: Collection[int]) -> dict[int, Access]:
    """Return what was said of these chats and people, by id."""
    rows = await conn.execute(select(access).where(access.c.id.in_(numbers)))
    return {row.id: _access(row) for row in rows}


async def listed(conn: AsyncConnection, verdict: Verdict) -> list[Access]:
    """Return everybody of whom that was said, the latest first."""
    said = select(access).where(access.c.verdict == verdict.value)
    return [_access(row) for row in await conn.execute(said.order_by(access.c.since.desc(), access.c.id))]


async def count(conn: AsyncConnection, verdict: Verdict) -> int:
    """Return of how many that was said."""
    said = select(func.count()).select_from(access).where(access.c.verdict == verdict.value)
    return (await conn.execute(said)).scalar_one()


async def tell_once(conn: AsyncConnection, numbers: Collection[int]) -> bool:
    """Return True the first time that one of these banned ones is to be told so, and remember it."""
    untold = access.c.id.in_(numbers) & (access.c.verdict == Verdict.BANNED.value) & ~access.c.told
    return (await conn.execute(update(access).where(untold).values(told=True))).rowcount > 0


async def migrate(conn: AsyncConnection, old_id: int, new_id: int) -> None:
    """Let what was said of a group count for the supergroup that it became."""
    known = await of(conn, [old_id, new_id])
    if old_id not in known:
        return
    if new_id not in known or known[old_id].verdict is Verdict.BANNED:
        await conn.execute(delete(access).where(access.c.id == new_id))
        await conn.execute(update(access).where(access.c.id == old_id).values(id=new_id))
    else:
        await conn.execute(delete(access).where(access.c.id == old_id))


async def closed(conn: AsyncConnection) -> bool:
    """Return whether the operators closed Hark to all but the allow-list, beyond what the file says."""
    return await settings.get(conn, _CLOSED) == "1"


async def close(conn: AsyncConnection, now: datetime, *, on: bool) -> int:
    """Serve only the allow-list, or everybody again. Returns how many were put on it.

    Those are the chats that watch or follow something already: closing the door turns nobody out.
    """
    await settings.put(conn, _CLOSED, "1" if on else "")
    if not on:
        return 0
    using = select(watch.c.chat_id).where(~watch.c.deleted).union(select(follow.c.chat_id))
    here = select(chat.c.id, chat.c.title).where(chat.c.id.in_(using), chat.c.id.not_in(select(access.c.id)))
    rows = [
        {"id": row.id, "verdict": Verdict.ALLOWED.value, "since": now, "name": row.title}
        for row in await conn.execute(here)
    ]
    if rows:
        await insert_new(conn, access, rows)
    return len(rows)
