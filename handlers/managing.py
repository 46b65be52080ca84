"""Channels and groups managed from the private chat: /manage, and the chats that people pick for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.call import Call, Desk, Registry, Reply, Shared
from handlers.marks import ITSELF, marked
from handlers.speaking import addressed, said_for
from handlers.words import label
from locales import Text
from model import Button, Chat, ChatKind, Message, Pick, Picked
from store import chats, managers

_SPEAK, _LIST, _PICK = "sp", "mgl", "pk"
_SUPERGROUP = -1_000_000_000_000  # ids of supergroups and channels lie below


def register(registry: Registry) -> None:
    """Let people speak for their channels and groups."""
    registry.command("manage", show, personal=True, looks=True, outside=True)
    registry.tap(_LIST, back, looks=True, outside=True)
    registry.tap(_SPEAK, speak_for, looks=True, outside=True)
    registry.tap(_PICK, ask_to_pick, outside=True)
    registry.sharing(picked)


async def show(call: Call, desk: Desk) -> Reply:
    """Show the chats that the person manages, and for which of them they speak."""
    if call.place.kind is not ChatKind.PRIVATE:
        return Reply((Message(desk.text.html("manage-in-private"), reply_to=call.message_id),))
    return Reply((await _screen(call, desk),))


async def back(call: Call, desk: Desk) -> Reply:
    """Come back to the chats that the person manages."""
    return Reply((replace(await _screen(call, desk), edit_message_id=call.message_id),))


async def speak_for(call: Call, desk: Desk) -> Reply:
    """Let what the person says here be about another chat from now on, or about this one again."""
    if not desk.elsewhere:
        await _choose(call, desk, None)
        screen = replace(await _screen(call, desk), edit_message_id=call.message_id)
        return Reply((screen,), desk.text.plain("manage-toast-own"))
    if call.seen.ours is not None and not call.seen.ours.inside:
        html = _add_first(desk.text, desk.chat.kind is ChatKind.CHANNEL, desk.chat.title)
        return Reply((Message(html, (_others(desk.text),), edit_message_id=call.message_id),))
    await _choose(call, desk, desk.chat)
    message = Message(_now(call, desk), (_others(desk.text),), edit_message_id=call.message_id)
    return Reply((message,), desk.text.plain("manage-toast", chat=label(desk.chat.title)))


async def ask_to_pick(call: Call, desk: Desk) -> Reply:
    """Send a key that opens the person's own channels, or groups."""
    wanted = Picked.CHANNEL if call.number_at(0) == Picked.CHANNEL else Picked.GROUP
    key = "manage-pick-channel" if wanted is Picked.CHANNEL else "manage-pick-group"
    return Reply((_picker(desk.text, wanted, desk.text.html(key)),))


async def picked(call: Call, desk: Desk) -> Reply:
    """Speak for the chat that the person has picked; where Hark is not there, say how it gets there."""
    deed = call.deed
    if not isinstance(deed, Shared):
        return Reply()
    known = await chats.find(desk.conn, deed.chat_id)
    title = deed.title or (known.title if known is not None else "")
    if call.seen.ours is None:
        return Reply((Message(desk.text.html("error-rights-unknown")),))
    if not call.seen.ours.inside:
        wanted = Picked.CHANNEL if deed.channel else Picked.GROUP
        return Reply((_picker(desk.text, wanted, _add_first(desk.text, deed.channel, title)),))
    chat = known or Chat(deed.chat_id, _kind(deed), title, language=desk.chat.language, since=desk.now)
    if chat.state in chats.LOST:
        await chats.reach(desk.conn, chat.id, desk.now)
    if known is None:
        await chats.save(desk.conn, chat)
    await _choose(call, desk, chat)
    message = Message(_now(call, replace(desk, chat=chat)), picks_end=True)
    return Reply((addressed(message, desk.text, chat),))


def offer(text: Text, chat: Chat) -> Message:
    """Return what is told to whoever gave Hark its place in a channel."""
    button = Button(text.plain("manage-button"), marked(_SPEAK, chat.id))
    return Message(text.html("manage-may-post", chat=label(chat.title)), ((button,),))


async def come_home(call: Call, desk: Desk) -> tuple[Message, ...]:
    """Let a person speak for themselves again; returns what says so, nothing where they do already."""
    if await managers.chosen(desk.conn, call.user_id) is None:
        return ()
    await managers.choose(desk.conn, call.user_id, None)
    return (Message(desk.text.html("manage-back")),)


async def _choose(call: Call, desk: Desk, chat: Chat | None) -> None:
    if chat is not None:
        await managers.note(desk.conn, call.user_id, chat.id, desk.now)
    await managers.choose(desk.conn, call.user_id, None if chat is None else chat.id)
    await chats.end_dialog(desk.conn, call.place.id, call.user_id)


async def _screen(call: Call, desk: Desk) -> Message:
    text = desk.text
    chosen = await managers.chosen(desk.conn, call.user_id)
    known = await chats.many(desk.conn, call.seen.manages)
    there = [known[each] for each in call.seen.manages if each in known]
    there = [each for each in there if each.state not in chats.LOST]
    current = next((each for each in there if each.id == chosen), None)
    html = text.html("manage-own")
    if current is not None:
        html = f"{said_for(text, current)}\n{text.html('manage-now')}"
    own = ((_row(text.plain("manage-own-button"), f"{_SPEAK}{ITSELF}", current is None),),) if there else ()
    last = (
        Button(text.plain("manage-pick-button-channel"), f"{_PICK}:{Picked.CHANNEL}"),
        Button(text.plain("manage-pick-button-group"), f"{_PICK}:{Picked.GROUP}"),
    )
    html = f"{html}\n{text.html('manage-which' if there else 'manage-none')}"
    return Message(html, (*own, *_rows(there, chosen), last))


def _rows(there: Sequence[Chat], chosen: int | None) -> tuple[tuple[Button, ...], ...]:
    return tuple((_row(_named(each), marked(_SPEAK, each.id), each.id == chosen),) for each in there)


def _named(chat: Chat) -> str:
    return f"{'📣' if chat.kind is ChatKind.CHANNEL else '👥'} {label(chat.title)}"


def _row(title: str, data: str, chosen: bool) -> Button:
    return Button(f"✓ {title}" if chosen else title, data)


def _others(text: Text) -> tuple[Button, ...]:
    return (
        Button(text.plain("manage-own-button"), f"{_SPEAK}{ITSELF}"),
        Button(text.plain("manage-other-button"), f"{_LIST}{ITSELF}"),
    )


def _now(call: Call, desk: Desk) -> str:
    """Return what is said to somebody who speaks for a chat now, with what Hark lacks there."""
    text, ours = desk.text, call.seen.ours
    html = text.html("manage-now")
    if ours is None or ours.may_post:
        return html
    key = "manage-mute-channel" if desk.chat.kind is ChatKind.CHANNEL else "manage-mute-group"
    return f"{html}\n{text.html(key)}"


def _add_first(text: Text, channel: bool, title: str) -> str:
    return text.html("manage-add-channel" if channel else "manage-add-group", chat=label(title))


def _picker(text: Text, wanted: Picked, html: str) -> Message:
    key = "manage-pick-key-channel" if wanted is Picked.CHANNEL else "manage-pick-key-group"
    return Message(html, picks=(Pick(text.plain(key), wanted), Pick("/cancel")))


def _kind(deed: Shared) -> ChatKind:
    if deed.channel:
        return ChatKind.CHANNEL
    return ChatKind.SUPERGROUP if deed.chat_id < _SUPERGROUP else ChatKind.GROUP
