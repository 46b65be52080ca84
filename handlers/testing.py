"""Trying words on what already came: /test."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from html import escape

from errors import QueryError
from handlers.call import Call, Desk, Registry, Reply
from handlers.dialogs import ask
from handlers.following import STEP
from handlers.words import label, mistake
from locales import Text
from matching.aliases import Table
from matching.context import Context
from matching.index import match_one
from matching.names import Names
from matching.query import Query, parse
from model import Button, Errand, Item, Message
from store import errands, items, sources
from store.database import Connection, Database
from store.errands import Asked
from text import graphemes

TEST = "test"
"""The kind of errand that tries words."""

_DAYS = 7
_MOST_ITEMS = 2_000
_SAMPLES = 3
_TITLE = 120  # code points


def register(registry: Registry) -> None:
    """Let people try words."""
    registry.command("test try preview", test)


async def test(call: Call, desk: Desk) -> Reply:
    """Let the words be tried on the last week; a mistake in them is shown at once. Without words, ask."""
    if not call.words:
        return await ask(call, desk, "test")
    try:
        words = str(parse(call.words))
    except QueryError as error:
        return Reply((Message(mistake(error, desk.text)),))
    asked = Asked(desk.chat.id, TEST, {"words": words}, call.place.thread_id)
    await errands.add(desk.conn, asked, desk.now)
    return Reply(wake=STEP)


class Trial:
    """Does the errands of /test: what the words would have found, and a button that starts the watch."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Read what is kept in `database`."""
        self._database = database
        self._clock = clock
        self._turn = asyncio.Lock()  # a second of computing: one at a time, or alerts wait for it

    async def work(self, errand: Errand) -> Callable[[Connection, Errand, Text], Awaitable[Message]]:
        """Look through what was kept; what is returned says what was found."""
        words = errand.payload["words"]
        async with self._database.read() as conn:
            own = [source.id for source, _ in await sources.followed_by(conn, errand.chat_id)]
            since = self._clock() - timedelta(days=_DAYS)
            kept = await items.of_sources(conn, own, since, _MOST_ITEMS)
        async with self._turn:
            found = await asyncio.to_thread(_matching, parse(words), kept, self._clock())

        async def say(conn: Connection, errand: Errand, text: Text) -> Message:
            return _told(text, words, found, len(kept))

        return say


def _matching(query: Query, kept: items.Kept, now: datetime) -> list[Item]:
    names = Names(Table.load())

    def hit(item: Item) -> bool:
        return match_one(query, item.entry, Context(item.source_name, now), names) is not None

    return list(filter(hit, kept.items()))


def _told(text: Text, words: str, found: Sequence[Item], kept: int) -> Message:
    key = "test-found" if found else "test-nothing"
    lines = [text.html(key, words=words, count=len(found), items=kept, days=_DAYS)]
    lines += [_sample(item) for item in found[:_SAMPLES]]
    start = Button(text.plain("watch-button", words=label(words)), "go")
    return Message("\n".join(lines), ((start,),))


def _sample(item: Item) -> str:
    title = graphemes(item.entry.title or item.entry.text, _TITLE) or item.entry.url
    shown = escape(title, quote=False)
    if item.entry.url:
        shown = f'<a href="{escape(item.entry.url)}">{shown}</a>'
    return f"• {shown} · {escape(item.source_name, quote=False)}"
