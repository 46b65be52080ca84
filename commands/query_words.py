"""What is wrong with a query, in words for the operator at the command line."""

from __future__ import annotations

from rich.cells import cell_len

from errors import QueryError, QueryProblem
from matching.tree import Name

_HERE = "here ↑"
_WORDS = {  # by the value of a QueryProblem
    "empty": "there is nothing to look for",
    "syntax": "this is not a query",
    "only-negative": "it only says what to leave out",
    "too-long": "it is too long",
    "too-many-terms": "it has too many words",
    "too-deep": "its parentheses are nested too deep",
    "everything": "it would find everything",
    "only-facts": "it only narrows a search, a word to look for is missing",
    "unknown-field": f"there is no such field; there are {' '.join(f'{name}:' for name in Name)}",
    "field-value": "this value does not fit its field",
    "regex": "this regular expression cannot be used",
    "address": "an address is followed (feeds:), not watched for",
}


def paragraph(error: QueryError) -> str:
    """Return what is wrong with a query: lines with the query, the place below it, and a better one."""
    before = cell_len(error.text[: error.position])
    room = before - cell_len(_HERE) + 1
    mark = " " * room + _HERE if room >= 0 else " " * before + "↑ here"
    lines = [f"{_WORDS[error.problem]}:", f"  {error.text}", f"  {mark}"]
    if better := _better(error):
        lines.append(f"  try: {better}")
    return "\n".join(lines)


def line(error: QueryError) -> str:
    """Return the same on one line, for a place where the query stands already."""
    place = f" (character {error.position + 1})" if error.position else ""
    better = _better(error)
    return f"{_WORDS[error.problem]}{place}" + (f"; try: {better}" if better else "")


def _better(error: QueryError) -> str:
    """Return the query that was probably meant; what is to be left out was surely not meant to be found."""
    return "" if error.problem is QueryProblem.ONLY_NEGATIVE else error.suggestion
