"""The step that looks X accounts up by their numbers: who has a new name, who is gone, who is back.

A search of an account that is suspended, deleted or protected finds nothing, as of one that is silent: so
each is looked up once a month, and soon when it looks as if it were gone (`accounts.doubt`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

import structlog

from accounts.operators import Operators
from feeds.x_answers import Accounts
from model import OF_ACCOUNT, Failure, FailureReason, Source
from polling import Desk
from store import accounts, settings
from store.accounts import Output
from store.database import Connection

LOOK_UP_EVERY = timedelta(minutes=15)
_MONTH = timedelta(days=30)  # between two looks at an account that seems well
_AT_ONCE = 100  # accounts that one look-up takes
_REGULAR = 5  # posts from which on an account has a pace
_UNUSUAL = 10  # usual gaps between posts that a silence must be worth
_SHORT = timedelta(days=1)  # silences that are never unusual

_log = structlog.get_logger("lookups")


class LooksUp(Protocol):
    """What knows accounts by their numbers."""

    async def accounts_by_number(self, numbers: Sequence[str]) -> Accounts | Failure:
        """Return what the accounts with these numbers are called today, and why others are not shown."""


@dataclass(frozen=True, slots=True)
class Registrar:
    """Knows what has become of accounts."""

    desk: Desk
    x: LooksUp
    operators: Operators

    async def look_up(self) -> bool:
        """Look up who is due: X bills those who are there, not those who are gone. Raises StoreError."""
        now = self.desk.clock()
        async with self.desk.database.begin() as conn:
            await accounts.never_identified(conn, now)
            await _doubt_the_silent(conn, now)
            due = await accounts.to_identify(conn, now, _MONTH, _AT_ONCE)
        if not due:
            return False
        answer = await self.x.accounts_by_number([source.external_id for source in due])
        if isinstance(answer, Failure):
            return False
        async with self.desk.database.begin() as conn:
            await accounts.identified(conn, [source.id for source in due], now)
            for source in due:
                await self._take(conn, source, answer)
        return False

    async def _take(self, conn: Connection, source: Source, answer: Accounts) -> None:
        """Let an account stand as X says that it does; of whom X says nothing stands as before."""
        now = self.desk.clock()
        why = _why_unread(source, answer)
        known = source.failure.reason if source.failure is not None else None
        if why is not None and why is not known:
            _log.warning("account cannot be read", account=source.address, reason=why)
            await accounts.fail(conn, source.id, why, now)
        found = next((each for each in answer.found if each.id == source.external_id), None)
        if found is not None and why is None:
            await accounts.call(conn, source.id, found.name)
            await self._rename(conn, source, found.handle)
            if known in OF_ACCOUNT:
                _log.info("account can be read again", account=found.handle)
                await accounts.recover(conn, source.id, now)

    async def _rename(self, conn: Connection, source: Source, handle: str) -> None:
        now = self.desk.clock()
        if handle.lower() == source.address or not await accounts.rename(conn, source.id, handle):
            return
        _log.info("account renamed", before=source.address, after=handle)
        before, after = source.name or f"@{source.address}", f"@{handle}"
        await self.operators.tell(
            conn, lambda text: text.html("account-renamed", before=before, after=after), now, silent=True
        )


def _why_unread(source: Source, answer: Accounts) -> FailureReason | None:
    number = source.external_id
    if any(each.id == number and each.protected for each in answer.found):
        return FailureReason.X_PROTECTED
    return answer.missing.get(number)


async def _doubt_the_silent(conn: Connection, now: datetime) -> None:
    """Once a day, let the account whose silence is the least usual be looked up."""
    today = now.astimezone(UTC).date().isoformat()
    if await settings.get(conn, "doubted") == today:
        return
    await settings.put(conn, "doubted", today)
    found = least_usual(await accounts.output(conn), now)
    if found is not None:
        await accounts.doubt(conn, [found])


def least_usual(some: Iterable[Output], now: datetime) -> int | None:
    """Return the source id of the account whose silence is the least like it, None when none is unusual."""
    worth = {each.source_id: _worth(each, now) for each in some}
    found = max(worth, key=lambda number: worth[number], default=None)
    return found if found is not None and worth[found] >= _UNUSUAL else None


def _worth(each: Output, now: datetime) -> float:
    """Return how many posts were to be expected since the last one, 0 where nothing can be expected."""
    if each.posts < _REGULAR or now - each.last < _SHORT:
        return 0.0
    gap = (each.last - each.first) / (each.posts - 1)
    return (now - each.last) / gap if gap else 0.0
