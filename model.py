"""The nouns of Hark: frozen values that travel between the rooms, with no behaviour that does I/O."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum


class SourceKind(StrEnum):
    """What kind of thing is polled."""

    FEED = "feed"
    X = "x"


class FollowMode(StrEnum):
    """What a chat wants from a source that it follows itself."""

    WORDS = "words"
    EVERYTHING = "everything"


class ChatKind(StrEnum):
    """Where Hark talks: Telegram's four kinds of chat, or the terminal when there is no token."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"
    TERMINAL = "terminal"


class ChatState(StrEnum):
    """Whether a chat gets alerts."""

    ACTIVE = "active"
    PAUSED = "paused"  # the people asked for silence (/stop, /pause)
    BLOCKED = "blocked"  # Telegram refuses: blocked, kicked, not found; comes back by itself
    GONE = "gone"  # deleted for ever; forgotten after the retention time
    BANNED = "banned"  # by an operator


class Field(StrEnum):
    """The part of an entry in which a term was found."""

    TITLE = "title"
    TEXT = "text"
    TAG = "tag"
    AUTHOR = "author"
    SOURCE = "source"
    URL = "url"
    LANG = "lang"
    PUBLISHED = "published"
    STORY = "story"  # of how many sources is judged later, by the story


class FailureReason(StrEnum):
    """Why a poll failed: a fixed list, told in the person's language, never in the target's words."""

    UNREACHABLE = "unreachable"  # no such name, refused, reset, TLS failure
    TIMEOUT = "timeout"
    NOT_PUBLIC = "not-public"  # the address is private, local or otherwise not public
    BAD_URL = "bad-url"
    HTTP_STATUS = "http-status"  # `status` holds the code
    GONE = "gone"  # 410: asked to stop
    TOO_BIG = "too-big"
    TOO_HEAVY = "too-heavy"  # reading it takes too much time or memory
    REDIRECT_LOOP = "redirect-loop"  # a circle, or more than 5 hops
    NOT_A_FEED = "not-a-feed"
    BAD_RESPONSE = "bad-response"  # not HTTP, wrong coding, 304 to an unconditional request …
    RATE_LIMITED = "rate-limited"
    X_CREDENTIALS = "x-credentials"
    X_MONEY = "x-money"
    X_ACCOUNT = "x-account"  # does not exist
    X_SUSPENDED = "x-suspended"
    X_PROTECTED = "x-protected"  # only its followers see its posts
    X_REFUSED = "x-refused"
    X_BUDGET = "x-budget"  # Hark's own limit, the operator's
    X_FEED = "x-feed"  # a feed of an account's posts that holds none, or a placeholder


OF_ACCOUNT = (FailureReason.X_ACCOUNT, FailureReason.X_SUSPENDED, FailureReason.X_PROTECTED)
"""What ails one X account, whoever asks for it: X has nothing to show of it."""


class DeliveryKind(StrEnum):
    """What a row of the outbox is."""

    ALERT = "alert"
    ANSWER = "answer"  # says something because a person did something: sent before alerts
    NOTICE = "notice"  # says something because a source, X or a chat changed state
    NEWS = "news"  # an operator tells all chats something: sent after alerts
    REPLY = "reply"  # what is newly to be said of an alert, with sound
    EDIT = "edit"  # an alert takes in what came later: sent after everything else


class DeliveryState(StrEnum):
    """The life of a delivery."""

    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    HELD = "held"  # waits for the chat: blocked, paused, no right to post
    FAILED = "failed"  # given up, loudly
    DROPPED = "dropped"  # nobody wants it any more: the watch was stopped, paused or muted meanwhile


@dataclass(frozen=True, slots=True)
class Entry:
    """One feed entry or X post as its source gives it, normalised to plain text."""

    guid: str = ""  # as the source gives it; "x:<id>" for a post; "" when there is none
    url: str = ""  # absolute http(s), or "" when there is none that may be shown
    title: str = ""  # plain text on one line; "" when the source gives none
    text: str = ""  # plain text
    author: str = ""  # for a post "@handle"
    published: datetime | None = None  # aware, UTC; None when absent or unreadable
    language: str = ""  # BCP 47 as declared, "" unknown
    tags: tuple[str, ...] = ()
    media: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An entry that Hark has kept."""

    id: int
    source_id: int
    source_name: str
    entry: Entry
    found: datetime  # aware, UTC
    baseline: bool = False  # was there when the source was first read: never alerts
    owner: str = ""  # X: what the account calls itself


@dataclass(frozen=True, slots=True)
class ItemKeys:
    """The names under which an entry may be recognised; each is a short digest, "" when it has none."""

    guid: str
    url: str
    content: str
    title: str

    def all(self) -> tuple[str, ...]:
        """Return the keys worth storing and asking for, without the empty ones."""
        return tuple(key for key in (self.guid, self.url, self.content, self.title) if key)


@dataclass(frozen=True, slots=True)
class KnownItem:
    """What identity needs to know of an item that is already kept."""

    id: int
    source_id: int
    keys: frozenset[str]  # every key it has been seen under
    published: datetime | None
    shared: bool = True  # the source that found it serves every chat


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave for a conditional request; belongs to `url` alone (RFC 9110 section 8.8)."""

    etag: str = ""
    last_modified: str = ""
    url: str = ""  # the final URL that answered with them


@dataclass(frozen=True, slots=True)
class Source:
    """Something polled: one feed URL or one X account."""

    id: int
    kind: SourceKind
    address: str  # feed URL, or X handle in lower case without "@"
    name: str  # as shown to people
    shared: bool  # named in the configuration: serves every chat
    interval: timedelta | None = None  # its own, else the configured one
    validators: Validators = Validators()
    body_hash: bytes = b""
    listing: tuple[tuple[int, int], ...] = ()  # (fingerprint, item id; 0: passed over) of its last document
    cursor: str = ""  # X: newest post id read
    external_id: str = ""  # X: the account's user id, looked up once
    due: datetime | None = None
    lease: int = 0  # grows with each claim: only the newest claimant may settle
    first_read: datetime | None = None  # None: its first successful fetch is still to come (baseline)
    last_read: datetime | None = None
    last_entry: datetime | None = None
    failing_since: datetime | None = None
    failures: int = 0
    failure: Failure | None = None
    guids_repeat: bool = False  # has listed one guid for two different entries
    urls_repeat: bool = False  # has listed one URL for two different entries
    moved_to: str = ""  # where a permanent redirect leads
    moved_polls: int = 0  # how many polls in a row it has led there
    owner: str = ""  # X: what the account calls itself, beside its name; "" not known
    subscribers: int = 0  # chats that it is read for, counted when it is claimed
    pushed: bool = False  # its hub sends what is new, and did so lately: polls are the net below


@dataclass(frozen=True, slots=True)
class Failure:
    """A poll that did not work. Carries facts only, never the target's own words."""

    reason: FailureReason
    status: int = 0  # HTTP status where there is one
    retry_after: timedelta | None = None  # what the server asked for

    @property
    def key(self) -> str:
        """The key of the message that says why; it may tell the status."""
        if self.reason is FailureReason.BAD_RESPONSE and self.status:
            return "reason-bad-response-status"
        return _SAID_BY_X.get((self.reason, self.status), f"reason-{self.reason.value}")


_SAID_BY_X = {
    (FailureReason.X_CREDENTIALS, 0): "refused-token",  # X was not even asked
    (FailureReason.X_CREDENTIALS, 403): "refused-project",
    (FailureReason.X_MONEY, 403): "refused-limit",
    (FailureReason.X_MONEY, 429): "refused-cap",
}


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A poll that brought nothing: 304, or a body with the same hash."""

    validators: Validators = Validators()
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A poll that brought entries."""

    entries: tuple[tuple[int, Entry], ...]  # (fingerprint, entry), newest first, those whose bytes are new
    kept: tuple[int, ...] = ()  # fingerprints that were listed before and still are
    passed_over: tuple[int, ...] = ()  # fingerprints that are new too, but too many to be read
    title: str = ""
    validators: Validators = Validators()
    body_hash: bytes = b""
    moved_to: str = ""
    cursor: str = ""
    external_id: str = ""
    hub: str = ""  # which sends what is new (WebSub), and what it calls this document
    topic: str = ""


Outcome = Document | Unchanged | Failure


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a watch hit: which term, in which field, where."""

    term: str  # as the person wrote it
    field: Field
    text: str  # what stands in the entry
    start: int  # code points into the field's text
    end: int
    alias: str = ""  # the other name of the term that stands in the entry
    beside: str = ""  # what shows who is meant by it: a word of the entry, or its author's @name


@dataclass(frozen=True, slots=True)
class Hit:
    """One watch found in one entry."""

    watch_id: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Chat:
    """A private chat, group or channel that Hark talks to."""

    id: int  # Telegram's, more than 32 bits
    kind: ChatKind
    title: str = ""
    language: str = "en"  # one of Hark's languages
    state: ChatState = ChatState.ACTIVE
    previews: bool = False  # link previews under alerts
    silent: bool = False  # alerts without sound
    since: datetime | None = None  # of the state
    zone: str = ""  # IANA name or "UTC+5:30"; "": nobody chose, times are UTC
    buttons: bool = True  # under alerts
    news: bool = True  # what operators tell all chats
    chose_language: bool = False  # False in private: the person's client is followed
    proposals: bool = True  # members of a group may propose watches


@dataclass(frozen=True, slots=True)
class Watch:
    """One chat's query with its options."""

    id: int
    chat_id: int
    query: str  # as written, tidied
    created: datetime
    thread_id: int | None = None  # the forum topic it was made in
    paused: bool = False
    muted_until: datetime | None = None
    deleted: bool = False
    revision: int = 0
    choice: str = ""  # JSON: which names are off, which the chat's own (matching/choice.py); "" none
    silent: bool = False  # its alerts come without sound
    least: int = 1  # independent sources that must report a story before it is told
    marks: str | None = None  # what it replies to, as `alerts/marks.py` reads it; None: as configured


@dataclass(frozen=True, slots=True)
class OwnNames:
    """What a chat calls somebody or something: every name of a row means the same there."""

    id: int
    chat_id: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Follow:
    """A chat follows a source for itself."""

    chat_id: int
    source_id: int
    mode: FollowMode
    created: datetime
    thread_id: int | None = None


@dataclass(frozen=True, slots=True)
class NamedHit:
    """A hit as an alert shows it: the watch is kept by name because it may be gone when the alert is sent."""

    watch_id: int
    query: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: either `data` (1 to 64 bytes, ids only) or `url`."""

    label: str
    data: str = ""
    url: str = ""
    danger: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a message brings; `html` of the message is its caption, at most 1024 code points."""

    name: str
    body: bytes
    picture: bool = False  # shown in the chat, not offered as a file


class Picked(IntEnum):
    """What a person is asked to pick; the value is Telegram's number of the request."""

    CHANNEL = 1
    GROUP = 2


@dataclass(frozen=True, slots=True)
class Pick:
    """A key of a reply keyboard that opens the person's own chats, or without `asks` just says its label."""

    label: str
    asks: int = 0  # a value of Picked; 0: none


@dataclass(frozen=True, slots=True)
class Message:
    """A message as Telegram shall show it; `html` uses Telegram's HTML and is fully escaped."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    preview_url: str = ""  # "" no link preview
    silent: bool = False
    edit_message_id: int | None = None  # edit this message instead of sending a new one
    buttons_only: bool = False  # edit the buttons and leave the words as they are
    reply_to: int | None = None
    force_reply: bool = False
    picks: tuple[Pick, ...] = ()  # keys below the field for words; in private chats only
    picks_end: bool = False  # takes such keys away
    attached: Attachment | None = None
    parting: bool = False  # the last word to a chat that is erased: its row goes when it is sent


@dataclass(frozen=True, slots=True)
class Delivery:
    """A row of the outbox."""

    id: int  # also the alert's number
    chat_id: int
    kind: DeliveryKind
    state: DeliveryState
    due: datetime
    thread_id: int | None = None
    item_id: int | None = None
    source_id: int | None = None  # the source that brought the item to this chat
    hits: tuple[NamedHit, ...] = ()  # empty: the chat follows the source for everything
    message: Message | None = None  # answers and notices; alerts are rendered when they are sent
    attempts: int = 0
    uncertain: bool = False  # an earlier attempt may have arrived: the message carries its number
    lease: int = 0
    message_id: int | None = None
    created: datetime | None = None
    sent: datetime | None = None
    error: str = ""
    alert_id: int | None = None  # the alert that an edit or a reply is about
    renewed: bool = False  # its message could not be edited and was sent again, once


@dataclass(frozen=True, slots=True)
class Errand:
    """Long work that a person asked for: done by a step, answered when done, survives a restart."""

    id: int
    chat_id: int
    kind: str
    payload: dict[str, str] = field(default_factory=dict)
    thread_id: int | None = None
    lease: int = 0
    attempts: int = 0
    told_to: int | None = None  # the chat where it is answered; None: its own
    told_thread: int | None = None

    @property
    def answered_in(self) -> tuple[int, int | None]:
        """Return the chat, and the topic of it, in which the answer is given."""
        return (self.chat_id, self.thread_id) if self.told_to is None else (self.told_to, self.told_thread)


@dataclass(frozen=True, slots=True)
class Wants:
    """What is wanted of one X account, by all the watches that it serves."""

    words: frozenset[str] = frozenset()  # terms of X's search: a post with one of them may be a hit
    full: bool = False  # every post, whatever its words


class Resource(StrEnum):
    """What X bills."""

    POST = "post"
    USER = "user"
    COUNTS = "counts"  # a request for how many posts there are
    UNKNOWN = "unknown"  # reserved by a process that died


@dataclass(frozen=True, slots=True)
class Bought:
    """Resources that one answer of X held, by X's own ids."""

    kind: Resource
    resources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Purchase:
    """What of an answer was billed. Money is whole millionths of a dollar, here and below."""

    billed: frozenset[str]
    cost: int


@dataclass(frozen=True, slots=True)
class Spending:
    """What X has cost so far."""

    month: int = 0  # the UTC month, today included
    today: int = 0
    reserved: int = 0  # the most that calls under way may cost
    reads: int = 0  # billed resources of the month
    returned: int = 0  # all that came, what was free included


@dataclass(frozen=True, slots=True)
class WatchCost:
    """What was bought for one watch this month."""

    reads: int
    cost: int


@dataclass(frozen=True, slots=True)
class OtherNames:
    """What a public table of names calls somebody; nobody at all when `id` is empty."""

    id: str = ""  # the table's own, as Q7407093
    names: tuple[str, ...] = ()  # each stands for them alone; without the name that was asked for
    accounts: tuple[str, ...] = ()  # of X, without "@"
