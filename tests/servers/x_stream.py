"""X's filtered stream: whoever is connected gets what meets a rule; nobody gets what was posted before.

posts ──▶ rules met? ──▶ billed ──▶ every connection's lines ──▶ sent at once, unless the test pauses it
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from aiohttp import web

from tests.servers import x_bodies
from tests.servers.x_accounts import XPost
from tests.servers.x_billing import Answer, Resource
from tests.servers.x_bodies import Json, Refusal
from tests.servers.x_includes import answered, post_fields
from tests.servers.x_rules import Rules, StreamRule
from tests.servers.x_search import Searches
from tests.servers.x_world import XWorld

KEEP_ALIVE = b"\r\n"
_END = b""  # the stream ends as if all were well
_CUT = b"\0"  # the connection is gone


@dataclass(eq=False, slots=True)
class _Connection:
    sent: Mapping[str, str]
    lines: asyncio.Queue[bytes] = field(default_factory=asyncio.Queue)


class Stream:
    """All connections, and what a test does to them. What is posted while none is there is lost."""

    def __init__(
        self,
        world: XWorld,
        searches: Searches,
        charge: Callable[[Iterable[Resource]], bool],
    ) -> None:
        """`charge` bills what is to be sent, unless nothing may be sent any more."""
        self.rules = Rules(world, searches.rule)
        self.opened = 0  # connections in all
        self._world = world
        self._searches = searches
        self._charge = charge
        self._connections: list[_Connection] = []
        self._silent = False
        self._held: list[XPost] | None = None
        self._changed = asyncio.Condition()
        world.hears(self._hear)

    # what a test says

    @property
    def connections(self) -> int:
        """How many there are now."""
        return len(self._connections)

    async def connected(self, times: int = 1) -> None:
        """Wait until there have been so many connections in all, and the last of them is there."""
        async with self._changed:
            await self._changed.wait_for(lambda: self.opened >= times and bool(self._connections))

    async def left(self) -> None:
        """Wait until nobody is connected."""
        async with self._changed:
            await self._changed.wait_for(lambda: not self._connections)

    def pauses(self, *, holds: bool = False) -> None:
        """Send nothing, not even empty lines; what is posted meanwhile is lost, or comes after the pause."""
        self._silent = True
        self._held = [] if holds else None

    def resumes(self) -> None:
        """Go on sending."""
        self._silent = False
        held, self._held = self._held or [], None
        for post in held:
            self._hear(post)

    def keeps_alive(self) -> None:
        """Send an empty line now."""
        self._put(KEEP_ALIVE)

    def says(self, line: bytes) -> None:
        """Send something of the test's own."""
        self._put(line)

    def disconnects(self, why: Json = x_bodies.DISCONNECTED) -> None:
        """Say why and end all connections."""
        self._put(json.dumps(why).encode() + b"\r\n")
        self._put(_END)

    def ends(self) -> None:
        """End all connections without a word."""
        self._put(_END)

    def cuts(self) -> None:
        """Break all connections off."""
        self._put(_CUT)

    # what X does

    async def serve(
        self, request: web.Request, sent: Mapping[str, str], headers: Mapping[str, str]
    ) -> web.StreamResponse | Refusal:
        """Send lines until the client leaves or the stream is ended; or refuse at once."""
        if len(self._connections) >= self._world.behaviour.most_connections:
            return x_bodies.TOO_MANY_CONNECTIONS
        if not self.rules.kept:
            return x_bodies.NO_RULES
        response = web.StreamResponse(headers={"Content-Type": "application/json; charset=utf-8", **headers})
        response.enable_chunked_encoding()
        await response.prepare(request)
        connection = _Connection(sent)
        try:
            await self._enter(connection)
            await self._send(request, response, connection)
        except ConnectionResetError:
            pass  # the client has left
        finally:
            self._connections.remove(connection)
            await self._tell()
        return response

    async def _enter(self, connection: _Connection) -> None:
        self._connections.append(connection)
        self.opened += 1
        await self._tell()

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _send(
        self, request: web.Request, response: web.StreamResponse, connection: _Connection
    ) -> None:
        pause = self._world.behaviour.keep_alive.total_seconds()
        while True:
            try:
                line = await asyncio.wait_for(connection.lines.get(), pause)
            except TimeoutError:
                line = KEEP_ALIVE
                if self._silent:
                    continue
            if line == _CUT and request.transport is not None:
                request.transport.abort()
            if line in {_CUT, _END}:
                return
            await response.write(line)

    def _put(self, line: bytes) -> None:
        for connection in self._connections:
            connection.lines.put_nowait(line)

    def _hear(self, post: XPost) -> None:
        met = self.rules.matching(post, self._searches.streamed)
        if not met or not self._connections:
            return
        if self._silent:
            if self._held is not None:
                self._held.append(post)
            return
        for connection in self._connections:
            answer = _line(post, met, connection.sent, self._world)
            if not self._charge(answer.resources):
                self.disconnects()
                return
            connection.lines.put_nowait(json.dumps(answer.body).encode() + b"\r\n")


def _line(post: XPost, met: list[StreamRule], sent: Mapping[str, str], world: XWorld) -> Answer:
    rules = [{"id": rule.id, "tag": rule.tag} for rule in met]
    more = answered([post], sent, world)
    body: Json = {"data": post.json(post_fields(sent))} | more.body | {"matching_rules": rules}
    return Answer(body, more.resources)
