"""How fast Telegram lets a bot talk: one pacer for all that is sent. Pure: the time comes in as seconds."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages and edits that may go out (Telegram's FAQ names about 30 a second and 20 a minute in a group).

    A little below the documented limits: the real ones vary and are not published.
    """

    overall_per_second: float = 27.5
    overall_burst: float = 2
    chat_per_second: float = 1
    chat_burst: float = 3
    group_per_minute: int = 18


@dataclass(slots=True)
class _Bucket:
    """Tokens that refill steadily; `level` is what was there at `at`."""

    level: float
    at: float

    def opens(self, now: float, rate: float, size: float) -> float:
        """Return when one token is there, `now` when it is already."""
        level = min(size, self.level + (now - self.at) * rate)
        return now if level >= 1 else now + (1 - level) / rate

    def spend(self, now: float, rate: float, size: float) -> None:
        """Take one token."""
        self.level = min(size, self.level + (now - self.at) * rate) - 1
        self.at = now


@dataclass(slots=True)
class _ChatPace:
    bucket: _Bucket
    closed_until: float = 0
    sent: deque[float] = field(default_factory=deque)


class Pacer:
    """Knows when the next message may go to a chat; does not send and does not wait."""

    def __init__(self, limits: Limits, now: float) -> None:
        """Start with full buckets at `now` (seconds of any clock that only goes forward)."""
        self._limits = limits
        self._overall = _Bucket(limits.overall_burst, now)
        self._all_closed_until = now
        self._chats: dict[int, _ChatPace] = {}
        self._floods: deque[tuple[float, int]] = deque()

    def opens(self, now: float) -> float:
        """Return when anything may be sent at all."""
        limits = self._limits
        ready = self._overall.opens(now, limits.overall_per_second, limits.overall_burst)
        return max(ready, self._all_closed_until)

    def chat_opens(self, chat_id: int, now: float) -> float:
        """Return when the next message may go to this chat, as far as the chat is concerned."""
        pace = self._chats.get(chat_id)
        if pace is None:
            return now
        limits = self._limits
        ready = pace.bucket.opens(now, limits.chat_per_second, limits.chat_burst)
        ready = max(ready, pace.closed_until)
        if chat_id < 0 and len(pace.sent) >= limits.group_per_minute:
            ready = max(ready, pace.sent[-limits.group_per_minute] + 60)
        return ready

    def closed(self, now: float) -> dict[int, float]:
        """Return the chats that may not get a message now, each with when it may; forgets idle ones."""
        opens = {chat_id: self.chat_opens(chat_id, now) for chat_id in self._chats}
        for chat_id, pace in list(self._chats.items()):
            if opens[chat_id] <= now and now - pace.bucket.at > 60:
                del self._chats[chat_id]
        return {chat_id: at for chat_id, at in opens.items() if at > now}

    def spend(self, chat_id: int, now: float) -> None:
        """Count a message or an edit that goes out now."""
        limits = self._limits
        self._overall.spend(now, limits.overall_per_second, limits.overall_burst)
        self._spend_chat(chat_id, now)

    def _spend_chat(self, chat_id: int, now: float) -> None:
        limits = self._limits
        pace = self._chats.setdefault(chat_id, _ChatPace(_Bucket(limits.chat_burst, now)))
        pace.bucket.spend(now, limits.chat_per_second, limits.chat_burst)
        pace.sent.append(now)
        while pace.sent and pace.sent[0] < now - 60:
            pace.sent.popleft()

    def flooded(self, chat_id: int, seconds: float, now: float) -> None:
        """Close a chat for `seconds`; three chats within two seconds close all: 429 does not say which."""
        pace = self._chats.setdefault(chat_id, _ChatPace(_Bucket(0, now)))
        pace.closed_until = max(pace.closed_until, now + seconds)
        self._floods.append((now, chat_id))
        while self._floods[0][0] < now - 2:
            self._floods.popleft()
        if len({chat for _, chat in self._floods}) >= 3:
            self._all_closed_until = max(self._all_closed_until, now + seconds)

    def remember(self, sends: Iterable[tuple[int, float]]) -> None:
        """Count what went out before this pacer began, oldest first, so that a restart brings no burst."""
        for chat_id, at in sends:
            if chat_id not in self._chats:
                self._chats[chat_id] = _ChatPace(_Bucket(self._limits.chat_burst, at))
            self._spend_chat(chat_id, at)
