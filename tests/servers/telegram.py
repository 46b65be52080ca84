"""A Telegram on loopback: the Bot API over HTTP, and a vocabulary for what people do on the other side.

    async with TelegramServer() as telegram:
        ada = telegram.user("Ada", language="it")
        chat = telegram.private(ada)
        await chat.says(ada, "/watch #赵长鹏")
        answer = await chat.next_message()

It behaves as the Bot API server does (tdlib/telegram-bot-api) for the methods in `telegram_methods.py`.
What it does not do: Markdown, media other than documents and photos, inline mode, payments.
Its state outlives the bot.
"""

# ruff: noqa: ASYNC109 - a test names its patience in the call; the wait itself is asyncio.timeout

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from types import TracebackType
from typing import Self, TypeVar

from aiohttp import web

from tests.servers.telegram_api import Refused
from tests.servers.telegram_chats import Chat
from tests.servers.telegram_faults import Fault, Flood, FloodControl, Limits, Trouble
from tests.servers.telegram_http import Front
from tests.servers.telegram_records import Answer, Asked, Message, Tap, User, Violation
from tests.servers.telegram_updates import Updates
from tests.servers.telegram_world import World

T = TypeVar("T")

TOKEN = "123456789:AAHark-loopback-token-of-35-letters_"


class TelegramServer:
    """The loopback Telegram of one bot; `base_url` is what python-telegram-bot takes as its base URL."""

    def __init__(
        self,
        token: str = TOKEN,
        clock: Callable[[], float] = time.monotonic,
        date: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        privacy: bool = False,
        port: int = 0,
    ) -> None:
        bot = User(int(token.partition(":")[0]), "Hark", "hark_bot", "", is_bot=True)
        self.world = World(bot, clock, date, privacy)
        self.trouble = Trouble(clock)
        self.front = Front(self.world, self.trouble, token, sleep)
        self._sleep = sleep
        self._port = port
        self._public: dict[str, str] = {}
        self._runner: web.AppRunner | None = None
        self._delivery: asyncio.Task[None] | None = None
        self.base_url = ""

    async def __aenter__(self) -> Self:
        self._runner = web.AppRunner(self.front.application(), access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self.base_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/bot"
        self._delivery = asyncio.create_task(self.updates.deliver(self._reach, self.world.date, self._sleep))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.updates.closing = True
        self.world.changes.tell()
        if self._delivery is not None:
            self._delivery.cancel()
            await asyncio.wait([self._delivery])
        if self._runner is not None:
            await self._runner.cleanup()

    # what is there

    @property
    def token(self) -> str:
        """Return the bot's token."""
        return self.front.token

    @property
    def updates(self) -> Updates:
        """Return the queue of updates."""
        return self.world.updates

    @property
    def confirmed(self) -> list[int]:
        """Return the ids of the updates that the bot will not get again, in order."""
        return self.updates.confirmed

    @property
    def conflicts(self) -> int:
        """Return how many polls a living client lost to another one."""
        return self.updates.conflicts

    @property
    def answers(self) -> list[Answer]:
        """Return the bot's answers to taps."""
        return self.world.answers

    @property
    def requests(self) -> list[Asked]:
        """Return every request with a valid token, in order."""
        return self.world.requests

    @property
    def messages(self) -> list[Message]:
        """Return what the bot sent to all chats, in the order of acceptance."""
        return sorted((m for chat in self.world.chats.values() for m in chat.messages), key=lambda m: m.at)

    def calls(self, method: str) -> list[Asked]:
        """Return the requests of one method."""
        return [request for request in self.requests if request.method == method]

    @property
    def violations(self) -> list[Violation]:
        """Return the requests that no correct client sends; a test asserts that there are none."""
        return self.world.violations

    @property
    def floods(self) -> int:
        """Return how many 429s were given."""
        return self.trouble.refused

    @property
    def impatient(self) -> int:
        """Return how many of them to requests that did not wait as an earlier 429 had asked."""
        return self.trouble.impatient

    def commands(self, scope: str = "default", language: str = "", chat_id: int = 0) -> list[str]:
        """Return the names in the command menu of a scope (e.g. "all_private_chats") and language."""
        of_chat = f'"chat_id": {chat_id}, ' if chat_id else ""
        found = self.world.commands.get((f'{{{of_chat}"type": "{scope}"}}', language), [])
        return [name for name, _ in found]

    async def until(self, look: Callable[[], T | None], timeout: float = 10) -> T:
        """Return what `look` finds as soon as it is truthy, looking at every change of anything here."""
        return await self.world.changes.until(look, timeout)

    async def answered(self, tap: Tap | str, timeout: float = 10) -> Answer:
        """Return the bot's answer to a tap."""
        query = tap if isinstance(tap, str) else tap.id
        found = await self.until(lambda: [a for a in self.answers if a.query_id == query], timeout)
        return found[0]

    async def confirms(self, update_id: int, timeout: float = 10) -> None:
        """Wait until the bot has confirmed an update."""
        await self.until(lambda: update_id in self.confirmed, timeout)

    async def asked(self, method: str, count: int = 1, timeout: float = 10) -> list[Asked]:
        """Return the requests of a method as soon as there are `count`."""
        return await self.until(lambda: c if len(c := self.calls(method)) >= count else None, timeout)

    # people and chats

    def user(self, name: str, language: str = "en", username: str = "") -> User:
        """Return a new person."""
        user = User(self.world.new_user_id(), name, username, language)
        self.world.users[user.id] = user
        return user

    def speaks(self, user: User, language: str) -> User:
        """Return the person with another client language, for what they do from now on."""
        changed = self.world.users[user.id] = replace(user, language=language)
        return changed

    def private(self, user: User, started: bool = True) -> Chat:
        """Return the person's chat with the bot; without `started` the bot may not write first."""
        if user.id in self.world.chats:
            return self.world.chats[user.id]
        chat = Chat(self.world, user.id, "private", user.first_name, person=user, started=started)
        chat.statuses = {user.id: "member", self.world.bot.id: "member"}
        self.world.chats[chat.id] = chat
        return chat

    def group(
        self,
        title: str,
        kind: str = "supergroup",
        admins: Iterable[User] = (),
        members: Iterable[User] = (),
        forum: bool = False,
        bot: str = "member",
    ) -> Chat:
        """Return a new group; its first administrator owns it, `bot` is the bot's status ("left": not in)."""
        chat = Chat(self.world, self.world.new_chat_id(kind), kind, title, forum=forum)
        for user in members:
            chat.statuses[user.id] = "member"
        for place, user in enumerate(admins):
            chat.statuses[user.id] = "administrator" if place else "creator"
        chat.statuses[self.world.bot.id] = bot
        self.world.chats[chat.id] = chat
        return chat

    def channel(
        self, title: str, admins: Iterable[User] = (), username: str = "", bot: str = "administrator"
    ) -> Chat:
        """Return a new channel."""
        chat = self.group(title, "channel", admins, bot=bot)
        chat.username = username
        return chat

    def routes(self, public: str, local: str) -> None:
        """Stand in for the proxy in front of a webhook: what starts with `public` is posted to `local`."""
        self._public[public] = local

    def _reach(self, url: str) -> str:
        for public, local in self._public.items():
            if url.startswith(public):
                return local + url.removeprefix(public)
        if re.match(r"https?://(127\.|\[::1\])", url) is None:
            raise LookupError(f"no route to {url}: call telegram.routes() first")
        return url

    # what goes wrong

    def flood(self, seconds: float, chat: Chat | None = None) -> None:
        """Answer 429 to the next message (to that chat, else to any) and to all more for so many seconds."""
        self.trouble.floods.append(Flood(seconds, chat.id if chat else None))

    def limits(
        self, per_chat: float = 1.0, group_per_minute: int = 20, overall: int = 30, burst: int = 3
    ) -> None:
        """Take no more than this: a hold of up to 8 s first, then 429. Edits count as messages."""
        self.trouble.control = FloodControl(Limits(per_chat, burst, group_per_minute, overall))

    def fails(
        self,
        times: int = 1,
        status: int = 502,
        after_accepting: bool = False,
        chat: Chat | None = None,
        method: str = "",
    ) -> None:
        """Answer with a server's failure, before or after doing what was asked."""
        where = chat.id if chat else None
        self.trouble.faults.append(Fault(times, method, where, after_accepting, status=status))

    def cuts_connection(
        self, times: int = 1, after_accepting: bool = True, chat: Chat | None = None, method: str = ""
    ) -> None:
        """Close the connection without an answer, after (or before) doing what was asked."""
        where = chat.id if chat else None
        self.trouble.faults.append(Fault(times, method, where, after_accepting, cut=True))

    def holds(self, seconds: float, times: int = 1, chat: Chat | None = None, method: str = "") -> None:
        """Do what is asked at once, but answer late."""
        where = chat.id if chat else None
        self.trouble.faults.append(Fault(times, method, where, True, seconds=seconds))

    def refuses(
        self,
        description: str,
        code: int = 400,
        chat: Chat | None = None,
        times: int = 1,
        method: str = "",
    ) -> None:
        """Refuse with a description, whole as the Bot API writes it ("Bad Request: …")."""
        where = chat.id if chat else None
        self.trouble.faults.append(Fault(times, method, where, refusal=Refused(description, code)))

    def revokes_token(self) -> None:
        """Answer 401 to everything from now on."""
        self.front.revoked = True

    def is_calm(self) -> bool:
        """Whether every fault that was planned has happened."""
        return not any(fault.times for fault in self.trouble.faults)
