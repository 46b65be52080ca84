"""Who runs a step now. The rows are the queue; APScheduler is only the clock that looks at them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from errors import StoreError

Step = Callable[[], Awaitable[bool]]
"""Claims due rows, works, commits; says whether there was work and so may be more."""

_log = structlog.get_logger("engine")


class Engine(Protocol):
    """What runs the steps: one process, or many."""

    def add(self, name: str, step: Step, every: timedelta, limit: int = 1) -> None:
        """Run `step` until it finds no more work, at least every `every`, at most `limit` times at once."""

    def wake(self, conn: object | None, name: str) -> None:
        """Let the step look for work soon; `conn` is the open transaction that must commit before."""


class Runner(Engine, Protocol):
    """An engine that begins and ends."""

    def start(self) -> None:
        """Run every step for the first time, and from then on."""

    async def stop(self) -> None:
        """Stop for good."""


@dataclass(slots=True)
class _Job:
    step: Step
    running: bool = False
    again: bool = False


class _Trouble:
    """Says once that the store refuses, whichever steps it refuses, and once that it works again.

    A full disk takes small things between two refusals, so it works only when none came for a while.
    """

    def __init__(self, calm: timedelta) -> None:
        self._calm = calm.total_seconds()
        self._refused: float | None = None  # when it last did, while it is in trouble

    def refused(self, step: str, error: StoreError, now: float) -> None:
        if self._refused is None:
            _log.error("the store refuses; nothing is lost, trying on", step=step, error=str(error))
        self._refused = now

    def worked(self, now: float) -> None:
        if self._refused is not None and now - self._refused >= self._calm:
            _log.info("the store works again")
            self._refused = None


class Embedded:
    """Runs every step in this process; a step is never run twice at once. Has no memory of its own."""

    def __init__(self, calm: timedelta = timedelta(seconds=30)) -> None:
        """Make an engine that does nothing before `start`; a store that refuses none for `calm` works."""
        self._trouble = _Trouble(calm)
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 2},
        )
        self._jobs: dict[str, _Job] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopped = False

    def add(self, name: str, step: Step, every: timedelta, limit: int = 1) -> None:
        """Run `step` at least every `every`; `limit` is 1 here, whatever is asked."""
        self._jobs[name] = _Job(step)
        self._scheduler.add_job(self._tick, "interval", (name,), id=name, seconds=every.total_seconds())

    def wake(self, conn: object | None, name: str) -> None:
        """Let the step look for work as soon as the loop is free."""
        self._begin(name)

    def start(self) -> None:
        """Start the clock; every step runs at once for the first time."""
        self._scheduler.start()
        for name in self._jobs:
            self._scheduler.modify_job(name, next_run_time=datetime.now(UTC))

    async def stop(self) -> None:
        """Stop for good and cancel the steps; rows they had claimed are given back at the next start."""
        self._stopped = True
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _tick(self, name: str) -> None:
        self._begin(name)

    def _begin(self, name: str) -> None:
        job = self._jobs.get(name)
        if job is None or self._stopped:
            return
        job.again = True
        if not job.running:
            job.running = True
            task = asyncio.get_running_loop().create_task(self._drain(name, job), name=f"step:{name}")
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _drain(self, name: str, job: _Job) -> None:
        try:
            while job.again:
                job.again = False
                while await job.step():
                    pass
            self._trouble.worked(asyncio.get_running_loop().time())
        except StoreError as error:
            self._trouble.refused(name, error, asyncio.get_running_loop().time())
        except Exception:  # a bug in one step must not stop the others; it is tried again at the next tick
            _log.exception("step failed", step=name)
        finally:
            job.running = False
