"""What Telegram's refusals mean: every description of the table, every class of the library."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import pytest
import telegram.error

from alerts.refusals import Refusal, as_send_error
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

TABLE = Path(__file__).resolve().parents[2].parent / "shared" / "telegram" / "errors.tsv"

BARE = Plainer(markup=True, extras=True, reply=True)

# What the table's column what_to_do asks of a sender of texts; the others concern what a sender never asks.
REACTIONS: dict[str, object] = {
    "pause_chat": (ChatUnavailable, False),
    "drop_chat": (ChatUnavailable, True),
    "migrate": (ChatMigrated, -100),
    "fallback_general": TopicGone,
    "tell_admin": NoRight,
    "send_new": EditImpossible,
    "use_caption": EditImpossible,
    "use_text": EditImpossible,
    "send_without_reply": (MessageRefused, Plainer(reply=True)),
    "send_plain": (MessageRefused, Plainer(markup=True)),
    "shorten": (MessageRefused, Plainer(shorten=True)),
    "send_without_button": (MessageRefused, Plainer(buttons=True)),
    "bug": (MessageRefused, BARE),
    "retry_after": (FloodWait, 7),
    "stop": TokenRefused,
    "uncertain": SendUncertain,
}
NOT_A_SENDERS = {
    "skip_step",
    "tell_user",
    "deny",
    "tell_operator",
    "send_without_media",
    "retry_backoff",
    "ok",
}


def reaction(error: SendError | None) -> object:
    """Return what distinguishes one reaction from another."""
    match error:
        case ChatUnavailable():
            return ChatUnavailable, error.forever
        case ChatMigrated():
            return ChatMigrated, error.new_chat_id
        case MessageRefused():
            return MessageRefused, error.without
        case FloodWait():
            return FloodWait, error.seconds
    return error and type(error)


def rows() -> list[dict[str, str]]:
    """Read the table where it lies."""
    if not TABLE.exists():
        return []
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def shown(row: dict[str, str]) -> Refusal:
    """Return a row's error as the library gives it."""
    kind, _, text = row["as_python_telegram_bot_22_8_shows_it"].partition(": ")
    return Refusal(
        kind,
        text,
        retry_after=7 if kind == "RetryAfter" else None,
        new_chat_id=-100 if kind == "ChatMigrated" else None,
    )


@pytest.mark.skipif(not TABLE.exists(), reason="the table of Telegram's errors is not beside this checkout")
def test_every_row_of_the_table_gets_its_reaction() -> None:
    """Whatever Telegram answers to a message, Hark does what the table asks for."""
    wrong = [
        (row["description"], row["what_to_do"], reaction(found))
        for row in rows()
        if row["what_to_do"] not in NOT_A_SENDERS
        for found in [as_send_error(shown(row))]
        if reaction(found) != REACTIONS[row["what_to_do"]]
    ]

    assert wrong == []


@pytest.mark.skipif(not TABLE.exists(), reason="the table of Telegram's errors is not beside this checkout")
def test_descriptions_are_compared_without_regard_to_case() -> None:
    """A description means the same whoever raised or lowered its letters."""
    changed = [
        row["description"]
        for row in rows()
        for given in [shown(row)]
        if reaction(as_send_error(Refusal(given.kind, row["description"].upper())))
        != reaction(as_send_error(Refusal(given.kind, row["description"].lower())))
    ]

    assert changed == []


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("Forbidden", "Forbidden: bot was blocked by the user", (ChatUnavailable, False)),
        ("Forbidden", "Forbidden: something not heard before", (ChatUnavailable, False)),
        ("Forbidden", "Forbidden: the group chat was deleted", (ChatUnavailable, True)),
        ("BadRequest", "Chat not found", (ChatUnavailable, False)),
        ("BadRequest", "Private chat not found", (ChatUnavailable, True)),
        ("BadRequest", "Topic_closed", TopicGone),
        ("BadRequest", "The chat is not a forum", TopicGone),
        ("BadRequest", "Chat_restricted", NoRight),
        ("BadRequest", "Not enough rights to send polls to the chat", NoRight),
        ("BadRequest", "Message is not modified: specified new message content …", None),
        ("BadRequest", "Message to edit not found", EditImpossible),
        ("BadRequest", "Message_too_long", (MessageRefused, Plainer(shorten=True))),
        ("BadRequest", "Can't parse entities: unclosed start tag", (MessageRefused, Plainer(markup=True))),
        (
            "BadRequest",
            "Inline keyboard button url 'x' is invalid: wrong http url",
            (MessageRefused, Plainer(buttons=True)),
        ),
        ("BadRequest", "Message to be replied not found", (MessageRefused, Plainer(reply=True))),
        ("BadRequest", "Something not heard before", (MessageRefused, BARE)),
        ("NetworkError", "Request Entity Too Large", (MessageRefused, Plainer(shorten=True))),
        ("NetworkError", "Too Many Requests: retry after 12", (FloodWait, 12)),
        ("NetworkError", "Internal Server Error: restart", SendFailed),
        ("NetworkError", "Internal Server Error: timeout", SendUncertain),
        ("NetworkError", "Gateway Timeout", SendUncertain),
        ("InvalidToken", "Unauthorized", TokenRefused),
        ("InvalidToken", "Not Found: method not found", (MessageRefused, BARE)),
        ("BadRequest", "Logged out", TokenRefused),
        ("TelegramError", "Invalid server response", SendUncertain),
        ("SomethingNew", "that nobody has heard of", SendUncertain),
    ],
)
def test_a_refusal_has_one_meaning(kind: str, text: str, expected: object) -> None:
    """Each way Telegram says no is told from the others."""
    assert reaction(as_send_error(Refusal(kind, text))) == expected


@pytest.mark.parametrize(
    ("kind", "text", "cause", "expected"),
    [
        ("NetworkError", "httpx.ConnectError: all connection attempts failed", "ConnectError", SendFailed),
        ("TimedOut", "Timed out", "ConnectTimeout", SendFailed),
        ("TimedOut", "Pool timeout: all connections are occupied", "PoolTimeout", SendFailed),
        ("NetworkError", "Unknown error: RuntimeError('it is not initialized!')", "RuntimeError", SendFailed),
        ("TimedOut", "Timed out", "ReadTimeout", SendUncertain),
        ("TimedOut", "Timed out", "WriteTimeout", SendUncertain),
        ("NetworkError", "httpx.ReadError: ", "ReadError", SendUncertain),
        (
            "NetworkError",
            "httpx.RemoteProtocolError: Server disconnected",
            "RemoteProtocolError",
            SendUncertain,
        ),
    ],
)
def test_what_went_out_without_an_answer_is_uncertain(
    kind: str, text: str, cause: str, expected: type[SendError]
) -> None:
    """A message is repeated without its number only if it certainly did not go out."""
    assert type(as_send_error(Refusal(kind, text, cause))) is expected


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [
        ("Forbidden", "Forbidden (403)", SendFailed),
        ("InvalidToken", "Not Found (404)", SendFailed),
        ("BadRequest", "Bad Request (400)", SendFailed),
        ("NetworkError", "Too Many Requests (429)", SendFailed),
        ("NetworkError", "Bad Gateway (502)", SendUncertain),
    ],
)
def test_a_page_that_is_not_telegrams_blames_no_chat_and_no_token(
    kind: str, status: str, expected: type[SendError]
) -> None:
    """What a proxy says with a page of its own pauses nobody and stops nothing."""
    text = f"{status}. Parsing the server response b'<html>secret</html>' failed"

    error = as_send_error(Refusal(kind, text))

    assert type(error) is expected
    assert str(error) == status


def test_waits_are_seconds_or_times() -> None:
    """The wait Telegram asks for is understood in both forms the library has for it."""
    forms = (3, timedelta(minutes=2))

    waits = [as_send_error(Refusal("RetryAfter", "", retry_after=wait)) for wait in forms]

    assert [reaction(wait) for wait in waits] == [(FloodWait, 3), (FloodWait, 120)]


def test_no_token_is_ever_shown() -> None:
    """An error that holds the bot's address does not tell the bot's token."""
    token = "123456789:AAHark-loopback-token-of-35-letters_"

    error = as_send_error(Refusal("NetworkError", f"Unknown error: InvalidURL('https://x/bot{token}/send')"))

    assert "AAHark" not in str(error)


def test_every_class_of_the_library_has_a_meaning() -> None:
    """A new release of python-telegram-bot that adds a kind of error is noticed here."""
    classes = {
        name
        for name, thing in vars(telegram.error).items()
        if isinstance(thing, type) and issubclass(thing, telegram.error.TelegramError)
    }
    with_facts = {"RetryAfter", "ChatMigrated"}

    assert classes - with_facts == {
        "TelegramError",
        "Forbidden",
        "InvalidToken",
        "EndPointNotFound",
        "NetworkError",
        "BadRequest",
        "TimedOut",
        "Conflict",
        "PassportDecryptionError",
    }
    meanings = {
        name: type(as_send_error(Refusal(name, "words that mean nothing"))) for name in classes - with_facts
    }
    assert meanings == {
        "TelegramError": SendUncertain,
        "Forbidden": ChatUnavailable,
        "InvalidToken": TokenRefused,
        "EndPointNotFound": MessageRefused,
        "NetworkError": SendUncertain,
        "BadRequest": MessageRefused,
        "TimedOut": SendUncertain,
        "Conflict": SendFailed,
        "PassportDecryptionError": MessageRefused,
    }
