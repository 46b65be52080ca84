"""Chats that must not be written to for a while: Telegram asked for it, or sending there fails.

Their deliveries keep their due times, so that what comes later does not overtake what had to wait. Where Hark
lacks a right only what was owed then is put off: what comes later is tried, and tells when the right is back.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, case, delete, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import DeliveryState
from store.schema import Instant, delivery, quiet

UNCERTAIN_WAIT = timedelta(seconds=10)
"""Telegram's server holds a request up to 8 s before it answers; what may have arrived waits longer."""


async def spare(conn: AsyncConnection, chat_id: int, until: datetime, now: datetime) -> None:
    """Write nothing to a chat before `until`, over a restart too; forget whose time is over."""
    await conn.execute(delete(quiet).where((quiet.c.chat_id == chat_id) | (quiet.c.until <= now)))
    await conn.execute(quiet.insert(), [{"chat_id": chat_id, "until": until}])


def spared(now: datetime) -> Select[Any]:
    """Return the query for the chats that must not be written to now."""
    return select(quiet.c.chat_id).where(quiet.c.until > now)


async def until(conn: AsyncConnection, chat_id: int) -> datetime | None:
    """Return until when a chat must not be written to, None when it never had to be spared."""
    found = select(quiet.c.until).where(quiet.c.chat_id == chat_id)
    when: datetime | None = (await conn.execute(found)).scalar_one_or_none()
    return when


async def bring_forward(conn: AsyncConnection, chat_id: int, now: datetime) -> None:
    """Make what was put off for a chat due now: it takes messages again.

    What may have arrived still waits as long as Telegram may take to answer.
    """
    soonest = case(
        (delivery.c.uncertain, literal(now + UNCERTAIN_WAIT, Instant())), else_=literal(now, Instant())
    )
    await conn.execute(
        update(delivery)
        .where(delivery.c.chat_id == chat_id, delivery.c.state == DeliveryState.DUE.value)
        .where(delivery.c.due > soonest)
        .values(due=soonest)
    )


async def put_off(conn: AsyncConnection, now: datetime) -> list[int]:
    """Return the chats that are owed something later than now."""
    statement = select(delivery.c.chat_id).where(
        delivery.c.state == DeliveryState.DUE.value, delivery.c.due > now
    )
    return list((await conn.execute(statement.distinct())).scalars())
