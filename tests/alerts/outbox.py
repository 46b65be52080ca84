"""A real outbox for tests: database, sender and post are Hark's own; only Telegram is on loopback."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from alerts.pace import Limits, Pacer
from alerts.plainer import plainer
from alerts.render import render_alert
from alerts.send import Alert, SendDesk, Sender
from alerts.send_telegram import TelegramPost
from errors import TokenRefused
from handlers.updates import build_bot
from locales import Catalogue
from model import (
    Chat,
    ChatKind,
    Delivery,
    DeliveryKind,
    Entry,
    Follow,
    FollowMode,
    Item,
    Message,
    NamedHit,
    Watch,
)
from store import chats, deliveries, items, sources, watches
from store.database import Database, next_ids
from store.deliveries import OwedAlert, OwedMessage
from tests import loaded
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_chats import Chat as TelegramChat

QUICK = Limits(
    overall_per_second=1000, overall_burst=1000, chat_per_second=1000, chat_burst=1000, group_per_minute=1000
)


@dataclass(slots=True)
class Hours:
    """Both of Hark's clocks: they go by themselves, and on where a test says so."""

    ahead: float = 0.0

    def now(self) -> datetime:
        """Return the wall clock's time."""
        return datetime.now(UTC) + timedelta(seconds=self.ahead)

    def seconds(self) -> float:
        """Return the time of the clock that only goes forward."""
        return time.monotonic() + self.ahead

    def pass_by(self, seconds: float) -> None:
        """Let time pass at once."""
        self.ahead += seconds


@dataclass(slots=True)
class Outbox:
    """What a test does with the outbox, and what it sees of it."""

    database: Database
    post: TelegramPost
    hours: Hours
    limits: Limits
    stopped: list[TokenRefused] = field(default_factory=list)
    _catalogue: Catalogue = field(default_factory=loaded.catalogue)

    def sender(self) -> Sender:
        """Return a sender as a newly started process has it."""
        desk = SendDesk(
            database=self.database,
            clock=self.hours.now,
            seconds=self.hours.seconds,
            random=Random(1),
            render=self._render,
            plainer=plainer,
            say=self._say,
            stop=self.stopped.append,
        )
        return Sender(desk, self.post, Pacer(self.limits, self.hours.seconds()))

    def _render(self, alert: Alert, now: datetime) -> Message:
        return render_alert(alert, self._catalogue.text(alert.chat.language), now)

    def _say(self, chat: Chat, key: str, name: str) -> Message:
        return Message(self._catalogue.text(chat.language).html(key, name=name))

    async def knows(self, chat_id: int, kind: ChatKind = ChatKind.PRIVATE) -> None:
        """Let Hark know a chat."""
        async with self.database.begin() as conn:
            await chats.save(conn, Chat(chat_id, kind))

    async def owes(
        self,
        chat_id: int,
        *titles: str,
        thread_id: int | None = None,
        link: str | None = None,
        hits: tuple[Watch, ...] = (),
    ) -> list[int]:
        """Owe alerts of new items with these titles; return their numbers.

        Without `hits` the chat follows the source for everything from now on.
        """
        now = self.hours.now()
        named = tuple(NamedHit(each.id, each.query) for each in hits)
        async with self.database.begin() as conn:
            ids = await next_ids(conn, "item", len(titles))
            new = [
                Item(number, 1, "News", _entry(number, title, link), now)
                for number, title in zip(ids, titles, strict=True)
            ]
            await items.add(conn, [items.NewItem(each, ()) for each in new])
            owed = [OwedAlert(chat_id, each.id, 1, named, thread_id) for each in new]
            if not hits:
                await sources.add_follow(conn, Follow(chat_id, 1, FollowMode.EVERYTHING, now))
            await deliveries.owe_alerts(conn, owed, now)
            due = await deliveries.due(conn, now, 1000)
        return [each.id for each in due if each.item_id in ids]

    async def watches(self, chat_id: int, query: str) -> Watch:
        """Let a chat watch for something."""
        async with self.database.begin() as conn:
            return await watches.add(conn, chat_id, query, self.hours.now())

    async def answers(self, chat_id: int, html: str, **options: int) -> int:
        """Owe an answer and return its number."""
        owed = OwedMessage(chat_id, DeliveryKind.ANSWER, Message(html, **options))  # type: ignore[arg-type]
        async with self.database.begin() as conn:
            return await deliveries.owe_message(conn, owed, self.hours.now())

    async def delivery(self, number: int) -> Delivery:
        """Return a delivery as it stands."""
        async with self.database.read() as conn:
            found = await deliveries.find(conn, number)
        assert found is not None
        return found


def _entry(number: int, title: str, link: str | None) -> Entry:
    return Entry(url=link or f"https://example.com/{number}", title=title)


@asynccontextmanager
async def outbox(telegram: TelegramServer, folder: Path, limits: Limits = QUICK) -> AsyncIterator[Outbox]:
    """Give an outbox on a new SQLite file whose messages go to `telegram`."""
    database = Database(f"sqlite:///{folder / 'hark.db'}")
    await database.open()
    try:
        async with build_bot(telegram.token, telegram.base_url) as bot:
            yield Outbox(database, TelegramPost(bot), Hours(), limits)
    finally:
        await database.close()


def titles(chat: TelegramChat) -> list[str]:
    """Return the first line of each message in the chat."""
    return [text.splitlines()[0] for text in chat.texts]
