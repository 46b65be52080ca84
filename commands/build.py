"""Builds the rooms from a configuration and hands each what it needs; nobody else builds anything."""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from accounts.purse import Purse
from alerts.quota import Quota
from config import Settings
from engine import Embedded, Runner
from errors import AlreadyRunning, HarkError, StoreError
from feeds.addresses import judge_url
from feeds.badge import Badge
from feeds.fetch import Fetcher, FetchLimits
from feeds.parsing import Parse, Parsers
from feeds.plan import Pace
from feeds.source import FeedReader
from feeds.wikidata import Wikidata
from feeds.x_budget import Prices
from feeds.x_feeds import XFeedReader
from feeds.x_meter import Meter, Unmetered
from feeds.x_plan import Limits
from locales import Catalogue
from matching.aliases import Table
from matching.names import Names
from model import Failure, SourceKind
from pipeline import Ingest, Rules
from planning import Planning
from polling import Desk
from pushing import Listener, Subscriber
from store.database import Database
from store.sources import Wanted

if TYPE_CHECKING:
    from feeds.x import XClient
    from feeds.x_reader import XReader
    from feeds.x_stream import XStream

VERSION = "0.1.0"
_NAMES_BYTES = 4 * 2**20  # a few entities with all their claims
LOOK_FOR_ERRANDS = timedelta(seconds=1)
FOLLOW_MARGIN = timedelta(seconds=2)
"""A person who follows a source is answered within the fetch's timeout and a little more."""


@dataclass(frozen=True, slots=True)
class Readers:
    """What reads sources; `x` is None without credentials, `names` where names are not looked up."""

    fetcher: Fetcher
    feeds: FeedReader
    badge: Badge
    x: XReader | None
    names: Wikidata | None = None
    x_client: XClient | None = None  # asks X itself; None without credentials
    x_feeds: XFeedReader | None = None  # None without addresses of feeds of X's posts
    x_stream: XStream | None = None  # None where X is only searched


@dataclass(frozen=True, slots=True)
class Ground:
    """What a house stands on: time, chance, who runs its steps, and what is shipped with it."""

    clock: Callable[[], datetime]
    seconds: Callable[[], float]  # of a clock that only goes forward
    random: Random
    engine: Runner
    catalogue: Catalogue
    table: Table
    secret: Callable[[int], bytes] = secrets.token_bytes  # so many bytes that nobody can guess
    parse: Parse | None = None  # None: in processes of their own


@dataclass(frozen=True, slots=True)
class House:
    """Everything that a running Hark shares."""

    settings: Settings
    database: Database
    clock: Callable[[], datetime]
    seconds: Callable[[], float]
    engine: Runner
    desk: Desk
    readers: Readers
    catalogue: Catalogue
    random: Random
    table: Table
    names: Names  # of the table
    purse: Purse
    secret: Callable[[int], bytes]
    planning: Planning


def subscriber(house: House) -> Subscriber | None:
    """Return what asks hubs to send what is new, None where they cannot reach Hark."""
    url = house.settings.websub.url
    return Subscriber(house.desk, house.readers.fetcher, url, house.secret) if url else None


@asynccontextmanager
async def hubs_welcome(house: House) -> AsyncIterator[None]:
    """Let hubs call until the end of the block; nothing listens where they cannot. Raises HarkError."""
    told = house.settings.websub
    if not told.url:
        yield
        return
    listener = Listener(house.desk, house.readers.feeds, house.settings.polling.max_bytes)
    async with AsyncExitStack() as stack:
        try:
            await stack.enter_async_context(listener.listening(told.listen, told.port))
        except OSError as error:
            raise HarkError(
                f"websub.port: cannot listen on {told.listen}:{told.port} ({error.strerror})"
            ) from None
        yield


def now() -> datetime:
    """Return the wall clock's time, aware, UTC."""
    return datetime.now(UTC)


def seconds() -> float:
    """Return the time of a clock that only goes forward."""
    return time.monotonic()


def paces(settings: Settings) -> dict[SourceKind, Pace]:
    """Return how fast each kind of source may be polled."""
    polling = settings.polling
    interval = settings.x.interval
    return {
        SourceKind.FEED: Pace(polling.interval, polling.min_interval, polling.max_interval),
        SourceKind.X: Pace(interval, min(interval, timedelta(seconds=1)), max(interval, timedelta(hours=1))),
    }


def prices(settings: Settings) -> Prices:
    """Return what X asks, as the operator says."""
    told = settings.x.prices
    return Prices(told.post, told.user, told.counts)


def wanted_sources(settings: Settings) -> list[Wanted]:
    """Return the sources that the configuration names; X accounts only where they can be read."""
    feeds = [
        Wanted(SourceKind.FEED, _normal(feed.url, settings), feed.name, feed.interval)
        for feed in settings.feeds
    ]
    if not reads_x(settings):
        return feeds
    return feeds + [Wanted(SourceKind.X, name.lower(), f"@{name}") for name in settings.x.accounts]


def reads_x(settings: Settings) -> bool:
    """Tell whether X accounts can be read, in whatever way."""
    return bool(settings.x.bearer_token.get_secret_value() or settings.x.feeds)


def _normal(url: str, settings: Settings) -> str:
    """Return the address as `/follow` finds it, so that both mean one source; as given when it is refused."""
    target = judge_url(url, settings.polling.allow_networks)
    return url if isinstance(target, Failure) else target.address


@asynccontextmanager
async def readers(
    settings: Settings,
    clock: Callable[[], datetime],
    meter: Meter | None = None,
    parse: Parse | None = None,
) -> AsyncIterator[Readers]:
    """Open what reads sources; closed at the end of the block. Without a meter X costs what it costs."""
    polling = settings.polling
    limits = FetchLimits(
        timeout=polling.timeout,
        max_bytes=polling.max_bytes,
        silence=polling.timeout,
        per_host=polling.per_host,
        concurrency=polling.concurrency,
    )
    token = settings.x.bearer_token.get_secret_value()
    async with AsyncExitStack() as stack:
        parsers = Parsers()
        stack.callback(parsers.close)
        badge = Badge(f"Hark/{VERSION}", polling.about)
        fetcher = Fetcher(limits, polling.allow_networks, user_agent=badge, clock=clock)
        stack.push_async_callback(fetcher.close)
        feeds = FeedReader(fetcher, parse or parsers)
        client = _x(settings, clock, meter or Unmetered()) if token else None
        x = None
        if client is not None:
            from feeds.x_reader import XReader  # noqa: PLC0415 - with tweepy, which costs 8 MB

            stack.push_async_callback(client.close)
            x = XReader(client, now=clock, limits=Limits(settings.x.limits.query))
        templates = settings.x.feeds
        from_feeds = XFeedReader(fetcher, templates, feeds.whole) if templates else None
        names = _open_names(settings, clock, stack, badge)
        stream = _x_stream(settings, clock) if token and settings.x.mode == "stream" else None
        yield Readers(fetcher, feeds, badge, x, names, client, from_feeds, stream)


def _open_names(
    settings: Settings, clock: Callable[[], datetime], stack: AsyncExitStack, badge: Badge
) -> Wikidata | None:
    """Return what looks names up, through a door of its own: one connection, smaller answers."""
    if not settings.names.lookup:
        return None
    polling = settings.polling
    limits = FetchLimits(timeout=polling.timeout, max_bytes=_NAMES_BYTES, per_host=1, concurrency=1)
    door = Fetcher(limits, polling.allow_networks, user_agent=badge, clock=clock)
    stack.push_async_callback(door.close)
    return Wikidata(door, settings.names.lookup_url, clock)


def _x(settings: Settings, clock: Callable[[], datetime], meter: Meter) -> XClient:
    from feeds.x import XClient  # noqa: PLC0415 - tweepy costs 8 MB, for those who use X

    told = settings.x
    timeout = settings.polling.timeout
    return XClient(
        told.bearer_token.get_secret_value(), told.base_url, now=clock, timeout=timeout, meter=meter
    )


def _x_stream(settings: Settings, clock: Callable[[], datetime]) -> XStream:
    from feeds.x_stream import XStream  # noqa: PLC0415 - tweepy costs 8 MB, for those who use X

    told = settings.x
    token = told.bearer_token.get_secret_value()
    return XStream(token, told.base_url, now=clock, timeout=settings.polling.timeout)


async def _take(database: Database) -> None:
    try:
        await _open(database)
    except AlreadyRunning:
        raise
    except StoreError as error:
        raise StoreError(f"database.url: {error}") from error


async def _open(database: Database) -> None:
    try:
        await database.hold_alone()
        await database.open()
    except AlreadyRunning:
        raise
    except StoreError as error:
        raise StoreError(f"database.url: {database.printable}: {error}") from error


def solid_ground() -> Ground:
    """Return what a house stands on outside of tests."""
    random = Random()  # noqa: S311 - spreads retries, keeps no secret
    return Ground(now, seconds, random, Embedded(), Catalogue.load(), Table.load())


@asynccontextmanager
async def house(settings: Settings, ground: Ground | None = None) -> AsyncIterator[House]:
    """Build the house on an open database that nobody else uses; torn down at the end of the block.

    Raises AlreadyRunning and StoreError, which names the key.
    """
    ground = ground or solid_ground()
    clock, engine, random = ground.clock, ground.engine, ground.random
    database = Database(settings.database.url.get_secret_value())
    async with AsyncExitStack() as stack:
        stack.push_async_callback(database.close)
        await _take(database)
        purse = Purse(database, prices(settings), settings.x.budget, clock)
        await purse.open()
        reading = await stack.enter_async_context(readers(settings, clock, purse, ground.parse))
        stack.push_async_callback(engine.stop)
        rules = Rules(
            paces(settings),
            settings.alerts.max_age,
            first_run_silent=settings.alerts.first_run == "silent",
            quota=Quota(settings.quotas.alerts, frozenset(settings.telegram.admins)),
        )
        names = Names(ground.table)
        planning = Planning(rules.paces[SourceKind.FEED], settings.polling.budget)
        desk = Desk(database, engine, Ingest(rules, random, names, planning=planning), clock)
        yield House(
            settings=settings,
            database=database,
            clock=clock,
            seconds=ground.seconds,
            engine=engine,
            desk=desk,
            readers=reading,
            catalogue=ground.catalogue.offering(settings.telegram.languages),
            random=random,
            table=ground.table,
            names=names,
            purse=purse,
            secret=ground.secret,
            planning=planning,
        )
