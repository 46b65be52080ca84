"""The step that polls X accounts: all due ones together, for what is wanted of them, within the budget."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from accounts.catching_up import pass_over
from accounts.purse import Purse
from accounts.shelf import Shelf
from accounts.thrift import spared
from accounts.wants import Wanting
from model import Document, Failure, FailureReason, Outcome, Source, SourceKind, Wants
from pipeline import Polled, Taken
from polling import OF_X_ITSELF, Desk, Hand
from store import sources, spending, wanting
from store.database import Connection

_WINDOW = 5_000
"""Accounts read in one round: all there are, since those that are asked for the same words share queries."""

_SAID = {
    FailureReason.X_CREDENTIALS: "x.bearer_token: X does not accept it, https://console.x.com has another",
    FailureReason.X_MONEY: "X: the credits, or what may be spent, are used up: see https://console.x.com",
    FailureReason.X_BUDGET: "x.budget: used up",
}

_NO_TOKEN = Failure(FailureReason.X_CREDENTIALS)

_log = structlog.get_logger("accounts")


class Posts(Protocol):
    """What one round with X gave."""

    @property
    def outcomes(self) -> Mapping[int, Outcome]:
        """The outcome of each source by its id."""

    @property
    def pause_until(self) -> datetime | None:
        """When X may be asked again, None: at any time."""

    @property
    def billed(self) -> frozenset[str]:
        """Ids of the posts that were paid for."""

    @property
    def refused(self) -> frozenset[str]:
        """Words that X does not search for."""

    @property
    def queries(self) -> int:
        """How many searches the round takes."""


class PostReader(Protocol):
    """What reads X: many accounts in few requests."""

    async def read(
        self,
        sources: Sequence[Source],
        wants: Mapping[str, Wants] | None = None,
        shelf: Shelf | None = None,
    ) -> Posts:
        """Return an outcome for every source; never raises for what X does."""


class FreeReader(Protocol):
    """What reads accounts at no charge."""

    async def beside(
        self, sources: Sequence[Source], outcomes: Mapping[int, Outcome]
    ) -> Mapping[int, Outcome]:
        """Return the outcomes, for these sources with what may be read of them for nothing."""


Rests = Callable[[Source], timedelta | None]
"""How long an account may rest between two polls, since its posts come by themselves; None: as usual."""


def _as_usual(_: Source) -> timedelta | None:
    return None


@dataclass(frozen=True, slots=True)
class Pacing:
    """How often X may be asked, and how far back unasked."""

    rests: Rests = _as_usual
    searches: int = 150  # that a round may take before words are asked for without their signs
    asks_first: bool = False  # what was missed for want of money is read on somebody's word only


_USUAL = Pacing()
_QUARTER = timedelta(minutes=15)  # in which X counts searches
_PATIENCE = timedelta(minutes=5)  # rounds may take so long: later is better than never


def searches_in_a_round(limit: int, interval: timedelta) -> int:
    """Return how many searches a round may take at X's rate, `limit` in 15 minutes; more take too long."""
    return int(limit * (max(interval, _PATIENCE) / _QUARTER))


class AccountPoller:
    """Polls X accounts; knows what is wanted and what it costs, decides neither."""

    def __init__(
        self,
        desk: Desk,
        reader: PostReader,
        wanting: Wanting,
        purse: Purse,
        pace: Pacing = _USUAL,
        free: FreeReader | None = None,
    ) -> None:
        """Poll through `reader` for what `wanting` says, paid from `purse`.

        Through `free`, where there is any, comes what the money is too short for.
        """
        self._desk = desk
        self._hand = Hand(desk, SourceKind.X)
        self._reader = reader
        self._wanting = wanting
        self._purse = purse
        self._pace = pace
        self._free = free
        self._signs = True  # whether words are asked for as #word and $word too
        self._said: FailureReason | None = None  # what concerned X as a whole last time

    async def step(self) -> bool:
        """Poll the accounts that are due. Returns whether there were any. Raises StoreError."""
        claimed = await self._hand.claim(_WINDOW)
        if not claimed:
            return False
        try:
            claimed = await self._without_gaps(claimed)
            wants, lean = await self._wants(claimed)
            shelf = Shelf(self._desk, self._purse.post)
            await shelf.open()
            async with self._purse.round():
                posts = await self._reader.read(claimed, wants, shelf)
            self._say_refused(posts.outcomes)
            self._save(posts.queries)
            brought = posts.outcomes if self._free is None else await self._free.beside(lean, posts.outcomes)
            polled = [Polled(self._paced(each), brought[each.id]) for each in claimed]
            await self._hand.take_in(polled, _Bill(polled, posts, shelf, self._desk).write)
        finally:
            self._hand.drop()
        if posts.pause_until is not None:
            async with self._desk.database.begin() as conn:
                await sources.postpone(conn, SourceKind.X, posts.pause_until)
        return True

    async def _without_gaps(self, claimed: list[Source]) -> list[Source]:
        if not self._pace.asks_first:
            return claimed
        async with self._desk.database.begin() as conn:
            return await pass_over(conn, claimed, self._desk.clock())

    def _paced(self, source: Source) -> Source:
        """Return the source with the interval after which it must be polled again."""
        rest = self._pace.rests(source)
        return source if rest is None else replace(source, interval=rest)

    async def _wants(self, claimed: Sequence[Source]) -> tuple[dict[str, Wants], list[Source]]:
        """Return what is asked of each account, and those of which more is wanted than there is money for."""
        money = await self._purse.standing()
        async with self._desk.database.read() as conn:
            wants = await self._wanting.of(conn, claimed, signs=self._signs)
            asked = await spared(conn, wants, claimed, money, self._desk.clock())
        return asked, [each for each in claimed if asked[each.address] != wants[each.address]]

    def _save(self, queries: int) -> None:
        """Where a round takes far too long, believe X's word that `word` finds #word, too."""
        if self._signs and queries > self._pace.searches:
            _log.info(
                "a round takes more than five minutes: #word is left to the search for word", queries=queries
            )
            self._signs = False

    def _say_refused(self, outcomes: Mapping[int, Outcome]) -> None:
        """One line for the operator, however many accounts there are."""
        failures = [each for each in outcomes.values() if isinstance(each, Failure)]
        refused = next((each.reason for each in failures if each.reason in OF_X_ITSELF), None)
        asked = _NO_TOKEN not in failures  # else it was said at the start
        if asked and refused is not None and refused is not self._said:
            _log.error(f"{_SAID[refused]}; everything but X goes on")
        self._said = refused


class _Bill:
    """Whom the posts of one round were bought for."""

    def __init__(self, polled: Sequence[Polled], posts: Posts, shelf: Shelf, desk: Desk) -> None:
        self._guids = {
            str(mark): entry.guid
            for each in polled
            if isinstance(each.outcome, Document)
            for mark, entry in each.outcome.entries
        }
        self._open = set(posts.billed)
        self._refused = posts.refused
        self._shelf = shelf
        self._polled = {each.source.address: each.outcome for each in polled}
        self._desk = desk

    async def write(self, conn: Connection, taken: Taken) -> None:
        """Charge each post once, to the watches that it hit; to none what hit nothing."""
        now = self._desk.clock()
        for post in sorted(self._open):
            await spending.charge(conn, taken.hits.get(self._guids.get(post, ""), ()), self._shelf.price, now)
        self._open.clear()
        await self._shelf.clear(conn, self._polled)
        if self._refused:
            _log.warning(
                "X does not search for some words: their accounts are read whole", words=len(self._refused)
            )
            await wanting.miss_words(conn, self._refused, now)
