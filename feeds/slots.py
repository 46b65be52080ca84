"""Who may ask now: a few requests to one host at once, and a bounded number of requests in all."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

LATELY = 30.0  # seconds after its last request in which a host counts as asked lately
_TIDY = 1024  # hosts known before the idle ones are forgotten


@dataclass(slots=True)
class _Host:
    turns: asyncio.Semaphore
    users: int = 0  # waiting and asking
    left: float = 0.0  # when the last one was done


class Slots:
    """Turns for hosts, first come first served. Knows names only: opens nothing and keeps no connection.

    A slot of the host is taken before one of all, so a crowded host never keeps others waiting.
    """

    def __init__(self, per_host: int, overall: int) -> None:
        self._per_host = per_host
        self._overall = asyncio.Semaphore(overall)
        self._hosts: dict[str, _Host] = {}

    def __len__(self) -> int:
        """Return how many hosts are remembered."""
        return len(self._hosts)

    async def take(self, name: str, now: float) -> bool:
        """Wait for a turn and return whether this host is asked often: then a connection is worth keeping."""
        host = self._hosts.get(name)
        often = host is not None and (host.users > 0 or now - host.left < LATELY)
        if host is None:
            self._tidy(now)
            host = self._hosts[name] = _Host(asyncio.Semaphore(self._per_host))
        host.users += 1
        try:
            await host.turns.acquire()
            try:
                await self._overall.acquire()
            except BaseException:
                host.turns.release()
                raise
        except BaseException:
            host.users -= 1
            raise
        return often

    def give(self, name: str, now: float) -> None:
        """Give the turn back; `now` is the same clock's as in `take`, in seconds."""
        host = self._hosts[name]
        host.users -= 1
        host.left = now
        self._overall.release()
        host.turns.release()

    def _tidy(self, now: float) -> None:
        if len(self._hosts) < _TIDY:
            return
        idle = [name for name, host in self._hosts.items() if not host.users and now - host.left >= LATELY]
        for name in idle:
            del self._hosts[name]
