"""The built-in table of names: what it finds, what its files may hold, and that its names are good names."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from errors import ConfigError
from matching.aliases import Entity, Kind, Name, Table, name_key
from matching.aliases.reader import LANGUAGES
from matching.aliases.table import FOLDER
from tests import loaded
from text import fold_key

HOUSE = Path(__file__).resolve().parents[2]
FEEDS = HOUSE.parent / "shared" / "feeds"
FILES = sorted(FOLDER.glob("*.yaml"))

# Two characters that were looked at and stand in no common word.
REVIEWED = frozenset(
    [
        "宇树",
        "熊链",
        "吨币",
        "瑞波",
        "道瓊",
        "虎嗅",
        "耶伦",
        "葉倫",
        "普京",
        "普丁",
        "黄峥",
        "铠侠",
        "丰田",
    ]
)
SHARED = {"gemini", "sam"}  # weak names of two
_CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff]+")


@pytest.fixture(scope="module")
def table() -> Table:
    """Give the table that ships."""
    return loaded.table()


def _names(entity: Entity) -> tuple[Name, ...]:
    return (*entity.strong, *entity.weak)


def _ids(found: tuple[Entity, ...]) -> list[str]:
    return [entity.id for entity in found]


@pytest.mark.parametrize(
    "name",
    [
        *("Sam Altman", "SamAltman", "#SamAltman", "sam-altman", "SAM ALTMAN", "Sam\nAltman", "@sama"),
        *(
            "山姆·奥特曼",
            "山姆奧特曼",
            "サム・アルトマン",
            "샘 올트먼",
            "Сэм Альтман",
            "سام ألتمان",
            "Altman",
            "奥特曼",
        ),
    ],
)
def test_one_person_has_many_spellings(table: Table, name: str) -> None:
    """However a name is written, and in whichever language, it is the same person."""
    assert _ids(table.find(name)) == ["sam-altman"]


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        *(("赵长鹏", "changpeng-zhao"), ("趙長鵬", "changpeng-zhao"), ("CZ", "changpeng-zhao")),
        *(("@cz_binance", "changpeng-zhao"), ("何一", "yi-he"), ("孙哥", "justin-sun")),
        *(("BTC", "bitcoin"), ("$btc", "bitcoin"), ("比特幣", "bitcoin"), ("ビットコイン", "bitcoin")),
        *(("ETH", "ethereum"), ("$NEAR", "near-protocol"), ("輝達", "nvidia"), ("辉达", "nvidia")),
        *(("Open AI", "openai"), ("聯準會", "federal-reserve"), ("美联储", "federal-reserve")),
        *(
            ("S&P 500", "sp-500"),
            ("GPT5", "gpt"),
            ("Banca d'Italia", "bank-of-italy"),
            ("马斯克", "elon-musk"),
        ),
    ],
)
def test_a_name_finds_its_entity(table: Table, name: str, entity: str) -> None:
    """Names, tickers and accounts lead to who is meant; both Chinese scripts are one."""
    assert _ids(table.find(name)) == [entity]


@pytest.mark.parametrize(
    "name", ["", "  ", "#", "@", "$", "near", "link", "nobody in particular", "@altman", "$sam"]
)
def test_what_is_no_name_finds_nothing(table: Table, name: str) -> None:
    """Ordinary words, lone signs and tickers that are words too find nobody."""
    assert table.find(name) == ()


def test_a_shared_name_finds_everyone(table: Table) -> None:
    """Where several are called the same, all are found."""
    assert sorted(_ids(table.find("Sam"))) == ["sam-altman", "sam-bankman-fried"]


def test_who_surely_has_the_name_comes_first() -> None:
    """Of two with one name, the one for whom it is strong is found first."""
    weak = Entity("b", Kind.PERSON, (), (Name("Mercury", "en"),), contexts=("Queen",))
    strong = Entity("a", Kind.COMPANY, (Name("Mercury", "en"),))

    assert Table([weak, strong]).find("mercury") == (strong, weak)


def test_the_words_of_the_demand_are_weak(table: Table) -> None:
    """What is also a common word, or another's name, counts only with its context."""
    words = ("CZ", "Sam", "Altman", "Musk", "奥特曼", "阿尔特曼", "奥尔特曼", "マスク", "孙哥")
    strong = {name_key(name.text) for entity in table for name in entity.strong}

    assert [word for word in words if name_key(word) in strong or not table.find(word)] == []


@pytest.mark.parametrize(
    ("name", "outside"), [("币安", "货币安"), ("何一", "任何一"), ("华为", "升华为"), ("日銀", "日銀座")]
)
def test_a_name_knows_the_words_it_stands_in(table: Table, name: str, outside: str) -> None:
    """加密货币安全 holds no 币安, 任何一个 no 何一."""
    (entity,) = table.find(name)
    (found,) = [each for each in _names(entity) if each.text == name]

    assert outside in found.not_in


def test_there_is_enough_to_find(table: Table) -> None:
    """People, companies, coins, products, institutions and indexes: the table covers all of them."""
    kinds = Counter(entity.kind for entity in table)

    assert len(table) >= 420
    assert min(kinds[kind] for kind in Kind) >= 20
    assert {name.language for entity in table for name in _names(entity)} == set(LANGUAGES)


def test_no_two_have_the_same_sure_name(table: Table) -> None:
    """A strong name, ticker or account belongs to one entity, and is nobody's weak name."""
    sure: dict[str, set[str]] = {}
    for entity in table:
        for text in (*(name.text for name in entity.strong), *entity.tickers):
            sure.setdefault(name_key(text), set()).add(entity.id)
        for account in entity.accounts:
            sure.setdefault(f"@{account.lower()}", set()).add(entity.id)
        for ticker in (*entity.tickers, *entity.cashtags):
            sure.setdefault(f"${ticker.lower()}", set()).add(entity.id)

    assert {key: ids for key, ids in sure.items() if len(ids) > 1} == {}
    others = [
        (entity.id, name.text) for entity in table for name in entity.weak if name_key(name.text) in sure
    ]
    assert others == []


def test_weak_names_of_two_are_known(table: Table) -> None:
    """Two are called the same only where that was decided."""
    keys = Counter(name_key(name.text) for entity in table for name in entity.weak)

    assert {key for key, count in keys.items() if count > 1} == SHARED


def test_nobody_is_listed_twice_under_one_name(table: Table) -> None:
    """No name of an entity equals another of it once folded: conversion is not the table's work."""
    twice = [
        (entity.id, key)
        for entity in table
        for key, count in Counter(
            name_key(text) for text in (*(name.text for name in _names(entity)), *entity.tickers)
        ).items()
        if count > 1 or not key
    ]
    assert twice == []


def test_every_name_finds_its_entity(table: Table) -> None:
    """Everything that the table holds is found."""
    lost = [
        (entity.id, text)
        for entity in table
        for text in (
            *(name.text for name in _names(entity)),
            *entity.tickers,
            *(f"${ticker}" for ticker in (*entity.tickers, *entity.cashtags)),
            *(f"@{account}" for account in entity.accounts),
        )
        if entity not in table.find(text)
    ]
    assert lost == []


def test_short_names_without_spaces_were_looked_at(table: Table) -> None:
    """One Chinese or Japanese character is no strong name; of two, the words they stand in are known."""
    short = [
        name
        for entity in table
        for name in entity.strong
        if _CJK.fullmatch(name_key(name.text)) and len(name_key(name.text)) <= 2
    ]
    assert [name.text for name in short if len(name_key(name.text)) == 1] == []
    assert [name.text for name in short if not name.not_in and name.text not in REVIEWED] == []
    assert REVIEWED - {name.text for name in short} == set()


def test_signs_are_in_form(table: Table) -> None:
    """Accounts are ones that X allows, tickers are capitals, weak names have contexts."""
    wrong = [
        (entity.id, text)
        for entity in table
        for form, texts in (
            (r"[A-Za-z0-9_]{1,15}", entity.accounts),
            (r"[A-Z0-9]{2,6}", (*entity.tickers, *entity.cashtags)),
            (r"[a-z0-9]+(-[a-z0-9]+)*", (entity.id,)),
        )
        for text in texts
        if not re.fullmatch(form, text)
    ]
    assert wrong == []
    for entity in table:
        uncertain = entity.weak or (entity.kind is Kind.COIN and entity.cashtags)
        assert bool(uncertain) is bool(entity.contexts), entity.id


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_files_are_yaml_in_order(path: Path, table: Table) -> None:
    """Any YAML reader sees the same in a file as Hark does, and entities stand in the order of their ids."""
    found = YAML(typ="safe").load(path.read_text(encoding="utf-8"))

    assert list(found) == sorted(found)
    for entity_id, entry in found.items():
        entity, names = table[entity_id], [name for language in LANGUAGES for name in _split(entry, language)]
        assert entity.kind == entry["kind"]
        assert ["^" * name.capital + name.text for name in entity.strong] == [
            name for name in names if name[0] != "~"
        ]
        assert [f"~{name.text}" for name in entity.weak] == [name for name in names if name[0] == "~"]
        assert sorted((*entity.tickers, *(f"${each}" for each in entity.cashtags))) == sorted(
            _split(entry, "tickers")
        )
        assert [*entity.accounts] == _split(entry, "x")
        own = _split(entry, "context")
        assert [*entity.contexts][: len(own)] == own  # those of every coin follow


def _split(entry: dict[str, str], key: str) -> list[str]:
    return entry[key].split(", ") if key in entry else []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a:\n  kind: person\n  en: A B\n  colour: red\n", "x.yaml:4: unknown key colour"),
        ("a:\n  kind: person\n  en: A B\n  en: C\n", "x.yaml:4: en is there twice"),
        ("a:\n  kind: person\n  en: 'A B'\n", "x.yaml:3: en: no quotes"),
        ("a:\n  kind: person\n  en: A B,, C\n", "x.yaml:3: en: a comma with nothing beside it"),
        ("a:\n  kind: person\n\ten: A B\n", "x.yaml:3: neither an id"),
        ("a:\n  en: A B\n", "x.yaml: a: kind is one of person"),
        ("a:\n  kind: person\n", "x.yaml: a: a name is missing"),
        ("a:\n  kind: person\n  en: ·\n", "x.yaml: a: no letter and no digit in ·"),
        ("a:\n  kind: person\n  en: ~Sam\n", "x.yaml: a: weak names (~) need a line context"),
        ("a:\n  kind: person\n  en: A B\n  not_in: C D\n", "x.yaml: a: none of the names stands in C D"),
        ("a:\n  kind: person\n  en: A B\na:\n  kind: person\n  en: A B\n", "x.yaml: a is there twice"),
        ("", "no table of names here"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, text: str, problem: str) -> None:
    """Whoever edits the table and slips reads which line of which file is wrong, and why."""
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(ConfigError) as wrong:
        Table.load(tmp_path)

    assert problem in str(wrong.value)


def test_an_own_table_may_take_its_place(tmp_path: Path) -> None:
    """A folder of one's own works like the one that ships."""
    lines = (
        "nonna:",
        "  kind: person",
        "  it: Nonna Pina, ~Pina",
        "  tickers: PINA, $NONNA",
        "  context: tagliatelle",
    )
    (tmp_path / "family.yaml").write_text("# mine\n\n" + "\n".join(lines), encoding="utf-8")

    table = Table.load(tmp_path)

    assert (
        _ids(table.find("nonnapina")) == _ids(table.find("$nonna")) == _ids(table.find("PINA")) == ["nonna"]
    )
    assert table["nonna"].contexts == ("tagliatelle",)


# What stands in the real feeds where a name of the table is no name.
INSIDE = (
    *(
        "加密货币安全",
        "任何一次",
        "任何一个",
        "任何一刻",
        "索尼克",
        "数字货币安全",
        "一百度高温",
    ),
    *("小微信贷", "宝贝宝", "报道指出", "升华为", "稍微软", "硅谷歌手", "优惠普及", "完美团队", "东京东部"),
    *(
        "理财新规",
        "扫雷军舰",
        "肯辛顿",
        "彭博士",
        "中国银行业",
        "一日銀行",
        "アンソニー",
        "フォビア",
        "推特别",
    ),
)


@pytest.mark.parametrize("text", INSIDE)
def test_words_that_hold_a_name_are_no_hit(table: Table, text: str) -> None:
    """A name of two characters inside another word is not taken for the name."""
    assert _found(table, fold_key(text)) == []


def test_names_in_the_real_feeds_are_names(table: Table) -> None:
    """In Chinese feeds names are found, and never in the words that only hold them."""
    paths = sorted(FEEDS.glob("*zh-*")) if FEEDS.is_dir() else []
    if not paths:
        pytest.skip("the shared feeds are not beside this repository")
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths if path.name[:3] != "enc"]
    folded = fold_key(html.unescape(re.sub(r"<[^>]+>", " ", html.unescape("\n".join(texts)))))

    found = set(_found(table, folded))

    assert {"以太坊", "币安", "美团", "腾讯", "华为", "马斯克", "谷歌"} <= found
    assert "何一" not in found  # all three are 任何一…


def _found(table: Table, folded: str) -> list[str]:
    """Return the strong names of scripts without spaces that stand in a text outside their `not_in`."""
    found = []
    for name in (name for entity in table for name in entity.strong if _CJK.search(name.text)):
        key = fold_key(name.text)
        covered = [
            range(place.start(), place.end())
            for context in name.not_in
            for place in re.finditer(re.escape(fold_key(context)), folded)
        ]
        for place in re.finditer(re.escape(key), folded):
            if not any(place.start() in each and place.end() - 1 in each for each in covered):
                found.append(name.text)
                break
    return found
