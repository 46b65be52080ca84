"""The first minute and the last resort: /start, /help, /cancel."""

from __future__ import annotations

from dataclasses import replace

from handlers.arrivals import end_silence, welcome_back
from handlers.call import Call, Desk, Registry, Reply
from handlers.words import label
from model import Button, ChatState, Message
from store import chats


def register(registry: Registry) -> None:
    """Let people begin."""
    registry.command("start", start)
    registry.command("help", show_help, anyone=True)
    registry.command("cancel", cancel, anyone=True)


async def start(call: Call, desk: Desk) -> Reply:
    """Say in two lines what Hark does, with words to try; a chat that was silent gets alerts again."""
    welcome = Reply()
    if desk.chat.state is ChatState.PAUSED:
        chat = await end_silence(desk.conn, desk.chat, desk.now)
        welcome = await welcome_back(replace(desk, chat=chat))
    examples = tuple(
        Button(desk.text.plain("start-try", words=label(words)), f"try:{index}")
        for index, words in enumerate(desk.policy.examples)
    )
    language = Button(desk.text.plain("start-language"), "langs")
    html = desk.text.html("start", words=desk.policy.examples[0] if desk.policy.examples else "AI")
    return Reply((*welcome.messages, Message(html, (examples, (language,)))))


async def show_help(call: Call, desk: Desk) -> Reply:
    """Show what can be said."""
    return Reply((Message(desk.text.html("help")),))


async def cancel(call: Call, desk: Desk) -> Reply:
    """Wait no longer for this person's words."""
    waited = await chats.end_dialog(desk.conn, desk.chat.id, call.user_id)
    return Reply((Message(desk.text.html("cancel-done" if waited else "cancel-nothing")),))
