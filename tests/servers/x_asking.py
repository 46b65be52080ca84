"""A bare client of the loopback X, for the tests of the server itself."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from tests.servers.x import TOKEN, XServer
from tests.servers.x_parameters import RULES, SEARCH, STREAM

_PATIENCE = aiohttp.ClientTimeout(total=10)


@dataclass(frozen=True, slots=True)
class Told:
    """What X answered."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def body(self) -> Any:
        """The answer as JSON."""
        return json.loads(self.text)

    @property
    def texts(self) -> list[str]:
        """The posts of the answer."""
        return [post["text"] for post in self.body.get("data", [])]

    @property
    def reason(self) -> str:
        """The message of a 400."""
        return str(self.body["errors"][0]["message"])


async def ask(x: XServer, route: str, sent: Mapping[str, str] | None = None, token: str = TOKEN) -> Told:
    """Ask X; what the path holds is taken from `sent`."""
    given = dict(sent or {})
    path = re.sub(r"\{(\w+)\}", lambda name: given.pop(name[1]), route)
    async with (
        aiohttp.ClientSession(timeout=_PATIENCE) as session,
        session.get(x.url + path, params=given, headers=_signed(token)) as response,
    ):
        return Told(response.status, response.headers, await response.text())


async def search(x: XServer, query: str, **more: str) -> Told:
    """Search for posts."""
    return await ask(x, SEARCH, {"query": query, **more})


async def pages(x: XServer, query: str, **more: str) -> list[list[str]]:
    """Search for posts, all pages."""
    told = await search(x, query, **more)
    found = [told.texts]
    while token := told.body["meta"].get("next_token"):
        told = await search(x, query, next_token=token, **more)
        found.append(told.texts)
    return found


async def change_rules(x: XServer, body: object, sent: Mapping[str, str] | None = None) -> Told:
    """Add or delete rules of the stream."""
    async with (
        aiohttp.ClientSession(timeout=_PATIENCE) as session,
        session.post(x.url + RULES, params=sent, json=body, headers=_signed(TOKEN)) as response,
    ):
        return Told(response.status, response.headers, await response.text())


@asynccontextmanager
async def listening(x: XServer, sent: Mapping[str, str] | None = None) -> AsyncIterator[Listener]:
    """Connect to the stream."""
    async with (
        aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None)) as session,
        session.get(x.url + STREAM, params=sent, headers=_signed(TOKEN)) as response,
    ):
        yield Listener(response)


class Listener:
    """One connection to the stream."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self.status = response.status
        self._response = response

    async def line(self) -> str:
        """Return the next line; "" for a sign of life, "end" when the stream is over."""
        read = await asyncio.wait_for(self._response.content.readline(), 10)
        return read.decode().removesuffix("\r\n") if read else "end"

    async def post(self) -> Any:
        """Return the next line as JSON."""
        return json.loads(await self.line())

    async def whole(self) -> Any:
        """Return an answer that is no stream."""
        return json.loads(await self._response.text())


def _signed(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}
