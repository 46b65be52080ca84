"""X is not read, for want of money or of a token: told once, with who is unwatched, and once when it is over.

Nothing is decided here but what is said. What was posted while X could not be paid is offered with its price
(`catching_up`); after any other stop, and after a short one, it is read as soon as X answers again, up to
seven days back, and what that has cost is told when it is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from accounts import catching_up
from accounts.catching_up import Gap
from accounts.operators import Say
from feeds.x_budget import Level, Standing, again
from feeds.x_query import REACH
from locales import Text
from model import Failure, FailureReason, Message, Source, Spending
from polling import OF_X_ITSELF
from store import spending, stoppages
from store.database import Connection
from store.stoppages import Told

_NAMED = 20  # accounts
_SMALLEST = 10  # posts of X's smallest page


@dataclass(frozen=True, slots=True)
class Now:
    """How it stands with X at this moment."""

    money: Standing
    post: int  # what a post costs
    trouble: Failure | None  # of X itself, as the reader knows it
    covered: bool  # feeds of posts are read instead
    at: datetime


async def news(conn: Connection, now: Now) -> Say | None:
    """Return what the operators do not know yet of a stop of X or of its end, None: nothing; remember it."""
    before = await stoppages.told(conn)
    stop = await _stop(conn, now)
    spent = await spending.spending(conn, now.at)
    if stop is None:
        if before is None or not await _is_over(conn):
            return None
        await stoppages.keep_told(conn, None)
        unread = await catching_up.gap(conn, now.post, now.at)
        return lambda text: _over(text, before, spent, unread, now.at)
    if before is not None and before.reason is stop.failure.reason:
        return None
    told = _told(stop, spent)
    await stoppages.keep_told(conn, told)
    return lambda text: _stopped(text, stop.failure, told, now)


@dataclass(frozen=True, slots=True)
class _Stop:
    failure: Failure
    since: datetime
    accounts: Sequence[Source]


async def _stop(conn: Connection, now: Now) -> _Stop | None:
    """Return why X is not read, None when it is. That all is spent is known before the next poll fails."""
    unread = await stoppages.unread(conn, OF_X_ITSELF)
    if unread:
        first = unread[0]
        failure = first.failure or Failure(FailureReason.X_BUDGET)
        return _Stop(failure, first.failing_since or now.at, unread)
    why = Failure(FailureReason.X_BUDGET) if now.money.level is Level.OUT else None
    if now.trouble is not None and now.covered:
        why = now.trouble
    if why is None:
        return None
    return _Stop(why, now.at, () if now.covered else await stoppages.polled(conn))


async def _is_over(conn: Connection) -> bool:
    """Tell whether accounts are read again, not merely ill for another reason; trivially so without any."""
    every = await stoppages.polled(conn)
    return not every or any(source.failing_since is None for source in every)


def _told(stop: _Stop, spent: Spending) -> Told:
    names = tuple(source.name or f"@{source.address}" for source in stop.accounts)
    return Told(
        stop.failure.reason, stop.since, names[:_NAMED], len(names[_NAMED:]), spent.month, spent.reads
    )


def _stopped(text: Text, why: Failure, stop: Told, now: Now) -> str:
    lines = [_why(text, why, now)]
    if stop.names:
        since = text.date(stop.since, now.at)
        lines.append(text.html("stop-accounts", since=since, names=", ".join(stop.names), more=stop.more))
    elif now.covered:
        lines.append(text.html("stop-covered"))
    return "\n".join(lines)


def _why(text: Text, why: Failure, now: Now) -> str:
    if why.reason is FailureReason.X_MONEY:
        return text.html("stop-unpaid", reason=text.plain(why.key))
    if why.reason is FailureReason.X_CREDENTIALS:
        if why.status == 403:
            return text.html("stop-project")
        return text.html("stop-credentials", reason=text.plain(why.key))
    until = again(now.money, _SMALLEST * now.post, now.at)
    return text.html(
        "spending-out",
        spent=text.dollars(now.money.spent),
        budget=text.dollars(now.money.budget or 0),
        again=text.date(until, now.at),
    )


def _over(text: Text, stop: Told, spent: Spending, unread: Gap | None, now: datetime) -> Message:
    minutes = max(1, round((now - stop.since) / timedelta(minutes=1)))
    length = text.duration(timedelta(minutes=minutes))
    if stop.names:
        names = ", ".join(stop.names)
        lines = [text.html("stop-over", length=length, names=names, more=stop.more)]
    else:
        lines = [text.html("stop-over-covered", length=length)]
    offered = None if unread is None else catching_up.offer(text, unread, now)
    lines.append(_cost(text, stop, spent) if offered is None else offered.html)
    if now - stop.since > REACH:
        lines.append(text.html("stop-lost", before=text.date(now - REACH, now)))
    return Message("\n".join(lines), () if offered is None else offered.buttons)


def _cost(text: Text, stop: Told, spent: Spending) -> str:
    same_month = spent.month >= stop.spent and spent.reads >= stop.reads
    cost, reads = (
        (spent.month - stop.spent, spent.reads - stop.reads) if same_month else (spent.month, spent.reads)
    )
    return text.html("stop-over-cost", cost=text.dollars(cost), reads=reads)
