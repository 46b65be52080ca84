"""What is asked of X: many accounts packed into few recent-search queries. Pure.

A query is `(from:a OR from:b …) -is:retweet`. Words are not part of it: matching is done on what comes back.
Accounts are packed together only when they are asked the same way:

    never read            baseline: the newest posts, no more than what the overlap needs
    read, nothing yet     everything X still has
    read up to a cursor   what is newer than the oldest cursor of the pack, less the overlap
    refused by X          alone, so that it spoils no other account's poll
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from model import FailureReason, Source

QUERY_LIMIT = 512
"""Characters of the decoded query that X takes from a self-serve account."""

OVERLAP = timedelta(seconds=120)
"""How far before its cursor an account is read again: X indexes some posts late."""

REACH = timedelta(days=6, hours=23)
"""How far back recent search is asked: X's seven days less an hour."""

_EPOCH = datetime.fromtimestamp(1288834974.657, UTC)  # when X began to count post ids in milliseconds
_HANDLE = re.compile(r"[A-Za-z0-9_]{1,15}")
_NO_RETWEETS = " -is:retweet"


def is_handle(text: str) -> bool:
    """Tell whether `text`, without "@", can be the name of an account at all."""
    return _HANDLE.fullmatch(text) is not None


def snowflake(moment: datetime) -> int:
    """Return the smallest post id that X may give at `moment`; 0 for a time before X's ids."""
    return max(0, _width(moment - _EPOCH))


def later(post_id: int, span: timedelta) -> int:
    """Return the id `span` after (before, when negative) `post_id`; never below 0."""
    return max(0, post_id + _width(span))


def _width(span: timedelta) -> int:
    return span // timedelta(milliseconds=1) << 22


def cursor_of(source: Source) -> int | None:
    """Return the newest post id read of an account; None when there is none."""
    return int(source.cursor) if source.cursor.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Pack:
    """Accounts that one query asks for."""

    sources: tuple[Source, ...]
    since: int | None = None  # only newer posts; None: all that X still has
    baseline: bool = False  # never read before: only the newest posts count
    raised: bool = False  # `since` was too old for X: what lies before the new one is lost

    @property
    def query(self) -> str:
        """Return the query as X takes it."""
        return query(source.address for source in self.sources)

    def raised_to(self, floor: int) -> Pack:
        """Return the pack asked from `floor` on, X's own limit, and a minute more as that limit moves."""
        return replace(self, since=later(floor, timedelta(minutes=1)), raised=True)

    def halves(self) -> tuple[Pack, Pack]:
        """Return two packs that ask for the same."""
        middle = len(self.sources) // 2
        return replace(self, sources=self.sources[:middle]), replace(self, sources=self.sources[middle:])


def query(handles: Iterable[str]) -> str:
    """Return the query for all posts of `handles` but their retweets."""
    return "(" + " OR ".join(f"from:{handle}" for handle in handles) + ")" + _NO_RETWEETS


def packs(sources: Sequence[Source], limit: int = QUERY_LIMIT) -> list[Pack]:
    """Return packs that hold every source once, none with a query longer than `limit` characters."""
    alone = [s for s in sources if s.failure is not None and s.failure.reason is FailureReason.X_REFUSED]
    together = [s for s in sources if s not in alone]
    unread = [s for s in together if cursor_of(s) is None]
    groups = [
        [s for s in unread if s.first_read is None],
        [s for s in unread if s.first_read is not None],
        # by cursor, so that one account left behind makes few others be read again
        sorted((s for s in together if cursor_of(s) is not None), key=lambda s: (cursor_of(s), s.address)),
    ]
    filled = [_pack(chunk) for group in groups for chunk in _chunks(group, limit)]
    return filled + [_pack((source,)) for source in alone]


def _pack(sources: tuple[Source, ...]) -> Pack:
    cursors = [cursor for cursor in map(cursor_of, sources) if cursor is not None]
    if cursors:
        return Pack(sources, since=later(min(cursors), -OVERLAP))
    return Pack(sources, baseline=sources[0].first_read is None)


def _chunks(sources: Iterable[Source], limit: int) -> Iterator[tuple[Source, ...]]:
    chunk: tuple[Source, ...] = ()
    for source in sources:
        if chunk and len(query(s.address for s in (*chunk, source))) > limit:
            yield chunk
            chunk = ()
        chunk = (*chunk, source)
    if chunk:
        yield chunk
