"""What Hark knows of a chat, and the end of it: /privacy and /forgetme."""

from __future__ import annotations

from handlers.call import Call, Desk, Registry, Reply
from handlers.exporting import backup_of, hand_over, kept_of
from model import Button, Message
from store import erasing


def register(registry: Registry) -> None:
    """Let people know what is kept, and have it erased."""
    registry.command("privacy", show, anyone=True, personal=True)
    registry.command("forgetme forget", ask_first)
    registry.tap("fgy", erase)
    registry.tap("fgn", keep)


async def show(call: Call, desk: Desk) -> Reply:
    """Say what is kept, how long, and who sees it."""
    days = max(1, round(desk.policy.retention.total_seconds() / 86_400))
    return Reply((Message(desk.text.html("privacy", days=days)),))


async def ask_first(call: Call, desk: Desk) -> Reply:
    """Send the backup, then ask whether everything shall be erased."""
    kept = await kept_of(desk.conn, desk.chat)
    text = desk.text
    given = await hand_over(call, desk, (backup_of(desk, kept),))
    if given is None:
        return Reply((Message(text.html("export-private-first"), reply_to=call.message_id),))
    counts = {"watches": len(kept.watches), "sources": len(kept.sources)}
    yes = Button(text.plain("forget-button-yes"), "fgy", danger=True)
    no = Button(text.plain("forget-button-no"), "fgn")
    question = Message(text.html("forget-question", **counts), ((yes,), (no,)))
    return Reply((*given.messages, question))


async def erase(call: Call, desk: Desk) -> Reply:
    """Erase all there is of the chat; of the answer itself nothing is kept either."""
    await erasing.erase(desk.conn, [desk.chat.id])
    done = Message(desk.text.html("forget-done"), edit_message_id=call.message_id, parting=True)
    return Reply((done,), toast=desk.text.plain("forget-toast-done"))


async def keep(call: Call, desk: Desk) -> Reply:
    """Leave everything as it is."""
    html = desk.text.html("forget-kept")
    return Reply(
        (Message(html, edit_message_id=call.message_id),), toast=desk.text.plain("forget-toast-kept")
    )
