"""The other names of what a term names, ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from matching.aliases import Entity, Kind, Name, name_key
from matching.terms import Pattern, pattern
from matching.tree import Word
from text import fold_key, is_spaceless


class Finder(Protocol):
    """Where names are looked up: the built-in table, or a chat's own beside it."""

    def find(self, name: str) -> tuple[Entity, ...]:
        """Return who is called `name`."""


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of somebody."""

    text: str
    pattern: Pattern
    not_in: tuple[str, ...] = ()  # folded texts inside which it is no name
    capitals: bool = False  # small letters make another word of it, but for "#" and "$" before it


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Somebody or something that a term names."""

    id: str
    strong: tuple[Alias, ...]
    weak: tuple[Alias, ...]
    contexts: tuple[Pattern, ...]
    accounts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a term names, and whether for certain: other names of a weak one need their context."""

    known: Known
    certain: bool


class Names:
    """Looks names up; each entity is made ready once."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._known: dict[str, tuple[Entity, Known]] = {}

    def named(self, text: str) -> tuple[Named, ...]:
        """Return whom `text` names; a cashtag or an account is itself and nothing else."""
        if text.startswith(("$", "@", ".")):
            return ()
        key = name_key(text)
        return tuple(
            Named(_of_number(self._ready(each), each.kind, key), key in map(name_key, _certain(each)))
            for each in self._finder.find(text)
        )

    def not_in(self, text: str) -> tuple[str, ...]:
        """Return the folded texts inside which `text` is not the name that it is."""
        key = name_key(text)
        found = [name for each in self._finder.find(text) for name in (*each.strong, *each.weak)]
        others = [other for name in found if name_key(name.text) == key for other in name.not_in]
        return tuple(dict.fromkeys(map(fold_key, others)))

    def is_name(self, words: Sequence[str]) -> bool:
        """Tell whether words side by side are a known name, each of them a part of it."""
        text = " ".join(words)
        units = pattern(Word(text)).units
        if any(map(is_spaceless, units)) or not text[0].isalnum():
            return False
        for each in self._finder.find(text):
            if any(pattern(Word(name.text)).units == units for name in (*each.strong, *each.weak)):
                return True
        return False

    def _ready(self, entity: Entity) -> Known:
        there = self._known.get(entity.id)
        if there is None or there[0] is not entity:
            there = self._known[entity.id] = (entity, _known(entity))
        return there[1]


def _of_number(known: Known, kind: Kind, key: str) -> Known:
    """Return only the names with the number that a product or index is typed with: GPT-4 is no GPT-5."""
    number = _NUMBER.findall(key)
    if not number or kind not in (Kind.PRODUCT, Kind.INDEX):
        return known
    same = [
        tuple(alias for alias in aliases if _NUMBER.findall(name_key(alias.text)) == number)
        for aliases in (known.strong, known.weak)
    ]
    return replace(known, strong=same[0], weak=same[1])


_NUMBER = re.compile(r"\d+")


def _certain(entity: Entity) -> Iterator[str]:
    yield from (name.text for name in entity.strong)
    yield from entity.tickers


def _known(entity: Entity) -> Known:
    signs = [*(f"${ticker}" for ticker in entity.cashtags), *(f"@{account}" for account in entity.accounts)]
    return Known(
        id=entity.id,
        strong=(
            *map(_alias, entity.strong),
            *(Alias(each, pattern(Word(each)), (), _may_be_a_word(each)) for each in entity.tickers),
            *(Alias(each, pattern(Word(each))) for each in signs),
        ),
        weak=tuple(map(_alias, entity.weak)),
        contexts=tuple(pattern(Word(each)) for each in entity.contexts if name_key(each)),
        accounts=frozenset(map(str.lower, entity.accounts)),
    )


def _alias(name: Name) -> Alias:
    return Alias(name.text, pattern(Word(name.text)), tuple(map(fold_key, name.not_in)))


def _may_be_a_word(ticker: str) -> bool:
    """Tell whether a ticker in small letters may be a word of some language: it can be spoken."""
    return any(char in "aeiou" for char in ticker.lower())
