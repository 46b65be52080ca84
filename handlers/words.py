"""How watches are told apart, found by what a person types, and shown; and how a mistake in one is shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from html import escape

from errors import QueryError, QueryProblem
from handlers.targets import Target, read_target
from locales import Text
from matching.query import And, In, Not, Or, Phrase, Prefix, Query, Tag, Word, parse
from model import Failure, Watch
from text import fold_key, graphemes

_LABEL = 40  # code points on a button, or in a list
_ROOM = 3500  # code points of markup that surely make a message of less than 4096
_BEFORE, _AFTER = 24, 16  # code points shown around a mistake: a telephone's line in fixed width
_SAME_DAY = timedelta(hours=20)


def same(query: Query, *, tags: bool = True) -> Query:
    """Return `query` without what makes no difference, so that equal watches are equal values.

    Without `tags` a hashtag counts as its word.
    """
    match query:
        case And(parts):
            return And(tuple(same(part, tags=tags) for part in parts))
        case Or(parts):
            return Or(tuple(same(part, tags=tags) for part in parts))
        case Not(part):
            return Not(same(part, tags=tags))
        case In(field, part):
            return In(field, same(part, tags=tags))
        case _:
            return _same_term(query, tags)


def _same_term(query: Query, tags: bool) -> Query:
    match query:
        case Tag(text) if tags:
            return Tag(fold_key(text))
        case Phrase(text):
            return Phrase(fold_key(text))
        case Prefix(text):
            return Prefix(fold_key(text))
        case Word(text) | Tag(text):
            return Word(fold_key(text))
        case _:
            return query


def named(words: str, among: Sequence[Watch]) -> list[Watch]:
    """Return the watches that `words` name: those with the very same query, else the same but for "#"."""
    try:
        wanted = parse(words)
    except QueryError:
        return [watch for watch in among if fold_key(watch.query) == fold_key(words)]
    known = [(watch, parse(watch.query)) for watch in among]
    exact = [watch for watch, query in known if same(query) == same(wanted)]
    plain = same(wanted, tags=False)
    return exact or [watch for watch, query in known if same(query, tags=False) == plain]


def label(query: str, room: int = _LABEL) -> str:
    """Return a query as it fits a button, or into `room` code points."""
    cut = graphemes(query, room)
    return cut if cut == query else f"{cut}…"


def fitting(lines: Sequence[str], after: Sequence[str] = ()) -> str:
    """Return as many of the lines as one message holds, a sign where some are not, and all of `after`."""
    used = sum(len(line) + 1 for line in after)
    for index, line in enumerate(lines):
        used += len(line) + 1
        if used > _ROOM:
            return "\n".join((*lines[:index], "…", *after))
    return "\n".join((*lines, *after))


def mistake(error: QueryError, text: Text) -> str:
    """Return what is wrong with a query, an arrow under the place, and the nearest one that is right.

    The suggestion stands in <code>, and so does an address to follow: buttons find them there.
    """
    said = text.html(f"query-{error.problem.value}")
    if error.text.strip():
        said += f"\n<pre>{_pointed(error, text.plain('query-here'))}</pre>"
    address = address_of(error)
    if address is not None:
        said += "\n" + text.html("query-follow", words=address.address)
    if error.suggestion:
        said += "\n" + text.html("query-suggestion", words=error.suggestion)
    return said


def address_of(error: QueryError) -> Target | None:
    """Return what can be followed where a query has an address in place of a word."""
    if error.problem is not QueryProblem.ADDRESS:
        return None
    return read_target(error.text[error.position :].split()[0])


def _pointed(error: QueryError, here: str) -> str:
    line = (
        " ".join(error.text[: error.position].split("\n")),
        " ".join(error.text[error.position :].split("\n")),
    )
    before = line[0] if len(line[0]) <= _BEFORE else f"…{line[0][-_BEFORE:]}"
    after = line[1] if len(line[1]) <= _AFTER else f"{line[1][:_AFTER]}…"
    return f"{_escaped(before + after)}\n{' ' * sum(map(_width, before))}{_escaped(here)}"


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def moment(text: Text, when: datetime, now: datetime) -> dict[str, str]:
    """Return the arguments with which a message shows a time in its reader's own zone."""
    near = abs(when - now) < _SAME_DAY
    shown = text.clock(when) if near else text.date(when, now)
    return {"unix": str(int(when.timestamp())), "format": "t" if near else "dt", "clock": shown}


def reason(text: Text, failure: Failure) -> str:
    """Return why a source fails, as part of a sentence."""
    return text.plain(failure.key, status=str(failure.status))
