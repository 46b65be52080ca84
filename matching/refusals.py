"""What is no query, though it may look like one: too much, nothing, nearly everything, or not meant so."""

from __future__ import annotations

from errors import QueryError, QueryProblem
from matching.fields import example, is_value
from matching.pieces import TERMS, Piece, mended
from matching.regexes import BadRegex, compiled, finds_nothing_in_particular
from matching.tree import (
    FACTS,
    And,
    Everything,
    In,
    Name,
    Not,
    Or,
    Query,
    Regex,
    needs_term,
    terms,
    without_not,
)

MAX_LENGTH = 1000  # characters
MAX_DEPTH = 32  # parentheses inside each other
MAX_TERMS = 64
_SOURCES = frozenset({Name.SOURCE, Name.SITE, Name.FROM, Name.AUTHOR, Name.URL})
_SIMPLE_VALUES = (Name.AGE, Name.MIN)


def check(text: str, row: tuple[Piece, ...]) -> None:
    """Refuse what is too much, nothing, or shows its mistake before it is parsed."""
    words = [piece for piece in row if piece.kind in TERMS]
    if len(text) > MAX_LENGTH:
        shorter = tuple(piece for piece in row if piece.start + len(piece.text) < MAX_LENGTH)
        raise QueryError(QueryProblem.TOO_LONG, text, MAX_LENGTH, mended(shorter))
    for piece in row:
        if piece.kind == "OPEN":
            raise QueryError(QueryProblem.SYNTAX, text, piece.start, mended(row))
    if not words:
        raise QueryError(QueryProblem.EMPTY, text)
    _check_fields(text, row)
    if len(words) > MAX_TERMS:
        place = words[MAX_TERMS].start
        fewer = tuple(piece for piece in row if piece.start < place)
        raise QueryError(QueryProblem.TOO_MANY_TERMS, text, place, mended(fewer))
    depth = 0
    for piece in row:
        depth += (piece.kind == "LPAR") - (piece.kind == "RPAR")
        if depth > MAX_DEPTH:
            flat = tuple(other for other in row if other.kind not in ("LPAR", "RPAR"))
            raise QueryError(QueryProblem.TOO_DEEP, text, piece.start, mended(flat))


def _check_fields(text: str, row: tuple[Piece, ...]) -> None:
    """Refuse fields that there are not, values that are none, and addresses, which are to be followed."""
    for index, piece in enumerate(row):
        value = row[index + 1] if index + 1 < len(row) else None
        if piece.kind == "ADDRESS":
            rest = (*row[:index], *row[index + 1 :])
            raise QueryError(QueryProblem.ADDRESS, text, piece.start, mended(rest))
        if piece.kind != "FIELD":
            continue
        if not piece.field:
            raise QueryError(QueryProblem.UNKNOWN_FIELD, text, piece.start, mended(_as_text(row, index)))
        field = Name(piece.field)
        if value is None or field not in FACTS or (value.kind == "LPAR" and field not in _SIMPLE_VALUES):
            continue
        if value.kind != "WORD" or not is_value(field, value.text):
            right = Piece("WORD", example(field, value.text), value.start)
            near = mended((*row[: index + 1], right, *row[index + 2 :]))
            raise QueryError(QueryProblem.FIELD_VALUE, text, value.start, near)


def _as_text(row: tuple[Piece, ...], index: int) -> tuple[Piece, ...]:
    """Return the row with a field that there is not, and its value, as a phrase."""
    name, rest = row[index], row[index + 1 :]
    word = rest[0].text.strip('"') if rest and rest[0].kind in TERMS else ""
    phrase = Piece("PHRASE", f'"{name.text}{word}"', name.start)
    return (*row[:index], phrase, *(rest[1:] if word else rest))


def check_tree(text: str, row: tuple[Piece, ...], query: Query) -> None:
    """Refuse what would hit nearly everything, and regular expressions that RE2 does not take."""
    _check_regexes(text, row, query)
    _check_facts(text, row, query)
    if any(isinstance(term, Everything) for term in terms(query)) and not _from_a_source(query):
        star = next(piece for piece in row if piece.kind == "STAR")
        rest = tuple(piece for piece in row if piece.kind != "STAR")
        raise QueryError(QueryProblem.EVERYTHING, text, star.start, mended(rest))
    if needs_term(query):
        return
    better = without_not(query)
    if not needs_term(better):
        raise QueryError(QueryProblem.ONLY_FACTS, text, row[0].start)
    place = next((piece.start for piece in row if piece.kind == "NOT"), row[0].start)
    raise QueryError(QueryProblem.ONLY_NEGATIVE, text, place, str(better))


def _check_regexes(text: str, row: tuple[Piece, ...], query: Query) -> None:
    found = [term for term in terms(query) if isinstance(term, Regex)]
    for piece, regex in zip((piece for piece in row if piece.kind == "REGEX"), found, strict=True):
        plain = mended(tuple(other for other in row if other is not piece))
        if set(piece.text[piece.text.rindex("/") + 1 :].lower()) - {"i"}:
            right = piece._replace(text=str(regex))
            near = mended(tuple(right if other is piece else other for other in row))
            raise QueryError(QueryProblem.REGEX, text, piece.start + piece.text.rindex("/") + 1, near)
        try:
            compiled(regex.pattern, regex.any_case)
        except BadRegex:
            raise QueryError(QueryProblem.REGEX, text, piece.start, plain) from None
        if finds_nothing_in_particular(regex.pattern, regex.any_case):
            raise QueryError(QueryProblem.EVERYTHING, text, piece.start, plain)


def _check_facts(text: str, row: tuple[Piece, ...], query: Query) -> None:
    """Refuse groups of values that are none: lang:(it OR Italian)."""
    for field, value in _values(query, None):
        if field in FACTS and not is_value(field, value):
            place = next((piece.start for piece in row if piece.kind == "FIELD" and piece.field == field), 0)
            raise QueryError(QueryProblem.FIELD_VALUE, text, place)


def _values(query: Query, field: Name | None) -> list[tuple[Name | None, str]]:
    match query:
        case In(inner, part):
            return _values(part, inner)
        case And(parts) | Or(parts):
            return [value for part in parts for value in _values(part, field)]
        case Not(part):
            return _values(part, field)
        case _:
            return [(field, str(query))]


def _from_a_source(query: Query) -> bool:
    """Tell whether nothing but entries of named sources can satisfy the query."""
    match query:
        case In(field, part):
            return field in _SOURCES and needs_term(part)
        case And(parts):
            return any(map(_from_a_source, parts))
        case Or(parts):
            return all(map(_from_a_source, parts))
        case _:
            return False


def checked_length(text: str, query: Query) -> None:
    """Refuse a query that is too long when written out, as it is kept."""
    if len(str(query)) > MAX_LENGTH:
        raise QueryError(QueryProblem.TOO_LONG, text, min(len(text), MAX_LENGTH))
