"""Hark's side of X over a real store, for tests that speak as readers do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from accounts.care import Caretaker
from accounts.lookups import Registrar
from accounts.money import Treasurer
from accounts.operators import Operators
from accounts.poller import AccountPoller, Pacing
from accounts.purse import Purse
from accounts.wants import Wanting
from engine import Embedded
from feeds.plan import Pace
from feeds.x import XClient
from feeds.x_budget import DOLLAR, Prices
from feeds.x_reader import XReader
from matching.names import Names
from model import Chat, ChatKind, Follow, FollowMode, Source, SourceKind
from outages import OutageTeller
from pipeline import Ingest, Rules
from polling import Desk
from store import chats, deliveries, items, sources, spending, watches
from store.database import Database
from store.sources import Wanted
from tests import loaded
from tests.feeds.follower import Clock
from tests.servers.x import TOKEN, XServer

ADA, BOB = 1, 2
OPERATORS = Operators((ADA,), loaded.catalogue())
PRICES = Prices(post=5_000, user=10_000, counts=5_000)
MINUTE = timedelta(minutes=1)


@dataclass
class Town:
    """Hark's side of X: store, purse and poller, and people with watches."""

    x: XServer
    clock: Clock
    database: Database
    names: Names
    budget: int | None = 10 * DOLLAR
    engine: Embedded = field(default_factory=Embedded)
    clients: list[XClient] = field(default_factory=list)

    @property
    def purse(self) -> Purse:
        """The purse."""
        return Purse(self.database, PRICES, self.budget, self.clock)

    def client(self) -> XClient:
        """Give what asks X, paid from the purse."""
        client = XClient(TOKEN, self.x.url, now=self.clock, timeout=timedelta(seconds=5), meter=self.purse)
        self.clients.append(client)
        return client

    def desk(self) -> Desk:
        """Give what pollers need."""
        pace = Pace(MINUTE, timedelta(seconds=1), timedelta(hours=1))
        rules = Rules({SourceKind.FEED: pace, SourceKind.X: pace}, timedelta(hours=48))
        return Desk(self.database, self.engine, Ingest(rules, Random(1), self.names), self.clock)

    def poller(self, searches: int = 30, *, asks_first: bool = False) -> AccountPoller:
        """Give the poller of a newly started process; X takes so many searches in an interval."""
        reader = XReader(self.client(), now=self.clock)
        pacing = Pacing(searches=searches, asks_first=asks_first)
        return AccountPoller(self.desk(), reader, Wanting(self.names), self.purse, pacing)

    def caretaker(self) -> Caretaker:
        """Give who looks after the accounts; Ada is the operator."""
        return Caretaker(self.desk(), self.client(), Wanting(self.names), OPERATORS)

    def registrar(self) -> Registrar:
        """Give who looks accounts up; Ada is the operator."""
        return Registrar(self.desk(), self.client(), OPERATORS)

    def outages(self) -> OutageTeller:
        """Give who tells of accounts that fail for long; Ada is the operator."""
        return OutageTeller(self.database, self.engine, OPERATORS.catalogue, self.clock, OPERATORS.ids)

    def treasurer(self) -> Treasurer:
        """Give who looks after the money; Ada is the operator."""
        client = self.client()
        return Treasurer(self.database, self.engine, self.clock, self.purse, client, OPERATORS)

    async def hears(self, chat_id: int = ADA) -> list[str]:
        """Give what a chat is told besides alerts, oldest first."""
        async with self.database.read() as conn:
            owed = await deliveries.due(conn, self.clock(), 1000)
        return [each.message.html for each in owed if each.chat_id == chat_id and each.message is not None]

    async def offers(self) -> list[str]:
        """Give the labels of all buttons under what Ada is told."""
        async with self.database.read() as conn:
            owed = await deliveries.due(conn, self.clock(), 1000)
        messages = [each.message for each in owed if each.chat_id == ADA and each.message is not None]
        return [button.label for message in messages for row in message.buttons for button in row]

    async def configures(self, *handles: str) -> None:
        """Let these accounts serve every chat."""
        async with self.database.begin() as conn:
            wanted = [Wanted(SourceKind.X, name, f"@{name}") for name in handles]
            await sources.configure(conn, wanted, self.clock())

    async def crowds(self, count: int) -> None:
        """Let so many accounts serve every chat, and Ada watch for halvings: more than a few searches."""
        handles = [f"crowd{number}" for number in range(count)]
        for handle in handles:
            self.x.account(handle)
        await self.configures(*handles)
        await self.meets(ADA, "halving")

    async def meets(self, chat_id: int, *queries: str) -> list[int]:
        """Let a chat watch for these."""
        async with self.database.begin() as conn:
            await chats.save(conn, Chat(chat_id, ChatKind.PRIVATE))
            return [(await watches.add(conn, chat_id, query, self.clock())).id for query in queries]

    async def follows(self, chat_id: int, handle: str, mode: FollowMode = FollowMode.WORDS) -> None:
        """Let a chat follow an account for itself."""
        async with self.database.begin() as conn:
            wanted = Wanted(SourceKind.X, handle, f"@{handle}")
            source = await sources.ensure(conn, wanted, self.clock(), shared=False)
            await sources.add_follow(conn, Follow(chat_id, source.id, mode, self.clock()))

    async def polls(self, poller: AccountPoller) -> None:
        """Let two minutes pass and poll what is due."""
        self.clock.passes(minutes=2)
        while await poller.step():
            pass

    async def told(self, chat_id: int = ADA) -> list[str]:
        """Give the posts that a chat is owed alerts for."""
        async with self.database.read() as conn:
            owed = await deliveries.due(conn, self.clock(), 1000)
            found = [await items.get(conn, each.item_id or 0) for each in owed if each.chat_id == chat_id]
        return [each.entry.text for each in found if each is not None]

    async def source(self, handle: str) -> Source:
        """Give an account as it is kept."""
        async with self.database.read() as conn:
            found = await sources.find(conn, SourceKind.X, handle)
        assert found is not None
        return found

    async def ledger(self) -> int:
        """Give what Hark reckons to have spent this month."""
        async with self.database.read() as conn:
            return (await spending.spending(conn, self.clock())).month

    @property
    def posts_billed(self) -> int:
        """How many posts X has billed."""
        return self.x.billed.posts
