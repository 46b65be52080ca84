"""What is looked through at once must miss nothing that judging each entry by itself finds."""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from errors import QueryError
from matching.context import Context
from matching.haystack import Haystack
from matching.index import match_one
from matching.names import Names
from matching.origins import odd, origins
from matching.plan import plan
from matching.query import Query, parse
from matching.regexes import searcher
from model import Entry, Item
from tests import loaded
from tests.matching.test_index import entries as any_entry
from tests.matching.test_index import queries as any_query
from text import alone, fold_key

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
CASES = Path(__file__).parent


@cache
def _names() -> Names:
    return Names(loaded.table())


def _items(entries: list[Entry], source: str = "CoinDesk") -> list[Item]:
    return [Item(number, 1, source, entry, NOW) for number, entry in enumerate(entries)]


def _passed(query: Query, items: list[Item], hay: Haystack) -> list[Item]:
    """Return the items that the haystack passes over."""
    perhaps = hay.perhaps(plan(query, _names()))
    return [] if perhaps is None else [item for place, item in enumerate(items) if place not in perhaps]


def _missed(query: Query, items: list[Item], hay: Haystack) -> list[Item]:
    """Return the items that the query hits and the haystack passes over."""
    return [each for each in _passed(query, items, hay) if _hits(query, each)]


def _hits(query: Query, item: Item) -> bool:
    return match_one(query, item.entry, Context(item.source_name, NOW), _names()) is not None


@cache
def _rows() -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for path in sorted(CASES.glob("cases*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            read = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            rows += [(row[0], row[1]) for row in read if row[1:]]
    return rows


def _entry(text: str) -> Entry:
    if not text.startswith("{"):
        return Entry(title="", text=text.replace("\\n", "\n"))
    facts = json.loads(text)
    return Entry(
        title=facts.get("title", ""),
        text=facts.get("text", ""),
        author=facts.get("author", ""),
        url=facts.get("url", ""),
        tags=tuple(facts.get("tags", ())),
    )


@pytest.mark.parametrize("share", [0.02, pytest.param(1, marks=pytest.mark.slow)])
def test_every_case_is_found(share: float) -> None:
    """Each query of the cases finds in all its texts, and in a share of the others, what it finds in each."""
    items = _items([_entry(text) for _, text in _rows()])
    hay, random = Haystack(items), Random(1)
    missed = []
    for words in dict.fromkeys(words for words, _ in _rows()):
        try:
            query = parse(words)
        except QueryError:
            continue
        passed = _passed(query, items, hay)
        own = [each for each in passed if _rows()[each.id][0] == words]
        others = random.sample(passed, round(len(passed) * share))
        missed += [(words, each.entry) for each in own + others if _hits(query, each)]
    assert not missed


@settings(deadline=None)
@given(any_query, st.lists(any_entry, min_size=1, max_size=8))
def test_whatever_is_asked_nothing_is_missed(query: Query, entries: list[Entry]) -> None:
    """Whatever is asked of whatever was said, nothing is passed over."""
    items = _items(entries, "Binance")
    assert not _missed(query, items, Haystack(items))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("straße", "STRASSE"),
        ("strasse", "Die Straße"),
        ("10000", "10,000 coins"),
        ("USA", "the U.S.A. said"),
        ("OReilly", "O'Reilly"),
        ("altman", "Ａltman and 𝐀𝐋𝐓𝐌𝐀𝐍"),
        ("bitcoin", "bit\u00adcoin"),
        ("赵长鹏", "趙\u200b長鵬"),
        ("ガス", "ｶﾞｽ"),
        ("삼성전자", "삼성 전자는"),
        ("مصر", "مِصْر"),
        ("cafe", "cafe\u0301"),
        ("ﬁn", "the fin"),
        ("𠮷野家", "𠮷野家です"),
        ("3.5", "GPT-3.5"),
        ("C++", "in C++."),
        ("at&t", "AT&T5 rose"),
        ("/z[eé]lensk/i", "Zelensky"),
        ("/ΣΊΣΥΦΟΣ/i", "σίσυφος"),
        ("nu", "https://x.org/éa nu"),
        ("éa", "https://x.org/éa"),
    ],
)
def test_odd_letters_hide_nothing(words: str, text: str) -> None:
    """Ligatures, accents, invisible signs and rare characters do not hide what was said."""
    items = _items([Entry(text=text), Entry(title=text)])
    assert not _missed(parse(words), items, Haystack(items))


def test_every_character_is_known_by_what_it_folds_to() -> None:
    """Whatever character a text is written in, folding it by itself is what the search reckons with."""
    next_odd = searcher(odd())
    for char in map(chr, range(sys.maxunicode + 1)):
        category = unicodedata.category(char)
        if category in ("Cs", "Cn", "Co") and char != "\uffff":
            continue
        even = next_odd(char.encode(), 0) < 0
        if even:
            assert char in origins(alone(char)), hex(ord(char))
            assert fold_key(f"a{char}b") == f"a{alone(char)}b", hex(ord(char))


def test_it_narrows() -> None:
    """Of many entries only those that may be meant are looked at closely."""
    items = _items([Entry(title=f"number {number}") for number in range(100)] + [Entry(title="趙長鵬")])
    assert Haystack(items).perhaps(plan(parse("赵长鹏"), _names())) == {100}
