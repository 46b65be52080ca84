"""What Telegram's "no" means for a message: pure, from the words of an error to one of ours.

The descriptions are those of the Bot API server and of Telegram's own servers behind it; they are compared
without regard to case, because the server lowers and python-telegram-bot raises first letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from errors import (
    ChatMigrated,
    ChatUnavailable,
    EditImpossible,
    FloodWait,
    MessageRefused,
    NoRight,
    Plainer,
    SendError,
    SendFailed,
    SendUncertain,
    TokenRefused,
    TopicGone,
)

_NO_ANSWER_OF_TELEGRAM = ". Parsing the server response"  # a page of something in front of it
_UNKNOWN_PARAMETERS = ". The server response contained unknown parameters"
_LONGEST = 300
_TOKEN = re.compile(r"\d{5,}:[\w-]{20,}")

# What happened before a byte of the request went out; everything else of the network leaves it open.
_NOT_SENT = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout", "UnsupportedProtocol"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error of the Telegram library in plain values."""

    kind: str  # the name of its class
    text: str
    cause: str = ""  # the name of the class of what caused it
    retry_after: float | timedelta | None = None  # seconds, or a time
    new_chat_id: int | None = None


_Make = Callable[[str], SendError | None]


def _done(_text: str) -> None:
    """The chat stands as wanted already."""


def _away(text: str) -> SendError:
    return ChatUnavailable(text, forever=False)


def _gone(text: str) -> SendError:
    return ChatUnavailable(text, forever=True)


def _bare(text: str) -> SendError:
    """A bug of ours, or a rule unheard of: the words alone may pass, and they must arrive."""
    return MessageRefused(text, Plainer(markup=True, extras=True, reply=True))


def _plain(text: str) -> SendError:
    return MessageRefused(text, Plainer(markup=True))


def _shorter(text: str) -> SendError:
    return MessageRefused(text, Plainer(shorten=True))


def _without_buttons(text: str) -> SendError:
    return MessageRefused(text, Plainer(buttons=True))


def _without_reply(text: str) -> SendError:
    return MessageRefused(text, Plainer(reply=True))


def _flood(text: str) -> SendError:
    seconds = re.search(r"retry after (\d+)", text)
    return FloodWait(float(seconds[1])) if seconds else SendFailed(text)


# How a description begins, in lower case → what it means. The longest beginning that fits counts.
_MEANINGS: dict[str, _Make] = {
    # nobody there, for now
    "bot was blocked by the user": _away,
    "bot can't initiate conversation with a user": _away,
    "bot was kicked from the": _away,
    "bot is not a member of the": _away,
    "chat not found": _away,
    "peer_id_invalid": _away,
    "channel_private": _away,
    # nobody there any more
    "user is deactivated": _gone,
    "the bot can't send messages to the bot": _gone,
    "bot can't send messages to bots": _gone,
    "the group chat was deleted": _gone,
    "private chat not found": _gone,
    "user_deleted": _gone,
    "group is deactivated": _gone,
    # the topic
    "topic_closed": TopicGone,
    "topic_deleted": TopicGone,
    "message thread not found": TopicGone,
    "the chat is not a forum": TopicGone,
    # Hark may not write
    "need administrator rights in the channel chat": NoRight,
    "not enough rights": NoRight,
    "have no write access to the chat": NoRight,
    "have no rights to send a message": NoRight,
    "chat_write_forbidden": NoRight,
    "chat_send_plain_forbidden": NoRight,
    "chat_restricted": NoRight,
    "chat_admin_required": NoRight,
    "chat_guest_send_forbidden": NoRight,
    # the message to edit
    "message is not modified": _done,
    "message to edit not found": EditImpossible,
    "message_id_invalid": EditImpossible,
    "message can't be edited": EditImpossible,
    "there is no text in the message to edit": EditImpossible,
    "there is no caption in the message to edit": EditImpossible,
    # the message itself
    "message to be replied not found": _without_reply,
    "reply message not found": _without_reply,
    "can't parse entities": _plain,
    "can't parse messageentity": _plain,
    "entity begin": _plain,
    "entity_bounds_invalid": _plain,
    "entities too long": _plain,
    "message is too long": _shorter,
    "message_too_long": _shorter,
    "text is too long": _shorter,
    "message caption is too long": _shorter,
    "request entity too large": _shorter,
    "button_url_invalid": _without_buttons,
    "inline keyboard button url": _without_buttons,
    "message identifier is not specified": _bare,
    "message text is empty": _bare,
    "text must be non-empty": _bare,
    "strings must be encoded in utf-8": _bare,
    "unsupported parse_mode": _bare,
    "chat_id is empty": _bare,
    "button_data_invalid": _bare,
    "button_type_invalid": _bare,
    "reply markup is too long": _bare,
    "can't parse inline keyboard button": _bare,
    "method not found": _bare,
    "not found: method not found": _bare,
    # pace
    "too many requests": _flood,
    # the token
    "unauthorized": TokenRefused,
    "not found": TokenRefused,
    "logged out": TokenRefused,
    # the server: only a restart is refused before anything is done
    "internal server error": SendUncertain,
    "internal server error: restart": SendFailed,
    "bad gateway": SendUncertain,
    "conflict": SendFailed,
}

# What a class of the library means when its words say nothing.
_CLASSES: dict[str, _Make] = {
    "BadRequest": _bare,
    "EndPointNotFound": _bare,
    "PassportDecryptionError": _bare,
    "Forbidden": _away,
    "InvalidToken": TokenRefused,
    "Conflict": SendFailed,
    "NetworkError": SendUncertain,
    "TimedOut": SendUncertain,
    "TelegramError": SendUncertain,  # "Invalid server response" to a request that was answered with 200
}


def as_send_error(refusal: Refusal) -> SendError | None:
    """Return what a sender must act on, None when the message stands as wanted all the same.

    What is not known and no refusal counts as uncertain: a double is the lesser evil.
    """
    if refusal.retry_after is not None:
        return FloodWait(_seconds(refusal.retry_after))
    if refusal.new_chat_id is not None:
        return ChatMigrated(refusal.new_chat_id)
    text = _shown(refusal.text)
    if _NO_ANSWER_OF_TELEGRAM in refusal.text:
        refused = re.search(r"\(4\d\d\)", text)
        return SendFailed(text) if refused else SendUncertain(text)
    if refusal.cause in _NOT_SENT or "pool timeout" in text.lower() or "is not initialized" in text:
        return SendFailed(text)
    return _meaning(refusal.kind, text)(text)


def _meaning(kind: str, text: str) -> _Make:
    words = text.lower()
    for prefix in ("forbidden: ", "bad request: "):
        words = words.removeprefix(prefix)
    fitting = [beginning for beginning in _MEANINGS if words.startswith(beginning)]
    if fitting:
        return _MEANINGS[max(fitting, key=len)]
    return _CLASSES.get(kind, SendUncertain)


def _seconds(wait: float | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _shown(text: str) -> str:
    """Return the error's own words: no page of a proxy, no token."""
    words = text.partition(_NO_ANSWER_OF_TELEGRAM)[0].partition(_UNKNOWN_PARAMETERS)[0]
    return _TOKEN.sub("…", words)[:_LONGEST]
