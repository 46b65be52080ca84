"""What takes long: finding the feed or the account that a person wants to follow, and answering them.

step      claims errands while there is room, until none is left
 └ chats  side by side, but one errand after the other in each chat
    └ run ask the far end · ONE transaction: source, follow, what it lists now, the answer
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from engine import Engine
from errors import StoreError
from feeds.addresses import judge_url, printable
from feeds.x_answers import XAccount
from handlers.courtesy import Courtesy
from handlers.following import FOLLOW, mode_buttons
from handlers.sources_shown import reason, source_name
from locales import Catalogue, Text
from model import (
    DeliveryKind,
    Document,
    Errand,
    Failure,
    FailureReason,
    Follow,
    FollowMode,
    Message,
    Outcome,
    Source,
    SourceKind,
)
from store import chats, deliveries, errands, sources
from store.database import Connection, Database
from store.deliveries import OwedMessage
from store.sources import Wanted

_IN_HAND = 64
_SIDE_BY_SIDE = 8
_ATTEMPTS = 3  # an errand that has cost its process that often is given up
_LOOK = 0.5  # seconds between two looks for new errands while others are under way
_REFUSED = (FailureReason.NOT_PUBLIC, FailureReason.BAD_URL)

_log = structlog.get_logger("errands")


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed, and what the fetch that found it read there."""

    url: str
    title: str
    outcome: Document


class Finder(Protocol):
    """Asks the far end. Whatever that does is a value."""

    async def find_feed(self, url: str) -> FoundFeed | Failure:
        """Return the feed at an address, or the one that the page there names."""

    async def find_account(self, handle: str) -> XAccount | Failure | None:
        """Return the X account with that name; None: Hark has no access to X."""


TakeIn = Callable[[Connection, Source, Outcome], Awaitable[object]]
"""Takes what was read of a source in its first fetch through the pipeline, inside the transaction."""


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


@dataclass(frozen=True, slots=True)
class _Found:
    """What shall be followed, and what is known of it; None: nothing was read yet."""

    wanted: Wanted
    outcome: Outcome | None


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


class FollowStep:
    """The step that finds what people want to follow."""

    def __init__(self, desk: ErrandDesk) -> None:
        """Work with what `desk` holds."""
        self._desk = desk

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
            await self._run(lambda: hand.errands[number])
        except StoreError as error:
            _log.error("the store refuses an errand; it is done later", errand=number, error=str(error))
        except Exception:  # a bug of ours on one errand: said, and the others go on
            _log.exception("an errand failed", errand=number)
            await self._confess(hand.errands[number])
        finally:
            del hand.errands[number]

    async def _run(self, claimed: Callable[[], Errand]) -> None:
        """Ask the far end, then answer; `claimed` gives the errand under its newest lease."""
        errand = claimed()
        if errand.kind != FOLLOW or errand.attempts > _ATTEMPTS:
            return await self._confess(errand)
        await self._desk.courtesy.typing(errand.chat_id, errand.thread_id)
        found = await self._find(errand)
        async with self._desk.database.begin() as conn:
            errand = claimed()
            if not await errands.finish(conn, errand):
                return None
            chat = await chats.find(conn, errand.chat_id)
            text = self._desk.catalogue.text(chat.language if chat is not None else "")
            message = await self._follow(conn, errand, found, text)
            await self._answer(conn, errand, message)
        self._desk.engine.wake(None, "send")
        return None

    async def _find(self, errand: Errand) -> _Found | None:
        """Return what is at the address, None when it is an X account and Hark has no access to X."""
        address = errand.payload["address"]
        try:
            async with asyncio.timeout(self._desk.patience.total_seconds()):
                if errand.payload["kind"] == SourceKind.X:
                    return _of_account(address, await self._desk.finder.find_account(address))
                return _of_feed(address, await self._desk.finder.find_feed(address))
        except TimeoutError:
            timeout = Failure(FailureReason.TIMEOUT)
            if errand.payload["kind"] == SourceKind.X:
                return _of_account(address, timeout)
            return _of_feed(address, timeout)

    async def _follow(self, conn: Connection, errand: Errand, found: _Found | None, text: Text) -> Message:
        """Let the chat follow what was found and return what to say about it."""
        if found is None:
            return Message(text.html("follow-x-off", name=f"@{errand.payload['address']}"))
        failure = found.outcome if isinstance(found.outcome, Failure) else None
        if failure is not None and failure.reason in _REFUSED:
            name = printable(errand.payload["address"])
            return Message(text.html("follow-refused", name=name, reason=reason(text, failure)))
        now = self._desk.clock()
        source = await sources.ensure(conn, found.wanted, now, shared=False)
        if found.outcome is not None and source.first_read is None:
            await self._desk.take_in(conn, source, found.outcome)
        if failure is None or source.first_read is not None:
            failure = source.failure
        mode = await self._keep(conn, errand, source, now)
        return Message(_told(text, source, failure, mode), mode_buttons(text, source.id))

    async def _keep(
        self, conn: Connection, errand: Errand, source: Source, now: datetime
    ) -> FollowMode | None:
        """Let the chat follow the source. Returns how it followed it before, None when it did not."""
        own = await sources.followed_by(conn, errand.chat_id)
        for known, followed in own:
            if known.id == source.id:
                return followed.mode
        wanted = Follow(errand.chat_id, source.id, FollowMode.WORDS, now, errand.thread_id)
        await sources.add_follow(conn, wanted)
        return None

    async def _answer(self, conn: Connection, errand: Errand, message: Message) -> None:
        owed = OwedMessage(errand.chat_id, DeliveryKind.ANSWER, message, errand.thread_id)
        await deliveries.owe_message(conn, owed, self._desk.clock())

    async def _confess(self, errand: Errand) -> None:
        try:
            async with self._desk.database.begin() as conn:
                if not await errands.finish(conn, errand):
                    return
                chat = await chats.find(conn, errand.chat_id)
                text = self._desk.catalogue.text(chat.language if chat is not None else "")
                await self._answer(conn, errand, Message(text.html("error-internal")))
            self._desk.engine.wake(None, "send")
        except StoreError as error:
            _log.error("the store refuses an errand; it is done later", errand=errand.id, error=str(error))


def _of_feed(address: str, found: FoundFeed | Failure) -> _Found:
    if isinstance(found, Failure):
        target = judge_url(address)
        normal = address if isinstance(target, Failure) else target.address
        return _Found(Wanted(SourceKind.FEED, normal, ""), found)
    return _Found(Wanted(SourceKind.FEED, found.url, found.title), found.outcome)


def _of_account(handle: str, found: XAccount | Failure | None) -> _Found | None:
    if found is None:
        return None
    if isinstance(found, Failure):
        return _Found(Wanted(SourceKind.X, handle.lower(), f"@{handle}"), found)
    wanted = Wanted(SourceKind.X, found.handle.lower(), f"@{found.handle}")
    return _Found(wanted, Failure(FailureReason.X_ACCOUNT) if found.protected else None)


def _told(text: Text, source: Source, failure: Failure | None, before: FollowMode | None) -> str:
    name = source_name(source)
    if failure is not None:
        html = text.html("follow-ill", name=name, reason=reason(text, failure))
    elif source.shared:
        html = text.html("follow-shared", name=name)
    elif before is not None:
        html = text.html(f"follow-again-{before.value}", name=name)
    else:
        html = text.html("follow-done", name=name)
    return f"{html}\n{text.html('follow-question')}"
