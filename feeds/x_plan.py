"""What is asked of X: what watches want of accounts, in few recent-search queries. Pure.

A query is `(from:a OR from:b …) (word OR "a phrase" OR #tag …) -is:retweet`; without words it asks for every
post. No word is asked of an account of which nobody wants it. Accounts are asked together only when they are
asked the same way:

    never read            baseline: the newest posts, no more than what the overlap needs
    read, nothing yet     everything X still has
    read up to a cursor   what is newer than the oldest cursor, less the overlap; never older than X searches.
                          Cursors far apart are asked apart: what is read again may be paid for again
    refused by X          alone, so that it spoils no other account's poll
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache

from feeds.x_cover import Block, Wanted, account_size, cover, packed, word_size
from feeds.x_query import REACH, cursor_of, later, since_of, snowflake
from model import FailureReason, Source, Wants

APART = timedelta(hours=6)
"""How far the cursors of accounts that are asked together may be apart."""

_NO_RETWEETS = " -is:retweet"
_FRAME = len("() ()" + _NO_RETWEETS) - 2 * len(" OR ")  # what a query takes beside its accounts and words
_FRAME_OF_ALL = len("()" + _NO_RETWEETS) - len(" OR ")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a query may be, in characters of which wide ones count twice, since X names no unit."""

    query: int = 512
    spare: int = 12  # left free, should X count otherwise

    @property
    def aim(self) -> int:
        """Return the length up to which queries are filled."""
        return self.query - self.spare


@dataclass(frozen=True, slots=True)
class XQuery:
    """One query: accounts, and words one of which a post must have."""

    sources: tuple[Source, ...]
    words: tuple[str, ...] = ()  # terms of X's search; (): every post
    since: int | None = None  # only newer posts; None: all that X still has
    baseline: bool = False  # never read before: only the newest posts count
    raised: bool = False  # `since` was too old for X: what lies before the new one is lost

    @property
    def query(self) -> str:
        """Return the query as X takes it."""
        accounts = " OR ".join(f"from:{source.address}" for source in self.sources)
        words = f" ({' OR '.join(self.words)})" if self.words else ""
        return f"({accounts}){words}{_NO_RETWEETS}"

    def raised_to(self, floor: int) -> XQuery:
        """Return the query asked from `floor` on, X's own limit, and a minute more as that limit moves."""
        return replace(self, since=later(floor, timedelta(minutes=1)), raised=True)

    def halves(self) -> tuple[XQuery, ...]:
        """Return two queries that ask for the same: by words, as X refuses these rather than accounts, and of
        one word by accounts; nothing for one word of one account."""
        return self.by_words() or self.by_accounts()

    def by_words(self) -> tuple[XQuery, ...]:
        """Return two queries with half of the words each; nothing when there are not two."""
        middle = len(self.words) // 2
        if not middle:
            return ()
        return replace(self, words=self.words[:middle]), replace(self, words=self.words[middle:])

    def by_accounts(self) -> tuple[XQuery, ...]:
        """Return two queries with half of the accounts each; nothing when there are not two."""
        middle = len(self.sources) // 2
        if not middle:
            return ()
        return replace(self, sources=self.sources[:middle]), replace(self, sources=self.sources[middle:])


def plan(
    sources: Sequence[Source],
    wants: Mapping[str, Wants],
    limits: Limits,
    now: datetime,
    before: Sequence[XQuery] = (),
) -> tuple[XQuery, ...]:
    """Return the queries that bring what is wanted of `sources`, X accounts; `wants` is by their addresses.

    An account of which nothing is wanted is in no query; one with a word too long to stand beside it is asked
    for every post. What an account wants may be spread over several queries: it has been read when all of
    them have. Queries are made as they were `before` where that costs none more.
    """
    asked = {
        source.address: _asked(source, wants[source.address], limits)
        for source in sources
        if source.address in wants
    }
    wanting = [source for source in sources if asked.get(source.address) not in (None, Wants())]
    found: list[XQuery] = []
    for alike in _alike(wanting, now):
        accounts = {source.address: source for source in alike}
        some = {address: asked[address].words for address in accounts if not asked[address].full}
        blocks = [Block(full, ()) for full in _whole(accounts.keys() - some.keys(), limits)]
        blocks += _covered(tuple(some.items()), limits.aim - _FRAME, tuple(_blocks(before, some)))
        found += [_query(block, [accounts[address] for address in block.accounts], now) for block in blocks]
    return tuple(found)


@lru_cache(maxsize=8)  # what is wanted is the same in most rounds
def _covered(
    wanted: tuple[tuple[str, frozenset[str]], ...], room: int, before: tuple[Block, ...]
) -> tuple[Block, ...]:
    return tuple(cover(dict(wanted), room, before))


def _asked(source: Source, wants: Wants, limits: Limits) -> Wants:
    room = limits.aim - _FRAME - account_size(source.address)
    return Wants(full=True) if wants.full or _longest(wants.words) > room else wants


@lru_cache(maxsize=1_000)
def _longest(words: frozenset[str]) -> int:
    return max(map(word_size, words), default=0)


def _whole(accounts: Iterable[str], limits: Limits) -> list[tuple[str, ...]]:
    """Return the accounts that are asked for every post, by query."""
    return packed({account: account_size(account) for account in accounts}, limits.aim - _FRAME_OF_ALL)


def _blocks(before: Iterable[XQuery], some: Wanted) -> list[Block]:
    """Return what of earlier queries asks accounts for words that are asked for words now."""
    parts = (
        (tuple(source.address for source in each.sources if source.address in some), each.words)
        for each in before
    )
    return [Block(accounts, words) for accounts, words in parts if accounts and words]


def _query(block: Block, sources: Sequence[Source], now: datetime) -> XQuery:
    chosen = tuple(sources)
    begins = [since for since in map(since_of, chosen) if since is not None]
    if not begins:
        return XQuery(chosen, block.words, baseline=chosen[0].first_read is None)
    since, floor = min(begins), snowflake(now - REACH)
    return XQuery(chosen, block.words, since=max(since, floor), raised=since < floor)


def _alike(sources: Sequence[Source], now: datetime) -> Iterator[list[Source]]:
    """Yield accounts that are asked the same way, each by address."""
    alone = [s for s in sources if s.failure is not None and s.failure.reason is FailureReason.X_REFUSED]
    together = sorted((s for s in sources if s not in alone), key=lambda s: s.address)
    unread = [source for source in together if cursor_of(source) is None]
    groups = [
        [source for source in unread if source.first_read is None],
        [source for source in unread if source.first_read is not None],
        *_near([source for source in together if cursor_of(source) is not None], now),
        *([source] for source in alone),
    ]
    yield from filter(None, groups)


def _near(sources: Sequence[Source], now: datetime) -> Iterator[list[Source]]:
    """Yield read accounts whose cursors are near each other, those read furthest first."""
    floor = snowflake(now - REACH)
    cursors = {source.address: max(cursor_of(source) or 0, floor) for source in sources}
    left = list(sources)
    while left:
        oldest = later(max(cursors[source.address] for source in left), -APART)
        yield [source for source in left if cursors[source.address] >= oldest]
        left = [source for source in left if cursors[source.address] < oldest]
