"""The tree of a query: frozen values, each of which prints back to text that parses to an equal one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One bare word as written, signs included: `SamAltman`, `$BTC`, `GPT-5`, `赵长鹏`."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order, whatever stands between them but other words."""

    text: str

    def __str__(self) -> str:
        return f'"{self.text}"'


@dataclass(frozen=True, slots=True)
class Tag:
    """A hashtag, given without its "#"; finds the word as well."""

    text: str

    def __str__(self) -> str:
        return f"#{self.text}"


@dataclass(frozen=True, slots=True)
class And:
    """All of them: two or more, none of which is an And."""

    parts: tuple[Query, ...]

    def __str__(self) -> str:
        return " ".join(f"({part})" if isinstance(part, Or) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """Any of them: two or more, none of which is an Or."""

    parts: tuple[Query, ...]

    def __str__(self) -> str:
        return " OR ".join(f"({part})" if isinstance(part, And) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Not:
    """Not that; never a Not of a Not."""

    part: Query

    def __str__(self) -> str:
        return f"-({self.part})" if isinstance(self.part, And | Or) else f"-{self.part}"


Term = Word | Phrase | Tag
Query = Word | Phrase | Tag | And | Or | Not


def conjunction(parts: list[Query]) -> Query:
    """Return the And of `parts`, flat; the part itself when there is one."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def disjunction(parts: list[Query]) -> Query:
    """Return the Or of `parts`, flat; the part itself when there is one."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,))]
    return flat[0] if len(flat) == 1 else Or(tuple(flat))


def negation(part: Query) -> Query:
    """Return the opposite of `part`."""
    return part.part if isinstance(part, Not) else Not(part)


def terms(query: Query) -> Iterator[Term]:
    """Yield every term in order, the negated ones too."""
    match query:
        case And(parts) | Or(parts):
            for part in parts:
                yield from terms(part)
        case Not(part):
            yield from terms(part)
        case _:
            yield query


def needs_term(query: Query, wanted: bool = True) -> bool:
    """Tell whether nothing can satisfy `query` (or its opposite: not `wanted`) without one of its terms.

    A query that does not would hit nearly everything.
    """
    match query:
        case And(parts):
            return any(needs_term(part) for part in parts) if wanted else _all_need(parts, wanted)
        case Or(parts):
            return _all_need(parts, wanted) if wanted else any(needs_term(part, False) for part in parts)
        case Not(part):
            return needs_term(part, not wanted)
        case _:
            return wanted


def _all_need(parts: tuple[Query, ...], wanted: bool) -> bool:
    return all(needs_term(part, wanted) for part in parts)


def without_not(query: Query) -> Query:
    """Return `query` with every negation taken as meant."""
    match query:
        case And(parts):
            return conjunction([without_not(part) for part in parts])
        case Or(parts):
            return disjunction([without_not(part) for part in parts])
        case Not(part):
            return without_not(part)
        case _:
            return query
