"""The queue of updates: kept until confirmed, given by long polling or posted to a webhook."""

# ruff: noqa: ASYNC109 - a test names its patience in the call; the wait itself is asyncio.timeout

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.servers.telegram_api import Json, Refused

T = TypeVar("T")

_UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_FIRST_UPDATE = 870_000_001
_OTHER_POLL = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
_WEBHOOK_SET = "Conflict: terminated by setWebhook request"
_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


class Changes:
    """Wakes everybody who waits whenever anything on the server changes."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def tell(self) -> None:
        """Let every waiter look again."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def next(self) -> None:
        """Wait for the next change."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)

    async def until(self, look: Callable[[], T | None], timeout: float | None) -> T:
        """Return what `look` finds as soon as it is truthy; raise TimeoutError after `timeout` seconds."""
        async with asyncio.timeout(timeout):
            while not (found := look()):
                await self.next()
        return found


@dataclass(slots=True)
class Webhook:
    """What setWebhook asked for; an empty address means none."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_date: int = 0


@dataclass(slots=True)
class Updates:
    """All updates that the bot has not confirmed, oldest first."""

    changes: Changes
    pending: list[tuple[int, dict[str, Json]]] = field(default_factory=list)
    confirmed: list[int] = field(default_factory=list)
    allowed: frozenset[str] = frozenset()  # empty: all but _UNASKED
    webhook: Webhook = field(default_factory=Webhook)
    conflicts: int = 0  # polls that a living client lost to another
    closing: bool = False
    _last: int = _FIRST_UPDATE - 1
    _poll: int = 0
    _ended_by: str = ""

    def queue(self, kind: str, content: dict[str, Json]) -> int:
        """Return the new update's id, 0 when the bot has not asked for this kind."""
        if kind not in self.allowed if self.allowed else kind in _UNASKED:
            return 0
        self._last += 1
        self.pending.append((self._last, {"update_id": self._last, kind: content}))
        self.changes.tell()
        return self._last

    def confirm(self, before: int) -> None:
        """Forget the updates with an id below `before`; negative: all but that many of the newest."""
        if before < 0:
            before = self.pending[before][0] if len(self.pending) >= -before else 0
        self.confirmed += [number for number, _ in self.pending if number < before]
        self.pending = [one for one in self.pending if one[0] >= before]
        self.changes.tell()

    def drop(self) -> None:
        """Forget everything that waits."""
        self.confirm(self._last + 1)

    async def poll(
        self, limit: int, timeout: float, alive: Callable[[], bool] = lambda: True
    ) -> list[dict[str, Json]]:
        """Return what is due, waiting up to `timeout` seconds; raise Refused (409) when another polls."""
        if self.webhook.url:
            raise Refused(_WEBHOOK_ACTIVE, 409)
        self.end_poll(_OTHER_POLL)
        mine = self._poll
        with suppress(TimeoutError):
            await self.changes.until(lambda: self.pending or self._poll != mine or self.closing, timeout)
        if self._poll != mine:
            self.conflicts += alive()
            raise Refused(self._ended_by, 409)
        return [update for _, update in self.pending[:limit]]

    def end_poll(self, why: str = _WEBHOOK_SET) -> None:
        """Let the poll that waits, if any, be answered with a conflict."""
        self._poll += 1
        self._ended_by = why
        self.changes.tell()

    async def deliver(
        self, reach: Callable[[str], str], now: Callable[[], float], sleep: Callable[[float], Awaitable[None]]
    ) -> None:
        """Post updates to the webhook, one at a time, in order, each until it answers 200; never returns."""
        async with ClientSession(timeout=ClientTimeout(total=30)) as session:
            failures = 0
            while True:
                await self.changes.until(lambda: self.webhook.url and self.pending, None)
                number, update = self.pending[0]
                error = await self._post(session, reach, update)
                if not error:
                    failures = 0
                    self.confirm(number + 1)
                    continue
                failures += 1
                self.webhook.last_error, self.webhook.last_error_date = error, int(now())
                self.changes.tell()
                await sleep(min(0.5 * 2 ** (failures - 1), 60.0))

    async def _post(
        self, session: ClientSession, reach: Callable[[str], str], update: dict[str, Json]
    ) -> str:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.secret} if self.webhook.secret else {}
        try:
            url = reach(self.webhook.url)
            async with session.post(url, json=update, headers=headers, allow_redirects=False) as answer:
                if 200 <= answer.status < 300:
                    return ""
                return f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (ClientError, TimeoutError, OSError, LookupError) as error:
            return f"Connection failed: {type(error).__name__} {error}"
