"""What can go wrong, as one short tree. A class is here only because some caller acts on it.

HarkError
├── ConfigError            the configuration has mistakes: all of them, one a line
├── StoreError             the database refuses (full disk, locked, gone): nothing was stored
│   └── AlreadyRunning     another Hark holds this database or this token
├── QueryError             what was typed is not a query
└── SendError              Telegram did not take a message
    ├── ChatUnavailable    nobody is reachable in that chat: pause it, or forget it
    ├── ChatMigrated       the group has a new id
    ├── NoRight            Hark may not write there: hold, tell an administrator
    ├── TopicGone          the topic is closed or deleted: send to General
    ├── FloodWait          wait, this chat only
    ├── MessageRefused     Telegram will not show this message as it is: send it plainer
    ├── EditImpossible     the message to edit is gone: send a new one
    ├── SendUncertain      may have arrived
    ├── SendFailed         was not sent, may work later: its chat waits for it
    ├── SendBroken         a bug of ours on this message: it waits alone
    └── TokenRefused       the token is wrong or revoked: stop
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class HarkError(Exception):
    """Anything that Hark itself reports."""


class ConfigError(HarkError):
    """The configuration has mistakes; `problems` holds one printable line for each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class StoreError(HarkError):
    """The database refused; the transaction was rolled back, nothing was stored."""


class AlreadyRunning(StoreError):
    """Another process holds what only one may hold; `what` names it without secrets."""

    def __init__(self, what: str) -> None:
        super().__init__(f"another Hark is already running with {what}")
        self.what = what


class QueryProblem(StrEnum):
    """Why a text is not a query."""

    EMPTY = "empty"
    SYNTAX = "syntax"
    ONLY_NEGATIVE = "only-negative"
    TOO_LONG = "too-long"
    TOO_MANY_TERMS = "too-many-terms"
    TOO_DEEP = "too-deep"
    EVERYTHING = "everything"  # "*" without a source, a regular expression that is found in any text
    ONLY_FACTS = "only-facts"  # a language, an age or a number of sources, and no word
    UNKNOWN_FIELD = "unknown-field"
    FIELD_VALUE = "field-value"  # age:yesterday, lang:Italian
    REGEX = "regex"
    ADDRESS = "address"  # of a page or feed: to follow, not to watch for


class QueryError(HarkError):
    """What was typed cannot be parsed; `position` (code points) is where, `suggestion` a query that can."""

    def __init__(self, problem: QueryProblem, text: str, position: int = 0, suggestion: str = "") -> None:
        super().__init__(f"{problem.value} at {position} in {text!r}")
        self.problem = problem
        self.text = text
        self.position = position
        self.suggestion = suggestion


class SendError(HarkError):
    """Telegram did not take a message."""


class ChatUnavailable(SendError):
    """Nobody is reachable in that chat; `forever` when the account or group is deleted."""

    def __init__(self, description: str, forever: bool) -> None:
        super().__init__(description)
        self.forever = forever


class ChatMigrated(SendError):
    """The group became a supergroup with the id `new_chat_id`."""

    def __init__(self, new_chat_id: int) -> None:
        super().__init__(f"chat migrated to {new_chat_id}")
        self.new_chat_id = new_chat_id


class NoRight(SendError):
    """Hark may not write in that chat."""


class TopicGone(SendError):
    """The forum topic is closed, deleted or unknown."""


class FloodWait(SendError):
    """Telegram asks to wait `seconds` before the next message to that chat."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"retry after {seconds:g} s")
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Plainer:
    """What to leave out of a refused message so that it may pass."""

    markup: bool = False
    buttons: bool = False  # those with addresses first
    extras: bool = False  # every button, and the preview
    reply: bool = False
    shorten: bool = False


class MessageRefused(SendError):
    """Telegram will not show this message as it is; `without` says what to leave out, None: give up."""

    def __init__(self, description: str, without: Plainer | None) -> None:
        super().__init__(description)
        self.without = without


class EditImpossible(SendError):
    """The message to edit is gone or not ours."""


class SendUncertain(SendError):
    """The request went out and no answer came: the message may have arrived."""


class SendFailed(SendError):
    """Nothing was sent; trying again later may work."""


class SendBroken(SendError):
    """A bug of ours on one message: nothing was sent, and other messages may go well."""


class TokenRefused(SendError):
    """The bot token is wrong or revoked."""
