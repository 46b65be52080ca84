"""What a chat is told of alerts beyond its daily limit: one message a day that counts on, and the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alerts.quota import day_of
from engine import Engine
from handlers.call import Call, Desk, Registry, Reply
from handlers.explaining import linked
from handlers.paging import page_of
from handlers.words import fitting
from locales import Catalogue, Text
from model import Button, Chat, ChatState, DeliveryKind, Message
from store import chats, deliveries, items, over
from store.database import Connection, Database
from store.deliveries import OwedMessage

QUOTAS_EVERY = timedelta(seconds=30)
_TITLE = 100  # code points


def register(registry: Registry) -> None:
    """Let people see what was held."""
    registry.tap("ov", show, anyone=True)


async def line(desk: Desk) -> list[str]:
    """Return the line that says how much was held today; none where nothing was."""
    if desk.policy.alerts is None:
        return []
    count = await over.count(desk.conn, desk.chat.id, day_of(desk.chat, desk.now))
    said = desk.text.html("quota-line", count=count, limit=desk.policy.alerts)
    return ["", said] if count else []


async def show(call: Call, desk: Desk) -> Reply:
    """Show a page of what was held today; below the message that counts it, then in place."""
    text = desk.text
    rows = await over.some(desk.conn, desk.chat.id, day_of(desk.chat, desk.now))
    if not rows:
        return Reply(toast=text.plain("quota-nothing-toast"))
    page = page_of(rows, call.number_at(0))
    lines = [text.html("quota-list", count=len(rows))]
    for at, (item_id, source_id) in enumerate(page.rows, page.first):
        found = await items.get(desk.conn, item_id, source_id)
        if found is None:
            continue
        if await items.is_gone(desk.conn, item_id):
            found = replace(found, entry=replace(found.entry, url=""))
        lines.append(f"{at}. {linked(found, _TITLE)}")
    turning = call.arg(1) == "t"
    arrows = tuple(tuple(replace(each, data=f"{each.data}:t") for each in row) for row in page.arrows("ov"))
    return Reply((Message(fitting(lines), arrows, edit_message_id=call.message_id if turning else None),))


def message(text: Text, count: int, limit: int) -> Message:
    """Return what a chat is told on a day with more alerts than it may have."""
    button = Button(text.plain("quota-show-button", count=count), "ov:0")
    return Message(text.html("quota-notice", count=count, limit=limit), ((button,),), silent=True)


@dataclass(frozen=True, slots=True)
class QuotaTeller:
    """The step that tells a chat once a day that its alerts of the day are told; then it counts on."""

    database: Database
    engine: Engine
    catalogue: Catalogue
    clock: Callable[[], datetime]
    limit: int

    async def step(self) -> bool:
        """Tell of what was held since the last look. Returns False: no more now. Raises StoreError."""
        now = self.clock()
        async with self.database.begin() as conn:
            waiting = await over.uncounted(conn)
            known = await chats.many(conn, waiting)
            for number in waiting:
                chat = known.get(number)
                if chat is not None and chat.state is ChatState.ACTIVE:
                    await self._tell(conn, chat, now)
                await over.mark_counted(conn, number)
        if waiting:
            self.engine.wake(None, "send")
        return False

    async def _tell(self, conn: Connection, chat: Chat, now: datetime) -> None:
        """Say it in the day's message; what was held just before midnight belongs to the last one."""
        before, day = await over.told(conn, chat.id), day_of(chat, now)
        count = await over.count(conn, chat.id, day)
        if not count and before is not None:
            day, count = before.day, await over.count(conn, chat.id, before.day)
        said = message(self.catalogue.text_for(chat), count, self.limit)
        same_day = before is not None and before.day == day
        known = await deliveries.find(conn, before.delivery_id) if before and same_day else None
        if known is None:
            owed = OwedMessage(chat.id, DeliveryKind.NOTICE, said)
            number = await deliveries.owe_message(conn, owed, now)
            await over.keep_told(conn, chat.id, over.Told(day, number))
        elif known.message_id is not None:
            edited = replace(said, edit_message_id=known.message_id)
            await deliveries.owe_message(conn, OwedMessage(chat.id, DeliveryKind.NOTICE, edited), now)
        else:
            await deliveries.reword(conn, known, said)
