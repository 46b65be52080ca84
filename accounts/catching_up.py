"""What was posted while X could not be paid: read on the operators' word, once they know its price.

An account that was unwatched for want of money goes on from now when there is money again. Where it stopped
is kept until the operators choose: then its cursor goes back there, or the gap stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from feeds.x_query import REACH, UNSEARCHED, cursor_of, posted_at, snowflake
from locales import Text
from model import Button, FailureReason, Message, Source
from store import accounts, spending, stoppages
from store.database import Connection

_MONEY = (FailureReason.X_MONEY, FailureReason.X_BUDGET)
_WORTH = timedelta(hours=1)  # shorter gaps are read without a question
_LOOKED_AT = 28  # days by which a gap's posts are estimated
_ASSUMED = 20, 100  # posts of an account a day, of which one is wanted, before there is a ledger


@dataclass(frozen=True, slots=True)
class Gap:
    """What is not read yet; money is millionths of a dollar."""

    accounts: int
    since: datetime
    cost: int  # estimated


async def pass_over(conn: Connection, claimed: Sequence[Source], now: datetime) -> list[Source]:
    """Return the accounts with those that were unwatched for want of money going on from now.

    Where they stopped is kept. Raises StoreError.
    """
    stopped = [source for source in claimed if _is_behind(source, now)]
    if not stopped:
        return list(claimed)
    kept = await stoppages.gaps(conn)
    await stoppages.keep_gaps(conn, {source.id: source.cursor for source in stopped} | kept)
    cursor = str(snowflake(now - UNSEARCHED))
    behind = {source.id for source in stopped}
    return [replace(source, cursor=cursor) if source.id in behind else source for source in claimed]


def _is_behind(source: Source, now: datetime) -> bool:
    ill = source.failure is not None and source.failure.reason in _MONEY
    since = source.failing_since
    return ill and since is not None and now - since >= _WORTH and cursor_of(source) is not None


async def gap(conn: Connection, post: int, now: datetime) -> Gap | None:
    """Return what is not read yet and what it would cost at `post` a post, None when nothing is open.

    The estimate is the ledger's: as many posts a day as on the days before on which any were bought.
    """
    kept = await stoppages.gaps(conn)
    if not kept:
        return None
    since = max(min(posted_at(int(cursor)) for cursor in kept.values()), now - REACH)
    days = max(now - since, timedelta(hours=1)) / timedelta(days=1)
    return Gap(len(kept), since, round(await _posts_a_day(conn, len(kept), now) * days) * post)


async def _posts_a_day(conn: Connection, asked: int, now: datetime) -> float:
    today = now.astimezone(UTC).date()
    counts = [await spending.posts_on(conn, today - timedelta(days=ago)) for ago in range(_LOOKED_AT)]
    busy = [count for count in counts if count]
    posts, wanted = _ASSUMED
    return sum(busy) / len(busy) if busy else asked * posts / wanted


def offer(text: Text, found: Gap, now: datetime) -> Message:
    """Return what is said of a gap, with the buttons to choose by."""
    price = text.about(found.cost)
    html = text.html(
        "catch-up-offer", accounts=found.accounts, since=text.date(found.since, now), price=price
    )
    rows = (
        (Button(text.plain("catch-up-button", price=price), "xc:1"),),
        (Button(text.plain("catch-up-leave-button"), "xc:0"),),
    )
    return Message(html, rows)


async def read_it(conn: Connection, now: datetime) -> int:
    """Let the accounts be read from where they stopped, at once. Returns how many. Raises StoreError."""
    kept = await stoppages.gaps(conn)
    await accounts.set_back(conn, kept, now)
    await stoppages.keep_gaps(conn, {})
    return len(kept)


async def leave_it(conn: Connection) -> int:
    """Let what was posted meanwhile stay unread. Returns of how many accounts. Raises StoreError."""
    kept = await stoppages.gaps(conn)
    await stoppages.keep_gaps(conn, {})
    return len(kept)
