"""The plain text that every match of a regular expression holds, and all such texts looked for at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from matching.regexes import finder

_SHORTEST = 3  # characters; what is shorter stands nearly everywhere
_FRESH = 16  # texts that are looked for one by one before a new finder is worth while
_PLAIN = re.compile(
    r"\\(?P<escaped>[^\w\s])"
    r"|(?P<class>\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\])"
    r"|(?P<named>\\[pP](?:\{[^}]*\}|.)|\\x(?:\{[^}]*\}|..)|\\[0-7]+|\\.)"
    r"|(?P<repeat>\{\d+(?:,\d*)?\}|[*+?])"
    r"|(?P<sign>[()|^$.])"
    r"|(?P<char>.)",
    re.DOTALL,
)
Value = TypeVar("Value")


def normal(text: str) -> str:
    """Return `text` so that equal texts, whatever their case, are equal."""
    return unicodedata.normalize("NFC", text).casefold()


def required(pattern: str) -> str:
    """Return the longest plain text that every match of RE2's `pattern` holds, made `normal`; "" for none.

    Only what stands outside parentheses counts, and nothing where there are alternatives or flags.
    """
    found, run, depth = "", "", 0
    for part in _PLAIN.finditer(pattern.replace(r"\/", "/")):
        kind, text = part.lastgroup, part[0]
        if text == r"\Q" or (text == "|" and not depth):
            return ""
        char = part["escaped"] or part["char"] or ""
        if char and not depth:
            run += char
            continue
        if kind == "repeat" and run and text != "+":
            run = run[:-1]  # may be missing
        found, run = max(found, run, key=len), ""
        depth += (text == "(") - (text == ")")
    found = normal(max(found, run, key=len))
    return found if len(found) >= _SHORTEST else ""


class Literals(Generic[Value]):
    """Values by plain texts; gives those whose text stands in another text.

    New texts are looked for one by one until they are worth a new finder: milliseconds for thousands.
    """

    def __init__(self) -> None:
        self._values: dict[str, list[Value]] = {}
        self._finder: Callable[[str], list[int]] = finder(())
        self._in_finder: list[str] = []
        self._fresh: dict[str, None] = {}

    def __bool__(self) -> bool:
        return bool(self._values)

    def add(self, literal: str, value: Value) -> None:
        """Let `value` be found where `literal` stands."""
        if literal not in self._values:
            self._fresh[literal] = None
        self._values.setdefault(literal, []).append(value)

    def remove(self, literal: str, value: Value) -> None:
        """Forget what was added."""
        self._values[literal].remove(value)
        if not self._values[literal]:
            del self._values[literal]
            self._fresh.pop(literal, None)

    def standing_in(self, text: str) -> Iterator[Value]:
        """Yield the values whose text stands in `text`, once for each text."""
        if len(self._fresh) > _FRESH + len(self._in_finder) // 8:
            self._renew()
        searched = normal(text)
        found = [literal for literal in self._fresh if literal in searched]
        found += [self._in_finder[index] for index in self._finder(searched)]
        for literal in found:
            yield from self._values.get(literal, ())

    def _renew(self) -> None:
        self._in_finder = list(self._values)
        self._finder = finder(self._in_finder)
        self._fresh = {}
