"""What a query would have told: exactly the items that it hits, counted, and how it would tell less."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.backtest import Backtest, Period, backtest
from matching.context import Context
from matching.index import match_one
from matching.names import Names
from matching.query import parse
from matching.tightening import Kind
from matching.tree import Query
from model import Entry, Item
from tests import loaded
from tests.matching.test_index import entries as any_entry
from tests.matching.test_index import queries as any_query

NOW = datetime(2026, 5, 8, 12, tzinfo=UTC)
DAY = timedelta(days=1)
WEEK = Period(NOW - 7 * DAY, NOW)


@cache
def _names() -> Names:
    return Names(loaded.table())


def _item(number: int, title: str, *, source: str = "A", ago: timedelta = DAY / 24, text: str = "") -> Item:
    return Item(number, 1, source, Entry(title=title, text=text), NOW - ago)


def _tried(words: str, items: Sequence[Item]) -> Backtest:
    return backtest(parse(words), items, WEEK, _names())


def _hits(query: Query, item: Item) -> bool:
    return match_one(query, item.entry, Context(item.source_name, item.found), _names()) is not None


def _of(tried: Backtest, kind: Kind) -> tuple[str, int, str]:
    """Return what is offered of a kind: the query, how many it removes, what it is about."""
    [found] = [each for each in tried.tightenings if each.kind is kind]
    return found.query, found.removed, found.what


@settings(max_examples=200, deadline=None)
@given(any_query, st.lists(st.tuples(any_entry, st.sampled_from(["Binance", "币安", ""])), max_size=12))
def test_it_hits_what_the_watch_would(query: Query, brought: list[tuple[Entry, str]]) -> None:
    """The items found are those that the watch would have told, and a tightening removes what it says."""
    items = [Item(number, 1, source, entry, NOW) for number, (entry, source) in enumerate(brought)]

    tried = backtest(query, items, Period(NOW - 100 * DAY, NOW), _names())

    assert {item.id for item in tried.hits} == {item.id for item in items if _hits(query, item)}
    for each in tried.tightenings:
        kept = [item for item in tried.hits if _hits(parse(each.query), item)]
        assert 0 < len(kept) == len(tried.hits) - each.removed < len(tried.hits)
        assert not set(map(id, each.examples)) & set(map(id, kept))


def test_hits_are_counted_by_day_and_source() -> None:
    """The days reach back to the oldest item; the noisiest source comes first, the samples are mixed."""
    items = [
        _item(1, "AI", source="CoinDesk", ago=DAY / 2),
        _item(2, "AI", source="CoinDesk", ago=DAY / 3),
        _item(3, "AI", source="CoinDesk", ago=DAY / 4),
        _item(4, "AI", source="Wired", ago=DAY * 1.5),
        _item(5, "other", source="Wired", ago=DAY * 2.5),
    ]

    tried = _tried("AI", items)

    assert tried.days == (3, 1, 0)
    assert tried.sources == (("CoinDesk", 3), ("Wired", 1))
    assert [item.id for item in tried.samples] == [3, 4, 2]
    assert (len(tried.hits), tried.of, round(tried.per_day, 2)) == (4, 5, 1.33)


def test_what_was_published_long_ago_is_no_news() -> None:
    """What a new source listed of last year does not count; a date in the future is no better than none."""
    old = Item(1, 1, "A", Entry(title="AI", published=NOW - 300 * DAY), NOW - DAY)
    later = Item(2, 1, "A", Entry(title="AI", published=NOW + DAY), NOW - DAY / 2)

    tried = _tried("AI", [old, later])

    assert [item.id for item in tried.hits] == [2]
    assert tried.days == (1,)


def test_an_age_is_that_at_the_time() -> None:
    """`age:<6h` is judged as it was when the item was found."""
    fresh = Entry(title="AI", published=NOW - 3 * DAY)
    items = [Item(1, 1, "A", fresh, NOW - 3 * DAY), Item(2, 1, "A", fresh, NOW - 2 * DAY)]

    assert [item.id for item in _tried("AI age:<6h", items).hits] == [1]


def test_the_title_alone_removes_what_only_mentions() -> None:
    """Items that mention the words far down are what "title only" would leave out."""
    items = [_item(1, "AI rises"), _item(2, "Markets", text="said AI"), _item(3, "Rain", text="said AI")]

    assert _of(_tried("AI", items), Kind.TITLE) == ("title:AI", 2, "")


def test_what_is_negated_stays_negated() -> None:
    """Asked of the title only, "-hype" is still asked of everything."""
    items = [_item(1, "AI rises"), _item(2, "Markets", text="said AI"), _item(3, "AI", text="hype")]

    assert _of(_tried("AI -hype", items), Kind.TITLE) == ("title:AI -hype", 1, "")


def test_words_side_by_side_may_be_a_phrase() -> None:
    """Two loose words are offered as a phrase and near each other."""
    far = "interest was low and nobody of us here knew how the rates would go on"
    items = [_item(1, "interest rates up"), _item(2, far), _item(3, "rates of interest")]

    tried = _tried("interest rates", items)

    assert _of(tried, Kind.PHRASE) == ('"interest rates"', 2, '"interest rates"')
    assert _of(tried, Kind.NEAR) == ("interest near/5 rates", 1, "")


def test_the_noisiest_source_can_be_left_out() -> None:
    """The source with most hits, whatever it is called."""
    noisy = 'The "Daily" News'
    items = [_item(number, "AI", source=noisy) for number in range(4)] + [_item(5, "AI", source="Wired")]

    assert _of(_tried("AI", items), Kind.SOURCE) == ('AI -source:"The Daily News"', 4, noisy)


def test_other_names_can_be_left_out() -> None:
    """A word exactly as written finds neither its other names nor small letters."""
    items = [_item(1, "Apple pays"), _item(2, "an apple a day"), _item(3, "Apple again")]

    assert _of(_tried("apple", items), Kind.EXACT) == ("=Apple", 1, "Apple")


def test_the_main_language_can_be_kept() -> None:
    """With hits in two languages the one with more is offered."""
    english = "Apple said on Monday that it would open a new office in the north of the country next year"
    chinese = "苹果周一表示明年将在该国北部开设一间新的办公室，并将雇用更多员工"
    items = [_item(1, english), _item(2, english), _item(3, chinese)]

    assert _of(_tried("Apple OR 苹果", items), Kind.LANGUAGE) == ("(Apple OR 苹果) lang:en", 1, "en")


def test_a_word_that_tells_many_hits_apart() -> None:
    """A word that many hits say and hardly anything else does can be excluded; everyday words are not."""
    others = [
        _item(100 + number, f"The market and its people of the north number {number} went with us for long")
        for number in range(40)
    ]
    pies = [_item(number, f"The apple pie recipe of the north and number {number}") for number in range(6)]
    phones = [_item(10 + number, f"The apple of the phone and number {number}") for number in range(4)]

    tried = _tried("apple", [*others, *pies, *phones])

    assert _of(tried, Kind.WORD) in (("apple -pie", 6, "pie"), ("apple -recipe", 6, "recipe"))


def test_a_chinese_word_is_found_whole() -> None:
    """In text without spaces the word is offered that two characters are nearly always a part of."""
    others = [_item(100 + number, f"今天市场平稳运行没有变化第{number}号报告") for number in range(40)]
    after = "甲乙丙丁戊己庚辛壬癸"
    hits = [_item(n, f"苹果公司{'发布会' if n % 2 else '财报'}{after[n]}") for n in range(10)]

    query, removed, word = _of(_tried("苹果", [*others, *hits]), Kind.WORD)

    assert (query, removed) == (f"苹果 -{word}", 5)
    assert word in ("发布会", "财报")


def test_long_queries_are_not_made_too_long() -> None:
    """A tightening that could not be typed is not offered."""
    words = " OR ".join(f"word{number}" for number in range(64))
    items = [_item(1, "word1", source="A"), _item(2, "word2", source="B"), _item(3, "word3", source="B")]

    assert not [each for each in _tried(words, items).tightenings if each.kind is Kind.SOURCE]


def test_nothing_is_tried_on_nothing() -> None:
    """Without items there are no hits, on one day."""
    tried = _tried("AI", [])

    assert (tried.hits, tried.of, tried.days, tried.tightenings) == ((), 0, (0,), ())
