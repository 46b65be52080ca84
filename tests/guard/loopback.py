"""Refuse, and record, what would leave the machine: a connection, a datagram, a question to a name server.

CPython announces these calls to audit hooks before it makes them, so a refused call sends nothing. An audit
hook stays for the life of its process; it sees every library that goes through Python's `socket`.
"""

from __future__ import annotations

import ipaddress
import socket
import sys
from pathlib import Path

RECORD_VARIABLE = "GUARD_RECORD"

_ADDRESSED = ("socket.connect", "socket.sendto", "socket.sendmsg")  # arguments: socket, address
_NAMED = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")  # first argument: a host
_IPV4_LOOPBACK = ipaddress.IPv4Network("127.0.0.0/8")


class LeftLoopback(RuntimeError):
    """Something tried to reach beyond 127.0.0.0/8 and ::1; no OSError: nothing may take it for bad luck."""


class Guard:
    """An audit hook that refuses and records; `record` is a file that outlives a child process."""

    def __init__(self, record: Path | None = None) -> None:
        self._record = record
        self._breaches: list[str] = []

    def install(self) -> None:
        """Watch this process from now on; there is no way back."""
        sys.addaudithook(self._hook)

    def take(self) -> list[str]:
        """Return what was refused since the last call, one sentence each."""
        taken, self._breaches = self._breaches, []
        return taken

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if not event.startswith("socket."):
            return
        target = breach(event, arguments)
        if target is None:
            return
        sentence = f"{event} to {target!r}"
        self._breaches.append(sentence)
        if self._record is not None:
            with self._record.open("a", encoding="utf-8") as file:
                file.write(sentence + "\n")
        raise LeftLoopback(sentence)


def breach(event: str, arguments: tuple[object, ...]) -> object | None:
    """Return the target of an audited call that would leave the machine, None for every other call."""
    if event in _ADDRESSED and _is_internet(arguments[0]):
        address = arguments[1]
        # sendmsg on a connected socket names no address: its connect was judged
        host = address[0] if isinstance(address, tuple) else address
        return None if host is None or _is_loopback(host) else host
    if event in _NAMED:
        host = arguments[0]
        return (
            None if host is None or _needs_no_server(host, literals=event != "socket.gethostbyaddr") else host
        )
    if event == "socket.getnameinfo" and isinstance(arguments[0], tuple):
        host = arguments[0][0]
        return None if _is_loopback(host) else host
    return None


def _is_internet(sock: object) -> bool:
    return isinstance(sock, socket.socket) and sock.family in (socket.AF_INET, socket.AF_INET6)


def _needs_no_server(host: object, literals: bool) -> bool:
    """Tell whether a host is resolved without asking anyone: this machine, or an address already."""
    return _is_loopback(host) or (literals and _is_literal(_name(host)))


def _is_loopback(host: object) -> bool:
    name = _name(host)
    if name in ("", "localhost"):
        return name == "localhost"
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        return address == ipaddress.IPv6Address("::1") or (mapped is not None and mapped in _IPV4_LOOPBACK)
    return address in _IPV4_LOOPBACK


def _is_literal(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        pass
    else:
        return True
    try:
        socket.inet_aton(name)  # "127.1", "0x7f000001": old spellings that getaddrinfo reads without a server
    except (OSError, UnicodeError):
        return False
    return True


def _name(host: object) -> str:
    if isinstance(host, bytes | bytearray):
        return bytes(host).decode("ascii", "replace").lower()
    try:
        return str(host).encode("idna").decode("ascii").lower()  # as `socket` does, full-width digits too
    except UnicodeError:
        return str(host)
