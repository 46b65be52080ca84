"""Words tried before they are watched: what they would have brought, real headlines, and Start.

taste → errand ─ something is kept of the chat's sources ──────────────────────────▶ backtest · Start
               └ nothing yet: every source is due now · a message counts them up ──▶ the same, in its place

The counting is an errand that looks once a second and asks to be done again: pollers read, a restart goes on.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from errors import QueryError
from handlers.call import Call, Desk, Registry, Reply
from handlers.following import STEP
from handlers.own_names import choice_for
from handlers.testing import Trial
from handlers.tried import counted, samples
from handlers.words import mistake
from locales import Text
from matching.backtest import Backtest
from matching.choice import choice_json
from matching.query import parse
from model import Button, DeliveryKind, DeliveryState, Errand, Message, Source, SourceKind
from store import deliveries, errands, items, settings, sources
from store.database import Connection, Database
from store.deliveries import OwedMessage
from store.errands import Asked

TASTE = "taste"
"""The kind of errand that shows what words would have brought."""

READING = "taste-reading"
"""The kind of errand that waits for the first reading of all sources, and counts."""

_READ_NOW = "read_now"  # when everything was last read because somebody wanted to see something
_AGAIN = timedelta(minutes=1)  # sources are not asked more often than this, whoever wants to see something
_LOOK = timedelta(seconds=1)  # between two looks, and so between two edits
_ENOUGH = timedelta(seconds=8)  # a person waits no longer for slow sources where others brought something
_SETTLED_WITHIN = timedelta(minutes=1)  # for a message on its way, after the reading
_WEEK = timedelta(days=7)

Finish = Callable[[Connection, Errand, Text], Awaitable[Message | None]]


def register(registry: Registry) -> None:
    """Let people try the examples of /start."""
    registry.tap("try", taste_example)


async def taste_example(call: Call, desk: Desk) -> Reply:
    """Let one of the words shown as examples be tried."""
    index, examples = call.number_at(0), desk.policy.examples
    if index >= len(examples):
        return Reply(toast=desk.text.plain("error-old-button"))
    try:
        words = str(parse(examples[index]))
    except QueryError as error:  # the operator's mistake; what is wrong can be read here at least
        return Reply((Message(mistake(error, desk.text)),))
    choice = choice_json(await choice_for(desk, words))
    return await taste(call, desk, {"words": words, "choice": choice, "start": "go"})


async def taste(call: Call, desk: Desk, wish: Mapping[str, str]) -> Reply:
    """Let `words` with their `choice` be tried.

    `start` is the data of the button that starts them, `head` the key of a line above, if any.
    """
    await errands.add(desk.conn, Asked(desk.chat.id, TASTE, wish, call.place.thread_id), desk.now)
    return Reply(wake=STEP)


@dataclass(frozen=True, slots=True)
class _State:
    """How far the feeds that serve a chat are read."""

    feeds: tuple[Source, ...]
    kept: bool  # something they brought
    asked: datetime | None  # when all of them were last made due; None: not lately

    @property
    def unread(self) -> int:
        """How many have never answered, nor failed."""
        return sum(each.first_read is None and not each.failures for each in self.feeds)

    def read_since(self, begun: datetime) -> int:
        """Return how many were read, or failed, after that."""
        return sum(each.due is None or each.due > begun for each in self.feeds)

    @property
    def is_new(self) -> bool:
        """Whether there is little to show because most was not read yet."""
        return bool(self.feeds) and (not self.kept or self.unread * 2 > len(self.feeds))


class Tasting:
    """Does these errands."""

    def __init__(
        self, database: Database, trial: Trial, clock: Callable[[], datetime], patience: timedelta
    ) -> None:
        """Try with `trial`; a first reading that brings nothing is waited for as long as `patience`."""
        self._database = database
        self._trial = trial
        self._clock = clock
        self._patience = patience

    async def work(self, errand: Errand) -> Finish:
        """Try the words on what is kept; where nothing is, everything is read first."""
        async with self._database.read() as conn:
            state = await _state(conn, errand.chat_id, self._clock())
        read = state.asked is not None and state.read_since(state.asked) == len(state.feeds)
        if state.is_new and not read:
            return self._begin_reading
        return partial(_say, await self._trial.tried(errand))

    async def go_on(self, errand: Errand) -> Finish:
        """Count the sources that are read; when all are, or it takes too long, try the words."""
        wish, now = errand.payload, self._clock()
        begun = datetime.fromisoformat(wish["begun"])
        async with self._database.read() as conn:
            state = await _state(conn, errand.chat_id, now)
            told = await deliveries.find(conn, int(wish["told"]))
        if told is None or now - begun > self._patience + _SETTLED_WITHIN:
            return _say_nothing
        read, of = state.read_since(begun), len(state.feeds)
        patience = min(_ENOUGH, self._patience) if state.kept else self._patience
        if told.state is DeliveryState.SENDING or (read < of and now - begun <= patience):
            return partial(self._count, read, of)
        return partial(self._say_in_place, await self._trial.tried(errand))

    async def _begin_reading(self, conn: Connection, errand: Errand, text: Text) -> None:
        now = self._clock()
        state = await _state(conn, errand.chat_id, now)
        begun = state.asked or now
        if state.asked is None:
            await settings.put(conn, _READ_NOW, now.isoformat())
            await sources.hasten(conn, [each.id for each in state.feeds], now)
        message = Message(text.html("taste-reading", sources=len(state.feeds), count=0))
        owed = OwedMessage(errand.chat_id, DeliveryKind.ANSWER, message, errand.thread_id)
        told = await deliveries.owe_message(conn, owed, now)
        await self._look_again(conn, errand, {"begun": begun.isoformat(), "told": str(told), "read": "0"})

    async def _count(self, read: int, of: int, conn: Connection, errand: Errand, text: Text) -> None:
        told: int | None = int(errand.payload["told"])
        if read != int(errand.payload["read"]):
            message = Message(text.html("taste-reading", sources=of, count=read))
            shown = await self._show(conn, errand, message)
            told, read = (shown, read) if shown else (told, int(errand.payload["read"]))
        await self._look_again(conn, errand, {"told": str(told), "read": str(read)})

    async def _say_in_place(self, tried: Backtest, conn: Connection, errand: Errand, text: Text) -> None:
        message = await _say(tried, conn, errand, text)
        if not await self._show(conn, errand, message):
            await self._look_again(conn, errand, {})

    async def _look_again(self, conn: Connection, errand: Errand, changed: Mapping[str, str]) -> None:
        payload = {**errand.payload, **changed}
        asked = Asked(errand.chat_id, READING, payload, errand.thread_id)
        await errands.add(conn, asked, self._clock() + _LOOK)

    async def _show(self, conn: Connection, errand: Errand, message: Message) -> int:
        """Let the message that counts say this: a change not sent yet is replaced, so none piles up.

        Returns the number of what will be sent, 0 while it is on its way.
        """
        told = await deliveries.find(conn, int(errand.payload["told"]))
        if told is None or told.message is None:
            return 0
        if told.state is DeliveryState.SENT:
            edit = replace(message, edit_message_id=told.message_id)
            owed = OwedMessage(errand.chat_id, DeliveryKind.ANSWER, edit, errand.thread_id)
            return await deliveries.owe_message(conn, owed, self._clock())
        edit = replace(message, edit_message_id=told.message.edit_message_id)
        return told.id if await deliveries.reword(conn, told, edit) else 0


async def _state(conn: Connection, chat_id: int, now: datetime) -> _State:
    feeds = await _feeds(conn, chat_id)
    kept = await items.of_sources(conn, [each.id for each in feeds], now - _WEEK, 1)
    stored = await settings.get(conn, _READ_NOW)
    asked = datetime.fromisoformat(stored) if stored else None
    lately = asked is not None and now - asked < _AGAIN
    return _State(tuple(feeds), len(kept) > 0, asked if lately else None)


async def _feeds(conn: Connection, chat_id: int) -> Sequence[Source]:
    own = [source for source, _ in await sources.followed_by(conn, chat_id)]
    every = {source.id: source for source in (*await sources.shared(conn), *own)}
    return [source for source in every.values() if source.kind is SourceKind.FEED]


async def _say(tried: Backtest, conn: Connection, errand: Errand, text: Text) -> Message:
    """Return what the words would have brought, with the button that starts them."""
    wish = errand.payload
    lines = [text.html(wish["head"])] if wish.get("head") else []
    lines.append(text.html("test-words", words=wish["words"]))
    if tried.hits:
        lines += [counted(text, tried), *samples(tried)]
    elif tried.of:
        lines.append(text.html("test-nothing", items=tried.of, days=len(tried.days)))
    else:
        lines.append(_why_nothing(text, await _feeds(conn, errand.chat_id)))
    return Message("\n".join(lines), ((Button(text.plain("taste-start-button"), wish["start"]),),))


def _why_nothing(text: Text, feeds: Sequence[Source]) -> str:
    """Return why there is nothing to look through."""
    if not feeds:
        return text.html("taste-no-sources")
    ill = sum(each.failing_since is not None for each in feeds)
    return text.html("taste-unread", sources=len(feeds)) if ill == len(feeds) else text.html("taste-empty")


async def _say_nothing(conn: Connection, errand: Errand, text: Text) -> None:
    return None
