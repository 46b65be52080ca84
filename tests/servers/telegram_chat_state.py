"""What a chat on the loopback Telegram is and holds, and how a test waits for it."""

# ruff: noqa: ASYNC109 - a test names its patience in the call; the wait itself is asyncio.timeout

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from tests.servers.telegram_records import Event, Message, User, Version
from tests.servers.telegram_world import World

if TYPE_CHECKING:
    from tests.servers.telegram_chats import Chat

T = TypeVar("T")

_MEMBERS = frozenset({"creator", "administrator", "member"})
ADMINS = frozenset({"creator", "administrator"})


@dataclass(slots=True)
class Topic:
    """A topic of a forum."""

    name: str
    closed: bool = False


@dataclass(slots=True, eq=False)
class ChatState:
    """A private chat, group, supergroup or channel without the deeds of its people."""

    world: World
    id: int
    kind: str
    title: str = ""
    username: str = ""
    person: User | None = None  # of a private chat
    forum: bool = False
    statuses: dict[int, str] = field(default_factory=dict)  # by user id, the bot's too
    topics: dict[int, Topic] = field(default_factory=dict)
    everything: dict[int, Message] = field(default_factory=dict)
    blocked: bool = False
    started: bool = True
    dead: bool = False  # the account or the group is deleted
    muted: bool = False  # the bot may not write here
    migrated_to: Chat | None = None
    actions: list[str] = field(default_factory=list)  # sendChatAction
    messages: list[Message] = field(default_factory=list)  # all that the bot sent, deleted ones too
    events: list[Event] = field(default_factory=list)  # what a person looking at the chat saw happen
    _read: int = 0
    _watched: int = 0
    _last_id: int = 0

    def __post_init__(self) -> None:
        if self.kind in ("supergroup", "channel"):
            self._last_id = 1  # the service message of its creation; in a forum the General topic

    @property
    def visible(self) -> list[Message]:
        """Return the bot's messages that are still there."""
        return [message for message in self.messages if not message.deleted]

    @property
    def texts(self) -> list[str]:
        """Return what the bot's messages say now."""
        return [message.text for message in self.messages]

    async def next_message(self, timeout: float = 10) -> Message:
        """Return the bot's next message that was not returned yet; raise TimeoutError when none comes."""
        message = await self._until(lambda: self.messages[self._read :][:1], timeout)
        self._read += 1
        return message[0]

    async def wait_for(self, predicate: Callable[[Message], object], timeout: float = 10) -> Message:
        """Return the first message of the bot, sent or edited by then, that fits the predicate."""
        return (await self._until(lambda: [m for m in self.messages if predicate(m)][:1], timeout))[0]

    async def wait_for_count(self, count: int, timeout: float = 10) -> list[Message]:
        """Return the bot's messages as soon as there are `count`."""
        return await self._until(lambda: self.messages if len(self.messages) >= count else None, timeout)

    async def next_event(self, timeout: float | None = None) -> Event:
        """Return what next was written, edited or deleted here, by anybody; waits for ever by default."""
        await self.world.changes.until(lambda: len(self.events) > self._watched, timeout)
        self._watched += 1
        return self.events[self._watched - 1]

    def status(self, user: User) -> str:
        """Return what a user is here: creator, administrator, member, left or kicked."""
        return self.statuses.get(user.id, "left")

    @property
    def bot_status(self) -> str:
        """Return what the bot is here."""
        return self.status(self.world.bot)

    @property
    def bot_is_admin(self) -> bool:
        """Whether the bot is an administrator."""
        return self.bot_status in ADMINS

    @property
    def bot_is_in(self) -> bool:
        """Whether the bot is a member."""
        return self.bot_status in _MEMBERS

    def members(self, *statuses: str) -> list[User]:
        """Return the users who have one of the statuses."""
        return [self.world.users[number] for number, status in self.statuses.items() if status in statuses]

    def add(self, message: Message) -> Message:
        """Give a message its place; its id is the next one."""
        self.everything[message.id] = message
        if message.own:
            self.messages.append(message)
        self._show("written", message)
        return message

    def change(self, message: Message, version: Version) -> None:
        """Give a message its next version."""
        message.versions.append(version)
        self._show("edited", message)

    def new_id(self) -> int:
        """Return the id of the next message."""
        self._last_id += 1
        return self._last_id

    def _show(self, kind: str, message: Message) -> None:
        self.events.append(Event(kind, message, message.versions[-1]))
        self.world.changes.tell()

    async def _until(self, look: Callable[[], T | None], timeout: float) -> T:
        try:
            return await self.world.changes.until(look, timeout)
        except TimeoutError:
            said = "\n".join(str(message) for message in self.messages) or "nothing"
            raise TimeoutError(f"not within {timeout:g} s; {self.title or self.id} has:\n{said}") from None
