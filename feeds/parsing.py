"""Parsing in other processes: each has a deadline and a memory limit; one that breaks them is replaced.

Small documents are read by one process in turn, large ones by another that lives as long as there are any.
Only while one is stuck does a further process stand in: what is made to hurt keeps nobody else waiting.
"""

from __future__ import annotations

import asyncio
import pickle
import socket
import struct
import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from math import inf
from pathlib import Path

from model import Document, Failure, FailureReason

SIZE = struct.Struct(">Q")
"""What stands before each message between the processes: its length in bytes."""

HELLO = b"!"
"""What a process says when it is there."""

_START = 60.0  # seconds
_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Work:
    """A document to be parsed, as `feeds.rss.parse` takes it."""

    body: bytes
    content_type: str
    url: str
    known: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Read:
    """What a process answers."""

    outcome: Document | Failure
    swollen: bool  # the document left the process so large that a new one is cheaper


@dataclass(frozen=True, slots=True)
class ParseLimits:
    """How far the parsing of one document may go."""

    deadline: timedelta = timedelta(seconds=15)
    memory: int = 768 * 2**20  # bytes of address space, the interpreter's own 100 MiB among them
    patience: timedelta = timedelta(seconds=0.3)  # a process that needs longer is stuck: another stands in
    small: int = 512 * 1024  # bytes of a document that no large one may delay
    processes: int = 3  # for small documents, and as many for large ones


Parse = Callable[[Work], Awaitable[Document | Failure]]
"""Parses off the loop; never raises for what a document holds."""


class _Died(Exception):
    """The process ended before it answered."""


class _Process:
    """One process, started at once."""

    def __init__(self, memory: int) -> None:
        self.began = inf  # with what it does now, on the loop's clock
        self._ready = False
        self._socket, theirs = socket.socketpair()
        self._socket.setblocking(False)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module, nothing of the document
                [sys.executable, "-m", "feeds.parse_process", str(memory)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=_ROOT,
            )

    async def ready(self) -> None:
        """Wait until it is there, as long as a busy machine may need for that; raises _Died."""
        if not self._ready:
            try:
                async with asyncio.timeout(_START):
                    await self._exactly(len(HELLO))
            except TimeoutError:
                raise _Died from None
            self._ready = True
        self.began = asyncio.get_running_loop().time()

    async def ask(self, message: bytes) -> Read:
        """Return the answer to a pickled Work; raises _Died."""
        loop = asyncio.get_running_loop()
        try:
            await loop.sock_sendall(self._socket, SIZE.pack(len(message)))
            await loop.sock_sendall(self._socket, message)
        except OSError as error:
            raise _Died from error
        [size] = SIZE.unpack(await self._exactly(SIZE.size))
        read = pickle.loads(await self._exactly(size))  # noqa: S301 - written by our own process
        if not isinstance(read, Read):
            raise _Died
        return read

    async def _exactly(self, size: int) -> bytearray:
        loop = asyncio.get_running_loop()
        whole = bytearray(size)
        view, filled = memoryview(whole), 0
        while filled < size:
            try:
                got = await loop.sock_recv_into(self._socket, view[filled:])
            except OSError as error:
                raise _Died from error
            if not got:
                raise _Died
            filled += got
        return whole

    def end(self) -> None:
        """Kill it, whatever it does."""
        self._socket.close()
        self._process.kill()
        self._process.wait()


class Parsers:
    """Parses documents in other processes; starts none before there is one to parse."""

    def __init__(self, limits: ParseLimits | None = None) -> None:
        self._limits = limits or ParseLimits()
        self._small = _Lane(self._limits, keeps=1)
        self._large = _Lane(self._limits, keeps=0)

    async def __call__(self, work: Work) -> Document | Failure:
        """Return the entries of a document; TOO_HEAVY when it takes too much time or memory.

        Raises OSError when the system starts no process.
        """
        lane = self._small if len(work.body) <= self._limits.small else self._large
        return await lane.read(pickle.dumps(work, pickle.HIGHEST_PROTOCOL))

    def close(self) -> None:
        """End every process; what is being parsed is given up."""
        self._small.close()
        self._large.close()


class _Lane:
    """Processes that share a queue; `keeps` of them stay when there is nothing to do."""

    def __init__(self, limits: ParseLimits, keeps: int) -> None:
        self._limits = limits
        self._keeps = keeps
        self._waiting = 0
        self._idle: list[_Process] = []
        self._busy: set[_Process] = set()
        self._turn = asyncio.Lock()  # whoever holds it has the next process that is free
        self._freed = asyncio.Event()

    async def read(self, message: bytes) -> Document | Failure:
        """Return what a pickled Work comes to."""
        for _ in range(2):  # a process may be killed for what others do: no fault of the document
            self._waiting += 1
            try:
                process = await self._take()
            finally:
                self._waiting -= 1
            try:
                await process.ready()
                async with asyncio.timeout(self._limits.deadline.total_seconds()):
                    read = await process.ask(message)
            except TimeoutError:
                self._give(process, ended=True)
                break
            except _Died:
                self._give(process, ended=True)
            except BaseException:
                self._give(process, ended=True)
                raise
            else:
                self._give(process, ended=read.swollen)
                return read.outcome
        return Failure(FailureReason.TOO_HEAVY)

    def close(self) -> None:
        """End every process."""
        for process in (*self._idle, *self._busy):
            process.end()
        self._idle.clear()
        self._busy.clear()

    async def _take(self) -> _Process:
        time = asyncio.get_running_loop().time
        async with self._turn:
            while not self._idle and not self._lacks(time()):
                self._freed.clear()
                try:
                    async with asyncio.timeout(self._limits.patience.total_seconds()):
                        await self._freed.wait()
                except TimeoutError:
                    continue
            process = self._idle.pop() if self._idle else _Process(self._limits.memory)
            self._busy.add(process)
            return process

    def _lacks(self, now: float) -> bool:
        """Say whether a further process is called for: all that there are have long been busy."""
        patience = self._limits.patience.total_seconds()
        stuck = all(now - process.began >= patience for process in self._busy)
        return stuck and len(self._busy) < self._limits.processes

    def _give(self, process: _Process, *, ended: bool) -> None:
        self._busy.discard(process)
        process.began = inf
        if ended or len(self._idle) >= max(self._keeps, self._waiting):
            process.end()
        else:
            self._idle.append(process)
        self._freed.set()
