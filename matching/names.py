"""The other names of what a term names, ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from matching.aliases import Entity, Kind, Name, name_key
from matching.choice import NOTHING_CHOSEN, Choice
from matching.reading import COMMON
from matching.terms import Pattern, pattern, patterns
from matching.tree import Tag, Word
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
    key: str = ""  # `name_key` of the text
    capital: bool = False  # it begins with one
    language: str = ""  # "" for tickers, accounts and a chat's own names


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Somebody or something that a term names."""

    id: str
    strong: tuple[Alias, ...]
    weak: tuple[Alias, ...]
    contexts: tuple[Pattern, ...]
    accounts: frozenset[str]
    near: tuple[str, ...] = ()  # the context words as the table writes them
    row: tuple[str, ...] = ()  # the chat's own names as it typed them; () for who is in the table


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a term names, and whether for certain: other names of a weak one need their context."""

    known: Known
    certain: bool


class Names:
    """Looks names up, of the table or with what a chat chose; each entity is made ready once."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._known: dict[str, tuple[Entity, Known]] = {}
        self._choice = NOTHING_CHOSEN
        self._own: dict[str, list[Known]] = {}  # the chat's rows by the key of each of their names
        self._views: dict[Choice, Names] = {}

    def chosen(self, choice: Choice) -> Names:
        """Return these names as a chat chose: without those switched off, and with its own.

        The names of a row stand for each other and for whom one of them certainly names in the table. What
        is switched off is no longer looked for as another name; a word that is typed itself always is.
        """
        if choice == self._choice:
            return self
        there = self._views.get(choice)
        if there is None:
            there = self._view(choice)
            if len(self._views) >= _VIEWS:
                self._views.clear()
            self._views[choice] = there
        return there

    def _view(self, choice: Choice) -> Names:
        view = Names(self._finder)
        view._known, view._choice = self._known, choice
        for row in choice.own:
            known = self._of_row(row)
            for key in {alias.key for alias in known.strong}:
                view._own.setdefault(key, []).append(known)
        return view

    def _of_row(self, row: tuple[str, ...]) -> Known:
        found = [
            Alias(each, like, self.not_in(each), key=name_key(each))
            for each in row
            for like in patterns(Word(each))
        ]
        return Known(f"own:{row[0]}", tuple(found), (), (), frozenset(), row=row)

    def named(self, text: str) -> tuple[Named, ...]:
        """Return whom `text` names; a cashtag, account or "Disney+" is itself and what the chat says."""
        key = name_key(text)
        rows = list(self._own.get(key, ()))
        if text.startswith(("$", "@", ".")) or text.endswith("+"):
            return tuple(Named(self._less(row), certain=True) for row in rows)
        found = {known.id: Named(known, certain) for known, certain in self._of_table(text, key)}
        if self._own:
            rows += [row for row in self._beside(found.values()) if row not in rows]
            for name in dict.fromkeys(name for row in rows for name in row.row):
                theirs = self._of_table(name, name_key(name))
                found |= {known.id: Named(known, certain) for known, certain in theirs if certain}
        return tuple(
            replace(each, known=self._less(each.known))
            for each in (*found.values(), *(Named(row, certain=True) for row in rows))
        )

    def _of_table(self, text: str, key: str) -> Iterator[tuple[Known, bool]]:
        for each in self._finder.find(text):
            known = _of_number(self._ready(each), each.kind, text)
            yield known, any(key == alias.key for alias in known.strong)

    def _beside(self, found: Iterable[Named]) -> Iterator[Known]:
        """Yield the chat's rows that hold a certain name of somebody who is certainly named."""
        for each in found:
            keys = dict.fromkeys(alias.key for alias in each.known.strong) if each.certain else ()
            for key in keys:
                yield from self._own.get(key, ())

    def _less(self, known: Known) -> Known:
        """Return what is looked for of somebody: all but what is switched off."""
        off = self._choice.off
        if off.isdisjoint(alias.key for alias in (*known.strong, *known.weak)):
            return known
        return replace(known, strong=_without(known.strong, off), weak=_without(known.weak, off))

    def not_in(self, text: str) -> tuple[str, ...]:
        """Return the folded texts inside which `text` is no word; none in scripts that part words."""
        key = name_key(text)
        if not any(map(is_spaceless, key)):
            return ()  # "Hunter Biden" holds the word Biden
        found = [name for each in self._finder.find(text) for name in (*each.strong, *each.weak)]
        others = [other for name in found if name_key(name.text) == key for other in name.not_in]
        return tuple(dict.fromkeys(map(fold_key, others)))

    def spelled(self, term: Word | Tag) -> Word | Tag:
        """Return a known name that holds a common word in one piece: "we chat" is no WeChat."""
        if COMMON.isdisjoint(pattern(term).units) or not term.text.isalpha():
            return term
        solid = {name.text.lower() for each in self._finder.find(term.text) for name in each.strong}
        return replace(term, text=term.text.lower()) if term.text.lower() in solid else term

    def is_name(self, words: Sequence[str]) -> bool:
        """Tell whether words side by side are a known name, each of them a part of it."""
        text = " ".join(words)
        units = pattern(Word(text)).units
        if any(map(is_spaceless, units)) or not text[0].isalnum():
            return False
        for each in self._finder.find(text):
            if any(pattern(Word(name.text)).units == units for name in (*each.strong, *each.weak)):
                return True
        own = self._own.get(name_key(text), ()) if self._own else ()
        return any(alias.pattern.units == units for row in own for alias in row.strong)

    def _ready(self, entity: Entity) -> Known:
        there = self._known.get(entity.id)
        if there is None or there[0] is not entity:
            there = self._known[entity.id] = (entity, _known(entity))
        return there[1]


def _without(aliases: tuple[Alias, ...], off: Collection[str]) -> tuple[Alias, ...]:
    return tuple(alias for alias in aliases if alias.key not in off)


def _of_number(known: Known, kind: Kind, text: str) -> Known:
    """Return only the names with the number that a product or index is typed with: GPT-4 is no GPT-4o."""
    number = _NUMBER.findall(fold_key(text))
    if not number or kind not in (Kind.PRODUCT, Kind.INDEX):
        return known
    same = [
        tuple(alias for alias in aliases if _NUMBER.findall(fold_key(alias.text)) == number)
        for aliases in (known.strong, known.weak)
    ]
    return replace(known, strong=same[0], weak=same[1])


_NUMBER = re.compile(r"\d+[a-z]?(?![a-z])")
_VIEWS = 64  # of what chats chose, kept ready; one may hold hundreds of names


def _known(entity: Entity) -> Known:
    signs = [*(f"${ticker}" for ticker in entity.cashtags), *(f"@{account}" for account in entity.accounts)]
    return Known(
        id=entity.id,
        strong=(
            *map(_alias, entity.strong),
            *(each for name in entity.strong for each in _several(name, entity.kind)),
            *(_sign(each, capitals=_may_be_a_word(each)) for each in entity.tickers),
            *map(_sign, signs),
        ),
        weak=(*map(_alias, entity.weak), *(_sign(each, capitals=True) for each in _words_too(entity))),
        contexts=tuple(pattern(Word(each)) for each in entity.contexts if name_key(each)),
        accounts=frozenset(map(str.lower, entity.accounts)),
        near=entity.contexts,
    )


def _several(name: Name, kind: Kind) -> Iterator[Alias]:
    """Yield the plural of what there are several of: 比特币 finds "bitcoins" too."""
    for plural in patterns(Word(name.text))[1:] if kind in (Kind.COIN, Kind.PRODUCT) else ():
        yield replace(_alias(name), pattern=plural)


def _words_too(entity: Entity) -> Iterator[str]:
    """Yield the tickers of a coin that are words too: SOL in capitals counts beside a word of crypto."""
    names = {name_key(name.text) for name in (*entity.strong, *entity.weak)}
    if entity.kind is Kind.COIN:
        yield from (each for each in entity.cashtags if name_key(each) not in names)


def _alias(name: Name) -> Alias:
    not_in = tuple(map(fold_key, name.not_in))
    like, key = pattern(Word(_whole(name.text))), name_key(name.text)
    return Alias(name.text, like, not_in, key=key, capital=name.capital, language=name.language)


def _whole(name: str) -> str:
    """Return a name so that it is not looked for in parts in small letters: "open sea" is no OpenSea."""
    return name.lower() if name.isascii() and name.isalpha() else name


def _sign(text: str, capitals: bool = False) -> Alias:
    return Alias(text, pattern(Word(text)), (), capitals, name_key(text))


def _may_be_a_word(ticker: str) -> bool:
    """Tell whether a ticker in small letters may be a word of some language: it can be spoken."""
    return any(char in "aeiou" for char in ticker.lower())
