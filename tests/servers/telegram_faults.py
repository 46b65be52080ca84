"""What can go wrong between a bot and Telegram: flood waits, lost answers, slow and refused requests."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.servers.telegram_api import Refused

WRITES = frozenset({"sendMessage", "sendDocument", "sendPhoto", "editMessageText", "editMessageReplyMarkup"})
LONGEST_HOLD = (
    8.0  # seconds the server itself waits out a flood wait (td NetQueryCreator.cpp, NetQueryDelayer.cpp)
)
_MINUTE = 60.0


def too_many(seconds: float) -> Refused:
    """Return the 429 that asks to wait; whole seconds, rounded up."""
    wait = max(1, math.ceil(seconds))
    return Refused(f"Too Many Requests: retry after {wait}", 429, parameters={"retry_after": wait})


@dataclass(slots=True)
class Fault:
    """Something planned to happen to the next matching requests."""

    times: int
    method: str = ""  # "" whatever writes into a chat (WRITES)
    chat_id: int | None = None
    after_accepting: bool = False
    status: int = 0  # a proxy's page with this status
    cut: bool = False  # the connection is closed without an answer
    seconds: float = 0.0  # the answer is held back
    refusal: Refused | None = None

    def fits(self, method: str, chat_id: int | None) -> bool:
        """Whether a request is the kind that this happens to."""
        wanted = method == self.method if self.method else method in WRITES
        return self.times > 0 and wanted and self.chat_id in (None, chat_id)


@dataclass(slots=True)
class Flood:
    """A flood wait that begins with the first request it refuses."""

    seconds: float
    chat_id: int | None = None  # None: every chat
    until: float | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much Telegram takes; 0 means without limit."""

    per_chat: float = 1.0  # messages a second to one chat …
    burst: int = 3  # … this many at once
    group_per_minute: int = 20
    overall: int = 30  # a second


class FloodControl:
    """Reserve a moment for each message: soon enough, the server holds it; too late, it answers 429."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._next: dict[int, float] = {}  # by chat: when the rate alone would allow one (GCRA)
        self._minute: dict[int, deque[float]] = {}  # by group: what was let through
        self._second: deque[float] = deque()

    def reserve(self, chat_id: int, now: float) -> float:
        """Return the seconds to hold the request; raise Refused (429), reserving nothing, when too many."""
        moment = max(now, self._by_rate(chat_id), self._by_minute(chat_id, now), self._by_second())
        if moment - now > LONGEST_HOLD:
            raise too_many(moment - now)
        if self._limits.per_chat:
            self._next[chat_id] = max(self._next.get(chat_id, now), now) + 1 / self._limits.per_chat
        if chat_id < 0:
            self._minute.setdefault(chat_id, deque()).append(moment)
        self._second.append(moment)
        if len(self._second) > 2 * max(self._limits.overall, 1):
            self._second.popleft()
        return moment - now

    def _by_rate(self, chat_id: int) -> float:
        if not self._limits.per_chat or chat_id not in self._next:
            return 0.0
        return self._next[chat_id] - (self._limits.burst - 1) / self._limits.per_chat

    def _by_minute(self, chat_id: int, now: float) -> float:
        passed = self._minute.get(chat_id, deque())
        while passed and passed[0] <= now - _MINUTE:
            passed.popleft()
        allowed = self._limits.group_per_minute
        return passed[-allowed] + _MINUTE if allowed and len(passed) >= allowed else 0.0

    def _by_second(self) -> float:
        allowed = self._limits.overall
        return sorted(self._second)[-allowed] + 1.0 if allowed and len(self._second) >= allowed else 0.0


@dataclass(slots=True)
class Trouble:
    """All that is planned or in force, and how often Telegram said 429."""

    clock: Callable[[], float]
    faults: list[Fault] = field(default_factory=list)
    floods: list[Flood] = field(default_factory=list)
    control: FloodControl | None = None
    refused: int = 0  # 429s given
    impatient: int = 0  # 429s given to requests that came before an earlier 429's time was over
    held: list[float] = field(default_factory=list)  # seconds that the server held requests

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """Return the oldest fault that fits, used up by one."""
        for fault in self.faults:
            if fault.fits(method, chat_id):
                fault.times -= 1
                return fault
        return None

    def hold(self, chat_id: int) -> float:
        """Return the seconds to hold a message; raise Refused (429) in a flood wait."""
        try:
            self._refuse_in_flood(chat_id)
            seconds = self.control.reserve(chat_id, self.clock()) if self.control else 0.0
        except Refused:
            self.refused += 1
            raise
        if seconds:
            self.held.append(seconds)
        return seconds

    def _refuse_in_flood(self, chat_id: int) -> None:
        now = self.clock()
        self.floods = [flood for flood in self.floods if flood.until is None or flood.until > now]
        for flood in self.floods:
            if flood.chat_id not in (None, chat_id):
                continue
            if flood.until is None:
                flood.until = now + flood.seconds
            else:
                self.impatient += 1
            raise too_many(flood.until - now)
