"""What an operator tells all chats, on its way through the real sender: behind alerts, once, counted."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from engine import Step
from handlers.broadcasting import Broadcaster
from locales import Catalogue
from model import Chat, ChatKind
from store import broadcasts, chats
from tests.alerts.outbox import Outbox, titles
from tests.handlers.people import RecordingEngine
from tests.servers.telegram import TelegramServer

_NEWS = "📣 Hark moves."


def broadcaster(box: Outbox) -> Step:
    """Return the step of a newly started process."""
    return Broadcaster(box.database, RecordingEngine(), Catalogue.load(), box.hours.now).step


async def begin(box: Outbox, *numbers: int) -> int:
    """Let Hark know these chats, and let the first one's owner tell all of them something."""
    async with box.database.begin() as conn:
        for number in numbers:
            await chats.save(conn, Chat(number, ChatKind.PRIVATE))
        made = await broadcasts.draft(conn, numbers[0], "Hark moves.", box.hours.now())
        await broadcasts.begin(conn, made.id, None)
    return made.id


async def test_a_broadcast_waits_for_alerts_and_reaches_each_chat_once(
    box: Outbox, telegram: TelegramServer
) -> None:
    """Alerts that are found later go first; stopped half way and started anew, nobody has it twice, and who
    blocked Hark is counted as not reached."""
    people = [telegram.private(telegram.user(f"P{number}")) for number in range(6)]
    number = await begin(box, *(chat.id for chat in people))
    people[5].blocks()
    step = broadcaster(box)
    while await step():
        pass
    await box.owes(people[1].id, "News 1", "News 2")

    first = box.sender()
    sending = asyncio.create_task(first.step())
    await people[1].wait_for_count(1)
    await first.stop()
    await sending
    await box.sender().step()
    box.hours.pass_by(timedelta(seconds=5).total_seconds())
    again = broadcaster(box)
    while await again():
        pass
    await box.sender().step()

    async with box.database.read() as conn:
        so_far = await broadcasts.progress(conn, number)
    assert titles(people[1]) == ["News 1", "News 2", _NEWS]
    assert [titles(chat).count(_NEWS) for chat in people] == [1, 1, 1, 1, 1, 0]
    assert titles(people[0])[-1] == "📣 Done: sent 5, 1 could not."
    assert (so_far.sent, so_far.failed, so_far.waiting) == (5, 1, 0)
    assert telegram.violations == []
