"""Near misses of a watch, and the button that lets it find them: /near."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from errors import QueryError
from handlers.call import Call, Desk, Registry, Reply
from handlers.explaining import linked, source_of
from handlers.following import STEP
from handlers.own_names import apply_names
from handlers.paging import page_of
from handlers.tapped import gone, mine
from handlers.words import label, named
from locales import Text, escaped
from matching.aliases import Table
from matching.also import addition, also, less
from matching.choice import choice_from_json
from matching.context import Context
from matching.names import Names
from matching.query import Query, parse
from matching.spellings import Spelling, Spellings
from model import Button, Errand, Item, Message, Watch
from store import errands, items, sources, watches
from store.database import Connection, Database
from store.errands import Asked

NEAR = "near"
"""The kind of errand that looks for near misses."""

_DAYS = 7
_MOST_ITEMS = 2_000
_SHOWN = 5
_ROOM = 3_600  # code points of markup that surely make one message
_TITLE = 100  # code points


def register(registry: Registry) -> None:
    """Let people find what their watches nearly found."""
    registry.command("near", near)
    registry.tap("nw", near_chosen)
    registry.tap("nl", turn)
    registry.tap("na", add_spelling)
    registry.tap("nu", drop_spelling)


async def near(call: Call, desk: Desk) -> Reply:
    """Look around the watch with that number in /list, or with those words; else let people choose."""
    rows = await watches.of_chat(desk.conn, desk.chat.id)
    if not rows:
        return Reply((Message(desk.text.html("list-empty")),))
    if not call.words:
        return Reply((_choice(desk, rows, 0, desk.text.html("nearly-which")),))
    found = named(call.words, rows) or _numbered(call.words, rows)
    if len(found) != 1:
        note = desk.text.html("nearly-unknown", words=label(call.words))
        return Reply((_choice(desk, found or rows, 0, note),))
    return await _look(call, desk, found[0])


async def near_chosen(call: Call, desk: Desk) -> Reply:
    """Look around the chosen watch."""
    found = await mine(desk, call.number_at(0))
    return await _look(call, desk, found) if found is not None else gone(desk)


async def turn(call: Call, desk: Desk) -> Reply:
    """Show another page of the watches to choose from."""
    rows = await watches.of_chat(desk.conn, desk.chat.id)
    page = _choice(desk, rows, call.number_at(0), desk.text.html("nearly-which"))
    return Reply((Message(page.html, page.buttons, edit_message_id=call.message_id),))


async def _look(call: Call, desk: Desk, watch: Watch) -> Reply:
    asked = Asked(desk.chat.id, NEAR, {"watch": str(watch.id)}, call.place.thread_id)
    await errands.add(desk.conn, asked, desk.now)
    return Reply(toast=desk.text.plain("nearly-toast"), wake=STEP)


def _numbered(words: str, rows: Sequence[Watch]) -> list[Watch]:
    number = int(words) if words.isascii() and words.isdecimal() and len(words) < 4 else 0
    return [rows[number - 1]] if 0 < number <= len(rows) else []


def _choice(desk: Desk, rows: Sequence[Watch], number: int, html: str) -> Message:
    page = page_of(rows, number)
    buttons = tuple((Button(label(each.query), f"nw:{each.id}"),) for each in page.rows)
    return Message(html, (*buttons, *page.arrows("nl")))


async def add_spelling(call: Call, desk: Desk) -> Reply:
    """Let the watch find one more spelling, as the tapped message proposes; it may have changed meanwhile."""
    watch = await mine(desk, call.number_at(0))
    if watch is None:
        return gone(desk)
    proposed = _proposed(call.quotes, call.number_at(1))
    try:
        now = parse(watch.query)
        changed = also(now, *proposed) if proposed is not None else now
        is_new = changed != now and parse(str(changed)) == changed
    except QueryError:  # too long by now
        return Reply(toast=desk.text.plain("nearly-old"))
    if proposed is None or (not is_new and str(proposed[1]) not in watch.query):
        return Reply(toast=desk.text.plain("nearly-old"))
    toast = desk.text.plain("nearly-done-toast", spelling=label(str(proposed[1])))
    if not is_new:
        return Reply(toast=toast)
    await watches.rewrite(desk.conn, watch.id, str(changed))
    await apply_names(desk)
    html = desk.text.html("nearly-done", spelling=str(proposed[1]), words=str(changed))
    undo = ((Button(desk.text.plain("undo-button"), f"nu:{watch.id}"),),)
    return Reply((Message(html, undo, reply_to=call.message_id),), toast=toast)


async def drop_spelling(call: Call, desk: Desk) -> Reply:
    """Let the watch no longer find the spelling that the tapped message names first."""
    watch = await mine(desk, call.number_at(0))
    if watch is None:
        return gone(desk)
    try:
        before = less(parse(watch.query), parse(call.quoted))
    except QueryError:
        before = None
    if before is None:
        return Reply(toast=desk.text.plain("nearly-old"))
    await watches.rewrite(desk.conn, watch.id, str(before))
    await apply_names(desk)
    html = desk.text.html("undo-done", words=str(before))
    return Reply((Message(html, edit_message_id=call.message_id),), toast=desk.text.plain("undo-toast"))


def _proposed(quotes: Sequence[str], index: int) -> tuple[str, Query] | None:
    """Return the term and its further spelling, read back from what the message shows."""
    if not 0 < index < len(quotes):
        return None
    try:
        return addition(parse(quotes[0]), parse(quotes[index]))
    except QueryError:
        return None


class Nearing:
    """Does the errands of /near."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Read what is kept in `database`."""
        self._database = database
        self._clock = clock
        self._turn = asyncio.Lock()  # a second of computing: one at a time, or alerts wait for it

    async def work(self, errand: Errand) -> Callable[[Connection, Errand, Text], Awaitable[Message]]:
        """Look through what was kept; what is returned says what was nearly found."""
        async with self._database.read() as conn:
            watch = await watches.find(conn, int(errand.payload["watch"]))
            own = [source.id for source, _ in await sources.followed_by(conn, errand.chat_id)]
            since = self._clock() - timedelta(days=_DAYS)
            kept = await items.of_sources(conn, own, since, _MOST_ITEMS)
        found: list[tuple[Spelling, Item]] = []
        if watch is not None:
            async with self._turn:
                found = await asyncio.to_thread(self._spellings, watch, kept)

        async def say(conn: Connection, errand: Errand, text: Text) -> Message:
            if watch is None:
                return Message(text.html("error-watch-gone"))
            return _told(text, watch, found, len(kept))

        return say

    @staticmethod
    def _spellings(watch: Watch, kept: items.Kept) -> list[tuple[Spelling, Item]]:
        try:
            query = parse(watch.query)
        except QueryError:  # kept by a release that read queries otherwise
            return []
        names, every = Names(Table.load()).chosen(choice_from_json(watch.choice)), kept.items()
        entries = ((item.entry, Context(item.source_name, item.found)) for item in every)
        found = Spellings(query, names).look(entries)[:_SHOWN]
        return [(each, every[each.place]) for each in found]


def _told(text: Text, watch: Watch, found: Sequence[tuple[Spelling, Item]], kept: int) -> Message:
    key = "nearly-found" if found else "nearly-none"
    lines = [text.html(key, words=watch.query, items=kept, days=_DAYS)]
    buttons: list[tuple[Button, ...]] = []
    for number, (each, item) in enumerate(found, 1):
        row = _row(text, number, each, item)
        if sum(map(len, lines)) + len(row) > _ROOM and buttons:
            break
        lines.append(row)
        name = text.plain("nearly-button", words=label(each.near.at.text))
        buttons.append((Button(name, f"na:{watch.id}:{number}"),))
    return Message("\n".join(lines), tuple(buttons))


def _row(text: Text, number: int, found: Spelling, item: Item) -> str:
    times = [text.html("nearly-times", count=found.count)] if found.count > 1 else []
    said = f"{number}. <b>{escaped(found.near.at.text)}</b>"
    parts = text.line(filter(None, (said, linked(item, _TITLE), source_of(item), *times)))
    return f"{parts}\n→ <code>{escaped(str(found.query))}</code>"
