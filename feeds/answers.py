"""What a server's answer means, read from its head alone. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from model import Failure, FailureReason, Validators

REDIRECTS = frozenset((301, 302, 303, 307, 308))
PERMANENT = frozenset((301, 308))
ACCEPTED_CODINGS = "gzip, deflate"  # no br, no zstd: tiny bombs, and few servers need them

_BODIES = frozenset((200, 203))
_SHORTEST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=48)
_SECONDS = re.compile(r"[+-]?\d+(?:\.\d*)?")
_LONGEST_ETAG = 1024
_LONGEST_DATE = 64


def judge_status(status: int, headers: Mapping[str, str], now: datetime) -> Failure | None:
    """Return why there is no document, or None when its bytes follow. Judge 304 and redirects before."""
    if status in _BODIES:
        return None
    if status < 400:
        return Failure(FailureReason.BAD_RESPONSE, status)
    if status == 410:
        return Failure(FailureReason.GONE, status)
    if status not in (429, 503):
        return Failure(FailureReason.HTTP_STATUS, status)
    reason = FailureReason.RATE_LIMITED if status == 429 else FailureReason.HTTP_STATUS
    base = _date(headers.get("Date", "")) or now  # its own clock is what a date in Retry-After refers to
    return Failure(reason, status, retry_after(headers.get("Retry-After", ""), base))


def retry_after(text: str, now: datetime) -> timedelta | None:
    """Return how long to wait, 1 minute to 48 hours, or None when the header is absent or not readable."""
    text = text.strip()
    if _SECONDS.fullmatch(text):
        seconds = min(float(text[:16]), _LONGEST_WAIT.total_seconds())
        return _clamped(timedelta(seconds=max(seconds, 0)))
    date = _date(text)
    return None if date is None else _clamped(date - now)


def codings_refused(codings: Sequence[str]) -> bool:
    """Return whether the body is coded more than once, or in a way that was not offered."""
    names = [name.strip().lower() for line in codings for name in line.split(",")]
    names = [name for name in names if name not in ("", "identity")]
    return len(names) > 1 or any(name not in ("gzip", "deflate") for name in names)


def validators_of(headers: Mapping[str, str], url: str) -> Validators:
    """Return what to send back to `url` next time, to the letter; what is huge or not text is not kept."""
    etag = _text(headers.get("ETag", ""), _LONGEST_ETAG)
    last_modified = _text(headers.get("Last-Modified", ""), _LONGEST_DATE)
    return Validators(etag, last_modified, url) if etag or last_modified else Validators()


def header_text(headers: Mapping[str, str], name: str) -> str:
    """Return a header that is plain text of a reasonable length, else ""."""
    return _text(headers.get(name, ""), 2048)


def _text(value: str, longest: int) -> str:
    return value if len(value) <= longest and value.isascii() and value.isprintable() else ""


def _clamped(wait: timedelta) -> timedelta:
    return min(max(wait, _SHORTEST_WAIT), _LONGEST_WAIT)


def _date(text: str) -> datetime | None:
    if not text or len(text) > _LONGEST_DATE:
        return None
    try:
        date = parsedate_to_datetime(text)
        return date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
