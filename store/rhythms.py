"""When sources speak, as their polls showed, and how many people each is read for."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import SourceKind
from store.database import insert_new
from store.schema import follow, source, watch
from store.schema_rhythm import rhythm


async def of_feeds(conn: AsyncConnection) -> dict[int, bytes | None]:
    """Return what is kept of every feed that is polled, by its id; None where nothing was learned yet."""
    polled = (source.c.kind == SourceKind.FEED.value) & source.c.due.is_not(None)
    both = select(source.c.id, rhythm.c.kept).outerjoin(rhythm, rhythm.c.source_id == source.c.id)
    rows = await conn.execute(both.where(polled))
    return {row.id: None if row.kept is None else bytes(row.kept) for row in rows}


async def keep(conn: AsyncConnection, learned: Mapping[int, bytes]) -> None:
    """Keep what was learned of sources, by their ids."""
    rows = [{"source_id": number, "kept": kept} for number, kept in sorted(learned.items())]
    await insert_new(conn, rhythm, rows)
    for row in rows:
        mine = rhythm.c.source_id == row["source_id"]
        await conn.execute(update(rhythm).where(mine).values(kept=row["kept"]))


async def readers(conn: AsyncConnection) -> tuple[int, dict[int, int]]:
    """Return how many chats watch for something, and how many follow each source for themselves."""
    watching = select(func.count(watch.c.chat_id.distinct())).where(~watch.c.deleted, ~watch.c.paused)
    everybody = (await conn.execute(watching)).scalar_one()
    following = select(follow.c.source_id, func.count()).group_by(follow.c.source_id)
    return everybody, {row[0]: row[1] for row in await conn.execute(following)}
