"""A stage for conversations: the real house and front, step by step, between a loopback Telegram and feeds.

    async with Stage.open(folder, shelf) as stage:
        await chat.says(anna, "/start")
        await stage.settles()

Time stands still until `passes` is called, so what Hark says is the same in every run.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from alerts.pace import Limits
from commands import build
from commands.run import prepare
from commands.serve import Front, open_front
from commands.stop import Stop
from config import Settings
from engine import Step
from handlers.updates import ALLOWED_UPDATES as _ALL
from locales import Catalogue
from matching.aliases import Table
from tests.parsing import parse_here
from tests.servers.feeds import Feed, FeedServer
from tests.servers.telegram import TelegramServer
from tests.servers.wikidata import WikidataServer
from tests.servers.x import XServer

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
POLL = timedelta(minutes=1)
BREATH = timedelta(seconds=5)
"""What a deed takes: long enough for what Hark adds to an answer a moment later."""

_UNPACED = Limits(1e6, 1e6, 1e6, 1e6, 0, 1_000_000, 0)
_ROUNDS = 100  # of steps that wake each other; more is a circle


Shelf = tuple[Catalogue, Table]
"""What is shipped with Hark, read once for many stages."""


@dataclass(slots=True)
class Clock:
    """A clock that is set by hand."""

    at: datetime = NOON

    def now(self) -> datetime:
        """Return the time."""
        return self.at

    def seconds(self) -> float:
        """Return the seconds since the beginning."""
        return (self.at - NOON).total_seconds()


@dataclass(slots=True)
class StepByStep:
    """Runs the steps when it is told to, in the order in which they were added."""

    steps: dict[str, Step] = field(default_factory=dict)
    often: dict[str, timedelta] = field(default_factory=dict)
    woken: set[str] = field(default_factory=set)

    def add(self, name: str, step: Step, every: timedelta, limit: int = 1) -> None:
        """Keep the step."""
        self.steps[name], self.often[name] = step, every

    def wake(self, conn: object | None, name: str) -> None:
        """Note that the step has work."""
        self.woken.add(name)

    def start(self) -> None:
        """Let every step look at the next `settles`."""
        self.woken.update(self.steps)

    def ticks(self, time: timedelta) -> None:
        """Let the steps look that look again within this time."""
        self.woken.update(name for name, every in self.often.items() if every <= time)

    async def stop(self) -> None:
        """Forget the steps."""
        self.steps.clear()
        self.woken.clear()

    async def settles(self) -> None:
        """Run what was woken, and what that wakes, until nothing is."""
        for _ in range(_ROUNDS):
            if not self.woken:
                return
            woken, self.woken = self.woken, set()
            for name in [name for name in self.steps if name in woken]:
                while await self.steps[name]():
                    pass
        raise AssertionError(f"steps that wake each other for ever: {sorted(self.woken)}")


@dataclass(frozen=True, slots=True)
class Cast:
    """What a stage is set up with before Hark starts."""

    admins: tuple[int, ...] = ()
    allowed_chats: tuple[int, ...] = ()
    feeds: tuple[Feed, ...] = ()  # shared by all chats
    x: XServer | None = None  # None: Hark has no access to X
    accounts: tuple[str, ...] = ()  # of X, shared by all chats
    names: WikidataServer | None = None  # None: names are not looked up
    quotas: tuple[tuple[str, int], ...] = ()


@dataclass(slots=True)
class Stage:
    """A Hark that can be stopped and started, and the world around it."""

    folder: Path
    shelf: Shelf
    clock: Clock
    telegram: TelegramServer
    site: FeedServer
    cast: Cast = Cast()
    stop: Stop = field(default_factory=Stop)
    _engine: StepByStep = field(default_factory=StepByStep)
    _front: Front | None = None
    _running: AsyncExitStack = field(default_factory=AsyncExitStack)
    _world: AsyncExitStack = field(default_factory=AsyncExitStack)
    _offset: int = 0
    _secrets: int = 0

    @classmethod
    @asynccontextmanager
    async def open(cls, folder: Path, shelf: Shelf) -> AsyncIterator[Stage]:
        """Open the world. Hark starts when it is told to, on the database in `folder`, or on a new one."""
        clock = Clock()

        def date() -> float:
            return clock.now().timestamp()

        async with FeedServer(clock.now) as site, TelegramServer(clock=clock.seconds, date=date) as telegram:
            stage = cls(folder, shelf, clock, telegram, site)
            async with stage._world:
                try:
                    yield stage
                finally:
                    await stage.ends()

    async def opens_x(self) -> XServer:
        """Return the loopback X, which Hark reads from its next start on."""
        if self.cast.x is None:
            x = await self._world.enter_async_context(XServer(now=self.clock.now))
            self.cast = replace(self.cast, x=x)
            return x
        return self.cast.x

    async def opens_names(self) -> WikidataServer:
        """Return the loopback Wikidata, which Hark asks from its next start on."""
        if self.cast.names is None:
            names = await self._world.enter_async_context(WikidataServer())
            self.cast = replace(self.cast, names=names)
            return names
        return self.cast.names

    def violations(self) -> list[str]:
        """Return what Hark asked that no correct client asks, of anybody."""
        cast = self.cast
        told = [*map(str, self.telegram.violations), *(cast.x.violations if cast.x else ())]
        return [*told, *(cast.names.violations if cast.names else ())]

    @property
    def running(self) -> bool:
        """Whether Hark runs."""
        return self._front is not None

    async def starts(self) -> None:
        """Start Hark on what the last one kept."""
        self._engine = StepByStep()
        now, seconds, (catalogue, table) = self.clock.now, self.clock.seconds, self.shelf
        ground = build.Ground(
            now, seconds, Random(1), self._engine, catalogue, table, self._secret, parse_here
        )
        house = await self._running.enter_async_context(build.house(self._settings(), ground))
        await prepare(house)
        self._front = await open_front(house, self.stop, _UNPACED)
        self._running.push_async_callback(self._front.close)
        await self._front.updates.connect()
        house.engine.start()
        await self.settles()

    def _secret(self, length: int) -> bytes:
        """Return another secret each time, the same ones in every run."""
        self._secrets += 1
        return bytes([self._secrets]) * length

    async def ends(self) -> None:
        """End Hark, if it runs."""
        self._front = None
        await self._running.aclose()

    async def restarts(self) -> None:
        """End Hark and start it again."""
        await self.ends()
        await self.starts()

    async def settles(self) -> None:
        """Let Hark take every update and do all that comes of it."""
        front = self._front
        assert front is not None
        while True:
            if self._has_updates():
                for update in await front.bot.get_updates(self._offset, timeout=0, allowed_updates=_ALL):
                    self._offset = update.update_id + 1
                    await front.dispatcher.handle(update)
            await self._engine.settles()
            await front.dispatcher.close()
            if not self._has_updates():
                return

    def _has_updates(self) -> bool:
        return any(number >= self._offset for number, _ in self.telegram.updates.pending)

    async def passes(self, time: timedelta) -> None:
        """Let time go by; the steps that are due look once, at its end."""
        self.clock.at += time
        self._engine.ticks(time)
        await self.settles()

    def _settings(self) -> Settings:
        pace: dict[str, object] = dict.fromkeys(("interval", "min_interval", "max_interval"), POLL)
        telegram = {"token": self.telegram.token, "base_url": self.telegram.base_url}
        who = {"admins": self.cast.admins, "allowed_chats": self.cast.allowed_chats}
        return Settings.model_validate(
            {
                "telegram": telegram | who,
                "database": {"url": f"sqlite:///{self.folder / 'hark.db'}"},
                "x": {"accounts": self.cast.accounts} | self._of_x(),
                "feeds": [{"url": feed.url} for feed in self.cast.feeds],
                "polling": pace | {"allow_networks": ["127.0.0.0/8"], "per_host": 8},
                "names": self._of_names(),
                "quotas": dict(self.cast.quotas),
            }
        )

    def _of_x(self) -> dict[str, object]:
        x = self.cast.x
        return {} if x is None else {"bearer_token": x.token, "base_url": x.url, "interval": POLL}

    def _of_names(self) -> dict[str, object]:
        names = self.cast.names
        return {"lookup": False} if names is None else {"lookup": True, "lookup_url": names.url}
