"""A second poll parses only what is new, and says the same as parsing everything."""

from __future__ import annotations

import pytest

from feeds.rss import parse
from model import Document

URL = "https://site.example/feeds/news.xml"
ATOM = "http://www.w3.org/2005/Atom"


def read(body: str, known: frozenset[int] = frozenset()) -> Document:
    """Parse a body that must be a feed."""
    outcome = parse(body.encode(), "", URL, known)
    assert isinstance(outcome, Document), outcome
    return outcome


def listed(document: Document) -> frozenset[int]:
    """Give the fingerprints that a document lists."""
    return frozenset(number for number, _ in document.entries) | frozenset(document.kept)


def item(name: str, more: str = "") -> str:
    """Write an item."""
    return f"<item><title>{name}</title><link>/{name}</link>{more}</item>"


def rss(*items: str, head: str = "", tail: str = "") -> str:
    """Write an RSS document."""
    return f'<rss version="2.0"><channel><title>News</title>{head}{"".join(items)}{tail}</channel></rss>'


def entry(name: str) -> str:
    """Write an Atom entry."""
    return f'<entry><id>tag:{name}</id><title>{name}</title><link href="{name}"/></entry>'


def atom(*entries: str) -> str:
    """Write an Atom document."""
    return f'<feed xmlns="{ATOM}" xml:lang="it" xml:base="https://a.example/b/"><title>News</title>{"".join(entries)}</feed>'


def json_feed(*names: str) -> str:
    """Write a JSON Feed."""
    items = ",".join(f'{{"id":"{name}","title":"{name}","url":"/{name}"}}' for name in names)
    return f'{{"version":"https://jsonfeed.org/version/1","title":"News","items":[{items}]}}'


def broken(*items: str) -> str:
    """Write an RSS document with a bare ampersand, which no XML parser takes."""
    return rss(*items, head="<description>Q & A</description>")


FORMATS = {
    "rss": (rss(item("b"), item("c")), rss(item("a"), item("b"), item("c"))),
    "atom": (atom(entry("b"), entry("c")), atom(entry("a"), entry("b"), entry("c"))),
    "json": (json_feed("b", "c"), json_feed("a", "b", "c")),
    "broken": (broken(item("b"), item("c")), broken(item("a"), item("b"), item("c"))),
}


@pytest.mark.parametrize("name", FORMATS)
def test_only_the_new_entry_of_the_next_poll_is_parsed(name: str) -> None:
    """After a new entry appears it alone comes back, as from reading all, and the rest is kept."""
    before, after = FORMATS[name]
    first = read(before)

    second = read(after, listed(first))

    assert [entry.title for _, entry in second.entries] == ["a"]
    assert second.kept == tuple(number for number, _ in first.entries)
    assert second.entries[0] == read(after).entries[0]


def test_a_head_that_changes_makes_no_entry_new() -> None:
    """A feed that stamps its head at every poll has nothing new."""
    first = read(rss(item("a"), head="<lastBuildDate>Mon, 01 Jan 2024 00:00:00 GMT</lastBuildDate>"))

    second = read(
        rss(item("a"), head="<lastBuildDate>Tue, 02 Jan 2024 00:00:00 GMT</lastBuildDate>"), listed(first)
    )

    assert (second.entries, second.kept) == ((), tuple(listed(first)))


def test_a_feed_that_breaks_keeps_the_entries_it_had() -> None:
    """A stray ampersand in one new entry does not make the others new."""
    first = read(rss(item("b", "<category>x</category>"), item("c")))

    second = read(rss(item("a & z"), item("b", "<category>x</category>"), item("c")), listed(first))

    assert [entry.title for _, entry in second.entries] == ["a & z"]


def test_order_and_disappearance_are_no_news() -> None:
    """A feed that shuffles or drops entries brings nothing, and says what it still lists."""
    first = read(rss(item("a"), item("b"), item("c")))
    numbers = {entry.title: number for number, entry in first.entries}

    second = read(rss(item("c"), item("a")), listed(first))

    assert (second.entries, second.kept) == ((), (numbers["c"], numbers["a"]))


def test_an_edited_entry_comes_back() -> None:
    """An entry whose bytes change is read again; what it is to Hark others decide."""
    first = read(rss(item("a"), item("b")))

    second = read(rss(item("a", "<description>more</description>"), item("b")), listed(first))

    assert [(entry.title, entry.text) for _, entry in second.entries] == [("a", "more")]


def test_an_entry_listed_twice_is_one_and_two_that_share_a_guid_are_two() -> None:
    """Identical entries count once; entries that differ count each, whatever their guid says."""
    twin = "<guid>same</guid>"

    document = read(rss(item("a", twin), item("a", twin), item("b", twin)))

    assert [entry.title for _, entry in document.entries] == ["a", "b"]
    assert len(listed(document)) == 2


def test_fingerprints_fit_every_database() -> None:
    """Fingerprints are positive and have 63 bits at most."""
    document = read(rss(*(item(f"n{number}") for number in range(100))))

    assert all(0 <= number < 2**63 for number in listed(document))
    assert len(listed(document)) == 100


@pytest.mark.parametrize("ascending", [False, True])
def test_of_a_very_long_feed_the_newest_are_read(ascending: bool) -> None:
    """Of 600 entries the 500 newest come, also when the feed lists the oldest first."""
    order = range(600) if ascending else range(599, -1, -1)
    dates = [f"<pubDate>Mon, 01 Jan {1995 + n // 30} 00:{n % 30:02}:00 GMT</pubDate>" for n in range(600)]

    document = read(rss(*(item(f"n{number}", dates[number]) for number in order)))

    assert [entry.title for _, entry in document.entries] == [
        f"n{number}" for number in order if number >= 100
    ]


def undated(*names: str) -> tuple[str, ...]:
    """Write a feed of many entries without dates in each format."""
    return rss(*map(item, names)), json_feed(*names), broken(*map(item, names))


@pytest.mark.parametrize("place", [0, 300, 600])
@pytest.mark.parametrize("form", range(3))
def test_a_new_entry_of_a_very_long_feed_is_read_wherever_it_stands(place: int, form: int) -> None:
    """An entry that is added at the bottom of 600 without a date comes back, and no other does."""
    names = [f"n{number}" for number in range(600)]
    first = read(undated(*names)[form])
    assert (len(first.entries), len(first.passed_over)) == (500, 100)

    second = read(
        undated(*names[:place], "new", *names[place:])[form], listed(first) | frozenset(first.passed_over)
    )

    assert [entry.title for _, entry in second.entries] == ["new"]
    assert (len(second.kept), second.passed_over) == (600, ())


def test_an_endless_feed_is_remembered_in_part() -> None:
    """Of a feed of 12,000 entries 10,000 are looked at, the newest: the others are not taken for new."""
    names = [f"n{number}" for number in range(12_000)]
    first = read(json_feed(*names))
    assert len(first.entries) + len(first.passed_over) == 10_000

    second = read(json_feed("new", *names), listed(first) | frozenset(first.passed_over))

    assert [entry.title for _, entry in second.entries] == ["new"]
    assert second.passed_over == ()


def test_what_stands_between_and_after_the_entries_stays_in_force() -> None:
    """Cutting known entries out leaves language, base and title as they were, wherever they stand."""
    between = (
        '<language>pt</language><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="x"/>'
    )
    first = read(rss(item("b"), item("c")))

    second = read(
        rss(item("b"), between, item("a"), item("c"), tail="<generator>g</generator>"), listed(first)
    )

    assert [(entry.title, entry.language) for _, entry in second.entries] == [("a", "pt")]
    assert second.title == "News"
