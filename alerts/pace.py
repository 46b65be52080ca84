"""How fast Telegram lets a bot talk: one pacer for all that is sent. Pure: the time comes in as seconds."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages and edits that may go out (Telegram's FAQ names about 30 a second and 20 a minute in a group).

    A little below the documented limits: the real ones vary and are not published. The reserves are what is
    left for answers: whoever says something to Hark in a busy chat does not wait for its alerts.
    """

    overall_per_second: float = 27.5
    overall_burst: float = 2
    chat_per_second: float = 1
    chat_burst: float = 3
    chat_reserve: float = 1  # of the burst
    group_per_minute: int = 18
    group_reserve: int = 3  # of those a minute


@dataclass(slots=True)
class _Bucket:
    """Tokens that refill steadily; `level` is what was there at `at`."""

    level: float
    at: float

    def opens(self, now: float, rate: float, size: float, wanted: float = 1) -> float:
        """Return when that many tokens are there, `now` when they are already."""
        level = min(size, self.level + (now - self.at) * rate)
        return now if level >= wanted else now + (wanted - level) / rate

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

    def chat_opens(self, chat_id: int, now: float, *, answer: bool = False) -> float:
        """Return when the next message, or the next answer, may go to this chat as far as it is concerned."""
        pace = self._chats.get(chat_id)
        if pace is None:
            return now
        limits = self._limits
        wanted = 1 if answer else max(1, min(limits.chat_burst, 1 + limits.chat_reserve))
        ready = pace.bucket.opens(now, limits.chat_per_second, limits.chat_burst, wanted)
        ready = max(ready, pace.closed_until)
        most = limits.group_per_minute if answer else max(1, limits.group_per_minute - limits.group_reserve)
        if chat_id < 0 and len(pace.sent) >= most:
            ready = max(ready, pace.sent[-most] + 60)
        return ready

    def closed(self, now: float, *, answer: bool = False) -> dict[int, float]:
        """Return the chats that may not get a message, or an answer, now, each with when it may."""
        opens = {chat_id: self.chat_opens(chat_id, now, answer=answer) for chat_id in self._chats}
        return {chat_id: at for chat_id, at in opens.items() if at > now}

    def forget_idle(self, now: float) -> None:
        """Forget the chats that are as if they had never got a message."""
        for chat_id, pace in list(self._chats.items()):
            if now - pace.bucket.at > 60 and self.chat_opens(chat_id, now) <= now:
                del self._chats[chat_id]

    def spend(self, chat_id: int, now: float) -> None:
        """Count a message or an edit that goes out now."""
        limits = self._limits
        self._overall.spend(now, limits.overall_per_second, limits.overall_burst)
        self._spend_chat(chat_id, now)

    def unspend(self, chat_id: int) -> None:
        """Take back the newest message counted for a chat: it did not go out after all."""
        self._overall.level += 1
        pace = self._chats[chat_id]
        pace.bucket.level += 1
        pace.sent.pop()

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
