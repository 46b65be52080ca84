"""For which chat somebody speaks in private: found here once, for every command, word and tap.

A tap is about the chat that its button names. What is said is about the chat that the person chose with
/manage; the answer to a question is about what was asked, a reply to an alert about the chat that it came to.
Whoever speaks for a chat must be its administrator at that moment.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.call import Call, Command, Desk, Entry, Reply, Said, Seen, Shared, Tap
from handlers.marks import marked
from handlers.rights import Rights
from handlers.words import label
from locales import Text
from model import Chat, ChatKind, Message
from store import chats, deliveries, managers
from store.database import Connection, Database

_LISTED = 20  # chats of one person in /manage

EntryOf = Callable[[Call], Entry | None]


@dataclass(frozen=True, slots=True)
class Speaking:
    """Finds the chat that a call is about, and whether the person may speak for it."""

    database: Database
    rights: Rights
    entry_of: EntryOf
    clock: Callable[[], datetime]

    async def about(self, call: Call) -> Call:
        """Return the call with the chat that it is about, and what its handler wants to see of chats."""
        if call.place.kind is not ChatKind.PRIVATE:
            return replace(call, subject=None)
        entry = self.entry_of(call)
        async with self.database.read() as conn:
            call = await _about(conn, call, entry, self.clock())
            own = await managers.chats_of(conn, call.user_id, _LISTED) if entry and entry.looks else []
        if entry is None or not entry.looks:
            return call
        if call.subject is not None:
            self.rights.forget(call.subject)
            return await self.looked(call)
        may = await asyncio.gather(*(self.rights.is_admin(each, call.user_id) for each in own))
        manages = tuple(each for each, admin in zip(own, may, strict=True) if admin is not False)
        return replace(call, seen=Seen(manages))

    async def may(self, call: Call) -> bool | None:
        """Return whether the person may speak for the chat that the call is about, None: nobody knows."""
        ours = call.seen.ours
        if isinstance(call.deed, Shared) and (ours is None or not ours.inside):
            return True  # Hark is not there: its handler says what to do
        return await self.rights.is_admin(call.subject or 0, call.user_id)

    async def looked(self, call: Call) -> Call:
        """Return the call with what Hark may do in the chat that it is about."""
        return replace(call, seen=Seen(ours=await self.rights.ours(call.subject or 0)))


async def _about(conn: Connection, call: Call, entry: Entry | None, now: datetime) -> Call:
    match call.deed:
        case Tap():
            return call
        case Shared(chat_id):
            return replace(call, subject=chat_id)
        case Said():
            asked, about = await chats.asked_about(conn, call.place.id, call.user_id, now)
            if asked:
                return replace(call, subject=about)
        case Command() if entry is None or not (entry.personal or entry.operators):
            pass
        case _:
            return call
    if call.answers is not None:
        told = await deliveries.of_message(conn, call.place.id, call.answers)
        if told is not None and told.item_id is not None:
            return call
    chosen = await managers.chosen(conn, call.user_id)
    return call if chosen is None else replace(call, subject=chosen, answers=None)


def said_for(text: Text, chat: Chat) -> str:
    """Return the line that says for which chat a screen speaks."""
    key = "manage-for-channel" if chat.kind is ChatKind.CHANNEL else "manage-for-group"
    return text.html(key, chat=label(chat.title))


def addressed(message: Message, text: Text, chat: Chat) -> Message:
    """Return a message that says first for which chat it speaks, its buttons about that chat."""
    line = said_for(text, chat)
    told = message.buttons_only or message.html.startswith(line)
    rows = tuple(
        tuple(replace(each, data=marked(each.data, chat.id)) if each.data else each for each in row)
        for row in message.buttons
    )
    return replace(message, html=message.html if told else f"{line}\n{message.html}", buttons=rows)


def all_addressed(reply: Reply, desk: Desk) -> Reply:
    """Return a reply all of whose messages say for which chat they speak."""
    return replace(
        reply, messages=tuple(addressed(message, desk.text, desk.chat) for message in reply.messages)
    )


async def refused(conn: Connection, call: Call, text: Text) -> Reply:
    """Say that somebody may not speak for a chat any more, and let them speak for themselves again."""
    subject = call.subject or 0
    chat = await chats.find(conn, subject)
    chosen = await managers.chosen(conn, call.user_id) == subject
    await managers.forget(conn, call.user_id, subject)
    if isinstance(call.deed, Shared):
        title = call.deed.title or (chat.title if chat is not None else "")
        return Reply((Message(text.html("manage-no-administrator", chat=label(title)), picks_end=True),))
    if chat is None:
        return Reply(toast=text.plain("error-old-button"))
    ours, title = call.seen.ours, label(chat.title)
    key = "manage-lost" if ours is None or ours.inside else "manage-gone"
    html = text.html(key, chat=title)
    if chosen:
        html = f"{html}\n{text.html('manage-back')}"
    if isinstance(call.deed, Tap):
        return Reply((Message(html, edit_message_id=call.message_id),), text.plain(key, chat=title))
    return Reply((Message(html),))
