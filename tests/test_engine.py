"""Who runs a step, and when."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
import structlog

from engine import Embedded
from errors import StoreError

SELDOM = timedelta(hours=1)
OFTEN = timedelta(seconds=0.05)


@dataclass
class Work:
    """A step whose runs a test can count, hold and let fail."""

    rows: int = 0  # what is there to be done
    runs: int = 0
    at_once: int = 0
    most_at_once: int = 0
    fails: Exception | None = None
    free: asyncio.Event = field(default_factory=asyncio.Event)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def __post_init__(self) -> None:
        self.free.set()

    async def step(self) -> bool:
        """Do one row."""
        self.runs += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await self._tell()
            await self.free.wait()
            if self.fails is not None:
                raise self.fails
        finally:
            self.at_once -= 1
        self.rows -= min(self.rows, 1)
        await self._tell()
        return self.rows > 0

    async def _tell(self) -> None:
        async with self.changed:
            self.changed.notify_all()

    async def runs_on(self, times: int) -> None:
        """Wait until it has begun so many times more."""
        seen = self.runs
        await self.until(lambda: self.runs >= seen + times)

    async def until(self, look: Callable[[], bool]) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(5), self.changed:
            await self.changed.wait_for(look)


@pytest.fixture
async def engine() -> AsyncIterator[Embedded]:
    """An engine that is stopped at the end."""
    made = Embedded()
    yield made
    await made.stop()


async def test_every_step_runs_at_once_at_the_start(engine: Embedded) -> None:
    """What was due while Hark was down is taken up at the start, not one interval later."""
    one, two = Work(), Work()
    engine.add("one", one.step, SELDOM)
    engine.add("two", two.step, SELDOM)

    engine.start()

    await one.until(lambda: one.runs == 1)
    await two.until(lambda: two.runs == 1)


async def test_a_step_runs_until_there_is_nothing_left(engine: Embedded) -> None:
    """A step that says there may be more is asked again at once."""
    work = Work(rows=5)
    engine.add("work", work.step, SELDOM)

    engine.start()

    await work.until(lambda: work.rows == 0)
    assert work.runs == 5


async def test_a_step_runs_again_and_again(engine: Embedded) -> None:
    """The clock looks at the rows without being asked."""
    work = Work()
    engine.add("work", work.step, OFTEN)

    engine.start()

    await work.until(lambda: work.runs >= 3)


async def test_a_wake_runs_the_step_now(engine: Embedded) -> None:
    """Who has work for a step does not wait for the clock."""
    work = Work()
    engine.add("work", work.step, SELDOM)
    engine.start()
    await work.until(lambda: work.runs == 1)

    engine.wake(None, "work")

    await work.until(lambda: work.runs == 2)


async def test_a_wake_while_the_step_runs_is_not_lost(engine: Embedded) -> None:
    """Work that comes up while a step is at its last row is found by a further look."""
    work = Work()
    work.free.clear()
    engine.add("work", work.step, SELDOM)
    engine.start()
    await work.until(lambda: work.at_once == 1)

    for _ in range(3):
        engine.wake(None, "work")
    work.free.set()

    await work.until(lambda: work.runs == 2 and work.at_once == 0)


async def test_a_step_never_runs_twice_at_once(engine: Embedded) -> None:
    """A slow step is not begun again by the clock or by a wake."""
    work = Work()
    work.free.clear()
    engine.add("work", work.step, OFTEN, limit=5)
    other = Work()
    engine.add("other", other.step, OFTEN)
    engine.start()
    await work.until(lambda: work.at_once == 1)

    engine.wake(None, "work")
    await other.until(lambda: other.runs >= 4)  # the clock has ticked meanwhile
    work.free.set()
    await work.until(lambda: work.runs >= 3)

    assert work.most_at_once == 1


async def test_a_wake_for_an_unknown_step_is_nothing(engine: Embedded) -> None:
    """Who wakes a step that is not run here does no harm."""
    engine.wake(None, "nobody")


async def test_a_bug_in_a_step_stops_neither_it_nor_the_others(engine: Embedded) -> None:
    """A step that breaks is said, and tried again at the next tick."""
    broken, other = Work(fails=ZeroDivisionError()), Work()
    engine.add("broken", broken.step, OFTEN)
    engine.add("other", other.step, OFTEN)

    with structlog.testing.capture_logs() as logs:
        engine.start()
        await broken.until(lambda: broken.runs >= 2)
        await other.until(lambda: other.runs >= 2)

    assert {(each["event"], each["step"]) for each in logs} == {("step failed", "broken")}


async def test_a_refusing_store_is_said_once(engine: Embedded) -> None:
    """A full disk is one line in the log, however many steps it refuses and whatever gets through between."""
    full = StoreError("database or disk is full")
    works = [Work(fails=full), Work(fails=full)]
    for number, work in enumerate(works):
        engine.add(f"work {number}", work.step, OFTEN)

    with structlog.testing.capture_logs() as logs:
        engine.start()
        for fails in (full, None, full):
            for work in works:
                work.fails = fails
            for work in works:
                await work.runs_on(3)

    assert [(each["step"], each["error"]) for each in logs] == [("work 0", "database or disk is full")]


async def test_a_store_that_works_again_is_said_once() -> None:
    """When no step was refused for a while the log says so, and the next trouble is said anew."""
    engine = Embedded(calm=timedelta(0))
    work = Work(fails=StoreError("database is locked"))
    engine.add("work", work.step, OFTEN)

    with structlog.testing.capture_logs() as logs:
        engine.start()
        await work.runs_on(2)
        work.fails = None
        await work.runs_on(4)
        work.fails = StoreError("database is locked")
        await work.runs_on(3)
        await engine.stop()

    assert [each["event"].partition(";")[0] for each in logs] == [
        "the store refuses",
        "the store works again",
        "the store refuses",
    ]


async def test_stopping_ends_what_is_running(engine: Embedded) -> None:
    """A stop does not wait for a slow step, and nothing begins after it."""
    work = Work()
    work.free.clear()
    engine.add("work", work.step, OFTEN)
    engine.start()
    await work.until(lambda: work.at_once == 1)

    await engine.stop()
    engine.wake(None, "work")
    turned = asyncio.Event()
    asyncio.get_running_loop().call_soon(turned.set)
    await turned.wait()

    assert (work.runs, work.at_once) == (1, 0)
    await engine.stop()
