"""Subscriptions at hubs: which source, under which secret address, agreed until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from store.database import insert_new
from store.schema import source
from store.schema_push import push


class Stage(StrEnum):
    """The life of a subscription."""

    WANTED = "wanted"  # to be asked for
    PENDING = "pending"  # asked for; the hub has not verified it yet
    ACTIVE = "active"


@dataclass(frozen=True, slots=True)
class Subscription:
    """What one source has at its hub; `token` and `secret` are never shown."""

    source_id: int
    hub: str
    topic: str
    token: str
    secret: str
    stage: Stage
    due: datetime
    attempts: int = 0
    until: datetime | None = None


def _subscription(row: Row[Any]) -> Subscription:
    return Subscription(
        row.source_id,
        row.hub,
        row.topic,
        row.token,
        row.secret,
        Stage(row.state),
        row.due,
        row.attempts,
        row.until,
    )


async def offer(conn: AsyncConnection, new: Subscription) -> None:
    """Remember that a source has a hub; one that names the same as before changes nothing."""
    known = (await conn.execute(select(push).where(push.c.source_id == new.source_id))).one_or_none()
    if known is not None:
        if (known.hub, known.topic) == (new.hub, new.topic):
            return
        await conn.execute(delete(push).where(push.c.source_id == new.source_id))
    await insert_new(conn, push, [_row(new)])


def _row(value: Subscription) -> dict[str, Any]:
    return {
        "source_id": value.source_id,
        "hub": value.hub,
        "topic": value.topic,
        "token": value.token,
        "secret": value.secret,
        "state": value.stage.value,
        "due": value.due,
        "attempts": value.attempts,
        "until": value.until,
    }


async def save(conn: AsyncConnection, changed: Subscription) -> None:
    """Keep a subscription as it stands now; one that was replaced meanwhile is left alone."""
    mine = (push.c.source_id == changed.source_id) & (push.c.token == changed.token)
    await conn.execute(update(push).where(mine).values(_row(changed)))


async def due(conn: AsyncConnection, now: datetime, most: int) -> Sequence[Subscription]:
    """Return subscriptions whose hub is to be asked now, of sources that somebody wants."""
    wanted = select(source.c.id).where(source.c.due.is_not(None))
    statement = select(push).where(push.c.due <= now, push.c.source_id.in_(wanted)).order_by(push.c.due)
    return [_subscription(row) for row in await conn.execute(statement.limit(most))]


async def by_token(conn: AsyncConnection, token: str) -> Subscription | None:
    """Return the subscription with this secret address, None when there is none."""
    row = (await conn.execute(select(push).where(push.c.token == token))).one_or_none()
    return None if row is None else _subscription(row)


async def hear(conn: AsyncConnection, of: Subscription, now: datetime) -> None:
    """Remember that the hub keeps its word."""
    mine = (push.c.source_id == of.source_id) & (push.c.token == of.token)
    await conn.execute(update(push).where(mine).values(heard=now))


async def forget_unread(conn: AsyncConnection) -> None:
    """Forget the subscriptions of sources that nobody wants read any more."""
    wanted = select(source.c.id).where(source.c.due.is_not(None))
    await conn.execute(delete(push).where(push.c.source_id.not_in(wanted)))
