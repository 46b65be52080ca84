"""Trying words on what already came: /test, and a line about it under the answer of /watch."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from errors import QueryError
from handlers.call import Call, Desk, Registry, Reply
from handlers.dialogs import ask
from handlers.following import STEP
from handlers.own_names import choice_for
from handlers.tried import ask_first, counted, samples, told
from handlers.ways_out import Taking, ways_out
from handlers.words import mistake
from locales import Text, escaped
from matching.backtest import Backtest, Period, backtest
from matching.choice import choice_from_json, choice_json
from matching.names import Names
from matching.query import Or, Query, parse, parse_all
from model import Delivery, DeliveryState, Errand, Message, Watch
from store import deliveries, errands, items, proposals, sources, watches
from store.database import Connection, Database
from store.errands import Asked

TEST = "test"
"""The kind of errand that tries words."""

LOOK_BACK = "look-back"
"""The kind of errand that adds to the answer of /watch how often its words were said; nobody waits for it."""

_DAYS = 7
_MOST_ITEMS = 10_000
_TRYING = Taking("tt", "start-try")
_ANSWERED = timedelta(seconds=2)  # until when an answer has been sent, mostly
_TRIES = 10
_ON_ITS_WAY = (DeliveryState.DUE, DeliveryState.SENDING)


def register(registry: Registry) -> None:
    """Let people try words."""
    registry.command("test try preview", test)
    registry.tap("tt", test_quoted)


async def test(call: Call, desk: Desk) -> Reply:
    """Let the words be tried on the last week, those between commas and new lines as alternatives.

    A mistake in them is shown at once. Without words, ask.
    """
    if not call.words:
        return await ask(call, desk, "test")
    try:
        words = str(parse(str(_any_of(parse_all(call.words)))))  # written out it may be too long
    except QueryError as error:
        html = mistake(error, desk.text)
        return Reply((Message(html, ways_out(html, (error,), desk.text, _TRYING)),))
    await _let_try(call, desk, {"words": words})
    return Reply(wake=STEP)


def _any_of(queries: Sequence[Query]) -> Query:
    parts = [part for each in queries for part in (each.parts if isinstance(each, Or) else (each,))]
    return Or(tuple(parts)) if len(parts) > 1 else parts[0]


async def test_quoted(call: Call, desk: Desk) -> Reply:
    """Let words that the tapped message shows be tried; the answer takes its place."""
    try:
        words = str(parse(call.quoted_at(0)))
    except QueryError:
        return Reply(toast=desk.text.plain("error-old-button"))
    await _let_try(call, desk, {"words": words, "edit": str(call.message_id or "")})
    return Reply(wake=STEP)


async def _let_try(call: Call, desk: Desk, wish: dict[str, str]) -> None:
    choice = choice_json(await choice_for(desk, wish["words"]))
    asked = Asked(desk.chat.id, TEST, wish | {"choice": choice}, call.place.thread_id)
    await errands.add(desk.conn, asked, desk.now)


async def look_back(call: Call, desk: Desk, begun: Watch, *, asks: bool = False) -> None:
    """Let the answer of /watch be added to, once it is there: how often the words were said lately.

    With `asks` a watch that would say much rests, and is asked about.
    """
    payload = {"words": begun.query, "choice": begun.choice, "watch": str(begun.id)}
    payload |= {"at": desk.now.isoformat(), "asks": "1" if asks else ""}  # when the answer is written, too
    asked = Asked(desk.chat.id, LOOK_BACK, payload, call.place.thread_id)
    await errands.add(desk.conn, asked, desk.now + _ANSWERED)


async def look_back_for(call: Call, desk: Desk, words: str, proposal: int) -> None:
    """Let what a member proposes be added to, once it is there: how often the words were said lately."""
    payload = {"words": words, "choice": choice_json(await choice_for(desk, words))}
    payload |= {"proposal": str(proposal), "at": desk.now.isoformat()}
    asked = Asked(desk.chat.id, LOOK_BACK, payload, call.place.thread_id)
    await errands.add(desk.conn, asked, desk.now + _ANSWERED)


class Trial:
    """Does these errands: what the words would have told, and how they would tell less."""

    def __init__(self, database: Database, names: Names, clock: Callable[[], datetime], much: int) -> None:
        """Read what is kept in `database`; of more than `much` alerts a day it asks first."""
        self._database = database
        self._names = names
        self._clock = clock
        self._much = much
        self._turn = asyncio.Lock()  # a week of news in memory: one at a time, and alerts do not wait long

    async def work(self, errand: Errand) -> Callable[[Connection, Errand, Text], Awaitable[Message]]:
        """Try the words; what is returned says what was found."""
        return partial(_say, await self.tried(errand))

    async def look_back(
        self, errand: Errand
    ) -> Callable[[Connection, Errand, Text], Awaitable[Message | None]]:
        """Try the words of a new watch; what is returned adds a line to the answer, if anything was found."""
        async with self._database.read() as conn:
            answer = await _answer(conn, errand)
        if answer is None or answer.state not in (DeliveryState.SENT, *_ON_ITS_WAY):
            return _say_nothing
        if answer.state in _ON_ITS_WAY:
            return partial(_again_later, self._clock())
        return partial(_add_line, await self.tried(errand), self._much)

    async def tried(self, errand: Errand) -> Backtest:
        """Return what the words of an errand would have told of what serves its chat, in the last days."""
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


async def _answer(conn: Connection, errand: Errand) -> Delivery | None:
    """Return the answer of /watch, None when it is forgotten or shows something else by now."""
    at, words = datetime.fromisoformat(errand.payload["at"]), escaped(errand.payload["words"])
    if not await _matters(conn, errand):
        return None
    edited: set[int] = set()
    for each in await deliveries.answers_since(conn, errand.answered_in[0], at):
        if each.message is None:
            continue
        if each.created == at and words in each.message.html:
            return None if each.message_id in edited else each
        edited.add(each.message.edit_message_id or 0)
    return None


async def _matters(conn: Connection, errand: Errand) -> bool:
    """Whether the watch is still there, or what was proposed still waits."""
    if "proposal" in errand.payload:
        return await proposals.find(conn, errand.chat_id, int(errand.payload["proposal"])) is not None
    return await watches.find(conn, int(errand.payload["watch"])) is not None


async def _again_later(now: datetime, conn: Connection, errand: Errand, text: Text) -> None:
    """Wait for the answer to be sent, not for ever."""
    tries = int(errand.payload.get("tries", "0")) + 1
    if tries < _TRIES:
        payload = errand.payload | {"tries": str(tries)}
        await errands.add(conn, Asked(errand.chat_id, LOOK_BACK, payload, errand.thread_id), now + _ANSWERED)


async def _add_line(
    tried: Backtest, much: int, conn: Connection, errand: Errand, text: Text
) -> Message | None:
    answer = await _answer(conn, errand)
    if answer is None or answer.message is None or not tried.hits:
        return None
    if errand.payload.get("asks") and tried.per_day > much:
        number = int(errand.payload["watch"])
        await watches.pause(conn, number, paused=True)
        asked = ask_first(text, errand.payload["words"], tried, number)
        return replace(asked, edit_message_id=answer.message_id)
    html = "\n".join((answer.message.html, counted(text, tried), *samples(tried)))
    return Message(html, answer.message.buttons, edit_message_id=answer.message_id)


async def _say_nothing(conn: Connection, errand: Errand, text: Text) -> None:
    return None
