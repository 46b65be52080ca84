"""A quick look at an entry: which keys it has, at a tenth of the price of reading it carefully.

`sure` are keys at which a careful reading finds something, `maybe` further ones at which it may; what is in
neither is not there. Running text of scripts without spaces is looked at as pairs of characters, in numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from operator import add
from typing import Literal

from matching.cuttings import BLANK, BREAK, STOP, Cutting, Cuttings, End
from matching.keys import LOOSE, UTF_16, author_key, first_threes, is_plain, joined_key
from matching.reading import MAX_TOGETHER, Passage, passage, read
from matching.scripts import shows_traditional
from matching.terms import DOTS
from model import Entry, Field
from text import SPACELESS, fold, fold_key, runs, stems

# Of scripts without spaces, but not plain: they have marks, or take four bytes in UTF-16.
_DEMANDING = re.compile(
    "[\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecf\u0edc-\u0edf\u1780-\u17d3\u17d7\u17dc\u17dd\u1000-\u103f\u1050-\u108f"
    "\u109a-\u109d\uaa60-\uaa7f\U00020000-\U0003ffff]"
)
# What folds to a character of a script without spaces: half-width kana, what is circled, squared or combined.
_RUNNING = re.compile(f"[{SPACELESS}\u3192-\u319f\u3200-\u33ff\uff66-\uff9d\U0001f200-\U0001f2ff]")
_STOPS = "\u3001\u3002\u3008-\u300b\u3010\u3011"  # no part of a word, and with them addresses end
_APART = rf"\s{SPACELESS}\uff66-\uff9d{_STOPS}"
_SIGNS = r"!-/:-@\[-`{-~\u2010-\u2027\u2030-\u205e\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_BETWEEN = re.compile(rf"[{_SIGNS}]*[^{_APART}{_SIGNS}][^{_APART}]*")  # more than signs
_SOLID = re.compile(rf"[{SPACELESS}\uff66-\uff9d]+")
_DOT = re.compile(f"[{DOTS}]")


class Look:
    """What a quick look sees; grows more exact by `passages`, which reads carefully."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.fields = [part for part in (entry.title, entry.text, *entry.tags) if part]
        self.origin = origin = "\n".join(self.fields)
        self.running = not origin.isascii() and _RUNNING.search(origin) is not None
        self.maybe: set[str] = set()
        self.folded = ""
        self.exact = True  # whether each character of running text is a word of its own
        self._row = row = list(chain.from_iterable(map(self._cut, self.fields)))
        self.sure = {cutting.key for cutting in row}
        self.sure.update(map(add, [cutting.tail for cutting in row], [cutting.head for cutting in row[1:]]))
        for cutting in [cutting for cutting in row if cutting.more]:
            self.sure.update(cutting.more)
            self.maybe.update(cutting.joined)
        for index in [index for index, cutting in enumerate(row) if cutting.odd]:
            self._meet(index)
        for index in [index for index, cutting in enumerate(row) if cutting.firsts]:
            self._add_names(index)
        if self.running:
            self._run()
        if entry.author:
            author = fold_key(entry.author)
            self.sure.update((author_key(author.lstrip("@")), author_key(author.strip())))

    def _cut(self, field: str) -> list[Cutting]:
        if not self.running:
            row = list(map(_CUTTINGS.__getitem__, field.split()))
            row.append(BREAK)
            return [cutting for cutting in row if cutting is not BLANK] if BLANK in row else row
        row = [BREAK]
        end = 0
        for found in _BETWEEN.finditer(field):
            gap = field[end : found.start()]
            if gap and not gap.isspace():
                row.append(BREAK if _SOLID.search(gap) else STOP)
            row.append(_CUTTINGS[found[0]])
            end = found.end()
        row.append(BREAK)
        return row

    def _meet(self, index: int) -> None:
        """Add the words that meet around what is no word at `index`, or at its beginning."""
        before = index - 1
        while before >= 0 and not self._row[before].key and self._row[before] is not BREAK:
            before -= 1
        after = index
        while after < len(self._row) and not self._row[after].key and self._row[after] is not BREAK:
            after += 1
        if before >= 0 and after < len(self._row):
            self.sure.add(self._row[before].last + LOOSE + self._row[after].key)

    def _add_names(self, index: int) -> None:
        """Add the names that end in the cutting at `index` and began before it."""
        if not index or not (before := self._row[index - 1]).lasts:
            return
        for last in before.lasts:
            self._join(last, index)
        if before.whole and index > 1:
            for last in self._row[index - 2].lasts:
                if last.words == 1:
                    certain = last.certain and before.lasts[0].certain
                    self._join(End(last.key + before.whole, 2, certain), index)

    def _join(self, last: End, index: int) -> None:
        for first in self._row[index].firsts:
            if last.words + first.words > MAX_TOGETHER:
                continue
            name = last.key + first.key
            (self.sure if last.certain and first.certain else self.maybe).add(name)
            self.maybe.add(joined_key(name))
            if not name.isascii():
                for stem in stems(name):
                    self.maybe.update((stem, joined_key(stem)))

    def _run(self) -> None:
        """Fold running text; find what it has beside plain characters."""
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
        """The folded running text, and once more without dots where they part foreign names."""
        return (self.folded, self.undotted) if self.undotted is not self.folded else (self.folded,)

    @cached_property
    def undotted(self) -> str:
        """The folded text without the dots that part foreign names."""
        return _DOT.sub("", self.folded) if _DOT.search(self.folded) else self.folded

    def pairs(self) -> Iterator[list[int]]:
        """Yield the pairs of characters, as numbers, in a few rows."""
        for text in self.runnings:
            yield from _numbers(text, "I", 2)

    def triples(self) -> Iterator[Iterator[int]]:
        """Yield each three characters that follow each other, as numbers."""
        for text in self.runnings:
            for row in _numbers(text + "\0", "Q", 4):
                yield first_threes(row)

    def beginnings(self, length: int) -> set[str]:
        """Return the keys of how its words begin, with `length` characters."""
        return {f"{key[:length]}*" for key in (*self.sure, *self.maybe)}

    @cached_property
    def lines(self) -> tuple[str, str]:
        """All words in their order, with "|" where the words of a name do not part; the same without "|"."""
        parts: list[str] = []
        ended = False
        for cutting in self._row:
            if cutting.line:
                if cutting.odd or not ended:
                    parts.append("|")
                parts.append(cutting.line)
                ended = cutting.ended
            else:
                ended = False
        names = f" {' '.join(parts)} "
        return names, names.replace(" |", "")

    @cached_property
    def text(self) -> str:
        """All fields, folded."""
        return self.folded or fold_key(self.origin)

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


def _numbers(text: str, code: Literal["I", "Q"], characters: int) -> Iterator[list[int]]:
    data = memoryview(text.encode(UTF_16, "surrogatepass"))
    for begin in range(0, characters * 2, 2):
        length = (len(data) - begin) // (characters * 2) * characters * 2
        yield data[begin : begin + max(0, length)].cast(code).tolist()


_CUTTINGS = Cuttings()
