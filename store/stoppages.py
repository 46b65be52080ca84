"""X accounts that are not read, what the operators know of it, and what X last said of the credit left."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from model import Failure, FailureReason, Source, SourceKind
from store import settings
from store.schema import source
from store.sources import get_many

_TOLD, _CREDIT, _GAPS, _STREAM = "x-stop", "x-credit", "x-gaps", "x-stream"
_POLLED = (source.c.kind == SourceKind.X.value) & source.c.due.is_not(None)


@dataclass(frozen=True, slots=True)
class Told:
    """A stop of X as it was told; money is millionths of a dollar."""

    reason: FailureReason
    since: datetime
    names: tuple[str, ...]  # of the accounts that are not read, the first of them
    more: int  # accounts without a name here
    spent: int  # of the month, when it was told
    reads: int


@dataclass(frozen=True, slots=True)
class Credit:
    """What X last said is left of the operator's credit."""

    left: int
    asked: datetime


@dataclass(frozen=True, slots=True)
class Breakdown:
    """X's stream is not there."""

    failure: Failure
    since: datetime
    again: datetime  # when it is tried next
    ended: datetime | None = None  # None: it still is not there
    told: tuple[int, ...] = ()  # the deliveries that tell operators


async def polled(conn: AsyncConnection) -> list[Source]:
    """Return all accounts that somebody wants read, by address."""
    rows = await conn.execute(select(source.c.id).where(_POLLED).order_by(source.c.address))
    return await get_many(conn, list(rows.scalars()))


async def unread(conn: AsyncConnection, reasons: Collection[FailureReason]) -> list[Source]:
    """Return the accounts that fail for one of these reasons, longest first."""
    ill = source.c.failure_reason.in_([reason.value for reason in reasons])
    statement = (
        select(source.c.id)
        .where(_POLLED, ill, source.c.failing_since.is_not(None))
        .order_by(source.c.failing_since, source.c.address)
    )
    return await get_many(conn, list((await conn.execute(statement)).scalars()))


async def told(conn: AsyncConnection) -> Told | None:
    """Return the stop that the operators know of, None when X is read as far as they know."""
    kept = await settings.get(conn, _TOLD)
    if not kept:
        return None
    row = json.loads(kept)
    return Told(
        FailureReason(row["reason"]),
        datetime.fromisoformat(row["since"]),
        tuple(row["names"]),
        row["more"],
        row["spent"],
        row["reads"],
    )


async def keep_told(conn: AsyncConnection, stop: Told | None) -> None:
    """Remember what the operators know."""
    if stop is None:
        return await settings.put(conn, _TOLD, "")
    row = {
        "reason": stop.reason.value,
        "since": stop.since.isoformat(),
        "names": stop.names,
        "more": stop.more,
        "spent": stop.spent,
        "reads": stop.reads,
    }
    return await settings.put(conn, _TOLD, json.dumps(row))


async def credit(conn: AsyncConnection) -> Credit | None:
    """Return what X last said of the credit, None when it never did."""
    left, _, asked = (await settings.get(conn, _CREDIT)).partition(" ")
    return Credit(int(left), datetime.fromisoformat(asked)) if asked else None


async def keep_credit(conn: AsyncConnection, left: int, now: datetime) -> None:
    """Remember what X says now."""
    await settings.put(conn, _CREDIT, f"{left} {now.isoformat()}")


async def gaps(conn: AsyncConnection) -> dict[int, str]:
    """Return the accounts of which something is not read yet, each with the cursor from which on."""
    kept = await settings.get(conn, _GAPS)
    return {int(number): cursor for number, cursor in json.loads(kept or "{}").items()}


async def keep_gaps(conn: AsyncConnection, unread: Mapping[int, str]) -> None:
    """Remember of which accounts something is not read yet, and from which cursor on."""
    await settings.put(conn, _GAPS, json.dumps(dict(unread)))


async def breakdown(conn: AsyncConnection) -> Breakdown | None:
    """Return what is wrong with the stream, None: nothing, or it is over and was told so."""
    kept = await settings.get(conn, _STREAM)
    if not kept:
        return None
    row = json.loads(kept)
    return Breakdown(
        Failure(FailureReason(row["reason"]), row["status"]),
        datetime.fromisoformat(row["since"]),
        datetime.fromisoformat(row["again"]),
        datetime.fromisoformat(row["ended"]) if row["ended"] else None,
        tuple(row["told"]),
    )


async def keep_breakdown(conn: AsyncConnection, found: Breakdown | None) -> None:
    """Remember what is wrong with the stream."""
    if found is None:
        return await settings.put(conn, _STREAM, "")
    row = {
        "reason": found.failure.reason.value,
        "status": found.failure.status,
        "since": found.since.isoformat(),
        "again": found.again.isoformat(),
        "ended": found.ended.isoformat() if found.ended else "",
        "told": found.told,
    }
    return await settings.put(conn, _STREAM, json.dumps(row))
