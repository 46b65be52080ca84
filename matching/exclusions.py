"""Which words of an unwanted hit other hits of the same watches rarely say: what to leave out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from errors import QueryError
from matching.backtest import divided
from matching.context import Context
from matching.habits import (
    Stretches,
    belongs,
    character_pairs,
    folded_text,
    is_word,
    own_words,
    said_words,
    without,
)
from matching.index import WatchIndex
from matching.names import Names
from matching.query import parse
from matching.tree import Not, Query, Word, conjunction
from model import Entry, Item
from text import fold_key

_HITS = 100  # of the newest, on which words are tried
_OTHERS = 100  # items that are no hits, to know of what everybody speaks
_FEWEST = 20  # of those, or short words are not told from words of every day
_SHORT = 5  # letters
_USUAL = 0.05  # of the others: a word of every day
_RARELY = 0.5  # of the other hits: a word that says what is meant
_TRIED = 60  # words
_OFFERED = 3

Asked = tuple[Query, Names | None]
"""What a watch looks for, and under which names."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A word to leave out."""

    word: str
    removed: int  # of the hits


@dataclass(frozen=True, slots=True)
class Exclusions:
    """What could be left out, best first, and on how many hits it was tried."""

    hits: int
    offered: tuple[Exclusion, ...] = ()


def exclusions(asked: Sequence[Asked], unwanted: Item, items: Sequence[Item]) -> Exclusions:
    """Return words of `unwanted` that would have left it out; pure computing, for a thread of its own.

    `items` are what was kept of the last days, newest first. Never offers a word that a query speaks of.
    """
    hits, others = _divided(asked, unwanted, items)
    own = frozenset[str]().union(*(own_words(query, names) for query, names in asked))
    entries = [item.entry for item in hits]
    tried = list(_candidates(unwanted.entry, entries, others, own))[:_TRIED]
    removed = _removed(tried, hits, asked[0][1])
    title = fold_key(unwanted.entry.title)
    rare = [
        (word, count)
        for word, count in zip(tried, removed, strict=True)
        if count
        and count - 1 <= _RARELY * (len(hits) - 1)
        and all(can_add(query, word) for query, _ in asked)
    ]
    rare.sort(key=lambda each: (each[1] == 1, each[0] not in title, -each[1]))
    return Exclusions(len(hits), tuple(Exclusion(*each) for each in _apart(rare))[:_OFFERED])


def excluding(query: Query, word: str) -> Query:
    """Return the query that leaves out what says `word`."""
    return conjunction([query, Not(Word(word))])


def can_add(query: Query, word: str) -> bool:
    """Tell whether the query without `word` can be typed."""
    wanted = excluding(query, word)
    try:
        return parse(str(wanted)) == wanted
    except QueryError:
        return False


def _divided(asked: Sequence[Asked], unwanted: Item, items: Sequence[Item]) -> tuple[list[Item], list[Entry]]:
    """Return the hits, the unwanted one always among them, and some entries that are none."""
    hit = {unwanted.id}
    for query, names in asked:
        hit |= {item.id for item in divided(query, items, names)[0]}
    hits = [unwanted, *(item for item in items if item.id in hit and item.id != unwanted.id)]
    others = [item.entry for item in items if item.id not in hit]
    return hits[:_HITS], others[:: max(1, len(others) // _OTHERS)][:_OTHERS]


def _candidates(
    entry: Entry, hits: Sequence[Entry], others: Sequence[Entry], own: frozenset[str]
) -> Iterator[str]:
    """Yield the telling words of an entry in the order in which they stand, those of the title first."""
    folded = folded_text(entry)
    elsewhere = [folded_text(each) for each in others]
    unknown = len(elsewhere) < _FEWEST
    words = {word for word in said_words(folded) if not unknown or len(word) >= _SHORT}
    told = [without(folded_text(each), own) for each in hits]
    found = _stretches(without(folded, own), [*told, *elsewhere])
    for word in sorted(words | found, key=lambda each: (folded.find(each), -len(each))):
        usual = sum(word in each for each in elsewhere)
        if not belongs(word, own) and usual <= _USUAL * len(elsewhere):
            yield word


def _stretches(running: str, texts: Sequence[str]) -> set[str]:
    """Return the words of running text; `texts` show what belongs together."""
    stretches = Stretches(texts)
    wanted = {pair for pair in character_pairs(running) if is_word(pair)}
    counts = {pair: sum(pair in text for text in texts) for pair in wanted}
    return {
        stretches.grown(pair) for pair, count in counts.items() if stretches.is_whole(pair[0], pair[1], count)
    }


def _removed(words: Sequence[str], hits: Sequence[Item], names: Names | None) -> list[int]:
    """Return how many of the hits say each of the words, as a watch finds it."""
    index = WatchIndex(names)
    for number, word in enumerate(words):
        index.add(number, Word(word))
    counts = [0] * len(words)
    unwanted = set(index.hits(hits[0].entry, Context(hits[0].source_name, hits[0].found)))
    for item in hits:
        for number in index.hits(item.entry, Context(item.source_name, item.found)):
            counts[number] += number in unwanted
    return counts


def _apart(ranked: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Leave out words that begin as a better one does, or are a part of it."""
    kept: list[tuple[str, int]] = []
    for word, count in ranked:
        if not any(word in better or better in word for better, _ in kept):
            kept.append((word, count))
    return kept
