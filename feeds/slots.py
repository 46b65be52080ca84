"""Who may ask now: a few requests to one host at once and one a second, and a bounded number in all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

LATELY = 30.0  # seconds after its last request in which a host counts as asked lately
_TIDY = 1024  # hosts known before the idle ones are forgotten


@dataclass(slots=True)
class _Host:
    turns: asyncio.Semaphore
    users: int = 0  # waiting and asking
    left: float = 0.0  # when the last one was done
    free: float = 0.0  # when the next one may begin


class Slots:
    """Turns for hosts, first come first served. Knows names only: opens nothing and keeps no connection.

    A slot of the host is taken before one of all, so a crowded host never keeps others waiting. Two requests
    to one host begin `pace` seconds apart at least, whoever asks.
    """

    def __init__(self, per_host: int, overall: int, clock: Callable[[], float], pace: float = 0.0) -> None:
        """Give turns by `clock`, which tells seconds and only goes forward."""
        self._per_host = per_host
        self._overall = asyncio.Semaphore(overall)
        self._pace = pace
        self._clock = clock
        self._hosts: dict[str, _Host] = {}

    def __len__(self) -> int:
        """Return how many hosts are remembered."""
        return len(self._hosts)

    def wait(self, name: str) -> float:
        """Return how many seconds a request to this host would wait for its turn, as far as pace goes."""
        host = self._hosts.get(name)
        if host is None or not self._pace:
            return 0.0
        queue = max(0, host.users - self._per_host)
        return max(0.0, host.free - self._clock()) + queue * self._pace

    async def take(self, name: str, *, paced: bool = True) -> bool:
        """Wait for a turn and return whether this host is asked often: then a connection is worth keeping."""
        now = self._clock()
        host = self._hosts.get(name)
        often = host is not None and (host.users > 0 or now - host.left < LATELY)
        if host is None:
            self._tidy(now)
            host = self._hosts[name] = _Host(asyncio.Semaphore(self._per_host))
        host.users += 1
        try:
            await host.turns.acquire()
            try:
                await self._keep_pace(host, paced=paced)
                await self._overall.acquire()
            except BaseException:
                host.turns.release()
                raise
        except BaseException:
            host.users -= 1
            raise
        return often

    async def _keep_pace(self, host: _Host, *, paced: bool) -> None:
        if not paced or not self._pace:
            return
        now = self._clock()
        begin = max(now, host.free)
        host.free = begin + self._pace
        if begin > now:
            await asyncio.sleep(begin - now)

    def give(self, name: str) -> None:
        """Give the turn back."""
        host = self._hosts[name]
        host.users -= 1
        host.left = self._clock()
        self._overall.release()
        host.turns.release()

    def _tidy(self, now: float) -> None:
        if len(self._hosts) < _TIDY:
            return
        idle = [name for name, host in self._hosts.items() if not host.users and now - host.left >= LATELY]
        for name in idle:
            del self._hosts[name]
