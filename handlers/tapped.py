"""The watch that a tapped button speaks of; buttons may be old, or forged."""

from __future__ import annotations

from handlers.call import Desk, Reply
from model import Watch
from store import watches


async def mine(desk: Desk, watch_id: int) -> Watch | None:
    """Return the watch when it is this chat's and still there."""
    found = await watches.find(desk.conn, watch_id)
    return found if found is not None and found.chat_id == desk.chat.id else None


def gone(desk: Desk) -> Reply:
    """Return what is said where it is not."""
    return Reply(toast=desk.text.plain("error-watch-gone"))
