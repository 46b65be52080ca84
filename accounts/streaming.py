"""The steps of `x.mode: stream`: X sends what is wanted as it is posted; searches bring the rest.

    tend     what watches want ──▶ rules that X keeps
    step     connect ──▶ posts ──▶ paid, taken in, told ──▶ the stream ends ──▶ wait a while

Nothing streamed moves a cursor: an account has been read as far as searches have read it. While the stream is
there they come seldom, right after it came, and a little later once more, since X finds new posts late.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Protocol

import structlog

from accounts.breakdown import Keeper
from accounts.purse import Purse
from accounts.thrift import spared
from accounts.wants import Wanting
from errors import StoreError
from feeds.x_answers import Post
from feeds.x_documents import Search, outcomes
from feeds.x_json import Reply
from feeds.x_line import Streams
from feeds.x_meter import Held
from feeds.x_plan import XQuery
from feeds.x_rulebook import Rulebook
from feeds.x_rules import RuleLimits, RuleSet, rule_set
from feeds.x_usage import balance
from model import Bought, Document, Failure, FailureReason, Resource, Source, Wants
from pipeline import Polled
from polling import OF_X_ITSELF, Desk
from store import accounts, sources, spending
from store import wanting as wanting_rows

TEND_EVERY = timedelta(seconds=10)
LOOK_EVERY = timedelta(seconds=0.5)
NET = timedelta(minutes=15)
"""How long an account that is streamed rests between two searches."""

LATE = timedelta(seconds=45)
"""How long after a post X's search finds it for certain."""

LONGEST = timedelta(seconds=64)
"""How long to wait, at most and but for the spread, before connecting again."""

_CALM = timedelta(seconds=60)  # a stream that lasted so long was a good one
_AGAIN = timedelta(minutes=15)  # between two tries where the operator has to mend something
_LOOK_UP = timedelta(hours=1)  # between two looks at what X keeps
_BLOCK = 10  # posts paid for in advance
_SPREAD = 0.25

_log = structlog.get_logger("stream")


class Teller(Protocol):
    """Says, free of charge, what is left of the credit."""

    async def credits(self) -> Reply | Failure:
        """Return X's answer."""

    @property
    def paused_until(self) -> datetime | None:
        """When X may be searched again, None: now."""


@dataclass(frozen=True, slots=True)
class Line:
    """The way to X, and what it allows."""

    stream: Streams
    teller: Teller
    limits: RuleLimits
    interval: timedelta  # between two searches where there is no stream


def back_off(tries: int, random: Random) -> timedelta:
    """Return how long to wait after so many short tries: 1, 2, 4 … 64 seconds and up to a quarter more."""
    return min(timedelta(seconds=2 ** min(tries, 16)), LONGEST) * (1 + _SPREAD * random.random())


class _Wishes:
    """What is wanted of the accounts that can be streamed; worked out anew only when something changed."""

    def __init__(self, desk: Desk, wanting: Wanting, purse: Purse, limits: RuleLimits) -> None:
        self._database = desk.database
        self._wanting = wanting
        self._purse = purse
        self._limits = limits
        self._clock = desk.clock
        self._asked: object = None
        self._all: dict[str, Wants] = {}
        self._wants: dict[str, Wants] = {}
        self._rules = RuleSet()

    async def now(self) -> tuple[Mapping[str, Wants], RuleSet]:
        """Return what is wanted of each account, and the rules that bring it. Raises StoreError."""
        money = await self._purse.standing()
        async with self._database.read() as conn:
            found = await accounts.streamable(conn)
            asked = (
                [(each.id, each.address, each.shared) for each in found],
                await sources.follows_of(conn, {each.id for each in found}),
                await wanting_rows.asking(conn, None),
                await wanting_rows.missed_words(conn),
            )
            if asked != self._asked:
                self._all, self._asked = await self._wanting.of(conn, found), asked
            some = await spared(conn, self._all, found, money, self._clock())
        wants = {account: each for account, each in sorted(some.items()) if each != Wants()}
        if wants != self._wants:
            self._rules = await asyncio.to_thread(rule_set, wants, self._limits, self._rules)
            self._wants = wants
        return self._wants, self._rules


class Streamer:
    """Keeps one connection to X's stream, and the rules behind it."""

    def __init__(self, desk: Desk, line: Line, wanting: Wanting, purse: Purse, random: Random) -> None:
        """Stream what `wanting` says, paid from `purse`; `random` spreads tries."""
        self._desk = desk
        self._line = line
        self._wishes = _Wishes(desk, wanting, purse, line.limits)
        self._purse = purse
        self._random = random
        self._rules = Rulebook(line.stream, line.limits.rules)
        self._wants: Mapping[str, Wants] = {}
        self._looked: datetime | None = None  # when X was last asked what it keeps
        self._tend_again: datetime | None = None
        self._failed = 0  # times in a row that rules could not be changed
        self._opened: datetime | None = None  # None: there is no stream
        self._again: datetime | None = None  # when to connect
        self._short = 0  # streams in a row that did not last
        self._held: Held | None = None  # paid for in advance
        self._trouble: Failure | None = None  # why there was none last time
        self._unpaid: Failure | None = None  # why it was hung up
        self._searched: datetime | None = None  # when searches were last called for
        self._keeper = Keeper(desk.database, desk.clock)

    @property
    def _streamed(self) -> frozenset[str]:
        return self._rules.covered if self._opened is not None else frozenset()

    def rests(self, source: Source) -> timedelta | None:
        """Return how long an account that was just searched may rest; None: as long as any."""
        if self._opened is None or source.address not in self._streamed:
            return None
        return LATE if self._desk.clock() - self._opened < LATE else NET

    async def tend(self) -> bool:
        """Let X keep the rules for what is wanted now. Returns False. Raises StoreError."""
        now = self._desk.clock()
        if self._tend_again is not None and now < self._tend_again:
            return False
        stale = self._looked is None or now - self._looked >= _LOOK_UP
        if stale:
            self._rules.forget()
        wants, wanted = await self._wishes.now()
        before, fresh = self._rules.covered, self._changed(wants)
        failure = await self._rules.bring_to(wanted)
        if failure is not None:
            self._tend_again = now + self._wait(failure, self._failed)
            self._failed += 1
            if self._failed == 1:
                _log.warning("X's rules cannot be changed", reason=failure.reason, status=failure.status)
            if self._opened is None:
                await self._keeper.broke(failure, self._tend_again)
            await self._search_meanwhile(frozenset(wants) - self._streamed)
            return False
        self._looked = now if stale else self._looked
        self._tend_again, self._failed, self._wants = None, 0, wants
        if not self._rules.covered:
            self._line.stream.hang_up()
            await self._keeper.is_over()
        elif self._opened is not None:
            await self._search(fresh | (before - self._rules.covered))
        return False

    def _changed(self, wants: Mapping[str, Wants]) -> frozenset[str]:
        return frozenset(account for account in wants if wants[account] != self._wants.get(account))

    async def step(self) -> bool:
        """Listen to the stream for as long as it lasts. Returns False. Raises StoreError."""
        now = self._desk.clock()
        if not self._rules.covered or (self._again is not None and now < self._again):
            return False
        self._again = now + LONGEST  # should we trip over something of our own
        why = await self._broke() or await self._hold()
        if why is None:
            try:
                why = await self._line.stream.listen(self)
            finally:
                opened, self._opened = self._opened, None
                await self._release()
        else:
            opened = None
        await self._over(why, opened)
        return False

    async def opened(self) -> None:
        """Search once for what was posted while there was no stream. Raises StoreError."""
        self._opened = self._desk.clock()
        _log.info("X's stream is there", accounts=len(self._rules.covered))
        self._trouble = None
        await self._keeper.is_over()
        await self._search(self._rules.covered)

    async def post(self, post: Post) -> bool:
        """Pay for a post and take it in; return whether the next one can be paid too. Raises StoreError."""
        billed: frozenset[str] = frozenset()
        if self._held is not None:
            billed = await self._purse.settle(self._held, Bought(Resource.POST, (str(post.id),)))
            self._held = None
        try:
            await self._take_in(post, billed)
        except StoreError:
            raise
        except Exception:  # a bug of ours on one post: said, and the others go on; a search brings it again
            _log.exception("a post could not be taken in", post=post.id)
        broke = await self._hold()
        self._unpaid = broke
        return broke is None

    async def _take_in(self, post: Post, billed: frozenset[str]) -> None:
        now = self._desk.clock()
        owed = 0
        async with self._desk.database.begin() as conn:
            source = await accounts.by_number(conn, post.author_id)
            polled = [] if source is None else _as_polled(source, post)
            hits: tuple[int, ...] = ()
            if polled:
                taken = await self._desk.ingest.beside(conn, polled, now)
                owed, hits = taken.owed, tuple(n for some in taken.hits.values() for n in some)
            if billed:
                await spending.charge(conn, hits, self._purse.post, now)
        if owed:
            self._desk.engine.wake(None, "send")

    async def _hold(self) -> Failure | None:
        """Pay for some posts in advance; return why not."""
        if self._held is None:
            held = await self._purse.reserve(Resource.POST, _BLOCK, 1)
            if isinstance(held, Failure):
                return held
            self._held = held
        return None

    async def _release(self) -> None:
        if self._held is not None:
            await self._purse.settle(self._held, Bought(Resource.POST, ()))
            self._held = None

    async def _broke(self) -> Failure | None:
        """Return the trouble with money or token that a free call says is still there."""
        trouble = self._trouble
        if trouble is None or trouble.reason not in (FailureReason.X_MONEY, FailureReason.X_CREDENTIALS):
            return None
        reply = await self._line.teller.credits()
        gone = isinstance(reply, Reply) and balance(reply) != 0 and reply.status != 401
        return None if gone else Failure(trouble.reason, trouble.status)

    async def _over(self, why: Failure | None, opened: datetime | None) -> None:
        """Decide when to connect again, and search meanwhile when that did not go well."""
        now = self._desk.clock()
        why, self._unpaid = why or self._unpaid, None
        lasted = opened is not None and now - opened >= _CALM
        self._short = 0 if lasted else self._short
        self._again = now + (self._wait(why, self._short) if why is not None else timedelta(0))
        self._short += 1
        if why is not None and why.status == 409:  # X knows no rules
            self._rules.forget()
            self._looked = None
        if why is not None:
            self._say(why)
            await self._keeper.broke(why, self._again)
        if opened is None:
            await self._search_meanwhile(self._rules.covered)

    def _wait(self, why: Failure, tries: int) -> timedelta:
        if why.retry_after is not None:
            return why.retry_after + timedelta(seconds=1 + self._random.random())
        if why.reason is FailureReason.X_BUDGET:
            return LONGEST
        return _AGAIN if why.reason in OF_X_ITSELF else back_off(tries, self._random)

    async def _search_meanwhile(self, found: frozenset[str]) -> None:
        """Let accounts that are not streamed be searched, unless they have just been."""
        if self._searched is None or self._desk.clock() - self._searched >= self._line.interval:
            await self._search(found)

    async def _search(self, found: frozenset[str]) -> None:
        """Let accounts be searched as soon as X lets us."""
        if not found:
            return
        self._searched = self._desk.clock()
        async with self._desk.database.begin() as conn:
            until = max(self._searched, self._line.teller.paused_until or self._searched)
            await accounts.hurry(conn, found, until)
        self._desk.engine.wake(None, "posts")

    def _say(self, why: Failure) -> None:
        """One line for each new reason."""
        if self._trouble is None or self._trouble.reason is not why.reason:
            _log.warning("no stream from X: accounts are searched", reason=why.reason, status=why.status)
        self._trouble = why


def _as_polled(source: Source, post: Post) -> list[Polled]:
    found = (outcomes(Search(XQuery((source,)), (post,)), {}) or {}).get(source.id)
    return [Polled(source, found)] if isinstance(found, Document) and found.entries else []
