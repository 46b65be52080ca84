"""What people see of Hark after a deed, and how a transcript says it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from tests.conversations.script import indented
from tests.servers.telegram_chats import Chat
from tests.servers.telegram_records import Answer, Button, Message, Rows, Version

SITE = "example.org"
"""How transcripts name the loopback site."""

_CUT = 30  # characters by which a message is named
NOTHING = "Hark says nothing."


class How(Enum):
    """In which way something is shown."""

    SAYS = "written"
    EDITS = "edited"
    DELETES = "deleted"


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of Hark's as it was written, edited or deleted."""

    how: How
    message: Message
    version: Version
    place: str = ""  # "" where the deed was done
    named: bool = False  # an edit that needs to say of what


def place_of(chat: Chat, thread_id: int | None = None) -> str:
    """Return how transcripts name a place: "Readers", "Desk/Coins", "to Anna"."""
    if chat.person is not None:
        return f"to {chat.person.first_name}"
    topic = chat.topics.get(thread_id or 0)
    return f"in {chat.title}/{topic.name}" if topic is not None else f"in {chat.title}"


def told(shown: Iterable[Shown], toasts: Iterable[Answer], clean: Callable[[str], str]) -> str:
    """Return the lines of a transcript; `clean` takes out what differs from run to run."""
    lines = [f"Hark shows: {indented(clean(each.text))}" for each in toasts if each.text]
    lines += [_told(each, clean) for each in shown]
    return "\n".join(lines) or NOTHING


def _told(each: Shown, clean: Callable[[str], str]) -> str:
    where = f" {each.place}" if each.place else ""
    if each.how is How.DELETES:
        return f"Hark{where} deletes {quoted(each.version, clean)}"
    verb = ""
    if each.how is How.EDITS:
        verb = " edits" + (f" {quoted(each.message.versions[0], clean)}" if each.named else "")
    elif each.message.reply_to is not None:
        verb = " replies"
    if each.message.silent and each.how is How.SAYS:
        verb += " silently"
    return f"Hark{where}{verb}: {indented(clean(_content(each)))}"


def _content(each: Shown) -> str:
    text = each.version.formatted.text
    lines = text.split("\n") if text else []
    if each.how is How.SAYS and each.message.kind != "text":
        lines = [f"({each.message.kind} {each.message.file_name})", *lines]
    lines += buttons(each.version.rows)
    lines += [f"{{{'} {'.join(row)}}}" for row in each.message.keyboard]
    if each.how is How.SAYS and each.message.keys_end and _had_keys(each.message):
        lines.append("(the keys go)")
    if each.message.force_reply and each.how is How.SAYS:
        lines.append("(waits for a reply)")
    return "\n".join(lines)


def _had_keys(message: Message) -> bool:
    """Whether keys stood below the field for words when this message came."""
    before = [each for each in message.chat.messages if each.id < message.id]
    return any(each.keyboard for each in before)


def buttons(rows: Rows) -> list[str]:
    """Return the buttons of a message, a line for each row."""
    return [" ".join(_button(each) for each in row) for row in rows]


def _button(button: Button) -> str:
    return f"[{button.label} ↗]" if button.url else f"[{button.label}]"


def quoted(version: Version, clean: Callable[[str], str]) -> str:
    """Return the words by which a transcript names a message."""
    return f'"{quoted_lines(version, clean)[0]}"'


def quoted_lines(version: Version, clean: Callable[[str], str]) -> list[str]:
    """Return the beginning of each line of a message: one that no other has may name it."""
    return [line[:_CUT].rstrip() for line in clean(version.formatted.text).split("\n")]
