"""A loopback X: `async with XServer() as x`, then `x.account("sama")`, `x.posts("sama", "hello")`.

It reads the query it is sent and evaluates it, pages, applies `since_id`, counts requests and says so in its
headers, and refuses what X refuses. Everything asked is in `requests`; whatever X's own description does not
allow is in `violations` too, which a test asserts to be empty. It does not bill, expand or sort by relevancy.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from aiohttp import web

from tests.servers import x_bodies
from tests.servers.x_bodies import Json, Refusal
from tests.servers.x_limits import Limits
from tests.servers.x_parameters import SEARCH, USAGE, USER, USERS, violations
from tests.servers.x_world import XWorld

TOKEN = "x-bearer-token"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came."""

    route: str
    sent: Mapping[str, str]  # parameters of path and query
    at: datetime
    host: str
    token: str


@dataclass(frozen=True, slots=True)
class _Cut:
    """The connection is closed instead of an answer."""


@dataclass(frozen=True, slots=True)
class _Silence:
    """No answer comes until the server ends."""


class XServer(XWorld):
    """X on loopback; `url` is what `x.base_url` must be."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        lag: timedelta = timedelta(0),
        query_limit: int = 512,
        prefix: str = "",
    ) -> None:
        """Take `token` only; keep posts younger than `lag` out of searches (X: 30 seconds).

        `prefix` is the path under which X is found, as behind a proxy.
        """
        super().__init__(now, lag, query_limit)
        self.token = token
        self.requests: list[Asked] = []
        self.violations: list[str] = []
        self.url = prefix
        self._limits = Limits()
        self._broke: Refusal | None = None
        self._planned: list[Refusal | _Cut | _Silence] = []
        self._came = asyncio.Condition()
        self._ended = asyncio.Event()
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> XServer:
        app = web.Application()
        for route, answer in (
            (SEARCH, self.search),
            (USER, self.user),
            (USERS, self.users),
            (USAGE, self.usage),
        ):
            app.router.add_get(self.url + route, self._handler(route, answer))
        app.router.add_route("*", "/{rest:.*}", self._unknown)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}{self.url}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._ended.set()
        if self._runner is not None:
            await self._runner.cleanup()

    # what a test says

    def fails(self, status: int, body: Json | str | None = None, times: int = 1) -> None:
        """Answer the next requests with `status`; `body` as JSON, a text as HTML, None as X's own for it."""
        told = x_bodies.UNAVAILABLE.body if body is None else body
        if isinstance(told, dict) and body is None:
            told = told | {"status": status}
        self._planned += [Refusal(status, told)] * times

    def refuses(self, refusal: Refusal, times: int = 1) -> None:
        """Answer the next requests with one of `x_bodies`."""
        self._planned += [refusal] * times

    def html_error(self, times: int = 1) -> None:
        """Let the proxy before X answer the next requests."""
        self.refuses(x_bodies.HTML, times)

    def cuts_connection(self, times: int = 1) -> None:
        """Close the connection of the next requests without an answer."""
        self._planned += [_Cut()] * times

    def hangs(self, times: int = 1) -> None:
        """Never answer the next requests."""
        self._planned += [_Silence()] * times

    def redirects(self, url: str, times: int = 1) -> None:
        """Answer the next requests with a redirect to `url`."""
        self.refuses(Refusal(302, "", url), times)

    def out_of_credits(self, refusal: Refusal = x_bodies.CREDITS_DEPLETED) -> None:
        """Refuse every paid call until `pays`."""
        self._broke = refusal

    def pays(self) -> None:
        """Let the owner have money again."""
        self._broke = None

    def rate_limited(self, until: datetime) -> None:
        """Answer searches with 429 until `until`, rounded up to a second."""
        self._limits.leave(SEARCH, 0, until)

    def allows(self, requests: int, until: datetime, route: str = SEARCH) -> None:
        """Let `requests` more through before `until`; the last one's headers say that none is left."""
        self._limits.leave(route, requests, until)

    async def asked(self, times: int, route: str = SEARCH) -> list[Asked]:
        """Wait until `route` has been asked `times` times in all; return these requests."""
        async with self._came:
            await self._came.wait_for(lambda: len(self.asked_so_far(route)) >= times)
        return self.asked_so_far(route)

    def asked_so_far(self, route: str = SEARCH) -> list[Asked]:
        """Return the requests to `route`, oldest first."""
        return [asked for asked in self.requests if asked.route == route]

    # what X does

    def _handler(
        self, route: str, answer: Callable[[Mapping[str, str]], Refusal | Json]
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def handle(request: web.Request) -> web.StreamResponse:
            sent = {**request.query, **request.match_info}
            await self._note(route, request, sent)
            planned = self._planned.pop(0) if self._planned else None
            if isinstance(planned, _Silence):
                await self._ended.wait()
            if isinstance(planned, _Cut | _Silence):
                return _cut(request)
            allowed, headers = self._limits.take(route, self._now())
            refusal = planned or self._gate(request, route) or self._limit(allowed)
            return _response(refusal or answer(sent), headers)

        return handle

    async def _note(self, route: str, request: web.Request, sent: Mapping[str, str]) -> None:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        self.violations += violations(route, sent)
        if len(request.query) != len(set(request.query)):
            self.violations.append(f"{route}: a parameter comes twice")
        async with self._came:
            self.requests.append(Asked(route, sent, self._now(), request.host, token))
            self._came.notify_all()

    async def _unknown(self, request: web.Request) -> web.StreamResponse:
        self.violations.append(f"{request.method} {request.path} is not of X")
        return web.Response(status=404)

    def _gate(self, request: web.Request, route: str) -> Refusal | None:
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            return x_bodies.UNAUTHORIZED
        return self._broke if route != USAGE else None

    @staticmethod
    def _limit(allowed: bool) -> Refusal | None:
        return None if allowed else x_bodies.TOO_MANY_REQUESTS


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _response(answer: Refusal | Json, headers: Mapping[str, str]) -> web.Response:
    if not isinstance(answer, Refusal):
        return web.json_response(answer, headers=headers)
    if isinstance(answer.body, str):
        place = {"Location": answer.location} if answer.location else {}
        return web.Response(status=answer.status, text=answer.body, content_type="text/html", headers=place)
    is_limit = answer is x_bodies.TOO_MANY_REQUESTS
    return web.json_response(answer.body, status=answer.status, headers=headers if is_limit else None)
