"""Hubs that send what is new (WebSub): they are asked, must prove themselves, and what comes is taken in.

a document names a hub ──▶ offer ──▶ step asks the hub ──▶ the hub asks back (GET) ──▶ it sends (POST)
──▶ answered at once ──▶ parsed, and through the pipeline beside the polls, which go on as a net
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

import structlog
from aiohttp import web

from errors import StoreError
from feeds.addresses import is_own, judge_url, printable
from feeds.fetch import Fetched
from feeds.websub import is_signed, lease_of, wish
from model import Document, Failure
from pipeline import Polled
from polling import Desk
from store import push, sources
from store.database import Connection
from store.push import Stage, Subscription

HUBS_EVERY = timedelta(seconds=20)
_AT_ONCE = 20  # hubs that are asked in one step
_FIRST_AGAIN = timedelta(minutes=30)
_LAST_AGAIN = timedelta(days=1)
_DENIED = timedelta(days=7)
_RENEW_AT = 0.8  # of the lease
_WAITING = 64  # documents that came and are not parsed yet; beyond that a poll finds them
_BYTES = 24  # of what nobody can guess

_log = structlog.get_logger("websub")


class Posting(Protocol):
    """What a subscriber needs of the door to the network."""

    async def post(self, url: str, form: Mapping[str, str]) -> int | Failure:
        """Send a form; return the status of the answer, or why there is none."""


class Parsing(Protocol):
    """What reads a document that came."""

    async def whole(self, fetched: Fetched, known: frozenset[int] = ...) -> Document | Failure:
        """Return the entries of a document that are not `known`."""


@dataclass(frozen=True, slots=True)
class Subscriber:
    """The step that asks hubs, and asks again before they stop."""

    desk: Desk
    door: Posting
    url: str  # under which the world reaches the listener
    secret: Callable[[int], bytes]

    async def offer(self, conn: Connection, polled: Sequence[Polled]) -> None:
        """Remember the hubs that documents name; one that could be overheard or is not public is no hub."""
        now = self.desk.clock()
        for each in polled:
            found = each.outcome
            if isinstance(found, Document) and found.hub and found.topic and _is_fit(found.hub):
                names = self.secret(_BYTES).hex(), self.secret(_BYTES).hex()
                new = Subscription(each.source.id, found.hub, found.topic, *names, Stage.WANTED, now)
                await push.offer(conn, new)

    async def step(self) -> bool:
        """Ask the hubs whose time has come. Returns False: no more now. Raises StoreError."""
        async with self.desk.database.read() as conn:
            some = await push.due(conn, self.desk.clock(), _AT_ONCE)
        await asyncio.gather(*(self._ask(each) for each in some))
        return False

    async def _ask(self, each: Subscription) -> None:
        """Write down first that it is asked: the hub may ask back before it answers."""
        again = min(_FIRST_AGAIN * 2 ** min(each.attempts, 10), _LAST_AGAIN)
        due = self.desk.clock() + again
        async with self.desk.database.begin() as conn:
            asked = replace(each, stage=Stage.PENDING, attempts=each.attempts + 1, due=due)
            await push.save(conn, asked)
        callback = f"{self.url.rstrip('/')}/{each.token}"
        answer = await self.door.post(each.hub, wish(each.topic, callback, each.secret))
        if isinstance(answer, Failure) or not 200 <= answer < 300:
            why = answer.reason.value if isinstance(answer, Failure) else answer
            _log.info("a hub does not take the wish", hub=printable(each.hub), why=why)


def _is_fit(hub: str) -> bool:
    """Say whether a secret may be sent there: encrypted, or to the operator's own machine."""
    target = judge_url(hub)
    return hub.startswith("https://") if not isinstance(target, Failure) else is_own(_host(hub))


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].partition(":")[0]


class Listener:
    """What hubs call. Answers first and works later; tells nobody more than they must know."""

    def __init__(self, desk: Desk, reader: Parsing, most: int) -> None:
        """`most` bytes of a document are taken."""
        self._desk = desk
        self._reader = reader
        self._most = most
        self._came: asyncio.Queue[tuple[Subscription, Fetched]] = asyncio.Queue(_WAITING)

    @asynccontextmanager
    async def listening(self, host: str, port: int) -> AsyncIterator[int]:
        """Listen until the end of the block, which gets the port. Raises OSError when it is taken."""
        app = web.Application(client_max_size=self._most)
        app.router.add_get("/{path:.*}", self._verify)
        app.router.add_post("/{path:.*}", self._receive)
        runner = web.AppRunner(app, access_log=None, handle_signals=False)
        await runner.setup()
        worker = asyncio.create_task(self._work())
        try:
            await web.TCPSite(runner, host, port).start()
            yield runner.addresses[0][1]
        finally:
            worker.cancel()
            await asyncio.gather(worker, return_exceptions=True)
            await runner.cleanup()

    async def _known(self, request: web.Request) -> Subscription:
        token = request.match_info["path"].rpartition("/")[2]
        async with self._desk.database.read() as conn:
            found = await push.by_token(conn, token)
        if found is None:
            raise web.HTTPNotFound
        return found

    async def _verify(self, request: web.Request) -> web.Response:
        """Echo the challenge of a hub that was asked for just this (section 5.3)."""
        found, query = await self._known(request), request.query
        mode, now = query.get("hub.mode"), self._desk.clock()
        if query.get("hub.topic") != found.topic or found.stage is not Stage.PENDING:
            raise web.HTTPNotFound
        if mode == "denied":
            changed = replace(found, stage=Stage.WANTED, due=now + _DENIED)
        elif mode == "subscribe" and query.get("hub.challenge"):
            lease = timedelta(seconds=lease_of(query))
            due, until = now + lease * _RENEW_AT, now + lease
            changed = replace(found, stage=Stage.ACTIVE, attempts=0, due=due, until=until)
        else:
            raise web.HTTPNotFound
        async with self._desk.database.begin() as conn:
            await push.save(conn, changed)
        return web.Response(text=query.get("hub.challenge", ""))

    async def _receive(self, request: web.Request) -> web.Response:
        """Take a document that is signed; what is not is thanked for and forgotten (section 7.1)."""
        found = await self._known(request)
        body = await request.read()
        agreed = found.until is not None and found.until > self._desk.clock()
        signed = is_signed(body, request.headers.get("X-Hub-Signature", ""), found.secret)
        if agreed and signed and not self._came.full():
            kind = request.headers.get("Content-Type", "")
            self._came.put_nowait((found, Fetched(url=found.topic, body=body, content_type=kind)))
        return web.Response(status=202)

    async def _work(self) -> None:
        while True:
            found, fetched = await self._came.get()
            try:
                await self._take_in(found, fetched)
            except StoreError as error:
                _log.warning("what a hub sent was not kept; a poll brings it", error=str(error))
            except Exception:  # a bug of ours on one document: said, and the others go on
                _log.exception("what a hub sent could not be taken in", source=found.source_id)

    async def _take_in(self, found: Subscription, fetched: Fetched) -> None:
        desk = self._desk
        async with desk.database.read() as conn:
            known = await sources.get_many(conn, [found.source_id])
        source = known[0] if known else None
        if source is None or source.first_read is None or source.due is None:
            return
        outcome = await self._reader.whole(fetched, frozenset(number for number, _ in source.listing))
        if not isinstance(outcome, Document) or not outcome.entries:
            return
        await desk.ingest.placing.ready(desk.database, desk.clock())
        async with desk.database.begin() as conn:
            taken = await desk.ingest.beside(conn, [Polled(source, outcome)], desk.clock())
            await push.hear(conn, found, desk.clock())
        if taken.owed:
            desk.engine.wake(None, "send")
