"""Erasing chats: nothing of them stays, in any table, those of later releases included.

A table belongs to a chat by its column `chat_id`, or to a person by `user_id`, whose number is that of the
private chat; what one chat asks about another, by `about` and `told_to`, ends with either. Watches alone stay
a while as empty rows, so that every index learns that they ended. What operators decided stays by number,
without a name: nobody lifts a ban by having themselves forgotten.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from store import access, items, sources
from store.database import next_ids
from store.schema import charged, chat, follow, item, item_key, metadata, report, source, watch
from store.schema_rhythm import rhythm


async def erase(conn: AsyncConnection, chat_ids: Collection[int]) -> None:
    """Erase everything of these chats; what only they followed is no longer polled, nor kept."""
    ids = list(chat_ids)
    if not ids:
        return
    followed = select(follow.c.source_id).where(follow.c.chat_id.in_(ids))
    own = list((await conn.execute(followed)).scalars())
    await _end_watches(conn, ids)
    for table in metadata.tables.values():
        for name in ("chat_id", "user_id", "about", "told_to"):
            if table is not watch and name in table.c:
                await conn.execute(delete(table).where(table.c[name].in_(ids)))
    await conn.execute(delete(chat).where(chat.c.id.in_(ids)))
    await access.forget_names(conn, ids)
    await sources.rest(conn)
    await _erase_sources(conn, own)


async def _end_watches(conn: AsyncConnection, chat_ids: Collection[int]) -> None:
    mine = select(watch.c.id).where(watch.c.chat_id.in_(chat_ids))
    await conn.execute(delete(charged).where(charged.c.watch_id.in_(mine)))
    [revision] = await next_ids(conn, "watch_revision", 1)
    nothing = {"chat_id": 0, "thread_id": None, "query": "", "tree": None, "choice": "", "anchors": None}
    ended = update(watch).where(watch.c.chat_id.in_(chat_ids))
    await conn.execute(ended.values(deleted=True, revision=revision, **nothing))


async def _erase_sources(conn: AsyncConnection, source_ids: Collection[int]) -> None:
    """Forget where these were, as far as nobody wants them, and what came from them alone."""
    unwanted = source.c.id.in_(source_ids) & ~source.c.shared & source.c.id.not_in(select(follow.c.source_id))
    for number in (await conn.execute(select(source.c.id).where(unwanted))).scalars().all():
        nothing = {"address": f"erased:{number}", "name": "", "etag": "", "last_modified": ""}
        nothing |= {"validators_url": "", "moved_to": "", "external_id": "", "cursor": ""}
        values = nothing | {"listing": b"", "body_hash": b"", "due": None}
        await conn.execute(update(source).where(source.c.id == number).values(values))
        await conn.execute(delete(rhythm).where(rhythm.c.source_id == number))
        listed = await items.listed(conn)
        theirs = (await conn.execute(select(item.c.id).where(item.c.source_id == number))).scalars()
        alone = [each for each in theirs if each not in listed]
        for begin in range(0, len(alone), 500):
            some = alone[begin : begin + 500]
            for kept in (item_key, report):
                await conn.execute(delete(kept).where(kept.c.item_id.in_(some)))
            await conn.execute(delete(item).where(item.c.id.in_(some)))
