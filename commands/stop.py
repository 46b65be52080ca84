"""What ends a run."""

from __future__ import annotations

import asyncio

from errors import HarkError


class Stop:
    """Set by a signal, or by something that cannot be mended by going on."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self.error: HarkError | None = None

    def __call__(self, error: HarkError | None = None) -> None:
        """End the run, because of `error` if there is one."""
        self.error = self.error or error
        self._event.set()

    async def wait(self) -> None:
        """Return when the run is to end."""
        await self._event.wait()
