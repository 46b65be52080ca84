"""The language people type: words, "phrases", #tags, fields; AND by default, OR or |, -not or NOT, ().

`a b OR c` reads `a (b OR c)`: OR joins its neighbours before AND does. Users read `docs/queries.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import cast

from lark import Lark, Token, Transformer, UnexpectedInput
from lark.lexer import Lexer

from errors import QueryError, QueryProblem
from matching.hashtags import hashtag
from matching.pieces import Piece, mended, parts, pieces
from matching.refusals import check, check_tree, checked_length
from matching.tree import (
    And,
    Everything,
    Exact,
    In,
    Name,
    Near,
    NearTerm,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Regex,
    Tag,
    Word,
    conjunction,
    disjunction,
    negation,
)

__all__ = [
    "And",
    "In",
    "Not",
    "Or",
    "Phrase",
    "Prefix",
    "Query",
    "Tag",
    "Word",
    "hashtag",
    "parse",
    "parse_all",
    "split",
]

_GRAMMAR = """
?start: both
both: either (AND? either)*
either: unary (OR unary)*
?unary: NOT unary -> negated
      | FIELD atom -> field
      | atom
?atom: pair | REGEX -> regex | STAR -> everything | LPAR both RPAR -> group
?pair: term NEAR term -> near
     | term
?term: PHRASE -> phrase | TAG -> tag | WORD -> word | PREFIX -> prefix | EXACT -> exact
%declare AND OR NOT FIELD NEAR PHRASE TAG WORD PREFIX EXACT REGEX STAR LPAR RPAR
"""


class _Pieces(Lexer):
    """Gives lark our own pieces, since a minus is a sign only at the beginning of a word."""

    def __init__(self, _conf: object) -> None:
        pass

    def lex(self, data: tuple[Piece, ...]) -> Iterator[Token]:  # type: ignore[override]  # lark lexes any data
        for piece in data:
            yield Token(piece.kind, piece.field or piece.text, start_pos=piece.start)


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

    def field(self, parts: list[Query]) -> Query:
        return In(Name(str(parts[0])), parts[1])

    def near(self, parts: list[NearTerm]) -> Query:
        return Near(parts[0], parts[2], int(str(parts[1]).partition("/")[2]))

    def phrase(self, parts: list[Token]) -> Query:
        return Phrase(" ".join(parts[0].strip('"').split()))

    def tag(self, parts: list[Token]) -> Query:
        return Tag(str(parts[0]))

    def word(self, parts: list[Token]) -> Query:
        return Word(str(parts[0]))

    def prefix(self, parts: list[Token]) -> Query:
        return Prefix(parts[0].removesuffix("*"))

    def exact(self, parts: list[Token]) -> Query:
        text = parts[0].removeprefix("=")
        return Exact(" ".join(text.strip('"').split()), quoted=text.startswith('"'))

    def regex(self, parts: list[Token]) -> Query:
        pattern, _, flags = parts[0].removeprefix("/").rpartition("/")
        return Regex(pattern, "i" in flags.lower())

    def everything(self, _: list[Token]) -> Query:
        return Everything()


@cache
def _parser() -> Lark:
    return Lark(_GRAMMAR, parser="lalr", lexer=_Pieces, transformer=_Builder())


def split(text: str) -> tuple[str, ...]:
    """Return the watches in one text: a comma or a new line separates, but not in quotes or parentheses."""
    return tuple(part.strip() for part, _ in parts(text) if part.strip())


def parse(text: str) -> Query:
    """Return the tree of one query.

    Raises QueryError with the place of the mistake and, where there is one, a query that does parse.
    """
    row = tuple(pieces(text))
    try:
        check(text, row)
        query = _read(text, row)
    except QueryError as error:
        error.suggestion = _suggest(error.suggestion)
        raise
    return query


def parse_all(text: str) -> tuple[Query, ...]:
    """Return the trees of the watches in one text; QueryError tells places in the whole of it."""
    found = []
    for part, start in parts(text):
        if not part.strip():
            continue
        try:
            found.append(parse(part))
        except QueryError as error:
            if error.problem is QueryProblem.EMPTY:
                continue
            raise QueryError(error.problem, text, start + error.position, error.suggestion) from None
    if not found:
        raise QueryError(QueryProblem.EMPTY, text)
    return tuple(found)


def _read(text: str, row: tuple[Piece, ...]) -> Query:
    try:
        query = cast(Query, _parser().parse(row))  # the transformer makes lark's tree ours
    except UnexpectedInput as error:
        raise QueryError(QueryProblem.SYNTAX, text, _place(error, row), mended(row)) from None
    check_tree(text, row, query)
    checked_length(text, query)
    return query


def _suggest(near: str) -> str:
    """Return a query that parses and is near to `near`, "" when there is none."""
    if not near:
        return ""
    try:
        row = tuple(pieces(near))
        check(near, row)
        return str(_read(near, row))
    except QueryError as error:
        if error.problem is QueryProblem.ONLY_NEGATIVE:
            return error.suggestion
        return _suggest(error.suggestion) if len(error.suggestion) < len(near) else ""


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
