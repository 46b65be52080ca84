"""Draws docs/pictures/*.svg, screens of a telephone, from what the transcripts say.

python -m tests.conversations.pictures
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from tests.conversations.script import Deed, Part, Told, read_whole
from text import width

HERE = Path(__file__).parent
FOLDER = HERE.parent.parent / "docs" / "pictures"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The part of a transcript that a picture shows."""

    transcript: str
    begins: str  # how the first line begins
    parts: int


PICTURES: Mapping[str, Excerpt] = {
    "first-minute": Excerpt("en/beginning", "Hark: 👋", 3),
    "alert": Excerpt("en/beginning", "Hark to Anna: Sam Altman has a new chip", 3),
    "watch": Excerpt("en/watch_screen", "Anna taps [1. halving]", 2),
}
_WIDE, _MARGIN, _PAD = 400, 12, 12
_BUBBLE = 340  # at most
_LINE, _KEY = 20, 34  # heights
_SIGN = 7.6  # how wide a Latin letter is, about; others count twice
_GAP = 8
_ROW = re.compile(r"(?:\[[^\]]*\] ?)+")
_LABEL = re.compile(r"\[([^\]]*)\]")
_STYLE = """<style>
  text { font: 14px -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: #111 }
  .sky { fill: #c8d9e6 } .hark { fill: #fff } .key { fill: #fff; fill-opacity: .75 }
  .label, .toast { text-anchor: middle } .toast { fill: #fff } .pill { fill: #1b2733; fill-opacity: .75 }
  .first { font-weight: 600 }
  @media (prefers-color-scheme: dark) {
    text { fill: #eee } .sky { fill: #0e1621 } .hark { fill: #182533 } .key { fill: #3a5068 }
  }
</style>"""


def pictures() -> dict[str, str]:
    """Return each picture by the name of its file."""
    return {f"{name}.svg": _picture(excerpt) for name, excerpt in PICTURES.items()}


def _picture(excerpt: Excerpt) -> str:
    shown: list[str] = []
    top = _MARGIN
    for part in _parts(excerpt):
        drawn, height = _drawn(part, top)
        shown.append(drawn)
        top += height + _GAP if height else 0
    height = top - _GAP + _MARGIN
    size = f'width="{_WIDE}" height="{height}" viewBox="0 0 {_WIDE} {height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
    ground = f'<rect class="sky" width="{_WIDE}" height="{height}" rx="14"/>'
    return "\n".join([head, _STYLE, ground, *filter(None, shown), "</svg>", ""])


def _parts(excerpt: Excerpt) -> list[Part | Told]:
    every = read_whole((HERE / f"{excerpt.transcript}.txt").read_text(encoding="utf-8"))
    said = [part for part in every if isinstance(part, Deed | Told) and not part.text.startswith("(")]
    first = next(at for at, part in enumerate(said) if part.text.startswith(excerpt.begins))
    return list(said[first : first + excerpt.parts])


def _drawn(part: Part | Told, top: int) -> tuple[str, int]:
    """Return a part at this height, and how high it is."""
    who, _, words = part.text.partition(": ")
    if isinstance(part, Deed) or who == "Hark shows":
        note = words if who == "Hark shows" else _LABEL.sub(r"\1", part.text.partition(" ")[2])
        return _pill(note, top), _LINE + _GAP
    lines = words.split("\n")
    keys = [_LABEL.findall(line) for line in lines if _ROW.fullmatch(line.strip())]
    said = [piece for line in lines if not _ROW.fullmatch(line.strip()) for piece in _wrapped(line)]
    return _bubble(said, keys, top)


def _pill(note: str, top: int) -> str:
    wide = round(width(note) * _SIGN) + 2 * _PAD
    left = (_WIDE - wide) // 2
    box = f'<rect class="pill" x="{left}" y="{top}" width="{wide}" height="{_LINE + _GAP}" rx="14"/>'
    return box + f'<text class="toast" x="{_WIDE // 2}" y="{top + _LINE - 1}">{escape(note)}</text>'


def _bubble(said: list[str], keys: list[list[str]], top: int) -> tuple[str, int]:
    height = len(said) * _LINE + 2 * _GAP
    drawn = [f'<rect class="hark" x="{_MARGIN}" y="{top}" width="{_BUBBLE}" height="{height}" rx="12"/>']
    for number, line in enumerate(said, 1):
        kind = ' class="first"' if number == 1 else ""
        place = f'x="{_MARGIN + _PAD}" y="{top + number * _LINE + 2}"'
        drawn.append(f"<text{kind} {place}>{escape(line)}</text>")
    for row in keys:
        drawn += _keys(row, top + height + 4)
        height += _KEY + 4
    return "\n".join(drawn), height


def _keys(row: list[str], top: int) -> Iterator[str]:
    wide = (_BUBBLE - 4 * (len(row) - 1)) // len(row)
    for number, label in enumerate(row):
        left = _MARGIN + number * (wide + 4)
        yield f'<rect class="key" x="{left}" y="{top}" width="{wide}" height="{_KEY}" rx="8"/>'
        yield f'<text class="label" x="{left + wide // 2}" y="{top + 22}">{escape(label)}</text>'


def _wrapped(line: str) -> list[str]:
    """Return a line in pieces that fit a bubble, as well as widths can be guessed."""
    room = (_BUBBLE - 2 * _PAD) / _SIGN
    pieces = [""]
    for word in line.split(" "):
        longer = f"{pieces[-1]} {word}" if pieces[-1] else word
        if width(longer) <= room or not pieces[-1]:
            pieces[-1] = longer
        else:
            pieces.append(word)
    return pieces


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    for name, picture in pictures().items():
        (FOLDER / name).write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
