"""What X means when it refuses, and how long it wants to be left alone. Pure.

400 since_id too old                              SinceTooOld: ask again from where X still searches
400 anything else                                 X_REFUSED: one account of the query is to blame
401, 403                                          X_CREDENTIALS
402, 403 SpendCapReached, 429 UsageCapExceeded    X_MONEY: waiting does not help, paying does
429                                               RATE_LIMITED, until X's reset
anything else                                     HTTP_STATUS
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from feeds.x_json import Reply, mapping, objects, parsed, string
from feeds.x_query import REACH, snowflake
from model import Failure, FailureReason

UNTOLD_WAIT = timedelta(seconds=60)
"""How long to wait after a 429 that does not say how long."""

LONGEST_WAIT = timedelta(days=1)
"""X's windows last 15 minutes or 24 hours: a reset further away is nonsense."""

_LARGER_THAN = re.compile(r"larger than (\d{1,19})")


@dataclass(frozen=True, slots=True)
class SinceTooOld:
    """X refuses to search as far back as was asked; it would from post id `floor` on."""

    floor: int


def pause_until(reply: Reply, now: datetime) -> datetime | None:
    """Return when this endpoint may be asked again (a second after X's reset); None: at once."""
    limited = reply.status == 429 and not _is_usage_cap(parsed(reply.body))
    exhausted = reply.headers.get("x-rate-limit-remaining") == "0"
    reset = _reset(reply.headers, now)
    if reset is None:
        return now + UNTOLD_WAIT if limited else None
    if not (limited or (exhausted and reset > now)):
        return None
    return min(max(reset, now) + timedelta(seconds=1), now + LONGEST_WAIT)


def requests_left(reply: Reply, now: datetime) -> tuple[int, datetime] | None:
    """Return how many more requests this endpoint takes before its limit is renewed, and when that is."""
    left, reset = reply.headers.get("x-rate-limit-remaining", ""), _reset(reply.headers, now)
    if not left.isdecimal() or reset is None or not now < reset <= now + LONGEST_WAIT:
        return None
    return int(left[:9]), reset


def _reset(headers: Mapping[str, str], now: datetime) -> datetime | None:
    reset, wait = headers.get("x-rate-limit-reset", ""), headers.get("retry-after", "")
    try:
        if reset.isdecimal():
            return datetime.fromtimestamp(int(reset), UTC)
        return now + timedelta(seconds=int(wait)) if wait.isdecimal() else None
    except (OverflowError, ValueError, OSError):  # a number, but no time
        return None


def refusal(reply: Reply, now: datetime) -> SinceTooOld | Failure:
    """Tell what a status other than 200 means: X says the same thing in several ways."""
    body = parsed(reply.body)
    status = reply.status
    if status == 400:
        floor = _floor(body, now)
        return Failure(FailureReason.X_REFUSED, status) if floor is None else SinceTooOld(floor)
    if status == 402 or _is_spend_cap(body) or _is_usage_cap(body):
        return Failure(FailureReason.X_MONEY, status, _until_reset_date(body, now))
    if status == 429:
        again = pause_until(reply, now)
        return Failure(FailureReason.RATE_LIMITED, status, again - now if again else UNTOLD_WAIT)
    return Failure(_reason(status, from_x=bool(body)), status)


def _reason(status: int, from_x: bool) -> FailureReason:
    if status == 401 or (status == 403 and from_x):  # a 403 without JSON is a proxy's, not X's
        return FailureReason.X_CREDENTIALS
    return FailureReason.BAD_RESPONSE if 200 <= status < 300 else FailureReason.HTTP_STATUS


def _is_spend_cap(body: Mapping[str, object]) -> bool:
    return string(body, "title") == "SpendCapReached" or string(body, "type").endswith("/problems/credits")


def _is_usage_cap(body: Mapping[str, object]) -> bool:
    is_cap = string(body, "title") == "UsageCapExceeded"
    return is_cap or string(body, "type").endswith("/problems/usage-capped")


def _until_reset_date(body: Mapping[str, object], now: datetime) -> timedelta | None:
    try:
        reset = datetime.fromisoformat(string(body, "reset_date"))
    except ValueError:
        return None
    return max(reset.replace(tzinfo=reset.tzinfo or UTC) - now, timedelta(seconds=1))


def _floor(body: Mapping[str, object], now: datetime) -> int | None:
    """Return from where X searches when it finds `since_id` too old; None when that is not the trouble."""
    for error in objects(body, "errors"):
        message = string(error, "message")
        if "since_id" in mapping(error, "parameters") and "created after" in message:
            told = _LARGER_THAN.search(message)
            return int(told[1]) if told else snowflake(now - REACH)
    return None
