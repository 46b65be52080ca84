"""The way of a delivery out of the house: due → paced → retried → as Telegram takes it → one call."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Protocol

import structlog

from alerts.pace import Pacer
from alerts.plan import Standing, comes_silently, held_at_last, still_wanted
from alerts.settle import Attempt, Say, settle_error, settle_right
from errors import (
    EditImpossible,
    FloodWait,
    MessageRefused,
    NoRight,
    SendBroken,
    SendError,
    StoreError,
    TokenRefused,
    TopicGone,
)
from model import Chat, ChatKind, Delivery, DeliveryKind, Item, Message
from store import chats, deliveries, held, items, quiet, sources, watches
from store.database import Connection, Database

_IN_FLIGHT = 3  # a kill repeats at most these
_PLAINER = 4  # each attempt leaves out one thing more
_LOOK = 0.2  # seconds between two looks for what has become due while others wait or are in flight

_log = structlog.get_logger("send")


class Post(Protocol):
    """One call to where messages go. Raises SendError, never anything else for what the far end does."""

    async def send(self, chat_id: int, thread_id: int | None, message: Message) -> int:
        """Send a new message and return its id."""

    async def edit(self, chat_id: int, message: Message) -> int:
        """Edit the message `message.edit_message_id` and return its id; already as wanted is done."""


@dataclass(frozen=True, slots=True)
class Alert:
    """All that the rendering of an alert may look at."""

    number: int  # 0: shown only, has none
    delivery: Delivery
    item: Item
    chat: Chat


Render = Callable[[Alert, datetime], Message]
Plainer = Callable[[Message, MessageRefused], Message]


@dataclass(frozen=True, slots=True)
class SendDesk:
    """What the sender needs at hand."""

    database: Database
    clock: Callable[[], datetime]
    seconds: Callable[[], float]  # a clock that only goes forward
    random: Random
    render: Render
    plainer: Plainer
    say: Say
    stop: Callable[[TokenRefused], None]  # called when the token is refused: nothing can be sent any more


class Sender:
    """The step that sends what is due: one pacer for alerts and answers, few in flight, each row settled."""

    def __init__(self, desk: SendDesk, post: Post, pacer: Pacer) -> None:
        """Send through `post`."""
        self._desk = desk
        self._post = post
        self._pacer = pacer
        self._flying: dict[asyncio.Task[None], int] = {}
        self._beginning = asyncio.Lock()  # held while a delivery is taken and has no task yet
        self._put_off: set[int] = set()  # chats whose deliveries wait for a right, or did at the start
        self._stopping = False

    async def remember(self) -> None:
        """Let the pacer go on where the last process stopped. Raises StoreError."""
        now, seconds = self._desk.clock(), self._desk.seconds()
        async with self._desk.database.read() as conn:
            recent = await deliveries.recent(conn, now - timedelta(minutes=1), now)
            self._put_off.update(await quiet.put_off(conn, now))
        self._pacer.remember((chat, seconds - (now - sent).total_seconds()) for chat, sent in recent)

    async def step(self) -> bool:
        """Send until the outbox holds nothing that is due. Returns False: there is no more now."""
        while True:
            async with self._beginning:
                if self._stopping:
                    return False
                were_flying = bool(self._flying)
                wait = await self._start_next()
            if wait is None and not self._flying:
                if not were_flying:
                    return False
                wait = 0  # what landed during the look may be due again
            if wait != 0:
                await self._pause(_LOOK if wait is None else min(wait, _LOOK))

    async def stop(self) -> None:
        """Begin nothing more and wait for what is in flight."""
        self._stopping = True
        async with self._beginning:
            flying = list(self._flying)
        await asyncio.gather(*flying, return_exceptions=True)

    async def _pause(self, wait: float) -> None:
        if self._flying:
            await asyncio.wait(self._flying, timeout=wait, return_when=asyncio.FIRST_COMPLETED)
        else:
            await asyncio.sleep(wait)

    async def _start_next(self) -> float | None:
        """Begin the next delivery; return 0, or the seconds until one may begin, or None: none is due."""
        seconds = self._desk.seconds()
        opens = self._pacer.opens(seconds)
        if len(self._flying) >= _IN_FLIGHT:
            return _LOOK
        if opens > seconds:
            return opens - seconds
        self._pacer.forget_idle(seconds)
        taken = await self._take(seconds)
        if taken is None:
            return await self._next_opening(seconds)
        self._pacer.spend(taken.chat_id, seconds)
        task = asyncio.create_task(self._deliver(taken))
        self._flying[task] = taken.chat_id
        task.add_done_callback(self._landed)
        return 0

    def _landed(self, task: asyncio.Task[None]) -> None:
        del self._flying[task]
        if not task.cancelled() and task.exception() is not None:
            _log.error("delivery step failed", exc_info=task.exception())

    async def _take(self, seconds: float) -> Delivery | None:
        closed = {*self._pacer.closed(seconds, answer=True), *self._flying.values()}
        only_answers = self._pacer.closed(seconds).keys() - closed
        async with self._desk.database.begin() as conn:
            for wanted in await deliveries.due(conn, self._desk.clock(), 1, closed, only_answers):
                return await deliveries.take(conn, wanted)
        return None

    async def _next_opening(self, seconds: float) -> float | None:
        """Return how long until a closed chat with something due opens for it, None when none has."""
        closed = self._pacer.closed(seconds).keys() - set(self._flying.values())
        if not closed:
            return None
        async with self._desk.database.read() as conn:
            waiting = await deliveries.waiting_chats(conn, self._desk.clock(), closed)
        opens = [
            self._pacer.chat_opens(chat_id, seconds, answer=kind is DeliveryKind.ANSWER)
            for chat_id, kind in waiting.items()
        ]
        return max(min(opens) - seconds, 0.01) if opens else None

    async def _deliver(self, taken: Delivery) -> None:
        """Retried: every way an attempt can end settles the row."""
        outcome = await self._outcome(taken)
        if outcome is None:
            self._pacer.unspend(taken.chat_id)
            await self._stubbornly(lambda: self._settle_unwanted(taken))
        elif isinstance(outcome, SendError):
            await self._stubbornly(lambda: self._settle_error(taken, outcome))
        else:
            await self._stubbornly(lambda: self._settle_sent(taken, outcome))

    async def _outcome(self, taken: Delivery) -> int | SendError | None:
        try:
            return await self._attempt(taken)
        except SendError as error:
            return error
        except Exception as error:  # a bug on one delivery must not stop the others
            _log.exception("delivery failed", delivery=taken.id)
            return SendBroken(type(error).__name__)

    async def _stubbornly(self, settle: Callable[[], Awaitable[None]]) -> None:
        """A message is out: whatever ails the store, its row must be settled or it goes out again."""
        while True:
            try:
                return await settle()
            except StoreError:  # the engine says so: the next look is refused too
                await asyncio.sleep(1)

    async def _settle_sent(self, taken: Delivery, message_id: int) -> None:
        now = self._desk.clock()
        async with self._desk.database.begin() as conn:
            await deliveries.mark_sent(conn, taken, message_id, now)
            passes = taken.chat_id in self._put_off and await settle_right(conn, taken, now, self._desk.say)
        if passes:
            self._put_off.discard(taken.chat_id)

    async def _settle_unwanted(self, taken: Delivery) -> None:
        async with self._desk.database.begin() as conn:
            await deliveries.drop(conn, taken, "nobody wants it any more")
            if taken.item_id is not None:
                standing = await _standing(conn, taken)
                await held.add(conn, held_at_last(taken, standing, self._desk.clock()))

    async def _attempt(self, taken: Delivery) -> int | None:
        """As Telegram takes it: a refused message goes out plainer rather than not at all.

        Returns None when nobody wants it any more.
        """
        message = await self._message(taken)
        if message is None:
            return None
        for _ in range(_PLAINER):
            try:
                return await self._call(taken, message)
            except MessageRefused as refusal:
                plain = self._desk.plainer(message, refusal)
                if plain == message:
                    raise
                _log.warning("message refused, sending it plainer", delivery=taken.id, error=str(refusal))
                message = plain
            except EditImpossible:
                if message.buttons_only:  # without their message they are nothing
                    return None
                message = replace(message, edit_message_id=None)
            self._pacer.spend(taken.chat_id, self._desk.seconds())
        return await self._call(taken, message)

    async def _call(self, taken: Delivery, message: Message) -> int:
        if message.edit_message_id is not None:
            return await self._post.edit(taken.chat_id, message)
        return await self._post.send(taken.chat_id, taken.thread_id, message)

    async def _message(self, taken: Delivery) -> Message | None:
        if taken.message is not None:
            return taken.message
        now = self._desk.clock()
        async with self._desk.database.read() as conn:
            standing = await _standing(conn, taken)
            wanted = still_wanted(taken, standing, now)
            if wanted is None:
                return None
            item = await items.get(conn, taken.item_id or 0, taken.source_id)
            chat = await chats.find(conn, taken.chat_id)
        if item is None:
            raise MessageRefused("the item is forgotten", None)
        chat = chat or Chat(taken.chat_id, ChatKind.PRIVATE)
        if comes_silently(wanted, standing):
            chat = replace(chat, silent=True)
        return self._desk.render(Alert(taken.id, wanted, item, chat), now)

    async def _settle_error(self, taken: Delivery, error: SendError) -> None:
        if isinstance(error, FloodWait):
            self._pacer.flooded(taken.chat_id, error.seconds, self._desk.seconds())
        if isinstance(error, NoRight | TopicGone):
            self._put_off.add(taken.chat_id)
        async with self._desk.database.begin() as conn:
            attempt = Attempt(taken, error, self._desk.clock(), self._desk.random.random())
            await settle_error(conn, attempt, self._desk.say)
        if isinstance(error, TokenRefused):
            self._desk.stop(error)


async def _standing(conn: Connection, taken: Delivery) -> Standing:
    hit = await watches.many(conn, [hit.watch_id for hit in taken.hits])
    shared, mode = await sources.service(conn, taken.source_id or 0, taken.chat_id)
    return Standing(hit, shared, mode)
