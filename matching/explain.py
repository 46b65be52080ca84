"""How what stands in an entry differs from the term that found it; `locales/` has the words for it."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from matching.terms import plurals
from model import Field, Reason
from text import fold_key, simplified, words


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
