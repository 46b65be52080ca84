"""Servers that misbehave below HTTP: each connection gets one script, everything asked is remembered."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Self

Script = Callable[[asyncio.StreamReader, asyncio.StreamWriter, asyncio.Event], Awaitable[None]]


class RudeServer:
    """A listener on a loopback address that plays a script to everyone; `requests` are the heads it got."""

    def __init__(
        self,
        script: Script,
        host: str = "127.0.0.1",
        *,
        reads: bool = True,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.requests: list[str] = []
        self.connections = 0
        self._script = script
        self._host = host
        self._tls = tls
        self._reads = reads  # else the script starts before anything was asked
        self._closing = asyncio.Event()
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()

    @property
    def port(self) -> int:
        """Return the port it listens on."""
        assert self._server is not None
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    @property
    def url(self) -> str:
        """Return its address, with the slash at the end."""
        return f"{'https' if self._tls else 'http'}://{self._host}:{self.port}/"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, self._host, 0, ssl=self._tls)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._closing.set()
        assert self._server is not None
        self._server.close()
        await asyncio.gather(*self._open)
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        self.connections += 1
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                if self._reads:
                    head = await reader.readuntil(b"\r\n\r\n")
                    self.requests.append(head.decode("latin-1"))
                await self._script(reader, writer, self._closing)
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()
            self._open.discard(task)


def says(answer: bytes) -> Script:
    """Answer with these bytes and close."""

    async def script(_: asyncio.StreamReader, writer: asyncio.StreamWriter, __: asyncio.Event) -> None:
        writer.write(answer)
        await writer.drain()

    return script


def drips(start: bytes, drop: bytes, every: float) -> Script:
    """Answer with `start`, then one `drop` every so many seconds for ever."""

    async def script(_: asyncio.StreamReader, writer: asyncio.StreamWriter, closing: asyncio.Event) -> None:
        writer.write(start)
        while not closing.is_set() and not writer.is_closing():
            await writer.drain()
            with suppress(TimeoutError):
                await asyncio.wait_for(closing.wait(), every)
            writer.write(drop)

    return script


def floods(start: bytes, block: bytes) -> Script:
    """Answer with `start`, then `block` after `block` as fast as they are taken."""

    async def script(_: asyncio.StreamReader, writer: asyncio.StreamWriter, closing: asyncio.Event) -> None:
        writer.write(start)
        while not closing.is_set() and not writer.is_closing():
            writer.write(block)
            await writer.drain()

    return script


def is_silent() -> Script:
    """Say nothing, and keep the connection."""

    async def script(reader: asyncio.StreamReader, _: asyncio.StreamWriter, closing: asyncio.Event) -> None:
        ended = asyncio.ensure_future(reader.read())
        stopped = asyncio.ensure_future(closing.wait())
        await asyncio.wait((ended, stopped), return_when=asyncio.FIRST_COMPLETED)
        for task in (ended, stopped):
            task.cancel()
        await asyncio.gather(ended, stopped, return_exceptions=True)

    return script
