"""A line a week for watches that find nothing: a word misspelt, or one that nobody says, is noticed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from engine import Engine
from handlers.call import Call, Desk, Registry, Reply
from handlers.words import label
from locales import Catalogue, Text, escaped
from model import Button, Chat, DeliveryKind, Message, Watch
from store import deliveries, idle, watches
from store.database import Connection, Database
from store.deliveries import OwedMessage

IDLE_EVERY = timedelta(minutes=20)
_WEEK = timedelta(days=7)
_LOOKED_AT = timedelta(days=28)
_PATIENCE = timedelta(days=14)  # a watch younger than this has had no time to find anything
_AT_ONCE = 50  # people
_NAMED = 5  # watches


def register(registry: Registry) -> None:
    """Let people end the line, and have it again."""
    registry.tap("id", choose)


async def choose(call: Call, desk: Desk) -> Reply:
    """Let a person get no more of these lines, or get them again; the button says what a tap would do."""
    wanted = call.arg(0) == "1"
    await idle.want(desk.conn, desk.chat.id, desk.now, wanted=wanted)
    row = (_way_out(desk.text, wanted=wanted),)
    shown = Message("", (row,), edit_message_id=call.message_id, buttons_only=True)
    return Reply((shown,), toast=desk.text.plain(f"idle-toast-{'on' if wanted else 'off'}"))


def message(text: Text, found: Sequence[Watch]) -> Message:
    """Return the line, with a way to what each watch nearly found, and one out."""
    named = found[:_NAMED]
    words = text.line([f"<b>{escaped(label(each.query))}</b>" for each in named])
    html = text.html("idle-week", count=len(found))
    near = tuple(
        (Button(text.plain("idle-near-button", words=label(each.query)), f"nw:{each.id}"),) for each in named
    )
    return Message(f"{html}\n{words}", (*near, (_way_out(text, wanted=True),)), silent=True)


def _way_out(text: Text, *, wanted: bool) -> Button:
    key = "broadcast-no-more-button" if wanted else "broadcast-again-button"
    return Button(text.plain(key), f"id:{0 if wanted else 1}")


@dataclass(frozen=True, slots=True)
class IdleTeller:
    """The step that tells people, once a week, which of their watches have found nothing in four weeks."""

    database: Database
    engine: Engine
    catalogue: Catalogue
    clock: Callable[[], datetime]

    async def step(self) -> bool:
        """Owe some of them the line. Returns whether there may be more. Raises StoreError."""
        now = self.clock()
        async with self.database.begin() as conn:
            due = await idle.unlooked(conn, now - _WEEK, now - _PATIENCE, _AT_ONCE)
            for chat in due:
                found = await _idle(conn, chat, now)
                if found:
                    said = message(self.catalogue.text_for(chat), found)
                    await deliveries.owe_message(conn, OwedMessage(chat.id, DeliveryKind.NOTICE, said), now)
            await idle.looked(conn, [chat.id for chat in due], now)
        if due:
            self.engine.wake(None, "send")
        return len(due) == _AT_ONCE


async def _idle(conn: Connection, chat: Chat, now: datetime) -> list[Watch]:
    """Return the watches at work that found nothing for four weeks, or since they were made."""
    brought = await deliveries.brought(conn, chat.id, now - _LOOKED_AT, now - _WEEK)
    return [
        each
        for each in await watches.of_chat(conn, chat.id)
        if each.id not in brought and not each.paused and each.created <= now - _PATIENCE
    ]
