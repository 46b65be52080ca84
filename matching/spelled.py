"""Patterns → terms of X's search. X compares whole tokens; Hark reads words together and apart.

A name is spelled in every way that its parts show: apart ("sam altman", which X finds whatever signs stand
between), together (samaltman), as a hashtag, a mention, a cashtag. What is not spelled out: a word that a
post cuts where its writer showed no part (bit-coin), names inside of a longer hashtag or mention or with "_"
in one, and letters that neither X nor the writer of the term takes for the same (ß for ss).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from matching.scripts import writings
from matching.terms import Gap, Pattern
from text import fold_key, is_spaceless, width

_LONGEST = 100  # characters of a term as `width` counts them; a longer phrase is asked by its beginning
_FREE = 3  # parts of a name that may be joined in any way; of a longer one two, or all
_HANDLE = re.compile(r"[a-z0-9_]{1,15}")
_CASHTAG = re.compile(r"[a-z]{1,6}")
_SIGNS = ".+#&"  # of words such as .net, c++, c#
_SHORT = re.compile("[a-zа-я]{2,3}")  # may be written with points: A.I.
_RUNNING = re.compile(
    "[\u2e80-\u30ff\u3105-\u312f\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
)
# Words that X takes beside others only.
_STOP = frozenset(
    {
        *("a", "an", "and", "at", "but", "by", "com", "from", "http", "https", "if", "in", "is", "it", "its"),
        *("me", "my", "not", "or", "rt", "the", "this", "to", "too", "via", "we", "www", "you"),
    }
)

Row = tuple[str, ...]  # the parts of a name in one script, each of which has no seam


def runs_on(text: str) -> bool:
    """Tell whether `text` has characters that X finds inside running text: Chinese, Japanese, Korean."""
    return _RUNNING.search(text) is not None


def spelled(pattern: Pattern, typed: str, *, signs: bool, known: bool = False) -> frozenset[str] | None:
    """Return terms one of which finds every post that holds `pattern`; None when there are none.

    `typed` is how its writer spelled it, "" unknown; a `known` name is spelled as typed, not as folded.
    Without `signs` X is trusted to find #word, @word and $word by the word alone, as it documents.
    """
    if pattern.begins or any(is_spaceless(unit) and not runs_on(unit) for unit in pattern.units):
        return None  # nothing finds beginnings, or places within Thai, Lao, Khmer and Burmese
    first = pattern.units[0]
    if first[0] in "@$" and len(pattern.units) == 1:
        return _finished([_signed(first)])
    rows = _rows(pattern, typed, known)
    found = [_term(form) for row in rows for form in _forms(row, bool(pattern.exact))]
    if typed and not known:
        found.append(_term([typed]))
    if len(pattern.units) == 1 and not known:
        found += [_term(form) for form in _split(first)]
    if signs:
        names = ["".join(row) for row in rows]
        # A name in running text is found inside of hashtags too; only what was typed is asked for twice.
        found += [tag for name in names if not (known and runs_on(name)) for tag in _tags(name)]
    return _finished(found)


def tagged(pattern: Pattern, typed: str, *, known: bool = False) -> frozenset[str] | None:
    """Return the hashtags one of which stands in every post that has `pattern` as one; None as above."""
    if pattern.begins:
        return None
    names = (name for row in _rows(pattern, typed, known) for name in ("".join(row), "_".join(row)))
    return frozenset(tag for name in names for tag in _tags(name) if tag[0] == "#")


def _tags(name: str) -> Iterator[str]:
    """Yield a name as a hashtag, a mention and a cashtag, where X takes it for one."""
    if (
        all(_is_letter(char) or char == "_" for char in name)
        and not name.isdecimal()
        and width(name) < _LONGEST
    ):
        yield f"#{name}"
    if _HANDLE.fullmatch(name):
        yield f"@{name}"
    if _CASHTAG.fullmatch(name):
        yield f"${name}"


def _signed(unit: str) -> str | None:
    valid = (_HANDLE if unit[0] == "@" else _CASHTAG).fullmatch(unit, 1)
    return unit if valid else _term([unit])


def _rows(pattern: Pattern, typed: str, known: bool) -> tuple[Row, ...]:
    """Return the parts of a name as typed, as folded, and in the scripts of Chinese."""
    parts: list[str] = [pattern.units[0]]
    for gap, unit in zip(pattern.gaps, pattern.units[1:], strict=True):
        if gap is Gap.NONE:
            parts[-1] += unit
        else:
            parts.append(unit)
    parts = [part.strip(_SIGNS) for part in parts]
    own = tuple(_cut(typed))
    aligned = tuple(map(fold_key, own)) == tuple(parts)
    rows = [own] if aligned else []
    if not (known and aligned):
        rows.append(tuple(parts))
    if not pattern.exact and any(map(runs_on, parts)):
        rows += writings(parts)
    return tuple(dict.fromkeys(rows))


def _forms(row: Row, whole: bool) -> Iterator[list[str]]:
    """Yield the ways in which a row is written: each seam open or closed; all open when it is `whole`."""
    seams = len(row) - 1
    for closed in _closings(seams) if not whole else [(False,) * seams]:
        form = [row[0]]
        for together, part in zip(closed, row[1:], strict=True):
            if together:
                form[-1] += part
            else:
                form.append(part)
        if not seams or max(map(width, form)) <= _LONGEST:
            yield form


def _closings(seams: int) -> Iterable[tuple[bool, ...]]:
    if seams < _FREE:
        return product((False, True), repeat=seams)
    single = [tuple(index == closed for index in range(seams)) for closed in range(seams)]
    return [(False,) * seams, *single, (True,) * seams]


def _split(part: str) -> Iterator[list[str]]:
    """Yield how one word may be written with signs inside that Hark overlooks: A.I., 100,000."""
    if _SHORT.fullmatch(part):
        yield list(part)
    if part.isdecimal() and len(part) > 3:
        yield f"{int(part):,}".split(",") if part[0] != "0" else [part]


def _term(form: Sequence[str]) -> str | None:
    """Return a word or a quoted phrase as X takes it; None for what X cannot be asked."""
    tokens = list(_cut(" ".join(form)))
    while width(" ".join(tokens)) > _LONGEST and len(tokens) > 1:
        tokens.pop()
    phrase = " ".join(tokens)
    if width(phrase) > _LONGEST and all(map(runs_on, phrase)):
        phrase = phrase[: _LONGEST // 2]
    if not phrase or width(phrase) > _LONGEST or phrase in _STOP:
        return None
    return phrase if phrase.isalnum() else f'"{phrase}"'


def _cut(text: str) -> list[str]:
    """Return the tokens that X makes of a text: signs and spaces separate, accents of Latin do not count."""
    lower = "".join(char if _is_letter(char) else " " for char in unicodedata.normalize("NFC", text.lower()))
    return ["".join(map(_plain, token)) for token in lower.split()]


def _is_letter(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char)[0] == "M"


def _plain(char: str) -> str:
    apart = unicodedata.normalize("NFKD", char)
    accented = len(apart) > 1 and all(map(unicodedata.combining, apart[1:]))
    return apart[0] if accented and apart[0].isascii() else char


def _finished(terms: Iterable[str | None]) -> frozenset[str] | None:
    found = frozenset(terms)
    return None if None in found else frozenset(term for term in found if term is not None)
