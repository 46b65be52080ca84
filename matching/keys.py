"""A quick look at an entry: which keys it has, at a hundredth of the price of reading it carefully.

What stands between two white spaces is cut into words once and remembered. `Look.sure` are keys at which a
careful reading finds something, `Look.maybe` further ones at which it may; what is in neither is not there.
Running text of scripts without spaces is looked at as pairs of characters, in numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from operator import add
from typing import NamedTuple

from matching.reading import Passage, passage, read
from matching.scripts import shows_traditional
from matching.terms import DOTS, Gap
from model import Entry, Field
from text import SPACELESS, Token, belongs, fold, fold_key, runs, stems

_PLAIN = "\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff"  # no marks, two bytes each in UTF-16
_PLAIN_RUN = re.compile(f"[{_PLAIN}]+")
_SPACELESS = re.compile(f"[{SPACELESS}]")
_DEMANDING = re.compile(f"(?![{_PLAIN}])[{SPACELESS}]")
# What folds to a character of a script without spaces: half-width kana, what is circled, squared or combined.
_APART = SPACELESS + "\u3192-\u319f\u3200-\u33ff\uff66-\uff9d\U0001f200-\U0001f2ff"
_RUNNING = re.compile(f"[{_APART}]")
# These are no part of a word, and with them addresses end.
_STOPS = "\u3001\u3002\u3008-\u300b\u3010\u3011"  # no part of a word, and with them addresses end
_BETWEEN = re.compile(rf"[^\s{SPACELESS}\uff66-\uff9d{_STOPS}]+")
_SOLID = re.compile(rf"[{SPACELESS}\uff66-\uff9d]+")
_ANY = re.compile(rf"{_BETWEEN.pattern}|{_SOLID.pattern}|[{_STOPS}]+")
_DOT = re.compile(f"[{DOTS}]")
_LONG = 40  # code points; longer pieces are addresses, each seen once
_REMEMBERED = 100_000
_TOGETHER = 3  # words of a text that a careful reading takes for one
PREFIX = 4  # characters by which words that begin alike are found
_ACRONYM = 6  # letters of a word that has a key of its own when it is written in capitals
Key = str | int


def is_plain(text: str) -> bool:
    """Tell whether all characters are of running text and never have marks."""
    return _PLAIN_RUN.fullmatch(text) is not None


def pair(left: str, right: str) -> Key:
    """Return the key of two characters side by side in running text."""
    if is_plain(left) and is_plain(right):
        return ord(left) | ord(right) << 16  # as two characters of UTF-16 read as one number
    return left + right


def seam(unit: str, following: str) -> str:
    """Return the key of a word and the beginning of the word after it."""
    return f"{unit} {following[0]}"


def prefix_key(word: str) -> str:
    """Return the key of words that begin so."""
    return f"{word[:PREFIX]}*"


def author_key(name: str) -> str:
    """Return the key of an entry that the account wrote."""
    return f"@{name.removeprefix('@')} "


def literal_key(literal: str) -> str:
    """Return the key of a plain text that may stand anywhere."""
    return f"/{literal}"


class _Name(NamedTuple):
    """How a piece begins or ends where it may be a part of a name written with spaces."""

    key: str
    words: int  # of the name, that `key` holds
    certain: bool
    head: str = ""  # of the word after it in the same piece, "" when it ends the piece


class _Piece(NamedTuple):
    """What stands between two white spaces."""

    key: str  # of its first word; "" when it has none
    tail: str  # of its last word and a space
    head: str  # the first character of its first word
    more: tuple[str, ...] = ()  # further keys, and further seams
    tails: tuple[str, ...] = ()  # further ways to read what stands at its end, and a space
    firsts: tuple[_Name, ...] = ()
    lasts: tuple[_Name, ...] = ()
    whole: str = ""  # the word, when it is one word and may stand in the middle of a name
    line: str = ""  # its words, with "|" between two that are parted by more than the words of a name are
    tight: tuple[bool, bool] = (False, False)  # whether it begins and ends with a word
    blank: bool = False


_END = _Piece("", "", "")  # of a field
_CHARACTER = _Piece("", "", "", line="\n")  # of running text: a word of its own


class Look:
    """What a quick look sees; grows more exact by `passages`, which reads carefully."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.fields = [part for part in (entry.title, entry.text, *entry.tags) if part]
        self.origin = origin = "\n".join(self.fields)
        self.running = not origin.isascii() and _RUNNING.search(origin) is not None
        self.maybe: set[str] = set()
        self.names: list[str] = []  # written with spaces
        self.folded = ""
        self.exact = True  # whether each character of running text is a word of its own
        if self.running:
            self._row = [_PIECES[word] for word in _BETWEEN.findall(origin)]
        else:
            self._row = []
            for part in self.fields:
                self._row += map(_PIECES.__getitem__, part.split())
                self._row.append(_END)
        row = [piece for piece in self._row if piece.key]
        self.sure = {piece.key for piece in row}
        self.sure.update(map(add, [piece.tail for piece in row], [piece.head for piece in row[1:]]))
        self._add_more(row)
        self._add_names()
        if self.running:
            self._run()
        if entry.author:
            author = fold_key(entry.author)
            self.sure.update((author_key(author.lstrip("@")), author_key(author.strip())))

    def _add_more(self, row: list[_Piece]) -> None:
        """Add what is not one word."""
        for index, piece in enumerate(row):
            if piece.more:
                self.sure.update(piece.more)
                if piece.tails and index + 1 < len(row):
                    self.sure.update([tail + row[index + 1].head for tail in piece.tails])

    def _add_names(self) -> None:
        """Add names written with spaces."""
        lasts: tuple[_Name, ...] = ()
        for index, piece in enumerate(self._row):
            if lasts and piece.firsts:
                self._join(lasts, piece, index)
                if piece.whole:
                    lasts = piece.lasts + tuple(_longer(last, piece) for last in lasts if last.words == 1)
                    continue
            if not piece.blank:
                lasts = piece.lasts

    def _join(self, lasts: tuple[_Name, ...], piece: _Piece, index: int) -> None:
        for last in lasts:
            for first in piece.firsts:
                if last.words + first.words > _TOGETHER:
                    continue
                name = last.key + first.key
                certain = last.certain and first.certain and not self.running
                head = first.head or self._head_after(index)
                (self.sure if certain else self.maybe).update((name, f"{name} {head}"))
                self.names.append(name)
                if not name.isascii():
                    self.maybe.update(stems(name))

    def _head_after(self, index: int) -> str:
        return next((piece.head for piece in self._row[index + 1 :] if piece.head), "")

    def _run(self) -> None:
        """Fold running text; find what is in it beside plain characters."""
        self._folded = fold(self.origin)
        self.folded = self._folded.text
        self.exact = not _DEMANDING.search(self.folded)
        if self._folded.offsets is not None:
            self.exact = self.exact and all(map(is_plain, runs(self.folded)))
        if not self.exact:
            for text in self.runnings:
                for run in runs(text):
                    if not is_plain(run):
                        self.maybe.update(passage(Field.TEXT, run).starts)

    @cached_property
    def runnings(self) -> tuple[str, ...]:
        """The folded running text, and once more where dots part foreign names."""
        return (self.folded, self.undotted) if self.undotted is not self.folded else (self.folded,)

    def pairs(self) -> Iterator[memoryview]:
        """Yield the pairs of characters, as numbers, in a few rows."""
        for text in self.runnings:
            data = memoryview(text.encode("utf-16-le", "surrogatepass"))
            yield data[: len(data) // 4 * 4].cast("I")
            yield data[2 : 2 + (len(data) - 2) // 4 * 4].cast("I")

    def triples(self) -> Iterator[str]:
        """Yield each three characters that follow each other in running text."""
        for text in self.runnings:
            yield from map(text.__getitem__, _slices(len(text)))

    def beginnings(self, length: int) -> set[str]:
        """Return the keys of how its words begin, with `length` characters."""
        return {f"{key[:length]}*" for key in (*self.sure, *self.maybe)}

    @cached_property
    def undotted(self) -> str:
        """The folded text without the dots that part foreign names."""
        return _DOT.sub("", self.folded) if _DOT.search(self.folded) else self.folded

    @cached_property
    def lines(self) -> tuple[str, str]:
        """All words in their order, with "|" where the words of a name do not part; the same without "|"."""
        parts: list[str] = []
        for row in self._rows():
            ended = False
            parts.append("\n")
            for piece in row:
                if piece.line:
                    parts.append(piece.line if ended and piece.tight[0] else f"| {piece.line}")
                    ended = piece.tight[1]
                elif not piece.blank:
                    ended = False
        names = f" {' '.join(parts)} "
        return names, names.replace(" |", "")

    def _rows(self) -> Iterator[list[_Piece]]:
        """Yield the pieces of each field, characters of running text among them."""
        for part in self.fields:
            found = _ANY.findall(part) if self.running else part.split()
            yield [_CHARACTER if _SOLID.match(word) else _PIECES[word] for word in found]

    @cached_property
    def text(self) -> str:
        """All fields, folded."""
        return self.folded or fold(self.origin).text

    @cached_property
    def joined(self) -> frozenset[str]:
        """The keys that are not simply a word of the text."""
        more = [key for piece in self._row for key in piece.more if " " not in key]
        return frozenset([*more, *self.names])

    @cached_property
    def simple(self) -> bool:
        """Whether no character is written in traditional script only."""
        return not shows_traditional(self.origin)

    def places(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield the fields in which a stretch of `folded` stands, and where."""
        at = self.folded.find(text)
        while at >= 0:
            start, end = self._folded.span(at, at + len(text))
            begin = 0
            for field in self.fields:
                if begin <= start < begin + len(field):
                    yield field, start - begin, end - begin
                begin += len(field) + 1
            at = self.folded.find(text, at + 1)

    @cached_property
    def passages(self) -> list[Passage]:
        """The fields, read carefully."""
        return read(self.entry)

    def has(self, key: str) -> bool:
        """Tell whether the entry may have the word or the character."""
        return key in self.sure or key in self.maybe or (len(key) == 1 and key in self.folded)


def _slices(length: int) -> list[slice]:
    if length > len(_SLICES):
        _SLICES.extend(slice(index, index + 3) for index in range(len(_SLICES), length))
    return _SLICES[: max(0, length - 2)]


_SLICES: list[slice] = []  # made once: they are asked for with every text


def _piece(word: str) -> _Piece:
    read = passage(Field.TEXT, word)
    row, folded = read.tokens, read.folded.text
    if not row:
        return _Piece("", "", "", blank=not folded.strip())
    keys = dict.fromkeys(key for key in read.starts if key != row[0].key)
    keys.update(dict.fromkeys(_capitals(read)))
    tails = dict.fromkeys(_tails(read))
    named = (read.named(row[0]), read.named(row[-1]))
    tight = (not folded[: row[0].start].strip(), not folded[row[-1].end :].strip())
    tail = f"{row[-1].key} "
    return _Piece(
        key=row[0].key,
        tail=tail,
        head=row[0].key[0],
        more=(*keys, *_seams(read)),
        tails=tuple(other for other in tails if other != tail),
        firsts=tuple(_firsts(row, tight[0])) if named[0] and (tight[0] or belongs(word[0])) else (),
        lasts=tuple(_lasts(row)) if named[1] and tight[1] else (),
        whole=row[0].key if len(row) == 1 and named[0] and all(tight) else "",
        line=_line(read),
        tight=tight,
    )


def _capitals(read: Passage) -> Iterator[str]:
    for token in read.tokens:
        if len(token.key) <= _ACRONYM and token.key.isascii():
            start, end = read.folded.span(token.start, token.end)
            if read.folded.origin[start:end].isupper():
                yield token.key.upper()


def _tails(read: Passage) -> Iterator[str]:
    for edges in read.edges:
        yield from (f"{edge.key} " for edge in edges if edge.next == len(read.tokens))


def _seams(read: Passage) -> Iterator[str]:
    for edges in read.edges:
        for edge in edges:
            if edge.next < len(read.tokens):
                yield seam(edge.key, read.tokens[edge.next].key)


def _longer(last: _Name, piece: _Piece) -> _Name:
    return _Name(last.key + piece.whole, 2, last.certain)


def _firsts(row: list[Token], tight: bool) -> Iterator[_Name]:
    """Yield the first word, and that one with its neighbour."""
    if len(row) == 1:
        yield _Name(row[0].key, 1, tight and row[0].key.isascii())
    else:
        yield _Name(row[0].key, 1, False, row[1].key[0])
        yield _Name(row[0].key + row[1].key, 2, False, row[2].key[0] if len(row) > 2 else "")


def _lasts(row: list[Token]) -> Iterator[_Name]:
    yield _Name(row[-1].key, 1, len(row) == 1 and row[0].key.isascii())
    if len(row) > 1:
        yield _Name(row[-2].key + row[-1].key, 2, False)


def _line(read: Passage) -> str:
    row = read.tokens
    parts = [row[0].key]
    for left, right in pairwise(row):
        if not Gap.NAME.allows(read.folded.text[left.end : right.start]):
            parts.append("|")
        parts.append(right.key)
    return " ".join(parts)


class _Pieces(dict[str, _Piece]):
    """Pieces by what is written, cut on first use; forgets all when they are too many."""

    def __missing__(self, word: str) -> _Piece:
        piece = _piece(word)
        if len(word) <= _LONG:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[word] = piece
        return piece


_PIECES = _Pieces()
