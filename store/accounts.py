"""X accounts as they are looked after: names that may have changed, audits, posts that may be gone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import Delivery, DeliveryKind, DeliveryState, Source, SourceKind
from store.deliveries import find
from store.schema import delivery, item, source
from store.sources import get_many

_ROWS = 500  # accounts named in one statement
_X = source.c.kind == SourceKind.X.value


async def to_identify(conn: AsyncConnection, before: datetime, limit: int) -> list[Source]:
    """Return polled accounts with a number whose names were last looked up before then, oldest first."""
    old = or_(source.c.identified.is_(None), source.c.identified < before)
    statement = (
        select(source.c.id)
        .where(_X, source.c.due.is_not(None), source.c.external_id != "", old)
        .order_by(source.c.identified, source.c.id)
        .limit(limit)
    )
    return await get_many(conn, list((await conn.execute(statement)).scalars()))


async def never_identified(conn: AsyncConnection, now: datetime) -> None:
    """Let accounts that a poll has just looked up for the first time count as looked up now."""
    first = source.c.identified.is_(None) & (source.c.external_id != "")
    await conn.execute(update(source).where(_X, first).values(identified=now))


async def identified(conn: AsyncConnection, source_ids: Collection[int], now: datetime) -> None:
    """Remember that these were looked up."""
    await conn.execute(update(source).where(source.c.id.in_(source_ids)).values(identified=now))


async def rename(conn: AsyncConnection, source_id: int, handle: str) -> bool:
    """Let an account be polled under its new name, unless that is polled already. Returns whether it is."""
    taken = await conn.execute(select(source.c.id).where(_X, source.c.address == handle.lower()))
    if taken.first() is not None:
        return False
    values = {"address": handle.lower(), "name": f"@{handle}"}
    await conn.execute(update(source).where(source.c.id == source_id).values(values))
    return True


async def streamable(conn: AsyncConnection) -> list[Source]:
    """Return polled accounts with a number that have been read before, by address."""
    statement = (
        select(source.c.id)
        .where(_X, source.c.due.is_not(None), source.c.first_read.is_not(None), source.c.external_id != "")
        .order_by(source.c.address)
    )
    return await get_many(conn, list((await conn.execute(statement)).scalars()))


async def by_number(conn: AsyncConnection, number: str) -> Source | None:
    """Return the polled account with X's number, None when there is none that has been read before."""
    statement = select(source.c.id).where(
        _X, source.c.external_id == number, source.c.due.is_not(None), source.c.first_read.is_not(None)
    )
    found = await get_many(conn, list((await conn.execute(statement.limit(1))).scalars()))
    return found[0] if found else None


async def hurry(conn: AsyncConnection, addresses: Collection[str], until: datetime) -> None:
    """Let these accounts be due by then at the latest; one that fails or is being polled is left alone."""
    rests = _X & (source.c.due > until) & source.c.scheduled.is_(None) & source.c.failing_since.is_(None)
    for begin in range(0, len(some := sorted(addresses)), _ROWS):
        mine = source.c.address.in_(some[begin : begin + _ROWS])
        await conn.execute(update(source).where(rests, mine).values(due=until))


async def set_back(conn: AsyncConnection, cursors: Mapping[int, str], now: datetime) -> None:
    """Let accounts be read again from these cursors on, by id, at once.

    What a poll under way finds of them is not settled: it would move the cursor past what was not read.
    """
    for number, cursor in cursors.items():
        await conn.execute(
            update(source)
            .where(source.c.id == number, source.c.due.is_not(None))
            .values(cursor=cursor, due=now, scheduled=None, lease=source.c.lease + 1)
        )


async def to_audit(conn: AsyncConnection, before: datetime) -> list[Source]:
    """Return polled accounts in the order of their last audits; none when one was audited since `before`."""
    lately = select(source.c.id).where(_X, source.c.audited >= before).limit(1)
    if (await conn.execute(lately)).first() is not None:
        return []
    statement = (
        select(source.c.id)
        .where(_X, source.c.due.is_not(None), source.c.first_read.is_not(None))
        .where(source.c.failing_since.is_(None))
        .order_by(source.c.audited.is_not(None), source.c.audited, source.c.id)
    )
    return await get_many(conn, list((await conn.execute(statement)).scalars()))


async def audited(conn: AsyncConnection, source_id: int, now: datetime) -> None:
    """Remember that an account was audited."""
    await conn.execute(update(source).where(source.c.id == source_id).values(audited=now))


async def known_guids(conn: AsyncConnection, guids: Collection[str]) -> frozenset[str]:
    """Return those of the guids that items have."""
    return frozenset((await conn.execute(select(item.c.guid).where(item.c.guid.in_(guids)))).scalars())


async def told_posts(conn: AsyncConnection, since: datetime, limit: int) -> list[tuple[int, str]]:
    """Return item id and guid of posts found and told since then and not known to be gone, newest first."""
    told = select(delivery.c.item_id).where(
        delivery.c.kind == DeliveryKind.ALERT.value, delivery.c.state == DeliveryState.SENT.value
    )
    statement = (
        select(item.c.id, item.c.guid)
        .where(item.c.guid.like("x:%"), item.c.found >= since, item.c.gone.is_(None), item.c.id.in_(told))
        .order_by(item.c.id.desc())
        .limit(limit)
    )
    return [(row.id, row.guid) for row in await conn.execute(statement)]


async def mark_gone(conn: AsyncConnection, item_ids: Sequence[int], now: datetime) -> list[Delivery]:
    """Remember that these posts are gone; return the alerts that told them."""
    await conn.execute(update(item).where(item.c.id.in_(item_ids)).values(gone=now))
    statement = select(delivery.c.id).where(
        delivery.c.item_id.in_(item_ids),
        delivery.c.kind == DeliveryKind.ALERT.value,
        delivery.c.message_id.is_not(None),
    )
    found = [await find(conn, number) for number in (await conn.execute(statement)).scalars()]
    return [each for each in found if each is not None]
