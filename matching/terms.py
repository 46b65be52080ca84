"""What a term of a query looks for: units in a row, and what may stand between two of them.

A unit is a folded word, a part of a word (`SamAltman` is sam, altman) or one character of a script without
spaces. A word of the text may hold several units in a row: "samaltman" is sam, altman too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from matching.tree import Phrase, Term, Word
from text import Folded, fold, is_spaceless, sigils, tokens, traditional

MAX_JOINED = 8  # units that one word of a text may hold
DOTS = "·・‧•"  # between the names of a foreign name in Chinese or Japanese
_TIGHT = "-_.'" + DOTS


class Gap(IntEnum):
    """What may stand between two units."""

    NONE = 0  # inside running text: nothing but a middle dot
    NAME = 1  # between the parts of a name: white space, or one sign such as a hyphen
    ANY = 2  # in a phrase: whatever is no word

    def allows(self, between: str) -> bool:
        """Tell whether `between`, a stretch of folded text, may stand here."""
        if self is Gap.ANY or not between:
            return True
        if self is Gap.NONE:
            return between in DOTS
        return between.isspace() or between in _TIGHT


@dataclass(frozen=True, slots=True)
class Pattern:
    """Units in a row; `gaps[i]` is what may stand before unit i + 1."""

    units: tuple[str, ...]
    gaps: tuple[Gap, ...] = ()
    traditional: str = ""  # the Han characters as written, where they are traditional

    def heads(self) -> tuple[str, ...]:
        """Return the keys one of which every text that holds the pattern has where it begins."""
        first = self.units[0]
        if is_spaceless(first):
            pair = self.gaps[:1] == (Gap.NONE,)
            return (first + self.units[1] if pair else first,)
        heads = [first]
        for unit in self.units[1:MAX_JOINED]:
            if is_spaceless(unit):
                break
            heads.append(heads[-1] + unit)
        return tuple(heads)

    def mention(self) -> str:
        """Return "@name" where the pattern is a mention, else ""."""
        return self.units[0] if self.units[0].startswith("@") else ""


def pattern(term: Term) -> Pattern:
    """Return what `term` looks for."""
    folded = fold(term.text)
    if isinstance(term, Word):
        whole = [sign.key for sign in sigils(folded.text) if len(sign.key) == len(folded.text)]
        if whole and [token.key for token in tokens(folded.text)] != whole:
            return Pattern((whole[0],))
    units: list[str] = []
    gaps: list[Gap] = []
    between = Gap.ANY if isinstance(term, Phrase) else Gap.NAME
    end = -1
    for token in tokens(folded.text):
        spaceless = is_spaceless(token.key)
        if units:
            inside = spaceless and token.start == end and is_spaceless(units[-1])
            gaps.append(Gap.NONE if inside else between)
        parts = [token.key] if spaceless else _parts(folded, token.key, token.start, token.end)
        units.extend(parts)
        gaps.extend([Gap.NAME] * (len(parts) - 1))
        end = token.end
    return Pattern(tuple(units), tuple(gaps), traditional(term.text))


def joined(left: Pattern, right: Pattern) -> Pattern | None:
    """Return the name that two words side by side may be ("Sam Altman" is SamAltman too), if they can."""
    seam = left.units[-1] + right.units[0]
    if not seam.isalnum() or is_spaceless(left.units[-1]) or is_spaceless(right.units[0]):
        return None
    written = left.traditional + right.traditional if left.traditional and right.traditional else ""
    return Pattern(left.units + right.units, (*left.gaps, Gap.NAME, *right.gaps), written)


def _parts(folded: Folded, key: str, start: int, end: int) -> list[str]:
    """Cut a word where its writer shows parts: SamAltman, OpenAI, Web3."""
    if len(key) != end - start:
        return [key]
    cuts = [index for index in range(start + 1, end) if _begins_part(folded, index, start, end)]
    if len(cuts) >= MAX_JOINED:
        return [key]
    bounds = [0, *(cut - start for cut in cuts), len(key)]
    return [key[begin:stop] for begin, stop in pairwise(bounds)]


def _begins_part(folded: Folded, index: int, start: int, end: int) -> bool:
    before, here = folded.at(index - 1), folded.at(index)
    if here.isdigit():
        return before.isalpha()
    if not here.isupper() or before.isdigit():
        return False
    if before.islower():
        return True
    last_of_capitals = index + 1 < end and folded.at(index + 1).islower() and index - 1 > start
    return before.isupper() and last_of_capitals
