"""Folding and cutting text, which matching, stories and search share."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from text import fold, fold_key, graphemes, simplified, stems, words

AWKWARD = st.text(
    "aA é\u0301ﬁß™…趙长ｶﾞカ゛\u3099\u200b\u00ad\ufe0fำกน้مـحّ가각ᄀ\u1161İı½\U0001f600\u200d‑", max_size=20
)


@settings(max_examples=500, deadline=None)
@given(st.one_of(AWKWARD, st.text(max_size=30)))
def test_offsets_lead_back(text: str) -> None:
    """Every stretch of folded text has its place in the original, in order and without gaps."""
    folded = fold(text)

    last = 0
    for index in range(len(folded.text)):
        start, end = folded.span(index, index + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last
        last = start
    if folded.text:
        assert folded.span(0, len(folded.text))[1] == len(text)


@settings(max_examples=300, deadline=None)
@given(st.text("aAéﬁß™…趙长ｶカがกจไحأ가힣İı½Æж٢\u00ad\u200b -", max_size=20))
def test_folding_twice_is_folding_once(text: str) -> None:
    """Text that is folded already is not changed by folding."""
    once = fold_key(text)

    assert fold_key(once) == once


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＡＩ＃１", "ai#1"),
        ("É e\u0301", "e e"),
        ("趙長鵬", "赵长鹏"),
        ("Straße", "STRASSE"),
        ("ﬁn", "fin"),
        ("ｶﾞｰ", "ガー"),
        ("Alt\u00adman\u200b", "altman"),
        ("مُحَـمَّد", "محمد"),
        ("أحمد", "احمد"),
        ("٢٠٢٥", "2025"),
        ("İ", "i"),
        ("Łódź", "lodz"),
        ("ё", "е"),
    ],
)
def test_folds_alike(one: str, other: str) -> None:
    """What people do not mean to distinguish folds to the same text."""
    assert fold_key(one) == fold_key(other)


@pytest.mark.parametrize(("one", "other"), [("й", "и"), ("が", "か"), ("ก่า", "กา"), ("हि", "ह")])
def test_folds_apart(one: str, other: str) -> None:
    """Marks that make another letter are kept."""
    assert fold_key(one) != fold_key(other)


def test_hit_at_a_ligature_and_a_mark() -> None:
    """A hit that ends within a ligature or before an accent shows the whole character."""
    assert fold("ﬁn").span(0, 1) == (0, 1)
    assert fold("cafe\u0301!").span(0, 4) == (0, 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("O'Reilly, l'AI, Bitcoin’s!", ("oreilly", "l", "ai", "bitcoin")),
        ("C++ C# S&P500 AT&T U.S. 5.5 1,000", ("c++", "c#", "s&p", "500", "at&t", "us", "5.5", "1000")),
        ("AI投资https://a.b/c。", ("ai", "投", "资")),
        ("삼성SDI는", ("삼성", "sdi", "는")),
        ("น้ำ", ("น\u0e49\u0e4d", "า")),
    ],
)
def test_words(text: str, expected: tuple[str, ...]) -> None:
    """Text is cut into the words a reader sees; scripts without spaces into characters."""
    assert words(text) == expected


def test_particles() -> None:
    """A Korean word may be a noun with particles; a word of another script has none."""
    assert stems("비트코인에서") == ["비트코인"]
    assert stems("bitcoin") == []


def test_every_chinese_character_keeps_its_place() -> None:
    """Conversion to simplified characters never moves the text behind it."""
    everything = "".join(map(chr, [*range(0x3400, 0xA000), *range(0x20000, 0x20400)]))

    assert len(simplified(everything)) == len(everything)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("abc", 5, "abc"),
        ("abc", 2, "ab"),
        ("e\u0301e\u0301", 3, "e\u0301"),
        ("👩\u200d👩\u200d👧x", 4, ""),
        ("", 0, ""),
    ],
)
def test_graphemes(text: str, limit: int, expected: str) -> None:
    """Cutting never tears a character that the reader sees as one."""
    assert graphemes(text, limit) == expected
