"""Trying words on what already came: /test, and a line about it after /watch."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

from errors import QueryError
from handlers.call import Call, Desk, Registry, Reply
from handlers.dialogs import ask
from handlers.following import STEP
from handlers.own_names import choice_for
from handlers.tried import line, told
from handlers.words import mistake
from locales import Text
from matching.backtest import Backtest, Period, backtest
from matching.choice import choice_from_json, choice_json
from matching.names import Names
from matching.query import parse
from model import Errand, Message, Watch
from store import errands, items, sources, watches
from store.database import Connection, Database
from store.errands import Asked

TEST = "test"
"""The kind of errand that tries words."""

LOOK_BACK = "look-back"
"""The kind of errand that says after /watch how often its words were said; nobody waits for it."""

_DAYS = 7
_MOST_ITEMS = 10_000


def register(registry: Registry) -> None:
    """Let people try words."""
    registry.command("test try preview", test)
    registry.tap("tt", test_quoted)


async def test(call: Call, desk: Desk) -> Reply:
    """Let the words be tried on the last week; a mistake in them is shown at once. Without words, ask."""
    if not call.words:
        return await ask(call, desk, "test")
    try:
        words = str(parse(call.words))
    except QueryError as error:
        return Reply((Message(mistake(error, desk.text)),))
    await _let_try(call, desk, {"words": words})
    return Reply(wake=STEP)


async def test_quoted(call: Call, desk: Desk) -> Reply:
    """Let words that the tapped message shows be tried; the answer takes its place."""
    index = call.number_at(0)
    try:
        words = str(parse(call.quotes[index]))
    except (IndexError, QueryError):
        return Reply(toast=desk.text.plain("error-old-button"))
    await _let_try(call, desk, {"words": words, "edit": str(call.message_id or "")})
    return Reply(wake=STEP)


async def _let_try(call: Call, desk: Desk, wish: dict[str, str]) -> None:
    choice = choice_json(await choice_for(desk, wish["words"]))
    asked = Asked(desk.chat.id, TEST, wish | {"choice": choice}, call.place.thread_id)
    await errands.add(desk.conn, asked, desk.now)


async def look_back(call: Call, desk: Desk, begun: Watch) -> str:
    """Let it be said how often the words of a new watch were said. Returns the step to wake."""
    payload = {"words": begun.query, "choice": begun.choice, "watch": str(begun.id)}
    await errands.add(desk.conn, Asked(desk.chat.id, LOOK_BACK, payload, call.place.thread_id), desk.now)
    return STEP


class Trial:
    """Does these errands: what the words would have told, and how they would tell less."""

    def __init__(self, database: Database, names: Names, clock: Callable[[], datetime]) -> None:
        """Read what is kept in `database`; `names` are those of the table."""
        self._database = database
        self._names = names
        self._clock = clock
        self._turn = asyncio.Lock()  # a week of news in memory: one at a time, and alerts do not wait long

    async def work(self, errand: Errand) -> Callable[[Connection, Errand, Text], Awaitable[Message]]:
        """Try the words; what is returned says what was found."""
        return partial(_say, await self._tried(errand))

    async def look_back(
        self, errand: Errand
    ) -> Callable[[Connection, Errand, Text], Awaitable[Message | None]]:
        """Try the words of a new watch; what is returned says in a line what was found, if anything was."""
        return partial(_say_line, await self._tried(errand))

    async def _tried(self, errand: Errand) -> Backtest:
        async with self._turn:
            now = self._clock()
            since = now - timedelta(days=_DAYS)
            async with self._database.read() as conn:
                own = [source.id for source, _ in await sources.followed_by(conn, errand.chat_id)]
                kept = await items.of_sources(conn, own, since, _MOST_ITEMS)
            return await asyncio.to_thread(self._looked_back, errand, kept, Period(since, now))

    def _looked_back(self, errand: Errand, kept: items.Kept, period: Period) -> Backtest:
        names = self._names.chosen(choice_from_json(errand.payload.get("choice", "")))
        return backtest(parse(errand.payload["words"]), kept.items(), period, names)


async def _say(tried: Backtest, conn: Connection, errand: Errand, text: Text) -> Message:
    return told(text, errand.payload["words"], tried, int(errand.payload.get("edit") or 0) or None)


async def _say_line(tried: Backtest, conn: Connection, errand: Errand, text: Text) -> Message | None:
    watch = await watches.find(conn, int(errand.payload["watch"]))
    return line(text, watch.query, tried) if watch is not None and tried.hits else None
