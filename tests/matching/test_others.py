"""By which other names a query finds, as people see them, and whom a chat's own names concern."""

from __future__ import annotations

import pytest

from matching.aliases import name_key
from matching.choice import Choice
from matching.names import Names
from matching.others import Other, concerned, others, scripts
from matching.query import Word, parse
from tests import loaded


@pytest.fixture(scope="module")
def names() -> Names:
    """Give the table of names."""
    return Names(loaded.table())


def _texts(found: tuple[Other, ...]) -> list[str]:
    return [each.text for each in found]


def test_names_are_few_and_in_order(names: Names) -> None:
    """Names in one language share a switch; a doubtful one has its own, with the word that it needs."""
    found = {each.text: each for each in others(parse("#赵长鹏"), names)}

    assert list(found)[:3] == ["Changpeng Zhao", "@cz_binance", "CZ"]
    assert found["Changpeng Zhao"].keys == ("changpengzhao", "zhaochangpeng")
    assert found["CZ"].near == "Binance"
    assert found["Changpeng Zhao"].near == found["@cz_binance"].near == ""
    assert "赵长鹏" not in found


def test_every_name_has_a_switch(names: Names) -> None:
    """Whatever a watch finds by, it can be switched off: no name of the table is forgotten."""
    missing = {}
    for entity in loaded.table():
        word = entity.strong[0].text if entity.strong else entity.weak[0].text
        query = Word(word)
        named = names.named(word)
        there = {alias.key for each in named for alias in (*each.known.strong, *each.known.weak)}
        shown = {key for each in others(query, names) for key in each.keys}
        if there - shown - {name_key(word)}:
            missing[word] = there - shown

    assert missing == {}


def test_the_persons_language_comes_first(names: Names) -> None:
    """Who speaks Chinese sees Chinese names first."""
    assert _texts(others(parse("Nvidia"), names, "zh-CN"))[0] == "英伟达"
    assert _texts(others(parse("英伟达"), names, "it"))[:1] != ["エヌビディア"]


def test_a_doubtful_word_names_each_who_may_be_meant(names: Names) -> None:
    """Who types a name that many have sees each of them once, with the word that tells."""
    found = others(parse("Sam"), names)

    assert [(each.text, each.near) for each in found] == [
        ("Sam Altman", "OpenAI"),
        ("Sam Bankman-Fried", "FTX"),
    ]
    assert "@sama" in found[0].keys


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ("CZ OR 赵长鹏", "CZ"),
        ("Bitcoin BTC", "BTC"),
        ("title:(CZ OR 赵长鹏)", "CZ"),
        ("CZ near/5 赵长鹏", "CZ"),
    ],
)
def test_a_word_that_is_typed_has_no_switch(names: Names, query: str, missing: str) -> None:
    """What is typed itself is always found, so that there is nothing to switch."""
    assert missing not in _texts(others(parse(query), names))


@pytest.mark.parametrize("query", ['"赵长鹏"', "=赵长鹏", "foo -赵长鹏", "赵长*", "/赵长鹏/", "foo"])
def test_what_finds_by_no_other_name_has_none(names: Names, query: str) -> None:
    """Phrases, exact words, beginnings, patterns, what is excluded, and unknown words have no names."""
    assert others(parse(query), names) == ()


def test_own_names_come_first_and_are_said_once(names: Names) -> None:
    """A chat's own names lead the list, also one that the table doubts."""
    own = names.chosen(Choice(own=(("CZ", "赵长鹏", "Big Z"),)))

    found = others(parse("赵长鹏"), own)

    assert [(each.text, each.own, each.near) for each in found[:3]] == [
        ("CZ", True, ""),
        ("Big Z", True, ""),
        ("Changpeng Zhao", False, ""),
    ]
    assert _texts(found).count("CZ") == 1

    overlapping = names.chosen(Choice(own=(("Changpeng Zhao", "Big Z"),)))
    keys = [key for each in others(parse("赵长鹏"), overlapping) for key in each.keys]
    assert len(keys) == len(set(keys))
    assert {"changpengzhao", "zhaochangpeng", "bigz"} <= set(keys)


@pytest.mark.parametrize(
    ("query", "forms"),
    [
        ("#赵长鹏", ("趙長鵬",)),
        ("趙長鵬", ("赵长鹏",)),
        ("title:比特币 OR 以太坊", ("比特幣",)),
        ('"比特币现货"', ("比特幣現貨",)),
        ("=赵长鹏", ()),
        ("赵长鹏 OR 趙長鵬", ()),
        ("中本 OR BTC", ()),
    ],
)
def test_the_other_script_is_said(query: str, forms: tuple[str, ...]) -> None:
    """Chinese words are shown in the other script too, where that is not what was typed."""
    assert scripts(parse(query)) == forms


@pytest.mark.parametrize(
    ("query", "concerns"),
    [
        ("赵长鹏", ["Big Z"]),
        ("Changpeng Zhao", ["Big Z"]),
        ("big z foo", ["Big Z"]),
        ("foo -bigz", ["Big Z"]),
        ("alfa near/3 #BigZ", ["Big Z", "alfa"]),
        ('"Big Z"', []),
        ("z", []),
        ("CZ", []),
    ],
)
def test_own_names_concern_whom_they_mean(names: Names, query: str, concerns: list[str]) -> None:
    """A watch takes those of the chat's own names that mean one of its terms, and no others."""
    rows = (("Big Z", "赵长鹏"), ("alfa", "beta"))

    assert [row[0] for row in concerned(parse(query), rows, names)] == concerns
