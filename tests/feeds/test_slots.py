"""Turns of hosts: who waits, who does not, what is forgotten."""

from __future__ import annotations

import asyncio

from feeds.slots import LATELY, Slots


async def test_a_host_counts_as_asked_often_for_a_while() -> None:
    """A host asked again within half a minute keeps its connection; later it is a stranger again."""
    slots = Slots(per_host=2, overall=8)

    first = await slots.take("example.com", now=0)
    meanwhile = await slots.take("example.com", now=1)
    for _ in range(2):
        slots.give("example.com", now=2)
    soon = await slots.take("example.com", now=2 + LATELY / 2)
    slots.give("example.com", now=20)
    late = await slots.take("example.com", now=20 + LATELY)

    assert [first, meanwhile, soon, late] == [False, True, True, False]


async def test_turns_come_in_order() -> None:
    """Sources of one host are polled in the order in which they came due."""
    slots = Slots(per_host=1, overall=8)
    served: list[int] = []

    async def visit(number: int) -> None:
        await slots.take("example.com", now=0)
        served.append(number)
        slots.give("example.com", now=0)

    await slots.take("example.com", now=0)
    waiting = [asyncio.create_task(visit(number)) for number in range(5)]
    await asyncio.wait(waiting, timeout=0)
    slots.give("example.com", now=0)
    await asyncio.gather(*waiting)

    assert served == [0, 1, 2, 3, 4]


async def test_a_host_that_waits_for_room_holds_no_turn_when_called_off() -> None:
    """A poll called off while it waits leaves the host and the rest as if it had never come."""
    slots = Slots(per_host=1, overall=1)
    await slots.take("one.example", now=0)
    waiting = asyncio.create_task(slots.take("two.example", now=0))
    await asyncio.wait([waiting], timeout=0)

    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    slots.give("one.example", now=0)

    async with asyncio.timeout(1):
        await slots.take("two.example", now=0)


async def test_thousands_of_hosts_are_forgotten_when_idle() -> None:
    """A Hark that has seen many hosts does not remember them all for ever."""
    slots = Slots(per_host=1, overall=1)
    for number in range(5000):
        await slots.take(f"{number}.example", now=number)
        slots.give(f"{number}.example", now=number)

    assert len(slots) < 2000
