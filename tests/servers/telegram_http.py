"""The HTTP side: token, method, parameters in; `{"ok": …}` out; whatever trouble is planned in between."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from aiohttp import web

from tests.servers.telegram_api import Call, Json, Refused, Upload, misuse
from tests.servers.telegram_faults import WRITES, Fault, Trouble
from tests.servers.telegram_methods import METHODS
from tests.servers.telegram_records import Asked
from tests.servers.telegram_world import World

_TOKEN = re.compile(r"[0-9]{1,19}:[A-Za-z0-9_-]{3,64}")
_LONGEST_POLL = 50  # seconds
_BODY_LIMIT = 52 * 1024 * 1024  # bytes; the Bot API takes uploads of 50 MB
_PAGES = {
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Time-out",
}


class Front:
    """Answers requests of the bot with this token."""

    def __init__(
        self, world: World, trouble: Trouble, token: str, sleep: Callable[[float], Awaitable[None]]
    ) -> None:
        self.token = token
        self.revoked = False
        self.logged_out = False
        self._world = world
        self._trouble = trouble
        self._sleep = sleep

    def application(self) -> web.Application:
        """Return the web application."""
        application = web.Application(client_max_size=_BODY_LIMIT)
        application.router.add_route("*", "/{path:.*}", self._handle)
        return application

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = ""
        try:
            wanted = re.fullmatch(r"file/bot([^/]*)/documents/([\w-]+)", request.match_info["path"])
            if wanted is not None:
                return self._download(request, wanted[1], wanted[2])
            method = self._method(request)
            call = self._decode(method, await _parameters(request))
            return await self._answer(request, call)
        except Refused as refusal:
            if refusal.misuse:
                self._world.violate(method or request.match_info["path"].rpartition("/")[2], str(refusal))
            return _refusal(refusal)

    def _method(self, request: web.Request) -> str:
        found = re.fullmatch(r"bot([^/]*)/([A-Za-z]+)", request.match_info["path"])
        if found is None or _TOKEN.fullmatch(found[1]) is None:
            raise Refused("Not Found", 404)
        if found[1] != self.token or self.revoked:
            raise Refused("Unauthorized", 401)
        if self.logged_out:
            raise Refused("Logged out", 400)
        return self._world.api.method(found[2])

    def _download(self, request: web.Request, token: str, file_id: str) -> web.StreamResponse:
        fault = self._trouble.take("download", None)
        if fault is not None:
            return self._fail(request, fault)
        if token != self.token or self.revoked:
            raise Refused("Not Found", 404)
        return web.Response(body=self._world.file(file_id).file, content_type="application/octet-stream")

    def _decode(self, method: str, raw: dict[str, Json]) -> Call:
        call, problems = self._world.api.decode(method, raw)
        for problem in problems:
            self._world.violate(method, problem)
        return call

    async def _answer(self, request: web.Request, call: Call) -> web.StreamResponse:
        chat_id = self._chat_id(call)
        self._world.requests.append(Asked(call.method, chat_id, call.parameters, self._world.clock()))
        self._world.changes.tell()
        fault = self._trouble.take(call.method, chat_id)
        if fault is not None and not fault.after_accepting:
            return self._fail(request, fault)
        if call.method in WRITES and chat_id is not None:
            seconds = self._trouble.hold(chat_id)
            if seconds:
                await self._sleep(seconds)
        result = await self._perform(request, call)
        if fault is not None and fault.seconds:
            await self._sleep(fault.seconds)
        elif fault is not None:
            return self._fail(request, fault)
        return web.json_response({"ok": True, "result": result})

    def _chat_id(self, call: Call) -> int | None:
        try:
            return self._world.chat(call.get("chat_id")).id
        except Refused:
            return None

    def _fail(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.refusal is not None:
            raise fault.refusal
        if fault.cut:
            if request.transport is not None:
                request.transport.close()
            return web.Response()
        title = _PAGES.get(fault.status, "Error")
        page = f"<html><head><title>{fault.status} {title}</title></head></html>"
        return web.Response(status=fault.status, text=page, content_type="text/html")

    async def _perform(self, request: web.Request, call: Call) -> Json:
        if call.method == "getUpdates":
            return await self._updates(request, call)
        if call.method in ("logOut", "close"):
            self.logged_out = self.logged_out or call.method == "logOut"
            return True
        if call.method not in METHODS:
            raise misuse(f"{call.method} is not modelled by this server")
        return METHODS[call.method](self._world, call)

    async def _updates(self, request: web.Request, call: Call) -> Json:
        updates = self._world.updates
        if "allowed_updates" in call.parameters:
            updates.allowed = frozenset(call.get("allowed_updates"))
        if call.get("offset") and not updates.webhook.url:
            updates.confirm(call.get("offset"))
        limit = min(max(call.get("limit", 100), 1), 100)
        timeout = min(max(call.get("timeout", 0), 0), _LONGEST_POLL)
        return await updates.poll(limit, timeout, lambda: request.transport is not None)


async def _parameters(request: web.Request) -> dict[str, Json]:
    found: dict[str, Json] = dict(request.query)
    if request.content_type == "application/json":
        found |= await request.json()
        return found
    if request.method != "POST":
        return found
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            found[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            found[name] = value
    return {name: _attached(value, found) for name, value in found.items() if not _is_attachment(name, found)}


def _attached(value: Json, found: dict[str, Json]) -> Json:
    """Follow "attach://name" to the part of that name."""
    if isinstance(value, str) and value.startswith("attach://"):
        return found.get(value.removeprefix("attach://"), value)
    return value


def _is_attachment(name: str, found: dict[str, Json]) -> bool:
    return f"attach://{name}" in found.values()


def _refusal(refusal: Refused) -> web.Response:
    body: dict[str, Json] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return web.json_response(body, status=refusal.code)
