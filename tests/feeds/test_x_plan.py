"""What X is asked for, of whom, in how many queries."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.x_packing import ROOM, bound, fifty, world
from feeds.x_cover import cover
from feeds.x_plan import APART, Limits, XQuery, plan
from feeds.x_query import OVERLAP, REACH, later, snowflake
from model import Failure, FailureReason, Source, SourceKind, Wants

NOW = datetime(2026, 5, 8, 8, tzinfo=UTC)
READ = datetime(2026, 4, 1, 7, tzinfo=UTC)
LIMITS = Limits()
LATELY = str(snowflake(NOW - timedelta(minutes=1)))
REFUSED = Failure(FailureReason.X_REFUSED, 400)


def account(
    number: int, handle: str, cursor: str = "", *, read: bool = True, failure: Failure | None = None
) -> Source:
    """Return an X source as the store would give it."""
    return Source(
        id=number,
        kind=SourceKind.X,
        address=handle,
        name=f"@{handle}",
        shared=True,
        cursor=cursor,
        first_read=READ if read else None,
        failure=failure,
    )


def read(number: int, handle: str, cursor: str = LATELY) -> Source:
    """Return an account that has been read up to a minute ago."""
    return account(number, handle, cursor)


def some(*words: str) -> Wants:
    """Return wants of words."""
    return Wants(frozenset(words))


def length(query: str) -> int:
    """Return the length of a query when X counts each character beyond Latin twice."""
    return sum(1 + (char > "\u2e80") for char in query)


def shown(queries: Sequence[XQuery]) -> list[str]:
    """Return the queries as X takes them."""
    return [each.query for each in queries]


def test_accounts_with_the_same_words_share_a_query() -> None:
    """Two accounts of which the same is wanted are asked at once, and their retweets are not asked for."""
    wants = {"sama": some("halving", "#halving"), "cz_binance": some("halving", "#halving")}

    queries = plan([read(1, "sama"), read(2, "cz_binance")], wants, LIMITS, NOW)

    assert shown(queries) == ["(from:cz_binance OR from:sama) (#halving OR halving) -is:retweet"]
    assert [source.id for source in queries[0].sources] == [2, 1]
    assert queries[0].since == later(int(LATELY), -OVERLAP)


def test_nobody_buys_words_for_others() -> None:
    """A word that one chat wants of its own account is not bought of the accounts of another chat."""
    wants = {"a": some("x", "y"), "b": some("y", "z")}

    queries = plan([read(1, "a"), read(2, "b")], wants, LIMITS, NOW)

    pairs = {(source.address, word) for each in queries for source in each.sources for word in each.words}
    assert pairs == {("a", "x"), ("a", "y"), ("b", "y"), ("b", "z")}


def test_everything_is_asked_without_words() -> None:
    """An account that somebody follows for everything is asked for all its posts, others for words only."""
    wants = {"a": Wants(frozenset({"x"}), full=True), "b": some("x")}

    queries = plan([read(1, "a"), read(2, "b")], wants, LIMITS, NOW)

    assert shown(queries) == ["(from:a) -is:retweet", "(from:b) (x) -is:retweet"]


def test_nothing_wanted_is_not_asked() -> None:
    """Of an account that nobody wants anything of, nothing is bought."""
    assert plan([read(1, "a"), read(2, "b")], {"a": Wants()}, LIMITS, NOW) == ()


def test_a_word_too_long() -> None:
    """A word that no query has room for is not left out: all posts are read instead."""
    wants = {"a": some("x", f'"{"word " * 100}"')}

    assert shown(plan([read(1, "a")], wants, LIMITS, NOW)) == ["(from:a) -is:retweet"]


def test_accounts_read_differently_are_asked_apart() -> None:
    """New accounts, accounts left behind and refused ones make no other be read again or fail."""
    behind = str(snowflake(NOW - APART - timedelta(minutes=2)))
    ancient = str(snowflake(NOW - timedelta(days=20)))
    sources = [
        read(1, "a"),
        read(2, "b", behind),
        read(3, "c", ancient),
        account(4, "d", read=False),
        account(5, "e"),
        account(6, "f", LATELY, failure=REFUSED),
        account(7, "g", LATELY, failure=REFUSED),
        read(8, "h"),
    ]

    queries = plan(sources, {source.address: some("x") for source in sources}, LIMITS, NOW)

    assert [[source.address for source in each.sources] for each in queries] == [
        *(["d"], ["e"], ["a", "h"], ["b"], ["c"], ["f"], ["g"])
    ]
    assert [each.baseline for each in queries] == [True] + [False] * 6
    assert [each.raised for each in queries] == [False] * 4 + [True] + [False] * 2
    assert queries[1].since is None
    assert queries[3].since == later(int(behind), -OVERLAP)
    assert queries[4].since == snowflake(NOW - REACH)


handles = st.text("abcdefghijklmnopqrstuvwxyz0123456789_", min_size=1, max_size=15)
words = st.one_of(
    st.text("abcdefghij", min_size=1, max_size=14),
    st.text("赵长鹏币安比特", min_size=1, max_size=9),
    st.text("abcdef ", min_size=1, max_size=30).map(lambda text: f'"a {text}"'),
)
cursors = st.sampled_from(["", "7", LATELY, str(snowflake(NOW - timedelta(hours=9)))])
failures = st.sampled_from([None, None, None, REFUSED, Failure(FailureReason.TIMEOUT)])


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Source], dict[str, Wants]]:
    """Draw accounts and what is wanted of them: some words of few lists, as chats have them."""
    lists = draw(st.lists(st.frozensets(words, max_size=20), min_size=1, max_size=4))
    sources, wants = [], {}
    for number, handle in enumerate(draw(st.lists(handles, unique=True, max_size=40))):
        cursor, failure, was_read = draw(cursors), draw(failures), draw(st.booleans())
        sources.append(account(number, handle, cursor, read=was_read, failure=failure))
        chosen = draw(st.lists(st.sampled_from(lists), max_size=3))
        wants[handle] = Wants(frozenset().union(*chosen), draw(st.integers(0, 9)) == 0)
    return sources, wants


def check(queries: Sequence[XQuery], wants: dict[str, Wants], limits: Limits) -> None:
    """Assert that what is wanted is asked for, and nothing else, in queries that X takes."""
    bought: dict[str, set[str]] = {}
    full: set[str] = set()
    for each in queries:
        assert length(each.query) <= limits.query
        for source in each.sources:
            bought.setdefault(source.address, set()).update(each.words)
            full.update([] if each.words else [source.address])
    for handle, wanted in wants.items():
        assert (handle in full) == wanted.full
        assert bought.get(handle, set()) == (set() if wanted.full else wanted.words)


@settings(max_examples=150, deadline=None)
@given(worlds(), st.sampled_from([Limits(), Limits(150), Limits(4096)]), st.randoms(use_true_random=False))
def test_all_that_is_wanted_and_nothing_else(
    made: tuple[list[Source], dict[str, Wants]], limits: Limits, chance: random.Random
) -> None:
    """Whatever is wanted of whom, it is asked for, nothing else is, and X takes every query."""
    sources, wants = made

    queries = plan(sources, wants, limits, NOW)

    check(queries, wants, limits)
    for each in queries:
        kinds = {
            (source.cursor == "", source.cursor == "" and source.first_read is None)
            for source in each.sources
        }
        assert len(kinds) == 1
        assert each.baseline == kinds.pop()[1]
        newest = max((int(source.cursor) for source in each.sources if source.cursor), default=0)
        assert each.since is None or each.raised or each.since >= later(newest, -APART - OVERLAP)
        if any(source.failure == REFUSED for source in each.sources):
            assert len(each.sources) == 1
    chance.shuffle(sources)
    assert set(plan(sources, dict(reversed(wants.items())), limits, NOW)) == set(queries)


@settings(max_examples=60, deadline=None)
@given(worlds(), worlds())
def test_what_was_asked_before(
    made: tuple[list[Source], dict[str, Wants]], earlier: tuple[list[Source], dict[str, Wants]]
) -> None:
    """Whatever was asked before, the same is asked for now, in no more queries than if nothing had been."""
    sources, wants = made
    asked = {source.address: wants.get(source.address, Wants()) for source in earlier[0]} | earlier[1]
    before = plan(earlier[0], asked, LIMITS, NOW)

    queries = plan(sources, wants, LIMITS, NOW, before)

    check(queries, wants, LIMITS)
    assert len(queries) <= len(plan(sources, wants, LIMITS, NOW))


def test_a_new_word_changes_little() -> None:
    """A word more or less leaves accounts where they are in queries, as long as that costs none."""
    sources = [read(number, handle) for number, handle in enumerate(fifty(1))]
    words = [f"word{number:04}" for number in range(40)]
    before = plan(sources, {source.address: some(*words) for source in sources}, LIMITS, NOW)

    after = plan(sources, {source.address: some("new", *words) for source in sources}, LIMITS, NOW, before)
    back = plan(sources, {source.address: some(*words) for source in sources}, LIMITS, NOW, after)

    assert [each.sources for each in after] == [each.sources for each in before]
    changed = {frozenset(each.words) for each in after} - {frozenset(each.words) for each in before}
    assert len(changed) <= len({each.sources for each in before})
    assert back == before


@pytest.mark.parametrize(("words_", "most"), [(5, 3), (20, 5), (50, 13), (100, 24)])
def test_fifty_accounts(words_: int, most: int) -> None:
    """Fifty accounts take no more queries than were reckoned with."""
    wants = {handle: Wants(words) for handle, words in fifty(words_).items()}
    sources = [read(number, handle) for number, handle in enumerate(wants)]

    queries = plan(sources, wants, LIMITS, NOW)

    assert len(queries) <= most
    check(queries, wants, LIMITS)


def test_fifty_accounts_for_everything() -> None:
    """Without words 25 accounts of 11 characters share a query."""
    handles_ = list(fifty(1))
    sources = [read(number, handle) for number, handle in enumerate(handles_)]

    assert len(plan(sources, dict.fromkeys(handles_, Wants(full=True)), Limits(spare=0), NOW)) == 2


def test_few_queries() -> None:
    """Chats with accounts of their own beside shared ones take few more queries than must be."""
    made = [wanted for wanted in map(world, range(24)) if wanted]
    found = [len(cover(wanted, ROOM)) for wanted in made]
    least = [bound(wanted, ROOM) for wanted in made]

    assert all(a >= b for a, b in zip(found, least, strict=True))
    assert sum(found) <= 1.3 * sum(least)
    assert sorted(a / b for a, b in zip(found, least, strict=True))[len(made) // 2] <= 1.15


def test_halves_find_the_word_that_x_refuses() -> None:
    """A query that X refuses is halved by words, then by accounts, until one word of one is blamed."""
    sources = tuple(read(number, f"account{number}") for number in range(3))
    todo = [XQuery(sources, tuple(f"word{number}" for number in range(16)), since=7)]
    asked, blamed = 0, []
    while todo:
        query = todo.pop()
        asked += 1
        if "word11" in query.words:
            todo += query.halves()
            blamed += [] if query.halves() else [query]

    assert {each.words for each in blamed} == {("word11",)}
    assert [each.sources for each in blamed] == [(source,) for source in reversed(sources)]
    assert {each.since for each in blamed} == {7}
    assert asked <= 14


def test_halves_by_accounts() -> None:
    """A query with more posts than are read at once is halved by accounts, whose words stay together."""
    sources = tuple(read(number, f"account{number}") for number in range(3))

    one, other = XQuery(sources, ("x", "y")).by_accounts()

    assert (one.sources, other.sources, one.words) == (sources[:1], sources[1:], ("x", "y"))
    assert XQuery(sources[:1]).halves() == ()
    assert XQuery(sources[:2]).halves() == (XQuery(sources[:1]), XQuery(sources[1:2]))


def test_raised() -> None:
    """A query older than X searches is asked a minute later than X's limit, and says what is lost."""
    query = XQuery((read(1, "a"),), ("x",), since=7).raised_to(snowflake(NOW))

    assert (query.since, query.raised) == (snowflake(NOW + timedelta(minutes=1)), True)
