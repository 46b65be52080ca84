"""What the watches of chats that get alerts ask for, without the rest of their rows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from model import ChatState
from store.database import insert_new
from store.schema import chat, missed_word, watch


@dataclass(frozen=True, slots=True)
class Asking:
    """What one watch asks for."""

    watch_id: int
    chat_id: int
    query: str
    tree: str  # "": made by a release that kept the text alone
    choice: str
    whole: bool  # accounts of X may be read whole for it


async def asking(conn: AsyncConnection, chat_ids: Collection[int] | None) -> list[Asking]:
    """Return what the watches at work of these chats ask for, of all chats when None."""
    statement = (
        select(watch.c.id, watch.c.chat_id, watch.c.query, watch.c.tree, watch.c.choice, watch.c.whole)
        .join(chat, chat.c.id == watch.c.chat_id)
        .where(~watch.c.deleted, ~watch.c.paused, chat.c.state == ChatState.ACTIVE.value)
        .order_by(watch.c.id)
    )
    if chat_ids is not None:
        if not chat_ids:
            return []
        statement = statement.where(watch.c.chat_id.in_(chat_ids))
    return [
        Asking(row.id, row.chat_id, row.query, row.tree or "", row.choice, row.whole)
        for row in await conn.execute(statement)
    ]


async def missed_words(conn: AsyncConnection) -> frozenset[str]:
    """Return the terms that X searches otherwise than Hark matches."""
    return frozenset((await conn.execute(select(missed_word.c.word))).scalars())


async def miss_words(conn: AsyncConnection, words: Collection[str], now: datetime) -> None:
    """Remember that X's search for these terms misses posts."""
    await insert_new(conn, missed_word, [{"word": word, "since": now} for word in sorted(words)])


async def forget_missed(conn: AsyncConnection, before: datetime) -> None:
    """Trust the terms again that were last found wanting before then."""
    await conn.execute(delete(missed_word).where(missed_word.c.since < before))
