"""What a term of a query looks for: units in a row, and what may stand between two of them.

A unit is a folded word, a part of a word (`SamAltman` is sam, altman) or one character of a script without
spaces. A word of the text may hold several units in a row: "samaltman" is sam, altman too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from matching.scripts import ambiguous
from matching.spelling import visible
from matching.tree import Exact, NearTerm, Phrase, Prefix, Tag, Word
from text import Folded, fold, fold_key, is_spaceless, sigils, tokens

MAX_JOINED = 8  # units that one word of a text may hold
DOTS = "·・‧•"  # between the names of a foreign name in Chinese or Japanese
_TIGHT = "-_.':/" + DOTS
_ENGLISH = re.compile(r"[a-z]{2,}")
_NO_PLURAL = frozenset({"new"})  # "news" is another word


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
    han: str = ""  # the Han characters as written, where their script can matter
    begins: bool = False  # the word with the last unit may go on
    exact: tuple[str, ...] = ()  # as written: the whole, or the words of a phrase

    def heads(self) -> tuple[str, ...]:
        """Return the keys one of which every text that holds the pattern has where it begins.

        A pattern that `begins` a word is found at words that begin with `prefix` as well.
        """
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

    @property
    def prefix(self) -> str:
        """Return how the key begins of a word that may hold the whole pattern, "" when none is open."""
        if not self.begins or any(map(is_spaceless, self.units)):
            return ""
        return "".join(self.units)

    def mention(self) -> str:
        """Return "@name" where the pattern is a mention, else ""."""
        return self.units[0] if self.units[0].startswith("@") else ""


def patterns(term: NearTerm) -> tuple[Pattern, ...]:
    """Return what `term` looks for, any of which will do: the word, and the plural of an English one."""
    found = pattern(term)
    word = "".join(found.units)
    if not isinstance(term, Word | Tag) or not _ENGLISH.fullmatch(word):
        return (found,)
    if len(found.units) > 1 and len(tokens(fold_key(term.text))) > 1:
        return (found,)  # of words, not of one cut where its writer shows parts
    *parts, last = found.units
    ends = (plural[len(word) - len(last) :] for plural in plurals(word))
    return (found, *(Pattern((*parts, end), found.gaps) for end in ends))


def plurals(word: str) -> tuple[str, ...]:
    """Return the regular plurals of an English word in small letters."""
    if word in _NO_PLURAL:
        return ()
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (f"{word}es",) if len(word) > 2 else ()
    if word[-1] == "y" and word[-2] not in "aeiou":
        return (f"{word[:-1]}ies",)
    return (f"{word}s", f"{word}es") if word[-1] == "o" and len(word) > 2 else (f"{word}s",)


def pattern(term: NearTerm) -> Pattern:
    """Return what `term` itself looks for."""
    match term:
        case Phrase(text):
            return _row(text, Gap.ANY)
        case Prefix(text):
            return replace(_row(text, Gap.NAME), begins=True)
        case Exact(text, quoted):
            found = _row(text, Gap.ANY, whole=True) if quoted else _signed(text, whole=True)
            words = _words(text) if quoted else (visible(text),)
            return replace(found, han="", exact=words)
        case Tag(text):
            return _row(text, Gap.NAME)
        case Word(text):
            return _signed(text)


def _signed(text: str, whole: bool = False) -> Pattern:
    """Return a word that a sign may make another one: `$BTC`, `.NET`."""
    folded = fold(text)
    signed = [sign.key for sign in sigils(folded.text) if len(sign.key) == len(folded.text)]
    if signed and [token.key for token in tokens(folded.text)] != signed:
        return Pattern((signed[0],))
    return _row(text, Gap.NAME, whole)


def _words(text: str) -> tuple[str, ...]:
    folded = fold(text)
    spans = [folded.span(token.start, token.end) for token in tokens(folded.text)]
    return tuple(visible(text[start:end]) for start, end in spans)


def _row(text: str, between: Gap, whole: bool = False) -> Pattern:
    """Return the words of `text` in a row, cut where the writer shows parts unless they are `whole`."""
    folded = fold(text)
    units: list[str] = []
    gaps: list[Gap] = []
    end = -1
    for token in tokens(folded.text):
        spaceless = is_spaceless(token.key)
        if units:
            inside = spaceless and token.start == end and is_spaceless(units[-1])
            gaps.append(Gap.NONE if inside else between)
        solid = spaceless or whole
        parts = [token.key] if solid else _parts(folded, token.key, token.start, token.end)
        units.extend(parts)
        gaps.extend([Gap.NAME] * (len(parts) - 1))
        end = token.end
    return Pattern(tuple(units), tuple(gaps), ambiguous(text))


def joined(left: Pattern, right: Pattern) -> Pattern | None:
    """Return the name that two words side by side may be ("Sam Altman" is SamAltman too), if they can."""
    seam = left.units[-1] + right.units[0]
    if not seam.isalnum() or is_spaceless(left.units[-1]) or is_spaceless(right.units[0]):
        return None
    return Pattern(left.units + right.units, (*left.gaps, Gap.NAME, *right.gaps))


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
