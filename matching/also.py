"""A query that finds one more spelling: `OR spelling` beside the term that it stands for, and back again."""

from __future__ import annotations

from collections.abc import Iterator

from errors import QueryError
from matching.pieces import ascii_twins
from matching.query import parse
from matching.tree import (
    And,
    Exact,
    In,
    Name,
    Near,
    NearTerm,
    Not,
    Or,
    Phrase,
    Query,
    Word,
    conjunction,
    disjunction,
)

_SPELLED = frozenset({Name.TITLE, Name.TEXT, Name.TAG, Name.AUTHOR, Name.SOURCE})  # the rest are facts
_MAX_NAME = 4  # words side by side that the plan reads as one name


def spelled(text: str, *, exact: bool = False) -> NearTerm | None:
    """Return what is typed for `text`, a word or a phrase; None where nothing of the kind finds it."""
    tidy = " ".join(ascii_twins(text).replace('"', " ").split())
    for typed in (f"={tidy}", f'="{tidy}"') if exact else (tidy, f'"{tidy}"'):
        try:
            found = parse(typed)
        except QueryError:
            continue
        if isinstance(found, Word | Phrase | Exact):
            return found
    return None


def also(query: Query, term: str, spelling: Query) -> Query:
    """Return `query` with `spelling` as good as `term`, wherever that stands; the same where it does not."""
    return _also(query, term, spelling, None)


def _also(query: Query, term: str, spelling: Query, field: Name | None) -> Query:
    if not isinstance(query, In) and _shown(query, field) == term:
        return disjunction([query, spelling])
    match query:
        case And(parts):
            return _beside_run(parts, term, spelling, field)
        case Or(parts):
            added = [_also(part, term, spelling, field) for part in parts]
            return query if spelling in parts else disjunction(added)
        case In(inner, part) if inner in _SPELLED:
            return In(inner, _also(part, term, spelling, inner))
        case Near():
            return _also_near(query, term, spelling, field)
        case _:
            return query


def _also_near(pair: Near, term: str, spelling: Query, field: Name | None) -> Query:
    """Return near/N, or the same with the spelling in place of one of its terms."""
    if isinstance(spelling, Word | Phrase | Exact):
        if _shown(pair.left, field) == term:
            return disjunction([pair, Near(spelling, pair.right, pair.distance)])
        if _shown(pair.right, field) == term:
            return disjunction([pair, Near(pair.left, spelling, pair.distance)])
    return pair


def _beside_run(parts: tuple[Query, ...], term: str, spelling: Query, field: Name | None) -> Query:
    """Return an And in which a part, or words side by side that are one name, has the spelling too."""
    for count in range(min(_MAX_NAME, len(parts)), 1, -1):
        for begin in range(len(parts) - count + 1):
            run = parts[begin : begin + count]
            if all(isinstance(each, Word) for each in run) and " ".join(map(str, run)) == term:
                either = disjunction([conjunction(list(run)), spelling])
                return conjunction([*parts[:begin], either, *parts[begin + count :]])
    return conjunction([_also(part, term, spelling, field) for part in parts])


def _shown(query: Query, field: Name | None) -> str:
    """Return a term as plans name it."""
    if isinstance(query, And | Or | Not | In) or field is None or isinstance(query, Near):
        return str(query)
    return f"{field}:{query}"


def addition(before: Query, after: Query) -> tuple[str, Query] | None:
    """Return the term and the spelling with which `also` makes `after` of `before`, None when it does not."""
    for without, term, spelling in _without(after, None):
        if without == before:
            return term, spelling
    return None


def less(query: Query, spelling: Query) -> Query | None:
    """Return `query` without an alternative, None when it has none like that."""
    return next((without for without, _, each in _without(query, None) if each == spelling), None)


def _without(query: Query, field: Name | None) -> Iterator[tuple[Query, str, Query]]:
    """Yield `query` without one alternative each time, with the alternative before it and itself."""
    match query:
        case Or(parts):
            for index in range(1, len(parts)):
                left = disjunction([*parts[:index], *parts[index + 1 :]])
                yield left, _shown(parts[index - 1], field), parts[index]
            for index, part in enumerate(parts):
                for inner, term, spelling in _without(part, field):
                    yield disjunction([*parts[:index], inner, *parts[index + 1 :]]), term, spelling
        case And(parts):
            for index, part in enumerate(parts):
                for inner, term, spelling in _without(part, field):
                    yield conjunction([*parts[:index], inner, *parts[index + 1 :]]), term, spelling
        case In(name, part):
            for inner, term, spelling in _without(part, name):
                yield In(name, inner), term, spelling
