"""Shared sources of a town, and what a poll of each brings."""

from __future__ import annotations

from datetime import timedelta

from model import Document, Entry, Failure, FailureReason, Outcome, Source, SourceKind
from store import sources
from store.sources import Wanted
from tests.handlers.town import Town


async def stands(town: Town, *names: str) -> None:
    """Let there be shared feeds that were never read."""
    async with town.hark.database.begin() as conn:
        for name in names:
            wanted = Wanted(SourceKind.FEED, f"https://{name.lower()}.example/", name)
            await sources.ensure(conn, wanted, town.hark.now, shared=True)


async def brings(town: Town, name: str, *titles: str) -> None:
    """Let a poll of a feed bring entries, published an hour ago."""
    hour_ago = town.hark.now - timedelta(hours=1)
    entries = [
        (
            number,
            Entry(
                guid=title, url=f"https://{name.lower()}.example/{number}", title=title, published=hour_ago
            ),
        )
        for number, title in enumerate(titles, 1)
    ]
    await _polled(town, name, Document(entries=tuple(entries), body_hash=b"1"))


async def fails(town: Town, name: str) -> None:
    """Let a poll of a feed fail."""
    await _polled(town, name, Failure(FailureReason.UNREACHABLE))


async def _polled(town: Town, name: str, outcome: Outcome) -> None:
    town.hark.now += timedelta(milliseconds=10)
    async with town.hark.database.begin() as conn:
        claimed = await sources.claim(conn, SourceKind.FEED, town.hark.now, 100)
        mine = next(each for each in claimed if each.name == name)
        await sources.give_back(conn, [each for each in claimed if each.name != name])
        await town.desk.take_in(conn, mine, outcome)


async def due_now(town: Town) -> list[Source]:
    """Return the shared sources that the pollers would read now."""
    async with town.hark.database.read() as conn:
        every = await sources.shared(conn)
    return [each for each in every if each.due is not None and each.due <= town.hark.now]
