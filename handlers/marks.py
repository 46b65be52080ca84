"""The chat that a button is about, written at the end of its data: "l:0@1dq3v8k". Pure."""

from __future__ import annotations

import re

ROOM = 12
"""Bytes that a mark takes of a button's 64."""

ITSELF = "@0"
"""The mark of a button that is about the chat in which it stands, whichever is spoken for there."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MARKED = re.compile(r"(?P<data>[^@]*)@(?P<chat>[0-9a-z]{1,11})")


def marked(data: str, chat_id: int) -> str:
    """Return the data of a button about a group or channel; data that is marked already stays."""
    if "@" in data:
        return data
    left, digits = abs(chat_id), ""
    while left:
        left, digit = divmod(left, 36)
        digits = _DIGITS[digit] + digits
    return f"{data}@{digits}"


def unmarked(data: str) -> tuple[str, int | None]:
    """Return the data without its mark, and the chat that it is about, None: the one in which it stands."""
    found = _MARKED.fullmatch(data)
    if found is None:
        return data, None
    return found["data"], -int(found["chat"], 36) or None
