"""What a call to X must pass: the most that it may cost is held back before, what came is counted after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from model import Bought, Failure, Resource


@dataclass(frozen=True, slots=True)
class Held:
    """What may be asked for."""

    number: int  # of the reservation
    count: int  # how many resources, at most as many as were wanted


class Meter(Protocol):
    """Counts what X bills."""

    async def reserve(self, kind: Resource, most: int, least: int, *, extra: bool = False) -> Held | Failure:
        """Hold back the price of up to `most`; X_BUDGET when not even `least` can be paid.

        `extra` is refused as soon as money runs short.
        """

    async def settle(self, held: Held, bought: Bought) -> frozenset[str]:
        """Count what came; return those of `bought` that had not been billed yet today."""


class Unmetered:
    """Lets every call pass: for a try from the terminal, which is not part of a running Hark."""

    async def reserve(self, kind: Resource, most: int, least: int, *, extra: bool = False) -> Held | Failure:
        """Allow what is wanted."""
        return Held(0, most)

    async def settle(self, held: Held, bought: Bought) -> frozenset[str]:
        """Return everything."""
        return frozenset(bought.resources)
