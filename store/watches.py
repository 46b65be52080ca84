"""Watches. Every change takes a new revision, so that an index anywhere can ask what it has not seen yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, bindparam, case, delete, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import Watch
from store.database import next_ids
from store.schema import watch

_AT_ONCE = 10_000  # ids in one statement: databases take some 32,000 values


class Change(NamedTuple):
    """What an index needs to know of a watch that is new or was changed."""

    id: int
    revision: int
    deleted: bool
    query: str  # "" where there is a tree
    tree: str  # "": made by a release that kept the text alone
    choice: str
    anchors: str  # where it waited in an index before, "" not known


def _watch(row: Row[Any]) -> Watch:
    return Watch(
        id=row.id,
        chat_id=row.chat_id,
        query=row.query,
        created=row.created,
        thread_id=row.thread_id,
        paused=row.paused,
        muted_until=row.muted_until,
        deleted=row.deleted,
        revision=row.revision,
        choice=row.choice,
        silent=row.silent,
        least=row.least,
        marks=row.marks,
    )


async def add(
    conn: AsyncConnection,
    chat_id: int,
    query: str,
    now: datetime,
    thread_id: int | None = None,
    tree: str = "",
) -> Watch:
    """Keep a new watch, with the tree of its query if it is there (`matching.stored`), and return it."""
    [new_id] = await next_ids(conn, "watch", 1)
    [revision] = await next_ids(conn, "watch_revision", 1)
    row = {"id": new_id, "chat_id": chat_id, "thread_id": thread_id, "query": query, "created": now}
    await conn.execute(watch.insert(), [row | {"revision": revision, "tree": tree or None}])
    return Watch(new_id, chat_id, query, now, thread_id, revision=revision)


async def _change(conn: AsyncConnection, condition: Any, **values: Any) -> int:
    [revision] = await next_ids(conn, "watch_revision", 1)
    changed = await conn.execute(
        update(watch).where(condition, ~watch.c.deleted).values(revision=revision, **values)
    )
    return changed.rowcount


async def remove(conn: AsyncConnection, watch_ids: Collection[int]) -> int:
    """End these watches; the rows stay until every index has seen it. Returns how many ended."""
    return await _change(conn, watch.c.id.in_(watch_ids), deleted=True)


async def restore(conn: AsyncConnection, chat_id: int, watch_id: int) -> Watch | None:
    """Take back the end of one of the chat's watches. Returns it, None when it is forgotten or at work."""
    [revision] = await next_ids(conn, "watch_revision", 1)
    ended = (watch.c.id == watch_id) & (watch.c.chat_id == chat_id) & watch.c.deleted
    changed = await conn.execute(update(watch).where(ended).values(deleted=False, revision=revision))
    return await find(conn, watch_id) if changed.rowcount else None


async def pause(conn: AsyncConnection, watch_id: int, *, paused: bool) -> bool:
    """Pause or resume one watch. Returns whether it exists."""
    return await _change(conn, watch.c.id == watch_id, paused=paused) > 0


async def mute(conn: AsyncConnection, watch_id: int, until: datetime | None) -> bool:
    """Mute one watch until then, None: no longer. Returns whether it exists."""
    return await _change(conn, watch.c.id == watch_id, muted_until=until) > 0


async def silence(conn: AsyncConnection, watch_id: int, *, silent: bool) -> bool:
    """Let the alerts of one watch come without sound, or with it. Returns whether it exists."""
    return await _change(conn, watch.c.id == watch_id, silent=silent) > 0


async def ask_sources(conn: AsyncConnection, watch_id: int, least: int) -> bool:
    """Let one watch tell a story once so many independent sources report it. Returns whether it exists."""
    return await _change(conn, watch.c.id == watch_id, least=least) > 0


async def reply_at(conn: AsyncConnection, watch_id: int, marks: str | None) -> bool:
    """Let one watch speak of a story again at these marks, None: as configured. Returns whether it exists."""
    return await _change(conn, watch.c.id == watch_id, marks=marks) > 0


async def move(conn: AsyncConnection, watch_id: int, thread_id: int | None) -> bool:
    """Let one watch speak in this topic, None: General. Returns whether it exists."""
    return await _change(conn, watch.c.id == watch_id, thread_id=thread_id) > 0


async def choose(conn: AsyncConnection, watch_id: int, choice: str) -> bool:
    """Let one watch look for these names (`matching.choice.choice_json`). Returns whether it exists."""
    return await _change(conn, watch.c.id == watch_id, choice=choice, anchors=None) > 0


async def read_whole(conn: AsyncConnection, watch_id: int, *, whole: bool) -> bool:
    """Let accounts of X be read whole for one watch, or no longer. Returns whether it exists."""
    return await _change(conn, watch.c.id == watch_id, whole=whole) > 0


async def rewrite(conn: AsyncConnection, watch_id: int, query: str) -> bool:
    """Let one watch look for another query. Returns whether it exists."""
    return await _change(conn, watch.c.id == watch_id, query=query, tree=None, anchors=None) > 0


async def leave_thread(conn: AsyncConnection, chat_id: int, thread_id: int) -> int:
    """Let the watches of a topic that is no more speak in General. Returns how many."""
    mine = (watch.c.chat_id == chat_id) & (watch.c.thread_id == thread_id)
    return await _change(conn, mine, thread_id=None)


async def find(conn: AsyncConnection, watch_id: int) -> Watch | None:
    """Return the watch, None when it has ended."""
    statement = select(watch).where(watch.c.id == watch_id, ~watch.c.deleted)
    row = (await conn.execute(statement)).one_or_none()
    return None if row is None else _watch(row)


async def many(conn: AsyncConnection, watch_ids: Collection[int]) -> dict[int, Watch]:
    """Return those of the watches that have not ended, by id."""
    found: dict[int, Watch] = {}
    wanted = list(watch_ids)
    for begin in range(0, len(wanted), _AT_ONCE):
        some = watch.c.id.in_(wanted[begin : begin + _AT_ONCE])
        rows = await conn.execute(select(watch).where(some, ~watch.c.deleted))
        found |= {row.id: _watch(row) for row in rows}
    return found


async def of_chat(conn: AsyncConnection, chat_id: int) -> list[Watch]:
    """Return the chat's watches, oldest first."""
    statement = select(watch).where(watch.c.chat_id == chat_id, ~watch.c.deleted).order_by(watch.c.id)
    return [_watch(row) for row in await conn.execute(statement)]


async def changed_since(conn: AsyncConnection, revision: int) -> list[Watch]:
    """Return every watch changed after that revision, ended ones too, in order of change."""
    statement = select(watch).where(watch.c.revision > revision).order_by(watch.c.revision, watch.c.id)
    return [_watch(row) for row in await conn.execute(statement)]


async def changes_since(conn: AsyncConnection, seen: tuple[int, int], count: int) -> list[Change]:
    """Return the first `count` watches changed after `seen`, a revision and an id, in order of change."""
    columns = watch.c
    place = tuple_(columns.revision, columns.id)
    statement = (
        select(
            columns.id,
            columns.revision,
            columns.deleted,
            case((columns.tree.is_(None), columns.query), else_=""),
            func.coalesce(columns.tree, ""),
            columns.choice,
            func.coalesce(columns.anchors, ""),
        )
        .where(place > tuple_(*seen))
        .order_by(columns.revision, columns.id)
        .limit(count)
    )
    return list(map(Change._make, await conn.execute(statement)))


async def keep_anchors(conn: AsyncConnection, kept: Iterable[Change]) -> None:
    """Keep the trees of watches and where they wait in an index, unless a watch has changed again."""
    rows = [
        {"watch_id": each.id, "seen": each.revision, "new_tree": each.tree, "new_anchors": each.anchors}
        for each in kept
    ]
    if rows:
        same = (watch.c.id == bindparam("watch_id")) & (watch.c.revision == bindparam("seen"))
        values: dict[str, Any] = {"tree": bindparam("new_tree"), "anchors": bindparam("new_anchors")}
        await conn.execute(update(watch).where(same).values(values), rows)


async def forget_deleted(conn: AsyncConnection, keep_last: int = 1000) -> None:
    """Delete ended watches for good, but for the latest changes that an index may not have seen."""
    newest = (await conn.execute(select(func.max(watch.c.revision)))).scalar_one() or 0
    await conn.execute(delete(watch).where(watch.c.deleted, watch.c.revision < newest - keep_last))


async def count(conn: AsyncConnection) -> int:
    """Return how many watches there are."""
    return (await conn.execute(select(func.count()).where(~watch.c.deleted))).scalar_one()
