"""X accounts, from what watches want to what is owed and paid, with a loopback X that bills."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from accounts import AccountPoller
from engine import Embedded
from feeds.plan import Pace
from feeds.x import XClient
from feeds.x_budget import DOLLAR, Prices
from feeds.x_reader import XReader
from matching.aliases import Table
from matching.names import Names
from model import Chat, ChatKind, Follow, FollowMode, Source, SourceKind, WatchCost
from pipeline import Ingest, Rules
from polling import Desk
from purse import Purse
from store import chats, deliveries, items, sources, spending, wanting, watches
from store.database import Database
from store.sources import Wanted
from tests.feeds.follower import Clock, queries
from tests.servers.x import TOKEN, XServer
from tests.servers.x_behaviour import ASSUMED
from wants import Wanting

ADA, BOB = 1, 2
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
    readers: list[XReader] = field(default_factory=list)

    @property
    def purse(self) -> Purse:
        """The purse."""
        return Purse(self.database, PRICES, self.budget, self.clock)

    def poller(self) -> AccountPoller:
        """Give the poller of a newly started process."""
        client = XClient(TOKEN, self.x.url, now=self.clock, timeout=timedelta(seconds=5), meter=self.purse)
        reader = XReader(client, now=self.clock)
        self.readers.append(reader)
        pace = Pace(MINUTE, timedelta(seconds=1), timedelta(hours=1))
        rules = Rules({SourceKind.FEED: pace, SourceKind.X: pace}, timedelta(hours=48))
        desk = Desk(self.database, Embedded(), Ingest(rules, Random(1), self.names), self.clock)
        return AccountPoller(desk, reader, Wanting(self.names), self.purse)

    async def configures(self, *handles: str) -> None:
        """Let these accounts serve every chat."""
        async with self.database.begin() as conn:
            wanted = [Wanted(SourceKind.X, name, f"@{name}") for name in handles]
            await sources.configure(conn, wanted, self.clock())

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

    @property
    def posts_billed(self) -> int:
        """How many posts X has billed."""
        return self.x.billed.posts


@pytest.fixture
def clock() -> Clock:
    """Give a clock that stands still until a test moves it."""
    return Clock()


@pytest.fixture
async def x(clock: Clock) -> AsyncIterator[XServer]:
    """Give an X, and see that nothing was asked that X's description does not allow."""
    async with XServer(now=clock, behaviour=ASSUMED) as server:
        yield server
        assert server.violations == []


@pytest.fixture
async def town(x: XServer, clock: Clock, tmp_path: Path) -> AsyncIterator[Town]:
    """Give a town in which nobody watches yet."""
    database = Database(f"sqlite:///{tmp_path / 'hark.db'}")
    await database.open()
    made = Town(x, clock, database, Names(Table.load()))
    yield made
    for reader in made.readers:
        await reader.close()
    await database.close()


async def test_only_wanted_posts_are_bought(town: Town) -> None:
    """Of a hundred posts the one that says the word is paid for and told."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, "halving")
    poller = town.poller()
    await town.polls(poller)
    for number in range(99):
        town.x.posts("talker", f"about this and that {number}")
    town.x.posts("talker", "The halving is near")

    await town.polls(poller)

    assert await town.told() == ["The halving is near"]
    assert town.posts_billed == 1


async def test_other_names_are_bought_too(town: Town) -> None:
    """Who watches for 赵长鹏 is told what is said of Changpeng Zhao, in whatever script."""
    town.x.account("news")
    await town.configures("news")
    await town.meets(ADA, "#赵长鹏")
    poller = town.poller()
    await town.polls(poller)
    town.x.posts("news", "Changpeng Zhao is back")
    town.x.posts("news", "趙長鵬回來了")
    town.x.posts("news", "nothing of him")

    await town.polls(poller)

    assert sorted(await town.told()) == ["Changpeng Zhao is back", "趙長鵬回來了"]
    assert town.posts_billed == 2


async def test_an_account_followed_by_one_chat_is_not_searched_for_another(town: Town) -> None:
    """Bob's words are not paid for on the account that Ada follows for herself."""
    town.x.account("hers")
    await town.meets(ADA, "halving")
    await town.meets(BOB, "weather")
    await town.follows(ADA, "hers")
    poller = town.poller()
    await town.polls(poller)
    town.x.posts("hers", "weather is fine")
    town.x.posts("hers", "halving")

    await town.polls(poller)

    assert (await town.told(ADA), await town.told(BOB)) == (["halving"], [])
    assert town.posts_billed == 1


async def test_who_wants_everything_gets_everything(town: Town) -> None:
    """A chat that follows an account for everything is told each of its posts."""
    town.x.account("hers")
    await town.meets(ADA)
    await town.follows(ADA, "hers", FollowMode.EVERYTHING)
    poller = town.poller()
    await town.polls(poller)
    town.x.posts("hers", "one")
    town.x.posts("hers", "two")

    await town.polls(poller)

    assert sorted(await town.told()) == ["one", "two"]


async def test_following_costs_nothing_but_the_look_up(town: Town) -> None:
    """An account with a long history begins now: none of it is bought."""
    for number in range(50):
        town.x.posts("talker", f"halving {number}")
    await town.configures("talker")
    await town.meets(ADA, "halving")

    poller = town.poller()
    await town.polls(poller)
    await town.polls(poller)

    assert (await town.told(), town.posts_billed) == ([], 0)


async def test_a_word_added_later_finds_what_is_said_from_then_on(town: Town) -> None:
    """A new watch needs no restart, and does not buy what was said before it."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, "halving")
    poller = town.poller()
    await town.polls(poller)
    town.x.posts("talker", "weather before")
    town.clock.passes(minutes=10)
    await town.polls(poller)
    await town.meets(ADA, "weather")
    town.x.posts("talker", "weather after")

    await town.polls(poller)

    assert await town.told() == ["weather after"]


async def test_nobody_watching_means_no_request(town: Town) -> None:
    """Accounts of which nothing is wanted are not asked for, and not called ill."""
    town.x.posts("talker", "hello")
    await town.configures("talker")
    poller = town.poller()
    await town.polls(poller)
    await town.polls(poller)

    assert queries(town.x) == []
    assert (await town.source("talker")).failing_since is None


async def test_each_post_is_charged_to_the_watches_that_hit_it(town: Town) -> None:
    """A post that two watches hit costs each of them half, and the ledger says what X says."""
    town.x.account("talker")
    await town.configures("talker")
    both = await town.meets(ADA, "halving", "bitcoin")
    poller = town.poller()
    await town.polls(poller)
    town.x.posts("talker", "bitcoin halving")
    await town.polls(poller)

    async with town.database.read() as conn:
        costs = await spending.of_watches(conn, both, town.clock())
        spent = await spending.spending(conn, town.clock())
    assert costs == {number: WatchCost(1, 2_500) for number in both}
    assert spent.month == 5_000 * town.posts_billed + 10_000  # and the account's look-up


async def test_without_money_nothing_is_asked_and_nothing_is_lost(town: Town) -> None:
    """When the budget is used up no paid call is made; with a new budget what was said meanwhile is told."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, "halving")
    await town.polls(town.poller())
    asked = len(town.x.requests)
    town.budget = 0
    poller = town.poller()
    town.x.posts("talker", "the halving is near")
    await town.polls(poller)
    assert len(town.x.requests) == asked
    assert (await town.source("talker")).failing_since is not None

    town.budget = 10 * DOLLAR
    town.clock.passes(hours=2)
    await town.polls(town.poller())

    assert await town.told() == ["the halving is near"]
    assert (await town.source("talker")).failing_since is None


async def test_a_restart_pays_for_nothing_twice(town: Town) -> None:
    """A new process on the same store reads on from where the old one was."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, "halving")
    await town.polls(town.poller())
    town.x.posts("talker", "halving one")
    await town.polls(town.poller())
    town.x.posts("talker", "halving two")
    await town.polls(town.poller())

    assert sorted(await town.told()) == ["halving one", "halving two"]
    assert town.posts_billed == 2


async def test_a_word_that_x_searches_badly_makes_its_accounts_be_read_whole(town: Town) -> None:
    """Once X was found to miss posts with a word, the accounts are read without it and nothing is missed."""
    town.x.account("talker")
    await town.configures("talker")
    await town.meets(ADA, "halving")
    poller = town.poller()
    await town.polls(poller)
    async with town.database.begin() as conn:
        await wanting.miss_words(conn, ["halving"], town.clock())
    town.x.posts("talker", "this and that")
    await town.polls(poller)

    assert queries(town.x)[-1] == "(from:talker) -is:retweet"
