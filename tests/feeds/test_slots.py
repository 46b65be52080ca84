"""Turns of hosts: who waits, who does not, what is forgotten."""

from __future__ import annotations

import asyncio

from feeds.slots import LATELY, Slots


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


async def test_a_host_counts_as_asked_often_for_a_while() -> None:
    """A host asked again within half a minute keeps its connection; later it is a stranger again."""
    clock = Clock()
    slots = Slots(per_host=2, overall=8, clock=clock)

    first = await slots.take("example.com")
    clock.now = 1
    meanwhile = await slots.take("example.com")
    clock.now = 2
    for _ in range(2):
        slots.give("example.com")
    clock.now = 2 + LATELY / 2
    soon = await slots.take("example.com")
    clock.now = 20
    slots.give("example.com")
    clock.now = 20 + LATELY
    late = await slots.take("example.com")

    assert [first, meanwhile, soon, late] == [False, True, True, False]


async def test_one_host_is_asked_at_its_pace_and_others_meanwhile() -> None:
    """Requests to one host begin a while apart, whoever asks; another host, and one's own, do not wait."""
    loop = asyncio.get_running_loop()
    slots = Slots(per_host=2, overall=8, clock=loop.time, pace=0.03)
    begun: dict[str, list[float]] = {"crowd.example": [], "other.example": [], "own.example": []}

    async def visit(name: str) -> None:
        await slots.take(name, paced=name != "own.example")
        begun[name].append(loop.time())
        slots.give(name)

    start = loop.time()
    crowd = [asyncio.create_task(visit("crowd.example")) for _ in range(5)]
    await asyncio.wait(crowd, timeout=0)
    ahead = slots.wait("crowd.example")
    await visit("other.example")
    for _ in range(5):
        await visit("own.example")
    own, waiting = loop.time(), sum(not task.done() for task in crowd)
    await asyncio.gather(*crowd)

    times = begun["crowd.example"]
    assert all(time >= start + 0.03 * number - 0.001 for number, time in enumerate(times))
    assert 0 < ahead <= 0.15
    assert slots.wait("other.example") <= 0.03
    assert waiting > 0 or own > times[-1]


async def test_turns_come_in_order() -> None:
    """Sources of one host are polled in the order in which they came due."""
    slots = Slots(per_host=1, overall=8, clock=Clock())
    served: list[int] = []

    async def visit(number: int) -> None:
        await slots.take("example.com")
        served.append(number)
        slots.give("example.com")

    await slots.take("example.com")
    waiting = [asyncio.create_task(visit(number)) for number in range(5)]
    await asyncio.wait(waiting, timeout=0)
    slots.give("example.com")
    await asyncio.gather(*waiting)

    assert served == [0, 1, 2, 3, 4]


async def test_a_host_that_waits_for_room_holds_no_turn_when_called_off() -> None:
    """A poll called off while it waits leaves the host and the rest as if it had never come."""
    slots = Slots(per_host=1, overall=1, clock=Clock())
    await slots.take("one.example")
    waiting = asyncio.create_task(slots.take("two.example"))
    await asyncio.wait([waiting], timeout=0)

    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    slots.give("one.example")

    async with asyncio.timeout(1):
        await slots.take("two.example")


async def test_thousands_of_hosts_are_forgotten_when_idle() -> None:
    """A Hark that has seen many hosts does not remember them all for ever."""
    clock = Clock()
    slots = Slots(per_host=1, overall=1, clock=clock)
    for number in range(5000):
        clock.now = number
        await slots.take(f"{number}.example")
        slots.give(f"{number}.example")

    assert len(slots) < 2000
