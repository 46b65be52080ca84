"""People who talk to Hark, and what they get: the store and the updates are real, the far end is ours."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from telegram import Update

from engine import Step
from handlers.call import Policy, Registry, Standing
from handlers.dispatcher import Counter, Dispatcher
from handlers.everything import registry
from locales import Catalogue
from matching.names import Names
from model import Button, Chat, Delivery, DeliveryKind, Watch
from store import chats, deliveries, watches
from store.database import Database
from tests import loaded
from tests.servers.telegram_html import parse_html

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
BOT = {"id": 999, "is_bot": True, "first_name": "Hark", "username": "HarkBot"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a Telegram account."""

    id: int
    name: str
    language: str = "en"

    def json(self) -> dict[str, object]:
        """Return the User."""
        plain: dict[str, object] = {"id": self.id, "is_bot": False, "first_name": self.name}
        return plain | ({"language_code": self.language} if self.language else {})


ANN = Person(7, "Ann")
WEI = Person(8, "Wei", "zh-hans")
UGO = Person(9, "Ugo", "it")


@dataclass(frozen=True, slots=True)
class Room:
    """A chat."""

    id: int
    type: str
    title: str = ""

    def json(self) -> dict[str, object]:
        """Return the Chat."""
        return {"id": self.id, "type": self.type, **({"title": self.title} if self.title else {})}


GROUP = Room(-100, "group", "Readers")
FORUM = Room(-100200, "supergroup", "Forum")
CHANNEL = Room(-100300, "channel", "News")


def private(person: Person) -> Room:
    """Return the private chat with somebody."""
    return Room(person.id, "private")


@dataclass(frozen=True, slots=True)
class Answer:
    """A message that Hark owes a chat, as people will see it."""

    delivery: Delivery
    room: Room

    @property
    def html(self) -> str:
        """The message as Telegram gets it."""
        return self.delivery.message.html if self.delivery.message else ""

    @property
    def text(self) -> str:
        """The message as people read it; fails where Telegram would not take the markup."""
        return parse_html(self.html)[0]

    @property
    def buttons(self) -> list[Button]:
        """Every button, row by row."""
        rows = self.delivery.message.buttons if self.delivery.message else ()
        return [button for row in rows for button in row]

    @property
    def labels(self) -> list[str]:
        """What the buttons say."""
        return [button.label for button in self.buttons]

    @property
    def message_id(self) -> int:
        """The message's id: of the edited one, else one of its own."""
        edited = self.delivery.message.edit_message_id if self.delivery.message else None
        return edited or 5000 + self.delivery.id

    def data(self, button: str) -> str:
        """Return the data of the button whose label holds these words."""
        return next(each.data for each in self.buttons if button in each.label)

    def json(self) -> dict[str, object]:
        """Return the Message as Telegram gives it back with a tap or a reply."""
        text, entities = parse_html(self.html)
        spots = [
            {"type": e.type, "offset": e.offset, "length": e.length, **({"url": e.url} if e.url else {})}
            for e in entities
            if e.type in ("code", "text_link")
        ]
        topic = self.delivery.thread_id
        thread = {"message_thread_id": topic, "is_topic_message": True} if topic else {}
        return {
            "message_id": self.message_id,
            "date": 1,
            "chat": self.room.json(),
            "from": BOT,
            "text": text,
            "entities": spots,
            **thread,
        }


class RecordingEngine:
    """Notes which steps are woken."""

    def __init__(self) -> None:
        self.woken: list[str] = []
        self._woken_now = asyncio.Event()

    async def wakes(self, name: str, times: int) -> None:
        """Wait until a step has been woken so often."""
        async with asyncio.timeout(10):
            while self.woken.count(name) < times:
                self._woken_now.clear()
                await self._woken_now.wait()

    def add(self, name: str, step: Step, every: timedelta, limit: int = 1) -> None:
        """Run nothing."""

    def wake(self, conn: object | None, name: str) -> None:
        """Note it."""
        self.woken.append(name)
        self._woken_now.set()


@dataclass(slots=True)
class Administrators:
    """Knows who administers which chat, as Telegram does."""

    known: set[tuple[int, int]] = field(default_factory=set)
    silent: bool = False
    asked: int = 0
    hark: dict[int, Standing] = field(default_factory=dict)  # what Hark may do, by chat

    async def is_admin(self, chat_id: int, user_id: int) -> bool | None:
        """Answer like getChatMember."""
        self.asked += 1
        return None if self.silent else (chat_id, user_id) in self.known

    async def ours(self, chat_id: int) -> Standing | None:
        """Answer like getChatMember about Hark."""
        return None if self.silent else self.hark.get(chat_id, Standing(inside=False, may_post=False))

    def forget(self, chat_id: int) -> None:
        """Remember nothing anyway."""


@dataclass(slots=True)
class Toasts:
    """What people see for a moment."""

    shown: list[str] = field(default_factory=list)
    typing_in: list[int] = field(default_factory=list)
    typed: asyncio.Event | None = None  # the sign hangs until this is set

    async def toast(self, tap_id: str, text: str) -> None:
        """Show a word over the chat."""
        self.shown.append(text)

    async def typing(self, chat_id: int, thread_id: int | None) -> None:
        """Show that somebody types."""
        self.typing_in.append(chat_id)
        if self.typed is not None:
            await self.typed.wait()


@dataclass(slots=True)
class Hark:
    """A Hark to talk to; each deed returns the messages that it is answered with, in order."""

    database: Database
    dispatcher: Dispatcher
    engine: RecordingEngine
    admins: Administrators
    toasts: Toasts
    catalogue: Catalogue
    names: Names
    now: datetime = NOON
    numbers: int = 1000
    pauses: list[float] = field(default_factory=list)
    seen: int = 0

    def number(self) -> int:
        """Return the next update_id."""
        self.numbers += 1
        return self.numbers

    async def gets(self, content: dict[str, object], number: int | None = None) -> list[Answer]:
        """Let an update arrive and return what is owed because of it."""
        update = Update.de_json({"update_id": number or self.number(), **content}, None)
        await self.dispatcher.handle(update)
        await self.dispatcher.close()
        return await self.answers()

    async def answers(self) -> list[Answer]:
        """Return the answers owed since the last time."""
        async with self.database.read() as conn:
            every = await deliveries.due(conn, self.now + timedelta(days=1), 500)
        new = sorted((each for each in every if each.id > self.seen), key=lambda each: each.id)
        self.seen = max([self.seen, *(each.id for each in new)])
        told = [each for each in new if each.kind is DeliveryKind.ANSWER]
        return [Answer(each, await self._room(each.chat_id)) for each in told]

    async def _room(self, chat_id: int) -> Room:
        known = {room.id: room for room in (GROUP, FORUM, CHANNEL)}
        return known.get(chat_id, Room(chat_id, "private"))

    async def says(
        self,
        person: Person,
        text: str,
        room: Room | None = None,
        topic: int | None = None,
        reply_to: Answer | None = None,
    ) -> list[Answer]:
        """A person writes, in private unless a room is named."""
        return await self.gets({"message": self._message(person, text, room, topic, reply_to)})

    def _message(
        self, person: Person, text: str, room: Room | None, topic: int | None, reply_to: Answer | None
    ) -> dict[str, object]:
        found: dict[str, object] = {
            "message_id": self.numbers,
            "date": 1,
            "chat": (room or private(person)).json(),
            "from": person.json(),
            "text": text,
        }
        if topic is not None:
            found |= {"message_thread_id": topic, "is_topic_message": True}
        if reply_to is not None:
            found["reply_to_message"] = reply_to.json()
        return found

    def message(self, person: Person, room: Room | None, **content: object) -> dict[str, object]:
        """Return a message of any content, in private unless a room is named."""
        chat = (room or private(person)).json()
        return {"message_id": self.numbers, "date": 1, "chat": chat, "from": person.json(), **content}

    async def posts(self, text: str) -> list[Answer]:
        """Somebody posts in the channel."""
        post = {
            "message_id": 1,
            "date": 1,
            "chat": CHANNEL.json(),
            "sender_chat": CHANNEL.json(),
            "text": text,
        }
        return await self.gets({"channel_post": post})

    async def taps(self, person: Person, button: str, on: Answer) -> list[Answer]:
        """A person taps the button whose label holds these words."""
        return await self.sends_data(person, on.data(button), on)

    async def sends_data(self, person: Person, data: str, on: Answer) -> list[Answer]:
        """A person's client sends a tap with any data."""
        tap = {
            "id": str(self.numbers),
            "from": person.json(),
            "message": on.json(),
            "chat_instance": "1",
            "data": data,
        }
        return await self.gets({"callback_query": tap})

    async def membership(self, person: Person, room: Room, before: str, after: str) -> list[Answer]:
        """Somebody changes what the bot is in a chat."""

        def member(status: str) -> dict[str, object]:
            rights: dict[str, object] = {}
            if status == "kicked":
                rights = {"until_date": 0}
            if status == "administrator":
                names = (
                    "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats"
                )
                names += " can_restrict_members can_promote_members can_change_info can_invite_users"
                names += " can_post_stories can_edit_stories can_delete_stories can_post_messages"
                rights = dict.fromkeys(names.split(), True)
            return {"user": BOT, "status": status, **rights}

        change = {"chat": room.json(), "from": person.json(), "date": 1}
        change |= {"old_chat_member": member(before), "new_chat_member": member(after)}
        return await self.gets({"my_chat_member": change})

    async def watched(self, chat_id: int) -> list[Watch]:
        """Return the watches of a chat."""
        async with self.database.read() as conn:
            return await watches.of_chat(conn, chat_id)

    async def words(self, chat_id: int) -> list[str]:
        """Return what a chat watches for."""
        return [each.query for each in await self.watched(chat_id)]

    async def chat(self, chat_id: int) -> Chat:
        """Return a chat that Hark knows."""
        async with self.database.read() as conn:
            found = await chats.find(conn, chat_id)
        assert found is not None
        return found


@asynccontextmanager
async def a_hark(
    folder: Path, policy: Policy | None = None, registered: Registry | None = None
) -> AsyncIterator[Hark]:
    """Give a Hark with an empty store; waits of the dispatcher pass at once and are noted."""
    database = Database(f"sqlite:///{folder / 'hark.db'}")
    await database.open()
    engine, admins, toasts = RecordingEngine(), Administrators(), Toasts()
    catalogue = loaded.catalogue().of(lambda: "HarkBot")
    harks: list[Hark] = []

    async def pause(seconds: float) -> None:
        harks[0].pauses.append(seconds)

    counter = Counter(
        database=database,
        engine=engine,
        catalogue=catalogue,
        registry=registered or registry(),
        rights=admins,
        courtesy=toasts,
        policy=policy or Policy(),
        names=Names(loaded.table()),
        clock=lambda: harks[0].now,
        our_name=lambda: "HarkBot",
        link_key=b"a key of the tests",
        pause=pause,
    )
    hark = Hark(database, Dispatcher(counter), engine, admins, toasts, catalogue, counter.names)
    harks.append(hark)
    try:
        yield hark
    finally:
        await database.close()
