"""What opens from an alert: the second row of its buttons, and why it came."""

from __future__ import annotations

from dataclasses import replace

from alerts.buttons import Rows, first, more
from alerts.send import Alert
from handlers.call import Call, Desk, Registry, Reply
from handlers.explaining import explain
from model import ChatKind, Message
from store import deliveries, items


def register(registry: Registry) -> None:
    """Let people ask more of an alert."""
    registry.tap("am", open_more)
    registry.tap("ab", close_more)
    registry.tap("y", why, anyone=True)


async def open_more(call: Call, desk: Desk) -> Reply:
    """Show what else can be done from the alert, in the place of its buttons."""
    alert = await alert_of(call, desk)
    return forgotten(desk) if alert is None else only_buttons(call, more(alert, desk.text))


async def close_more(call: Call, desk: Desk) -> Reply:
    """Show the buttons with which the alert came."""
    alert = await alert_of(call, desk)
    return forgotten(desk) if alert is None else only_buttons(call, first(alert, desk.text))


async def why(call: Call, desk: Desk) -> Reply:
    """Let the alert be explained, as a reply to it."""
    if desk.chat.kind is ChatKind.CHANNEL:  # no such button stands there, and its readers do not make it talk
        return Reply(toast=desk.text.plain("error-admins-only"))
    alert = await alert_of(call, desk)
    if alert is None:
        return forgotten(desk)
    return await explain(call, desk, alert.item.id, alert.delivery.source_id or 0, reply_to=call.message_id)


async def alert_of(call: Call, desk: Desk) -> Alert | None:
    """Return the alert that a tapped button names, when it is this chat's and still kept with its item.

    Of a post that is gone nothing leads to X any more.
    """
    told = await deliveries.find(desk.conn, call.number_at(0))
    if told is None or told.chat_id != desk.chat.id or told.item_id is None:
        return None
    item = await items.get(desk.conn, told.item_id, told.source_id)
    if item is None:
        return None
    if await items.is_gone(desk.conn, item.id):
        item = replace(item, entry=replace(item.entry, url=""))
    return Alert(told.id, told, item, desk.chat)


def only_buttons(call: Call, rows: Rows, toast: str = "") -> Reply:
    """Return the answer that puts other buttons under the message of the tap and leaves its words alone."""
    return Reply((Message("", rows, edit_message_id=call.message_id, buttons_only=True),), toast)


def forgotten(desk: Desk) -> Reply:
    """Return what is said under an alert that is no longer kept."""
    return Reply(toast=desk.text.plain("alert-forgotten"))
