"""Who and what a transcript names: people, chats, topics, sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from tests.conversations.shown import SITE
from tests.conversations.stage import Stage
from tests.servers.feeds import Feed
from tests.servers.telegram_chats import Chat
from tests.servers.telegram_records import Message, User

T = TypeVar("T")


class ScriptError(Exception):
    """A transcript says what cannot be done."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is done."""

    chat: Chat
    thread_id: int | None = None

    def holds(self, message: Message) -> bool:
        """Whether a message stands here."""
        return message.chat is self.chat and message.thread_id == self.thread_id


@dataclass(slots=True)
class Players:
    """All that a transcript has named so far."""

    stage: Stage
    language: str = "en"  # of whoever was not introduced
    people: dict[str, User] = field(default_factory=dict)
    chats: dict[str, Chat] = field(default_factory=dict)
    feeds: dict[str, Feed] = field(default_factory=dict)

    def person(self, name: str) -> User:
        """Return somebody."""
        if name not in self.people:
            self.people[name] = self.stage.telegram.user(name, self.language)
        return self.people[name]

    def private(self, name: str) -> Chat:
        """Return somebody's chat with Hark."""
        return self.stage.telegram.private(self.person(name))

    def chat(self, name: str) -> Chat:
        """Return a group or channel."""
        return _known(name, self.chats, "chat")

    def feed(self, name: str) -> Feed:
        """Return a source."""
        return _known(name, self.feeds, "source")

    def place(self, who: str, name: str | None) -> Place:
        """Return the place called "Readers" or "Desk/Coins", without a name the private chat."""
        if name is None:
            return Place(self.private(who))
        title, _, topic = name.partition("/")
        return Place(self.chat(title), self.topic(title, topic) if topic else None)

    def topic(self, title: str, name: str) -> int:
        """Return a topic of a forum."""
        return _known(name, {topic.name: key for key, topic in self.chat(title).topics.items()}, "topic")

    def message(self, chat: Chat, words: str) -> Message:
        """Return the newest message of a chat that says, or has said, the words."""
        for message in reversed(chat.everything.values()):
            if any(words in self.clean(each.formatted.text) for each in message.versions):
                return message
        raise ScriptError(f"no message with {words!r}")

    def clean(self, text: str) -> str:
        """Return what Hark said with the loopback site's lasting name."""
        return text.replace(self._host, SITE).replace("127.0.0.1", SITE)

    def real(self, text: str) -> str:
        """Return what a person says with the loopback site's address of this run."""
        return text.replace(SITE, self._host)

    @property
    def _host(self) -> str:
        return self.stage.site.url.removeprefix("http://")


def _known(name: str, among: Mapping[str, T], kind: str) -> T:
    if name not in among:
        raise ScriptError(f"no {kind} {name!r}; there are: {', '.join(among) or 'none'}")
    return among[name]
