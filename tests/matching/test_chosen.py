"""Names as a chat chose them: some switched off, some its own."""

from __future__ import annotations

import pytest

from matching.aliases import name_key
from matching.choice import NOTHING_CHOSEN, Choice
from matching.index import match_one
from matching.names import Names
from matching.query import parse
from model import Entry
from tests import loaded


@pytest.fixture(scope="module")
def names() -> Names:
    """Give the table of names."""
    return Names(loaded.table())


def _off(*names: str) -> Choice:
    return Choice(frozenset(map(name_key, names)))


def _own(*rows: tuple[str, ...]) -> Choice:
    return Choice(own=rows)


def _finds(query: str, text: str, names: Names, choice: Choice = NOTHING_CHOSEN) -> list[str] | None:
    """Return through which other names the text is found, None when it is not."""
    reasons = match_one(parse(query), Entry(title=text), names=names.chosen(choice))
    return None if reasons is None else [reason.alias for reason in reasons]


CZ, BIG = "Changpeng Zhao opens a school", "Big Z opens a school"


@pytest.mark.parametrize(
    ("query", "text", "off"),
    [
        ("赵长鹏", CZ, "Changpeng Zhao"),
        ("赵长鹏", CZ, "ChangpengZhao"),
        ("赵长鹏", "CZ leaves Binance", "CZ"),
        ("赵长鹏", "@cz_binance speaks", "@cz_binance"),
        ("Bitcoin", "比特币大涨", "比特币"),
        ("Bitcoin", "BTC rises", "BTC"),
    ],
)
def test_a_name_switched_off_is_no_longer_found(names: Names, query: str, text: str, off: str) -> None:
    """Whoever switches a name off hears no more of it, strong or weak, and others still do."""
    assert _finds(query, text, names) is not None

    assert _finds(query, text, names, _off(off)) is None
    assert _finds(query, text, names) is not None


def test_the_other_names_stay(names: Names) -> None:
    """One name switched off leaves the others as they are."""
    off = _off("CZ", "@cz_binance")

    assert _finds("赵长鹏", CZ, names, off) == ["Changpeng Zhao"]
    assert _finds("赵长鹏", "趙長鵬開學校", names, off) is not None


@pytest.mark.parametrize("word", ["CZ", "赵长鹏", "$BTC", "Sam Altman"])
def test_the_word_itself_cannot_be_switched_off(names: Names, word: str) -> None:
    """What is typed is always found, whatever is switched off."""
    assert _finds(word, f"News: {word} again", names, _off(word)) is not None


@pytest.mark.parametrize("query", ["Big Z", "赵长鹏", "Changpeng Zhao", "big-z", "#BigZ", "title:赵长鹏"])
@pytest.mark.parametrize("text", [CZ, BIG, "趙長鵬開學校", "大Z來了"])
def test_own_names_join_those_of_the_table(names: Names, query: str, text: str) -> None:
    """A chat's own names and the known ones of the same find each other."""
    own = _own(("Big Z", "赵长鹏", "大Z"))

    assert _finds(query, text, names, own) is not None


def test_an_own_name_is_said(names: Names) -> None:
    """The reason names the chat's own name like one of the table."""
    own = _own(("Big Z", "赵长鹏"))

    assert _finds("赵长鹏", BIG, names, own) == ["Big Z"]
    assert _finds("赵长鹏", BIG, names) is None


def test_own_names_of_nobody_known(names: Names) -> None:
    """Names of which the table has none stand for each other, whole words, plural too."""
    own = _own(("our fund", "Alpha Pool", "alfa"))

    assert _finds("our fund", "Alpha Pool grows", names, own) == ["Alpha Pool"]
    assert _finds("alfa", "The Our-Fund grows", names, own) == ["our fund"]
    assert _finds("our fund", "two alfas", names, own) == ["alfa"]
    assert _finds("our fund", "alfalfa grows", names, own) is None
    assert _finds("fund", "alfa grows", names, own) is None


def test_a_doubtful_name_in_a_row_is_certain_for_the_chat(names: Names) -> None:
    """Who says that Sam is Sam Altman finds him by Sam alone."""
    assert _finds("Sam Altman", "Sam speaks today", names) is None
    assert _finds("Sam Altman", "Sam speaks today", names, _own(("Sam", "Sam Altman"))) == ["Sam"]


def test_a_doubtful_name_alone_binds_no_row_to_somebody(names: Names) -> None:
    """A row with a name that many have does not make its other names those of one of them."""
    own = _own(("CZ", "Czechia"))

    assert _finds("赵长鹏", "Czechia votes", names, own) is None
    assert _finds("CZ", "Czechia votes", names, own) == ["Czechia"]
    assert _finds("Czechia", CZ, names, own) is None


def test_own_names_can_be_switched_off_for_one_watch(names: Names) -> None:
    """A watch may do without one of the chat's own names."""
    choice = Choice(frozenset({name_key("Big Z")}), (("Big Z", "赵长鹏"),))

    assert _finds("赵长鹏", BIG, names, choice) is None
    assert _finds("赵长鹏", CZ, names, choice) == ["Changpeng Zhao"]


def test_numbers_keep_products_apart(names: Names) -> None:
    """An own name of GPT-5 is none of GPT-4."""
    own = _own(("my model", "GPT-5"))

    assert _finds("GPT-5", "my model answers", names, own) == ["my model"]
    assert _finds("GPT-4", "my model answers", names, own) is None


def test_accounts_and_cashtags_may_be_own_names(names: Names) -> None:
    """A chat may say what a cashtag or an account is called."""
    own = _own(("$BTC", "digital gold"), ("@cz_binance", "the boss"))

    assert _finds("$BTC", "Digital gold shines", names, own) == ["digital gold"]
    assert _finds("@cz_binance", "The boss is back", names, own) == ["the boss"]
    assert _finds("the boss", "so says @cz_binance", names, own) is not None


def test_own_names_do_not_reach_into_phrases(names: Names) -> None:
    """A phrase and what is to be exactly as written mean themselves."""
    own = _own(("Big Z", "赵长鹏"))

    assert _finds('"Big Z"', "赵长鹏来了", names, own) is None
    assert _finds("=赵长鹏", BIG, names, own) is None


def test_equal_choices_are_one_view(names: Names) -> None:
    """A choice costs once, however many watches share it."""
    assert names.chosen(_off("CZ")) is names.chosen(_off("cz"))
    assert names.chosen(NOTHING_CHOSEN) is names
