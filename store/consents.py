"""What chats wish that costs money, until an operator has allowed or refused it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from store.database import next_ids
from store.schema import consent


@dataclass(frozen=True, slots=True)
class Wish:
    """Accounts of X read whole for a watch, or everything of one account, whichever is named."""

    chat_id: int
    price: int  # of a month, millionths of a dollar
    thread_id: int | None = None
    watch_id: int | None = None
    source_id: int | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """A wish and what became of it."""

    id: int
    wish: Wish
    asked: datetime | None = None  # None: the operators were not asked
    decided: datetime | None = None  # None: they have not answered
    allowed: bool = False
    told: tuple[int, ...] = ()  # the deliveries that ask them


async def offer(conn: AsyncConnection, wish: Wish, since: datetime, now: datetime) -> Consent:
    """Return the consent that a wish needs: one that is open, or was decided since then, else a new one."""
    recent = consent.c.decided.is_(None) | (~consent.c.allowed & (consent.c.decided >= since))
    statement = select(consent).where(_same(wish), recent).order_by(consent.c.id.desc()).limit(1)
    row = (await conn.execute(statement)).one_or_none()
    if row is not None and (row.asked is not None or row.price == wish.price):
        return _consent(row)
    if row is not None:
        await conn.execute(update(consent).where(consent.c.id == row.id).values(price=wish.price))
        return Consent(row.id, wish)
    [new_id] = await next_ids(conn, "consent", 1)
    of_wish = {"chat_id": wish.chat_id, "thread_id": wish.thread_id, "price": wish.price}
    of_wish |= {"watch_id": wish.watch_id, "source_id": wish.source_id}
    await conn.execute(consent.insert(), [of_wish | {"id": new_id, "offered": now, "told": ""}])
    return Consent(new_id, wish)


def _same(wish: Wish) -> ColumnElement[bool]:
    mine = consent.c.chat_id == wish.chat_id
    if wish.watch_id is not None:
        return mine & (consent.c.watch_id == wish.watch_id)
    return mine & (consent.c.source_id == wish.source_id)


async def find(conn: AsyncConnection, number: int) -> Consent | None:
    """Return the consent with this number, None when there is none or it is forgotten."""
    row = (await conn.execute(select(consent).where(consent.c.id == number))).one_or_none()
    return None if row is None else _consent(row)


async def waiting(conn: AsyncConnection, chat_id: int) -> int:
    """Return how many wishes of a chat the operators have not answered."""
    asked = consent.c.asked.is_not(None) & consent.c.decided.is_(None)
    statement = select(func.count()).select_from(consent).where(consent.c.chat_id == chat_id, asked)
    return (await conn.execute(statement)).scalar_one()


async def mark_asked(conn: AsyncConnection, number: int, told: Sequence[int], now: datetime) -> None:
    """Remember that the operators are asked, by these deliveries."""
    values = {"asked": now, "told": " ".join(map(str, told))}
    await conn.execute(update(consent).where(consent.c.id == number).values(values))


async def decide(conn: AsyncConnection, number: int, now: datetime, *, allowed: bool) -> None:
    """Remember what an operator says."""
    await conn.execute(update(consent).where(consent.c.id == number).values(decided=now, allowed=allowed))


async def forget(conn: AsyncConnection, before: datetime) -> None:
    """Forget what was offered before then."""
    await conn.execute(delete(consent).where(consent.c.offered < before))


def _consent(row: Row[Any]) -> Consent:
    wish = Wish(row.chat_id, row.price, row.thread_id, row.watch_id, row.source_id)
    told = tuple(int(number) for number in row.told.split())
    return Consent(row.id, wish, row.asked, row.decided, row.allowed, told)
