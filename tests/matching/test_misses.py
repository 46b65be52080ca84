"""Why an entry does not hit, and what is nearly there."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.also import addition, also, spelled
from matching.context import Context
from matching.distance import allowed, within
from matching.explain import Missed, Missing, why_not
from matching.judge import match_one
from matching.misses import nearest
from matching.names import Names
from matching.plan import plan, printed
from matching.query import parse
from matching.tree import Query
from model import Entry, Field
from tests import loaded
from tests.matching.test_index import entries, queries

NOW = datetime(2026, 5, 1, tzinfo=UTC)
HERE = Path(__file__).parent
FIELDS = {Field.TITLE: "title", Field.TEXT: "text", Field.AUTHOR: "author", Field.URL: "url"}


@cache
def _names() -> Names:
    return Names(loaded.table())


def _rows() -> list[tuple[str, str, str, str, str]]:
    with (HERE / "near-misses.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["query"], row["text"], row["fails"], row["term"], row["near"]) for row in rows]


def _missed(query: str, entry: Entry, source: str = "") -> Missing:
    found = why_not(parse(query), entry, Context(source, NOW), _names())
    assert found is not None
    return found


@pytest.mark.parametrize(("query", "text", "fails", "term", "near"), _rows())
def test_case(query: str, text: str, fails: str, term: str, near: str) -> None:
    """Each query of the table fails at the part, in the way and with the near misses that a reader sees."""
    for entry in (Entry(title=text), Entry(title="…", text=text)):
        found = _missed(query, entry)

        told = ";".join(f"{each.kind.value}:{each.at.text}" for each in found.near) or "-"
        assert (found.kind.value, found.term, told) == (fails, term, near)
        for at in (found.place, *(each.at for each in found.near)):
            assert at is None or text[at.start : at.end] == at.text


def test_many_cases() -> None:
    """There are at least forty cases."""
    assert len(_rows()) >= 40


ITEM = Entry(
    title="Bitcoin rises",
    text="The ETF of Sam Altman is here https://a.example/x",
    author="@cz_binance",
    url="https://www.news.example/solana-story",
    tags=("markets",),
    language="en",
    published=NOW - timedelta(hours=9),
)


@pytest.mark.parametrize(
    ("query", "kind", "term", "place", "actual"),
    [
        ("title:ETF", Missed.ELSEWHERE, "title:ETF", "ETF", ""),
        ("tag:bitcoin", Missed.NO_TAG, "tag:bitcoin", "Bitcoin", ""),
        ("Gazette", Missed.ELSEWHERE, "Gazette", "Gazette", ""),
        ("solana", Missed.ELSEWHERE, "solana", "https://www.news.example/solana-story", ""),
        ("title:/E.F/", Missed.ELSEWHERE, "title:/E.F/", "ETF", ""),
        ("bitcoin near/3 ETF", Missed.OTHER_FIELDS, "bitcoin near/3 ETF", "Bitcoin", ""),
        ("altman near/3 altman", Missed.OVERLAP, "altman near/3 altman", "Altman", ""),
        ("site:other.example ETF", Missed.SITE, "site:other.example", "", "news.example"),
        ("url:other ETF", Missed.ADDRESS, "url:other", "", "https://www.news.example/solana-story"),
        ("from:@sama ETF", Missed.ACCOUNT, "from:@sama", "", "@cz_binance"),
        ("lang:zh ETF", Missed.LANGUAGE, "lang:zh", "", "en"),
        ("ETF age:<6h", Missed.TOO_OLD, "age:<6h", "", ""),
        ("ETF age:>1d", Missed.TOO_YOUNG, "age:>1d", "", ""),
        ("ETF -bitcoin", Missed.EXCLUDED, "-bitcoin", "Bitcoin", ""),
        ("ETF -min:2", Missed.EXCLUDED, "-min:2", "", ""),
        ("ETF gold silver", Missed.NOWHERE, "gold", "", ""),
        ("ETF (gold OR silver)", Missed.NONE_OF, "gold OR silver", "", ""),
    ],
)
def test_what_stands_there_instead(query: str, kind: Missed, term: str, place: str, actual: str) -> None:
    """The first part that fails is named as typed, with what the entry has in its place."""
    found = _missed(query, ITEM, "The Gazette")

    assert (found.kind, found.term, found.actual) == (kind, term, actual)
    assert (found.place.text if found.place else "") == place


def test_each_alternative_tells_its_own() -> None:
    """Of what OR joins, each part says what stands in its place."""
    found = _missed("(title:ETF OR gold) rises", ITEM)

    assert [part.kind for part in found.parts] == [Missed.ELSEWHERE, Missed.NOWHERE]


def test_a_ticker_in_small_letters() -> None:
    """A ticker that is a word in small letters is told to be one."""
    assert _missed("Solana", Entry(title="sol in the sea")).kind is Missed.SMALL


def test_without_a_date_no_age() -> None:
    """What has no date can have no age."""
    assert _missed("ETF age:<6h", replace(ITEM, published=None)).kind is Missed.NO_DATE


@settings(max_examples=300, deadline=None)
@given(queries, entries, st.booleans())
def test_none_exactly_when_it_hits(query: Query, entry: Entry, named: bool) -> None:
    """Whatever does not hit has a reason, whatever hits has none, and every place is where it says."""
    names, context = (_names() if named else None), Context("Sam-AI", NOW)

    found = why_not(query, entry, context, names)

    assert (found is None) == (match_one(query, entry, context, names) is not None)
    near = nearest(plan(query, names), entry, context)
    for at in [each.at for each in (*(found.near if found else ()), *(each for _, each in near))]:
        if at.field in FIELDS:
            assert getattr(entry, FIELDS[at.field])[at.start : at.end] == at.text
    assert found is not None or not near


@settings(max_examples=200, deadline=None)
@given(queries)
def test_a_plan_prints_what_was_typed(query: Query) -> None:
    """What a part is called can be typed again and asks for the same."""
    asked = plan(parse(str(query)))

    assert plan(parse(printed(asked))) == asked


@settings(max_examples=300, deadline=None)
@given(queries, st.sampled_from(["Altmna", "Sam H. Altman", "赵某长鹏", "C#", "a,b"]))
def test_what_is_added_can_be_read_back(query: Query, text: str) -> None:
    """The query with one more spelling says which term it stands for, and is a query that can be typed."""
    query, spelling = parse(str(query)), spelled(text)
    assert spelling is not None
    for each in _leaves(query):
        longer = also(query, each, spelling)
        if longer != query:
            assert parse(str(longer)) == longer
            change = addition(query, longer)
            assert change is None or also(query, *change) == longer


def test_a_fact_has_no_other_spelling() -> None:
    """A language, site or age is what it is: nothing is added beside it."""
    query = parse("lang:it site:bbc.com banca")

    assert also(query, "lang:it", parse("itt")) == query
    assert also(query, "site:bbc.com", parse("bbd")) == query
    assert str(also(query, "banca", parse("banka"))) == "lang:it site:bbc.com (banca OR banka)"


def _leaves(query: Query) -> list[str]:
    asked = plan(query)
    return [each.strip() for each in printed(asked).replace("(", " ").replace(")", " ").split(" OR ")]


def _slow_distance(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the distance of optimal string alignment by its whole table."""
    table = [[row + column for column in range(len(other) + 1)] for row in range(len(one) + 1)]
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            differs = one[row - 1] != other[column - 1]
            best = min(
                table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + differs
            )
            if (
                row > 1
                and column > 1
                and one[row - 1] == other[column - 2]
                and one[row - 2] == other[column - 1]
            ):
                best = min(best, table[row - 2][column - 2] + 1)
            table[row][column] = best
    return table[-1][-1]


@settings(max_examples=500, deadline=None)
@given(st.text("abc", max_size=9), st.text("abc", max_size=9), st.integers(0, 2))
def test_the_distance_is_that_of_the_whole_table(one: str, other: str, limit: int) -> None:
    """A slip is counted as the textbook counts it."""
    assert within(one, other, limit) == (_slow_distance(one, other) <= limit)


@pytest.mark.parametrize(("length", "slips"), [(3, 0), (4, 1), (7, 1), (8, 2), (20, 2)])
def test_longer_words_may_have_more_slips(length: int, slips: int) -> None:
    """Short words have no slips: every other short word would be one."""
    assert allowed(length) == slips
