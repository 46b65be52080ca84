"""How a query could ask for less: conditions that would have left out many of its hits, and kept some.

candidates   from the query (title only, a phrase, near each other, as written) and its hits (a source, a
             language, a word that many of them say and hardly any other entry does)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from errors import QueryError
from matching.habits import own_words, typical_words
from matching.language import language
from matching.names import Names
from matching.query import parse
from matching.tree import (
    And,
    Everything,
    Exact,
    In,
    Name,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Tag,
    Word,
    conjunction,
    terms,
)
from model import Entry, Item

_NEAR = 5  # words between two that belong together
_SEVERAL = 0.1  # of the hits: a second language that is no accident
_READ = 40  # hits whose language is found out


class Kind(StrEnum):
    """In which way a query is tightened; the first of those that do the same is offered."""

    TITLE = "title"
    SOURCE = "source"
    PHRASE = "phrase"
    NEAR = "near"
    EXACT = "exact"
    LANGUAGE = "language"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A tighter query, as it is read when it is typed, and what of it is new: that decides among the hits."""

    kind: Kind
    query: Query
    condition: Query
    what: str = ""  # the word, source, language or phrase that it is about


def title_only(query: Query) -> Query | None:
    """Return the query with what it asks of any field asked of the title, None where it asks nothing so.

    Raises QueryError where that is too long or too deep.
    """
    found = next(_in_title(query), None)
    return None if found is None else parse(str(found.query))


def anywhere(query: Query) -> Query | None:
    """Return the query with what it asks of the title alone asked of any field, None where it asks otherwise.

    Raises QueryError where that is too long or too deep.
    """
    parts = _parts(query)
    titles = [part for part in parts if isinstance(part, In) and part.field is Name.TITLE]
    if not titles or any(map(_is_anywhere, parts)):
        return None
    opened = [part.part if isinstance(part, In) and part in titles else part for part in parts]
    return parse(str(conjunction(opened)))


def as_phrase(query: Query) -> Query | None:
    """Return the words of a query side by side as a phrase, None where it asks anything else.

    Raises QueryError where that is too long.
    """
    words = [part.text for part in _parts(query) if isinstance(part, Word)]
    return parse(str(Phrase(" ".join(words)))) if len(words) == len(_parts(query)) > 1 else None


def as_words(query: Query) -> Query | None:
    """Return a phrase as its words, wherever each stands; None where the query is no phrase of several words.

    Raises QueryError where one of them means something else alone.
    """
    words = query.text.split() if isinstance(query, Phrase) else []
    return parse(str(conjunction([Word(each) for each in words]))) if len(words) > 1 else None


def candidates(
    query: Query, hits: Sequence[Item], others: Sequence[Entry], names: Names | None
) -> Iterator[Candidate]:
    """Yield tighter queries; `others` are entries that are no hits."""
    for each in _possible(query, hits, others, names):
        try:
            yield replace(each, query=parse(str(each.query)))
        except QueryError:  # too long, too deep, or a name that cannot be typed
            continue


def _possible(
    query: Query, hits: Sequence[Item], others: Sequence[Entry], names: Names | None
) -> Iterator[Candidate]:
    yield from _in_title(query)
    yield from _together(query)
    yield from _as_written(query)
    for kind, what, condition in _conditions(query, hits, others, names):
        yield Candidate(kind, conjunction([query, condition]), condition, what)


def _conditions(
    query: Query, hits: Sequence[Item], others: Sequence[Entry], names: Names | None
) -> Iterator[tuple[Kind, str, Query]]:
    yield from _without_noisiest(hits)
    yield from _in_main_language(query, hits)
    entries = [item.entry for item in hits]
    for word in typical_words(entries, others, own_words(query, names)):
        yield Kind.WORD, word, Not(Word(word))


def _parts(query: Query) -> tuple[Query, ...]:
    return query.parts if isinstance(query, And) else (query,)


def _in_title(query: Query) -> Iterator[Candidate]:
    """Yield the query with all that is asked of any field asked of the title."""
    anywhere = [part for part in _parts(query) if _is_anywhere(part)]
    if anywhere:
        rest = [part for part in _parts(query) if not _is_anywhere(part)]
        condition = In(Name.TITLE, conjunction(anywhere))
        yield Candidate(Kind.TITLE, conjunction([condition, *rest]), condition)


def _is_anywhere(query: Query) -> bool:
    match query:
        case Not() | In() | Everything():
            return False
        case And(parts) | Or(parts):
            return all(map(_is_anywhere, parts))
        case _:
            return True


def _without_noisiest(hits: Sequence[Item]) -> Iterator[tuple[Kind, str, Query]]:
    counts = Counter(item.source_name for item in hits)
    [(noisiest, _)] = counts.most_common(1)
    if noisiest and len(counts) > 1:
        yield Kind.SOURCE, noisiest, without_source(noisiest)


def without_source(name: str) -> Query:
    """Return the condition that what a source of that name brought is no hit."""
    plain = name.isalnum()
    return Not(In(Name.SOURCE, Word(name) if plain else Phrase(" ".join(name.replace('"', " ").split()))))


def _together(query: Query) -> Iterator[Candidate]:
    """Yield the query with its words side by side as a phrase, and with two of them near each other."""
    parts = _parts(query)
    for index, (left, right) in enumerate(pairwise(parts)):
        if isinstance(left, Word) and isinstance(right, Word):
            before, after = parts[:index], parts[index + 2 :]
            phrase, near = Phrase(f"{left.text} {right.text}"), Near(left, right, _NEAR)
            yield Candidate(Kind.PHRASE, conjunction([*before, phrase, *after]), phrase, str(phrase))
            yield Candidate(Kind.NEAR, conjunction([*before, near, *after]), near)
    words = [part.text for part in parts if isinstance(part, Word)]
    if len(words) == len(parts) > 2:
        phrase = Phrase(" ".join(words))
        yield Candidate(Kind.PHRASE, phrase, phrase, str(phrase))


def _as_written(query: Query) -> Iterator[Candidate]:
    """Yield the query with one of its words exactly as written; in small letters, as a name is written."""
    for term in dict.fromkeys(terms(query)):
        if not isinstance(term, Word | Tag):
            continue
        forms = [term.text] if term.text != term.text.lower() or not term.text.isascii() else []
        for form in forms or dict.fromkeys((term.text[0].upper() + term.text[1:], term.text.upper())):
            tighter = _replaced(query, term, Exact(form))
            if tighter != query:
                yield Candidate(Kind.EXACT, tighter, tighter, form)


def _replaced(query: Query, old: Query, new: Query) -> Query:
    """Return the query with one wanted term replaced; what is negated stays."""
    match query:
        case And(parts):
            return And(tuple(_replaced(part, old, new) for part in parts))
        case Or(parts):
            return Or(tuple(_replaced(part, old, new) for part in parts))
        case In(field, part):
            return In(field, _replaced(part, old, new))
        case _:
            return new if query == old else query


def _in_main_language(query: Query, hits: Sequence[Item]) -> Iterator[tuple[Kind, str, Query]]:
    if any(isinstance(part, In) and part.field is Name.LANG for part in _parts(query)):
        return
    read = [language(item.entry).partition("-")[0].lower() for item in hits[:_READ]]
    counts = Counter(filter(None, read)).most_common(2)
    if len(counts) > 1 and counts[1][1] >= _SEVERAL * len(read):
        yield Kind.LANGUAGE, counts[0][0], In(Name.LANG, Word(counts[0][0]))
