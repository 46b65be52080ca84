"""What of X is a number or a name: post ids, times, cursors, handles; and a plain query for posts. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from model import Source

OVERLAP = timedelta(seconds=120)
"""How far before its cursor an account is read again: X indexes some posts late."""

REACH = timedelta(days=6, hours=23)
"""How far back recent search is asked: X's seven days less an hour."""

UNSEARCHED = timedelta(seconds=30)
"""How new a post must not be for X to find it."""

_EPOCH = datetime.fromtimestamp(1288834974.657, UTC)  # when X began to count post ids in milliseconds
_HANDLE = re.compile(r"[A-Za-z0-9_]{1,15}")
_NO_RETWEETS = " -is:retweet"


def is_handle(text: str) -> bool:
    """Tell whether `text`, without "@", can be the name of an account at all."""
    return _HANDLE.fullmatch(text) is not None


def snowflake(moment: datetime) -> int:
    """Return the smallest post id that X may give at `moment`; 0 for a time before X's ids."""
    return max(0, _width(moment - _EPOCH))


def posted_at(post_id: int) -> datetime:
    """Return when X gave out a post id."""
    return _EPOCH + timedelta(milliseconds=post_id >> 22)


def later(post_id: int, span: timedelta) -> int:
    """Return the id `span` after (before, when negative) `post_id`; never below 0."""
    return max(0, post_id + _width(span))


def _width(span: timedelta) -> int:
    return span // timedelta(milliseconds=1) << 22


def cursor_of(source: Source) -> int | None:
    """Return the newest post id read of an account; None when there is none."""
    return int(source.cursor) if source.cursor.isdecimal() else None


def since_of(source: Source) -> int | None:
    """Return the id after which an account is read: its cursor less the overlap, but nothing from before its
    first read; None when it has no cursor."""
    cursor = cursor_of(source)
    if cursor is None:
        return None
    begin = 0 if source.first_read is None else snowflake(source.first_read) - 1
    return max(later(cursor, -OVERLAP), begin)


def query(handles: Iterable[str]) -> str:
    """Return the query for all posts of `handles` but their retweets."""
    return "(" + " OR ".join(f"from:{handle}" for handle in handles) + ")" + _NO_RETWEETS
