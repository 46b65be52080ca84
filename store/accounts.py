"""X accounts as they are looked after: names that may have changed, audits, posts that may be gone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import func, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import Delivery, DeliveryKind, DeliveryState, FailureReason, Source, SourceKind
from store.deliveries import find
from store.schema import delivery, item, source
from store.sources import get_many

_ROWS = 500  # accounts named in one statement
_X = source.c.kind == SourceKind.X.value
_GONE = (FailureReason.X_ACCOUNT.value, FailureReason.X_SUSPENDED.value)
_DAY = timedelta(days=1)
_LONG_AGO = datetime(2006, 3, 21, tzinfo=UTC)


class Yield(NamedTuple):
    """What was read of an account, and what came of it."""

    posts: int
    alerts: int

    @property
    def price(self) -> float:
        """Posts read for an alert; one that brought none is the dearer the more was read."""
        return self.posts / self.alerts if self.alerts else self.posts * 1000.0


class Output(NamedTuple):
    """What an account has brought, as far as it is kept."""

    source_id: int
    posts: int
    first: datetime  # when Hark found them
    last: datetime


async def to_identify(conn: AsyncConnection, now: datetime, pause: timedelta, limit: int) -> list[Source]:
    """Return polled accounts with a number whose names were last looked up so long ago, oldest first.

    One that is doubted is among them, and so is one that is gone: X bills nothing for it.
    """
    old = or_(source.c.identified.is_(None), source.c.identified < now - pause)
    gone = source.c.failure_reason.in_(_GONE)
    hidden = (source.c.failure_reason == FailureReason.X_PROTECTED.value) & (source.c.identified < now - _DAY)
    statement = (
        select(source.c.id)
        .where(_X, source.c.due.is_not(None), source.c.external_id != "")
        .where(or_(old, gone, hidden))
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


async def doubt(conn: AsyncConnection, source_ids: Collection[int]) -> None:
    """Let these accounts be looked up as soon as may be: they look as if they were gone."""
    known = source.c.identified.is_not(None)
    await conn.execute(update(source).where(source.c.id.in_(source_ids), known).values(identified=_LONG_AGO))


async def doubt_authors(conn: AsyncConnection, item_ids: Collection[int]) -> None:
    """Let the accounts of these posts be looked up as soon as may be."""
    authors = select(item.c.source_id).where(item.c.id.in_(item_ids))
    await doubt(conn, list((await conn.execute(authors)).scalars()))


async def fail(conn: AsyncConnection, source_id: int, why: FailureReason, now: datetime) -> None:
    """Let an account count as failing. What a poll under way finds of it is not settled: it finds nothing."""
    values = {
        "failing_since": func.coalesce(source.c.failing_since, literal(now, source.c.failing_since.type)),
        "failures": source.c.failures + 1,
        "failure_reason": why.value,
        "failure_status": 0,
        "scheduled": None,
        "lease": source.c.lease + 1,
    }
    mine = (source.c.id == source_id) & source.c.due.is_not(None)
    await conn.execute(update(source).where(mine).values(due=now, **values))


async def recover(conn: AsyncConnection, source_id: int, now: datetime) -> None:
    """Let an account count as well, and be polled at once."""
    values = {"failing_since": None, "failures": 0, "failure_reason": "", "failure_status": 0}
    mine = (source.c.id == source_id) & source.c.due.is_not(None)
    freed = {"due": now, "scheduled": None, "lease": source.c.lease + 1}
    await conn.execute(update(source).where(mine).values(**freed, **values))


async def yields(conn: AsyncConnection, source_ids: Collection[int], since: datetime) -> dict[int, Yield]:
    """Return what these accounts have brought since then, by id; those that brought nothing are left out."""
    mine = item.c.source_id.in_(source_ids) & (item.c.found >= since) & ~item.c.baseline
    posts = select(item.c.source_id, func.count().label("count")).where(mine).group_by(item.c.source_id)
    told = (
        select(delivery.c.source_id, func.count().label("count"))
        .where(delivery.c.source_id.in_(source_ids), delivery.c.sent >= since)
        .group_by(delivery.c.source_id)
    )
    alerts = {row.source_id: int(row[1]) for row in await conn.execute(told)}
    rows = await conn.execute(posts)
    return {row.source_id: Yield(int(row[1]), alerts.get(row.source_id, 0)) for row in rows}


async def output(conn: AsyncConnection) -> list[Output]:
    """Return what healthy accounts have brought since they are followed, but those looked up since."""
    posts, first, last = func.count(), func.min(item.c.found), func.max(item.c.found)
    statement = (
        select(item.c.source_id, posts, first, last)
        .join(source, source.c.id == item.c.source_id)
        .where(_X, source.c.due.is_not(None), source.c.failing_since.is_(None), ~item.c.baseline)
        .group_by(item.c.source_id, source.c.identified)
        .having(source.c.identified < last)
    )
    return [Output(*row) for row in await conn.execute(statement)]


async def rename(conn: AsyncConnection, source_id: int, handle: str) -> bool:
    """Let an account be polled under its new name, unless that is polled already. Returns whether it is."""
    taken = await conn.execute(select(source.c.id).where(_X, source.c.address == handle.lower()))
    if taken.first() is not None:
        return False
    values: dict[str, Any] = {"address": handle.lower(), "name": f"@{handle}"}
    if (await conn.execute(select(source.c.scheduled).where(source.c.id == source_id))).scalar_one():
        # a poll under way would settle the old name
        values |= {"due": source.c.scheduled, "scheduled": None, "lease": source.c.lease + 1}
    await conn.execute(update(source).where(source.c.id == source_id).values(values))
    return True


async def call(conn: AsyncConnection, source_id: int, owner: str) -> None:
    """Remember what an account calls itself."""
    await conn.execute(update(source).where(source.c.id == source_id).values(owner=owner))


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


async def told_posts(conn: AsyncConnection, since: datetime) -> list[tuple[int, str]]:
    """Return item id and address of posts found and told since then and not known to be gone."""
    told = select(delivery.c.item_id).where(
        delivery.c.kind == DeliveryKind.ALERT.value, delivery.c.state == DeliveryState.SENT.value
    )
    statement = select(item.c.id, item.c.url).where(
        item.c.guid.like("x:%"), item.c.found >= since, item.c.gone.is_(None), item.c.id.in_(told)
    )
    return [(row.id, row.url) for row in await conn.execute(statement)]


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
