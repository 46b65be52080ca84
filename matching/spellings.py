"""Other spellings that a query nearly found in many entries, and the queries that find them too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from errors import QueryError
from matching.also import also, spelled
from matching.context import Context
from matching.explain import Nearly, NearMiss
from matching.judge import Judge, Reading
from matching.misses import nearest
from matching.names import Names
from matching.plan import Plan, plan
from matching.query import parse
from matching.tree import Query
from model import Entry
from text import fold_key

_COMMON = 5  # entries that hold a word in small letters, from which on it is a word of its own
_INSISTED = (Nearly.CASE, Nearly.SPELLING, Nearly.SCRIPT)


@dataclass(slots=True)
class Spelling:
    """A spelling that the query does not find, the first entry that has it, and the query that finds it."""

    near: NearMiss
    place: int  # of the first entry that has it, among those looked through
    query: Query
    count: int = 1


@dataclass(slots=True)
class Spellings:
    """Gathers what entries nearly have."""

    query: Query
    names: Names
    _asked: Plan = field(init=False)
    _found: dict[str, Spelling] = field(default_factory=dict)
    _plans: dict[str, Plan] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._asked = plan(self.query, self.names)

    def look(self, entries: Iterable[tuple[Entry, Context]]) -> list[Spelling]:
        """Return the spellings that `entries` have, the likeliest to be meant first."""
        for place, (entry, context) in enumerate(entries):
            for term, near in nearest(self._asked, entry, context):
                self._note(term, near, place, Judge(Reading(entry), context))
        return sorted(self._found.values(), key=_rank)

    def _note(self, term: str, near: NearMiss, place: int, judge: Judge) -> None:
        key = fold_key(near.at.text) if near.kind not in _INSISTED else near.at.text
        known = self._found.get(key)
        if known is not None:
            known.count += 1
        elif not self._is_anothers(near):
            query = self._with(term, near)
            if query is not None and judge.holds(self._planned(query)):
                self._found[key] = Spelling(near, place, query)

    def _is_anothers(self, near: NearMiss) -> bool:
        """Tell whether a slip is really the name of somebody else: 莱特币 is no slip of 比特币."""
        return near.kind is Nearly.LETTERS and bool(self.names.named(near.at.text))

    def _with(self, term: str, near: NearMiss) -> Query | None:
        """Return the query that finds the spelling too, None when it cannot be written or is too long."""
        exact = term.startswith("=") or term.partition(":")[2].startswith("=")
        spelling = spelled(near.at.text, exact=exact and near.kind in _INSISTED)
        if spelling is None:
            return None
        query = also(self.query, term, spelling)
        try:
            return query if query != self.query and parse(str(query)) == query else None
        except QueryError:
            return None

    def _planned(self, query: Query) -> Plan:
        key = str(query)
        if key not in self._plans:
            self._plans[key] = plan(query, self.names)
        return self._plans[key]


def _rank(found: Spelling) -> tuple[bool, int, bool, int]:
    """Order by likelihood: what is no common word, then by kind, then what begins with the term, the newest.

    A word in small letters that many entries have is hardly a slip.
    """
    at = found.near.at
    common = at.text.islower() and found.count >= _COMMON
    begins = fold_key(at.text).startswith(fold_key(at.term))
    return common, list(Nearly).index(found.near.kind), not begins, found.place
