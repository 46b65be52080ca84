"""What operators tell all chats: one text at a time, each chat once, whatever happens meanwhile.

Which chats have it is told by the outbox itself, so that a restart or a group's new id neither repeats nor
skips anybody.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import Chat, ChatKind, ChatState, DeliveryState
from store import chats
from store.database import next_ids
from store.schema import broadcast, chat, delivery

_WAITING = (DeliveryState.DUE.value, DeliveryState.HELD.value)
_NO_LONGER = timedelta(minutes=10)  # what is put off longer could not be sent


class Stage(StrEnum):
    """How far a broadcast is."""

    DRAFT = "draft"
    SENDING = "sending"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One text for all chats."""

    id: int
    chat_id: int  # the operator's
    text: str
    stage: Stage
    message_id: int | None = None  # the message that shows how far it is


@dataclass(frozen=True, slots=True)
class Audience:
    """How many chats a broadcast would reach, and how many not."""

    reached: int = 0
    unwilling: int = 0  # want no such messages
    paused: int = 0
    lost: int = 0  # out of reach, or banned


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of a broadcast so far."""

    sent: int
    failed: int
    waiting: int  # owed, and not settled
    unasked: int  # chats that are not owed it yet

    @property
    def total(self) -> int:
        """All chats that it is for."""
        return self.sent + self.failed + self.waiting + self.unasked


def _broadcast(row: Row[Any]) -> Broadcast:
    return Broadcast(row.id, row.chat_id, row.text, Stage(row.stage), row.message_id)


async def draft(conn: AsyncConnection, chat_id: int, text: str, now: datetime) -> Broadcast:
    """Keep a text that an operator may send; their earlier draft is forgotten."""
    mine = (broadcast.c.chat_id == chat_id) & (broadcast.c.stage == Stage.DRAFT.value)
    await conn.execute(delete(broadcast).where(mine))
    [new_id] = await next_ids(conn, "broadcast", 1)
    row = {"id": new_id, "chat_id": chat_id, "text": text, "stage": Stage.DRAFT.value, "made": now}
    await conn.execute(broadcast.insert(), [row])
    return Broadcast(new_id, chat_id, text, Stage.DRAFT)


async def find(conn: AsyncConnection, number: int) -> Broadcast | None:
    """Return the broadcast with this number, None when there is none."""
    row = (await conn.execute(select(broadcast).where(broadcast.c.id == number))).one_or_none()
    return None if row is None else _broadcast(row)


async def sending(conn: AsyncConnection) -> Broadcast | None:
    """Return the broadcast under way, None when there is none."""
    under_way = select(broadcast).where(broadcast.c.stage == Stage.SENDING.value).limit(1)
    row = (await conn.execute(under_way)).one_or_none()
    return None if row is None else _broadcast(row)


async def discard(conn: AsyncConnection, number: int) -> bool:
    """Forget a draft. Returns whether it was one."""
    mine = (broadcast.c.id == number) & (broadcast.c.stage == Stage.DRAFT.value)
    return (await conn.execute(delete(broadcast).where(mine))).rowcount > 0


async def begin(conn: AsyncConnection, number: int, message_id: int | None) -> None:
    """Let a draft be sent."""
    values = {"stage": Stage.SENDING.value, "message_id": message_id}
    await conn.execute(update(broadcast).where(broadcast.c.id == number).values(values))


async def end(conn: AsyncConnection, number: int, stage: Stage) -> None:
    """Let a broadcast be over; what is still owed for it is not sent."""
    await conn.execute(update(broadcast).where(broadcast.c.id == number).values(stage=stage.value))
    state = DeliveryState.FAILED if stage is Stage.DONE else DeliveryState.DROPPED
    left = (delivery.c.broadcast_id == number) & delivery.c.state.in_(_WAITING)
    await conn.execute(update(delivery).where(left).values(state=state.value, error="the broadcast is over"))


def _willing() -> ColumnElement[bool]:
    active = (chat.c.state == ChatState.ACTIVE.value) & (chat.c.kind != ChatKind.TERMINAL.value)
    return active & chat.c.news


def _unasked(number: int) -> ColumnElement[bool]:
    asked = select(delivery.c.chat_id).where(delivery.c.broadcast_id == number)
    return _willing() & chat.c.id.not_in(asked)


async def audience(conn: AsyncConnection) -> Audience:
    """Return how many chats would get a broadcast now, and how many not, by reason."""
    columns = select(chat.c.state, chat.c.news, func.count()).where(chat.c.kind != ChatKind.TERMINAL.value)
    found: Counter[str] = Counter()
    for state, news, count in await conn.execute(columns.group_by(chat.c.state, chat.c.news)):
        if state == ChatState.ACTIVE.value:
            found["reached" if news else "unwilling"] += count
        else:
            found["paused" if state == ChatState.PAUSED.value else "lost"] += count
    return Audience(**found)


async def next_chats(conn: AsyncConnection, number: int, count: int) -> list[Chat]:
    """Return some chats that a broadcast is for and that are not owed it yet."""
    rows = select(chat.c.id).where(_unasked(number)).order_by(chat.c.id).limit(count)
    known = await chats.many(conn, list((await conn.execute(rows)).scalars()))
    return list(known.values())


async def progress(conn: AsyncConnection, number: int) -> Progress:
    """Return what became of a broadcast so far."""
    states = select(delivery.c.state, func.count()).where(delivery.c.broadcast_id == number)
    rows = await conn.execute(states.group_by(delivery.c.state))
    found: dict[str, int] = {row[0]: row[1] for row in rows}
    unasked = select(func.count()).select_from(chat).where(_unasked(number))
    waiting = (*_WAITING, DeliveryState.SENDING.value)
    return Progress(
        sent=found.get(DeliveryState.SENT.value, 0),
        failed=found.get(DeliveryState.FAILED.value, 0) + found.get(DeliveryState.DROPPED.value, 0),
        waiting=sum(found.get(state, 0) for state in waiting),
        unasked=(await conn.execute(unasked)).scalar_one(),
    )


async def pending(conn: AsyncConnection, number: int, now: datetime) -> bool:
    """Return whether something of a broadcast will still be sent soon."""
    soon = (delivery.c.state == DeliveryState.DUE.value) & (delivery.c.due < now + _NO_LONGER)
    under_way = delivery.c.state == DeliveryState.SENDING.value
    mine = select(delivery.c.id).where(delivery.c.broadcast_id == number, soon | under_way)
    return (await conn.execute(mine.limit(1))).first() is not None


async def forget(conn: AsyncConnection, before: datetime) -> None:
    """Forget what was written before that time, but for what is being sent."""
    over = (broadcast.c.made < before) & (broadcast.c.stage != Stage.SENDING.value)
    await conn.execute(delete(broadcast).where(over))
