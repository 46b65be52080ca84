"""The tree of a query as it is stored: JSON of lists, the kind of the node first.

The language may grow, and what people typed last year must not change its meaning: so the tree is kept, not
the text. Kinds are never renamed or reused.
"""

from __future__ import annotations

import json

from matching.tree import (
    And,
    Everything,
    Exact,
    In,
    Name,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Regex,
    Tag,
    Word,
)

_TEXTS: dict[str, type[Word | Phrase | Tag | Prefix]] = {
    "word": Word,
    "phrase": Phrase,
    "tag": Tag,
    "prefix": Prefix,
}
_KINDS = {kind: name for name, kind in _TEXTS.items()}


class NotATree(ValueError):
    """What was stored is no tree that this Hark knows."""


def tree_json(query: Query) -> str:
    """Return the tree of `query` as one line of JSON."""
    return json.dumps(_listed(query), ensure_ascii=False, separators=(",", ":"))


def from_json(stored: str) -> Query:
    """Return the tree that `tree_json` made; raises NotATree."""
    try:
        return _tree(json.loads(stored))
    except (TypeError, ValueError, RecursionError) as error:
        raise NotATree(f"no tree of a query: {stored[:100]}") from error


def _listed(query: Query) -> list[object]:
    match query:
        case And(parts) | Or(parts):
            return ["and" if isinstance(query, And) else "or", *map(_listed, parts)]
        case Not(part):
            return ["not", _listed(part)]
        case In(field, part):
            return ["in", field.value, _listed(part)]
        case Near(left, right, distance):
            return ["near", distance, _listed(left), _listed(right)]
        case _:
            return _listed_term(query)


def _listed_term(term: Query) -> list[object]:
    match term:
        case Exact(text, quoted):
            return ["exact", text, quoted]
        case Regex(pattern, any_case):
            return ["regex", pattern, any_case]
        case Word(text) | Phrase(text) | Tag(text) | Prefix(text):
            return [_KINDS[type(term)], text]
        case _:
            return ["everything"]


def _tree(node: object) -> Query:
    match node:
        case ["and", *parts] if len(parts) > 1:
            return And(tuple(map(_tree, parts)))
        case ["or", *parts] if len(parts) > 1:
            return Or(tuple(map(_tree, parts)))
        case ["not", part]:
            return Not(_tree(part))
        case ["in", str(field), part]:
            return In(Name(field), _tree(part))
        case _:
            return _term(node)


def _term(node: object) -> Query:
    match node:
        case ["near", int(distance), left, right]:
            return _near(_term(left), _term(right), distance)
        case ["exact", str(text), bool(quoted)]:
            return Exact(text, quoted)
        case ["regex", str(pattern), bool(any_case)]:
            return Regex(pattern, any_case)
        case ["everything"]:
            return Everything()
        case [str(kind), str(text)] if kind in _TEXTS:
            return _TEXTS[kind](text)
        case _:
            raise NotATree(f"no node of a tree: {node!r}")


def _near(left: Query, right: Query, distance: int) -> Near:
    if not isinstance(left, Word | Phrase | Tag | Prefix | Exact):
        raise NotATree("near what?")
    if not isinstance(right, Word | Phrase | Tag | Prefix | Exact):
        raise NotATree("near what?")
    return Near(left, right, distance)
