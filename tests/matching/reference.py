"""A slow, obviously right matcher: no index, no keys, every stretch of words tried against every reading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from matching.tree import And, Not, Or, Phrase, Query, Tag, Word
from model import Entry
from text import Folded, Token, fold, is_spaceless, sigils, stems, tokens, traditional

COMMON = {
    *("the", "of", "and", "to", "in", "on", "at", "by", "for", "from", "with", "or", "is", "are"),
    *("be", "it", "its", "us", "we", "he", "me", "my", "no", "so", "as", "do", "if", "up", "an"),
    *("am", "not", "now", "all", "di", "da", "la", "le", "il", "lo", "un", "una", "per", "con"),
    *("non", "che", "de", "du", "el", "los", "las", "por", "en", "es", "et", "der", "die", "das"),
    *("und", "ein", "zu", "im"),
}


def holds(query: Query, entry: Entry) -> bool:
    """Tell whether `entry` satisfies `query`, word by word as the documentation says it."""
    match query:
        case And(parts):
            return all(_in_and(parts, index, entry) for index in range(len(parts)))
        case Or(parts):
            return any(holds(part, entry) for part in parts)
        case Not(part):
            return not holds(part, entry)
        case _:
            return _found(_units(query), entry, query.text) or _is_author(query, entry)


def _in_and(parts: tuple[Query, ...], index: int, entry: Entry) -> bool:
    if holds(parts[index], entry):
        return True
    for left, right in ((index - 1, index), (index, index + 1)):
        if left < 0 or right >= len(parts):
            continue
        pair = (parts[left], parts[right])
        if all(isinstance(part, Word) for part in pair):
            first, second = _units(pair[0]), _units(pair[1])
            seam = first[-1][0] + second[0][0]
            apart = is_spaceless(first[-1][0]) or is_spaceless(second[0][0]) or not seam.isalnum()
            if not apart and _found([*first[:-1], (first[-1][0], "name"), *second], entry, ""):
                return True
    return False


def _is_author(query: Query, entry: Entry) -> bool:
    return (
        isinstance(query, Word) and query.text[0] == "@" and fold(query.text).text == fold(entry.author).text
    )


def _units(term: Query) -> list[tuple[str, str]]:
    """Return (unit, what may stand after it) for a term."""
    assert isinstance(term, Word | Phrase | Tag)
    folded = fold(term.text)
    if isinstance(term, Word):
        for sign in sigils(folded.text):
            if sign.key == folded.text and [token.key for token in tokens(folded.text)] != [sign.key]:
                return [(sign.key, "")]
    between = "any" if isinstance(term, Phrase) else "name"
    units: list[tuple[str, str]] = []
    row = tokens(folded.text)
    for index, token in enumerate(row):
        pieces = _case_parts(folded, token)
        after = between
        if index + 1 < len(row) and is_spaceless(token.key) and is_spaceless(row[index + 1].key):
            after = "none" if token.end == row[index + 1].start else between
        units += [(piece, "name") for piece in pieces[:-1]] + [(pieces[-1], after)]
    return units


def _case_parts(folded: Folded, token: Token) -> list[str]:
    letters = [folded.at(index) for index in range(token.start, token.end)]
    if is_spaceless(token.key) or len(letters) != len(token.key):
        return [token.key]
    cuts = [0]
    for index in range(1, len(letters)):
        before, here, after = letters[index - 1], letters[index], "".join(letters[index + 1 : index + 2])
        number = here.isdigit() and before.isalpha()
        hump = here.isupper() and before.islower()
        last_capital = here.isupper() and before.isupper() and after.islower() and index > 1
        if number or hump or last_capital:
            cuts.append(index)
    if len(cuts) > 8:
        return [token.key]
    return [token.key[start:end] for start, end in pairwise([*cuts, len(token.key)])]


def _found(units: list[tuple[str, str]], entry: Entry, written: str) -> bool:
    return any(_found_in(units, text, written) for text in (entry.title, entry.text, *entry.tags))


def _found_in(units: list[tuple[str, str]], text: str, written: str) -> bool:
    folded = fold(text)
    row = tokens(folded.text)
    for index, token in enumerate(row):
        for end in _ends(units, folded, row, index):
            start, stop = folded.span(token.start, end)
            scripts = traditional(written), traditional(text[start:stop])
            if "" in scripts or scripts[0] == scripts[1]:
                return True
    return False


def _ends(units: list[tuple[str, str]], folded: Folded, row: list[Token], index: int) -> Iterator[int]:
    """Yield where the units end when they begin at word `index`."""
    for count in (1, 2, 3):
        some = row[index : index + count]
        if len(some) < count or not _one(folded, some):
            continue
        for key in _readings(folded, some):
            for used in range(1, min(8, len(units)) + 1):
                if "".join(unit for unit, _ in units[:used]) != key:
                    continue
                end = index + count
                if used == len(units):
                    yield some[-1].end
                elif end < len(row) and _may_stand(folded, row[end - 1], row[end], units[used - 1][1]):
                    yield from _ends(units[used:], folded, row, end)


def _readings(folded: Folded, some: list[Token]) -> set[str]:
    key = "".join(token.key for token in some)
    found = {key}
    found |= {stem for stem in stems(key) if len(key) - len(stem) < len(some[-1].key)}
    if len(some) == 1:
        found |= {
            sign.key
            for sign in sigils(folded.text)
            if some[0].start in (sign.start, sign.start + 1) and _ascii(some[0])
        }
    return found


def _ascii(token: Token) -> bool:
    return token.key.isascii()


def _one(folded: Folded, some: list[Token]) -> bool:
    """Tell whether the text shows that these words are one name."""
    for left, right in pairwise(some):
        if is_spaceless(left.key) or is_spaceless(right.key):
            return False
        between = folded.text[left.end : right.start]
        if between in ("-", "_"):
            continue
        if not between.isspace() or not (_named(folded, left) and _named(folded, right)):
            return False
    return True


def _named(folded: Folded, token: Token) -> bool:
    first = folded.at(token.start)
    if first.isdigit() or "가" <= first <= "힣":
        return True
    return first.isupper() and len(token.key) > 1 and token.key not in COMMON


def _may_stand(folded: Folded, left: Token, right: Token, gap: str) -> bool:
    between = folded.text[left.end : right.start]
    if not between or gap == "any":
        return True
    if gap == "none":
        return between in ("·", "・", "‧", "•")
    return between.isspace() or between in tuple("-_.'·・‧•")
