"""What X costs: each resource is billed once per UTC day, the most is reserved before a call, settled after.

Money is whole millionths of a dollar. A reservation whose process died counts as spent until it is released.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime

from sqlalchemy import Table, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import Bought, Purchase, Resource, Spending, WatchCost
from store.database import insert_new, next_ids
from store.schema import billed, charged, reserved, spent

_EPOCH = date(1970, 1, 1)
_ROWS = 500  # resources asked for in one statement


def day_of(moment: datetime) -> int:
    """Return the UTC day as days since 1970: X's unit of free repeats."""
    return (moment.astimezone(UTC).date() - _EPOCH).days


def _month(moment: datetime) -> int:
    return (moment.astimezone(UTC).date().replace(day=1) - _EPOCH).days


async def spending(conn: AsyncConnection, now: datetime) -> Spending:
    """Return what was spent this UTC month and today, and what calls under way may cost."""
    today = day_of(now)
    rows = (
        await conn.execute(
            select(spent.c.day, func.sum(spent.c.cost), func.sum(spent.c.billed), func.sum(spent.c.returned))
            .where(spent.c.day >= _month(now), spent.c.day <= today)
            .group_by(spent.c.day)
        )
    ).all()
    held = (await conn.execute(select(func.coalesce(func.sum(reserved.c.cost), 0)))).scalar_one()
    return Spending(
        month=sum(int(row[1]) for row in rows),
        today=sum(int(row[1]) for row in rows if row[0] == today),
        reserved=int(held),
        reads=sum(int(row[2]) for row in rows),
        returned=sum(int(row[3]) for row in rows),
    )


async def posts_on(conn: AsyncConnection, day: date) -> int:
    """Return how many posts were billed on a UTC day."""
    mine = (spent.c.day == (day - _EPOCH).days) & (spent.c.kind == Resource.POST.value)
    return int((await conn.execute(select(spent.c.billed).where(mine))).scalar_one_or_none() or 0)


async def bought_today(conn: AsyncConnection, posts: Collection[str], now: datetime) -> frozenset[str]:
    """Return those of the posts that were billed on this UTC day: asked for again they are free."""
    return frozenset(await _known(conn, day_of(now), Bought(Resource.POST, tuple(posts))))


async def reserve(conn: AsyncConnection, cost: int, now: datetime) -> int:
    """Hold back the most that a call may cost, and return the number to settle it by."""
    [number] = await next_ids(conn, "reserved", 1)
    await conn.execute(reserved.insert(), [{"id": number, "cost": cost, "created": now}])
    return number


async def settle(conn: AsyncConnection, number: int, bought: Bought, price: int, now: datetime) -> Purchase:
    """Replace a reservation by what came: what was not billed yet today costs `price` each."""
    await conn.execute(delete(reserved).where(reserved.c.id == number))
    if not bought.resources:
        return Purchase(frozenset(), 0)
    day, kind = day_of(now), bought.kind.value
    known = await _known(conn, day, bought)
    fresh = [name for name in dict.fromkeys(bought.resources) if name not in known]
    await insert_new(conn, billed, [{"day": day, "kind": kind, "resource": name} for name in fresh])
    done = Purchase(frozenset(fresh), len(fresh) * price)
    key: dict[str, int | str] = {"day": day, "kind": kind}
    amounts = {"returned": len(bought.resources), "billed": len(fresh), "cost": done.cost}
    await _add(conn, spent, key, amounts)
    return done


async def release_left(conn: AsyncConnection, now: datetime) -> int:
    """End the reservations of a process that died; returns the cost that will never be known.

    What was bought today comes again, free of charge, and is counted then; the rest counts as spent.
    """
    rows = (await conn.execute(select(reserved.c.cost, reserved.c.created))).all()
    await conn.execute(delete(reserved))
    unknown: dict[int, int] = {}
    for cost, created in rows:
        if (day := day_of(created)) != day_of(now):
            unknown[day] = unknown.get(day, 0) + int(cost)
    for day, cost in unknown.items():
        await _add(
            conn,
            spent,
            {"day": day, "kind": Resource.UNKNOWN.value},
            {"returned": 0, "billed": 0, "cost": cost},
        )
    return sum(unknown.values())


async def charge(conn: AsyncConnection, watch_ids: Collection[int], purchase: int, now: datetime) -> None:
    """Charge one bought post to the watches that hit it, in equal parts; to nobody (0) when none does."""
    owners = sorted(set(watch_ids)) or [0]
    share, rest = divmod(purchase, len(owners))
    for index, watch_id in enumerate(owners):
        key = {"day": day_of(now), "watch_id": watch_id}
        await _add(conn, charged, key, {"reads": 1, "cost": share + (index < rest)})


async def of_watches(
    conn: AsyncConnection, watch_ids: Collection[int], now: datetime
) -> dict[int, WatchCost]:
    """Return what was bought for each of the watches this UTC month; 0 is what was bought for none."""
    if not watch_ids:
        return {}
    rows = await conn.execute(
        select(charged.c.watch_id, func.sum(charged.c.reads), func.sum(charged.c.cost))
        .where(charged.c.day >= _month(now), charged.c.watch_id.in_(watch_ids))
        .group_by(charged.c.watch_id)
    )
    return {row[0]: WatchCost(int(row[1]), int(row[2])) for row in rows}


async def dearest(conn: AsyncConnection, now: datetime, limit: int) -> list[tuple[int, WatchCost]]:
    """Return for which watches most was bought this UTC month, with what; 0 is what was bought for none."""
    cost = func.sum(charged.c.cost)
    rows = await conn.execute(
        select(charged.c.watch_id, func.sum(charged.c.reads), cost)
        .where(charged.c.day >= _month(now))
        .group_by(charged.c.watch_id)
        .order_by(cost.desc(), charged.c.watch_id)
        .limit(limit)
    )
    return [(row[0], WatchCost(int(row[1]), int(row[2]))) for row in rows]


async def forget(conn: AsyncConnection, now: datetime) -> None:
    """Delete what no question is asked about any more: resources of earlier days, sums of earlier years."""
    await conn.execute(delete(billed).where(billed.c.day < day_of(now) - 1))
    for table in (spent, charged):
        await conn.execute(delete(table).where(table.c.day < day_of(now) - 400))


async def _known(conn: AsyncConnection, day: int, bought: Bought) -> set[str]:
    found: set[str] = set()
    mine = (billed.c.day == day) & (billed.c.kind == bought.kind.value)
    for begin in range(0, len(bought.resources), _ROWS):
        some = bought.resources[begin : begin + _ROWS]
        found |= set(
            (await conn.execute(select(billed.c.resource).where(mine, billed.c.resource.in_(some)))).scalars()
        )
    return found


async def _add(
    conn: AsyncConnection, table: Table, key: Mapping[str, int | str], more: Mapping[str, int]
) -> None:
    """Add to the numbers of one row, made when it is missing."""
    await insert_new(conn, table, [dict(key) | dict.fromkeys(more, 0)])
    same = [table.c[name] == value for name, value in key.items()]
    values = {name: table.c[name] + value for name, value in more.items()}
    await conn.execute(update(table).where(*same).values(values))
