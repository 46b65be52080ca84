"""Index, judge and slow matcher must agree, whatever the table of names and many scripts come up with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import opencc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from errors import QueryError
from matching.aliases import Entity, Table
from matching.context import Context
from matching.index import WatchIndex, match_one
from matching.names import Names
from matching.query import parse
from matching.stored import from_json, tree_json
from matching.tree import Query
from model import Entry, Field
from tests import loaded
from tests.matching.reference import Reference

NOW = datetime(2026, 5, 1, tzinfo=UTC)
OTHERS = [
    *(Path(__file__).parent / "fuzz-words.txt").read_text(encoding="utf-8").split(),
    *("\u200b", "\u00ad", "\u0301", "\uff9e"),
]
GAPS = [
    " ",
    " ",
    " ",
    "\n",
    ", ",
    "-",
    "",
    "",
    "·",
    ". ",
    "_",
    " #",
    " – ",
    "\u200b",
    "、",
    "'s ",
    "’s ",
    "s ",
]
GAPS += [" https://a.b/ai ", ": ", "・", " @", " $", "/", "\u00a0", "“", "” "]
SIGNS = [
    " ",
    " ",
    " OR ",
    " | ",
    " -",
    " NOT ",
    " (",
    ") ",
    " AND ",
    " near/2 ",
    "* ",
    " =",
    ' ="',
    '"',
    " #",
]
SIGNS += [" title:", " text:", " tag:", " author:", " -title:(", " source:", " lang:it ", " age:<6h ", ", "]


@cache
def _table() -> Table:
    return loaded.table()


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


def _converted(name: str) -> Callable[[str], str]:
    return lambda text: str(_converter(name).convert(text))


def _wide(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


FORMS: list[Callable[[str], str]] = [
    *(str, str, str, str.lower, str.upper, str.title, str.swapcase, _wide),
    *map(_converted, ("s2t", "t2s", "s2tw", "s2hk")),
    *(lambda text: text.replace(" ", ""), lambda text: text.replace(" ", "-"), lambda text: text[1:]),
    *(lambda text: text[:-1], "\u200b".join, lambda text: f"{text}s"),
]


def _said_of(entity: Entity) -> list[str]:
    """Return whatever the table says of somebody, in a text or a query."""
    names = [name.text for name in (*entity.strong, *entity.weak)]
    inside = [each for name in (*entity.strong, *entity.weak) for each in name.not_in[:3]]
    signs = [*(f"${each}" for each in entity.cashtags), *(f"@{each}" for each in entity.accounts)]
    return [*names, *entity.tickers, *entity.cashtags, *signs, *entity.contexts[:6], *inside]


@st.composite
def _pools(draw: st.DrawFn) -> list[str]:
    """Draw the few words that both queries and texts are made of, so that they meet."""
    people = draw(st.lists(st.sampled_from(list(_table())), min_size=0, max_size=2))
    words = [word for each in people for word in _said_of(each)]
    more = draw(st.lists(st.sampled_from(OTHERS), min_size=1, max_size=6))
    if draw(st.booleans()):
        more.append(draw(st.text(min_size=1, max_size=4)))
    return [*words, *more]


def _row(draw: st.DrawFn, pool: list[str], gaps: list[str], longest: int) -> str:
    some = draw(st.lists(st.tuples(st.sampled_from(pool), st.sampled_from(FORMS), st.sampled_from(gaps))))
    return "".join(form(word) + gap for word, form, gap in some[:longest])


@st.composite
def _worlds(draw: st.DrawFn) -> tuple[list[Query], Entry, str]:
    """Draw queries as they may be typed, an entry, and its source."""
    pool = draw(_pools())
    watches: list[Query] = []
    for _ in range(draw(st.integers(1, 4))):
        try:
            watches.append(parse(_row(draw, pool, SIGNS, 4)))
        except QueryError as error:
            if error.suggestion:
                watches.append(parse(error.suggestion))
    entry = Entry(
        title=_row(draw, pool, GAPS, 6),
        text=_row(draw, pool, GAPS, 9),
        author=draw(st.sampled_from(["", "@sama", *pool])),
        tags=tuple(draw(st.lists(st.sampled_from(pool), max_size=2))),
        url=draw(st.sampled_from(["", "https://www.a.b/AI"])),
        language=draw(st.sampled_from(["en", "it", "zh-TW", ""])),
        published=draw(st.sampled_from([None, NOW - timedelta(hours=1), NOW - timedelta(days=3)])),
    )
    return watches, entry, draw(st.sampled_from(["", *pool]))


def _agree(world: tuple[list[Query], Entry, str], named: bool) -> None:
    watches, entry, source = world
    table = _table() if named else None
    names, context = (Names(table) if table is not None else None), Context(source, NOW)
    index = WatchIndex(names)
    for number, query in enumerate(watches):
        index.add(number, query)

    hits = {hit.watch_id: hit.reasons for hit in index.match(entry, context)}

    assert sorted(index.hits(entry, context)) == sorted(hits)
    reference = Reference(entry, source, NOW, table)
    fields = {Field.TITLE: entry.title, Field.TEXT: entry.text, Field.AUTHOR: entry.author}
    for number, query in enumerate(watches):
        reasons = match_one(query, entry, context, names)
        assert hits.get(number) == reasons, str(query)
        assert (reasons is not None) == reference.holds(query), str(query)
        assert parse(str(query)) == query
        assert from_json(tree_json(query)) == query
        for reason in reasons or ():
            if reason.field in fields and reason.text:
                assert fields[reason.field][reason.start : reason.end] == reason.text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("ПолГрэм", "Пол Грэм "),  # found by its parts and as one word
        ("台风 台风", "台风 "),  # the same word twice
        ("-(-(CZ OR =@sama))", "x"),
        ("Paradigm near/2 Paradigm*", "Paradigm Capital Matt Huang Paradigm"),  # how long is the first one?
    ],
)
def test_what_was_found(typed: str, text: str) -> None:
    """What the fuzzer once found stays mended."""
    _agree(([parse(typed)], Entry(text=text, author="@sama"), ""), named=False)


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(_worlds(), st.booleans())
def test_all_three_agree(world: tuple[list[Query], Entry, str], named: bool) -> None:
    """What is found does not depend on how it is looked for: a slow, plain reading says the same."""
    _agree(world, named)


@pytest.mark.slow
@settings(max_examples=400_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(_worlds(), st.booleans())
def test_all_three_agree_for_hours(world: tuple[list[Query], Entry, str], named: bool) -> None:
    """The same, for hours."""
    _agree(world, named)
