"""What keeps the house in order: the heartbeat, and forgetting what is old."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from errors import AlreadyRunning
from store import (
    broadcasts,
    chats,
    consents,
    deliveries,
    erasing,
    held,
    items,
    outages,
    over,
    proposals,
    push,
    settings,
    sources,
    troubles,
    watches,
)
from store.database import Database

HEARTBEAT_EVERY = timedelta(seconds=10)
TIDY_EVERY = timedelta(minutes=10)
KEPT_WITHOUT = timedelta(days=30)
"""How long a chat is kept that has blocked Hark or thrown it out: it may come back."""


@dataclass(frozen=True, slots=True)
class Housekeeper:
    """The steps that look after the store."""

    database: Database
    clock: Callable[[], datetime]
    retention: timedelta
    stop: Callable[[AlreadyRunning], None]  # called when another Hark has the database

    async def heartbeat(self) -> bool:
        """Write that this process is alive and alone. Returns False: once is enough. Raises StoreError."""
        try:
            await self.database.keep_alone()
        except AlreadyRunning as error:
            self.stop(error)
            return False
        async with self.database.begin() as conn:
            await settings.put(conn, "heartbeat", self.clock().isoformat())
        return False

    async def tidy(self) -> bool:
        """Forget what nobody has seen for the retention time. Returns whether there may be more."""
        before = self.clock() - self.retention
        async with self.database.begin() as conn:
            gone = await items.forget(conn, before, await items.listed(conn))
            await deliveries.forget(conn, before)
            await held.forget(conn, before)
            await over.forget(conn, before)
            await troubles.forget(conn, self.clock() - troubles.KEPT)
            await erasing.erase(conn, await chats.lost_since(conn, self.clock() - KEPT_WITHOUT))
            await consents.forget(conn, before)
            await proposals.forget(conn, before)
            await broadcasts.forget(conn, before)
            await watches.forget_deleted(conn)
            await outages.forget_unread(conn)
            await push.forget_unread(conn)
            await sources.drop_unused(conn)
        await self.database.checkpoint()
        return gone > 0
