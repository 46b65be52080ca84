"""The language people type: words, "phrases", #tags, AND by default, OR or |, -not or NOT, parentheses.

`a b OR c` reads `a (b OR c)`: OR joins its neighbours before AND does. Users read `docs/queries.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from lark import Lark, Token, Transformer, UnexpectedInput
from lark.lexer import Lexer

from errors import QueryError, QueryProblem
from matching.pieces import Piece, ascii_twins, mended, pieces
from matching.tree import (
    And,
    Not,
    Or,
    Phrase,
    Query,
    Tag,
    Term,
    Word,
    conjunction,
    disjunction,
    needs_term,
    negation,
    terms,
    without_not,
)
from text import graphemes

__all__ = ["And", "Not", "Or", "Phrase", "Query", "Tag", "Term", "Word", "hashtag", "parse", "split"]

MAX_LENGTH = 1000  # characters
MAX_DEPTH = 32  # parentheses inside each other
MAX_TERMS = 64
_TAG_LENGTH = 64  # code points of the hashtag under an alert
_TERMS = ("WORD", "TAG", "PHRASE")
_GRAMMAR = """
?start: both
both: either (AND? either)*
either: unary (OR unary)*
?unary: NOT unary -> negated
      | PHRASE -> phrase
      | TAG -> tag
      | WORD -> word
      | LPAR both RPAR -> group
%declare AND OR NOT PHRASE TAG WORD LPAR RPAR
"""


class _Pieces(Lexer):
    """Gives lark our own pieces, since a minus is a sign only at the beginning of a word."""

    def __init__(self, _conf: object) -> None:
        pass

    def lex(self, data: tuple[Piece, ...]) -> Iterator[Token]:  # type: ignore[override]  # lark lexes any data
        return (Token(piece.kind, piece.text, start_pos=piece.start) for piece in data)


class _Builder(Transformer[Token, Query]):
    """Makes the tree out of what the grammar finds."""

    def both(self, parts: list[Query | Token]) -> Query:
        return conjunction([part for part in parts if not isinstance(part, Token)])

    def either(self, parts: list[Query | Token]) -> Query:
        return disjunction([part for part in parts if not isinstance(part, Token)])

    def negated(self, parts: list[Query]) -> Query:
        return negation(parts[1])

    def group(self, parts: list[Query]) -> Query:
        return parts[1]

    def phrase(self, parts: list[Token]) -> Query:
        return Phrase(" ".join(parts[0].strip('"').split()))

    def tag(self, parts: list[Token]) -> Query:
        return Tag(str(parts[0]))

    def word(self, parts: list[Token]) -> Query:
        return Word(str(parts[0]))


@cache
def _parser() -> Lark:
    return Lark(_GRAMMAR, parser="lalr", lexer=_Pieces, transformer=_Builder())


def split(text: str) -> tuple[str, ...]:
    """Return the watches in one text: a comma or a new line separates, but not in quotes or parentheses."""
    plain = ascii_twins(text)
    found, begin, depth, quoted = [], 0, 0, False
    for index, char in enumerate(plain):
        if char == '"':
            quoted = not quoted
        elif not quoted and char in "()":
            depth = max(0, depth + (1 if char == "(" else -1))
        elif not quoted and not depth and char in ",\n\r" and not _THOUSANDS.match(plain, index):
            found.append(text[begin:index])
            begin = index + 1
    found.append(text[begin:])
    return tuple(part.strip() for part in found if part.strip())


_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


def parse(text: str) -> Query:
    """Return the tree of one query.

    Raises QueryError with the place of the mistake and, where there is one, a query that does parse.
    """
    row = tuple(pieces(text))
    _check(text, row)
    try:
        query = cast(Query, _parser().parse(row))  # the transformer makes lark's tree ours
    except UnexpectedInput as error:
        raise QueryError(QueryProblem.SYNTAX, text, _place(error, row), _suggest(row)) from None
    if not needs_term(query):
        raise QueryError(QueryProblem.ONLY_NEGATIVE, text, _first_not(row), str(without_not(query)))
    return query


def _check(text: str, row: tuple[Piece, ...]) -> None:
    """Refuse what is too much or nothing before it is parsed."""
    words = [piece for piece in row if piece.kind in _TERMS]
    if len(text) > MAX_LENGTH:
        shorter = tuple(piece for piece in row if piece.start + len(piece.text) < MAX_LENGTH)
        raise QueryError(QueryProblem.TOO_LONG, text, MAX_LENGTH, _suggest(shorter))
    for piece in row:
        if piece.kind == "OPEN":
            raise QueryError(QueryProblem.SYNTAX, text, piece.start, _suggest(row))
    if not words:
        raise QueryError(QueryProblem.EMPTY, text)
    if len(words) > MAX_TERMS:
        place = words[MAX_TERMS].start
        fewer = tuple(piece for piece in row if piece.start < place)
        raise QueryError(QueryProblem.TOO_MANY_TERMS, text, place, _suggest(fewer))
    depth = 0
    for piece in row:
        depth += (piece.kind == "LPAR") - (piece.kind == "RPAR")
        if depth > MAX_DEPTH:
            flat = tuple(other for other in row if other.kind not in ("LPAR", "RPAR"))
            raise QueryError(QueryProblem.TOO_DEEP, text, piece.start, _suggest(flat))


def _suggest(row: tuple[Piece, ...]) -> str:
    """Return a query that parses and is near to `row`, "" when there is none."""
    if not row:
        return ""
    try:
        return str(parse(mended(row)))
    except QueryError as error:
        return error.suggestion if error.problem is QueryProblem.ONLY_NEGATIVE else ""


def _place(error: UnexpectedInput, row: tuple[Piece, ...]) -> int:
    """Return where the mistake is: an unclosed parenthesis, else the piece that does not fit."""
    token = getattr(error, "token", None)
    if token is not None and token.type != "$END":
        return int(token.start_pos)
    unclosed: list[int] = []
    for piece in row:
        if piece.kind == "LPAR":
            unclosed.append(piece.start)
        elif piece.kind == "RPAR" and unclosed:
            unclosed.pop()
    return unclosed[-1] if unclosed else row[-1].start


def _first_not(row: tuple[Piece, ...]) -> int:
    return next((piece.start for piece in row if piece.kind == "NOT"), 0)


def hashtag(query: Query) -> str:
    """Return the hashtag that names `query` under an alert: letters, digits and "_", not only digits."""
    name = "_".join(term.text for term in _named(query))
    tag = re.sub(r"_+", "_", "".join(char if _in_hashtag(char) else "_" for char in name)).strip("_")
    tag = graphemes(tag, _TAG_LENGTH).strip("_")
    return f"#{'_' if tag.isdecimal() or not tag else ''}{tag or 'hark'}"


def _named(query: Query) -> tuple[Term, ...]:
    """Return the terms that name a query: the wanted ones of its first alternative, three at most."""
    match query:
        case Or(parts):
            return _named(parts[0])
        case And(parts):
            return tuple(term for part in parts if needs_term(part) for term in _named(part))[:3]
        case Not(part):
            return tuple(terms(part))[:1]
        case _:
            return (query,)


def _in_hashtag(char: str) -> bool:
    return char.isalnum() or char == "_" or "\u0e00" <= char <= "\u0eff" or "\u0900" <= char <= "\u0dff"
