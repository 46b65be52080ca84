"""What stands between two white spaces, cut into words once and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from matching.keys import LOOSE, TIGHT, joined_key
from matching.reading import Passage, passage
from matching.terms import Gap
from model import Field
from text import Token, belongs

_LONG = 40  # code points; longer pieces are addresses, each seen once
_REMEMBERED = 100_000
_ACRONYM = 6  # letters of a word that has a key of its own when it is written in capitals


@dataclass(frozen=True, slots=True, eq=False)
class End:
    """How a cutting begins or ends where it may be a part of a name written with spaces."""

    key: str
    words: int  # of the name, that `key` holds
    certain: bool


_NONE = "\n"  # stands in no key


@dataclass(frozen=True, slots=True, eq=False)
class Cutting:
    """The keys of what stands between two white spaces."""

    key: str = ""  # of its first word; "" when it has none
    head: str = _NONE  # the same, when the cutting begins with it
    tail: str = _NONE  # its last word, and how it meets the next that begins its cutting
    more: tuple[str, ...] = ()  # further keys, and words that meet
    joined: tuple[str, ...] = ()  # further keys that are not simply a word
    firsts: tuple[End, ...] = ()
    lasts: tuple[End, ...] = ()
    whole: str = ""  # the word, when it is one word and may stand in the middle of a name
    line: str = ""  # its words, with "|" between two that are parted by more than the words of a name are
    last: str = ""  # its last word
    odd: bool = False  # it does not begin with a word

    ended: bool = False  # it ends with a word


BLANK = Cutting()  # nothing that can be seen
BREAK = Cutting(line=_NONE)  # the end of a field, or a character of running text
STOP = Cutting(odd=True)  # what parts words


class Cuttings(dict[str, Cutting]):
    """Cuttings by what is written, made on first use; forgets all when they are too many."""

    def __missing__(self, word: str) -> Cutting:
        made = _cut(word)
        if len(word) <= _LONG:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[word] = made
        return made


def _cut(word: str) -> Cutting:
    read = passage(Field.TEXT, word)
    row, folded = read.tokens, read.folded.text
    if not row:
        return STOP if folded.strip() else BLANK
    begins, ends = not folded[: row[0].start].strip(), not folded[row[-1].end :].strip()
    simple = {token.key for token in row}
    joined = dict.fromkeys(edge.key for ways in read.edges for edge in ways[1:])
    named = (read.named(row[0]), read.named(row[-1]))
    more = dict.fromkeys((*simple, *read.starts, *_capitals(read), *_meetings(read)))
    del more[row[0].key]
    return Cutting(
        key=row[0].key,
        head=row[0].key if begins else _NONE,
        tail=row[-1].key + (TIGHT if ends else LOOSE),
        more=tuple(more),
        joined=tuple(map(joined_key, joined)),
        firsts=tuple(_firsts(row, begins)) if named[0] and (begins or belongs(word[0])) else (),
        lasts=tuple(_lasts(row)) if named[1] and ends else (),
        whole=row[0].key if len(row) == 1 and named[0] and begins and ends else "",
        line=_line(read),
        last=row[-1].key,
        odd=not begins,
        ended=ends,
    )


def _capitals(read: Passage) -> Iterator[str]:
    for token in read.tokens:
        if len(token.key) <= _ACRONYM and token.key.isascii():
            start, end = read.folded.span(token.start, token.end)
            if read.folded.origin[start:end].isupper():
                yield token.key.upper()


def _meetings(read: Passage) -> Iterator[str]:
    for left, right in pairwise(read.tokens):
        yield left.key + _gap(read, left, right) + right.key


def _gap(read: Passage, left: Token, right: Token) -> str:
    return TIGHT if Gap.NAME.allows(read.folded.text[left.end : right.start]) else LOOSE


def _firsts(row: list[Token], tight: bool) -> Iterator[End]:
    """Yield the first word, and that one with its neighbour."""
    if len(row) == 1:
        yield End(row[0].key, 1, tight and row[0].key.isascii())
    else:
        yield End(row[0].key, 1, False)
        yield End(row[0].key + row[1].key, 2, False)


def _lasts(row: list[Token]) -> Iterator[End]:
    yield End(row[-1].key, 1, len(row) == 1 and row[0].key.isascii())
    if len(row) > 1:
        yield End(row[-2].key + row[-1].key, 2, False)


def _line(read: Passage) -> str:
    row = read.tokens
    parts = [row[0].key]
    for left, right in pairwise(row):
        if _gap(read, left, right) is LOOSE:
            parts.append("|")
        parts.append(right.key)
    return " ".join(parts)
