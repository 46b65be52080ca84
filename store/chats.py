"""Chats, and the dialogs in which Hark waits for words."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from model import Chat, ChatKind, ChatState
from store import access
from store.database import insert_new, next_ids
from store.schema import (
    chat,
    chat_name,
    consent,
    delivery,
    dialog,
    errand,
    follow,
    held,
    joined,
    manager,
    outage,
    over,
    over_told,
    proposal,
    quiet,
    telling,
    waiting,
    watch,
)
from store.schema_idle import idle

LOST = (ChatState.BLOCKED, ChatState.GONE)
"""Nobody there can be reached."""


def _chat(row: Row[Any]) -> Chat:
    return Chat(
        id=row.id,
        kind=ChatKind(row.kind),
        title=row.title,
        language=row.language,
        state=ChatState(row.state),
        previews=row.previews,
        silent=row.silent,
        since=row.since,
        zone=row.zone,
        buttons=row.buttons,
        news=row.news,
        chose_language=row.chose_language,
        proposals=row.proposals,
    )


async def find(conn: AsyncConnection, chat_id: int) -> Chat | None:
    """Return the chat, None when Hark never met it."""
    row = (await conn.execute(select(chat).where(chat.c.id == chat_id))).one_or_none()
    return None if row is None else _chat(row)


async def many(conn: AsyncConnection, chat_ids: Collection[int]) -> dict[int, Chat]:
    """Return the known ones of these chats by id."""
    if not chat_ids:
        return {}
    rows = await conn.execute(select(chat).where(chat.c.id.in_(chat_ids)))
    return {row.id: _chat(row) for row in rows}


async def save(conn: AsyncConnection, value: Chat) -> None:
    """Keep a new chat or what changed of a known one."""
    row = {
        "kind": value.kind.value,
        "title": value.title,
        "language": value.language,
        "state": value.state.value,
        "since": value.since,
        "previews": value.previews,
        "silent": value.silent,
        "zone": value.zone,
        "buttons": value.buttons,
        "news": value.news,
        "chose_language": value.chose_language,
        "proposals": value.proposals,
    } | _pause(value.state)
    changed = await conn.execute(update(chat).where(chat.c.id == value.id).values(row))
    if changed.rowcount == 0:
        await insert_new(conn, chat, [row | {"id": value.id}])


async def set_state(conn: AsyncConnection, chat_id: int, state: ChatState, now: datetime) -> None:
    """Change whether a chat gets alerts."""
    values = {"state": state.value, "since": now, "told": ""} | _pause(state)
    await conn.execute(update(chat).where(chat.c.id == chat_id).values(values))


def _pause(state: ChatState) -> dict[str, bool]:
    """Whoever is out of reach, or banned, has not ended their pause."""
    return {} if state in (*LOST, ChatState.BANNED) else {"paused": state is ChatState.PAUSED}


async def reach(conn: AsyncConnection, chat_id: int, now: datetime) -> ChatState:
    """Return the state of a chat that is back: banned if it is, else paused when it was before."""
    paused = (await conn.execute(select(chat.c.paused).where(chat.c.id == chat_id))).scalar_one_or_none()
    state = ChatState.PAUSED if paused else ChatState.ACTIVE
    said = (await access.of(conn, [chat_id])).get(chat_id)
    if said is not None and said.verdict is access.Verdict.BANNED:
        state = ChatState.BANNED
    await set_state(conn, chat_id, state, now)
    return state


async def tell_once(conn: AsyncConnection, chat_id: int, trouble: str) -> bool:
    """Return True when this trouble was not the last one told for that chat, and remember it."""
    changed = await conn.execute(
        update(chat).where(chat.c.id == chat_id, chat.c.told != trouble).values(told=trouble)
    )
    return changed.rowcount > 0


async def trouble_ends(conn: AsyncConnection, chat_id: int, trouble: str) -> bool:
    """Return True when this trouble was the last one told for that chat; it may be told anew."""
    ended = update(chat).where(chat.c.id == chat_id, chat.c.told == trouble).values(told="")
    return (await conn.execute(ended)).rowcount > 0


async def migrate(conn: AsyncConnection, old_id: int, new_id: int) -> None:
    """Move everything of a group to its new id, joining what the new id already has."""
    old = await find(conn, old_id)
    if old is None:
        return
    if await find(conn, new_id) is None:
        await conn.execute(
            update(chat).where(chat.c.id == old_id).values(id=new_id, kind=ChatKind.SUPERGROUP)
        )
    else:
        await conn.execute(delete(chat).where(chat.c.id == old_id))
    await access.migrate(conn, old_id, new_id)
    already_followed = select(follow.c.source_id).where(follow.c.chat_id == new_id)
    await conn.execute(
        delete(follow).where(follow.c.chat_id == old_id, follow.c.source_id.in_(already_followed))
    )
    already_told = select(delivery.c.item_id).where(
        delivery.c.chat_id == new_id, delivery.c.item_id.is_not(None)
    )
    await conn.execute(
        delete(delivery).where(delivery.c.chat_id == old_id, delivery.c.item_id.in_(already_told))
    )
    noted = select(manager.c.user_id).where(manager.c.chat_id == new_id)
    await conn.execute(delete(manager).where(manager.c.chat_id == old_id, manager.c.user_id.in_(noted)))
    for left in (dialog, quiet):
        await conn.execute(delete(left).where(left.c.chat_id == old_id))
    [revision] = await next_ids(conn, "watch_revision", 1)  # an index that knows them must learn of it
    moved = update(watch).where(watch.c.chat_id == old_id)
    await conn.execute(moved.values(chat_id=new_id, revision=revision))
    waits = select(quiet.c.chat_id).where(quiet.c.chat_id == new_id).scalar_subquery()
    await conn.execute(delete(quiet).where(quiet.c.chat_id == old_id, waits.is_not(None)))
    for table in (over, over_told, telling, joined, waiting, idle):
        await conn.execute(delete(table).where(table.c.chat_id == new_id))
    for table in (
        follow,
        delivery,
        errand,
        chat_name,
        outage,
        consent,
        held,
        quiet,
        proposal,
        over,
        over_told,
        manager,
        telling,
        joined,
        waiting,
        idle,
    ):
        await conn.execute(update(table).where(table.c.chat_id == old_id).values(chat_id=new_id))


async def lost_since(conn: AsyncConnection, before: datetime) -> list[int]:
    """Return the chats that are gone, or that could not be reached, since before that time."""
    lost = select(chat.c.id).where(chat.c.state.in_([state.value for state in LOST]), chat.c.since < before)
    return list((await conn.execute(lost)).scalars())


async def count(conn: AsyncConnection) -> int:
    """Return how many chats Hark knows."""
    return (await conn.execute(select(func.count()).select_from(chat))).scalar_one()


async def tally(conn: AsyncConnection) -> dict[tuple[ChatKind, ChatState], int]:
    """Return how many chats of each kind Hark knows in each state, the terminal not counted."""
    statement = select(chat.c.kind, chat.c.state, func.count()).where(chat.c.kind != ChatKind.TERMINAL.value)
    rows = await conn.execute(statement.group_by(chat.c.kind, chat.c.state))
    return {(ChatKind(kind), ChatState(state)): number for kind, state, number in rows}


async def some(conn: AsyncConnection, first: int, count: int) -> list[Chat]:
    """Return `count` chats from the place `first` on, counted from 0, the latest to change first."""
    statement = select(chat).where(chat.c.kind != ChatKind.TERMINAL.value)
    ordered = statement.order_by(chat.c.since.desc(), chat.c.id).offset(first).limit(count)
    return [_chat(row) for row in await conn.execute(ordered)]


async def ask(
    conn: AsyncConnection, chat_id: int, user_id: int, asked: str, expires: datetime, about: int | None = None
) -> None:
    """Remember that the next words of this person in this chat belong to the command `asked`.

    `about` is the chat that they are about, None: the one in which they are said.
    """
    await end_dialog(conn, chat_id, user_id)
    row = {"chat_id": chat_id, "user_id": user_id, "asked": asked, "expires": expires, "about": about}
    await insert_new(conn, dialog, [row])


async def asked(conn: AsyncConnection, chat_id: int, user_id: int, now: datetime) -> str:
    """Return the command that waits for this person's words, "" when none does."""
    return (await asked_about(conn, chat_id, user_id, now))[0]


async def asked_about(
    conn: AsyncConnection, chat_id: int, user_id: int, now: datetime
) -> tuple[str, int | None]:
    """Return the command that waits for this person's words, and the chat that they are about.

    "" when none waits; None when they are about the chat in which they are said.
    """
    statement = select(dialog.c.asked, dialog.c.about).where(
        dialog.c.chat_id == chat_id, dialog.c.user_id == user_id, dialog.c.expires > now
    )
    row = (await conn.execute(statement)).one_or_none()
    return ("", None) if row is None else (row.asked, row.about)


async def end_dialog(conn: AsyncConnection, chat_id: int, user_id: int) -> bool:
    """Wait no longer. Returns whether Hark was waiting."""
    gone = await conn.execute(delete(dialog).where(dialog.c.chat_id == chat_id, dialog.c.user_id == user_id))
    return gone.rowcount > 0
