"""What a chat has, given back as files: /export. In groups and channels they go to whoever asked, in private.

An address that a chat follows may hold a secret, so it is written where nobody else reads it.
"""

from __future__ import annotations

from datetime import datetime

from handlers.backup import Kept, document, opml
from handlers.call import Call, Desk, Registry, Reply
from model import Attachment, Chat, ChatKind, DeliveryKind, Message
from store import chats, deliveries, names, sources, watches
from store.database import Connection
from store.deliveries import OwedMessage


def register(registry: Registry) -> None:
    """Let people take along what they have."""
    registry.command("export backup", export)


async def export(call: Call, desk: Desk) -> Reply:
    """Send everything as one document, and the feeds as a list that other readers take."""
    kept = await kept_of(desk.conn, desk.chat)
    files = [backup_of(desk, kept)]
    feeds = opml(kept)
    if feeds:
        name = f"hark-{desk.now:%Y-%m-%d}.opml"
        files.append(Message(desk.text.html("export-feeds"), attached=Attachment(name, feeds)))
    return await hand_over(call, desk, tuple(files)) or Reply(
        (Message(desk.text.html("export-private-first"), reply_to=call.message_id),)
    )


async def kept_of(conn: Connection, chat: Chat) -> Kept:
    """Return all that a chat has."""
    return Kept(
        chat,
        await watches.of_chat(conn, chat.id),
        await names.of_chat(conn, chat.id),
        await sources.followed_by(conn, chat.id),
    )


def backup_of(desk: Desk, kept: Kept) -> Message:
    """Return the document of everything as a message."""
    counts = {"watches": len(kept.watches), "sources": len(kept.sources), "rows": len(kept.names)}
    return Message(desk.text.html("export-done", **counts), attached=_file(kept, desk.now))


def _file(kept: Kept, now: datetime) -> Attachment:
    return Attachment(f"hark-{now:%Y-%m-%d}.json", document(kept, now))


async def hand_over(call: Call, desk: Desk, files: tuple[Message, ...]) -> Reply | None:
    """Return the answer that gives the files; None when they cannot reach whoever asked in private."""
    if call.place.kind is ChatKind.PRIVATE:
        return Reply(files)
    known = await chats.find(desk.conn, call.user_id) if call.user_id and not call.as_chat else None
    if known is None or known.kind is not ChatKind.PRIVATE or known.state in chats.LOST:
        return None
    for each in files:
        owed = OwedMessage(known.id, DeliveryKind.ANSWER, each)
        await deliveries.owe_message(desk.conn, owed, desk.now)
    return Reply((Message(desk.text.html("export-sent-private"), reply_to=call.message_id),))
