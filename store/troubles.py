"""What went wrong lately, counted by hour and kind, for those who operate Hark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from store.database import insert_new
from store.schema import source, trouble

KEPT = timedelta(days=2)
_DETAIL = 120  # characters


class Kind(StrEnum):
    """What went wrong."""

    COMMAND = "command"  # a bug of ours in what somebody said or tapped
    ERRAND = "errand"  # the same in what takes long
    UNSENT = "unsent"  # a message that was given up
    LOST = "lost"  # a chat that cannot be reached
    NO_RIGHT = "no-right"  # a chat in which Hark may not write
    FLOOD = "flood"  # Telegram asked to wait


@dataclass(frozen=True, slots=True)
class Trouble:
    """How often something went wrong, and how it was the last time."""

    kind: Kind
    count: int
    last: datetime
    detail: str = ""


def _hour(moment: datetime) -> int:
    return int(moment.timestamp()) // 3600


async def note(conn: AsyncConnection, kind: Kind, now: datetime, detail: str = "") -> None:
    """Count one more; `detail` holds no secret, for an operator reads it."""
    values = {"last": now, "detail": detail[:_DETAIL]}
    mine = (trouble.c.hour == _hour(now)) & (trouble.c.kind == kind.value)
    counted = update(trouble).where(mine).values(count=trouble.c.count + 1, **values)
    if (await conn.execute(counted)).rowcount == 0:
        row = {"hour": _hour(now), "kind": kind.value, "count": 1}
        await insert_new(conn, trouble, [row | values])


async def since(conn: AsyncConnection, moment: datetime) -> list[Trouble]:
    """Return what went wrong since the hour of that moment, each kind once, the most frequent first."""
    found: dict[Kind, Trouble] = {}
    columns = (trouble.c.kind, trouble.c.count.label("number"), trouble.c.last, trouble.c.detail)
    rows = select(*columns).where(trouble.c.hour >= _hour(moment)).order_by(trouble.c.hour)
    for row in await conn.execute(rows):
        kind = Kind(row.kind)
        before = found[kind].count if kind in found else 0
        found[kind] = Trouble(kind, before + row.number, row.last, row.detail)
    return sorted(found.values(), key=lambda each: -each.count)


async def forget(conn: AsyncConnection, before: datetime) -> None:
    """Forget what was before that time."""
    await conn.execute(delete(trouble).where(trouble.c.hour < _hour(before)))


async def of_sources(conn: AsyncConnection) -> Mapping[tuple[str, int], tuple[int, int]]:
    """Return by reason and status how many sources fail, and of how many it was told."""
    told = func.sum(case((source.c.told, 1), else_=0))
    failing = select(source.c.failure_reason, source.c.failure_status, func.count(), told)
    failing = failing.where(source.c.failing_since.is_not(None), source.c.due.is_not(None))
    rows = await conn.execute(failing.group_by(source.c.failure_reason, source.c.failure_status))
    return {(reason, status): (count, known) for reason, status, count, known in rows}
