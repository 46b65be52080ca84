"""The index against the slow matcher, and what it costs to change it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.aliases import Table, name_key
from matching.choice import Choice
from matching.context import Context
from matching.explain import Via, via
from matching.index import WatchIndex, match_one
from matching.keys import is_plain, pair
from matching.look import Look
from matching.names import Names
from matching.query import Query, parse
from matching.reading import read
from matching.stamp import MADE_WITH
from matching.stored import tree_json
from matching.tree import (
    And,
    Exact,
    In,
    Name,
    Near,
    NearTerm,
    Not,
    Or,
    Phrase,
    Prefix,
    Regex,
    Tag,
    Word,
    needs_term,
)
from model import Entry, Field, Reason
from tests import loaded
from tests.matching.reference import Reference

NOW = datetime(2026, 5, 1, tzinfo=UTC)
WORDS = [
    *("CZ", "Binance", "币安", "加密货币安全", "何一", "任何一个", "halving", "halvings", "bodies", "body"),
    *(
        "比特币",
        "BTC",
        "solana",
        "SOL",
        "理髮",
        "整理發布",
        "发布",
        "麵粉",
        "表面粉刷",
        "@cz_binance",
        "ai",
        "j'ai",
    ),
    *(
        "Sam",
        "Altman",
        "sam",
        "altman",
        "SamAltman",
        "sam-altman",
        "OpenAI",
        "open",
        "AI",
        "ai",
        "us",
        "a",
        "USA",
    ),
    *(
        "C++",
        ".NET",
        "net",
        "$BTC",
        "BTC",
        "@sama",
        "sama",
        "S&P",
        "500",
        "GPT-5",
        "GPT",
        "5",
        "5.5",
        "l'AI",
        "The",
    ),
    *(
        "赵长鹏",
        "趙長鵬",
        "长鹏",
        "投资",
        "AI投资",
        "埃隆·马斯克",
        "马斯克",
        "비트코인",
        "비트코인은",
        "비트",
        "코인",
        "삼성",
    ),
    *(
        "บิตคอยน์",
        "ราคา",
        "サム・アルトマン",
        "アルトマン",
        "ﾋﾞｯﾄ",
        "ビット",
        "Ёлка",
        "елка",
        "café",
        "Straße",
        "ﬁn",
    ),
    *(
        "بيتكوين",
        "أحمد",
        "Alt\u00adman",
        "U.S.",
        "O'Reilly",
        "Bitcoin's",
        "2025年",
        "Web3",
        "Web",
        "3",
        "हिन्दी",
    ),
]
GAPS = [" ", " ", " ", "\n", ", ", "-", "", "·", ". ", "_", " #", " – ", "\u200b", "、", " https://a.b/ai "]
texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=9).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
near_terms: st.SearchStrategy[NearTerm] = st.one_of(
    st.sampled_from(WORDS).map(Word),
    st.sampled_from(WORDS).map(Tag),
    st.sampled_from(["Sam", "赵长", "SamAlt", "GPT-", "be", "비트", "C"]).map(Prefix),
    st.sampled_from(WORDS).map(Exact),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(lambda some: Phrase(" ".join(some))),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(lambda some: Exact(" ".join(some), True)),
)
facts: st.SearchStrategy[Query] = st.sampled_from(
    [
        In(Name.SITE, Word("a.b")),
        In(Name.URL, Word("AI")),
        In(Name.FROM, Word("@sama")),
        In(Name.LANG, Word("it")),
        In(Name.AGE, Word("<6h")),
        In(Name.MIN, Word("2")),
        Regex("s.m", True),
        Regex("赵|長", False),
    ]
)
terms: st.SearchStrategy[Query] = st.one_of(
    near_terms,
    near_terms,
    facts,
    st.builds(In, st.sampled_from([Name.TITLE, Name.TEXT, Name.TAG, Name.AUTHOR, Name.SOURCE]), near_terms),
    st.builds(Near, near_terms, near_terms, st.integers(0, 3)),
)


def _asks(query: Query) -> bool:
    return needs_term(query)


def _compound(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    some = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(some.map(And), some.map(Or), inner.map(Not))


queries: st.SearchStrategy[Query] = st.recursive(terms, _compound, max_leaves=5).filter(_asks)
entries = st.builds(
    Entry,
    title=texts,
    text=texts,
    author=st.sampled_from(["", "@sama", "Sam Altman"]),
    tags=st.lists(st.sampled_from(WORDS), max_size=2).map(tuple),
    url=st.sampled_from(["", "https://www.a.b/AI"]),
    language=st.sampled_from(["en", "it", ""]),
    published=st.sampled_from([None, NOW - timedelta(hours=1), NOW - timedelta(days=3)]),
)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(queries, min_size=1, max_size=4), entries, st.sampled_from(["", "Sam-AI", "币安"]), st.booleans()
)
def test_equals_slow_matcher(watches: list[Query], entry: Entry, source: str, named: bool) -> None:
    """The index hits exactly the watches that reading every word against every query hits."""
    table = _table() if named else None
    index = WatchIndex(Names(table) if table is not None else None)
    for number, query in enumerate(watches):
        index.add(number, query)

    hits = index.match(entry, Context(source, NOW))

    reference = Reference(entry, source, NOW, table)
    assert [hit.watch_id for hit in hits] == [i for i, each in enumerate(watches) if reference.holds(each)]
    fields = {Field.TITLE: entry.title, Field.TEXT: entry.text}
    for hit in hits:
        for reason in hit.reasons:
            assert reason.text or reason.field is Field.STORY
            if reason.field in fields:
                assert fields[reason.field][reason.start : reason.end] == reason.text


@cache
def _table() -> Table:
    return loaded.table()


@settings(max_examples=400, deadline=None)
@given(st.one_of(texts, st.text(max_size=30), st.text("aA-_ 가은は、・ำก\u0301\u3099ﾞ™.'$S&P1", max_size=20)))
def test_quick_look_misses_nothing(text: str) -> None:
    """The quick look at an entry sees every key at which a careful reading finds something."""
    look = Look(Entry(title=text))

    missed = {key for passage in read(look.entry) for key in passage.starts if not _seen(look, key)}
    assert not missed


def _seen(look: Look, key: str) -> bool:
    """Tell whether the quick look sees what is found at a key of a careful reading."""
    if len(key) == 2 and is_plain(key):
        return any(pair(*key) in row for row in look.pairs())
    return look.has(key)


def test_add_replace_remove() -> None:
    """A watch counts from the moment it is added until it is removed; a new query replaces its old."""
    index, entry = WatchIndex(), Entry(title="Bitcoin falls")
    index.add(7, parse("ether"))
    assert index.match(entry) == []

    index.add(7, parse("bitcoin"))

    assert [hit.watch_id for hit in index.match(entry)] == [7]
    assert len(index) == 1
    index.remove(7)
    index.remove(7)
    assert (len(index), index.match(entry)) == (0, [])


def test_reasons_lead_to_the_original() -> None:
    """The alert can show in bold what stands in the original, whatever was folded before it."""
    title = "ﬁn… 趙長鵬 meets Sam\u00ad Altman"
    hits = match_one(parse("#赵长鹏 SamAltman"), Entry(title=title, text="趙長鵬", tags=("赵长鹏",)))

    assert hits == (
        Reason("#赵长鹏", Field.TITLE, "趙長鵬", 4, 7),
        Reason("#赵长鹏", Field.TEXT, "趙長鵬", 0, 3),
        Reason("#赵长鹏", Field.TAG, "赵长鹏", 0, 3),
        Reason("SamAltman", Field.TITLE, title[14:], 14, len(title)),
    )


def test_phrase_stays_in_its_field() -> None:
    """A phrase never begins in the title and ends in the text."""
    assert match_one(parse('"sam altman"'), Entry(title="Sam", text="Altman")) is None


def test_author_by_mention_only() -> None:
    """A mention finds the account's own posts; a bare word does not look at the author."""
    post = Entry(text="gm", author="@Sama")

    assert match_one(parse("@sama"), post) == (Reason("@sama", Field.AUTHOR, "@Sama", 0, 5),)
    assert match_one(parse("sama"), post) is None


def test_sign_is_shown() -> None:
    """A cashtag is shown with its sign."""
    assert match_one(parse("$btc"), Entry(title="buy $BTC")) == (Reason("$btc", Field.TITLE, "$BTC", 4, 8),)


def test_longest_phrase() -> None:
    """A phrase of a thousand characters neither overflows nor takes long."""
    phrase = parse('"' + "币" * 998 + '"')

    assert match_one(phrase, Entry(text="币" * 1500))
    assert not match_one(phrase, Entry(text="币" * 997))


def test_via() -> None:
    """The reason says whether the text differs in case, script, spelling or parts."""
    pairs = {
        ("mac", "mac"): Via.AS_WRITTEN,
        ("mac", "Mac"): Via.CASE,
        ("#赵长鹏", "趙長鵬"): Via.SCRIPT,
        ("cafe", "Café"): Via.SPELLING,
        ("SamAltman", "sam-altman"): Via.PARTS,
    }

    for (term, text), expected in pairs.items():
        assert via(Reason(term, Field.TITLE, text, 0, len(text))) is expected


def test_each_watch_once() -> None:
    """A watch that an entry hits in several ways, words and running text, is told once."""
    index = WatchIndex()
    for number, words in enumerate(
        ("etf OR 币安 OR 比特币", "币安 比特币", "etf fund", "EtfFund", "etf -币安")
    ):
        index.add(number, parse(words))

    hits = index.hits(Entry(title="币安 lists an ETF fund, ETFs and 比特币", text="ETF fund"))

    assert sorted(hits) == [0, 1, 2, 3]


def test_watches_that_say_the_same() -> None:
    """Watches written differently that mean the same are told together, each with its words."""
    index, entry = WatchIndex(), Entry(title="Halvings again")
    for number, words in enumerate(("halving", "#Halving", "HALVING")):
        index.add(number, parse(words))

    assert [hit.reasons[0].term for hit in index.match(entry)] == ["halving", "#Halving", "HALVING"]
    index.remove(1)
    assert sorted(index.hits(entry)) == [0, 2]
    index.add(1, parse("halving -again"))
    assert sorted(index.hits(entry)) == [0, 2]


def test_watches_far_apart() -> None:
    """Numbers of watches may have gaps of any size."""
    index, entry = WatchIndex(), Entry(title="bitcoin")
    for number in (3, 2**40, 2**62):
        index.add(number, parse("bitcoin"))
        index.add(number + 1, parse("bitcoin falls"))

    index.remove(2**40)
    assert (sorted(index.hits(entry)), len(index)) == ([3, 2**62], 5)
    assert 2**40 not in index
    assert 2**40 + 1 in index


def test_kept_anchors_are_good_for_one_release() -> None:
    """A watch that the store keeps waits where it did before; anchors of another release are made anew."""
    tree = tree_json(parse("solana etf"))
    first = WatchIndex()
    anchors = first.take(1, tree)
    later = WatchIndex()

    assert later.take(1, tree, "", anchors) == anchors
    assert later.take(2, tree, "", "another release") == anchors
    assert later.take(3, tree_json(parse("solana")), "", "another release") not in (
        "another release",
        anchors,
    )
    assert sorted(later.hits(Entry(title="An ETF of Solana"))) == [1, 2, 3]


def test_what_chats_choose_parts_their_watches() -> None:
    """A chat that switched a name off is not told of it; another with the same words is."""
    index = WatchIndex(Names(_table()))
    index.add(1, parse("赵长鹏"))
    index.add(2, parse("赵长鹏"), Choice(off=frozenset({name_key("Changpeng Zhao")})))

    assert sorted(index.hits(Entry(title="Changpeng Zhao speaks"))) == [1]
    assert sorted(index.hits(Entry(title="赵长鹏"))) == [1, 2]


def test_stamp_knows_what_anchors_are_made_with() -> None:
    """After any change to what decides where watches wait, kept anchors are made anew."""
    folder = Path(__file__).resolve().parents[2] / "matching"
    known, todo = {"waits"}, ["waits"]
    while todo:
        imported = re.findall(
            r"^from matching\.(\w+) import", (folder / f"{todo.pop()}.py").read_text(), re.M
        )
        new = {name for name in imported if name != "aliases"} - known
        known |= new
        todo += new

    assert known == set(MADE_WITH)


def test_near_in_a_long_text() -> None:
    """Two words that stand thousands of times in a text, never near, are not all compared with all."""
    far = Entry(text="Sam " * 5_000 + "x " * 5 + "Altman " * 5_000)

    assert match_one(parse("sam near/5 altman"), far)
    assert not match_one(parse("sam near/4 altman"), far)
