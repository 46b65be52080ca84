"""Hark's purse for X: the ledger in the store, the operator's budget and X's prices, as a meter.

Each reservation and each settlement is one small transaction, so that a kill at any moment leaves the ledger
right: what is held back counts as spent until it is settled, or released at the next start.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from feeds.x_budget import Level, Prices, Standing, affordable, standing
from feeds.x_meter import Held
from model import Bought, Failure, FailureReason, Resource
from store import spending
from store.database import Database

_NOTHING = Bought(Resource.POST, ())


class Purse:
    """Pays for X."""

    def __init__(
        self, database: Database, prices: Prices, budget: int | None, clock: Callable[[], datetime]
    ) -> None:
        """Spend at most `budget` millionths of a dollar a month, None: whatever it costs."""
        self._database = database
        self._prices = {
            Resource.POST: prices.post,
            Resource.USER: prices.user,
            Resource.COUNTS: prices.counts,
        }
        self._budget = budget
        self._clock = clock
        self._spare: Held | None = None  # held back for posts, and not needed by the call that it was for
        self._spares = False

    @property
    def post(self) -> int:
        """What a post costs."""
        return self._prices[Resource.POST]

    async def open(self) -> None:
        """Release what a process that died had held back. Raises StoreError."""
        async with self._database.begin() as conn:
            await spending.release_left(conn, self._clock())

    async def standing(self) -> Standing:
        """Return how the money stands. Raises StoreError."""
        now = self._clock()
        async with self._database.read() as conn:
            return standing(await spending.spending(conn, now), self._budget, now)

    async def reserve(self, kind: Resource, most: int, least: int, *, extra: bool = False) -> Held | Failure:
        """Hold back the price of up to `most`, as the meter says. Raises StoreError."""
        spare = self._spare
        if spare is not None and not extra and (kind, most) == (Resource.POST, spare.count):
            self._spare = None
            return spare
        now, price = self._clock(), self._prices[kind]
        async with self._database.begin() as conn:
            found = standing(await spending.spending(conn, now), self._budget, now)
            count = affordable(found.left, price, most, least)
            if not count or (extra and found.level >= Level.SHORT):
                return Failure(FailureReason.X_BUDGET)
            return Held(await spending.reserve(conn, count * price, now), count)

    async def settle(self, held: Held, bought: Bought) -> frozenset[str]:
        """Count what came; return what had not been billed yet today. Raises StoreError."""
        if self._spares and self._spare is None and bought == _NOTHING:
            self._spare = held
            return frozenset()
        async with self._database.begin() as conn:
            done = await spending.settle(conn, held.number, bought, self._prices[bought.kind], self._clock())
        return done.billed

    @asynccontextmanager
    async def round(self) -> AsyncIterator[None]:
        """Let calls that bring no posts, the most of them, hand on what was held back for them, in the block.

        So a round of searches writes to the store for what it buys, not for what it asks. Raises StoreError.
        """
        self._spares = True
        try:
            yield
        finally:
            self._spares = False
            if (spare := self._spare) is not None:
                self._spare = None
                async with self._database.begin() as conn:
                    await spending.settle(conn, spare.number, _NOTHING, self.post, self._clock())
