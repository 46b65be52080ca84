"""What went wrong, in words for the operator at the command line."""

from __future__ import annotations

from rich.cells import cell_len

from errors import QueryError, QueryProblem
from handlers.sources_shown import reason
from locales import Text
from model import Failure, FailureReason, Source, SourceKind

_HERE = "here ↑"
_QUERIES = {
    QueryProblem.EMPTY: "there is nothing to look for",
    QueryProblem.SYNTAX: "this is not a query",
    QueryProblem.ONLY_NEGATIVE: "it only says what to leave out",
    QueryProblem.TOO_LONG: "it is too long",
    QueryProblem.TOO_MANY_TERMS: "it has too many words",
    QueryProblem.TOO_DEEP: "its parentheses are nested too deep",
}


def failure(what: Failure, source: Source, text: Text) -> str:
    """Return why a poll of `source` failed, in words, without anything that the far end said."""
    is_path = source.kind is SourceKind.FEED and ":" not in source.address
    if is_path and what.reason is FailureReason.UNREACHABLE:
        return "no file that can be read, and no address: that begins with https://"
    words = reason(text, what)
    if what.retry_after is not None:
        words += f", for {text.duration(what.retry_after)}"
    return words


def query(error: QueryError) -> str:
    """Return what is wrong with a query: lines with the query, the place below it, and a better one."""
    before = cell_len(error.text[: error.position])
    room = before - cell_len(_HERE) + 1
    mark = " " * room + _HERE if room >= 0 else " " * before + "↑ here"
    lines = [f"{_QUERIES[error.problem]}:", f"  {error.text}", f"  {mark}"]
    if error.suggestion:
        lines.append(f"  try: {error.suggestion}")
    return "\n".join(lines)
