"""A transcript as people write it: comments, deeds, and what Hark answered.

    # What this conversation is about
    (Anna speaks en)
    Anna: /watch Bitcoin
    Hark: 🔔 Watching Bitcoin.
        1 of 50 watches · /list
        [Undo]
    Anna taps [Undo]
    (two minutes later)

A line that begins with "Hark" is an answer, one with "#" a comment, every other one a deed; what is indented
belongs to the line above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

INDENT = "    "
_HARK = "Hark"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, for those who read."""

    text: str


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that happens to Hark; more than one line where somebody says several."""

    text: str
    number: int  # of its line, from 1


@dataclass(frozen=True, slots=True)
class Told:
    """What Hark answered, or that it said nothing: "Hark edits: All right."."""

    text: str


Part = Remark | Deed


def read(script: str) -> list[Part]:
    """Return the comments and deeds of a transcript, without the answers."""
    return [part for part in read_whole(script) if not isinstance(part, Told)]


def read_whole(script: str) -> list[Part | Told]:
    """Return all of a transcript."""
    return [_part(number, "\n".join(_unindented(lines))) for number, lines in _blocks(script)]


def _part(number: int, text: str) -> Part | Told:
    if text.startswith("#"):
        return Remark(text.lstrip("# "))
    return Told(text) if _is_answer(text) else Deed(text, number)


def write(parts: Sequence[tuple[Part, str]]) -> str:
    """Return the transcript of parts, each with what Hark answered."""
    lines: list[str] = []
    for part, answer in parts:
        setting = isinstance(part, Deed) and not answer
        if lines and not (setting and lines[-1].endswith(")")):
            lines.append("")
        lines.append(f"# {part.text}" if isinstance(part, Remark) else indented(part.text))
        lines += [answer] if answer else []
    return "\n".join(lines) + "\n"


def indented(text: str) -> str:
    """Return `text` with every line after the first indented."""
    first, *others = text.split("\n")
    return "\n".join([first, *(f"{INDENT}{line}".rstrip() for line in others)])


def _is_answer(line: str) -> bool:
    return line.startswith(_HARK)


def _blocks(script: str) -> list[tuple[int, list[str]]]:
    """Return each line that is not indented, with its number and the indented ones below it."""
    blocks: list[tuple[int, list[str]]] = []
    for number, line in enumerate(script.splitlines(), 1):
        if line and not line.startswith(" "):
            blocks.append((number, [line.rstrip()]))
        elif blocks:
            blocks[-1][1].append(line.rstrip())
    return [(number, _without_blanks(lines)) for number, lines in blocks]


def _without_blanks(lines: list[str]) -> list[str]:
    while not lines[-1]:
        lines = lines[:-1]
    return lines


def _unindented(lines: Sequence[str]) -> list[str]:
    return [lines[0], *(line.removeprefix(INDENT) for line in lines[1:])]
