"""A network that is only written down: names as a test gives them, sockets for loopback alone."""

from __future__ import annotations

import errno
import socket
from collections.abc import Sequence
from ipaddress import ip_address

import aiohttp


class Dialler:
    """Records every address that is about to be dialled, and makes a socket only for one on loopback."""

    def __init__(self) -> None:
        self.dialled: list[str] = []

    def __call__(self, info: aiohttp.AddrInfoType) -> socket.socket:
        """Return a socket; raises OSError, as a closed port would, for whatever is not loopback."""
        address = str(info[4][0])
        self.dialled.append(address)
        if not ip_address(address).is_loopback:
            raise ConnectionRefusedError(errno.ECONNREFUSED, "closed")
        return socket.socket(info[0], info[1], info[2])


class Names:
    """A resolver that knows what it was told: `answers[name]` is one list a lookup, the last for ever."""

    def __init__(self, answers: dict[str, list[Sequence[str]]] | None = None) -> None:
        self.answers = answers or {}
        self.asked: list[str] = []

    async def __call__(self, host: str, _: int) -> Sequence[str]:
        """Return the addresses of a name; raises OSError when it is not known."""
        self.asked.append(host)
        answers = self.answers.get(host)
        if not answers:
            raise OSError(errno.ENOENT, "no such name")
        return answers.pop(0) if len(answers) > 1 else answers[0]
