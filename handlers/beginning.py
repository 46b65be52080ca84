"""The first minute and the last resort: /start, /help, /cancel."""

from __future__ import annotations

from dataclasses import replace

from handlers.arrivals import end_silence, welcome_back
from handlers.call import Call, Desk, Registry, Reply
from handlers.words import label
from model import Button, ChatKind, ChatState, Message
from store import chats

GREETING = "st"
"""The data of a button that comes back to the greeting."""

_GREETINGS = {ChatKind.PRIVATE: "start", ChatKind.CHANNEL: "chats-hello-channel"}


def register(registry: Registry) -> None:
    """Let people begin."""
    registry.command("start", start, anyone=True)
    registry.command("help", show_help, anyone=True)
    registry.command("cancel", cancel, anyone=True)
    registry.tap(GREETING, show_start)


async def start(call: Call, desk: Desk) -> Reply:
    """Say in two lines what Hark does, with words to try; a chat that was silent gets alerts again.

    In groups, where anybody may say it, it says who decides and changes nothing.
    """
    if call.place.crowded:
        return await _start_in_group(desk)
    welcome = Reply()
    if desk.chat.state is ChatState.PAUSED:
        chat = await end_silence(desk.conn, desk.chat, desk.now)
        welcome = await welcome_back(replace(desk, chat=chat))
    return Reply((*welcome.messages, greeting(desk)))


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
    return Message(desk.text.html(key, words=desk.policy.example), rows)


async def _start_in_group(desk: Desk) -> Reply:
    message = greeting(desk)
    if desk.chat.state is ChatState.PAUSED:
        message = replace(message, html=f"{message.html}\n{desk.text.html('status-paused')}")
    return Reply((message,))


async def show_help(call: Call, desk: Desk) -> Reply:
    """Show what can be said."""
    return Reply((Message(desk.text.html("help")),))


async def cancel(call: Call, desk: Desk) -> Reply:
    """Wait no longer for this person's words."""
    waited = await chats.end_dialog(desk.conn, desk.chat.id, call.user_id)
    return Reply((Message(desk.text.html("cancel-done" if waited else "cancel-nothing")),))
