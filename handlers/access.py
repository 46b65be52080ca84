"""Who may use Hark: the bans, the allow-list, and the way in for those who are not on it.

a stranger says something ── "private" [Ask to be let in] ──▶ each operator: who asks [Let in] [Refuse]
    ──▶ on the list and told, or not; whoever is banned is told once and then hears nothing
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import Enum, auto

from accounts.operators import Operators
from handlers.call import Call, Desk, Policy, Registry, Reply
from handlers.words import label
from locales import Text
from model import Button, Chat, ChatState, DeliveryKind, Message
from store import access, chats, deliveries, watches
from store.access import Access, Verdict
from store.database import Connection
from store.deliveries import OwedMessage


class Standing(Enum):
    """Whether somebody is served."""

    SERVED = auto()
    STRANGER = auto()  # not on the allow-list, while there is one
    BANNED = auto()


def register(registry: Registry) -> None:
    """Let strangers ask, and operators answer."""
    registry.tap("in", ask_in, outside=True)
    registry.tap("ain", decide, operators=True)


async def standing_of(conn: Connection, policy: Policy, chat_id: int, user_id: int) -> Standing:
    """Return whether this chat, or this person wherever they are, may use Hark."""
    if policy.operates(chat_id, user_id):
        return Standing.SERVED
    said = await access.of(conn, {chat_id, user_id} - {0})
    if any(each.verdict is Verdict.BANNED for each in said.values()):
        return Standing.BANNED
    if chat_id in policy.allowed_chats or not (policy.allowed_chats or await access.closed(conn)):
        return Standing.SERVED
    allowed = chat_id in said and said[chat_id].verdict is Verdict.ALLOWED
    return Standing.SERVED if allowed else Standing.STRANGER


async def told_of_ban(conn: Connection, call: Call) -> bool:
    """Return True the first time that somebody banned is to hear of it."""
    return await access.tell_once(conn, {call.place.id, call.user_id})


async def keep_out(conn: Connection, chat_id: int, now: datetime) -> None:
    """Let the watches of a banned chat rest, and what was due wait."""
    await chats.set_state(conn, chat_id, ChatState.BANNED, now)
    await deliveries.hold_chat(conn, chat_id)


async def ban(desk: Desk, number: int, name: str) -> None:
    """Ban a chat or person; its watches rest."""
    await access.put(desk.conn, Access(number, Verdict.BANNED, desk.now, name))
    known = await chats.find(desk.conn, number)
    if known is not None and known.state not in chats.LOST:
        await keep_out(desk.conn, number, desk.now)


async def lift(desk: Desk, number: int) -> int | None:
    """End what was said of a chat or person; the watches of a banned one work again, and it is told.

    Returns how many watches it has, None when nothing was said of it.
    """
    said = await access.drop(desk.conn, number)
    if said is None:
        return None
    count = len(await watches.of_chat(desk.conn, number))
    known = await chats.find(desk.conn, number)
    if known is not None and known.state is ChatState.BANNED:
        state = await chats.reach(desk.conn, number, desk.now)
        if state is ChatState.ACTIVE:
            await deliveries.resume_chat(desk.conn, number, desk.now)
        if count:
            await _tell(desk, known, "access-unbanned-notice")
    return count


async def allow(desk: Desk, number: int, name: str) -> None:
    """Put a chat on the allow-list and tell it, if Hark knows it."""
    await lift(desk, number)
    await access.put(desk.conn, Access(number, Verdict.ALLOWED, desk.now, name))
    known = await chats.find(desk.conn, number)
    if known is not None and known.state is ChatState.ACTIVE:
        await _tell(desk, known, "access-let-in-notice")


async def _tell(desk: Desk, chat: Chat, key: str) -> None:
    message = Message(desk.catalogue.text_for(chat).html(key))
    owed = OwedMessage(chat.id, DeliveryKind.NOTICE, message)
    await deliveries.owe_message(desk.conn, owed, desk.now)


async def way_in(conn: Connection, policy: Policy, text: Text, chat_id: int) -> Message:
    """Return what a stranger is told: that Hark is private, and how to be let in."""
    if not policy.admins:
        return Message(text.html("error-not-allowed"))
    said = (await access.of(conn, [chat_id])).get(chat_id)
    if said is not None:
        return Message(text.html(_waits(said)))
    button = Button(text.plain("access-ask-button"), "in")
    return Message(text.html("access-private"), ((button,),))


def _waits(said: Access) -> str:
    return "access-refused" if said.verdict is Verdict.REFUSED else "access-waits"


async def ask_in(call: Call, desk: Desk) -> Reply:
    """Ask the operators to let this chat in, once; the message with the button says so."""
    text, chat = desk.text, desk.chat
    if await standing_of(desk.conn, desk.policy, chat.id, call.user_id) is Standing.SERVED:
        return _edited(call, text.html("access-let-in-notice"))
    said = (await access.of(desk.conn, [chat.id])).get(chat.id)
    if said is None:
        name = chat.title or str(chat.id)
        operators = Operators(sorted(desk.policy.admins), desk.catalogue)
        if not await operators.tell(desk.conn, lambda theirs: _request(theirs, chat), desk.now):
            return Reply(toast=text.plain("consent-unreachable"))
        said = Access(chat.id, Verdict.ASKING, desk.now, name)
        await access.put(desk.conn, said)
    return _edited(call, text.html(_waits(said)))


def _edited(call: Call, html: str) -> Reply:
    return Reply((Message(html, edit_message_id=call.message_id),))


def _request(text: Text, chat: Chat) -> Message:
    """Return what an operator is asked."""
    let_in = Button(text.plain("access-let-in-button"), f"ain:{chat.id}:1")
    refuse = Button(text.plain("access-refuse-button"), f"ain:{chat.id}:0")
    name = label(chat.title or str(chat.id))
    html = text.html(f"access-request-{_sort(chat)}", name=name, id=str(chat.id))
    return Message(html, ((let_in, refuse),))


def _sort(chat: Chat) -> str:
    return chat.kind.value.replace("supergroup", "group").replace("terminal", "private")


async def decide(call: Call, desk: Desk) -> Reply:
    """Let in who asks, or refuse; what another operator said meanwhile is shown."""
    text, number = desk.text, call.id_at(0)
    said = (await access.of(desk.conn, [number])).get(number)
    if said is None:
        return Reply(toast=text.plain("error-old-button"))
    if said.verdict is Verdict.ASKING and call.arg(1) == "1":
        await allow(desk, number, said.name)
        said = replace(said, verdict=Verdict.ALLOWED)
    elif said.verdict is Verdict.ASKING:
        said = replace(said, verdict=Verdict.REFUSED, since=desk.now)
        await access.put(desk.conn, said)
    html = text.html(f"access-is-{said.verdict.value}", name=label(said.shown), id=str(number))
    return _edited(call, html)
