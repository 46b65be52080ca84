"""The guard itself: what it lets through, what it refuses, and that children have it too."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guard.loopback import Guard, LeftLoopback, breach

_ALLOWED = ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1", "localhost", "LOCALHOST", b"localhost"]
_BEYOND = [
    "192.0.2.1",
    "10.0.0.1",
    "0.0.0.0",  # noqa: S104 - nothing is bound
    "",
    "169.254.169.254",
    "2001:db8::1",
    "::ffff:192.0.2.1",
    "feed.test",
]


@pytest.mark.parametrize("host", _ALLOWED)
def test_loopback_is_open(host: str | bytes) -> None:
    """A test may connect to this machine under each of its names."""
    with socket.socket() as sock:
        assert breach("socket.connect", (sock, (host, 80))) is None
        assert breach("socket.getaddrinfo", (host, 80, 0, 0, 0)) is None


@pytest.mark.parametrize("event", ["socket.connect", "socket.sendto", "socket.sendmsg"])
@pytest.mark.parametrize("host", _BEYOND)
def test_everything_else_is_closed(event: str, host: str) -> None:
    """A connection or a datagram to any other machine is refused."""
    with socket.socket() as sock:
        assert breach(event, (sock, (host, 80))) == host


def test_unix_sockets_are_open() -> None:
    """A socket in the file system stays on this machine, whatever its name."""
    with socket.socket(socket.AF_UNIX) as sock:
        assert breach("socket.connect", (sock, "/run/192.0.2.1")) is None


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "127.1", "0x7f000001", b"10.0.0.1", None])
def test_literal_addresses_are_resolved(host: str | bytes | None) -> None:
    """Reading an address that is written out asks no name server."""
    assert breach("socket.getaddrinfo", (host, 80, 0, 0, 0)) is None


@pytest.mark.parametrize("host", ["feed.test", "localhost.test", "foo.localhost", b"feed.test", "例え.test"])
def test_names_are_not_looked_up(host: str | bytes) -> None:
    """A question to a name server is refused before it is asked."""
    assert breach("socket.getaddrinfo", (host, 80, 0, 0, 0)) == host
    assert breach("socket.gethostbyname", (host,)) == host


def test_reverse_questions_are_refused() -> None:
    """Asking for the name of an address elsewhere is a question to a name server too."""
    assert breach("socket.gethostbyaddr", ("192.0.2.1",)) == "192.0.2.1"
    assert breach("socket.getnameinfo", (("192.0.2.1", 80),)) == "192.0.2.1"
    assert breach("socket.gethostbyaddr", ("127.0.0.1",)) is None


def test_a_real_connection_is_refused_and_recorded(network_guard: Guard) -> None:
    """A connection to another machine fails at once, and the test would fail even if that were swallowed."""
    with socket.socket() as sock:
        with pytest.raises(LeftLoopback):
            sys.audit("socket.connect", sock, ("192.0.2.1", 9))  # announced only: proves the guard is there
        with pytest.raises(LeftLoopback):
            sock.connect(("192.0.2.1", 9))

    assert network_guard.take() == ["socket.connect to '192.0.2.1'"] * 2


async def test_asyncio_is_guarded(network_guard: Guard) -> None:
    """Connections and lookups of the event loop are refused like all others."""
    with pytest.raises(LeftLoopback):
        await asyncio.open_connection("192.0.2.1", 9)
    with pytest.raises(LeftLoopback):
        await asyncio.open_connection("feed.test", 9)

    assert len(network_guard.take()) == 2


_CHILD = """
import os, socket
assert not [name for name in os.environ if name.startswith(("TELEGRAM_", "X_", "HARK_"))]
server = socket.create_server(("127.0.0.1", 0))
socket.create_connection(server.getsockname()).close()
try:
    socket.create_connection(("192.0.2.1", 9))
except RuntimeError as refusal:
    print(refusal)
"""


def test_child_processes_are_guarded(child_environment: dict[str, str], guard_record: Path) -> None:
    """A process that a test starts is refused the same, and leaves a record for the test to fail by."""
    child = [sys.executable, "-c", _CHILD]
    result = subprocess.run(
        child, env=child_environment, capture_output=True, text=True, timeout=60, check=True
    )

    record = guard_record.read_text(encoding="utf-8")
    guard_record.unlink()  # this breach was meant
    assert result.stderr == ""
    assert result.stdout == record == "socket.connect to '192.0.2.1'\n"
