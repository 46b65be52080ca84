"""Everything the loopback Telegram knows: people, chats, updates, the bot's own settings."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.servers.telegram_api import Api, Json, Refused
from tests.servers.telegram_records import Answer, Asked, Message, Tap, User, Violation
from tests.servers.telegram_updates import Changes, Updates

if TYPE_CHECKING:
    from tests.servers.telegram_chats import Chat

_FIRST_USER = 6_000_000_001  # people's ids have outgrown 32 bits
_FIRST_GROUP = 4_000_000_001
_FIRST_CHANNEL = 1_000_000_000_001 + 2_000_000_000


@dataclass(slots=True)
class World:
    """The state behind the server; it outlives every connection of the bot."""

    bot: User
    clock: Callable[[], float]  # monotonic seconds
    date: Callable[[], float]  # Unix seconds
    privacy: bool
    api: Api = field(default_factory=Api)
    changes: Changes = field(default_factory=Changes)
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    taps: dict[str, Tap] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    requests: list[Asked] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)
    commands: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)  # (name, description …; language)
    updates: Updates = field(init=False)
    _user_ids: itertools.count[int] = field(default_factory=lambda: itertools.count(_FIRST_USER))
    _group_ids: itertools.count[int] = field(default_factory=lambda: itertools.count(_FIRST_GROUP))
    _channel_ids: itertools.count[int] = field(default_factory=lambda: itertools.count(_FIRST_CHANNEL))
    _tap_ids: itertools.count[int] = field(default_factory=lambda: itertools.count(4_382_000_000_000_001))

    def __post_init__(self) -> None:
        self.updates = Updates(self.changes)
        self.users[self.bot.id] = self.bot

    def new_user_id(self) -> int:
        """Return an id that no user has."""
        return next(self._user_ids)

    def new_chat_id(self, kind: str) -> int:
        """Return an id as Telegram gives it to a group (-4…), supergroup or channel (-100…)."""
        return -next(self._group_ids if kind == "group" else self._channel_ids)

    def new_tap_id(self) -> str:
        """Return an id for a callback query."""
        return str(next(self._tap_ids))

    def chat(self, chat_id: Json) -> Chat:
        """Return the chat by its id or @name; raise Refused when the bot cannot know it."""
        text = str(chat_id).strip()
        if text.startswith("@"):
            for chat in self.chats.values():
                if chat.username.lower() == text[1:].lower() and chat.kind != "private":
                    return chat
        elif text.lstrip("-").isdigit() and int(text) in self.chats:
            return self.chats[int(text)]
        raise Refused("Bad Request: chat not found")

    def file(self, file_id: Json) -> Message:
        """Return the message whose file has this id; raise Refused when there is none."""
        _, _, place = str(file_id).partition("file-")
        chat_id, _, number = place.rpartition("-")
        chat = self.chats.get(int(chat_id)) if chat_id.lstrip("-").isdigit() else None
        message = chat.everything.get(int(number)) if chat is not None and number.isdigit() else None
        if message is None or message.kind not in ("document", "photo"):
            raise Refused("Bad Request: wrong file_id or the file is temporarily unavailable")
        return message

    def violate(self, method: str, what: str) -> None:
        """Record a request that no correct client sends."""
        self.violations.append(Violation(method, what))
