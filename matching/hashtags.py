"""The hashtag that names a query under its alerts."""

from __future__ import annotations

import re

from matching.tree import And, Everything, In, Near, Not, Or, Query, Regex, Term, needs_term, terms
from text import graphemes

_LENGTH = 64  # code points


def hashtag(query: Query) -> str:
    """Return the hashtag that names `query` under an alert: letters, digits and "_", not only digits."""
    name = "_".join(_label(term) for term in _named(query))
    tag = re.sub(r"_+", "_", "".join(char if _in_hashtag(char) else "_" for char in name)).strip("_")
    tag = graphemes(tag, _LENGTH).strip("_")
    return f"#{'_' if tag.isdecimal() or not tag else ''}{tag or 'hark'}"


def _label(term: Term) -> str:
    match term:
        case Regex(pattern, _):
            return pattern
        case Everything():
            return ""
        case _:
            return term.text


def _named(query: Query) -> tuple[Term, ...]:
    """Return the terms that name a query: the wanted ones of its first alternative, three at most."""
    match query:
        case Or(parts):
            return _named(parts[0])
        case And(parts):
            return tuple(term for part in parts if needs_term(part) for term in _named(part))[:3]
        case In(_, part):
            return _named(part)
        case Not() | Near():
            return tuple(terms(query))[:2]
        case _:
            return (query,)


def _in_hashtag(char: str) -> bool:
    return char.isalnum() or char == "_" or "\u0e00" <= char <= "\u0eff" or "\u0900" <= char <= "\u0dff"
