"""The terms of an item: what clustering compares of its title and its first lines.

Words are cut to a stem that several inflections share, scripts without spaces into pairs of characters,
numbers are brought to one form ("1.5 million" is "1,500,000"), and Cyrillic is written in Latin letters, so
that a name is one term in both.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from text import SPACELESS, fold_key, is_spaceless, simplified

_LEAD = 400  # characters of the text that are compared: what a feed shows of an article
_STEM = 6  # letters of a word that are kept
_MOST_TITLE, _MOST_REST = 40, 40  # terms kept of a title, and of a text
_TOKEN = re.compile(
    rf"(?P<number>\d+(?:[.,]\d+)*)\s?(?P<unit>万亿|兆|億|亿|万|萬|만|억|[kmb](?![a-z])|mln|mld|bn|million\w*|milion\w*"
    rf"|billion\w*|miliard\w*|trillion\w*|millard\w*|milliard\w*|mrd|млн|млрд|миллион\w*|миллиард\w*)?"
    rf"|(?P<spaceless>[{SPACELESS}\uac00-\ud7a3]+)|(?P<word>[^\W\d_{SPACELESS}]+)"
)
_UNITS = {
    **dict.fromkeys(("k",), 1e3),
    **dict.fromkeys(("万", "萬", "만"), 1e4),
    **dict.fromkeys(("m", "mln", "million", "milion", "млн", "миллион"), 1e6),
    **dict.fromkeys(("亿", "億", "억"), 1e8),
    **dict.fromkeys(
        ("b", "bn", "mld", "mrd", "billion", "miliard", "milliard", "millard", "млрд", "миллиард"), 1e9
    ),
    **dict.fromkeys(("万亿", "兆", "trillion"), 1e12),
}
_CYRILLIC = str.maketrans(
    dict(zip("абвгдеёзийклмнопрстуфыэіїґ", "abvgdeezijklmnoprstufyeiig", strict=True))
    | dict(zip("жхцчшщъьюяє", ("zh", "kh", "ts", "ch", "sh", "shch", "", "", "yu", "ya", "ye"), strict=True))
)
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"^[وبلك]?ال(?=\w{3})")  # Arabic writes it onto the word


@dataclass(frozen=True, slots=True)
class Terms:
    """What is compared of an item, each term once, in the order of the text."""

    title: tuple[str, ...]
    rest: tuple[str, ...]  # of the text, without those of the title
    chars: frozenset[str]  # single characters of the title's spaceless stretches
    numbers: frozenset[str]  # of the title
    marks: frozenset[str]  # of the title: numbers, and what is written as a name, but its first word
    folded: str  # the title: equal ones are copies

    @property
    def wide(self) -> bool:
        """Whether the title is mostly of a script without spaces."""
        return 2 * len(self.chars) > len(self.title)


def terms_of(title: str, text: str, names: Iterable[str] = ()) -> Terms:
    """Return the terms of a title without its outlet's name, its text, and the names both speak of."""
    folded = simplified(fold_key(title))
    chars: set[str] = set()
    numbers: set[str] = set()
    first = dict.fromkeys(_terms(folded, chars, numbers))
    first |= dict.fromkeys(f"name {each}" for each in names)
    rest = dict.fromkeys(_terms(simplified(fold_key(text[:_LEAD])), set(), set())) if text else {}
    told = tuple(first)[:_MOST_TITLE]
    return Terms(
        told,
        tuple(each for each in rest if each not in first)[:_MOST_REST],
        frozenset(chars),
        frozenset(numbers),
        frozenset(numbers | _names(title)),
        " ".join(folded.split()),
    )


def _names(title: str) -> set[str]:
    """What has a capital inside a title, where most of its words have none."""
    words = _WORD.findall(title)
    named = [each for each in words[1:] if not each[0].islower() and not is_spaceless(each)]
    if 2 * len(named) > len(words) and not any(is_spaceless(each) for each in words):
        return set()
    return {stem(simplified(fold_key(each))) for each in named}


def _terms(folded: str, chars: set[str], numbers: set[str]) -> Iterator[str]:
    for match in _TOKEN.finditer(folded):
        kind, token = match.lastgroup, match[0]
        if kind == "word":
            if len(token) > 1:
                yield stem(token)
        elif kind == "spaceless":
            chars.update(token)
            yield from map("".join, pairwise(token)) if len(token) > 1 else (token,)
        else:
            number = _number(match["number"], match["unit"] or "")
            numbers.add(number)
            yield number


def stem(word: str) -> str:
    """Return the part of a folded word that its inflections share, in Latin letters where it is Cyrillic."""
    if not word.isascii():
        word = _ARTICLE.sub("", word.translate(_CYRILLIC))
    if len(word) > _STEM:
        return word[:_STEM]
    return word[:-1] if len(word) > 3 and word[-1] == "s" else word


def shown(terms: Collection[str], title: str) -> list[str]:
    """Return those terms that stand in a title, as it writes them: the whole word of a stem."""
    written: dict[str, str] = {}
    for word in _WORD.findall(title):
        folded = simplified(fold_key(word))
        written.setdefault(stem(folded), word)
        written.setdefault(folded, word)
    folded = simplified(fold_key(title))
    words = (each if is_spaceless(each) and each in folded else written.get(each) for each in terms)
    return list(dict.fromkeys(word for word in words if word))


def _number(digits: str, unit: str) -> str:
    value = digits.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits) else digits
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits):
        value = digits.replace(".", "")
    value = value.replace(",", ".")
    try:
        number = float(value)
    except ValueError:
        return value  # a date, a version, an address
    if not unit:
        return f"{number:g}" if number < 1e6 else f"{number:.0f}"
    factor = _UNITS.get(unit) or next(
        (f for name, f in _UNITS.items() if unit.startswith(name) and len(name) > 2), 1.0
    )
    return f"{number * factor:.0f}"
