"""The tree of a query: frozen values, each of which prints back to text that parses to an equal one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Name(StrEnum):
    """The fields that a term can be asked of, by the names under which they are written and stored."""

    TITLE = "title"
    TEXT = "text"
    TAG = "tag"
    AUTHOR = "author"
    FROM = "from"
    SOURCE = "source"
    SITE = "site"
    URL = "url"
    LANG = "lang"
    AGE = "age"
    MIN = "min"


FACTS = frozenset({Name.LANG, Name.AGE, Name.MIN})
"""Fields that narrow a query and are none by themselves: nearly everything has them."""


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
class Prefix:
    """Words that begin so, given without the "*"."""

    text: str

    def __str__(self) -> str:
        return f"{self.text}*"


@dataclass(frozen=True, slots=True)
class Exact:
    """A word or phrase exactly as written: its case, its script, no other name."""

    text: str
    quoted: bool = False

    def __str__(self) -> str:
        return f'="{self.text}"' if self.quoted else f"={self.text}"


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression of RE2, looked for anywhere in the original text of a field."""

    pattern: str  # with "/" escaped, as written
    any_case: bool = False

    def __str__(self) -> str:
        return f"/{self.pattern}/{'i' if self.any_case else ''}"


@dataclass(frozen=True, slots=True)
class Everything:
    """Every entry; only beside a source."""

    def __str__(self) -> str:
        return "*"


@dataclass(frozen=True, slots=True)
class Near:
    """Two terms in one field, in either order, with at most `distance` words between them."""

    left: NearTerm
    right: NearTerm
    distance: int

    def __str__(self) -> str:
        return f"{self.left} near/{self.distance} {self.right}"


@dataclass(frozen=True, slots=True)
class In:
    """A term or a group asked of one field; inside, an In asks of another."""

    field: Name
    part: Query

    def __str__(self) -> str:
        grouped = isinstance(self.part, And | Or | Not | Near | In)
        return f"{self.field}:({self.part})" if grouped else f"{self.field}:{self.part}"


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
        return f"-({self.part})" if isinstance(self.part, And | Or | Near | Everything) else f"-{self.part}"


NearTerm = Word | Phrase | Tag | Prefix | Exact
Term = NearTerm | Regex | Everything
Query = Term | Near | In | And | Or | Not


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
        case Not(part) | In(_, part):
            yield from terms(part)
        case Near(left, right, _):
            yield from (left, right)
        case _:
            yield query


def needs_term(query: Query, wanted: bool = True, fact: bool = False) -> bool:
    """Tell whether nothing can satisfy `query` (or its opposite: not `wanted`) without one of its terms.

    A query that does not would hit nearly everything: "*" is no term here, nor is the value of a `fact`.
    """
    match query:
        case And(parts) | Or(parts):
            needs = [needs_term(part, wanted, fact) for part in parts]
            return any(needs) if isinstance(query, And) is wanted else all(needs)
        case Not(part):
            return needs_term(part, not wanted, fact)
        case In(field, part):
            return needs_term(part, wanted, field in FACTS)
        case Everything():
            return False
        case _:
            return wanted and not fact


def without_not(query: Query) -> Query:
    """Return `query` with every negation taken as meant."""
    match query:
        case And(parts):
            return conjunction([without_not(part) for part in parts])
        case Or(parts):
            return disjunction([without_not(part) for part in parts])
        case Not(part):
            return without_not(part)
        case In(field, part):
            return In(field, without_not(part))
        case _:
            return query
