"""How Hark meets chats: the first word, coming and going, blocking and unblocking, groups that move."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handlers.access import Standing, keep_out, standing_of
from handlers.call import Call, Desk, Membership, Migration, Reply
from handlers.managing import offer
from locales import Catalogue, Text
from model import Chat, ChatKind, ChatState, DeliveryKind, Message
from store import chats, deliveries, managers, watches
from store.database import Connection
from store.deliveries import OwedMessage


async def chat_of(conn: Connection, call: Call, catalogue: Catalogue, now: datetime) -> Chat:
    """Return the chat of a call, kept when it is new, and reachable again when somebody speaks there."""
    known = await chats.find(conn, call.place.id)
    place = call.place
    chat = known or Chat(place.id, place.kind, language=catalogue.best(call.language_code), since=now)
    chat = replace(chat, kind=place.kind, title=place.title or chat.title)
    chat = replace(chat, language=_language(chat, call, catalogue))
    if chat != known:
        await chats.save(conn, chat)
    if chat.state in chats.LOST and not isinstance(call.deed, Membership):
        return await come_back(conn, chat, now)
    return chat


def _language(chat: Chat, call: Call, catalogue: Catalogue) -> str:
    """Return the language of a chat now: in private that of the person's client, until one is chosen."""
    if chat.kind is not ChatKind.PRIVATE or chat.chose_language or not call.language_code:
        return chat.language
    return catalogue.best(call.language_code)


async def text_of(conn: Connection, call: Call, catalogue: Catalogue) -> Text:
    """Return what Hark says in a call's chat; where it was never met, in the person's own language."""
    known = await chats.find(conn, call.place.id)
    language = catalogue.best(call.language_code) if known is None else _language(known, call, catalogue)
    return catalogue.text_for(Chat(call.place.id, call.place.kind, language=language))


async def come_back(conn: Connection, chat: Chat, now: datetime) -> Chat:
    """Let a chat that can be reached again be as it was before: paused, or with alerts."""
    state = await chats.reach(conn, chat.id, now)
    if state is not ChatState.ACTIVE:
        return replace(chat, state=state, since=now)
    return await end_silence(conn, chat, now)


async def end_silence(conn: Connection, chat: Chat, now: datetime) -> Chat:
    """Let a chat get alerts again, those that waited for it first."""
    await chats.set_state(conn, chat.id, ChatState.ACTIVE, now)
    await deliveries.resume_chat(conn, chat.id, now)
    return replace(chat, state=ChatState.ACTIVE, since=now)


async def fall_silent(conn: Connection, chat: Chat, state: ChatState, now: datetime) -> None:
    """Let a chat get no alerts; those that were due wait."""
    await chats.set_state(conn, chat.id, state, now)
    await deliveries.hold_chat(conn, chat.id)


async def migrate(conn: Connection, move: Migration) -> None:
    """Move a group's watches and alerts to its new id; told twice, by the old and by the new group."""
    await chats.migrate(conn, move.old_id, move.new_id)


async def changed(call: Call, desk: Desk) -> Reply:
    """Take note of what Hark may do in a chat now; answers where it was let in."""
    deed = call.deed
    if not isinstance(deed, Membership):
        return Reply()
    if not deed.after.inside:
        if desk.chat.state not in chats.LOST:
            await fall_silent(desk.conn, desk.chat, ChatState.BLOCKED, desk.now)
        return Reply()
    if desk.chat.kind is not ChatKind.PRIVATE and call.user_id:
        await managers.note(desk.conn, call.user_id, desk.chat.id, desk.now)
    return await _let_in(deed, call, desk)


async def _let_in(deed: Membership, call: Call, desk: Desk) -> Reply:
    if desk.chat.state in chats.LOST:
        return await welcome_back(replace(desk, chat=await come_back(desk.conn, desk.chat, desk.now)))
    if deed.after.may_post and not deed.before.may_post and desk.chat.state is ChatState.ACTIVE:
        await deliveries.resume_chat(desk.conn, desk.chat.id, desk.now)
    standing = await standing_of(desk.conn, desk.policy, desk.chat.id, call.user_id)
    if standing is Standing.BANNED and desk.chat.state is ChatState.ACTIVE:
        await keep_out(desk.conn, desk.chat.id, desk.now)
    if desk.chat.kind is ChatKind.PRIVATE or standing is not Standing.SERVED:
        return Reply()
    if not deed.after.may_post or deed.before.may_post:
        return Reply()
    if desk.chat.kind is ChatKind.CHANNEL and await _told_in_private(call, desk):
        return Reply(wake="send")
    key = "chats-hello-channel" if desk.chat.kind is ChatKind.CHANNEL else "chats-hello-group"
    return Reply((Message(desk.text.html(key, words=desk.policy.example)),))


async def _told_in_private(call: Call, desk: Desk) -> bool:
    """Tell whoever gave Hark its place in a channel, not its readers; returns False where it cannot."""
    known = await chats.find(desk.conn, call.user_id) if call.user_id else None
    if known is None or known.kind is not ChatKind.PRIVATE or known.state in chats.LOST:
        return False
    message = offer(desk.catalogue.text_for(known), desk.chat)
    await deliveries.owe_message(desk.conn, OwedMessage(known.id, DeliveryKind.ANSWER, message), desk.now)
    return True


async def welcome_back(desk: Desk) -> Reply:
    """Say that the chat's watches are at work again, or still paused; nothing where there are none."""
    count = len(await watches.of_chat(desk.conn, desk.chat.id))
    if not count or desk.chat.state is ChatState.BANNED:
        return Reply()
    if desk.chat.state is ChatState.PAUSED:
        return Reply((Message(desk.text.html("status-paused")),))
    return Reply((Message(desk.text.html("chats-welcome-back", count=count)),))
