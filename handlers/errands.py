"""What takes long and is answered when it is done: an errand is a row, and survives a restart.

step      claims errands while there is room, until none is left
 └ serve  side by side, but one errand after the other in each chat
    └ run  the work, outside any transaction · ONE transaction: what it changes, the answer, the errand's end
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from engine import Engine
from errors import StoreError
from handlers.courtesy import Courtesy
from handlers.finding import Finder, Finding, FoundFeed, TakeIn
from handlers.following import FOLLOW
from handlers.testing import TEST, Trial
from locales import Catalogue, Text
from model import DeliveryKind, Errand, Message
from store import chats, deliveries, errands
from store.database import Connection, Database
from store.deliveries import OwedMessage

__all__ = ["ErrandDesk", "ErrandStep", "Finder", "FoundFeed"]

_IN_HAND = 64
_SIDE_BY_SIDE = 8
_ATTEMPTS = 3  # an errand that has cost its process that often is given up
_LOOK = 0.5  # seconds between two looks for new errands while others are under way

_log = structlog.get_logger("errands")

Finish = Callable[[Connection, Errand, Text], Awaitable[Message]]
"""Writes what an errand changes and returns its answer, inside the transaction that ends it."""

Work = Callable[[Errand], Awaitable[Finish]]
"""Does what takes long."""


@dataclass(frozen=True, slots=True)
class ErrandDesk:
    """What every errand needs at hand."""

    database: Database
    engine: Engine
    catalogue: Catalogue
    courtesy: Courtesy
    finder: Finder
    take_in: TakeIn
    clock: Callable[[], datetime]
    patience: timedelta  # for one errand, all hops and pages included


@dataclass(slots=True)
class _Hand:
    """The errands under way, in the order of each chat. A newer claim of ours replaces the older."""

    errands: dict[int, Errand] = field(default_factory=dict)
    waiting: dict[int, deque[int]] = field(default_factory=lambda: defaultdict(deque))
    chats: dict[asyncio.Task[None], int] = field(default_factory=dict)

    def take(self, errand: Errand) -> None:
        """Put an errand behind those of its chat."""
        if errand.id not in self.errands:
            self.waiting[errand.chat_id].append(errand.id)
        self.errands[errand.id] = errand

    def idle(self) -> list[int]:
        """Return the chats with errands waiting and none under way."""
        busy = set(self.chats.values())
        return [chat_id for chat_id, waiting in self.waiting.items() if waiting and chat_id not in busy]


class ErrandStep:
    """The step that does what people asked for and what takes long."""

    def __init__(self, desk: ErrandDesk) -> None:
        """Work with what `desk` holds."""
        self._desk = desk
        self._signs: set[asyncio.Task[None]] = set()
        self._works: dict[str, Work] = {
            FOLLOW: Finding(desk.finder, desk.take_in, desk.clock, desk.patience).work,
            TEST: Trial(desk.database, desk.clock).work,
        }

    async def step(self) -> bool:
        """Do the errands that there are. Returns False: there is no more work now. Raises StoreError."""
        hand = _Hand()
        try:
            while True:
                await self._claim(hand)
                for chat_id in hand.idle()[: _SIDE_BY_SIDE - len(hand.chats)]:
                    hand.chats[asyncio.create_task(self._serve(chat_id, hand))] = chat_id
                if not hand.chats:
                    return False
                done, _ = await asyncio.wait(hand.chats, timeout=_LOOK, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    del hand.chats[task]
        finally:
            for task in hand.chats:
                task.cancel()
            await asyncio.gather(*hand.chats, return_exceptions=True)

    async def _claim(self, hand: _Hand) -> None:
        room = _IN_HAND - len(hand.errands)
        if room <= 0:
            return
        async with self._desk.database.begin() as conn:
            claimed = await errands.claim(conn, self._desk.clock(), room)
        for errand in claimed:
            hand.take(errand)

    async def _serve(self, chat_id: int, hand: _Hand) -> None:
        """Do one errand of the chat; the next begins when this is done."""
        number = hand.waiting[chat_id].popleft()
        try:
            await self._run_or_confess(lambda: hand.errands[number])
        except StoreError as error:
            _log.error("the store refuses an errand; it is done later", errand=number, error=str(error))
        finally:
            del hand.errands[number]

    async def _run_or_confess(self, claimed: Callable[[], Errand]) -> None:
        try:
            await self._run(claimed)
        except StoreError:
            raise
        except Exception:  # a bug of ours on one errand: said, and the others go on
            _log.exception("an errand failed", errand=claimed().id)
            await self._finish(claimed(), _apologise)

    async def _run(self, claimed: Callable[[], Errand]) -> None:
        """Work, then answer; `claimed` gives the errand under its newest lease."""
        errand = claimed()
        work = self._works.get(errand.kind)
        if work is None or errand.attempts > _ATTEMPTS:
            return await self._finish(errand, _apologise)
        self._show_typing(errand)
        finish = await work(errand)
        return await self._finish(claimed(), finish)

    def _show_typing(self, errand: Errand) -> None:
        """Aside: a sign that hangs must not hold up what it announces."""
        sign = asyncio.create_task(self._desk.courtesy.typing(errand.chat_id, errand.thread_id))
        self._signs.add(sign)
        sign.add_done_callback(self._signs.discard)

    async def _finish(self, errand: Errand, finish: Finish) -> None:
        """End the errand with its answer, unless somebody newer has it."""
        async with self._desk.database.begin() as conn:
            if not await errands.finish(conn, errand):
                return
            chat = await chats.find(conn, errand.chat_id)
            text = self._desk.catalogue.text(chat.language if chat is not None else "")
            message = await finish(conn, errand, text)
            owed = OwedMessage(errand.chat_id, DeliveryKind.ANSWER, message, errand.thread_id)
            await deliveries.owe_message(conn, owed, self._desk.clock())
        self._desk.engine.wake(None, "send")


async def _apologise(conn: Connection, errand: Errand, text: Text) -> Message:
    return Message(text.html("error-internal"))
