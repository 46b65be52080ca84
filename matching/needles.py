"""What must stand in the raw text of every entry that a pattern is found in, as a regular expression.

It may stand in others, too: what may part the characters of a word, and nothing of what the words mean, is
known here. The text is one without odd characters, or folded (`origins.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from matching.literals import required
from matching.origins import one_of, origins
from matching.plan import Leaf
from matching.terms import DOTS, Gap, Pattern
from text import alone, fold_key, is_spaceless

_LONGEST = 12  # characters that are looked for: more make no difference
_RUNNING_WORTH = 3  # letters that a character of running text is worth
_BEFORE, _AFTER = "[^0-9A-Za-z]", "[^A-Za-z]"  # beside a word in Latin letters


def of_leaf(leaf: Leaf) -> str:
    """Return what must stand where a term does, or another name of whom it names."""
    others = [alias.pattern for named in leaf.named for alias in (*named.known.strong, *named.known.weak)]
    return "|".join(dict.fromkeys(map(_of_pattern, (*leaf.patterns, *others))))


def of_regex(pattern: str) -> str:
    """Return what must stand where a regular expression has a match, "" when nothing is sure."""
    literal = required(pattern)
    if not all(map(alone, literal)):
        return ""
    return "".join(one_of(origins(char)) for char in fold_key(literal))


def _of_pattern(wanted: Pattern) -> str:
    return max(_stretches(wanted), key=lambda stretch: stretch[0])[1]


def _stretches(wanted: Pattern) -> Iterator[tuple[int, str]]:
    """Yield the stretches of a pattern in which little may part its characters, each with its worth."""
    begin = 0
    for end in range(1, len(wanted.units) + 1):
        if end < len(wanted.units) and not _parts(wanted, end):
            continue
        units = wanted.units[begin:end]
        text = "".join(units)
        worth = sum(_RUNNING_WORTH if is_spaceless(char) else 1 for char in text)
        yield worth, _expression(text, not begin, end == len(wanted.units) and not wanted.begins)
        begin = end


def _parts(wanted: Pattern, index: int) -> bool:
    """Tell whether much may stand before a unit: whatever is no word, a Korean particle."""
    last = wanted.units[index - 1][-1]
    return wanted.gaps[index - 1] is Gap.ANY or "\uac00" <= last <= "\ud7a3"


def _expression(text: str, first: bool, last: bool) -> str:
    """Return a regular expression for `text`; a word begins and ends with what is the first and the last."""
    shown = text[:_LONGEST]
    made = _BEFORE if first and _is_latin(shown[0]) else ""
    for index, char in enumerate(shown):
        if index:
            running = is_spaceless(shown[index - 1]) and is_spaceless(char)
            made += _between(DOTS) if running else _between(DOTS + "-_.':/,\"", spaces=True)
        made += one_of(origins(char))
    return made + (_AFTER if last and shown == text and _is_latin(shown[-1]) else "")


def _is_latin(char: str) -> bool:
    return "a" <= char <= "z"


@cache
def _between(signs: str, spaces: bool = False) -> str:
    """Return a regular expression for what may part two characters."""
    blank = [char for char in map(chr, range(0x3001)) if char.isspace()] if spaces else []
    return f"{one_of(''.join(map(origins, (*signs, *blank))))}*"
