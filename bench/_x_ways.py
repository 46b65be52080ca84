"""Ways to poll X in a simulated month: Hark, Hark without words, and each account's timeline."""

from __future__ import annotations

import json
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import aiohttp
from sqlalchemy import text

from accounts.poller import AccountPoller, Pacing, searches_in_a_round
from accounts.purse import Purse
from accounts.wants import Wanting
from bench._x_play import Clock, Oracle, Outcome, Player, Told
from bench._x_posts import BEGINS, World
from engine import Embedded
from feeds.plan import Pace
from feeds.x import FIELDS, XClient
from feeds.x_answers import Page, read_page
from feeds.x_budget import Prices
from feeds.x_door import opened, reply_of
from feeds.x_query import snowflake
from feeds.x_reader import XReader
from matching.names import Names
from model import Chat, ChatKind, Follow, FollowMode, Source, SourceKind, Wants
from pipeline import Ingest, Rules
from polling import Desk
from store import chats, sources, watches
from store.database import Connection, Database
from store.sources import Wanted
from tests.servers.x import TOKEN, XServer
from tests.servers.x_behaviour import ASSUMED
from tests.servers.x_billing import Kind

_PRICES = Prices(post=5_000, user=10_000, counts=5_000)
_AFTER = timedelta(minutes=20)  # polled on for so long after the last post
_PATIENCE = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Terms:
    """How often X is polled, and for how much."""

    interval: timedelta
    budget: int | None  # millionths of a dollar a month


_SEARCHES = 450  # in 15 minutes, X's limit


class Whole(Wanting):
    """Wants every post of every account."""

    async def of(self, conn: Connection, asked: Sequence[Source], *, signs: bool = True) -> dict[str, Wants]:
        """Return that everything is wanted."""
        return {source.address: Wants(full=True) for source in asked}


async def hark(world: World, names: Names, terms: Terms, *, words: bool = True) -> Outcome:
    """Poll as the bot does, for the words of the watches or for every post."""
    clock, began, requests = Clock(), time.perf_counter(), 0
    with tempfile.TemporaryDirectory() as folder:
        async with XServer(now=clock, behaviour=ASSUMED) as x, _store(folder, world) as database:
            player = Player(world, x, clock)
            purse = Purse(database, _PRICES, terms.budget, clock)
            client = XClient(TOKEN, x.url, now=clock, timeout=_PATIENCE, meter=purse)
            reader = XReader(client, now=clock)
            desk = Desk(database, Embedded(), Ingest(_rules(terms.interval), Random(1), names), clock)
            pace = Pacing(searches=searches_in_a_round(_SEARCHES, terms.interval))
            poller = AccountPoller(desk, reader, (Wanting if words else Whole)(names), purse, pace)
            while (due := await _due(database)) <= world.ends + _AFTER:
                player.until(due)
                await poller.step()
                requests += _taken(x)
            await reader.close()
            seconds = time.perf_counter() - began
            return _outcome(x, player, await _told(database), (requests, terms.interval, seconds))


async def timelines(world: World, names: Names, interval: timedelta) -> Outcome:
    """Ask each account's timeline for what is newer than the newest post read of it, and match that."""
    from tweepy.asynchronous import AsyncClient  # noqa: PLC0415 - as somebody would write it

    clock, began, requests = Clock(), time.perf_counter(), 0
    async with XServer(now=clock, behaviour=ASSUMED) as x:
        player, reader = Player(world, x, clock), _Timelines(Oracle(world, names), clock)
        client = AsyncClient("", return_type=aiohttp.ClientResponse)
        client.session = opened(x.url, TOKEN, _PATIENCE)
        await reader.looks_up(client, world.accounts)
        while clock() <= world.ends + _AFTER:
            player.until(clock() + interval)
            await reader.reads(client)
            requests += _taken(x)
        await client.session.close()
        return _outcome(x, player, reader.told, (requests, interval, time.perf_counter() - began))


class _Timelines:
    """What a loop over timelines keeps: the newest post of each account."""

    def __init__(self, oracle: Oracle, clock: Clock) -> None:
        self.told: dict[Told, datetime] = {}
        self._oracle = oracle
        self._clock = clock
        self._handles: dict[str, str] = {}  # by number
        self._newest: dict[str, int] = {}

    async def looks_up(self, client: Any, handles: Sequence[str]) -> None:
        """Learn the numbers of accounts."""
        for begin in range(0, len(handles), 100):
            answer = await client.get_users(usernames=list(handles[begin : begin + 100]))
            for row in json.loads((await reply_of(answer)).body)["data"]:
                self._handles[row["id"]] = row["username"]

    async def reads(self, client: Any) -> None:
        """Read everything new once."""
        for number, handle in self._handles.items():
            since, token = self._newest.get(number, snowflake(BEGINS)), ""
            while True:
                answer = await client.get_users_tweets(
                    number,
                    max_results=100,
                    since_id=since,
                    exclude=["retweets"],
                    pagination_token=token or None,
                    tweet_fields=FIELDS,
                )
                page = read_page(await reply_of(answer), self._clock())
                if not isinstance(page, Page):
                    raise TypeError(page)
                self._keep(number, handle, page)
                token = page.next_token
                if not token:
                    break

    def _keep(self, number: str, handle: str, page: Page) -> None:
        for post in page.posts:
            self._newest[number] = max(post.id, self._newest.get(number, 0))
            for chat in self._oracle.wanted_by(handle, post.text, post.language):
                self.told.setdefault((chat, f"x:{post.first_id}"), self._clock())


def _rules(interval: timedelta) -> Rules:
    pace = Pace(interval, timedelta(seconds=1), timedelta(hours=1))
    return Rules({SourceKind.FEED: pace, SourceKind.X: pace}, timedelta(hours=48))


@asynccontextmanager
async def _store(folder: str, world: World) -> AsyncIterator[Database]:
    """Give a store in which everybody watches and follows from the beginning on."""
    database = Database(f"sqlite:///{folder}/hark.db")
    await database.open()
    async with database.begin() as conn:
        for chat, queries in world.watches.items():
            await chats.save(conn, Chat(chat, ChatKind.PRIVATE))
            for query in queries:
                await watches.add(conn, chat, query, BEGINS)
            for handle in world.follows[chat]:
                wanted = Wanted(SourceKind.X, handle, f"@{handle}")
                source = await sources.ensure(conn, wanted, BEGINS, shared=False)
                await sources.add_follow(conn, Follow(chat, source.id, FollowMode.WORDS, BEGINS))
    yield database
    await database.close()


async def _due(database: Database) -> datetime:
    async with database.read() as conn:
        due = await sources.next_due(conn, SourceKind.X)
    return due or BEGINS


async def _told(database: Database) -> dict[Told, datetime]:
    query = "SELECT d.chat_id, i.guid, i.found FROM delivery d JOIN item i ON i.id = d.item_id"
    async with database.read() as conn:
        rows = await conn.execute(text(query))
        return {(row[0], row[1]): datetime.fromtimestamp(row[2] / 1_000_000, UTC) for row in rows}


def _taken(x: XServer) -> int:
    """Count what was asked and forget it: a month of requests is large."""
    if x.violations or x.refused:
        raise ValueError(f"not as X wants it: {x.violations[:3]} {x.refused[:3]}")
    asked = len(x.requests)
    x.requests.clear()
    return asked


def _outcome(
    x: XServer, player: Player, told: Mapping[Told, datetime], ran: tuple[int, timedelta, float]
) -> Outcome:
    requests, interval, seconds = ran
    billed = Counter(x.billed.ids(Kind.POST))
    return Outcome(player.made, told, billed, x.billed.dollars, requests, interval, seconds)
