"""What people may type, how it is read, and what they are told when it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from errors import QueryError, QueryProblem
from matching.query import Query, hashtag, parse, split
from matching.stored import from_json, tree_json

SIGNS = """
bitcoin SamAltman #赵长鹏 ＃AI OR | AND NOT - ( ) " “a x y" „x C++ $BTC .NET a:b , 、 1,000 !! or C# ## -- &&
OR: … （ ） ： title: 标题： lang: lang:it age:<6h age:>2d age: min:2 source:x site:a.b from:@sama url: tag:AI
tag: title:( text:" mac* * ** =AI =" ="a /b.c/i /b/ /( /a*/ / near/3 NEAR/2 near near/ O E NON 或 和 不含 或者
( ( ) ) https://a.b/c http:// =$BTC =. =* #x* /x/s 币安 - - title:- lang:( age:yesterday ＝ ＊ ／a／
"""
PIECES = [*SIGNS.split(), " ", "\n", "x y"]
typed = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
)


def _tried(text: str) -> tuple[Query | None, QueryError | None]:
    try:
        return parse(text), None
    except QueryError as error:
        return None, error


@settings(max_examples=500, deadline=None)
@given(typed)
def test_prints_back_or_suggests(text: str) -> None:
    """What is typed becomes a query that prints back to itself, or a mistake with a working suggestion."""
    query, error = _tried(text)
    if error is not None:
        assert 0 <= error.position <= len(text)
        query = parse(error.suggestion) if error.suggestion else parse("bitcoin")

    assert query is not None
    assert parse(str(query)) == query
    assert str(parse(str(query))) == str(query)
    assert from_json(tree_json(query)) == query
    assert hashtag(query).startswith("#")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a b OR c", "a (b OR c)"),
        ("a|b -c", "(a OR b) -c"),
        ("a AND b", "a b"),
        ("NOT a b", "-a b"),
        ("(a b) OR c", "(a b) OR c"),
        ("－a b", "-a b"),
        ("“Sam  Altman”", '"Sam Altman"'),
        ("＃赵长鹏　（甲｜乙）", "#赵长鹏 (甲 OR 乙)"),
        ("a - b", "a b"),
        ("-(-a)", "a"),
        ("Bitcoin, (ether)", "Bitcoin ether"),
        ("12:30", "12:30"),
        ("ｂｉｔｃｏｉｎ ＯＲ ｅｔｈｅｒ", "bitcoin OR ether"),
        ("ｔｉｔｌｅ：比特币", "title:比特币"),
        ("比特币 或 以太坊", "比特币 OR 以太坊"),
        ("比特币 且 监管 非 广告", "比特币 监管 -广告"),
        ("bitcoin oppure ether NON prezzo", "(bitcoin OR ether) -prezzo"),
        ("биткоин ИЛИ эфир НЕ реклама", "(биткоин OR эфир) -реклама"),
        ("ビットコイン または イーサリアム", "ビットコイン OR イーサリアム"),
        ("비트코인 또는 이더리움", "비트코인 OR 이더리움"),
        ("بيتكوين أو إيثريوم", "بيتكوين OR إيثريوم"),
        ("bitcoin or ether", "bitcoin or ether"),
        ("vitamin E", 'vitamin "E"'),
        ('צה"ל', 'צה"ל'),
        ("site:https://www.example.org/news x", "site:example.org/news x"),
        ("=#AI", "=AI"),
        ("a near/1000 b", "a near/1000 b"),
        ("title:(:0)", "title:0"),
        ("a NOT /'/", "a -/'/"),
        ("赵 ｎｅａｒ／２ 鹏", "赵 near/2 鹏"),
    ],
)
def test_reading(text: str, read: str) -> None:
    """A query is read as the page for users says, and the answer can show that reading."""
    assert str(parse(text)) == read


@pytest.mark.parametrize(
    ("text", "problem", "position", "suggestion"),
    [
        ("", QueryProblem.EMPTY, 0, ""),
        ("!!! …", QueryProblem.EMPTY, 0, ""),
        ("-a -b", QueryProblem.ONLY_NEGATIVE, 0, "a b"),
        ("a OR -b", QueryProblem.ONLY_NEGATIVE, 5, "a OR b"),
        ('x "sam altman', QueryProblem.SYNTAX, 2, 'x "sam altman"'),
        ("x (a OR b", QueryProblem.SYNTAX, 2, "x (a OR b)"),
        ("a) b", QueryProblem.SYNTAX, 1, "a b"),
        ("a OR", QueryProblem.SYNTAX, 2, "a"),
        ("OR a", QueryProblem.SYNTAX, 0, "a"),
        ("a " * 65, QueryProblem.TOO_MANY_TERMS, 128, " ".join("a" * 64)),
        ("(" * 33 + "a" + ")" * 33, QueryProblem.TOO_DEEP, 32, "a"),
        ("a " + "b" * 1000, QueryProblem.TOO_LONG, 1000, "a"),
    ],
)
def test_mistake(text: str, problem: QueryProblem, position: int, suggestion: str) -> None:
    """A mistake is told with its place and a query that works."""
    with pytest.raises(QueryError) as caught:
        parse(text)

    error = caught.value
    assert (error.problem, error.position, error.suggestion) == (problem, position, suggestion)


def test_several_watches() -> None:
    """A comma or a new line separates watches, but not in quotes, parentheses or numbers."""
    text = '#赵长鹏，SamAltman、"a, b"\n(c, d),1,000 btc,, '

    assert split(text) == ("#赵长鹏", "SamAltman", '"a, b"', "(c, d)", "1,000 btc")


def test_a_mistake_in_one_watch_leaves_the_others_alone() -> None:
    """What is opened in one line and never closed does not swallow the lines that follow."""
    text = '(a OR b, bitcoin\n(c, (d, e) f)\n"spot etf, x\neth'

    assert split(text) == ("(a OR b", "bitcoin", "(c, (d, e) f)", '"spot etf, x', "eth")
    assert split("(a OR (b, c), d\ne") == ("(a OR (b, c)", "d", "e")


@pytest.mark.parametrize(
    ("query", "tag"),
    [
        ("#赵长鹏", "#赵长鹏"),
        ("SamAltman", "#SamAltman"),
        ("Sam Altman", "#Sam_Altman"),
        ('"S&P 500" -jobs', "#S_P_500"),
        ("2025", "#_2025"),
        ("a OR b", "#a"),
        ("C++", "#C"),
        ("ทำไม", "#ทำไม"),
    ],
)
def test_hashtag(query: str, tag: str) -> None:
    """The alert ends with a hashtag that Telegram makes a link of."""
    assert hashtag(parse(query)) == tag


def test_page_for_users() -> None:
    """Every query that the page for users shows is one that Hark takes."""
    page = (Path(__file__).resolve().parents[2] / "docs" / "queries.md").read_text(encoding="utf-8")
    rows = [line.split(" | ")[0] for line in page.splitlines() if line.startswith("| `")]

    assert len(rows) >= 10
    for row in rows:
        for watch in split(row.removeprefix("| ").strip("`")):
            parse(watch)
