"""Who and what has names.

*Strong* names, tickers and accounts stand for their entity alone. *Weak* names (CZ, Sam) are also words or
names of others: they count only beside a context word of the entity, or from its account.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from text import fold_key, words


class Kind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    COMPANY = "company"
    COIN = "coin"  # a currency, a token, or the chain that it belongs to
    PRODUCT = "product"
    INSTITUTION = "institution"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Name:
    """One name in one language; inside one of the texts of `not_in` it is no name: 何一 in 任何一个."""

    text: str
    language: str  # en, zh-Hans, zh-Hant, ja, ko, ru, ar, es, it
    not_in: tuple[str, ...] = ()
    capital: bool = False  # a word where it does not begin with a capital: Trump, trump


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something with names; `id` is stable, so that a chat can switch one of them off.

    Traditional characters are listed only where the words differ (輝達); conversion is `text.fold_key`'s.
    """

    id: str
    kind: Kind
    strong: tuple[Name, ...]
    weak: tuple[Name, ...] = ()
    tickers: tuple[str, ...] = ()  # capitals without $, whole words only
    cashtags: tuple[str, ...] = ()  # tickers that are words too: only as $NEAR
    accounts: tuple[str, ...] = ()  # of X, without @
    contexts: tuple[str, ...] = ()  # one of these beside a weak name makes it count


def name_key(name: str) -> str:
    """Return what a name is compared by: folded, without spaces, hyphens, dots and `#`; "" for no name.

    `@` and `$` before it stay, since they make another name of it.
    """
    folded = fold_key(name).strip()
    if folded.startswith(("@", "$")) and len(folded) > 1:
        return folded
    return "".join(words(folded))
