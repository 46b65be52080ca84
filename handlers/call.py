"""What a person did, as a small value of our own, and what a handler gives back: values only."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypedDict, Unpack

from handlers.links import Links
from locales import Catalogue, Text
from matching.names import Names
from model import Chat, ChatKind, Message, Source
from planning import Planned
from store.database import Connection

_ID = re.compile(r"-?[1-9][0-9]{0,17}")


@dataclass(frozen=True, slots=True)
class Command:
    """A command, its name in lower case without "/" and "@bot"."""

    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Words that are no command."""

    words: str
    to_us: bool = False  # a reply to a message of ours


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that a person sent."""

    id: str  # Telegram's, by which it is fetched
    name: str  # as the person's device calls it, "" unknown
    size: int  # bytes, 0 unknown


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap on a button of ours. Whoever writes their own client may send any data."""

    id: str
    name: str
    args: tuple[str, ...] = ()
    quoted: str = ""  # what the message with the button shows in <code>
    quotes: tuple[str, ...] = ()  # all that it shows so, in order


@dataclass(frozen=True, slots=True)
class Standing:
    """What Hark may do in a chat."""

    inside: bool  # a private chat: not blocked
    may_post: bool


@dataclass(frozen=True, slots=True)
class Membership:
    """Hark was added, removed, blocked, unblocked, or has other rights than before."""

    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class Migration:
    """A group became a supergroup."""

    old_id: int
    new_id: int


@dataclass(frozen=True, slots=True)
class Shared:
    """A chat that a person picked from those on their own device. Hark may be unknown there."""

    chat_id: int
    channel: bool
    title: str = ""


Deed = Command | Said | Tap | Membership | Migration | Shared


@dataclass(frozen=True, slots=True)
class Seen:
    """What Telegram said of chats just now, for a handler that wants to know."""

    manages: tuple[int, ...] = ()  # which chats the person administers, of those they were seen in
    ours: Standing | None = None  # what Hark may do in the chat that the call is about, None: nobody knows


@dataclass(frozen=True, slots=True)
class Place:
    """The chat in which something was done."""

    id: int
    kind: ChatKind
    title: str = ""
    thread_id: int | None = None  # None: General, or a chat without topics

    @property
    def crowded(self) -> bool:
        """Whether several people speak here."""
        return self.kind in (ChatKind.GROUP, ChatKind.SUPERGROUP)


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that a person did."""

    number: int  # Telegram's update_id
    place: Place
    deed: Deed
    user_id: int = 0  # 0: a channel speaks
    user_name: str = ""  # as Telegram shows it
    language_code: str = ""
    message_id: int | None = None  # of the person's message; for a tap, of the message with the button
    answers: int | None = None  # the message that the person replies to
    links: tuple[str, ...] = ()  # in the message, then in the one that the person replies to
    file: SentFile | None = None
    as_chat: bool = False  # speaks in the chat's own name: an anonymous administrator, a channel's post
    origin: int | None = None  # who first wrote what is forwarded here, or replied to; 0: Telegram hides it
    answered: str = ""  # the words of the message that the person replies to
    subject: int | None = None  # the chat that this is about, None: the one in which it is done
    seen: Seen = Seen()

    @property
    def words(self) -> str:
        """What was said, without the command."""
        return self.deed.words if isinstance(self.deed, Command | Said) else ""

    @property
    def quoted(self) -> str:
        """What the tapped message shows in <code>, "" when it shows nothing so."""
        return self.deed.quoted if isinstance(self.deed, Tap) else ""

    @property
    def quotes(self) -> tuple[str, ...]:
        """All that the tapped message shows in <code>, in order."""
        return self.deed.quotes if isinstance(self.deed, Tap) else ()

    def quoted_at(self, index: int) -> str:
        """Return what the tapped message shows in <code> at the place that an argument says, else ""."""
        at = self.number_at(index)
        return self.quotes[at] if at < len(self.quotes) else ""

    def arg(self, index: int) -> str:
        """Return an argument of a tapped button, "" when it has none there."""
        args = self.deed.args if isinstance(self.deed, Tap) else ()
        return args[index] if index < len(args) else ""

    def id_at(self, index: int) -> int:
        """Return an argument of a tapped button as the id of a chat or person, 0 for what is none."""
        return read_id(self.arg(index))

    def number_at(self, index: int) -> int:
        """Return an argument of a tapped button as a number, 0 for what is none (ids begin at 1)."""
        arg = self.arg(index)
        return int(arg) if arg.isascii() and arg.isdecimal() and len(arg) < 19 else 0


UNLIMITED = 1_000_000_000
"""Stands for no limit."""


def shown_limit(limit: int) -> int | str:
    """Return how a limit is shown."""
    return "∞" if limit >= UNLIMITED else limit


def read_id(words: str) -> int:
    """Return the id of a chat or person, below zero for groups and channels; 0 for what is none."""
    return int(words) if _ID.fullmatch(words) else 0


@dataclass(frozen=True, slots=True)
class XTerms:
    """On what terms Hark reads X by X's own API; money is millionths of a dollar."""

    budget: int | None  # of a month; None: whatever it costs
    post: int  # what a post costs
    streamed: timedelta | None = None  # how often X is searched without its stream; None: it has none


def _unplanned(source: Source, now: datetime) -> Planned | None:
    return None


@dataclass(frozen=True, slots=True)
class Policy:
    """What the operator, and we, decided."""

    admins: frozenset[int] = frozenset()
    allowed_chats: frozenset[int] = frozenset()  # empty: anyone
    watches: int = 50  # in one chat
    follows: int = 50
    alerts: int | None = None  # a day; None: no limit
    ask_above: int = 50  # alerts a day of one watch: above, a new one is asked about first
    examples: tuple[str, ...] = ("#赵长鹏", "SamAltman")
    looks_up: bool = False  # names that the table lacks
    retention: timedelta = timedelta(days=30)  # of what was read and sent
    x: XTerms | None = None  # None: X is not read by its own API, and costs nothing
    planned: Callable[[Source, datetime], Planned | None] = _unplanned  # why a feed is asked when it is

    @property
    def example(self) -> str:
        """Words to show how a watch is begun."""
        return self.examples[0] if self.examples else "#AI"

    def may_spend(self, user_id: int) -> bool:
        """Whether this person may let Hark spend more on X: an operator, anybody where there are none."""
        return not self.admins or user_id in self.admins

    def watches_of(self, chat_id: int) -> int:
        """Return how many watches a chat may have; operators may have any number."""
        return UNLIMITED if chat_id in self.admins else self.watches

    def follows_of(self, chat_id: int) -> int:
        """Return how many sources a chat may follow; operators may follow any number."""
        return UNLIMITED if chat_id in self.admins else self.follows

    def operates(self, chat_id: int, user_id: int) -> bool:
        """Whether this is an operator, wherever they are, or their private chat."""
        return user_id in self.admins or chat_id in self.admins


@dataclass(frozen=True, slots=True)
class Desk:
    """All that a handler has at hand; what it writes is committed with its answers, or not at all."""

    conn: Connection
    text: Text
    now: datetime
    chat: Chat
    policy: Policy
    catalogue: Catalogue
    names: Names  # of the table
    links: Links = field(default_factory=Links)
    heard_by: Chat | None = None  # where the answers go, where `chat` is spoken for in another

    @property
    def watch_limit(self) -> int:
        """How many watches the chat may have."""
        return self.policy.watches_of(self.chat.id)

    @property
    def follow_limit(self) -> int:
        """How many sources the chat may follow."""
        return self.policy.follows_of(self.chat.id)

    @property
    def elsewhere(self) -> bool:
        """Whether the answers are read in another chat than the one that they are about."""
        return self.heard_by is not None

    @property
    def reader(self) -> Chat:
        """Return the chat in which the answers are read."""
        return self.heard_by or self.chat


@dataclass(frozen=True, slots=True)
class Reply:
    """What Hark answers."""

    messages: tuple[Message, ...] = ()
    toast: str = ""  # for a tap
    wake: str = ""  # a step that has work now, besides sending


Handler = Callable[[Call, Desk], Awaitable[Reply]]


class Who(TypedDict, total=False):
    """For whom and where a handler is; what is left out is as in `Entry`."""

    anyone: bool
    operators: bool
    outside: bool
    personal: bool
    looks: bool
    members: Handler


@dataclass(frozen=True, slots=True)
class Entry:
    """A handler and who may use it."""

    handler: Handler
    anyone: bool = False  # in groups: not only administrators
    operators: bool = False  # for nobody else, and in private only
    outside: bool = False  # also for those whom Hark does not serve
    members: Handler | None = None  # in groups: for those who are no administrators
    personal: bool = False  # about the chat in which it is said, whichever is spoken for there
    looks: bool = False  # wants `Call.seen`

    def serves(self, call: Call, policy: Policy) -> bool:
        """Whether it is there at all for whoever calls, where they call."""
        private = call.place.kind is ChatKind.PRIVATE
        return not self.operators or (private and call.user_id in policy.admins)


@dataclass(slots=True)
class Registry:
    """Who handles what. Each module of this room registers itself here."""

    commands: dict[str, Entry] = field(default_factory=dict)
    taps: dict[str, Entry] = field(default_factory=dict)
    shared: Entry | None = None

    def command(self, names: str, handler: Handler, **who: Unpack[Who]) -> None:
        """Let `handler` answer a command under each of these names. Raises ValueError where one is taken."""
        for name in names.split():
            _free(name, self.commands)
            self.commands[name] = Entry(handler, **who)

    def tap(self, name: str, handler: Handler, **who: Unpack[Who]) -> None:
        """Let `handler` answer taps on buttons whose data begins with `name`.

        Raises ValueError where that is taken.
        """
        _free(name, self.taps)
        self.taps[name] = Entry(handler, **who)

    def sharing(self, handler: Handler) -> None:
        """Let `handler` take the chats that people pick."""
        self.shared = Entry(handler, looks=True)

    def entry(self, deed: Deed) -> Entry | None:
        """Return who handles a deed, None: nobody."""
        match deed:
            case Command(name):
                return self.commands.get(name)
            case Tap(_, name):
                return self.taps.get(name)
            case Shared():
                return self.shared
        return None


def _free(name: str, taken: dict[str, Entry]) -> None:
    if name in taken:
        raise ValueError(f"{name} has a handler")
