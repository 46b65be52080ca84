"""Sources and who follows them."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import ChatState, Failure, FailureReason, Follow, FollowMode, Source, SourceKind, Validators
from store.database import insert_new, next_ids
from store.schema import chat, follow, item, source
from store.schema_push import push

LEASE = timedelta(minutes=15)
_PROVEN = timedelta(days=7)  # so long a hub counts as sending after it sent something
"""A claimed source is free again after this, should its claimant die (embedded: at the next start)."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A source as the configuration or a person names it."""

    kind: SourceKind
    address: str
    name: str
    interval: timedelta | None = None


def _source(row: Row[Any], subscribers: int = 0, pushed: bool = False) -> Source:
    failure = None
    if row.failure_reason:
        failure = Failure(FailureReason(row.failure_reason), row.failure_status)
    return Source(
        id=row.id,
        kind=SourceKind(row.kind),
        address=row.address,
        name=row.name,
        shared=row.shared,
        interval=None if row.interval is None else timedelta(microseconds=row.interval),
        validators=Validators(row.etag, row.last_modified, row.validators_url),
        body_hash=bytes(row.body_hash),
        listing=_unpacked(bytes(row.listing)),
        cursor=row.cursor,
        external_id=row.external_id,
        due=row.scheduled or row.due,
        lease=row.lease,
        first_read=row.first_read,
        last_read=row.last_read,
        last_entry=row.last_entry,
        failing_since=row.failing_since,
        failures=row.failures,
        failure=failure,
        guids_repeat=row.guids_repeat,
        urls_repeat=row.urls_repeat,
        moved_to=row.moved_to,
        moved_polls=row.moved_polls,
        owner=row.owner,
        subscribers=subscribers,
        pushed=pushed,
    )


def _values(value: Source) -> dict[str, Any]:
    """Return the columns that a poll may change."""
    failure = value.failure
    return {
        "address": value.address,
        "name": value.name,
        "due": value.due,
        "scheduled": None,
        "etag": value.validators.etag,
        "last_modified": value.validators.last_modified,
        "validators_url": value.validators.url,
        "body_hash": value.body_hash,
        "listing": _packed(value.listing),
        "cursor": value.cursor,
        "external_id": value.external_id,
        "first_read": value.first_read,
        "last_read": value.last_read,
        "last_entry": value.last_entry,
        "failing_since": value.failing_since,
        "failures": value.failures,
        "failure_reason": failure.reason.value if failure else "",
        "failure_status": failure.status if failure else 0,
        "guids_repeat": value.guids_repeat,
        "urls_repeat": value.urls_repeat,
        "moved_to": value.moved_to,
        "moved_polls": value.moved_polls,
        "owner": value.owner,
    }


def _packed(listing: Sequence[tuple[int, int]]) -> bytes:
    flat = [number for pair in listing for number in pair]
    return struct.pack(f"<{len(flat)}q", *flat)


def _unpacked(blob: bytes) -> tuple[tuple[int, int], ...]:
    return tuple(struct.iter_unpack("<qq", blob))


async def ensure(conn: AsyncConnection, wanted: Wanted, now: datetime, *, shared: bool) -> Source:
    """Return the source with this kind and address, made when it is new; a new one is due at once."""
    found = await find(conn, wanted.kind, wanted.address)
    if found is None:
        [new_id] = await next_ids(conn, "source", 1)
        row = {"id": new_id, "kind": wanted.kind.value, "address": wanted.address, "name": wanted.name}
        await insert_new(conn, source, [row | {"due": now, "body_hash": b"", "listing": b""}])
        found = await find(conn, wanted.kind, wanted.address) or await get(conn, new_id)
    changes: dict[str, Any] = {}
    if shared:
        changes |= {"shared": True, "interval": _microseconds(wanted.interval)}
        changes |= {"name": wanted.name} if wanted.name else {}
    if found.due is None:
        changes["due"] = now
    if changes:
        await conn.execute(update(source).where(source.c.id == found.id).values(changes))
    return found if not changes else await get(conn, found.id)


def _microseconds(value: timedelta | None) -> int | None:
    return None if value is None else value // timedelta(microseconds=1)


async def configure(conn: AsyncConnection, wanted: Sequence[Wanted], now: datetime) -> None:
    """Make exactly these the shared sources; what nobody wants is no longer polled, its items stay."""
    kept = [(await ensure(conn, each, now, shared=True)).id for each in wanted]
    await conn.execute(update(source).where(source.c.id.not_in(kept), source.c.shared).values(shared=False))
    await rest(conn)


async def rest(conn: AsyncConnection) -> None:
    """Stop polling the sources that nobody wants."""
    followed = select(follow.c.source_id)
    unwanted = ~source.c.shared & source.c.id.not_in(followed)
    await conn.execute(update(source).where(unwanted).values(due=None))


async def release(conn: AsyncConnection) -> None:
    """Give back what a dead process had claimed. For the start of the only process."""
    claimed = source.c.scheduled.is_not(None) & source.c.due.is_not(None)
    await conn.execute(update(source).where(claimed).values(due=source.c.scheduled, scheduled=None))


async def give_back(conn: AsyncConnection, claimed: Sequence[Source]) -> None:
    """Make these claimed sources due when they were; one that is settled or claimed again is left alone."""
    if not claimed:
        return
    statement = (
        update(source)
        .where(source.c.id == bindparam("b_id"), source.c.lease == bindparam("b_lease"))
        .where(source.c.due.is_not(None), source.c.scheduled.is_not(None))
        .values(due=source.c.scheduled, scheduled=None)
    )
    await conn.execute(statement, [{"b_id": each.id, "b_lease": each.lease} for each in claimed])


async def retry(conn: AsyncConnection, reasons: Collection[FailureReason], now: datetime) -> None:
    """Make what fails for one of these reasons due now: whoever starts Hark anew may have mended it."""
    ill = source.c.failure_reason.in_([reason.value for reason in reasons]) & (source.c.due > now)
    await conn.execute(update(source).where(ill).values(due=now))


async def hasten(conn: AsyncConnection, source_ids: Collection[int], now: datetime) -> None:
    """Make those of the sources due now that are neither under way nor asked to be left alone for a while."""
    resting = source.c.scheduled.is_(None) & (source.c.due > now)
    polite = source.c.failure_reason != FailureReason.RATE_LIMITED.value
    mine = source.c.id.in_(source_ids)
    await conn.execute(update(source).where(mine, resting, polite).values(due=now))


async def get(conn: AsyncConnection, source_id: int) -> Source:
    """Return the source with this id, which must exist."""
    return _source((await conn.execute(select(source).where(source.c.id == source_id))).one())


async def get_many(conn: AsyncConnection, source_ids: Sequence[int]) -> list[Source]:
    """Return the sources with these ids, in this order."""
    if not source_ids:
        return []
    rows = await conn.execute(select(source).where(source.c.id.in_(source_ids)))
    found = {row.id: _source(row) for row in rows}
    return [found[number] for number in source_ids if number in found]


async def known_to(conn: AsyncConnection, chat_id: int, source_ids: Collection[int]) -> dict[int, str]:
    """Return the names of those of the sources that a chat may know of: shared ones, and those it follows."""
    followed = select(follow.c.source_id).where(follow.c.chat_id == chat_id)
    mine = source.c.shared | source.c.id.in_(followed)
    rows = await conn.execute(select(source.c.id, source.c.name).where(source.c.id.in_(source_ids), mine))
    return {row.id: row.name for row in rows}


async def find(conn: AsyncConnection, kind: SourceKind, address: str) -> Source | None:
    """Return the source at an address, None when it is not known."""
    statement = select(source).where(source.c.kind == kind.value, source.c.address == address)
    row = (await conn.execute(statement)).one_or_none()
    return None if row is None else _source(row)


async def claim(conn: AsyncConnection, kind: SourceKind, now: datetime, limit: int) -> list[Source]:
    """Lease up to `limit` due sources, longest overdue first; their `due` says when they were due.

    One statement on SQLite and PostgreSQL; two processes never get the same row.
    """
    due = (
        select(source.c.id)
        .where(source.c.kind == kind.value, source.c.due <= now)
        .order_by(source.c.due)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .cte("claimed")
    )
    statement = (
        update(source)
        .where(source.c.id.in_(select(due.c.id)))
        .values(due=now + LEASE, scheduled=source.c.due, lease=source.c.lease + 1)
        .returning(source)
    )
    rows = (await conn.execute(statement)).all()
    feeds = [row.id for row in rows] if kind is SourceKind.FEED else []
    beside = await _beside(conn, feeds, now) if feeds else {}
    claimed = [_source(row, *beside.get(row.id, (0, False))) for row in rows]
    return sorted(claimed, key=lambda each: (each.due or now, each.id))


async def _beside(conn: AsyncConnection, ids: Sequence[int], now: datetime) -> dict[int, tuple[int, bool]]:
    """Return for how many chats each of the sources is read, and whether its hub sends what is new.

    A shared source is read for all active chats. A hub counts as sending when it did so in the last days.
    """
    followers = select(func.count()).where(follow.c.source_id == source.c.id).scalar_subquery()
    active = select(func.count()).where(chat.c.state == ChatState.ACTIVE.value).select_from(chat)
    sends = exists().where(push.c.source_id == source.c.id, push.c.until > now, push.c.heard > now - _PROVEN)
    statement = select(source.c.id, source.c.shared, followers, active.scalar_subquery(), sends)
    rows = await conn.execute(statement.where(source.c.id.in_(ids)))
    return {row[0]: (max(row[2], row[3] if row[1] else 0), bool(row[4])) for row in rows}


async def put_off(conn: AsyncConnection, later: Sequence[tuple[Source, datetime]]) -> None:
    """Let claimed sources be due later without having been read; one that is claimed again is left alone."""
    if not later:
        return
    statement = (
        update(source)
        .where(source.c.id == bindparam("b_id"), source.c.lease == bindparam("b_lease"))
        .where(source.c.due.is_not(None), source.c.scheduled.is_not(None))
        .values(due=bindparam("b_due"), scheduled=None)
    )
    rows = [{"b_id": each.id, "b_lease": each.lease, "b_due": due} for each, due in later]
    await conn.execute(statement, rows)


async def settle(conn: AsyncConnection, settled: Sequence[Source]) -> None:
    """Write what polls found; a source that was claimed again meanwhile is left to its newer claimant."""
    if not settled:
        return
    columns = _values(settled[0])
    statement = (
        update(source)
        .where(source.c.id == bindparam("b_id"), source.c.lease == bindparam("b_lease"))
        .where(source.c.due.is_not(None))
        .values({name: bindparam(f"b_{name}") for name in columns})
    )
    rows = [{f"b_{name}": value for name, value in _values(each).items()} for each in settled]
    for row, each in zip(rows, settled, strict=True):
        row |= {"b_id": each.id, "b_lease": each.lease}
    await conn.execute(statement, rows)


async def settle_unchanged(
    conn: AsyncConnection, settled: Sequence[tuple[Source, datetime]], read: datetime
) -> None:
    """Write only when each is due next and that it was read: for polls that brought nothing new."""
    if not settled:
        return
    statement = (
        update(source)
        .where(source.c.id == bindparam("b_id"), source.c.lease == bindparam("b_lease"))
        .where(source.c.due.is_not(None))
        .values(due=bindparam("b_due"), scheduled=None, last_read=bindparam("b_read"))
    )
    rows = [{"b_id": s.id, "b_lease": s.lease, "b_due": due, "b_read": read} for s, due in settled]
    await conn.execute(statement, rows)


async def postpone(conn: AsyncConnection, kind: SourceKind, until: datetime) -> None:
    """Let no source of this kind be due before then."""
    early = (source.c.kind == kind.value) & (source.c.due < until)
    await conn.execute(update(source).where(early).values(due=until))


async def next_due(conn: AsyncConnection, kind: SourceKind) -> datetime | None:
    """Return when the next source of this kind is due, None when there is none."""
    statement = select(func.min(source.c.due)).where(source.c.kind == kind.value)
    found: datetime | None = (await conn.execute(statement)).scalar_one()
    return found


async def shared(conn: AsyncConnection) -> list[Source]:
    """Return the configured sources by name."""
    rows = await conn.execute(select(source).where(source.c.shared).order_by(source.c.name))
    return [_source(row) for row in rows]


async def followed_by(conn: AsyncConnection, chat_id: int) -> list[tuple[Source, Follow]]:
    """Return what a chat follows for itself, by name."""
    statement = (
        select(source, follow.c.mode, follow.c.created.label("followed"), follow.c.thread_id)
        .join(follow, follow.c.source_id == source.c.id)
        .where(follow.c.chat_id == chat_id)
        .order_by(source.c.name)
    )
    return [
        (_source(row), Follow(chat_id, row.id, FollowMode(row.mode), row.followed, row.thread_id))
        for row in await conn.execute(statement)
    ]


async def add_follow(conn: AsyncConnection, wanted: Follow) -> bool:
    """Let the chat follow the source; an existing follow changes its mode. Returns whether it is new."""
    changed = await conn.execute(
        update(follow)
        .where(follow.c.chat_id == wanted.chat_id, follow.c.source_id == wanted.source_id)
        .values(mode=wanted.mode.value)
    )
    if changed.rowcount:
        return False
    row = {"chat_id": wanted.chat_id, "source_id": wanted.source_id, "mode": wanted.mode.value}
    await insert_new(conn, follow, [row | {"created": wanted.created, "thread_id": wanted.thread_id}])
    return True


async def remove_follow(conn: AsyncConnection, chat_id: int, source_id: int) -> bool:
    """End a follow and stop polling what nobody wants any more. Returns whether there was one."""
    gone = await conn.execute(
        delete(follow).where(follow.c.chat_id == chat_id, follow.c.source_id == source_id)
    )
    await rest(conn)
    return gone.rowcount > 0


async def leave_thread(conn: AsyncConnection, chat_id: int, thread_id: int) -> None:
    """Let what a chat follows in a topic that is no more speak in General."""
    mine = (follow.c.chat_id == chat_id) & (follow.c.thread_id == thread_id)
    await conn.execute(update(follow).where(mine).values(thread_id=None))


async def follows_of(conn: AsyncConnection, source_ids: Collection[int]) -> list[Follow]:
    """Return who follows these sources."""
    if not source_ids:
        return []
    rows = await conn.execute(select(follow).where(follow.c.source_id.in_(source_ids)))
    return [
        Follow(row.chat_id, row.source_id, FollowMode(row.mode), row.created, row.thread_id) for row in rows
    ]


async def service(conn: AsyncConnection, source_id: int, chat_id: int) -> tuple[bool, FollowMode | None]:
    """Return whether the source serves every chat, and what this chat wants of it by following it.

    One that is forgotten counts as serving every chat.
    """
    shared = select(source.c.shared).where(source.c.id == source_id).scalar_subquery()
    mine = (follow.c.chat_id == chat_id) & (follow.c.source_id == source_id)
    mode = select(follow.c.mode).where(mine).scalar_subquery()
    row = (await conn.execute(select(shared.label("shared"), mode.label("mode")))).one()
    return row.shared is not False, FollowMode(row.mode) if row.mode else None


async def untold_outages(conn: AsyncConnection, before: datetime) -> list[Source]:
    """Return the sources that have failed since before that time and whose followers do not know it yet."""
    statement = select(source).where(
        source.c.failing_since <= before, ~source.c.told, source.c.due.is_not(None)
    )
    return [_source(row) for row in await conn.execute(statement)]


async def told_recoveries(conn: AsyncConnection) -> list[Source]:
    """Return the sources that work again and whose outage was told."""
    statement = select(source).where(source.c.failing_since.is_(None), source.c.told)
    return [_source(row) for row in await conn.execute(statement)]


async def mark_told(conn: AsyncConnection, source_ids: Iterable[int], *, told: bool) -> None:
    """Remember whether the outage of these sources was told."""
    await conn.execute(update(source).where(source.c.id.in_(list(source_ids))).values(told=told))


async def counts(conn: AsyncConnection) -> tuple[int, int]:
    """Return how many sources are polled and how many of them fail."""
    statement = select(func.count(), func.count(source.c.failing_since)).where(source.c.due.is_not(None))
    row = (await conn.execute(statement)).one()
    return row[0], row[1]


async def drop_unused(conn: AsyncConnection) -> None:
    """Forget sources that nobody wants and that hold no items any more."""
    held = select(item.c.source_id)
    await conn.execute(delete(source).where(source.c.due.is_(None), source.c.id.not_in(held)))
