"""Outages of sources as they were told: which message says so to which chat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import Failure, FailureReason, Source
from store.schema import outage, source


@dataclass(frozen=True, slots=True)
class Outage:
    """A source that failed, as one message told a chat."""

    delivery_id: int
    source_id: int
    chat_id: int
    since: datetime
    failure: Failure
    ended: datetime | None = None  # None: it still fails
    shown: bool = False  # the message says that it ended


async def add(
    conn: AsyncConnection, delivery_id: int, chat_id: int, some: Iterable[Source], now: datetime
) -> None:
    """Remember which message tells a chat that these sources fail."""
    of_message = {"delivery_id": delivery_id, "chat_id": chat_id}
    if rows := [of_message | _row(each, now) for each in some]:
        await conn.execute(outage.insert(), rows)


def _row(failing: Source, now: datetime) -> dict[str, Any]:
    failure = failing.failure or Failure(FailureReason.UNREACHABLE)
    return {
        "source_id": failing.id,
        "since": failing.failing_since or now,
        "reason": failure.reason.value,
        "status": failure.status,
    }


async def end(conn: AsyncConnection, source_ids: Collection[int], now: datetime) -> None:
    """Note that these sources are read again."""
    over = update(outage).where(outage.c.source_id.in_(list(source_ids)), outage.c.ended.is_(None))
    await conn.execute(over.values(ended=now))


async def unshown(conn: AsyncConnection) -> dict[int, list[Outage]]:
    """Return by delivery all that each message tells which does not say yet that some of it is over."""
    late = select(outage.c.delivery_id).where(outage.c.ended.is_not(None), ~outage.c.shown)
    statement = select(outage).where(outage.c.delivery_id.in_(late))
    found: dict[int, list[Outage]] = defaultdict(list)
    for row in await conn.execute(statement.order_by(outage.c.delivery_id, outage.c.source_id)):
        failure = Failure(FailureReason(row.reason), row.status)
        found[row.delivery_id].append(
            Outage(row.delivery_id, row.source_id, row.chat_id, row.since, failure, row.ended, row.shown)
        )
    return dict(found)


async def mark_shown(conn: AsyncConnection, delivery_id: int) -> None:
    """Note that a message says what is over; one that has nothing more to say is forgotten."""
    mine = outage.c.delivery_id == delivery_id
    await conn.execute(update(outage).where(mine, outage.c.ended.is_not(None)).values(shown=True))
    failing = select(outage.c.delivery_id).where(mine, outage.c.ended.is_(None))
    if (await conn.execute(failing.limit(1))).first() is None:
        await conn.execute(delete(outage).where(mine))


async def forget_unread(conn: AsyncConnection) -> None:
    """Forget the outages of sources that nobody wants read any more."""
    polled = select(source.c.id).where(source.c.due.is_not(None))
    await conn.execute(delete(outage).where(outage.c.source_id.not_in(polled), outage.c.ended.is_(None)))
