"""Feeds that a person names on the command line: an address, a page that names its feed, or a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from commands.build import Readers
from commands.reading import Job, one
from config import Settings
from feeds.discovery import Found, discover
from feeds.fetch import Fetched
from model import Failure, FailureReason, Outcome, Source, SourceKind


def named_here(places: Sequence[str]) -> list[Source]:
    """Return the feeds that a person named, each once."""
    return [
        Source(number, SourceKind.FEED, place, "", shared=True)
        for number, place in enumerate(dict.fromkeys(places), 1)
    ]


def given(sources: Sequence[Source], settings: Settings, readers: Readers) -> list[Job]:
    """Return what reads feeds that a person named."""
    web, files = WebReader(readers, settings), FileReader(readers, settings)
    return [one(source, web if is_web(source.address) else files) for source in sources]


def is_web(place: str) -> bool:
    """Tell an address, also one of a kind that Hark does not read, from the path of a file."""
    return "://" in place or place.lower().startswith("feed:")


class WebReader:
    """Reads what a person pasted: a feed, or a page that names one."""

    def __init__(self, readers: Readers, settings: Settings) -> None:
        self._readers = readers
        self._limit = settings.polling.timeout

    async def read(self, source: Source) -> Outcome:
        """Return what the feed at, or behind, the source's address lists."""
        found = await discover(self._readers.fetcher, source.address, self._limit)
        if not isinstance(found, Found):
            return found
        return await self._readers.feeds.digest(found.fetched, source)


class FileReader:
    """Reads a feed from a file."""

    def __init__(self, readers: Readers, settings: Settings) -> None:
        self._readers = readers
        self._most = settings.polling.max_bytes

    async def read(self, source: Source) -> Outcome:
        """Return what the file lists; UNREACHABLE when there is none that can be read."""
        path = Path(source.address)
        try:
            with path.open("rb") as file:  # noqa: ASYNC230 - a local file, before anything else waits
                body = file.read(self._most + 1)
        except OSError:
            return Failure(FailureReason.UNREACHABLE)
        if len(body) > self._most:
            return Failure(FailureReason.TOO_BIG)
        return await self._readers.feeds.digest(Fetched("", body), source)
