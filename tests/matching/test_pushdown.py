"""What X is asked for finds every post that a watch hits."""

from __future__ import annotations

from functools import cache

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import tree
from matching.judge import match_one
from matching.names import Names
from matching.plan import plan
from matching.pushdown import accounts_of, pushed, wants_of, without_covered
from matching.query import parse
from matching.spelled import runs_on
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
    Query,
    Regex,
    Tag,
    Word,
)
from model import Entry, Wants
from tests import loaded
from tests.matching.x_search import finds

# No two of them are the parts of a third that shows no seam.
WORDS = [
    *("CZ", "Binance", "币安", "加密货币安全", "何一", "任何一个", "halving", "halvings", "body", "bodies"),
    *(
        "比特币",
        "BTC",
        "solana",
        "理髮",
        "整理發布",
        "发布",
        "麵粉",
        "@cz_binance",
        "ai",
        "j'ai",
        "Sam",
        "altman",
    ),
    *(
        "SamAltman",
        "OpenAI",
        "AI",
        "us",
        "C++",
        ".NET",
        "$BTC",
        "@sama",
        "sama",
        "S&P",
        "500",
        "GPT-5",
        "5.5",
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
        "삼성",
    ),
    *("บิตคอยน์", "サム・アルトマン", "ビット", "Ёлка", "café", "Straße", "بيتكوين", "U.S.", "O'Reilly"),
    *("Bitcoin's", "2025年", "Web3", "हिन्दी", "台积电", "台積電", "臺積電", "#halving", "#赵长鹏", "10,000"),
]
GAPS = [" ", " ", " ", "\n", ", ", "-", ". ", " – ", "、", " #", "/", "… ", ' "', "’s "]
near_terms: st.SearchStrategy[NearTerm] = st.one_of(
    st.sampled_from(WORDS).map(Word),
    st.sampled_from(WORDS).map(lambda word: Tag(word.lstrip("#"))),
    st.sampled_from(["Sam", "赵长", "GPT-"]).map(Prefix),
    st.sampled_from(WORDS).map(Exact),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(lambda some: Phrase(" ".join(some))),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(lambda some: Exact(" ".join(some), True)),
)
others: st.SearchStrategy[Query] = st.sampled_from(
    [
        In(Name.FROM, Word("@sama")),
        In(Name.FROM, Word("CZ_Binance")),
        In(Name.AUTHOR, Word("sama")),
        In(Name.LANG, Word("en")),
        In(Name.MIN, Word("2")),
        In(Name.URL, Word("x.com")),
        Regex("s.m", True),
    ]
)
terms: st.SearchStrategy[Query] = st.one_of(
    near_terms,
    near_terms,
    others,
    st.builds(In, st.sampled_from([Name.TITLE, Name.TEXT, Name.TAG]), near_terms),
    st.builds(Near, near_terms, near_terms, st.integers(0, 3)),
)


def _compound(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    some = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(some.map(And), some.map(Or), inner.map(Not))


queries: st.SearchStrategy[Query] = st.recursive(terms, _compound, max_leaves=5)


@cache
def names() -> Names:
    """Return the built-in names."""
    return Names(loaded.table())


def post(text: str, author: str) -> Entry:
    """Return a post as X gives it."""
    return Entry(guid="x:1", url="https://x.com/a/status/1", text=text, author=author, language="en")


@st.composite
def asked_and_told(draw: st.DrawFn) -> tuple[Query, str]:
    """Draw a query, and a text with some of its terms and other words."""
    query = draw(queries)
    own = [term.text for term in tree.terms(query) if isinstance(term, Word | Tag | Phrase | Exact)]
    said = st.sampled_from([*WORDS, *(own or WORDS) * 20])
    pairs = draw(st.lists(st.tuples(said, st.sampled_from(GAPS)), max_size=9))
    return query, "".join(word + gap for word, gap in pairs)


@settings(max_examples=500, deadline=None)
@given(asked_and_told(), st.sampled_from(["@sama", "@CZ_Binance", "@other"]), st.booleans(), st.booleans())
def test_no_hit_is_left_at_x(made: tuple[Query, str], author: str, named: bool, signs: bool) -> None:
    """Whatever a post says that hits a watch, X finds it by the words that are asked of its author."""
    query, text = made
    known = names() if named else None
    wants = wants_of(plan(query, known), author.lower(), signs=signs)

    if match_one(query, post(text, author), names=known) is not None:
        assert wants.full or any(finds(term, text, documented=not signs) for term in wants.words)


SEAMS = [" ", " ", "", "-", "_", ".", "\n", "·"]
NAMES = (
    *(["Sam", "Altman"], ["Open", "AI"], ["GPT", "5"], ["Changpeng", "Zhao"], ["Bitcoin"], ["halving"]),
    *(
        ["赵长鹏"],
        ["埃隆", "马斯克"],
        ["台积电"],
        ["理发"],
        ["面粉"],
        ["黄仁勋"],
        ["AI", "投资"],
        ["サム", "アルトマン"],
    ),
    *(["비트코인"], ["창펑", "자오"], ["Чанпэн", "Чжао"], ["Shiba", "Inu", "Coin"], ["S&P", "500"], ["бум"]),
)
SCRIPTS = ["t2s", "s2t", "s2tw", "s2hk"]


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


@settings(max_examples=800, deadline=None)
@given(st.data())
def test_a_name_is_found_however_it_is_written(data: st.DataObject) -> None:
    """A name is found apart, together, with a hyphen, as a tag, in any case, number and Chinese script."""
    parts = data.draw(st.sampled_from(NAMES))
    seam = data.draw(st.sampled_from(SEAMS))
    script = _converter(data.draw(st.sampled_from(SCRIPTS)))
    written = seam.join(parts)
    if seam == "" or len(parts) == 1:
        written = data.draw(st.sampled_from(["", "#", "$", "@", "(", "“"])) + written
    if data.draw(st.booleans()):
        written = data.draw(st.sampled_from([str.lower, str.upper]))(written)
    written = script.convert(written) + data.draw(st.sampled_from(["", "'s", "’s", "s", ",", "!", "…", "?"]))
    # Running text shows no seam when it is typed together.
    typed_seam = data.draw(st.sampled_from([" ", "-"] if runs_on(written) else [" ", "-", ""]))
    typed = script.convert(typed_seam.join(parts))
    ways: list[Query] = [Word(typed), Tag(typed), Phrase(typed)]
    query = data.draw(st.sampled_from(ways))
    text = data.draw(st.sampled_from(["", "gm ", "今天", "RT "])) + written

    terms = pushed(plan(query, names()))

    if match_one(query, post(text, "@x"), names=names()) is not None:
        assert terms is None or any(finds(term, text) for term in terms)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("halving", ["halving", "halvings", "#halving", "#halvings", "@halving", "@halvings"]),
        ("#halving", ["halving", "halvings", "#halving", "#halvings", "@halving", "@halvings"]),
        ('"moon lamp"', ['"moon lamp"', "moonlamp", "#moonlamp", "@moonlamp"]),
        ("发布会", ["发布会", "發佈會", "#发布会", "#發佈會", "發布會", "#發布會"]),
        ("台积电", ["台积电", "台積電", "臺積電", "#台积电", "#台積電", "#臺積電"]),
        ("$BTC", ["$btc"]),
        ("$LONGNAME", ["longname"]),
        ("@cz_binance", ["@cz_binance"]),
        ("oil", ["oil", "oils", '"o i l"', "#oil", "#oils", "@oil", "@oils", "$oil", "$oils"]),
        ("10,000", ["10000", '"10 000"', "@10000"]),
        (
            "O'Neal",
            ["oneal", "oneals", '"o neal"', "#oneal", "#oneals", "@oneal", "@oneals", "$oneal", "$oneals"],
        ),
        ("tag:moonlamp", ["#moonlamp", "#moonlamps"]),
        ('tag:"moon lamp"', ["#moonlamp", "#moon_lamp"]),
        ("=Moonlamp", ["moonlamp", "#moonlamp", "@moonlamp"]),
        ('="Moon Lamp"', ['"moon lamp"', "#moonlamp", "@moonlamp"]),
        ("$BTC lang:en age:<6h min:2 -moonlamp", ["$btc"]),
        ("$BTC near/3 moon*", ["$btc"]),
        ("title:@sama moon -text:lamp", ["@sama"]),
        ("@sama OR $BTC", ["@sama", "$btc"]),
    ],
)
def test_forms(query: str, found: list[str]) -> None:
    """X is asked for a word in each of the forms in which it may stand in a post, and for no other."""
    assert pushed(plan(parse(query))) == frozenset(found)


@pytest.mark.parametrize(
    "query",
    [
        *("/bit.*coin/", "bit*", "the", "ราคา", "from:sama", "author:sama", "site:x.com", "source:reuters"),
        *("$BTC OR /x/", "$BTC OR lang:en from:sama", "url:status", "=OR"),
    ],
)
def test_what_x_cannot_search(query: str) -> None:
    """What X's search has no words for makes an account be read whole."""
    assert pushed(plan(parse(query))) is None


def test_without_signs() -> None:
    """When X is trusted to look behind signs, fewer words are asked for."""
    assert pushed(plan(parse('"moon lamp"')), signs=False) == frozenset({'"moon lamp"', "moonlamp"})


def test_names_of_the_same() -> None:
    """X is asked for every name of somebody, also for those that count beside others only."""
    found = pushed(plan(parse("赵长鹏"), names())) or frozenset()

    assert {
        "赵长鹏",
        "趙長鵬",
        "#赵长鹏",
        "cz",
        "#cz",
        "@cz_binance",
        '"changpeng zhao"',
        "창펑자오",
    } <= found


def test_long_phrase() -> None:
    """A phrase longer than X takes is asked for by its beginning."""
    long, running = pushed(plan(parse(f'"{"moon lamp " * 40}"'))), pushed(plan(parse("币" * 300)))

    assert long is not None
    assert max(map(len, long)) <= 102
    assert running == frozenset({"币" * 50, "幣" * 50})


@pytest.mark.parametrize(
    ("query", "account", "wants"),
    [
        ("from:sama $BTC", "sama", Wants(frozenset({"$btc"}))),
        ("from:@Sama $BTC", "cz", Wants()),
        ("from:sama lang:en", "sama", Wants(full=True)),
        ("-from:sama $BTC", "sama", Wants()),
        ("-from:sama $BTC", "@CZ", Wants(frozenset({"$btc"}))),
        ("-(from:sama OR $ETH) $BTC", "sama", Wants()),
        ("@sama", "sama", Wants(full=True)),
        ("@sama", "cz", Wants(frozenset({"@sama"}))),
        ("author:sama $BTC", "sama", Wants(frozenset({"$btc"}))),
        ("author:sama $BTC", "cz", Wants()),
        ("(from:sama /x/) OR $BTC", "cz", Wants(frozenset({"$btc"}))),
    ],
)
def test_wants_of_an_account(query: str, account: str, wants: Wants) -> None:
    """What a watch says of authors decides whose posts are bought, and with which words."""
    assert wants_of(plan(parse(query)), account) == wants


@pytest.mark.parametrize(
    ("query", "accounts"),
    [
        ("$BTC", None),
        ("from:@Sama $BTC", {"sama"}),
        ("(from:sama OR from:cz) $BTC", {"sama", "cz"}),
        ("from:sama OR $BTC", None),
        ("from:sama from:cz $BTC", set()),
        ("-from:sama $BTC", None),
    ],
)
def test_accounts_of_a_watch(query: str, accounts: set[str] | None) -> None:
    """A watch for posts from somebody wants no account but theirs."""
    assert accounts_of(plan(parse(query))) == accounts


def test_covered_terms_are_left_out() -> None:
    """X is not asked for what another word finds anyway."""
    asked = frozenset({"altman", '"sam altman"', "马斯克", "埃隆马斯克", "#altman", "#sam", "samaltman"})

    assert without_covered(asked) == {"altman", "马斯克", "#altman", "#sam", "samaltman"}
