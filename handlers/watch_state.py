"""How a watch stands, in a few words: at work or not, and what it brought lately."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from handlers.call import Desk
from handlers.words import moment
from model import Watch
from store import deliveries
from store.deliveries import Brought

_WEEK = timedelta(days=7)
_LOOKED_AT = timedelta(days=30)


def is_muted(desk: Desk, watch: Watch) -> bool:
    """Tell whether a watch is quiet for the time being."""
    return watch.muted_until is not None and watch.muted_until > desk.now


def state_of(desk: Desk, watch: Watch) -> str:
    """Return why a watch says nothing, "" for one that is at work."""
    if watch.paused:
        return desk.text.html("watch-state-paused")
    if watch.muted_until is not None and watch.muted_until > desk.now:
        return desk.text.html("watch-state-muted", **moment(desk.text, watch.muted_until, desk.now))
    return ""


async def lately(desk: Desk) -> Mapping[int, Brought]:
    """Return what each of the chat's watches brought in 30 days, and in the last seven of them."""
    return await deliveries.brought(desk.conn, desk.chat.id, desk.now - _LOOKED_AT, desk.now - _WEEK)


def brought_by(desk: Desk, brought: Brought | None) -> tuple[str, ...]:
    """Return how many alerts a watch brought this week, and when the last one was."""
    text = desk.text
    if brought is None:
        return (text.html("watch-never"),)
    last = text.html("watch-last", ago=text.ago(brought.last, desk.now))
    week = text.html("sources-alerts", count=brought.lately) if brought.lately else ""
    return (week, last) if week else (last,)
