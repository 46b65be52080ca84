"""The words of a watch, asked more narrowly and back again; pure, over queries as people write them."""

from __future__ import annotations

from collections.abc import Callable

from errors import QueryError
from locales import Text
from matching import tightening
from matching.query import parse
from matching.tree import Query
from model import Button


def in_titles(words: str) -> str | None:
    """Return the words asked of titles alone, None where that is so already, or cannot be."""
    return _changed(words, tightening.title_only)


def everywhere(words: str) -> str | None:
    """Return the words as they were before they were asked of titles alone, None: they are not."""
    return _changed(words, tightening.anywhere)


def as_phrase(words: str) -> str | None:
    """Return several words as one phrase, None where they are none, or ask for anything else."""
    return _changed(words, tightening.as_phrase)


def as_words(words: str) -> str | None:
    """Return a phrase as its words, None where it is none of several words."""
    return _changed(words, tightening.as_words)


def _changed(words: str, change: Callable[[Query], Query | None]) -> str | None:
    try:
        found = change(parse(words))
    except QueryError:
        return None
    return None if found is None else str(found)


CHANGES = {"t": in_titles, "T": everywhere, "p": as_phrase, "P": as_words}
"""What the last argument of a button asks for; a capital letter takes back what the small one did."""


def narrowings(text: Text, words: str, data: str) -> tuple[Button, ...]:
    """Return a switch for each way in which these words can be narrowed, or were; data `data:change`."""
    pairs = (
        ("watch-title-button", "t", in_titles, everywhere),
        ("watch-phrase-button", "p", as_phrase, as_words),
    )
    found = []
    for key, letter, narrower, wider in pairs:
        on = wider(words) is not None
        if on or narrower(words) is not None:
            asked = letter.upper() if on else letter
            found.append(switch(text, key, f"{data}:{asked}", on=on))
    return tuple(found)


def switch(text: Text, key: str, data: str, *, on: bool) -> Button:
    """Return a button that shows whether something is on."""
    return Button(f"{'☑' if on else '☐'} {text.plain(key)}", data)
