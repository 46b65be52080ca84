"""What is wanted of accounts → the rules of X's filtered stream, and what to change in what it keeps. Pure.

A rule is a query of the same plan as the searches, only longer. What does not fit into the number of rules
stays with search.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from feeds.x_plan import Limits, XQuery, plan
from model import Source, SourceKind, Wants

TAG = "hark"
"""What Hark's own rules are tagged with; an app's other rules are left alone."""

_ANY_TIME = datetime(2006, 3, 21, tzinfo=UTC)  # rules have no cursor, so that the plan needs no time


@dataclass(frozen=True, slots=True)
class RuleLimits:
    """How long a rule may be, counted as a query is, and how many there may be."""

    rule: int = 1024
    rules: int = 1000


@dataclass(frozen=True, slots=True)
class KeptRule:
    """One rule that X keeps."""

    id: str
    value: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All queries that bring what is wanted; the first `most` of them are rules."""

    queries: tuple[XQuery, ...] = ()
    most: int = 1000

    @property
    def values(self) -> tuple[str, ...]:
        """Return the rules as X takes them."""
        return tuple(each.query for each in self.queries[: self.most])

    def covered(self, kept: Collection[str]) -> frozenset[str]:
        """Return the accounts of which everything wanted is brought, when X keeps the rules `kept`."""
        lacking = {a for each in self.queries if each.query not in kept for a in _accounts(each)}
        return frozenset(a for each in self.queries for a in _accounts(each)) - lacking


@dataclass(frozen=True, slots=True)
class Changes:
    """What to do so that X keeps what is wanted."""

    add: tuple[str, ...]  # values
    delete: tuple[KeptRule, ...]


def rule_set(wants: Mapping[str, Wants], limits: RuleLimits, before: RuleSet | None = None) -> RuleSet:
    """Return the rules for `wants`, by account; made as they were `before` where that costs none more."""
    sources = [Source(0, SourceKind.X, account, "", shared=True) for account in sorted(wants)]
    queries = plan(sources, wants, Limits(limits.rule), _ANY_TIME, before.queries if before else ())
    return RuleSet(queries, limits.rules)


def changes(kept: Sequence[KeptRule], wanted: Sequence[str]) -> Changes:
    """Return what is missing of `wanted`, and which of Hark's own rules nobody wants any more."""
    known = {rule.value for rule in kept}
    asked = set(wanted)
    return Changes(
        add=tuple(value for value in dict.fromkeys(wanted) if value not in known),
        delete=tuple(rule for rule in kept if rule.tag == TAG and rule.value not in asked),
    )


def _accounts(asked: XQuery) -> tuple[str, ...]:
    return tuple(source.address for source in asked.sources)
