"""Whether two stretches of Chinese say the same in simplified and traditional script.

Folding makes 发 of both 髮 (hair) and 發 (issue), so equal folded text may be another word: 理髮 is not in
整理發布. Here the phrases of OpenCC decide, both ways, and only where they are sure of the characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product

import opencc

from text import simplified

_RARE = re.compile("[\U00020000-\U0003ffff]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_FREE = 3  # characters of a name that may be of either script
_AROUND = 12  # characters beside a hit that OpenCC sees; its longest phrases are shorter


def ambiguous(text: str) -> str:
    """Return the Han characters of a term where its script can matter, else ""."""
    han = "".join(_HAN.findall(text))
    return han if any(simplified(char) in _shared() for char in han) else ""


def same(term: str, text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]`, equal to `term` when folded, means the same characters.

    Where both are in the same script they are compared as written; a single simplified character may be any
    of its traditional ones.
    """
    found = "".join(_HAN.findall(text[start:end]))
    if len(found) != len(term):
        return True
    traditional_text = is_traditional(text)
    traditional_term = _has_traditional(term)
    simple_term = not traditional_term and _phrased(term) != term
    if found == term and not (traditional_text and simple_term):
        return True
    if not traditional_text and not traditional_term and not _has_traditional(found):
        return True
    if len(term) == 1 and simple_term:
        return True
    forms = _forms(term, traditional=not simple_term)
    others = _in_context(text, start, end, traditional_text or _has_traditional(found))
    pairs = zip(forms, others, strict=True)
    if not simple_term and traditional_text:
        return all(form == other for (form, _), (other, _) in pairs)
    return all(form == other or not (sure and certain) for (form, sure), (other, certain) in pairs)


def other_script(text: str) -> str:
    """Return Chinese text as it is written in the other script, "" where that is the same."""
    simple = simplified(text)
    form = _phrased(text) if simple == text else simple
    return form if form != text else ""


def writings(simple: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield simplified names as they are, and as they are written in traditional script.

    That is what OpenCC makes of them by its own standard, Taiwan's and Hong Kong's, where each character that
    both scripts have may stay as it is: 發佈 and 發布, 臺 and 台.
    """
    yield tuple(simple)
    for standard in ("s2t", "s2tw", "s2hk"):
        converted = [_converted(standard, each) for each in simple]
        options = [list(map(_either, each, other)) for each, other in zip(simple, converted, strict=True)]
        free = sum(len(pair) > 1 for pairs in options for pair in pairs)
        if free > _FREE or any(
            len(each) != len(other) for each, other in zip(simple, converted, strict=True)
        ):
            yield tuple(converted)
            continue
        yield from product(*(map("".join, product(*pairs)) for pairs in options))


def _either(char: str, other: str) -> str:
    """Return what may stand for a simplified character in a traditional text."""
    return other if other == char or _only_simplified(char) else other + char


def _in_context(text: str, start: int, end: int, traditional: bool) -> list[tuple[str, bool]]:
    """Return the forms of the Han characters of `text[start:end]`, read with what stands around them."""
    begin = start
    while begin > max(0, start - _AROUND) and _HAN.match(text[begin - 1]):
        begin -= 1
    stop = end
    while stop < min(len(text), end + _AROUND) and _HAN.match(text[stop]):
        stop += 1
    places = [index for index in range(begin, stop) if _HAN.match(text[index])]
    forms = _forms("".join(text[index] for index in places), traditional)
    return [form for index, form in zip(places, forms, strict=True) if start <= index < end]


def _forms(han: str, traditional: bool) -> list[tuple[str, bool]]:
    """Return each character in traditional form, and whether OpenCC would write it so by itself."""
    guessed = _phrased(simplified(han) if traditional else han)
    if not traditional:
        return [(char, True) for char in guessed]
    return [(_levelled(char), _levelled(char) == guess) for char, guess in zip(han, guessed, strict=True)]


@lru_cache(maxsize=4096)
def _phrased(han: str) -> str:
    """Return simplified characters in traditional script, by phrases, variants levelled."""
    converted = _converted("s2t", han)
    return "".join(map(_levelled, converted)) if len(converted) == len(han) else han


@cache
def _levelled(char: str) -> str:
    """Return one form for the variants of Taiwan and Hong Kong."""
    for name in ("tw2t", "hk2t"):
        converted = _converted(name, char)
        char = converted if len(converted) == 1 else char
    return char


@cache
def _shared() -> frozenset[str]:
    """Return the simplified characters that stand for more than one traditional character."""
    lines = "\n".join(map(chr, (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))))
    forms: dict[str, set[str]] = {}
    levelled = _converted("hk2t", _converted("tw2t", lines))
    for simple, form in zip(_converted("t2s", lines).split("\n"), levelled.split("\n"), strict=True):
        if not _only_simplified(form):
            forms.setdefault(simple, set()).add(form)
    return frozenset(simple for simple, some in forms.items() if len(some) > 1)


@lru_cache(maxsize=256)
def is_traditional(text: str) -> bool:
    """Tell whether more of the characters are traditional only than simplified only."""
    rare = sum(map(_only_traditional, _RARE.findall(text)))
    return len(_of_traditional().findall(text)) + rare > len(_of_simplified().findall(text))


def _has_traditional(han: str) -> bool:
    return any(map(_only_traditional, han))


@cache
def _only_traditional(char: str) -> bool:
    simple = simplified(char)
    return simple != char and (not _in_charset(char, "gb2312") or _converted("s2t", simple) == char)


@cache
def _only_simplified(char: str) -> bool:
    return _in_charset(char, "gb2312") and not _in_charset(char, "big5")


def _in_charset(char: str, charset: str) -> bool:
    """Tell whether a national character set, made for one script, has the character."""
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


def _converted(name: str, text: str) -> str:
    return str(_converter(name).convert(text))


def shows_traditional(text: str) -> bool:
    """Tell whether any character of `text` is, or may be, traditional only."""
    return _of_traditional().search(text) is not None or _RARE.search(text) is not None


@cache
def _of_traditional() -> re.Pattern[str]:
    """Return what finds the characters in common use that are traditional only."""
    every = [
        chr(point) for first, last in ((0x3400, 0x4DC0), (0x4E00, 0xA000)) for point in range(first, last)
    ]
    simple = _converted("t2s", "\n".join(every)).split("\n")
    changed = [char for char, other in zip(every, simple, strict=True) if char != other]
    return re.compile(f"[{''.join(filter(_only_traditional, changed))}]")


@cache
def _of_simplified() -> re.Pattern[str]:
    """Return what finds the characters that are simplified only."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    every = (code.decode("gb2312", "ignore") for code in codes)
    return re.compile(f"[{''.join(char for char in every if char and _only_simplified(char))}]")
