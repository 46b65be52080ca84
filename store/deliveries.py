"""The outbox: what must be sent, from the moment it is owed until Telegram has it."""

from __future__ import annotations

import base64
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import (
    Attachment,
    Button,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Field,
    Message,
    NamedHit,
    Pick,
    Reason,
)
from store.database import insert_new, next_ids
from store.quiet import spared
from store.schema import delivery, joined, telling

_PRIORITY = {DeliveryKind.ANSWER: 0, DeliveryKind.NOTICE: 1, DeliveryKind.ALERT: 2, DeliveryKind.NEWS: 3}
_MOST_BROUGHT = 5_000  # alerts that are counted for a list; beyond, the oldest are left out
_MINE = delivery.c.state == DeliveryState.SENDING.value


@dataclass(frozen=True, slots=True)
class OwedAlert:
    """One item that a chat is to be told."""

    chat_id: int
    item_id: int
    source_id: int
    hits: tuple[NamedHit, ...] = ()  # empty: the chat follows the source for everything
    thread_id: int | None = None


@dataclass(frozen=True, slots=True)
class OwedMessage:
    """An answer or a notice that a chat is to get."""

    chat_id: int
    kind: DeliveryKind
    message: Message
    thread_id: int | None = None
    broadcast_id: int | None = None


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        id=row.id,
        chat_id=row.chat_id,
        kind=DeliveryKind(row.kind),
        state=DeliveryState(row.state),
        due=row.due,
        thread_id=row.thread_id,
        item_id=row.item_id,
        source_id=row.source_id,
        hits=_hits(row.hits),
        message=None if row.message is None else _message(row.message),
        attempts=row.attempts,
        uncertain=row.uncertain,
        lease=row.lease,
        message_id=row.message_id,
        created=row.created,
        sent=row.sent,
        error=row.error,
        alert_id=row.alert_id,
        renewed=row.renewed,
    )


def _hits(text: str) -> tuple[NamedHit, ...]:
    return tuple(
        NamedHit(
            hit["watch_id"],
            hit["query"],
            tuple(Reason(**(reason | {"field": Field(reason["field"])})) for reason in hit["reasons"]),
        )
        for hit in json.loads(text)
    )


def _message(text: str) -> Message:
    facts = json.loads(text)
    buttons = tuple(tuple(Button(**button) for button in row) for row in facts.pop("buttons"))
    picks = tuple(Pick(**pick) for pick in facts.pop("picks", ()))
    file = facts.pop("attached", None)
    if file is not None:
        file = Attachment(**(file | {"body": base64.b64decode(file["body"])}))
    return Message(buttons=buttons, picks=picks, attached=file, **facts)


def _json(value: Message | Sequence[NamedHit]) -> str:
    plain = asdict(value) if isinstance(value, Message) else [asdict(hit) for hit in value]
    return json.dumps(plain, ensure_ascii=False, default=_plain)


def _plain(body: bytes) -> str:
    return base64.b64encode(body).decode()


async def owe_alerts(conn: AsyncConnection, owed: Sequence[OwedAlert], now: datetime) -> None:
    """Write alerts; an item that a chat was already told, or is being told, is left out."""
    ids = await next_ids(conn, "delivery", len(owed)) if owed else range(0)
    rows = [
        _row(new_id, each.chat_id, DeliveryKind.ALERT, now)
        | {"item_id": each.item_id, "source_id": each.source_id, "hits": _json(each.hits)}
        | {"thread_id": each.thread_id, "message": None}
        for new_id, each in zip(ids, owed, strict=True)
    ]
    await insert_new(conn, delivery, rows)


async def untold(conn: AsyncConnection, owed: Sequence[OwedAlert]) -> list[OwedAlert]:
    """Return those of the alerts whose item their chat was not told, and is not being told."""
    items = {each.item_id for each in owed}
    rows = await conn.execute(
        select(delivery.c.chat_id, delivery.c.item_id).where(delivery.c.item_id.in_(items))
    )
    known = {(row.chat_id, row.item_id) for row in rows}
    return [each for each in owed if (each.chat_id, each.item_id) not in known]


async def told_since(conn: AsyncConnection, since: Mapping[int, datetime]) -> dict[int, int]:
    """Return how many alerts each of these chats was given since its own moment; none: not there."""
    found: dict[int, int] = {}
    for moment in set(since.values()):
        mine = [chat_id for chat_id, when in since.items() if when == moment]
        alerts = (delivery.c.kind == DeliveryKind.ALERT.value) & (delivery.c.created >= moment)
        given = alerts & (delivery.c.state != DeliveryState.DROPPED.value)
        counted = select(delivery.c.chat_id, func.count()).where(delivery.c.chat_id.in_(mine), given)
        rows = await conn.execute(counted.group_by(delivery.c.chat_id))
        found |= {row[0]: row[1] for row in rows}
    return found


async def owe_message(conn: AsyncConnection, owed: OwedMessage, now: datetime) -> int:
    """Write an answer or a notice and return its number."""
    [new_id] = await next_ids(conn, "delivery", 1)
    row = _row(new_id, owed.chat_id, owed.kind, now)
    row |= {"message": _json(owed.message), "thread_id": owed.thread_id, "item_id": None, "hits": "[]"}
    row |= {"broadcast_id": owed.broadcast_id}
    await conn.execute(delivery.insert(), [row])
    return new_id


def _row(new_id: int, chat_id: int, kind: DeliveryKind, now: datetime) -> dict[str, Any]:
    return {
        "id": new_id,
        "chat_id": chat_id,
        "kind": kind.value,
        "priority": _PRIORITY[kind],
        "state": DeliveryState.DUE.value,
        "due": now,
        "created": now,
    }


def _ready(now: datetime) -> ColumnElement[bool]:
    is_due = (delivery.c.state == DeliveryState.DUE.value) & (delivery.c.due <= now)
    return is_due & delivery.c.chat_id.not_in(spared(now))


async def due(
    conn: AsyncConnection,
    now: datetime,
    limit: int,
    not_chats: Collection[int] = (),
    only_answers: Collection[int] = (),
) -> list[Delivery]:
    """Return what may be sent now, answers first and then in order.

    Leaves out `not_chats`, and of `only_answers` whatever is none.
    """
    statement = (
        select(delivery)
        .where(_ready(now))
        .order_by(delivery.c.priority, delivery.c.due, delivery.c.id)  # as the index has it
        .limit(limit)
    )
    if not_chats:
        statement = statement.where(delivery.c.chat_id.not_in(not_chats))
    if only_answers:
        is_answer = delivery.c.priority == _PRIORITY[DeliveryKind.ANSWER]
        statement = statement.where(is_answer | delivery.c.chat_id.not_in(only_answers))
    return [_delivery(row) for row in await conn.execute(statement)]


async def take(conn: AsyncConnection, wanted: Delivery) -> Delivery | None:
    """Mark a due delivery as being sent, before the request goes out. None when somebody else has it."""
    statement = (
        update(delivery)
        .where(delivery.c.id == wanted.id, delivery.c.state == DeliveryState.DUE.value)
        .where(delivery.c.lease == wanted.lease)
        .values(
            state=DeliveryState.SENDING.value,
            lease=delivery.c.lease + 1,
            attempts=delivery.c.attempts + 1,
        )
    )
    if (await conn.execute(statement)).rowcount == 0:
        return None
    return replace(wanted, state=DeliveryState.SENDING, lease=wanted.lease + 1, attempts=wanted.attempts + 1)


async def _settle(conn: AsyncConnection, taken: Delivery, **values: Any) -> bool:
    statement = update(delivery).where(delivery.c.id == taken.id, delivery.c.lease == taken.lease, _MINE)
    return (await conn.execute(statement.values(**values))).rowcount > 0


async def reword(conn: AsyncConnection, waiting: Delivery, message: Message) -> bool:
    """Let a message that was not sent yet say something else. Returns False when it is on its way."""
    mine = (delivery.c.id == waiting.id) & (delivery.c.lease == waiting.lease)
    unsent = delivery.c.state.in_([DeliveryState.DUE.value, DeliveryState.HELD.value])
    reworded = await conn.execute(update(delivery).where(mine, unsent).values(message=_json(message)))
    return reworded.rowcount > 0


async def mark_sent(conn: AsyncConnection, taken: Delivery, message_id: int, now: datetime) -> bool:
    """Settle a taken delivery as sent. Returns False when it is not ours any more.

    A file that arrived is kept no longer, and of the last word to an erased chat nothing is.
    """
    message = taken.message
    if message is not None and message.parting:
        mine = (delivery.c.id == taken.id) & (delivery.c.lease == taken.lease)
        return (await conn.execute(delete(delivery).where(mine))).rowcount > 0
    values: dict[str, Any] = {"state": DeliveryState.SENT.value, "message_id": message_id, "sent": now}
    if message is not None and message.attached is not None:
        values["message"] = _json(replace(message, attached=None))
    return await _settle(conn, taken, error="", **values)


async def put_back(conn: AsyncConnection, again: Delivery, error: str) -> bool:
    """Make a taken delivery due again at `again.due`, with its thread, message and `uncertain` as changed."""
    return await _settle(
        conn,
        again,
        state=DeliveryState.DUE.value,
        due=again.due,
        uncertain=again.uncertain,
        thread_id=again.thread_id,
        message=None if again.message is None else _json(again.message),
        error=error,
    )


async def hold(conn: AsyncConnection, taken: Delivery, error: str) -> bool:
    """Let a taken delivery wait until its chat can be reached again."""
    return await _settle(conn, taken, state=DeliveryState.HELD.value, error=error)


async def give_up(conn: AsyncConnection, taken: Delivery, error: str) -> bool:
    """Settle a taken delivery as never to be sent."""
    return await _settle(conn, taken, state=DeliveryState.FAILED.value, error=error)


async def drop(conn: AsyncConnection, taken: Delivery, error: str) -> bool:
    """Settle a taken delivery as no longer wanted."""
    return await _settle(conn, taken, state=DeliveryState.DROPPED.value, error=error)


async def hold_chat(conn: AsyncConnection, chat_id: int) -> int:
    """Let everything due for a chat wait, but for answers. Returns how many wait now."""
    held = await conn.execute(
        update(delivery)
        .where(delivery.c.chat_id == chat_id, delivery.c.state == DeliveryState.DUE.value)
        .where(delivery.c.kind != DeliveryKind.ANSWER.value)
        .values(state=DeliveryState.HELD.value)
    )
    return held.rowcount


async def resume_chat(conn: AsyncConnection, chat_id: int, now: datetime) -> int:
    """Make everything that waits for a chat due now, put-off attempts too. Returns how many waited."""
    waiting = [DeliveryState.HELD.value, DeliveryState.DUE.value]
    resumed = await conn.execute(
        update(delivery)
        .where(delivery.c.chat_id == chat_id, delivery.c.state.in_(waiting))
        .where((delivery.c.state == DeliveryState.HELD.value) | (delivery.c.due > now))
        .values(state=DeliveryState.DUE.value, due=now)
    )
    return resumed.rowcount


async def postpone_chat(conn: AsyncConnection, chat_id: int, until: datetime) -> None:
    """Let nothing that a chat is owed now be due before then; what it is owed later is."""
    await conn.execute(
        update(delivery)
        .where(delivery.c.chat_id == chat_id, delivery.c.state == DeliveryState.DUE.value)
        .where(delivery.c.due < until)
        .values(due=until)
    )


async def leave_thread(conn: AsyncConnection, chat_id: int, thread_id: int) -> None:
    """Let what waits for a topic that is no more go to General."""
    waiting = [DeliveryState.DUE.value, DeliveryState.HELD.value]
    mine = (delivery.c.chat_id == chat_id) & (delivery.c.thread_id == thread_id)
    await conn.execute(update(delivery).where(mine, delivery.c.state.in_(waiting)).values(thread_id=None))


async def release(conn: AsyncConnection) -> int:
    """Make what a dead process was sending due again, as uncertain. For the start of the only process."""
    released = await conn.execute(
        update(delivery).where(_MINE).values(state=DeliveryState.DUE.value, uncertain=True)
    )
    return released.rowcount


async def next_due(conn: AsyncConnection) -> datetime | None:
    """Return when the next delivery is due, None when the outbox is empty."""
    statement = select(func.min(delivery.c.due)).where(delivery.c.state == DeliveryState.DUE.value)
    found: datetime | None = (await conn.execute(statement)).scalar_one()
    return found


async def waiting_chats(
    conn: AsyncConnection, now: datetime, among: Collection[int]
) -> dict[int, DeliveryKind]:
    """Return which of these chats have something that may be sent now, each with the most urgent kind."""
    statement = (
        select(delivery.c.chat_id, func.min(delivery.c.priority))
        .where(_ready(now), delivery.c.chat_id.in_(among))
        .group_by(delivery.c.chat_id)
    )
    kinds = {priority: kind for kind, priority in _PRIORITY.items()}
    return {chat_id: kinds[priority] for chat_id, priority in await conn.execute(statement)}


@dataclass(frozen=True, slots=True)
class Queue:
    """What the outbox holds."""

    waiting: int  # due, put off, or on its way
    oldest: datetime | None  # when the oldest of those was made; None: none waits
    held: int  # until a chat can be reached


async def queue(conn: AsyncConnection) -> Queue:
    """Return how much waits to be sent."""
    owed = [DeliveryState.DUE.value, DeliveryState.SENDING.value]
    waiting = select(func.count(), func.min(delivery.c.created)).where(delivery.c.state.in_(owed))
    held = select(func.count()).select_from(delivery).where(delivery.c.state == DeliveryState.HELD.value)
    row = (await conn.execute(waiting)).one()
    oldest: datetime | None = row[1]
    return Queue(row[0], oldest, (await conn.execute(held)).scalar_one())


async def recent(conn: AsyncConnection, since: datetime, now: datetime) -> list[tuple[int, datetime]]:
    """Return (chat, time) of what was sent since then, oldest first: where a pacer goes on.

    What may have arrived, unknown when, counts as sent now.
    """
    sent = (
        select(delivery.c.chat_id, delivery.c.sent).where(delivery.c.sent >= since).order_by(delivery.c.sent)
    )
    waiting = (delivery.c.state == DeliveryState.DUE.value) & delivery.c.uncertain
    doubtful = select(delivery.c.chat_id).where(_MINE | waiting)
    return [(row.chat_id, row.sent) for row in await conn.execute(sent)] + [
        (chat_id, now) for chat_id in (await conn.execute(doubtful)).scalars()
    ]


async def find(conn: AsyncConnection, number: int) -> Delivery | None:
    """Return the delivery with this number, None when it is forgotten."""
    row = (await conn.execute(select(delivery).where(delivery.c.id == number))).one_or_none()
    return None if row is None else _delivery(row)


async def of_message(conn: AsyncConnection, chat_id: int, message_id: int) -> Delivery | None:
    """Return the delivery that became this message, None when it is forgotten."""
    statement = select(delivery).where(delivery.c.chat_id == chat_id, delivery.c.message_id == message_id)
    row = (await conn.execute(statement.order_by(delivery.c.id).limit(1))).one_or_none()
    return None if row is None else _delivery(row)


async def answers_since(conn: AsyncConnection, chat_id: int, since: datetime) -> list[Delivery]:
    """Return the answers that this chat was given since then, newest first."""
    is_answer = delivery.c.kind == DeliveryKind.ANSWER.value
    statement = select(delivery).where(is_answer, delivery.c.chat_id == chat_id, delivery.c.created >= since)
    return [_delivery(row) for row in await conn.execute(statement.order_by(delivery.c.id.desc()))]


async def of_item(conn: AsyncConnection, chat_id: int, item_id: int) -> Delivery | None:
    """Return the alert that tells this chat of an item, None when there is none, or it is forgotten."""
    mine = (delivery.c.chat_id == chat_id) & (delivery.c.item_id == item_id)
    row = (await conn.execute(select(delivery).where(mine))).one_or_none()
    return None if row is None else _delivery(row)


async def counts(conn: AsyncConnection, chat_id: int | None, since: datetime) -> Mapping[DeliveryState, int]:
    """Return how many alerts made since then stand in each state, for one chat or (None) for all."""
    statement = (
        select(delivery.c.state, func.count())
        .where(delivery.c.kind == DeliveryKind.ALERT.value, delivery.c.created >= since)
        .group_by(delivery.c.state)
    )
    if chat_id is not None:
        statement = statement.where(delivery.c.chat_id == chat_id)
    return {DeliveryState(state): number for state, number in await conn.execute(statement)}


@dataclass(frozen=True, slots=True)
class Brought:
    """What a watch brought: how many alerts lately, and when the last one was."""

    lately: int
    last: datetime


async def brought(
    conn: AsyncConnection, chat_id: int, since: datetime, lately: datetime
) -> Mapping[int, Brought]:
    """Return what each watch of a chat brought since then, and how much of it since `lately`, by its id."""
    statement = (
        select(delivery.c.hits, delivery.c.created)
        .where(delivery.c.chat_id == chat_id, delivery.c.kind == DeliveryKind.ALERT.value)
        .where(delivery.c.created >= since, delivery.c.state != DeliveryState.DROPPED.value)
        .order_by(delivery.c.id.desc())
        .limit(_MOST_BROUGHT)
    )
    found: dict[int, Brought] = {}
    for row in await conn.execute(statement):
        for watch_id in {hit["watch_id"] for hit in json.loads(row.hits)}:
            before = found.get(watch_id, Brought(0, row.created))
            found[watch_id] = replace(before, lately=before.lately + (row.created >= lately))
    return found


async def alerts_since(
    conn: AsyncConnection, chat_id: int, since: datetime
) -> list[tuple[datetime, tuple[int, ...]]]:
    """Return when each alert of a chat was made since then, and for which watches; none: for a source."""
    statement = (
        select(delivery.c.hits, delivery.c.created)
        .where(delivery.c.chat_id == chat_id, delivery.c.kind == DeliveryKind.ALERT.value)
        .where(delivery.c.created >= since, delivery.c.state != DeliveryState.DROPPED.value)
        .order_by(delivery.c.id.desc())
        .limit(_MOST_BROUGHT)
    )
    rows = await conn.execute(statement)
    return [(row.created, tuple({hit["watch_id"] for hit in json.loads(row.hits)})) for row in rows]


async def by_source(
    conn: AsyncConnection, chat_id: int, source_ids: Collection[int], since: datetime
) -> Mapping[int, int]:
    """Return how many alerts of each of these sources a chat was sent since then; none: not there."""
    statement = (
        select(delivery.c.source_id, func.count().label("alerts"))
        .where(delivery.c.chat_id == chat_id, delivery.c.sent >= since)
        .where(delivery.c.source_id.in_(list(source_ids)))
        .group_by(delivery.c.source_id)
    )
    return {row.source_id: row.alerts for row in await conn.execute(statement)}


async def forget(conn: AsyncConnection, before: datetime) -> None:
    """Forget what was settled before that time, and what became part of it."""
    owed = [DeliveryState.DUE.value, DeliveryState.SENDING.value]
    old = (delivery.c.created < before) & delivery.c.state.not_in(owed)
    for kept in (telling, joined):
        await conn.execute(delete(kept).where(kept.c.delivery_id.in_(select(delivery.c.id).where(old))))
    await conn.execute(delete(delivery).where(old))
