"""X's query language as far as Hark speaks it: text → a predicate over posts, or a refusal.

AND by juxtaposition binds tighter than OR; no group may be negated; not every term of a query may be.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol


class Searchable(Protocol):
    """What a query can ask about a post."""

    @property
    def handle(self) -> str: ...
    @property
    def whole(self) -> str: ...
    @property
    def hashtags(self) -> tuple[str, ...]: ...
    @property
    def retweet(self) -> bool: ...


Predicate = Callable[[Searchable], bool]

_TOKEN = re.compile(r'\s*(\(|\)|-?"[^"]+"|-?\(|[^\s()"]+)')


class QueryRefused(Exception):
    """X would not take this query."""


def compiled(query: str, limit: int) -> Predicate:
    """Return whether a post is what `query` asks for; raises QueryRefused for what X refuses."""
    if len(query) > limit:
        raise QueryRefused(f"query length {len(query)} exceeds {limit}")
    tokens = _TOKEN.findall(query)
    if "".join(tokens) != re.sub(r"\s", "", query) and '"' not in query:
        raise QueryRefused("unreadable")
    predicate, rest = _either(tokens)
    if rest:
        raise QueryRefused(f"no viable alternative at {rest[0]!r}")
    if all(token.startswith("-") or token in {"(", ")", "OR"} for token in tokens):
        raise QueryRefused("only negated terms")
    return predicate


def _either(tokens: list[str]) -> tuple[Predicate, list[str]]:
    first, rest = _all(tokens)
    choices = [first]
    while rest and rest[0] == "OR":
        another, rest = _all(rest[1:])
        choices.append(another)
    return lambda post: any(choice(post) for choice in choices), rest


def _all(tokens: list[str]) -> tuple[Predicate, list[str]]:
    terms: list[Predicate] = []
    while tokens and tokens[0] not in {")", "OR"}:
        term, tokens = _term(tokens)
        terms.append(term)
    if not terms:
        raise QueryRefused("something is missing")
    return lambda post: all(term(post) for term in terms), tokens


def _term(tokens: list[str]) -> tuple[Predicate, list[str]]:
    head, rest = tokens[0], tokens[1:]
    if head == "(":
        inner, rest = _either(rest)
        if not rest or rest[0] != ")":
            raise QueryRefused("a parenthesis is not closed")
        return inner, rest[1:]
    if head == "-(":
        raise QueryRefused("a group may not be negated")
    if head.startswith("-"):
        negated = _atom(head[1:])
        return lambda post: not negated(post), rest
    return _atom(head), rest


def _atom(token: str) -> Predicate:
    operator, colon, value = token.partition(":")
    if operator == "from" and colon:
        if not re.fullmatch("[A-Za-z0-9_]{1,15}", value):
            raise QueryRefused(f"no user can be called {value!r}")
        return lambda post: post.handle.lower() == value.lower()
    if token == "is:retweet":
        return lambda post: post.retweet
    if colon:
        raise QueryRefused(f"operator {operator!r} is not available")
    if token.startswith("#"):
        return lambda post: token[1:].lower() in (tag.lower() for tag in post.hashtags)
    return lambda post: token.strip('"').lower() in post.whole.lower()
