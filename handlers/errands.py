"""What takes long and is answered when it is done: an errand is a row, and survives a restart.

step      claims errands while there is room, until none is left
 └ serve  all side by side: how many ask the network at once is the fetcher's business
    └ run  the work, outside any transaction · ONE transaction: what it changes, the answer, the errand's end
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from engine import Engine
from errors import StoreError
from handlers.call import Policy
from handlers.counting import STATS, Counting
from handlers.courtesy import Courtesy
from handlers.explaining import WHY, Explaining
from handlers.files import Files
from handlers.finding import Finding
from handlers.following import FOLLOW, FOLLOW_LIST, FOLLOW_MANY
from handlers.importing import IMPORT, Importing
from handlers.looking_up import LOOK_UP
from handlers.many import Many
from handlers.nearing import NEAR, Nearing
from handlers.seeking import Finder, FoundFeed, Seeker, TakeIn
from handlers.speaking import addressed
from handlers.tasting import READING, TASTE, Tasting
from handlers.teaching import EXCLUDE, Teaching
from handlers.testing import LOOK_BACK, TEST, Trial
from handlers.x_price import PRICE_OF_FOLLOW, PRICE_OF_WATCH, Pricing
from locales import Catalogue, Text
from matching.names import Names
from model import DeliveryKind, Errand, Message
from store import chats, deliveries, errands, troubles
from store.database import Connection, Database
from store.deliveries import OwedMessage
from store.troubles import Kind

__all__ = ["ErrandDesk", "ErrandStep", "Finder", "FoundFeed", "Work"]

_IN_HAND = 256
_ATTEMPTS = 3  # an errand that has cost its process that often is given up
_LOOK = 0.5  # seconds between two looks for new errands while others are under way

_log = structlog.get_logger("errands")

_QUIET = frozenset({LOOK_UP, LOOK_BACK, PRICE_OF_WATCH})
"""Kinds that nobody asked for: no sign of work, no apology."""

_SIGNLESS = _QUIET | {READING}
"""Kinds without a sign of work: a message that counts up is one."""

Finish = Callable[[Connection, Errand, Text], Awaitable[Message | None]]
"""Writes what an errand changes and returns its answer, in the transaction that ends it; None: no answer."""

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
    names: Names  # of the table
    clock: Callable[[], datetime]
    patience: timedelta  # for one source, all hops and pages included
    files: Files
    policy: Policy
    look_up: Work | None = None  # None: names are not looked up
    pricing: Pricing | None = None  # None: X costs nothing


@dataclass(slots=True)
class _Hand:
    """The errands under way. A newer claim of ours replaces the older."""

    errands: dict[int, Errand] = field(default_factory=dict)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)


class ErrandStep:
    """The step that does what people asked for and what takes long."""

    def __init__(self, desk: ErrandDesk) -> None:
        """Work with what `desk` holds."""
        self._desk = desk
        self._signs: set[asyncio.Task[None]] = set()
        trial = Trial(desk.database, desk.names, desk.clock, desk.policy.ask_above)
        seeker = Seeker(desk.finder, desk.take_in, desk.clock, desk.patience)
        tasting = Tasting(desk.database, trial, desk.clock, desk.patience)
        many = Many(desk.database, seeker, desk.files, desk.policy.follows_of)
        importing = Importing(desk.files, many, desk.policy, desk.catalogue, desk.names, desk.clock)
        self._works: dict[str, Work] = {
            FOLLOW: Finding(seeker).work,
            FOLLOW_MANY: many.of_words,
            FOLLOW_LIST: many.of_file,
            IMPORT: importing.work,
            TEST: trial.work,
            LOOK_BACK: trial.look_back,
            TASTE: tasting.work,
            READING: tasting.go_on,
            WHY: Explaining(desk.database, desk.clock).work,
            NEAR: Nearing(desk.database, desk.clock).work,
            STATS: Counting(desk.database, desk.clock).work,
            EXCLUDE: Teaching(desk.database, desk.clock).work,
        }
        if desk.look_up is not None:
            self._works[LOOK_UP] = desk.look_up
        if desk.pricing is not None:
            self._works |= {
                PRICE_OF_WATCH: desk.pricing.of_watch,
                PRICE_OF_FOLLOW: desk.pricing.of_follow,
            }

    async def step(self) -> bool:
        """Do the errands that there are. Returns False: there is no more work now. Raises StoreError."""
        hand = _Hand()
        try:
            while True:
                await self._begin(hand)
                if not hand.tasks:
                    return False
                _, hand.tasks = await asyncio.wait(
                    hand.tasks, timeout=_LOOK, return_when=asyncio.FIRST_COMPLETED
                )
        finally:
            for task in hand.tasks:
                task.cancel()
            await asyncio.gather(*hand.tasks, return_exceptions=True)

    async def _begin(self, hand: _Hand) -> None:
        """Claim what there is room for and begin all of it: no wish waits behind a slow one."""
        room = _IN_HAND - len(hand.errands)
        if room <= 0:
            return
        async with self._desk.database.begin() as conn:
            claimed = await errands.claim(conn, self._desk.clock(), room)
        for errand in claimed:
            begun = errand.id in hand.errands
            hand.errands[errand.id] = errand
            if not begun:
                hand.tasks.add(asyncio.create_task(self._serve(errand.id, hand)))

    async def _serve(self, number: int, hand: _Hand) -> None:
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
        except Exception as error:  # a bug of ours on one errand: said, and the others go on
            _log.exception("an errand failed", errand=claimed().id)
            await self._finish(claimed(), self._noted(error))

    def _noted(self, error: Exception) -> Finish:
        """Return what apologises and notes for the operators what went wrong."""

        async def finish(conn: Connection, errand: Errand, text: Text) -> Message | None:
            detail = f"{type(error).__name__} · {errand.kind}"
            await troubles.note(conn, Kind.ERRAND, self._desk.clock(), detail)
            return await _excuse(errand)(conn, errand, text)

        return finish

    async def _run(self, claimed: Callable[[], Errand]) -> None:
        """Work, then answer; `claimed` gives the errand under its newest lease."""
        errand = claimed()
        work = self._works.get(errand.kind)
        if work is None or errand.attempts > _ATTEMPTS:
            return await self._finish(errand, _excuse(errand))
        if errand.kind not in _SIGNLESS:
            self._show_typing(errand)
        finish = await work(errand)
        return await self._finish(claimed(), finish)

    def _show_typing(self, errand: Errand) -> None:
        """Aside: a sign that hangs must not hold up what it announces."""
        sign = asyncio.create_task(self._desk.courtesy.typing(*errand.answered_in))
        self._signs.add(sign)
        sign.add_done_callback(self._signs.discard)

    async def _finish(self, errand: Errand, finish: Finish) -> None:
        """End the errand with its answer, unless somebody newer has it."""
        async with self._desk.database.begin() as conn:
            if not await errands.finish(conn, errand):
                return
            to, thread = errand.answered_in
            chat = await chats.find(conn, to)
            catalogue = self._desk.catalogue
            text = catalogue.text("") if chat is None else catalogue.text_for(chat)
            message = await _finished(conn, errand, finish, text)
            if message is not None:
                owed = OwedMessage(to, DeliveryKind.ANSWER, message, thread)
                await deliveries.owe_message(conn, owed, self._desk.clock())
        self._desk.engine.wake(None, "send")


async def _finished(conn: Connection, errand: Errand, finish: Finish, text: Text) -> Message | None:
    """Return the answer; read in another chat, it says for which one it speaks."""
    if errand.told_to is None:
        return await finish(conn, errand, text)
    async with errands.answered_in(conn, errand.chat_id, errand.answered_in):
        message = await finish(conn, errand, text)
    about = await chats.find(conn, errand.chat_id)
    return message if message is None or about is None else addressed(message, text, about)


def _excuse(errand: Errand) -> Finish:
    return _stay_silent if errand.kind in _QUIET else _apologise


async def _apologise(conn: Connection, errand: Errand, text: Text) -> Message:
    return Message(text.html("error-internal"))


async def _stay_silent(conn: Connection, errand: Errand, text: Text) -> None:
    return None
