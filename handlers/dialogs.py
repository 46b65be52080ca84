"""Asking for words: a command without them asks, and what the person says next belongs to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from handlers.call import Call, Command, Desk, Reply, Said, SentFile
from handlers.targets import read_target
from model import ChatKind, Message
from store import chats
from store.database import Connection

_TAKES_FILES = frozenset({"follow", "import"})
_TAKES_PEOPLE = frozenset({"admin ban", "admin allow"})  # a forwarded message says who is meant
_BACKUP = ".json"
_LISTS = (".opml", ".xml")
_TAKES_LINKS = "why"  # a forwarded picture has no words, but its caption may have a link
_PATIENCE = timedelta(minutes=5)


async def ask(call: Call, desk: Desk, command: str, *, about: str = "", **facts: str) -> Reply:
    """Ask for the words of `command`; the next words of this person within five minutes are taken for them.

    In groups the question opens the person's reply field, since a bot there hears replies only. A channel
    holds no conversation: its answer just shows how to write the command. What is said is added to `about`.
    """
    html = desk.text.html(f"ask-{command}", **facts)
    if call.place.kind is ChatKind.CHANNEL:
        return Reply((Message(html),))
    await keep_asking(call, desk, f"{command} {about}".strip())
    if call.place.crowded:
        return Reply((Message(html, reply_to=call.message_id, force_reply=True),))
    return Reply((Message(html),))


async def keep_asking(call: Call, desk: Desk, asked: str) -> None:
    """Take the next words of this person for those of the command that `asked` begins with."""
    expires = desk.now + _PATIENCE
    await chats.ask(desk.conn, call.place.id, call.user_id, asked, expires, call.subject)


async def waiting(conn: Connection, call: Call, now: datetime) -> str:
    """Return the command that waits for this person's words, "" when none does."""
    return await chats.asked(conn, call.place.id, call.user_id, now)


async def completed(call: Call, desk: Desk) -> Call:
    """Return the call with what was said taken as the words of the command that waits for them.

    A link, an @name or a list of feeds given in private without being asked for means: follow it. Any
    command but /cancel ends the waiting.
    """
    if isinstance(call.deed, Command):
        if call.deed.name != "cancel":
            await chats.end_dialog(desk.conn, call.place.id, call.user_id)
        return call
    if not isinstance(call.deed, Said) or not _says(call):
        return call
    command = await waiting(desk.conn, call, desk.now)
    names_somebody = call.origin is not None and command in _TAKES_PEOPLE
    if call.file is not None and command != _TAKES_LINKS and not names_somebody:
        return await _with_file(call, desk, command, call.file)
    if not call.words and command != _TAKES_LINKS and not names_somebody:
        return call
    if not command and read_target(call.words, bare=True) is not None:
        return replace(call, deed=Command("follow", call.words))
    return await _with_words(call, desk, command) if command else call


def _says(call: Call) -> bool:
    return bool(call.words or call.links or call.file) or call.origin is not None


async def _with_words(call: Call, desk: Desk, command: str) -> Call:
    await chats.end_dialog(desk.conn, call.place.id, call.user_id)
    name, _, about = command.partition(" ")
    return replace(call, deed=Command(name, f"{about} {call.words}".strip()))


async def _with_file(call: Call, desk: Desk, command: str, file: SentFile) -> Call:
    """Return the call with a file for the command that waits for one; else for what its name says."""
    if command in _TAKES_FILES:
        await chats.end_dialog(desk.conn, call.place.id, call.user_id)
    elif call.place.kind is ChatKind.PRIVATE and file.name.lower().endswith(_LISTS):
        command = "follow"
    elif call.place.kind is ChatKind.PRIVATE and file.name.lower().endswith(_BACKUP):
        command = "import"
    else:
        return call
    return replace(call, deed=Command(command))
