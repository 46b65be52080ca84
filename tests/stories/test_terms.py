"""What of a title is compared: the outlet's name and labels go, words become terms, round-ups are known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stories.digests import is_digest
from stories.headline import headline
from stories.score import Score
from stories.terms import shown, terms_of


@pytest.mark.parametrize(
    ("title", "outlet", "said"),
    [
        ("Storm hits the coast of Norland - BBC News", "", "Storm hits the coast of Norland"),
        ("Storm hits the coast of Norland | The Guardian", "The Guardian", "Storm hits the coast of Norland"),
        ("Incendio al porto di Genova - Genova - ANSA", "ANSA", "Incendio al porto di Genova"),
        ("BREAKING: Storm hits the coast", "Herald", "Storm hits the coast"),
        ("快讯：诺得交易所热钱包被盗", "吴说", "诺得交易所热钱包被盗"),
        ("台积电宣布在德国建第二座晶圆厂_新浪新闻", "新浪新闻", "台积电宣布在德国建第二座晶圆厂"),
        ("Arden Rovers beat Millford - and go top of the league", "BBC", ""),
        ("Spider-Man returns to the cinemas", "IGN", ""),
        ("Live", "BBC", ""),
    ],
)
def test_a_title_is_read_without_its_outlet(title: str, outlet: str, said: str) -> None:
    """What every title of an outlet carries says nothing about the story; what is part of the title stays."""
    assert headline(title, outlet) == (said or title)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("1.5 million", "1,500,000"),
        ("120,000", "120.000"),
        ("12万", "120,000"),
        ("4200万", "42 million"),
        ("30亿", "3 billion"),
        ("3 miliardi", "3 billion"),
        ("5 млрд", "5bn"),
    ],
)
def test_one_number_in_two_writings_is_one_term(one: str, two: str) -> None:
    """A number is the same whatever its separators and its unit."""
    assert terms_of(one, "").numbers == terms_of(two, "").numbers


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Путин", "Putin"),
        ("elections", "election"),
        ("臺積電", "台积电"),
        ("resigns", "resign"),
        ("São", "Sao"),
        ("الحكومة", "حكومة"),
    ],
)
def test_one_word_in_two_forms_is_one_term(one: str, two: str) -> None:
    """Endings, accents, scripts and articles do not make another word."""
    assert terms_of(one, "").title == terms_of(two, "").title


def test_a_very_long_title_and_text_stay_bounded() -> None:
    """However long an item is, what is kept of it is bounded."""
    long = " ".join(
        f"word{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(5000)
    )
    terms = terms_of(long, long)
    assert (len(terms.title), len(terms.rest)) <= (40, 40)


def test_terms_are_shown_as_the_title_writes_them() -> None:
    """A reader sees the words, not their stems."""
    assert shown(["delacr", "long"], "Morgan Delacroix, star of 'The Long Ferry'") == ["Delacroix", "Long"]
    assert shown(["晶圆"], "台積電宣布建晶圓廠") == ["晶圆"]


@pytest.mark.parametrize(
    "title",
    [
        "财联社早报：台积电扩产，比特币创新高",
        "5 things to know today",
        "The Morning Briefing: markets rise",
        "Norland election live: polls open",
        "Crypto roundup: what moved this week",
        "Rassegna stampa: le prime pagine di oggi",
        "Главные новости к утру вторника",
        "Resumen del día: lo más importante",
        "今日のニュースまとめ",
        "오늘의 주요 뉴스",
        "موجز الأنباء",
    ],
)
def test_a_round_up_is_known_by_its_title(title: str) -> None:
    """Round-ups and live pages are their own kind in every language Hark speaks."""
    assert is_digest(title)


@pytest.mark.parametrize(
    "title",
    [
        "Five dead in a fire in Lisbon",
        "Live Nation sued over ticket prices",
        "《北京晚报道歉》",
        "Band to play live in Rome",
        "Seven stories high: the tower of Arden opens",
    ],
)
def test_news_is_no_round_up(title: str) -> None:
    """A number or the word "live" in a title makes no round-up of it."""
    assert not is_digest(title)


def test_a_table_for_other_figures_is_refused(tmp_path: Path) -> None:
    """A table of another version is named in the error with what to do, not weighed wrongly."""
    table = tmp_path / "score.json"
    table.write_text(json.dumps({"features": ["something else"]}), encoding="utf-8")
    with pytest.raises(ValueError, match=r"bench\.training\.story_score"):
        Score.load(table)
