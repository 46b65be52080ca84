"""Reads sources once, side by side, outside the house: for the commands that look and keep nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from commands.build import Readers, wanted_sources
from config import Settings
from feeds.addresses import printable
from feeds.source import Reader
from feeds.x_reader import XReader
from model import Outcome, Source, SourceKind


@dataclass(frozen=True, slots=True)
class Read:
    """A source, what it said, and how many seconds that took."""

    source: Source
    outcome: Outcome
    seconds: float


Job = Callable[[], Awaitable[Sequence[Read]]]
"""Reads one source, or several that are read together."""


def configured(settings: Settings) -> list[Source]:
    """Return the sources that the configuration names, as they are before their first poll."""
    return [
        Source(number, wanted.kind, wanted.address, wanted.name, shared=True)
        for number, wanted in enumerate(wanted_sources(settings), 1)
    ]


def shown(source: Source) -> str:
    """Return what a source is called in a message, its secrets left out."""
    address = printable(source.address)
    return f"{source.name} ({address})" if source.name and source.kind is SourceKind.FEED else address


def jobs(sources: Sequence[Source], readers: Readers) -> list[Job]:
    """Return what reads these sources: one job for each feed, one for all X accounts."""
    work = [one(source, readers.feeds) for source in sources if source.kind is SourceKind.FEED]
    accounts = [source for source in sources if source.kind is SourceKind.X]
    return [*work, posts(accounts, readers.x)] if accounts and readers.x is not None else work


def one(source: Source, reader: Reader) -> Job:
    """Return the job that reads one source."""

    async def job() -> list[Read]:
        began = monotonic()
        outcome = await reader.read(source)
        return [Read(source, outcome, monotonic() - began)]

    return job


def posts(accounts: Sequence[Source], reader: XReader) -> Job:
    """Return the job that reads X accounts, all in as few requests as X allows."""

    async def job() -> list[Read]:
        began = monotonic()
        poll = await reader.read(accounts)
        return [Read(source, poll.outcomes[source.id], monotonic() - began) for source in accounts]

    return job


async def read_all(work: Sequence[Job], tell: Callable[[Read], None]) -> None:
    """Do all jobs side by side and `tell` each source as soon as it has been read.

    An ill source is an outcome; an unexpected exception of a job or of `tell` ends the others.
    """

    async def do(job: Job) -> None:
        for read in await job():
            tell(read)

    async with asyncio.TaskGroup() as group:
        for job in work:
            group.create_task(do(job))


class Gauge:
    """How far long work is, drawn where there is a terminal and nowhere else."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=total) if progress is not None else None

    def advance(self) -> None:
        """Say that one more part is done."""
        if self._progress is not None and self._task is not None:
            self._progress.advance(self._task)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the drawing away while something else is printed."""
        if self._progress is not None:
            self._progress.stop()
        try:
            yield
        finally:
            if self._progress is not None:
                self._progress.start()


@contextmanager
def gauge(err: Console, doing: str, total: int) -> Iterator[Gauge]:
    """Show on `err`, for the length of the block, how many of `total` parts are done."""
    if not err.is_terminal:
        yield Gauge(None, total)
        return
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(
        *columns, console=err, transient=True, redirect_stdout=False, redirect_stderr=False
    ) as progress:
        yield Gauge(progress, total)
