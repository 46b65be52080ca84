"""Whatever a feed is made of and however it churns: nothing twice, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model import Entry, KnownItem
from stories.identity import keys_of, recognise
from tests.effort import calls_of
from tests.stories.shelf import EPOCH, Shelf, article, articles, source

calm = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow], database=None)

few = st.sampled_from(
    ["", "a", "b", "https://example.com/a", "https://example.com/", "tag:example.com,2026:1"]
)
words = st.sampled_from(
    ["", "News", "Daily thread", "赵长鹏", "A text that is long enough to tell something by itself"]
)
dates = st.none() | st.integers(0, 3).map(lambda hours: EPOCH + timedelta(hours=hours))
anything = st.builds(
    Entry,
    guid=few | st.text(max_size=8),
    url=few.filter(lambda text: text.startswith("http") or not text),
    title=words | st.text(max_size=8),
    text=words,
    published=dates,
)
documents = st.lists(anything, max_size=12)
numbers = st.lists(st.integers(1, 60), min_size=3, max_size=20, unique=True)


@calm
@given(documents, st.randoms(use_true_random=False))
def test_the_same_again(entries: list[Entry], random: Random) -> None:
    """A document shown twice, in any order, tells nothing the second time."""
    shelf = Shelf()
    shelf.show(entries)
    assert shelf.show(entries) == []

    random.shuffle(entries)
    assert shelf.show(entries) == []


def _moved(entry: Entry) -> Entry:
    url = entry.url.replace("news.example.com", "moved.example.org")
    return replace(entry, guid=url, url=url)


churns = st.sampled_from(
    [
        lambda entry: replace(entry, guid=f"again/{entry.guid}"),
        lambda entry: replace(entry, title=f"{entry.title}!", text=""),
        lambda entry: replace(entry, published=EPOCH + timedelta(days=1)),
        lambda entry: replace(entry, published=None),
        lambda entry: replace(entry, url=f"{entry.url}?utm_source=feed"),
        lambda entry: replace(entry, guid=""),
        _moved,
    ]
)


@calm
@given(numbers, st.lists(churns, min_size=1, max_size=4), st.data())
def test_churn(shown: list[int], rewrites: list[Callable[[Entry], Entry]], data: st.DataObject) -> None:
    """A document rewritten as a whole, time and again, tells what is new among it and nothing else."""
    shelf = Shelf()
    entries = [article(number) for number in shown]
    shelf.show(entries)
    for step, rewrite in enumerate(rewrites):
        new = article(100 + step)
        entries = data.draw(st.permutations([*map(rewrite, entries), new]))
        assert shelf.show(entries) == [new]


@calm
@given(numbers, numbers)
def test_what_is_new_is_told(before: list[int], after: list[int]) -> None:
    """Of an ordinary feed each entry is told at its first sight, and at no other."""
    shelf = Shelf()
    shelf.show([article(number) for number in before])

    new = shelf.show([article(number) for number in after])

    assert new == [article(number) for number in after if number not in before]


@calm
@given(documents, documents)
def test_an_unmistakable_entry(before: list[Entry], after: list[Entry]) -> None:
    """An entry whose id, link, title and text were never seen is told, whatever stands around it."""
    shelf = Shelf()
    shelf.show(before)
    new = article(7)

    assert new in shelf.show([*after, new])


def test_two_hundred_entries_at_a_time() -> None:
    """A long feed, wholly rewritten, is told apart."""
    shelf = Shelf()
    shelf.show(articles(200))

    assert shelf.show([*map(_moved, articles(200)), article(201)]) == [article(201)]


def _effort(entries: Sequence[Entry]) -> int:
    """Return how much work it is to recognise what is all known."""
    sighted = [(entry, keys_of(entry, 1)) for entry in entries]
    known = [
        KnownItem(number, 1, frozenset(keys.all()), entry.published)
        for number, (entry, keys) in enumerate(sighted)
    ]
    return calls_of(lambda: recognise(sighted, known, source(), frozenset()))


def test_a_hostile_document_is_bounded() -> None:
    """Entries that all share guid, link and title cost no more each when there are more of them."""
    same = [replace(entry, guid="1", url="https://example.com/1", title="1") for entry in articles(500)]

    assert _effort(same) < 3 * _effort(same[:250])


def test_known_entries_are_cheap() -> None:
    """Entries that are all known are recognised without comparing each with each."""
    assert _effort(articles(200)) < 12 * _effort(articles(20))
