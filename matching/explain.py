"""How what stands in an entry differs from the term that found it; `locales/` has the words for it."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from model import Reason
from text import fold_key, simplified, words


class Via(StrEnum):
    """What made a term and a text equal, the least first."""

    AS_WRITTEN = "as-written"
    CASE = "case"
    SCRIPT = "script"  # simplified and traditional Chinese
    SPELLING = "spelling"  # width, accents, invisible characters, other forms of a letter
    PARTS = "parts"  # written apart, together or with a hyphen


def via(reason: Reason) -> Via:
    """Return how `reason.term` came to be found in `reason.text`."""
    term = unicodedata.normalize("NFC", reason.term).strip('"').removeprefix("#")
    text = unicodedata.normalize("NFC", reason.text).removeprefix("#")
    if term == text:
        return Via.AS_WRITTEN
    if term.casefold() == text.casefold():
        return Via.CASE
    if simplified(term).casefold() == simplified(text).casefold():
        return Via.SCRIPT
    if fold_key(term) == fold_key(text) or words(term) == words(text):
        return Via.SPELLING
    return Via.PARTS
