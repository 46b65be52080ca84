"""Cuts what was typed into pieces of the query language, and mends a row of pieces that makes no query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from text import fold_key, sigils, tokens

# Full-width forms and typographic quotes and dashes mean their ASCII twins; one for one, so that places stay.
_TWINS = str.maketrans(
    "＃“”„‟«»「」＂（）｜－–—−：，、　＠＄＋．＆；！？",
    '#"""""""""()|----:,, @$+.&;!?',
)
_END = r'(?![^\s()"|,])'
_PIECE = re.compile(
    r"[\s,]+"
    r"|(?P<LPAR>\()|(?P<RPAR>\))"
    r'|(?P<PHRASE>"[^"]*")|(?P<OPEN>"[^"]*)'
    rf"|(?P<OR>\|+|OR{_END})|(?P<AND>AND{_END}|&&{_END})"
    r"|(?P<NOTHING>[^\w\s()\"|,]+(?=[\s)|,]|$))"
    rf"|(?P<NOT>NOT{_END}|-)"
    r'|(?P<WORD>(?:[^\s()"|,]|(?<=\d),(?=\d{3}(?!\d)))+)'
)
_TRAILING = ",;:!?…"
_OPERATORS = ("OR", "AND", "NOT")


class Piece(NamedTuple):
    """A word, phrase, tag, operator or parenthesis, and where it begins."""

    kind: str  # PHRASE, TAG, WORD, OR, AND, NOT, LPAR, RPAR; OPEN: a phrase without its end
    text: str
    start: int


def ascii_twins(text: str) -> str:
    """Return `text` with full-width signs, typographic quotes and dashes as ASCII; the length stays."""
    return text.translate(_TWINS)


def pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of `text`; what holds no letter and no digit is nothing."""
    for match in _PIECE.finditer(ascii_twins(text)):
        kind, value = match.lastgroup or "NOTHING", match[0]
        if kind == "WORD":
            tidy = value.rstrip(_TRAILING)
            value = value if tidy in _OPERATORS else tidy
            if value.startswith("#"):
                kind, value = "TAG", value.lstrip("#")
        if kind == "NOTHING" or (kind in ("WORD", "TAG", "PHRASE") and not _says_something(value)):
            continue
        yield Piece(kind, value, match.start())


def _says_something(text: str) -> bool:
    folded = fold_key(text)
    return bool(tokens(folded) or sigils(folded))


def mended(row: Iterable[Piece]) -> str:
    """Return the nearest text that parses: ends closed, operators with nothing beside them dropped."""
    out: list[Piece] = []
    depth = 0
    for piece in row:
        if piece.kind == "RPAR":
            depth -= _close(out) if depth else 0
        elif piece.kind in ("OR", "AND") and (not out or out[-1].kind in ("LPAR", *_OPERATORS)):
            continue
        else:
            depth += piece.kind == "LPAR"
            out.append(piece)
    while depth:
        depth -= _close(out)
    _drop_operators(out)
    return " ".join(_printed(piece) for piece in out).replace("- ", "-")


def _close(out: list[Piece]) -> int:
    """Close the innermost parenthesis; an empty one vanishes."""
    _drop_operators(out)
    if out[-1].kind == "LPAR":
        out.pop()
    else:
        out.append(Piece("RPAR", ")", 0))
    return 1


def _drop_operators(out: list[Piece]) -> None:
    while out and out[-1].kind in _OPERATORS:
        out.pop()


def _printed(piece: Piece) -> str:
    match piece.kind:
        case "TAG":
            return "#" + piece.text
        case "OPEN":
            return piece.text.rstrip() + '"'
        case "OR" | "AND":
            return piece.kind
        case "NOT":
            return "-"
        case _:
            return piece.text
