"""What members of groups propose to watch, until an administrator has decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from store.database import next_ids
from store.schema import proposal


@dataclass(frozen=True, slots=True)
class Wish:
    """Who wishes what to be watched, and where."""

    chat_id: int
    thread_id: int | None
    user_id: int
    name: str  # as they were called then
    words: tuple[str, ...]  # queries


@dataclass(frozen=True, slots=True)
class Proposal:
    """A wish that waits."""

    id: int
    wish: Wish
    made: datetime


def _proposal(row: Row[Any]) -> Proposal:
    words = tuple(row.words.splitlines())
    return Proposal(row.id, Wish(row.chat_id, row.thread_id, row.user_id, row.name, words), row.made)


async def add(conn: AsyncConnection, wish: Wish, now: datetime) -> int:
    """Keep a wish. Returns its number."""
    [number] = await next_ids(conn, "proposal", 1)
    where = {"chat_id": wish.chat_id, "thread_id": wish.thread_id, "user_id": wish.user_id}
    what = {"name": wish.name, "words": "\n".join(wish.words), "made": now}
    await conn.execute(proposal.insert(), [{"id": number} | where | what])
    return number


async def find(conn: AsyncConnection, chat_id: int, number: int) -> Proposal | None:
    """Return what was proposed in a chat under that number, None when it is decided or forgotten."""
    here = (proposal.c.id == number) & (proposal.c.chat_id == chat_id)
    row = (await conn.execute(select(proposal).where(here))).one_or_none()
    return None if row is None else _proposal(row)


async def waiting(conn: AsyncConnection, chat_id: int, since: datetime) -> list[Proposal]:
    """Return what was proposed in a chat since then and waits, the oldest first."""
    here = (proposal.c.chat_id == chat_id) & (proposal.c.made >= since)
    return [
        _proposal(row) for row in await conn.execute(select(proposal).where(here).order_by(proposal.c.id))
    ]


async def drop(conn: AsyncConnection, number: int) -> None:
    """Forget a proposal: it is decided."""
    await conn.execute(delete(proposal).where(proposal.c.id == number))


async def forget(conn: AsyncConnection, before: datetime) -> None:
    """Forget what was proposed before then."""
    await conn.execute(delete(proposal).where(proposal.c.made < before))
