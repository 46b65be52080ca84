"""A town: Hark, the people, and the web and X that Hark asks for them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from feeds.plan import Pace
from feeds.x_answers import XAccount
from handlers.call import Policy
from handlers.errands import ErrandDesk, ErrandStep, FoundFeed
from handlers.files import FileTrouble
from model import Document, Entry, Failure, FailureReason, Follow, Outcome, Source, SourceKind
from pipeline import Ingest, Polled, Rules
from store import sources
from store.database import Connection
from tests.handlers.people import Answer, Hark, Person, Room

FEED = "https://news.example/feed.xml"
ENTRIES = ((1, Entry(guid="a", url="https://news.example/a", title="Old news")),)


@dataclass(slots=True)
class FarEnd:
    """The web and X as a finder sees them."""

    feeds: dict[str, FoundFeed | Failure] = field(default_factory=dict)
    accounts: dict[str, XAccount | Failure] = field(default_factory=dict)
    x_is_on: bool = True
    waits_for: dict[str, asyncio.Event] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    asked_now: asyncio.Event = field(default_factory=asyncio.Event)

    async def has_been_asked(self, times: int) -> None:
        """Wait until it has been asked for so many things."""
        async with asyncio.timeout(10):
            while len(self.asked) < times:
                self.asked_now.clear()
                await self.asked_now.wait()

    async def find_feed(self, url: str) -> FoundFeed | Failure:
        """Answer as the web would."""
        self.asked.append(url)
        self.asked_now.set()
        if url in self.waits_for:
            await self.waits_for[url].wait()
        return self.feeds.get(url, Failure(FailureReason.NOT_A_FEED))

    async def find_account(self, handle: str) -> XAccount | Failure | None:
        """Answer as X would."""
        self.asked.append(handle)
        return self.accounts.get(handle.lower()) if self.x_is_on else None


@dataclass(slots=True)
class SentFiles:
    """The files that people sent, as Telegram keeps them."""

    kept: dict[str, bytes | FileTrouble] = field(default_factory=dict)

    async def fetch(self, file_id: str, limit: int) -> bytes | FileTrouble:
        """Give a file like Telegram."""
        found = self.kept.get(file_id, FileTrouble.GONE)
        return found if isinstance(found, FileTrouble) or len(found) <= limit else FileTrouble.TOO_BIG


@dataclass(slots=True)
class Town:
    """A Hark and a far end, with a pipeline between them."""

    hark: Hark
    far: FarEnd
    desk: ErrandDesk
    step: ErrandStep
    files: SentFiles

    async def follows(self, person: Person, words: str) -> list[Answer]:
        """A person says /follow; return every answer once the errands are done."""
        return await self.says(person, f"/follow {words}")

    async def says(self, person: Person, text: str, room: Room | None = None) -> list[Answer]:
        """A person says something; return every answer once the errands are done."""
        first = await self.hark.says(person, text, room)
        await self.step.step()
        return first + await self.hark.answers()

    async def sends_file(
        self,
        person: Person,
        body: bytes | FileTrouble,
        name: str = "feeds.opml",
        room: Room | None = None,
        **more: object,
    ) -> list[Answer]:
        """A person sends a file; return every answer once the errands are done."""
        file_id = f"file{len(self.files.kept)}"
        self.files.kept[file_id] = body
        size = len(body) if isinstance(body, bytes) else 0
        document = {"file_id": file_id, "file_unique_id": "u", "file_name": name, "file_size": size}
        first = await self.hark.gets({"message": self.hark.message(person, room, document=document, **more)})
        await self.step.step()
        return first + await self.hark.answers()

    async def own(self, chat_id: int) -> list[tuple[Source, Follow]]:
        """Return what a chat follows."""
        async with self.hark.database.read() as conn:
            return await sources.followed_by(conn, chat_id)


def town_of(hark: Hark) -> Town:
    """Return a town whose web has one feed and whose X has one account."""
    far = FarEnd()
    far.feeds[FEED] = FoundFeed(FEED, "The News", Document(entries=ENTRIES, title="The News", body_hash=b"1"))
    far.accounts["sama"] = XAccount("1605", "sama", "Sam Altman")
    pace = Pace(timedelta(minutes=5), timedelta(minutes=1), timedelta(hours=1))
    rules = Rules({SourceKind.FEED: pace, SourceKind.X: pace}, timedelta(hours=48))
    ingest = Ingest(rules, Random(1))

    async def take_in(conn: Connection, source: Source, outcome: Outcome) -> object:
        return await ingest(conn, [Polled(source, outcome)], hark.now)

    files = SentFiles()
    desk = ErrandDesk(
        database=hark.database,
        engine=hark.engine,
        catalogue=hark.catalogue,
        courtesy=hark.toasts,
        finder=far,
        take_in=take_in,
        names=hark.names,
        clock=lambda: hark.now,
        patience=timedelta(seconds=20),
        files=files,
        policy=Policy(),
    )
    return Town(hark, far, desk, ErrandStep(desk), files)
