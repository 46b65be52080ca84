"""Which sources are due: claim them, read them side by side, hand what came to the pipeline in batches."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import structlog

from engine import Engine
from errors import StoreError
from feeds.addresses import printable
from feeds.source import Reader
from model import Document, Failure, FailureReason, Source, SourceKind
from pipeline import Ingest, Polled, Taken
from store import sources
from store.database import Connection, Database

_WINDOW = 256  # held at once, so that a slow host's queue does not keep the others waiting
_CLAIM = 64  # claimed at once: sources that answer fast do not pile up documents in memory
_LOOK = 0.5  # seconds between two looks for newly due sources while others are being read
_PATIENCE = 5.0  # seconds that a source may wait for its host's turn here; longer ones wait in the store
_GATHER = 0.02  # seconds in which answers are gathered into one transaction
_BATCH = 16  # documents in one transaction
_LIGHT_BATCH = 256  # polls in one transaction that brought none

OF_X_ITSELF = (FailureReason.X_CREDENTIALS, FailureReason.X_MONEY, FailureReason.X_BUDGET)
"""What concerns X as a whole: said once, not for each account."""

_log = structlog.get_logger("polling")


@dataclass(frozen=True, slots=True)
class Desk:
    """What every poll needs at hand."""

    database: Database
    engine: Engine
    ingest: Ingest
    clock: Callable[[], datetime]


Also = Callable[[Connection, Taken], Awaitable[None]]
"""Writes what belongs to the same transaction."""

Offer = Callable[[Connection, Sequence[Polled]], Awaitable[None]]
"""Is told what polls brought, in the same transaction."""


async def take_in(desk: Desk, polled: Sequence[Polled], also: Also | None = None) -> None:
    """Commit what polls brought; one that trips over a bug of ours is set aside, never the whole batch.

    Raises StoreError; then nothing was seen and the sources are still claimed.
    """
    try:
        await _commit(desk, polled, also)
    except StoreError:
        raise
    except Exception:
        if len(polled) > 1:
            for each in polled:
                await take_in(desk, [each], also)
            return
        _log.exception("an outcome could not be taken in", source=polled[0].source.id)
        await _commit(desk, [replace(polled[0], outcome=Failure(FailureReason.BAD_RESPONSE))], also)


async def _commit(desk: Desk, polled: Sequence[Polled], also: Also | None) -> None:
    await desk.ingest.placing.ready(desk.database, desk.clock())
    async with desk.database.begin() as conn:
        taken = await desk.ingest(conn, polled, desk.clock())
        if also is not None:
            await also(conn, taken)
    for each in polled:
        _say(each)
    if taken.owed:
        desk.engine.wake(None, "send")


def _say(polled: Polled) -> None:
    source, outcome = polled.source, polled.outcome
    log = _log.bind(source=source.id, name=source.name or printable(source.address))
    if isinstance(outcome, Failure) and source.failing_since is None:
        if outcome.reason not in OF_X_ITSELF:
            log.warning("source fails", reason=outcome.reason.value, status=outcome.status)
    elif not isinstance(outcome, Failure) and source.failing_since is not None:
        log.info("source works again")


class Hand:
    """The sources of one kind that a poller has claimed; what the store refused to settle is given back."""

    def __init__(self, desk: Desk, kind: SourceKind) -> None:
        self._desk = desk
        self._kind = kind
        self._held: dict[int, Source] = {}
        self._lost: list[Source] = []

    async def claim(self, room: int) -> list[Source]:
        """Return up to `room` due sources. Raises StoreError."""
        async with self._desk.database.begin() as conn:
            await sources.give_back(conn, self._lost)
            claimed = await sources.claim(conn, self._kind, self._desk.clock(), room)
        self._lost = []
        self._held.update((each.id, each) for each in claimed)
        return claimed

    async def take_in(self, polled: Sequence[Polled], also: Also | None = None) -> None:
        """Commit what came of sources that were claimed. Raises StoreError."""
        await take_in(self._desk, polled, also)
        for each in polled:
            self._held.pop(each.source.id, None)

    async def put_off(self, later: Sequence[tuple[Source, datetime]]) -> None:
        """Let claimed sources be due later, unread. Raises StoreError."""
        if not later:
            return
        async with self._desk.database.begin() as conn:
            await sources.put_off(conn, later)
        for each, _ in later:
            self._held.pop(each.id, None)

    def drop(self) -> None:
        """Read no more of what is still held: without this it would wait until its lease ends."""
        self._lost += self._held.values()
        self._held.clear()


class FeedPoller:
    """The step that polls feeds: as many side by side as the fetcher allows."""

    def __init__(
        self,
        desk: Desk,
        reader: Reader,
        wait: Callable[[str], float] | None = None,
        hubs: Offer | None = None,
    ) -> None:
        """Poll through `reader`; `wait` tells how many seconds an address would wait for its host's turn.

        `hubs` is told in the same transaction what documents brought.
        """
        self._hand = Hand(desk, SourceKind.FEED)
        self._reader = reader
        self._clock = desk.clock
        self._wait = wait
        self._hubs = hubs
        self._promised: dict[str, datetime] = {}  # by host: the turn of the last source that was put off

    async def step(self) -> bool:
        """Poll what is due until nothing is. Returns False: there is no more work now. Raises StoreError."""
        reading: set[asyncio.Task[None]] = set()
        done: list[Polled] = []
        came = asyncio.Event()

        async def read(source: Source) -> None:
            done.append(await self._read(source))
            came.set()

        try:
            while True:
                for source in await self._begin(_WINDOW - len(reading)):
                    task = asyncio.create_task(read(source))
                    reading.add(task)
                    task.add_done_callback(reading.discard)
                if not reading and not done:
                    return False
                await _some(came, done)
                polled, done[:] = list(done), []
                await self._take_in(polled)
        finally:
            left = list(reading)
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
            self._hand.drop()

    async def _begin(self, room: int) -> list[Source]:
        if room < _CLAIM:
            return []
        while claimed := await self._hand.claim(_CLAIM):
            later = self._crowded(claimed)
            await self._hand.put_off(later)
            crowd = {source.id for source, _ in later}
            if soon := [source for source in claimed if source.id not in crowd]:
                return soon
        return []

    def _crowded(self, claimed: Sequence[Source]) -> list[tuple[Source, datetime]]:
        """Return those whose host has no turn for them soon, and when it may have: they must hold no room."""
        if self._wait is None:
            return []
        now = self._clock()
        self._promised = {host: until for host, until in self._promised.items() if until > now}
        later = []
        for source in claimed:
            wait = self._wait(source.address)
            if wait > _PATIENCE:
                host = urlsplit(source.address).hostname or ""
                turn = max(self._promised.get(host, now), now + timedelta(seconds=wait))
                self._promised[host] = turn + timedelta(seconds=1)
                later.append((source, self._promised[host]))
        return later

    async def _read(self, source: Source) -> Polled:
        try:
            return Polled(source, await self._reader.read(source))
        except Exception:  # a bug of ours on one source: said, and the others go on
            _log.exception("reading failed", source=source.id)
            return Polled(source, Failure(FailureReason.BAD_RESPONSE))

    async def _take_in(self, done: Sequence[Polled]) -> None:
        polled = sorted(done, key=lambda each: each.source.id)
        documents = [each for each in polled if isinstance(each.outcome, Document)]
        others = [each for each in polled if not isinstance(each.outcome, Document)]
        for some, most in ((others, _LIGHT_BATCH), (documents, _BATCH)):
            for start in range(0, len(some), most):
                await self._hand.take_in(some[start : start + most], self._also(some[start : start + most]))

    def _also(self, polled: Sequence[Polled]) -> Also | None:
        hubs = self._hubs
        if hubs is None or not any(isinstance(each.outcome, Document) for each in polled):
            return None

        async def also(conn: Connection, _: Taken) -> None:
            await hubs(conn, polled)

        return also


async def _some(came: asyncio.Event, done: Sequence[Polled]) -> None:
    """Wait until something is done, or it is time to look for more; a first answer waits for company."""
    if not done:
        came.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(_LOOK):
                await came.wait()
    if done:
        await asyncio.sleep(_GATHER)
