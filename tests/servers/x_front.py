"""The door of the loopback X: requests are noted and checked, let through or refused, and the answers billed.

noted, checked ─▶ fault of the script? ─▶ token ─▶ money ─▶ rate ─▶ parameters ─▶ answered ─▶ billed
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from tests.servers import x_bodies
from tests.servers import x_parameters as routes
from tests.servers.x_billing import Answer, Ledger, Purse, Resource
from tests.servers.x_bodies import Refusal
from tests.servers.x_limits import Limits
from tests.servers.x_parameters import Violation, violations
from tests.servers.x_trouble import Fault, Troubles

_FREE = {routes.USAGE, routes.CREDITS, routes.RULES, routes.CHANGE_RULES, routes.RULE_COUNTS}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came."""

    route: str
    sent: Mapping[str, str]  # parameters of path and query
    at: datetime
    host: str
    token: str


@dataclass(frozen=True, slots=True)
class Passed:
    """A request that is let through: the headers of its answer, and what is to go wrong with that."""

    headers: Mapping[str, str]
    fault: Fault | None


class Front:
    """Everything that all routes have in common."""

    def __init__(
        self, now: Callable[[], datetime], troubles: Troubles, ledger: Ledger, purse: Purse, token: str
    ) -> None:
        self.requests: list[Asked] = []
        self.violations: list[str] = []
        self.limits = Limits()
        self.came = asyncio.Condition()
        self.ended = asyncio.Event()
        self.token = token
        self._now = now
        self._troubles = troubles
        self._ledger = ledger
        self._purse = purse

    async def answer(
        self,
        request: web.Request,
        route: str,
        answer: Callable[[], Refusal | Answer],
        wrong: Iterable[Violation] = (),
    ) -> web.StreamResponse:
        """Answer a request; `wrong` is what its body has against it."""
        passed = await self.gate(request, route, wrong)
        if not isinstance(passed, Passed):
            return passed
        told = answer()
        if isinstance(told, Refusal):
            return response_of(told, passed.headers)
        self.charge(told.resources, route)
        self._troubles.answered(route)
        if passed.fault is Fault.LOST:
            return _cut(request)
        response = web.json_response(told.body, status=told.status, headers=passed.headers)
        return await _torn(request, response) if passed.fault is Fault.TORN else response

    async def gate(
        self, request: web.Request, route: str, wrong: Iterable[Violation] = ()
    ) -> web.StreamResponse | Passed:
        """Let a request through, or answer it as the script, the token, money or the rate will have it."""
        mistakes = [*violations(route, _sent(request)), *wrong]
        await self._note(request, route, mistakes)
        planned = self._troubles.planned(route)
        fault = planned.fault if planned else None
        if fault is Fault.SLOW:
            await self._troubles.let_go()
        if fault is Fault.SILENT:
            await self.ended.wait()
        if fault in {Fault.SILENT, Fault.CUT}:
            return _cut(request)
        allowed, headers = self.limits.take(route, self._now())
        refusal = (planned.refusal if planned else None) or self._refusal(request, route, allowed, mistakes)
        return response_of(refusal, headers) if refusal else Passed(headers, fault)

    def charge(self, resources: Iterable[Resource], route: str) -> None:
        """Bill what is sent."""
        self._purse.spend(self._ledger.charge(resources, route))

    async def unknown(self, request: web.Request) -> web.StreamResponse:
        """Answer what X has no route for."""
        self.violations.append(f"{request.method} {request.path} is not of X")
        return web.Response(status=404)

    async def _note(self, request: web.Request, route: str, mistakes: Iterable[Violation]) -> None:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        self.violations += [str(mistake) for mistake in mistakes]
        if len(request.query) != len(set(request.query)):
            self.violations.append(f"{route}: a parameter comes twice")
        async with self.came:
            self.requests.append(Asked(route, _sent(request), self._now(), request.host, token))
            self.came.notify_all()

    def _refusal(
        self, request: web.Request, route: str, allowed: bool, mistakes: list[Violation]
    ) -> Refusal | None:
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            return x_bodies.UNAUTHORIZED
        broke = None if route in _FREE else self._purse.refusal()
        if broke or not allowed:
            return broke or x_bodies.TOO_MANY_REQUESTS
        if not mistakes:
            return None
        first = mistakes[0]
        return x_bodies.invalid(first.name, first.value, f"The `{first.name}` parameter {first.why}")


def response_of(refusal: Refusal, headers: Mapping[str, str]) -> web.Response:
    """Return a refusal as HTTP; rate headers are told with 429 about rates and with 400."""
    own = dict(refusal.headers) | ({"Location": refusal.location} if refusal.location else {})
    if isinstance(refusal.body, str):
        return web.Response(status=refusal.status, text=refusal.body, content_type="text/html", headers=own)
    told = refusal is x_bodies.TOO_MANY_REQUESTS or refusal.status == 400
    return web.json_response(refusal.body, status=refusal.status, headers={**headers, **own} if told else own)


def _sent(request: web.Request) -> dict[str, str]:
    return {**request.query, **request.match_info}


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _torn(request: web.Request, whole: web.Response) -> web.StreamResponse:
    """Send half of an answer under the head of the whole one."""
    body = whole.body if isinstance(whole.body, bytes) else b""
    half = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(body))})
    await half.prepare(request)
    await half.write(body[: len(body) // 2])
    if request.transport is not None:
        request.transport.close()  # what was written still goes out
    return half
