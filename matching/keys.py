"""Which keys an entry may have: a quick look that spares most entries and most watches the careful reading.

Never fewer than `reading.Passage.starts` holds, sometimes a few more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import add
from typing import NamedTuple

from matching.reading import passage
from matching.terms import DOTS
from model import Entry, Field
from text import Token, fold, fold_key, runs, stems, without_runs

_PLAIN_RUN = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff]+")  # no marks in these
_DOT = re.compile(f"[{DOTS}]")
_CACHED_LENGTH = 40  # code points; longer pieces are addresses, each seen once


class _Piece(NamedTuple):
    """What stands between two white spaces."""

    keys: frozenset[str]
    firsts: tuple[str, ...]  # what it may add to a name that began before it; () when it is no name
    lasts: tuple[str, ...]  # how a name may begin at its end
    whole: str  # the word, when it is one word and may stand in the middle of a name


def keys(entry: Entry) -> set[str]:
    """Return every key at which a pattern may begin in `entry`, and its author's."""
    found: set[str] = {fold_key(entry.author)}
    for text in (entry.title, entry.text, *entry.tags):
        if not text.isascii():
            _add_runs(fold(text).text, found)
        _add_pieces(text if text.isascii() else without_runs(text), found)
    return found


def _add_runs(folded: str, found: set[str]) -> None:
    """Add characters, and pairs of them, of the scripts without spaces."""
    undotted = _DOT.sub("", folded)
    for run in runs(folded) if undotted == folded else runs(folded) + runs(undotted):
        if _PLAIN_RUN.fullmatch(run):
            found.update(run)
            found.update(map(add, run, run[1:]))
        else:
            found.update(passage(Field.TEXT, run).starts)


def _add_pieces(text: str, found: set[str]) -> None:
    """Add words, and names written with spaces."""
    row = [_cached(word) if len(word) <= _CACHED_LENGTH else _piece(word) for word in text.split()]
    found.update(*[piece.keys for piece in row])
    lasts: tuple[str, ...] = ()
    for piece in row:
        if not piece.firsts:
            lasts = piece.lasts
            continue
        found.update(_names(lasts, piece.firsts))
        middle = tuple(last + piece.whole for last in lasts) if piece.whole else ()
        lasts = piece.lasts + middle


def _names(lasts: tuple[str, ...], firsts: tuple[str, ...]) -> Iterator[str]:
    for last in lasts:
        for first in firsts:
            yield last + first
            if not first.isascii():
                yield from stems(last + first)


def _piece(word: str) -> _Piece:
    read = passage(Field.TEXT, word)
    found = frozenset(read.starts)
    if not read.tokens:
        return _Piece(found, (), (), "")
    row = read.tokens
    firsts = _ends(row[:2]) if read.named(row[0]) else ()
    lasts = _ends(row[:-3:-1]) if read.named(row[-1]) else ()
    return _Piece(found, firsts, lasts, row[0].key if len(row) == 1 and firsts else "")


def _ends(row: list[Token]) -> tuple[str, ...]:
    """Return the outermost word, and that one with its neighbour, in the order of the text."""
    outer = row[0].key
    pair = "".join(token.key for token in sorted(row, key=lambda token: token.start))
    return (outer, pair) if len(row) > 1 else (outer,)


_cached = lru_cache(maxsize=100_000)(_piece)
