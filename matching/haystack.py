"""Many entries in one text, looked through at once for what may hit a plan: for a hundredth of the price.

Texts in which characters fold one by one are searched as they are written, the others folded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from matching.context import Context
from matching.judge import Judge, Reading
from matching.needles import of_leaf, of_regex
from matching.origins import odd
from matching.plan import All, Fact, Leaf, Pair, Plan, Search, Single, Some
from matching.regexes import searcher
from matching.tree import Name
from model import Entry, Item
from text import fold_key

_END = "\0"  # stands in no text, and parts none of its words
_TEXTUAL = (None, Name.TITLE, Name.TEXT, Name.TAG)


class _Pile:
    """Texts, one behind the other; what they are known by are the numbers they came with."""

    def __init__(self, texts: Iterable[tuple[int, str]]) -> None:
        rows = [(number, f"{text}{_END}".encode("utf-8", "surrogatepass")) for number, text in texts]
        self._numbers = [number for number, _ in rows]
        self._text = b"\0" + b"".join(text for _, text in rows)
        self._ends = list(accumulate((len(text) for _, text in rows), initial=1))[1:]

    def holding(self, next_place: Callable[[bytes, int], int]) -> set[int]:
        """Return the numbers of the texts in which something stands."""
        found: set[int] = set()
        place = next_place(self._text, 0)
        while place >= 0:
            index = bisect_right(self._ends, place - 1)
            found.add(self._numbers[index])
            place = next_place(self._text, self._ends[index] - 1)  # what ends a text may begin the next
        return found


class Haystack:
    """Items, ready to be searched; they are known by their places."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._piles = _piles([_text(item.entry) for item in items])
        self._authors = _places(item.entry.author for item in items)
        self._sources = _places(item.source_name for item in items)

    @cached_property
    def _titles(self) -> tuple[_Pile, _Pile]:
        return _piles([item.entry.title for item in self._items])

    def perhaps(self, asked: Plan) -> set[int] | None:
        """Return the places of all items that the plan may hold for, and of few others; None: any may be."""
        match asked:
            case All(parts):
                known = [some for some in map(self.perhaps, parts) if some is not None]
                return set.intersection(*known) if known else None
            case Some(parts):
                every = list(map(self.perhaps, parts))
                known = [some for some in every if some is not None]
                return set().union(*known) if len(known) == len(every) else None
            case Pair(_, left, right, _):
                return self.perhaps(All((left, right)))
            case Leaf() | Search() | Fact():
                return self._single(asked)
            case _:
                return None

    def _single(self, asked: Leaf | Search | Fact) -> set[int] | None:
        match asked:
            case Leaf():
                return self._leaf(asked)
            case Search(_, pattern, _, field) if field in _TEXTUAL:
                return self._holding(of_regex(pattern), field)
            case Fact(_, Name.FROM, _):
                return self._written_by(asked)
            case _:
                return None

    def _leaf(self, leaf: Leaf) -> set[int] | None:
        if leaf.field in _TEXTUAL:
            found = self._holding(of_leaf(leaf), leaf.field)
            by_author = self._written_by(leaf) if leaf.patterns[0].mention() else set()
            return None if found is None else found | by_author
        if leaf.named:  # others of their names may need a word of the text
            return None
        return self._written_by(leaf) if leaf.field is Name.AUTHOR else self._brought_by(leaf)

    def _holding(self, expression: str, field: Name | None) -> set[int] | None:
        if not expression:
            return None
        next_place = searcher(expression)
        piles = self._titles if field is Name.TITLE else self._piles
        return set().union(*(pile.holding(next_place) for pile in piles))

    def _written_by(self, asked: Single) -> set[int]:
        """Return the places of what is by the authors for whom alone the plan holds."""
        return {
            place
            for author, places in self._authors.items()
            if Judge(Reading(Entry(author=author))).holds(asked)
            for place in places
        }

    def _brought_by(self, asked: Single) -> set[int]:
        return {
            place
            for source, places in self._sources.items()
            if Judge(Reading(Entry()), Context(source)).holds(asked)
            for place in places
        }


def _piles(texts: Sequence[str]) -> tuple[_Pile, _Pile]:
    """Return all texts as they are written, and those with an odd character folded."""
    raw = _Pile(enumerate(texts))
    apart = sorted(raw.holding(searcher(odd())))
    return raw, _Pile((place, fold_key(texts[place])) for place in apart)


def _text(entry: Entry) -> str:
    return "\n".join((entry.title, entry.text, *entry.tags))


def _places(values: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, value in enumerate(values):
        found[value].append(place)
    return found
