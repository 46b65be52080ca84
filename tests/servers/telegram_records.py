"""What a chat on the loopback Telegram holds: people, messages with their versions, buttons, answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.servers.telegram_html import Entity
from tests.servers.telegram_text import Formatted

if TYPE_CHECKING:
    from tests.servers.telegram_chats import Chat


@dataclass(frozen=True, slots=True)
class User:
    """A person, or the bot itself."""

    id: int  # more than 32 bits
    first_name: str
    username: str = ""
    language: str = "en"  # language_code of the client, "" when it tells none
    is_bot: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button as the chat shows it."""

    label: str
    data: str = ""
    url: str = ""
    style: str = ""
    copy_text: str = ""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What was asked of the link preview; `asked` is False when the client's default holds."""

    asked: bool = False
    disabled: bool = False
    url: str = ""
    small: bool = False
    large: bool = False
    above: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """A message as it stood for a while."""

    formatted: Formatted
    rows: Rows = ()
    preview: Preview = Preview()
    at: float = 0.0  # monotonic seconds of the server's clock
    raw: str = ""  # the text before its markup was read


@dataclass(slots=True)
class Message:
    """A message with all its versions; everything but `versions`, `deleted` and `reactions` stays as sent."""

    id: int
    chat: Chat
    sender: User | None  # None: a channel, or an anonymous administrator
    date: int
    versions: list[Version]
    thread_id: int | None = None
    reply_to: int | None = None
    quote: str = ""
    silent: bool = False
    kind: str = "text"  # text, document, photo or service
    file_name: str = ""
    file: bytes = b""
    keyboard: tuple[tuple[str, ...], ...] = ()  # a reply keyboard's labels
    requests: dict[str, dict[str, object]] = field(default_factory=dict)  # KeyboardButtonRequestChat by label
    keys_end: bool = False  # the reply keyboard goes
    force_reply: bool = False
    deleted: bool = False
    reactions: tuple[str, ...] = ()  # the bot's own
    service: dict[str, object] = field(default_factory=dict)
    forwarded_from: User | Chat | None = None
    update_id: int = 0  # 0 for the bot's own messages and for what it was not told

    @property
    def own(self) -> bool:
        """Whether the bot wrote it."""
        return self.sender is not None and self.sender.is_bot

    @property
    def at(self) -> float:
        """Return when it was accepted, in monotonic seconds of the server's clock."""
        return self.versions[0].at

    @property
    def text(self) -> str:
        """Return what it says now, markup read."""
        return self.versions[-1].formatted.text

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Return its entities now; offsets in UTF-16 units."""
        return self.versions[-1].formatted.entities

    @property
    def raw(self) -> str:
        """Return the text as the request had it, with its markup."""
        return self.versions[-1].raw

    @property
    def rows(self) -> Rows:
        """Return its inline buttons now, row by row."""
        return self.versions[-1].rows

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Return its inline buttons now, in reading order."""
        return tuple(button for row in self.rows for button in row)

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the labels of its inline buttons now."""
        return tuple(button.label for button in self.buttons)

    @property
    def link_preview(self) -> Preview:
        """Return what was asked of the link preview."""
        return self.versions[-1].preview

    @property
    def edits(self) -> list[Version]:
        """Return the versions after the first."""
        return self.versions[1:]

    @property
    def bold(self) -> tuple[str, ...]:
        """Return the texts in bold."""
        return self.spans("bold")

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Return (text, address) of each text link; the address as Telegram writes it."""
        formatted = self.versions[-1].formatted
        return tuple((formatted.of(e), e.url) for e in self.entities if e.type == "text_link")

    def spans(self, kind: str) -> tuple[str, ...]:
        """Return the texts under entities of one kind, e.g. "hashtag", "date_time"."""
        return self.versions[-1].formatted.spans(kind)

    def button(self, label: str) -> Button:
        """Return the inline button with this label (or data); raise LookupError naming those there are."""
        for button in self.buttons:
            if label in (button.label, button.data):
                return button
        raise LookupError(f"no button {label!r}; there are {self.labels!r}")

    def __str__(self) -> str:
        return f"#{self.id} {self.text!r} {list(self.labels)}"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that became visible in a chat: written, edited or deleted."""

    kind: str
    message: Message
    version: Version  # as it stood then


@dataclass(slots=True)
class Answer:
    """How the bot answered a tap."""

    query_id: str
    text: str = ""
    alert: bool = False
    url: str = ""
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Tap:
    """A callback query as a person caused it."""

    id: str
    user: User
    message: Message
    data: str
    update_id: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that reached the server with a valid token, whatever it was answered."""

    method: str
    chat_id: int | None
    parameters: dict[str, object]
    at: float


@dataclass(frozen=True, slots=True)
class Violation:
    """A request that no correct client sends."""

    method: str
    what: str

    def __str__(self) -> str:
        return f"{self.method}: {self.what}"
