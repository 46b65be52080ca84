"""Hark's side of the tests of X: a clock, and what the store keeps between two polls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from feeds.x import XClient
from feeds.x_meter import Unmetered
from feeds.x_poll import XPoll
from feeds.x_reader import XReader
from model import Document, Failure, FailureReason, Source, SourceKind
from tests.servers.x import XServer
from tests.servers.x_parameters import SEARCH

BEGAN = datetime(2026, 11, 24, 12, tzinfo=UTC)


class Clock:
    """The time of X and of the reader, moved by the tests."""

    def __init__(self) -> None:
        self.moment = BEGAN

    def __call__(self) -> datetime:
        return self.moment

    def passes(self, **span: float) -> None:
        """Let so much time go by."""
        self.moment += timedelta(**span)


def reader_of(token: str, url: str, clock: Callable[[], datetime], timeout: timedelta) -> XReader:
    """Return a reader of the X at `url` that pays whatever it costs."""
    client = XClient(token, url, now=clock, timeout=timeout, meter=Unmetered())
    return XReader(client, now=clock)


class Follower:
    """Keeps what Hark's store keeps between two polls, so that tests can poll again."""

    def __init__(self, reader: XReader, clock: Clock) -> None:
        self.reader = reader
        self._clock = clock
        self._sources: dict[int, Source] = {}

    def follows(self, *handles: str) -> None:
        """Add accounts."""
        for handle in handles:
            number = len(self._sources) + 1
            self._sources[number] = Source(number, SourceKind.X, handle.lower(), f"@{handle}", shared=True)

    def source(self, handle: str) -> Source:
        """Return one account as it is kept."""
        return next(source for source in self._sources.values() if source.address == handle.lower())

    async def polls(self) -> XPoll:
        """Poll all accounts and keep what came."""
        poll = await self.reader.read(list(self._sources.values()))
        for number, outcome in poll.outcomes.items():
            source = self._sources[number]
            if isinstance(outcome, Document):
                marks = [*(mark for mark, _ in outcome.entries), *outcome.kept]
                self._sources[number] = replace(
                    source,
                    cursor=outcome.cursor,
                    external_id=outcome.external_id,
                    listing=tuple((mark, mark) for mark in marks),
                    first_read=source.first_read or self._clock(),
                    failure=None,
                )
            elif isinstance(outcome, Failure):
                self._sources[number] = replace(source, failure=outcome)
        return poll

    async def reads(self) -> dict[str, list[str]]:
        """Poll all accounts; return the new texts of each that could be read, oldest first."""
        poll = await self.polls()
        return {
            self._sources[number].address: [entry.text for _, entry in reversed(outcome.entries)]
            for number, outcome in poll.outcomes.items()
            if isinstance(outcome, Document)
        }

    async def fails(self) -> set[Failure | None]:
        """Poll all accounts; return their failures, None for one that was read."""
        poll = await self.polls()
        return {o if isinstance(o, Failure) else None for o in poll.outcomes.values()}


def queries(x: XServer) -> list[str]:
    """Return what X was searched for, in order."""
    return [asked.sent["query"] for asked in x.asked_so_far(SEARCH)]


def failure(reason: FailureReason, status: int = 0, seconds: float | None = None) -> Failure:
    """Return a failure."""
    return Failure(reason, status, None if seconds is None else timedelta(seconds=seconds))
