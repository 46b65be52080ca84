"""The buttons under an alert: quiet for a day, or no more of this."""

from __future__ import annotations

from collections.abc import Sequence

from alerts.buttons import sure
from handlers.alert_menu import alert_of, only_buttons
from handlers.call import Call, Desk, Registry, Reply
from handlers.lists import undo
from handlers.tapped import mine
from handlers.watch_screen import MUTE
from handlers.words import fitting, label
from model import Message, Watch
from store import deliveries, watches


def register(registry: Registry) -> None:
    """Let people act from an alert: on one watch, or on all that the alert names."""
    registry.tap("m", mute_one)
    registry.tap("ma", mute_all)
    registry.tap("u", stop_one)
    registry.tap("ua", stop_all)
    registry.tap("us", stop_surely)


async def mute_one(call: Call, desk: Desk) -> Reply:
    """Let one watch be quiet for 24 hours."""
    return await _mute(desk, await _one(call, desk))


async def mute_all(call: Call, desk: Desk) -> Reply:
    """Let all watches of the alert be quiet for 24 hours."""
    return await _mute(desk, await _all(call, desk))


async def stop_one(call: Call, desk: Desk) -> Reply:
    """End one watch."""
    return await _stop(call, desk, await _one(call, desk))


async def stop_all(call: Call, desk: Desk) -> Reply:
    """End all watches of the alert; where they are more than can be taken back, ask first."""
    found = await _all(call, desk)
    alert = await alert_of(call, desk)
    if alert is not None and found and not undo(desk.text, [each.id for each in found]):
        return only_buttons(call, sure(alert, desk.text))
    return await _stop(call, desk, found)


async def stop_surely(call: Call, desk: Desk) -> Reply:
    """End all watches of the alert, after a second tap."""
    return await _stop(call, desk, await _all(call, desk))


async def _one(call: Call, desk: Desk) -> list[Watch]:
    found = await mine(desk, call.number_at(0))
    return [] if found is None else [found]


async def _all(call: Call, desk: Desk) -> list[Watch]:
    """Return the watches that the alert under which the button stands names."""
    number = call.number_at(0)
    told = await deliveries.find(desk.conn, number)
    if told is None or told.chat_id != desk.chat.id:
        return []
    found = [await mine(desk, hit.watch_id) for hit in told.hits]
    return [each for each in found if each is not None]


async def _mute(desk: Desk, found: Sequence[Watch]) -> Reply:
    if not found:
        return Reply(toast=desk.text.plain("error-watch-gone"))
    for each in found:
        await watches.mute(desk.conn, each.id, desk.now + MUTE)
    return Reply(toast=desk.text.plain("alert-toast-muted", words=_names(found)))


async def _stop(call: Call, desk: Desk, found: Sequence[Watch]) -> Reply:
    if not found:
        return Reply(toast=desk.text.plain("error-watch-gone"))
    await watches.remove(desk.conn, [each.id for each in found])
    html = fitting([desk.text.html("unwatch-done", words=label(each.query)) for each in found])
    answer = Message(html, undo(desk.text, [each.id for each in found]), reply_to=call.message_id)
    return Reply((answer,), toast=desk.text.plain("unwatch-toast", words=_names(found)))


def _names(found: Sequence[Watch]) -> str:
    return ", ".join(label(each.query) for each in found)
