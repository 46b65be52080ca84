"""The pipeline over a database, fed and asked in a reader's words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

from feeds.plan import Pace
from model import (
    Chat,
    ChatKind,
    Delivery,
    Document,
    Entry,
    Follow,
    FollowMode,
    Outcome,
    Source,
    SourceKind,
    Watch,
)
from pipeline import Ingest, Polled, Rules
from store import chats, deliveries, items, sources, watches
from store.database import Database
from store.sources import Wanted

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
PACE = Pace(timedelta(minutes=5), timedelta(minutes=1), timedelta(hours=1))
ADA, BOB = 1, 2


def entry(number: int, title: str = "", **options: object) -> Entry:
    """Return an entry as an ordinary feed has it."""
    return replace(
        Entry(
            guid=f"https://example.com/?p={number}",
            url=f"https://example.com/story-{number}",
            title=title or f"Bitcoin story number {number}",
            text=f"At length, what happened in the affair number {number} of the day.",
            published=NOON,
        ),
        **options,  # type: ignore[arg-type]
    )


def fingerprint(each: Entry) -> int:
    """Return a number that stands for the entry's bytes."""
    return hash(each) >> 8


@dataclass
class House:
    """The pipeline over a database, and feeds that list what a test says."""

    database: Database
    ingest: Ingest
    now: datetime = NOON
    feeds: dict[str, int] = field(default_factory=dict)

    async def configures(self, *names: str) -> None:
        """Let the configuration name exactly these feeds."""
        async with self.database.begin() as conn:
            wanted = [Wanted(SourceKind.FEED, f"https://{name}.example/feed", name) for name in names]
            await sources.configure(conn, wanted, self.now)
            self.feeds |= {each.name: each.id for each in await sources.shared(conn)}

    async def follows(self, chat_id: int, name: str, mode: FollowMode = FollowMode.WORDS) -> None:
        """Let a chat follow a feed for itself."""
        async with self.database.begin() as conn:
            wanted = Wanted(SourceKind.FEED, f"https://{name}.example/feed", name)
            source = await sources.ensure(conn, wanted, self.now, shared=False)
            await sources.add_follow(conn, Follow(chat_id, source.id, mode, self.now))
            self.feeds[name] = source.id

    async def meets(self, chat_id: int, *queries: str) -> list[Watch]:
        """Let Hark know a chat with these watches."""
        async with self.database.begin() as conn:
            await chats.save(conn, Chat(chat_id, ChatKind.PRIVATE))
            return [await watches.add(conn, chat_id, query, self.now) for query in queries]

    async def source(self, name: str) -> Source:
        """Return a feed as it stands."""
        async with self.database.read() as conn:
            return await sources.get(conn, self.feeds[name])

    async def lists(self, name: str, *entries: Entry, moved_to: str = "") -> int:
        """Let a feed list exactly these entries, newest first, and take it in. Returns the alerts owed."""
        source = await self.source(name)
        known = {number for number, _ in source.listing}
        shown = [(fingerprint(each), each) for each in entries]
        document = Document(
            entries=tuple(each for each in shown if each[0] not in known),
            kept=tuple(number for number, _ in shown if number in known),
            moved_to=moved_to,
        )
        return await self.polls((name, document))

    async def polls(self, *brought: tuple[str, Outcome]) -> int:
        """Take in one batch of outcomes."""
        polled = [Polled(await self.source(name), outcome) for name, outcome in brought]
        async with self.database.begin() as conn:
            return (await self.ingest(conn, polled, self.now)).owed

    async def told(self, chat_id: int = ADA) -> list[str]:
        """Return the titles that a chat is owed, in order."""
        async with self.database.read() as conn:
            owed = await deliveries.due(conn, self.now, 100)
            found = [await items.get(conn, each.item_id or 0) for each in owed if each.chat_id == chat_id]
        return [each.entry.title for each in found if each is not None]

    async def owed(self) -> list[Delivery]:
        """Return everything that is owed."""
        async with self.database.read() as conn:
            return await deliveries.due(conn, self.now, 100)

    async def kept(self) -> int:
        """Return how many items are kept."""
        async with self.database.read() as conn:
            return await items.count(conn, NOON - timedelta(days=365))


def pipeline(max_age: timedelta = timedelta(hours=48), first_run_silent: bool = True) -> Ingest:
    """Return the pipeline of a newly started process."""
    return Ingest(Rules({SourceKind.FEED: PACE, SourceKind.X: PACE}, max_age, first_run_silent), Random(1))
