"""How far a query has been read while its accounts' cursors stand still: kept with each page. Pure.

Pages come newest first, so that a cursor may move only when the last one is there. What is read before:
    base ─── all read ─── low ─── not read yet ─── until ─── all read ─── reached ─── not read yet
and a query that asks the same accounts for the same words, or for fewer, is asked for the two gaps alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from feeds.x_answers import Page
from feeds.x_plan import XQuery
from feeds.x_query import OVERLAP, REACH, UNSEARCHED, later, snowflake


@dataclass(frozen=True, slots=True)
class Progress:
    """What of a query's posts is stored, by their ids."""

    accounts: tuple[str, ...]
    words: tuple[str, ...]
    base: int
    low: int
    until: int  # 0: nothing is left between
    reached: int

    def covers(self, asked: XQuery) -> bool:
        """Tell whether everything that a query would find here has been found."""
        words = not self.words or (bool(asked.words) and set(asked.words) <= set(self.words))
        accounts = {source.address for source in asked.sources} <= set(self.accounts)
        return words and accounts and self.base <= (asked.since or 0)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of ids to ask for."""

    since: int | None
    until: int = 0  # 0: up to the newest


def progress_of(asked: XQuery, known: Iterable[Progress]) -> Progress | None:
    """Return the known progress that spares a query the most, None when there is none."""
    return max(
        (each for each in known if each.covers(asked)),
        key=lambda each: (each.reached, -each.until),
        default=None,
    )


def parts_of(asked: XQuery, before: Progress | None, now: datetime) -> Sequence[Part]:
    """Return what is to be asked for, older first; a stretch out of X's reach is left."""
    since = asked.since or 0
    if before is None:
        return (Part(asked.since),)
    fresh = Part(max(since, later(before.reached, -OVERLAP)))
    if before.until <= max(since, snowflake(now - REACH)):
        return (fresh,)
    return Part(max(since, before.low) or None, before.until), fresh


def after(asked: XQuery, before: Progress | None, part: Part, page: Page, now: datetime) -> Progress:
    """Return how far a query has been read with one more page, that holds posts, of a part."""
    ids = [post.id for post in page.posts]
    until = min(ids) if page.next_token else 0
    accounts = tuple(source.address for source in asked.sources)
    if part.until and before is not None:
        return replace(before, accounts=accounts, words=asked.words, low=part.since or 0, until=until)
    base = asked.since or 0 if before is None else before.base
    reached = max(snowflake(now - UNSEARCHED), *ids, 0 if before is None else before.reached)
    return Progress(accounts, asked.words, base, part.since or 0, until, reached)
