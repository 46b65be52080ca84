"""Wikidata's answers: who is called so, who of them is meant, and which of their names stand alone. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from feeds.x_json import mapping, objects, string
from feeds.x_query import is_handle
from model import OtherNames
from text import fold_key, words

LANGUAGES = ("en", "mul", "zh", "zh-hans", "zh-hant", "ja", "ko", "ru", "ar", "es", "it")
"""The languages whose names are asked for; `mul` is Wikidata's for names that are alike in most languages."""

_MOST_IDS = 5
_MOST_NAMES = 7  # with the accounts and the name itself they make one row of a chat
_MOST_ALIASES = 2  # of one language: the first are the usual ones
_LONGEST = 60  # code points of a name
_KNOWN, _AHEAD = 5, 4  # sitelinks of who is meant: so many, and so many times those of the next
_SHORT_WORD, _SHORT_RUN = 5, 3  # letters of a word, characters without spaces, that may stand alone

_INSTANCE_OF, _ACCOUNT, _END = "P31", "P2002", "P582"
_HUMAN = "Q5"
_NOBODY = frozenset(  # pages about a name itself
    (
        "Q4167410",  # disambiguation
        "Q22808320",  # disambiguation of people's names
        "Q101352",  # family name
        "Q202444",  # given name
        "Q12308941",  # male given name
        "Q11879590",  # female given name
        "Q3409032",  # unisex given name
        "Q4167836",  # category
        "Q13406463",  # list
        "Q13442814",  # scholarly article
    )
)
_SOMEBODY = frozenset(
    (
        _HUMAN,
        "Q43229",  # organisation
        "Q4830453",  # business
        "Q783794",  # company
        "Q6881511",  # enterprise
        "Q891723",  # public company
        "Q18388277",  # technology company
        "Q163740",  # nonprofit organisation
        "Q22687",  # bank
        "Q66344",  # central bank
        "Q11691",  # stock exchange
        "Q327333",  # government agency
        "Q484652",  # international organisation
        "Q31855",  # research institute
        "Q7278",  # political party
        "Q215380",  # musical group
        "Q476028",  # football club
        "Q192283",  # news agency
        "Q11032",  # newspaper
        "Q35127",  # website
        "Q431289",  # brand
        "Q2424752",  # product
        "Q7397",  # software
        "Q166142",  # application
        "Q8142",  # currency
        "Q13479982",  # cryptocurrency
        "Q223371",  # stock index
    )
)
_SIGNS = frozenset(  # what only organisations and products have, whatever finer kind they are of
    (
        "P159",  # headquarters
        "P169",  # chief executive
        "P414",  # stock exchange
        "P452",  # industry
        "P749",  # parent organisation
        "P1128",  # employees
        "P1454",  # legal form
        "P176",  # manufacturer
        "P178",  # developer
    )
)


@dataclass(frozen=True, slots=True)
class Entity:
    """What is asked of one entity."""

    id: str
    labels: tuple[str, ...]  # in the order of LANGUAGES, without repeats
    aliases: tuple[str, ...]
    kinds: frozenset[str]
    properties: frozenset[str]
    accounts: tuple[str, ...]
    sitelinks: int  # pages about it, over all languages

    @property
    def is_human(self) -> bool:
        """Whether it is a person."""
        return _HUMAN in self.kinds

    @property
    def is_somebody(self) -> bool:
        """Whether it is a person, an organisation or a product, not a place or a notion."""
        return bool(self.kinds & _SOMEBODY or self.properties & _SIGNS)


def key_of(name: str) -> str:
    """Return what a name is compared by: its folded words, without what stands between them."""
    return "".join(words(fold_key(name)))


def called_so(found: Mapping[str, object], name: str) -> list[str]:
    """Return the ids in an answer of wbsearchentities that match `name` as a whole, in their order."""
    wanted = key_of(name)
    ids = [
        string(row, "id")
        for row in objects(found, "search")
        if key_of(string(mapping(row, "match"), "text")) == wanted
    ]
    return [each for each in dict.fromkeys(ids) if _is_id(each)][:_MOST_IDS]


def entities_of(told: Mapping[str, object]) -> list[Entity]:
    """Return the entities in an answer of wbgetentities."""
    rows = mapping(told, "entities")
    found = (mapping(rows, key) for key in rows)
    return [_entity(row) for row in found if _is_id(string(row, "id")) and "missing" not in row]


def the_one_meant(entities: Iterable[Entity], name: str) -> OtherNames:
    """Return the other names of the one entity that people mean by `name`; nobody when that is not clear.

    Of several the best known counts, where it is far better known than the next; a place or a notion that is
    better known shows that `name` is a word.
    """
    wanted = key_of(name)
    called = [each for each in entities if not each.kinds & _NOBODY and wanted in _keys(each)]
    called.sort(key=lambda each: each.sitelinks, reverse=True)
    if not called or not called[0].is_somebody:
        return OtherNames()
    first, rest = called[0], called[1:]
    if rest and first.sitelinks < max(_KNOWN, _AHEAD * rest[0].sitelinks):
        return OtherNames()
    return OtherNames(first.id, _others(first, name), first.accounts)


def _keys(entity: Entity) -> set[str]:
    return set(map(key_of, (*entity.labels, *entity.aliases)))


def _others(entity: Entity, asked: str) -> tuple[str, ...]:
    """Return the names that find what `asked` does not find, labels first."""
    found: list[str] = []
    known = [words(fold_key(asked))]
    for name in (*entity.labels, *entity.aliases):
        units = words(fold_key(name))
        if _stands_alone(name, units, entity) and not any(_holds(units, each) for each in known):
            found.append(name)
            known.append(units)
    return tuple(found[:_MOST_NAMES])


def _holds(units: tuple[str, ...], inner: tuple[str, ...]) -> bool:
    """Tell whether a text with `units` is found by `inner` anyway."""
    if "".join(units) == "".join(inner):
        return True
    return any(units[at : at + len(inner)] == inner for at in range(len(units)))


def _stands_alone(name: str, units: tuple[str, ...], entity: Entity) -> bool:
    """Tell whether a name is nobody else's, as far as its form says: not a short word, not half a name."""
    if not units or len(name) > _LONGEST:
        return False
    if all(len(unit) == 1 for unit in units):
        return len(units) >= _SHORT_RUN and (_is_han(units) or not entity.is_human or name in entity.labels)
    if any(len(unit) == 1 for unit in units):  # "E. Musk"
        return False
    if len(units) > 1:
        return True
    least = _SHORT_RUN if _is_hangul(units[0]) else _SHORT_WORD
    return len(units[0]) >= least and (not entity.is_human or name in entity.labels)


def _is_han(units: tuple[str, ...]) -> bool:
    return all("\u3400" <= unit <= "\u9fff" for unit in units)


def _is_hangul(unit: str) -> bool:
    return "\uac00" <= unit[0] <= "\ud7a3"


def _is_id(text: str) -> bool:
    return text[:1] == "Q" and text[1:].isascii() and text[1:].isdecimal() and len(text) < 16


def _entity(row: Mapping[str, object]) -> Entity:
    claims = mapping(row, "claims")
    accounts = [string(_snak(claim), "value") for claim in _statements(claims, _ACCOUNT)]
    return Entity(
        id=string(row, "id"),
        labels=_unique(_clean(string(mapping(mapping(row, "labels"), code), "value")) for code in LANGUAGES),
        aliases=_unique(_aliases(mapping(row, "aliases"))),
        kinds=frozenset(
            string(mapping(_snak(claim), "value"), "id") for claim in _statements(claims, _INSTANCE_OF)
        ),
        properties=frozenset(claims),
        accounts=tuple(dict.fromkeys(filter(is_handle, accounts)))[:2],
        sitelinks=len(mapping(row, "sitelinks")),
    )


def _aliases(aliases: Mapping[str, object]) -> Iterator[str]:
    for code in LANGUAGES:
        for each in list(objects(aliases, code))[:_MOST_ALIASES]:
            yield _clean(string(each, "value"))


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))


def _clean(name: str) -> str:
    """Return a name on one line, without marks nobody sees; "" for what can never be kept or shown."""
    seen = "".join(char for char in name if unicodedata.category(char) != "Cf")
    tidy = " ".join(seen.split())
    return "" if any(unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn") for char in tidy) else tidy


def _statements(claims: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    """Return what holds of a property: the preferred statements where there are some, never an ended one."""
    held = [
        each
        for each in objects(claims, name)
        if string(each, "rank") != "deprecated" and _END not in mapping(each, "qualifiers")
    ]
    return [each for each in held if string(each, "rank") == "preferred"] or held


def _snak(claim: Mapping[str, object]) -> Mapping[str, object]:
    """Return the value of a statement with its type, nothing where it is said to be unknown or none."""
    return mapping(mapping(claim, "mainsnak"), "datavalue")
