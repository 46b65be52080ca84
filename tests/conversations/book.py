"""Writes docs/conversation.md from the main transcripts.

python -m tests.conversations.book
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.conversations.script import Deed, Part, Remark, Told, read_whole

HERE = Path(__file__).parent
BOOK = HERE.parent.parent / "docs" / "conversation.md"
MAIN = (
    "en/beginning",
    "en/trying",
    "en/sharing",
    "en/list",
    "en/why",
    "en/near",
    "en/sources",
    "en/settings",
    "en/group",
    "en/channel",
    "en/managing",
    "zh-CN/beginning",
    "it/beginning",
    "ar/beginning",
)
_LANGUAGES = {"zh-CN": "简体中文", "it": "Italiano", "ar": "العربية"}
_PREFACE = """# Conversations with Hark

What people say and tap, and what Hark answers: recorded by the tests, which play every line again. Written
by `make conversations`; do not edit it here. In **bold** stands who speaks, `in such letters` the buttons, in
*italics* what happens meanwhile, and what appears only for a moment.
"""
_BUTTON = re.compile(r"\[([^\]]*)\]")
_ROW = re.compile(r"(?:\[[^\]]*\] ?)+")
_KEYS = re.compile(r"(?:\{[^}]*\} ?)+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>~|])")
_OPENING = re.compile(r"^(#|[-+] |\d+(?=\. ))")
_HARK = re.compile(r"(Hark[^:]*): ?(.*)", re.DOTALL)


def book() -> str:
    """Return docs/conversation.md."""
    return "\n".join([_PREFACE, *(_chapter(name) for name in MAIN)])


def _chapter(name: str) -> str:
    parts = read_whole((HERE / f"{name}.txt").read_text(encoding="utf-8"))
    language = _LANGUAGES.get(name.partition("/")[0])
    lines = [_heading(parts[0], language), ""]
    lines += [_told(part) + "\n" for part in parts[1:] if not _is_backstage(part)]
    return "\n".join(lines)


def _heading(part: Part | Told, language: str | None) -> str:
    assert isinstance(part, Remark)
    return f"## {part.text}" + (f" ({language})" if language else "")


def _is_backstage(part: Part | Told) -> bool:
    return isinstance(part, Deed) and part.text.startswith("(everybody speaks")


def _told(part: Part | Told) -> str:
    if isinstance(part, Remark):
        return f"### {part.text}"
    if isinstance(part, Deed):
        return _deed(part.text)
    return _answer(part.text)


def _deed(text: str) -> str:
    if text.startswith("("):
        return f"*{_line(text)}*" if "\n" not in text else "*" + _lines(text) + "*"
    who, _, words = text.partition(": ")
    if " taps " in text:
        who, _, label = text.partition(" taps ")
        return f"**{_line(who)}** taps {_taps(label)}"
    return f"**{_line(who)}:** {_lines(words)}"


def _taps(label: str) -> str:
    named, _, under = label.partition(' under "')
    old = "the old " if named.startswith("the old ") else ""
    button = _code(named.removeprefix(old).strip("[]"))
    return f"{old}{button}" + (f" under “{_line(under[:-1])}”" if under else "")


def _answer(text: str) -> str:
    found = _HARK.fullmatch(text)
    if found is None:
        return f"> *{_line(text)}*"
    who, words = found.groups()
    if who == "Hark shows":
        return f"> *{_lines(words)}*"
    quoted = "\n".join(f"> {line}".rstrip() for line in _lines(words).split("\n"))
    return f"> **{_line(who)}:**\\\n{quoted}"


def _lines(text: str) -> str:
    """Return Markdown that breaks lines where the text does."""
    lines = [_line(line) for line in text.split("\n")]
    broken = [
        line + ("\\" if line and following else "")
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
    ]
    return "\n".join(broken)


def _line(line: str) -> str:
    bare = line.strip()
    if _ROW.fullmatch(bare):
        return " ".join(_code(label) for label in _BUTTON.findall(bare))
    if _KEYS.fullmatch(bare):
        return " ".join(_code(label) for label in re.findall(r"\{([^}]*)\}", bare))
    text = _SPECIAL.sub(r"\\\1", bare)
    indent = "&emsp;" if line.startswith(" ") and bare else ""
    return indent + _OPENING.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    opening = found[1]
    return f"{opening}\\" if opening.isdigit() else f"\\{opening}"


def _code(label: str) -> str:
    return f"`{label}`" if "`" not in label else f"`` {label} ``"


def main() -> bool:
    """Write the book; returns whether it differs."""
    text = book()
    before = BOOK.read_text(encoding="utf-8") if BOOK.exists() else ""
    BOOK.write_text(text, encoding="utf-8")
    return text != before


if __name__ == "__main__":
    main()
