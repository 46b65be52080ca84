"""The first minute and the last resort: /start, /help, /cancel."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from handlers.arrivals import end_silence, welcome_back
from handlers.call import Call, Desk, Registry, Reply
from handlers.managing import come_home
from handlers.sharing import SHARED, open_link
from handlers.words import label
from model import Button, ChatKind, ChatState, Message
from store import chats, deliveries

GREETING = "st"
"""The data of a button that comes back to the greeting."""

_JUST_NOW = timedelta(seconds=10)
_GREETINGS = {ChatKind.PRIVATE: "start", ChatKind.CHANNEL: "chats-hello-channel"}


def register(registry: Registry) -> None:
    """Let people begin."""
    registry.command("start", start, anyone=True, personal=True)
    registry.command("help", show_help, anyone=True, personal=True)
    registry.command("cancel", cancel, anyone=True, personal=True)
    registry.tap(GREETING, show_start)


async def start(call: Call, desk: Desk) -> Reply:
    """Say in two lines what Hark does, with words to try; a chat that was silent gets alerts again.

    In groups, where anybody may say it, it says who decides and changes nothing.
    """
    welcome = Reply()
    if desk.chat.state is ChatState.PAUSED and not call.place.crowded:
        chat = await end_silence(desk.conn, desk.chat, desk.now)
        desk = replace(desk, chat=chat)
        welcome = await welcome_back(desk)
    home = await come_home(call, desk)
    said = await _opened(call, desk)
    return replace(said, messages=(*home, *welcome.messages, *said.messages))


async def _opened(call: Call, desk: Desk) -> Reply:
    """Return what a link shows, or the greeting; into a group any link may bring Hark."""
    is_link = call.words.startswith(SHARED) if call.place.crowded else bool(call.words)
    opened = await open_link(call, desk, call.words) if is_link else ""
    if isinstance(opened, Reply):
        return opened
    message = greeting(desk)
    if call.place.crowded and not opened and await _was_said(desk, message):
        return Reply()
    if opened:
        message = replace(message, html=f"{desk.text.html(opened)}\n\n{message.html}")
    return Reply((message,))


async def _was_said(desk: Desk, greeting: Message) -> bool:
    """Tell whether the group was greeted just now, when Hark was added: a link makes both happen."""
    said = await deliveries.answers_since(desk.conn, desk.chat.id, desk.now - _JUST_NOW)
    return any(each.message is not None and each.message.html == greeting.html for each in said)


async def show_start(call: Call, desk: Desk) -> Reply:
    """Come back to the greeting."""
    return Reply((replace(greeting(desk), edit_message_id=call.message_id),))


def greeting(desk: Desk) -> Message:
    """Return what /start says: two lines, words to try, and the languages."""
    key = _GREETINGS.get(desk.chat.kind, "chats-hello-group")
    examples = tuple(
        Button(desk.text.plain("start-try", words=label(words)), f"try:{index}")
        for index, words in enumerate(desk.policy.examples)
    )
    language = Button(desk.text.plain("start-language"), f"langs:{GREETING}")
    rows = (examples, (language,)) if examples else ((language,),)
    html = desk.text.html(key, words=desk.policy.example)
    if desk.chat.state is ChatState.PAUSED:
        html += "\n" + desk.text.html("status-paused")
    return Message(html, rows)


async def show_help(call: Call, desk: Desk) -> Reply:
    """Show what can be said."""
    return Reply((Message(desk.text.html("help")),))


async def cancel(call: Call, desk: Desk) -> Reply:
    """Wait no longer for this person's words."""
    waited = await chats.end_dialog(desk.conn, desk.chat.id, call.user_id)
    html = desk.text.html("cancel-done" if waited else "cancel-nothing")
    return Reply((Message(html, picks_end=call.place.kind is ChatKind.PRIVATE),))
