"""How many alerts came each day, and for which watch: /stats, a picture whose caption names the watches."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from string import ascii_uppercase

from handlers.call import Call, Desk, Registry, Reply
from handlers.chart import Series, draw
from handlers.following import STEP
from handlers.words import label
from locales import Text, zone_of
from model import Attachment, Errand, Message
from store import chats, deliveries, errands, watches
from store.database import Connection, Database
from store.errands import Asked

STATS = "stats"
"""The kind of errand that draws how many alerts came."""

_DAYS = 14
_SHOWN = 7  # watches with a colour of their own
_NAME = 40  # code points
_SOURCES, _OTHERS = 0, -1  # in the place of a watch: followed for everything, and all the rest


@dataclass(frozen=True, slots=True)
class Tally:
    """Alerts of each day, the oldest first, by watch, the most active first."""

    days: tuple[date, ...]
    counts: tuple[tuple[int, tuple[int, ...]], ...]  # watch, alerts a day
    others: int  # watches in the last row, when its number is -1


def register(registry: Registry) -> None:
    """Let people see how much there was."""
    registry.command("stats", stats, anyone=True)


async def stats(call: Call, desk: Desk) -> Reply:
    """Let it be counted and drawn."""
    await errands.add(desk.conn, Asked(desk.chat.id, STATS, {}, call.place.thread_id), desk.now)
    return Reply(wake=STEP)


class Counting:
    """Does these errands."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Count what is kept in `database`."""
        self._database = database
        self._clock = clock

    async def work(self, errand: Errand) -> Callable[[Connection, Errand, Text], Awaitable[Message]]:
        """Count and draw; what is returned shows it."""
        async with self._database.read() as conn:
            chat = await chats.find(conn, errand.chat_id)
            zone = zone_of(chat.zone) if chat is not None and chat.zone else None
            today = self._clock().astimezone(zone or UTC)
            begin = datetime.combine(today - timedelta(days=_DAYS - 1), time(), today.tzinfo)
            told = await deliveries.alerts_since(conn, errand.chat_id, begin)
            names = {each.id: each.query for each in await watches.of_chat(conn, errand.chat_id)}
        tally = tally_of([(at.astimezone(today.tzinfo).date(), ids) for at, ids in told], today.date())
        rows = [Series(ascii_uppercase[place], row) for place, (_, row) in enumerate(tally.counts)]
        picture = await asyncio.to_thread(draw, tally.days, rows) if rows else b""

        async def say(conn: Connection, errand: Errand, text: Text) -> Message:
            return _shown(text, tally, names, picture)

        return say


def tally_of(told: Sequence[tuple[date, tuple[int, ...]]], today: date) -> Tally:
    """Return how many alerts each watch had on each of the last days; one counts for each of its watches."""
    days = tuple(today - timedelta(days=back) for back in reversed(range(_DAYS)))
    found: dict[int, Counter[date]] = {}
    for day, ids in told:
        for number in (ids or (_SOURCES,)) if day in days else ():
            found.setdefault(number, Counter())[day] += 1
    ordered = sorted(found, key=lambda number: (-found[number].total(), number))
    shown = ordered if len(ordered) <= _SHOWN + 1 else ordered[:_SHOWN]
    rest = ordered[len(shown) :]
    rows = [(number, tuple(found[number][day] for day in days)) for number in shown]
    if rest:
        rows.append((_OTHERS, tuple(sum(found[number][day] for number in rest) for day in days)))
    return Tally(days, tuple(rows), len(rest))


def _shown(text: Text, tally: Tally, names: dict[int, str], picture: bytes) -> Message:
    if not tally.counts:
        return Message(text.html("stats-none", days=len(tally.days)))
    lines = [text.html("stats-title", days=len(tally.days))]
    for letter, (number, row) in zip(ascii_uppercase, tally.counts, strict=False):
        name = _name(text, number, tally, names)
        lines.append(text.html("stats-row", letter=letter, name=name, count=sum(row)))
    file = Attachment(f"hark-{tally.days[-1]}.png", picture, picture=True)
    return Message("\n".join(lines), attached=file)


def _name(text: Text, number: int, tally: Tally, names: dict[int, str]) -> str:
    if number == _OTHERS:
        return text.plain("stats-others", count=tally.others)
    if number == _SOURCES:
        return text.plain("stats-sources")
    return label(names[number], _NAME) if number in names else text.plain("stats-ended")
