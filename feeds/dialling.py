"""How a name becomes a connection: looked up once, every address judged, and the judged one dialled.

aiohttp does not ask its resolver about addresses written in a URL, so the socket factory, which sees the very
address that is about to be connected to, judges again. Between the two there is no second lookup to lie to.
"""

from __future__ import annotations

import asyncio
import errno
import socket
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from feeds.addresses import LOOPBACK, Network, is_localhost, is_public, may_dial

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]  # (name, port) to its addresses; raises OSError
Connect = Callable[[aiohttp.AddrInfoType], socket.socket]  # makes the socket that will be connected

_LOOKUPS = 64  # questions to the system's resolver at once
_OF_EACH_FAMILY = 2  # addresses of a name that are tried: four at most


class NotPublicAddress(OSError):
    """Refused before dialling: not everybody may reach this address, and the operator did not allow it."""

    def __init__(self) -> None:
        super().__init__(errno.EACCES, "the address is not public")


class SystemLookup:
    """Ask the operating system's resolver, each question in a thread of its own.

    The threads are daemons: a name that never answers delays neither the questions beside it nor the end of
    the process. (A ThreadPoolExecutor is joined at exit, and getaddrinfo cannot be told to stop.)
    """

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(_LOOKUPS)

    async def __call__(self, host: str, port: int) -> list[str]:
        """Return the addresses of a name; raises OSError when there is none."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[list[str]] = loop.create_future()
        await self._free.acquire()

        def settle(addresses: list[str] | None) -> None:
            self._free.release()
            if answer.done():
                return
            if addresses:
                answer.set_result(addresses)
            else:
                answer.set_exception(_no_such_name())

        def ask() -> None:
            addresses = _getaddrinfo(host, port)
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(settle, addresses)

        threading.Thread(target=ask, name=f"lookup {host}", daemon=True).start()
        return await answer


class JudgedResolver(AbstractResolver):
    """Give aiohttp the addresses of a name only if every single one may be dialled."""

    def __init__(self, resolve: Resolve, allowed: Sequence[Network], deadline: float) -> None:
        self._resolve = resolve
        self._allowed = allowed
        self._deadline = deadline
        self.own: set[str] = set()
        """Names that were found to lead to networks which only the operator's word opens."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return at most four addresses of the name; raises NotPublicAddress when any is not public."""
        if is_localhost(host):
            addresses: Sequence[str] = [str(own) for own in LOOPBACK if may_dial(own, self._allowed)]
        else:
            addresses = await self._look_up(host, port)
        if not addresses or not all(may_dial(address, self._allowed) for address in addresses):
            raise NotPublicAddress
        if all(is_public(address) for address in addresses):
            self.own.discard(host)
        else:
            self.own.add(host)
        return [_result(host, port, address) for address in _few(addresses)]

    async def close(self) -> None:
        """Keep nothing open."""

    async def _look_up(self, host: str, port: int) -> Sequence[str]:
        try:
            async with asyncio.timeout(self._deadline):
                addresses = await self._resolve(host, port)
        except TimeoutError:
            raise _no_such_name() from None
        if not addresses:
            raise _no_such_name()
        return addresses


def judged_sockets(connect: Connect | None, allowed: Sequence[Network]) -> Connect:
    """Return a socket factory that refuses, with NotPublicAddress, what may not be dialled."""
    make = connect or _make_socket

    def judged(info: aiohttp.AddrInfoType) -> socket.socket:
        if not may_dial(str(info[4][0]), allowed):
            raise NotPublicAddress
        return make(info)

    return judged


def _make_socket(info: aiohttp.AddrInfoType) -> socket.socket:
    return socket.socket(info[0], info[1], info[2])


def _getaddrinfo(host: str, port: int) -> list[str] | None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return None
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def _no_such_name() -> OSError:
    return OSError(errno.EHOSTUNREACH, "the name has no address")


def _few(addresses: Sequence[str]) -> list[str]:
    new = [address for address in addresses if ":" in address]
    old = [address for address in addresses if ":" not in address]
    return new[:_OF_EACH_FAMILY] + old[:_OF_EACH_FAMILY]


def _result(host: str, port: int, address: str) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=0)
