"""People who talk to Hark in the loopback Telegram, and what they read off its messages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.servers.feed_formats import Published
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_chats import Chat
from tests.servers.telegram_records import Message, User

_NUMBER = re.compile(r"№ (\d+)")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody and the chat in which they talk to Hark."""

    user: User
    chat: Chat

    @property
    def alerts(self) -> list[Message]:
        """Return the alerts that the chat got."""
        return [message for message in self.chat.messages if is_alert(message)]

    @property
    def titles(self) -> list[str]:
        """Return the titles of the alerts that the chat got, in order."""
        return [title(message) for message in self.alerts]

    async def asks(self, text: str, thread_id: int | None = None, anonymous: bool = False) -> Message:
        """Say something and return the first message after it that is no alert."""
        before = len(self.chat.messages)
        await self.chat.says(self.user, text, thread_id=thread_id, anonymous=anonymous)
        return await self.hears(before)

    async def hears(self, before: int, timeout: float = 20) -> Message:  # noqa: ASYNC109
        """Return the first message that is no alert after the first `before` ones."""

        def fits(message: Message) -> bool:
            return not is_alert(message) and self.chat.messages.index(message) >= before

        return await self.chat.wait_for(fits, timeout)

    async def reads(self, entry: Published | str, timeout: float = 20) -> Message:  # noqa: ASYNC109
        """Return the alert with this entry's title as soon as it is there, whatever comes before it."""
        wanted = entry if isinstance(entry, str) else entry.title
        return await self.chat.wait_for(
            lambda message: is_alert(message) and title(message) == wanted, timeout
        )

    async def taps(self, label: str, message: Message) -> None:
        """Tap a button of a message."""
        await self.chat.taps(self.user, label, message)


def person(telegram: TelegramServer, name: str = "Ada", language: str = "en") -> Person:
    """Return a new person in their private chat with Hark."""
    user = telegram.user(name, language)
    return Person(user, telegram.private(user))


async def watcher(telegram: TelegramServer, *queries: str, name: str = "Ada", language: str = "en") -> Person:
    """Return a new person whose private chat watches these words already."""
    someone = person(telegram, name, language)
    for words in queries:
        await someone.asks(f"/watch {words}")
    return someone


def is_alert(message: Message) -> bool:
    """Whether a message is an alert: its title is a bold link and it has a number."""
    return bool(message.links) and bool(message.bold) and _NUMBER.search(message.text) is not None


def title(alert: Message) -> str:
    """Return the title of an alert: what is linked first, which must be bold as well."""
    shown = alert.links[0][0]
    assert shown in alert.bold
    return shown


def number(alert: Message) -> int:
    """Return the number of an alert."""
    found = _NUMBER.search(alert.text)
    assert found is not None
    return int(found[1])
