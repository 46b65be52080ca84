"""Why an entry hits and why not, as values; `locales/` has the words for it.

`via` and `clauses` say how what stands in an entry differs from the term that found it; `why_not` (in
`matching/misses.py`) which part of a query fails, and what is nearly there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from matching.misses import Missed, Missing, why_not
from matching.nearly import Nearly, NearMiss
from matching.terms import plurals
from model import Field, Reason
from text import fold_key, simplified, words

__all__ = [
    "Clause",
    "Missed",
    "Missing",
    "NearMiss",
    "Nearly",
    "Told",
    "Via",
    "clauses",
    "via",
    "why_not",
]


class Via(StrEnum):
    """What made a term and a text equal, the least first."""

    AS_WRITTEN = "as-written"
    CASE = "case"
    SCRIPT = "script"  # simplified and traditional Chinese
    SPELLING = "spelling"  # width, accents, invisible characters, other forms of a letter
    PLURAL = "plural"
    PARTS = "parts"  # written apart, together or with a hyphen
    PREFIX = "prefix"
    ALIAS = "alias"  # another name of the same
    REGEX = "regex"
    NEAR = "near"
    FIELD = "field"  # a fact about the entry: its site, account, language, age
    NOT_JUDGED = "not-judged"  # the number of sources, here


_FACTS = ("site:", "url:", "from:", "lang:", "age:")


def via(reason: Reason) -> Via:
    """Return how `reason.term` came to be found in `reason.text`."""
    special = _special(reason)
    if special is not None:
        return special
    term = unicodedata.normalize("NFC", _bare(reason.term))
    text = unicodedata.normalize("NFC", reason.text).removeprefix("#")
    ways = (
        (Via.AS_WRITTEN, term == text),
        (Via.CASE, term.casefold() == text.casefold()),
        (Via.SCRIPT, simplified(term).casefold() == simplified(text).casefold()),
        (Via.SPELLING, fold_key(term) == fold_key(text) or words(term) == words(text)),
        (Via.PLURAL, _is_plural(words(text), words(term))),
    )
    return next((way for way, is_so in ways if is_so), Via.PARTS)


def _is_plural(text: tuple[str, ...], term: tuple[str, ...]) -> bool:
    return len(text) == len(term) == 1 and len(term[0]) > 1 and text[0] in plurals(term[0])


def _special(reason: Reason) -> Via | None:
    if reason.alias:
        return Via.ALIAS
    if reason.field is Field.STORY:
        return Via.NOT_JUDGED
    term = reason.term.partition(":")[2] if _has_field(reason.term) else reason.term
    if term.startswith("/") and term.rstrip("i").endswith("/") and len(term) > 2:
        return Via.REGEX
    if reason.term.startswith(_FACTS):
        return Via.FIELD
    if " near/" in term and not term.startswith(('"', "#")):
        return Via.NEAR
    return Via.PREFIX if term.endswith("*") else None


def _has_field(term: str) -> bool:
    return term.partition(":")[0].isalpha() and ":" in term and not term.startswith(('"', "#", "/", "="))


def _bare(term: str) -> str:
    """Return a term without its field and its signs."""
    bare = term.partition(":")[2] if _has_field(term) else term
    return bare.removeprefix("=").strip('"').removeprefix("#")


class Told(StrEnum):
    """What is told of a reason: a `Via`, or one of the ways in which it is that."""

    AS_WRITTEN = "as-written"
    CASE = "case"
    TRADITIONAL = "traditional"
    SIMPLIFIED = "simplified"
    OTHER_SCRIPT = "other-script"
    SPELLING = "spelling"
    PLURAL = "plural"
    WRITTEN_APART = "written-apart"
    TOGETHER = "together"
    JOINED = "joined"  # neither: with another sign between
    PREFIX = "prefix"
    ALIAS = "alias"
    ALIAS_BESIDE = "alias-beside"
    ALIAS_AUTHOR = "alias-author"
    REGEX = "regex"
    NEAR = "near"
    SITE = "site"
    URL = "url"
    AUTHOR = "author"
    LANG = "lang"
    AGE = "age"
    NOT_JUDGED = "not-judged"


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing to say about why an entry hits."""

    told: Told
    term: str  # without its field and signs; the whole where it is no word
    at: Reason
    other: str = ""  # the second word of near/N


def clauses(reasons: Iterable[Reason]) -> tuple[Clause, ...]:
    """Return what there is to say of reasons, in order; the two of near/N are one."""
    said: list[Clause] = []
    for reason in reasons:
        told = _told(reason)
        last = said[-1] if said else None
        if (
            last
            and told is Told.NEAR
            and last.told is told
            and not last.other
            and _same_pair(last.at, reason)
        ):
            said[-1] = Clause(told, last.term, last.at, reason.text)
        else:
            whole = told in (Told.REGEX, Told.NEAR, Told.NOT_JUDGED) or reason.term.startswith(_FACTS)
            term = reason.term if whole else _bare(reason.term)
            said.append(Clause(told, term.removesuffix("*") if told is Told.PREFIX else term, reason))
    return tuple(said)


def _same_pair(one: Reason, other: Reason) -> bool:
    return one.term == other.term and one.field is other.field


def _told(reason: Reason) -> Told:
    way = via(reason)
    match way:
        case Via.SCRIPT:
            return _script(_bare(reason.term), reason.text)
        case Via.PARTS:
            return _parts(_bare(reason.term), reason.text)
        case Via.ALIAS if reason.beside:
            return Told.ALIAS_AUTHOR if reason.beside.startswith("@") else Told.ALIAS_BESIDE
        case Via.FIELD:
            return _FACT[reason.term.partition(":")[0]]
        case Via.AS_WRITTEN | Via.CASE | Via.SPELLING if _is_mention(reason):
            return Told.AUTHOR
        case _:
            return Told(way.value)


_FACT = {
    "site": Told.SITE,
    "url": Told.URL,
    "from": Told.AUTHOR,
    "lang": Told.LANG,
    "age": Told.AGE,
}


def _is_mention(reason: Reason) -> bool:
    return reason.field is Field.AUTHOR and reason.term.startswith("@")


def _script(term: str, text: str) -> Told:
    if simplified(term) == term:
        return Told.TRADITIONAL
    return Told.SIMPLIFIED if simplified(text) == text else Told.OTHER_SCRIPT


def _parts(term: str, text: str) -> Told:
    if text.isalnum():
        return Told.TOGETHER
    return Told.WRITTEN_APART if term.isalnum() else Told.JOINED
