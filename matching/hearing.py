"""Which sources a query hears, by their names, and the same query with one source less or more."""

from __future__ import annotations

from collections.abc import Sequence

from matching.context import Context
from matching.judge import match_one
from matching.query import parse
from matching.tightening import without_source
from matching.tree import And, In, Name, Not, Or, Query, conjunction
from model import Entry


def hears(query: Query, source: str) -> bool:
    """Tell whether what a source of that name brings may be a hit: no condition of sources is against it."""
    return all(_admits(part, source) for part in _parts(query) if _asks_source(part))


def without(query: Query, source: str) -> Query | None:
    """Return the query that does not hear a source, None where its name has no words to say so.

    Raises QueryError where that is too long, or cannot be typed.
    """
    changed = parse(str(conjunction([query, without_source(source)]))) if source.strip() else query
    return None if hears(changed, source) else changed


def within(query: Query, source: str) -> Query | None:
    """Return the query that hears a source again, None where it asks for other sources by name."""
    changed = _kept(query, [part for part in left_out(query) if not _admits(part, source)])
    return changed if changed is not None and hears(changed, source) else None


def with_all(query: Query) -> Query | None:
    """Return the query that leaves no source out, None where it leaves none out."""
    return _kept(query, left_out(query))


def left_out(query: Query) -> list[Query]:
    """Return the conditions that leave sources out."""
    return [part for part in _parts(query) if isinstance(part, Not) and _asks_source(part)]


def _parts(query: Query) -> tuple[Query, ...]:
    return query.parts if isinstance(query, And) else (query,)


def _asks_source(part: Query) -> bool:
    match part:
        case Not(inner):
            return _asks_source(inner)
        case Or(parts):
            return all(map(_asks_source, parts))
        case In(Name.SOURCE):
            return True
        case _:
            return False


def _admits(part: Query, source: str) -> bool:
    if isinstance(part, Not):
        return not _admits(part.part, source)
    return match_one(part, Entry(), Context(source)) is not None


def _kept(query: Query, dropped: Sequence[Query]) -> Query | None:
    kept = [part for part in _parts(query) if part not in dropped]
    return conjunction(kept) if kept and dropped else None
