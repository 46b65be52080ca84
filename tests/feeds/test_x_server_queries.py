"""The loopback X reads and refuses queries as X does: a server that takes anything would prove nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.servers.x_accounts import Account, XPost
from tests.servers.x_behaviour import ASSUMED, KIND, Behaviour, Unit, length
from tests.servers.x_language import QueryRefused, parsed, terms
from tests.servers.x_matching import Matcher

HARD = Behaviour()
AUTHOR = Account("7", "CZ_Binance", "CZ")
OTHER = Account("8", "sama", "Sam")


def post(text: str, number: int = 1, account: Account = AUTHOR) -> XPost:
    """Return a post."""
    return XPost(number, account, text, datetime(2026, 11, 24, tzinfo=UTC), history=(number,))


def holds(query: str, text: str | XPost, behaviour: Behaviour = HARD, *, streamed: bool = False) -> bool:
    """Tell whether a query finds a post."""
    asked = post(text) if isinstance(text, str) else text
    matcher = Matcher(behaviour, {"5": frozenset({"cz_binance"})})
    return matcher.holds(parsed(query), asked, streamed=streamed)


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("-btc", "positive"),
        ("-btc -eth", "positive"),
        ("btc OR -eth", "positive"),
        ("btc (x OR -y)", "positive"),
        ("the", "non-stopword"),
        ("lang:en", "positive"),
        ("is:reply", "positive"),
        ("-is:retweet", "positive"),
        ("has:links OR is:retweet", "positive"),
        ("from:a OR has:links", "positive"),
        ("-(snow OR day) skiing", "group"),
        ("(from:a OR from:b", "missing ')'"),
        ("from:a)", "no viable"),
        ("()", "no viable"),
        ("btc OR", "no viable"),
        ("OR btc", "no viable"),
        ("btc OR OR eth", "no viable"),
        ("btc or eth", "Ambiguous"),
        ("btc AND eth", "Ambiguous"),
        ("coca-cola", "no viable"),
        ("it's", "no viable"),
        ("50%", "no viable"),
        ("❤️", "no viable"),
        ('"unfinished', "no viable"),
        ('btc ""', "empty phrase"),
        ("#123", "no viable"),
        ("#", "no viable"),
        ("$", "no viable"),
        ("@a-b", "no viable"),
        ("https://x.com", "invalid operator 'https'"),
        ("point_radius:1 btc", "invalid operator 'point_radius'"),
        ("is:nothing btc", "invalid operator 'is:nothing'"),
        ("has:nothing btc", "invalid operator 'has:nothing'"),
        ("lang:xx btc", "Invalid value"),
        ("from:not-a-name", "Invalid value"),
        ("from:", "no viable"),
        ("conversation_id:abc", "Invalid value"),
        ("list:1 OR list:2", "list"),
        ("is:nullcast btc", "negated"),
    ],
)
def test_what_x_refuses_is_refused(query: str, why: str) -> None:
    """A query that X would not take cannot look good in a test."""
    with pytest.raises(QueryRefused, match=why.replace("(", r"\(").replace(")", r"\)")):
        parsed(query)


@pytest.mark.parametrize(
    "query",
    [
        '(from:a OR from:b) (btc OR "to the moon" OR #eth OR $SOL OR @sama) -is:retweet',
        '"X data" has:mentions (has:media OR has:links)',
        "apple OR iphone ipad",
        'from:2244994945 -to:sama url:"https://x.com/"',
        "conversation_id:1334987486343299072 (from:a OR from:b)",
        "list:5 赵长鹏 lang:zh-CN -is:nullcast",
        '"or" "and" "coca-cola" "❤️"',
        "(((btc)))",
        "😃 FROM:a",
    ],
)
def test_what_x_takes_is_taken(query: str) -> None:
    """Queries like those of X's documents are read."""
    assert terms(parsed(query))


def test_and_binds_tighter_than_or() -> None:
    """`apple OR iphone ipad` is apple, or both others, as X's documents say."""
    assert holds("apple OR iphone ipad", "an apple")
    assert not holds("apple OR iphone ipad", "an iphone")
    assert holds("ipad iphone OR android", "android")
    assert not holds("(apple OR iphone) ipad", "an apple")


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("mac", "my Mac!", True),
        ("mac", "a machine", False),
        ("MAC", "my mac", True),
        ("cola", "I like coca-cola", True),
        ('"coca-cola"', "Coca-Cola!", True),
        ('"coca cola"', "coca-cola", False),
        ('"to the  moon"', "To the Moon", True),
        ('"the moon"', "the moonlight", False),
        ('"he moon"', "the moon", False),
        ("bitcoin", "#bitcoin", False),
        ('"bitcoin"', "#bitcoin", False),
        ("#bitcoin", "#Bitcoin up", True),
        ("#bitcoin", "#bitcoins", False),
        ("#bitcoin", "bitcoin", False),
        ("#赵长鹏", "看 #赵长鹏 出狱", True),
        ("#नमस्ते", "#नमस्ते जी", True),
        ("$btc", "$BTC up", True),
        ("btc", "$BTC up", False),
        ("@sama", "thanks @Sama", True),
        ("@sam", "thanks @sama", False),
        ("sama", "thanks @sama", False),
        ('"#v2 api"', "the #v2 API", True),
        ("musica", "la música", True),
        ("música", "la musica", True),
        ("赵长鹏", "今天 赵长鹏，出狱", True),
        ("赵长鹏", "赵长鹏出狱", False),
        ("example", "see https://example.org/a", False),
        ("altman", "sam_altman", True),
        ('"to the moon"', "to\nthe moon", True),
        ('"a b"', "a #tag b", False),
        ("नमस्ते", "नमस्ते!", True),
        ("नमस", "नमस्ते!", False),
        ("ＢＴＣ", "BTC", False),
        ("url:example", "see https://example.org/a", True),
        ('url:"https://example.org"', "see https://example.org/a", True),
        ("btc -eth", "btc and eth", False),
        ('btc -"two words"', "btc two words", False),
        ("from:cz_binance", "hi", True),
        ("from:7", "hi", True),
        ("from:sama", "hi", False),
        ("list:5", "hi", True),
        ("list:6", "hi", False),
        ("hi lang:en", "hi", True),
        ("hi lang:fr", "hi", False),
        ("hi has:hashtags", "hi", False),
        ("hi has:hashtags", "hi #a", True),
        ("hi has:links", "hi https://a.b", True),
        ("hi has:mentions", "hi @a", True),
        ("hi has:cashtags", "hi $A", True),
        ("hi has:media", "hi", False),
        ("hi is:verified", "hi", False),
        ("😃", "hey😃you", True),
    ],
)
def test_words_are_found_as_x_finds_them(query: str, text: str, found: bool) -> None:
    """Where X's documents are silent, the loopback X finds less, so that Hark has to ask for more."""
    assert holds(query, text) is found


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("赵长鹏", "赵长鹏出狱"),
        ('"赵长鹏"', "昨天赵长鹏出狱"),
        ("BTC", "今天BTC价格"),
        ("比特币ETF", "看比特币ETF大涨"),
        ("비트코인", "비트코인이"),
        ("BTC", "ＢＴＣ"),
        ("bitcoin", "#bitcoin"),
        ('"coca cola"', "coca-cola"),
        ("tail", "word " * 80 + "tail"),
    ],
)
def test_a_kinder_x_finds_more(query: str, text: str) -> None:
    """Each thing that nobody has proven of X can be tried both ways."""
    assert not holds(query, text)
    assert holds(query, text, KIND)


def test_search_looks_at_own_words_only_and_streams_at_quoted_ones_too() -> None:
    """A quoted post is found by a stream and not by a search."""
    made = replace(post("look at this", 2), quotes=post("bitcoin", 1, OTHER))

    assert not holds("bitcoin", made)
    assert holds("bitcoin", made, streamed=True)
    assert holds("look is:quote quotes_of_tweet_id:1", made)


def test_keywords_find_no_retweets() -> None:
    """Since May 2026 a search for words finds no retweets; one for accounts still does."""
    made = replace(post("RT @sama: bitcoin", 2), retweet=True, retweets=post("bitcoin", 1, OTHER))

    assert not holds("bitcoin", made)
    assert holds("bitcoin", made, replace(HARD, retweets_by_keyword=True))
    assert holds("bitcoin", made, streamed=True)
    assert holds("from:cz_binance is:retweet retweets_of:sama", made)
    assert not holds("from:cz_binance -is:retweet", made)


def test_replies_are_found_by_whom_and_what_they_answer() -> None:
    """A reply belongs to its conversation."""
    first = post("a question", 1, OTHER)
    made = replace(post("an answer", 2), replies_to=first)

    assert holds("to:sama is:reply conversation_id:1 in_reply_to_tweet_id:1", made)
    assert not holds("answer -is:reply", made)
    assert holds("conversation_id:1", first)


def test_accents_count_in_streams() -> None:
    """A stream does not find música by musica."""
    assert not holds("musica", "la música", streamed=True)
    assert holds("música", "la música", streamed=True)


@pytest.mark.parametrize(("unit", "size"), [(Unit.CODE_POINTS, 5), (Unit.WEIGHTED, 8), (Unit.BYTES, 11)])
def test_length_can_be_counted_in_several_ways(unit: Unit, size: int) -> None:
    """X does not say what a character is: Chinese ones are counted twice unless a test wants it otherwise."""
    assert length("#a赵长鹏", unit) == size


@pytest.mark.parametrize(("query", "text"), [("bitcoin", "#bitcoin"), ("tail", "word " * 80 + "tail")])
def test_what_hark_relies_on_is_not_all_kindness(query: str, text: str) -> None:
    """Words in tags and after the cut of a long post are found by nothing that Hark relies on."""
    assert not holds(query, text, ASSUMED)
    assert holds("比特币ETF", "看 #比特币ETF大涨", ASSUMED)


@given(st.text(max_size=60))
def test_no_query_breaks_the_reader(query: str) -> None:
    """Whatever is asked is read or refused."""
    try:
        tree = parsed(query)
    except QueryRefused:
        return
    assert tree.stands_alone
    holds(query, query[:20] or "x")


@given(st.text("ab赵#$@ -\"'.,", min_size=1, max_size=30))
def test_a_phrase_finds_itself(text: str) -> None:
    """A post is found by its whole text in quotation marks, whatever it holds."""
    quoted = text.replace('"', "").strip()
    if quoted:
        assert holds(f'"{quoted}"', quoted, KIND)
