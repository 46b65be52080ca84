"""Cuts what was typed into pieces of the query language, and mends a row of pieces that makes no query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from matching.fields import field_name, operator
from matching.tree import Name
from text import fold_key, sigils, tokens

# Full-width forms and typographic quotes and dashes mean their ASCII twins; one for one, so that places stay.
_TWINS = {
    **{point: point - 0xFEE0 for point in range(0xFF01, 0xFF5F)},
    **str.maketrans("“”„‟«»「」『』–—−、　", '""""""""""---, '),
}
_END = r'(?![^\s()"|,])'
_GERSHAYIM = r'(?<=[א-ת])"(?=[א-ת])'  # as Hebrew abbreviations are typed: it quotes nothing
_SLASHED = rf"/(?:[^/\\\n]|\\[^\n])+/[imsux]{{0,3}}{_END}"
_PIECE = re.compile(
    r"(?P<SEPARATOR>\s*[,\n\r][\s,]*)|\s+"
    r"|(?P<LPAR>\()|(?P<RPAR>\))"
    rf"|(?P<REGEX>{_SLASHED})"
    rf'|(?P<EXACT>="[^"]*"|=(?=[\w#@$.])(?:[^\s()"|,]|(?<=\d),(?=\d{{3}}(?!\d))|{_GERSHAYIM})+)'
    r'|(?P<PHRASE>"[^"]*")|(?P<OPEN>=?"[^"\n\r]*)'
    rf"|(?P<OR>\|+)|(?P<STAR>\*{_END})"
    rf"|(?P<NEAR>(?:near|NEAR)/\d{{1,6}}{_END})"
    r"|(?P<ADDRESS>(?:https?://|www\.)[^\s()\"|,]+)"
    r"|(?P<FIELD>[^\W\d_]+:(?=[^\s,):|])(?!//))"
    rf"|(?P<NOTHING>(?!-+{_SLASHED})[^\w\s()\"|,]+(?=[\s)|,]|$))"
    r"|(?P<NOT>-)"
    rf'|(?P<WORD>(?:[^\s()"|,]|(?<=\d),(?=\d{{3}}(?!\d))|{_GERSHAYIM})+)',
    re.IGNORECASE,
)
_TRAILING = ",;:!?…"
_OPERATORS = ("OR", "AND", "NOT")
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
_ADDRESSED = (Name.SITE, Name.URL, Name.SOURCE)  # fields whose value may be an address
TERMS = ("WORD", "TAG", "PHRASE", "PREFIX", "EXACT", "REGEX", "STAR", "ADDRESS")


class Piece(NamedTuple):
    """A word, phrase, tag, operator or parenthesis, and where it begins."""

    kind: str  # one of TERMS, FIELD, NEAR, OR, AND, NOT, LPAR, RPAR, SEPARATOR; OPEN: no closing quote
    text: str
    start: int
    field: str = ""  # FIELD: the name it stands for, "" for none


def ascii_twins(text: str) -> str:
    """Return `text` with full-width signs, typographic quotes and dashes as ASCII; the length stays."""
    return text.translate(_TWINS)


def pieces(text: str) -> list[Piece]:
    """Return the pieces of `text`; what holds no letter and no digit is nothing, a comma a space."""
    row = [piece for piece in _cut(text) if piece.kind != "SEPARATOR"]
    return [_placed(row, index) for index in range(len(row))]


def parts(text: str) -> Iterator[tuple[str, int]]:
    """Yield the watches in one text, each with its place: a comma or a new line outside of quotes,
    parentheses and regular expressions separates them. What is never closed keeps nothing together."""
    begin = depth = 0
    row = tuple(_cut(text))
    pairs = _pairs(row)
    for place, piece in enumerate(row):
        depth += pairs.get(place, 0)
        if piece.kind == "SEPARATOR" and not depth:
            yield text[begin : piece.start], begin
            begin = piece.start + len(piece.text)
    yield text[begin:], begin


def _pairs(row: Sequence[Piece]) -> dict[int, int]:
    """Return the places of the parentheses that belong together, with 1 for the first and -1 for the last."""
    waiting: list[int] = []
    found: dict[int, int] = {}
    for place, piece in enumerate(row):
        if piece.kind == "LPAR":
            waiting.append(place)
        elif piece.kind == "RPAR" and waiting:
            found |= {waiting.pop(): 1, place: -1}
    return found


def _cut(text: str) -> Iterator[Piece]:
    for match in _PIECE.finditer(ascii_twins(text)):
        kind = match.lastgroup
        if kind in (None, "NOTHING"):
            continue
        piece = _read(kind or "", match[0], text[match.start() : match.end()], match.start())
        if piece.kind in ("WORD", "TAG", "PHRASE", "PREFIX", "EXACT") and not _says_something(piece.text):
            continue
        yield piece


def _read(kind: str, value: str, typed: str, start: int) -> Piece:
    """Return one piece, told what it is more exactly."""
    match kind:
        case "WORD":
            return _word(value, start)
        case "REGEX":  # what stands in it is meant as typed
            end = value.rindex("/")
            return Piece(kind, f"/{typed[1:end]}{value[end:]}", start)
        case "EXACT" if not value.startswith('="'):
            return Piece(kind, "=" + value.strip("=#" + _TRAILING + "*"), start)
        case "FIELD":
            name = field_name(value[:-1])
            return Piece(kind, value, start, name or "")
        case _:
            return Piece(kind, value, start)


def _word(value: str, start: int) -> Piece:
    """Return a word, tag or beginning of words; what would be read as something else when printed, quoted."""
    tidy = value.rstrip(_TRAILING).lstrip(":")  # title:(:0) is no title::0
    begins = tidy.endswith("*")
    tidy = tidy.rstrip("*" + _TRAILING)
    bare = tidy.lstrip("#")
    if begins and _is_word(f"{bare}*"):
        return Piece("PREFIX", f"{bare}*", start)
    if bare != tidy and _is_word(f"#{bare}"):
        return Piece("TAG", bare, start)
    return Piece("WORD", tidy, start) if _is_word(tidy) else Piece("PHRASE", f'"{tidy}"', start)


def _is_word(text: str) -> bool:
    match = _PIECE.match(text)
    return match is not None and match.lastgroup == "WORD" and match.end() == len(text)


def _placed(row: list[Piece], index: int) -> Piece:
    """Return a word as the operator that it is where it stands; elsewhere it is meant as a word."""
    piece = row[index]
    if piece.kind == "ADDRESS" and index and row[index - 1].field in _ADDRESSED:
        return piece._replace(kind="WORD", text=_SCHEME.sub("", piece.text))
    meaning = operator(piece.text) if piece.kind == "WORD" else ""
    if not meaning:
        return piece
    if piece.text in (*_OPERATORS, "&&"):
        return piece._replace(kind=meaning)
    before = index > 0 and row[index - 1].kind in (*TERMS, "RPAR") and not operator(row[index - 1].text)
    after = index + 1 < len(row) and row[index + 1].kind in (*TERMS, "LPAR", "NOT", "FIELD")
    if after and (before or (meaning == "NOT" and (index == 0 or row[index - 1].kind == "LPAR"))):
        return piece._replace(kind=meaning)
    return piece._replace(kind="PHRASE", text=f'"{piece.text}"')


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
        elif piece.kind in ("OR", "AND", "NEAR") and not _may_follow(piece, out):
            continue
        else:
            depth += piece.kind == "LPAR"
            out.append(piece)
    while depth:
        depth -= _close(out)
    _drop_operators(out)
    return "".join(_printed(piece) + ("" if piece.kind in ("NOT", "FIELD") else " ") for piece in out).strip()


def _may_follow(operator: Piece, out: list[Piece]) -> bool:
    """Tell whether an operator may stand here: behind a term; "near" behind one that is not near another."""
    last = out[-1].kind if out else ""
    if operator.kind != "NEAR":
        return last in TERMS or last in ("RPAR", "OPEN")
    return last in ("WORD", "TAG", "PHRASE", "PREFIX", "EXACT") and (len(out) < 2 or out[-2].kind != "NEAR")


def _close(out: list[Piece]) -> int:
    """Close the innermost parenthesis; an empty one vanishes."""
    _drop_operators(out)
    if out[-1].kind == "LPAR":
        out.pop()
        _drop_operators(out)
    else:
        out.append(Piece("RPAR", ")", 0))
    return 1


def _drop_operators(out: list[Piece]) -> None:
    while out and out[-1].kind in (*_OPERATORS, "FIELD", "NEAR"):
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
        case "FIELD":
            return f"{piece.field}:"
        case _:
            return piece.text
