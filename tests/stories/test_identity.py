"""What a reader is told of feeds that repeat, rename, move or reuse: each trap in a few entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from model import Entry
from stories.identity import Evidence, keys_of, recognise
from tests.stories.shelf import EPOCH, Shelf, article, articles, source, titles

Rewrite = Callable[[Entry], Entry]


def _stamped(entry: Entry, hours: int = 5) -> Entry:
    return replace(entry, published=EPOCH + timedelta(hours=hours))


def _other_guid(entry: Entry) -> Entry:
    return replace(entry, guid=f"id/{entry.guid}")


def _other_host(entry: Entry) -> Entry:
    url = entry.url.replace("news.example.com", "example.org")
    return replace(entry, guid=url, url=url)


def _other_path(entry: Entry) -> Entry:
    url = entry.url.replace("/2026/", "/articles/2026/")
    return replace(entry, guid=url, url=url)


def _other_title(entry: Entry) -> Entry:
    return replace(entry, title=f"Correction: {entry.title}", text=f"{entry.text} It was corrected.")


def _dressed(entry: Entry) -> Entry:
    url = entry.url.replace("https://news.example.com", "http://www.news.example.com/amp")
    return replace(entry, guid="", url=f"{url}/?utm_source=rss&fbclid=1#top")


NOT_NEWS: dict[str, Rewrite] = {
    "guids changed": _other_guid,
    "guids lost": lambda entry: replace(entry, guid=""),
    "links lost": lambda entry: replace(entry, url=""),
    "host changed": _other_host,
    "host changed, titles only": lambda entry: replace(_other_host(entry), text="Read more"),
    "paths changed": _other_path,
    "titles rewritten": _other_title,
    "titles rewritten, no guids": lambda entry: replace(_other_title(entry), guid=""),
    "stamped with the time of the fetch": _stamped,
    "guids changed and stamped": lambda entry: _stamped(_other_guid(entry)),
    "guids changed, titles rewritten": lambda entry: _other_guid(_other_title(entry)),
    "host changed and stamped": lambda entry: _stamped(_other_host(entry)),
    "paths changed and stamped": lambda entry: _stamped(_other_path(entry)),
    "titles rewritten and stamped": lambda entry: _stamped(_other_title(entry)),
    "guids changed, titles rewritten and stamped": lambda e: _stamped(_other_guid(_other_title(e))),
    "dates lost": lambda entry: replace(entry, published=None),
    "dates lost, guids changed": lambda entry: replace(_other_guid(entry), published=None),
    "AMP, http, www and tracking": _dressed,
}


@pytest.mark.parametrize("rewrite", NOT_NEWS.values(), ids=NOT_NEWS.keys())
def test_a_rewritten_document_is_no_news(rewrite: Rewrite) -> None:
    """A feed that rewrites everything it lists tells nothing again, and what is new among it is told."""
    shelf = Shelf()
    shelf.show(articles(20))

    new = shelf.show([*map(rewrite, [article(90), *articles(19)]), rewrite(article(91))])

    assert new == [rewrite(article(90)), rewrite(article(91))]


@pytest.mark.parametrize("rewrite", NOT_NEWS.values(), ids=NOT_NEWS.keys())
def test_a_rewritten_document_comes_back(rewrite: Rewrite) -> None:
    """A feed that takes its rewriting back tells nothing again either."""
    shelf = Shelf()
    shelf.show(articles(10))
    shelf.show(list(map(rewrite, articles(10))))

    assert shelf.show(articles(10)) == []


def test_emptied_and_refilled() -> None:
    """A feed that was empty for a while tells nothing again when its entries are back."""
    shelf = Shelf()
    shelf.show(articles(30))

    assert shelf.show([]) == []
    assert shelf.show(articles(30)) == []


def test_old_entries_listed_again() -> None:
    """Entries that left the feed and are listed again are not told again."""
    shelf = Shelf()
    shelf.show(articles(10))
    shelf.show(articles(10, first=11))

    assert shelf.show([*articles(3), *articles(10, first=11)]) == []


def test_two_entries_with_one_guid() -> None:
    """Two entries that share a guid are both told, together or one after the other."""
    one, two, three = (replace(article(number), guid="42") for number in (1, 2, 3))
    shelf = Shelf()

    assert shelf.show([two, one, *articles(5, first=10)])[:2] == [two, one]
    assert shelf.show_beside([three]) == [three]
    assert shelf.show([three, two, one]) == []


def test_new_entry_with_the_guid_of_a_listed_one() -> None:
    """A new entry that takes the guid of one still in the feed is told."""
    shelf = Shelf()
    shelf.show(articles(8))
    new = replace(article(9), guid=article(2).guid)

    assert shelf.show_beside([new]) == [new]


def test_only_the_latest_entry() -> None:
    """A feed of one entry, always with the same guid, loses nothing and repeats nothing."""
    shelf = Shelf()
    latest = [replace(article(number), guid="latest") for number in (3, 2, 1)]

    for entry in latest:
        assert shelf.show([entry]) == [entry]
        assert shelf.show([replace(entry, title="An edited title")]) == []


def test_only_the_latest_entry_at_a_constant_link() -> None:
    """A feed of one entry that links to the same page each time loses nothing."""
    shelf = Shelf()

    for number in (3, 2, 1):
        entry = replace(article(number), guid="", url="https://example.com/download")
        assert shelf.show([entry]) == [entry]


def test_guids_by_position() -> None:
    """A feed that numbers its entries from the top tells the new ones and no other."""

    def numbered(entries: list[Entry]) -> list[Entry]:
        return [replace(entry, guid=str(place)) for place, entry in enumerate(entries, 1)]

    shelf = Shelf()
    shelf.show(numbered(articles(10, first=10)))

    new = shelf.show(numbered([article(9), article(8), *articles(8, first=10)]))

    assert titles(new) == [article(9).title, article(8).title]


@pytest.mark.parametrize("guid", ["{}", "item-{}", "Platz {}", "#{}", "https://example.com/top-ten#{}"])
def test_a_ranking_with_constant_guids(guid: str) -> None:
    """A daily top ten, whose guids are the places one to ten, is told anew when all ten are others."""
    shelf = Shelf()
    shelf.show([replace(article(number), guid=guid.format(number)) for number in range(1, 11)])

    new = shelf.show([replace(article(number + 50), guid=guid.format(number)) for number in range(1, 11)])

    assert len(new) == 10


LASTING = [
    "https://news.example.com/?p={}",
    "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430{:02}",
    "tag:news.example.com,2026:story-{}",
    "4711{:04}",
    "headline-of-story-{}",
    "https://news.example.com/stories/{}#0",
]


def _wholly_rewritten(entry: Entry) -> Entry:
    return replace(_stamped(_other_title(entry)), url=f"{entry.url}-as-it-is-called-now")


@pytest.mark.parametrize("guid", LASTING)
def test_a_document_that_keeps_nothing_but_its_guids(guid: str) -> None:
    """New titles, links and dates everywhere are no news under guids that name articles; a new guid is."""

    def shown(first: int) -> list[Entry]:
        return [replace(article(number), guid=guid.format(number)) for number in range(first, 20)]

    shelf = Shelf()
    shelf.show(shown(11))

    assert shelf.show(map(_wholly_rewritten, shown(10))) == [_wholly_rewritten(shown(10)[0])]
    assert not shelf.sources[1].guids_repeat
    assert shelf.show(shown(10)) == []


def test_one_title_two_posts() -> None:
    """A follow-up with the very title of the day before is told."""
    shelf = Shelf()
    shelf.show(articles(10, first=2))
    new = replace(article(1), title=article(2).title)

    assert shelf.show_beside([new]) == [new]
    assert shelf.show([new, *articles(10, first=2)]) == []


def test_a_weekly_thread() -> None:
    """A thread with the same title and text each week is told each week, also when the last one is gone."""
    weeks = [
        replace(
            article(week), title="Weekly thread", text="Ask here whatever you want to know this week. " * 2
        )
        for week in (3, 2, 1)
    ]
    shelf = Shelf()
    shelf.show([weeks[0], *articles(20, first=10)])

    assert shelf.show_beside([weeks[1]]) == [weeks[1]]
    assert shelf.show([weeks[2], *articles(20, first=30)])[0] == weeks[2]


def test_two_recurring_threads_at_once() -> None:
    """Two recurring threads that open in the same minute are both told: that is no move."""
    old = [
        replace(article(number), title=f"Thread {number % 2}", text="Talk here about the market. " * 3)
        for number in (4, 3)
    ]
    new = [
        replace(article(number), title=entry.title, text=entry.text)
        for number, entry in zip((2, 1), old, strict=True)
    ]
    shelf = Shelf()
    shelf.show([*old, *articles(20, first=10)])
    shelf.show(articles(22, first=10))

    assert shelf.show_beside(new) == new


def test_many_entries_on_one_page() -> None:
    """Entries that all link to one page, with guids of their own or without, are told one by one."""
    for guids in (True, False):
        log = [
            replace(article(n), guid=article(n).guid if guids else "", url="https://example.com/changelog")
            for n in range(1, 8)
        ]
        shelf = Shelf()
        shelf.show(log[2:])

        assert shelf.show_beside(log[1:2]) == log[1:2]
        assert shelf.show(log[:6]) == log[:1]


def test_comments_with_one_title_on_one_page() -> None:
    """Comments under one article, titled alike and told apart by guid alone, are all told."""
    comments = [replace(article(n), url="https://example.com/story", title="Re: Story") for n in range(1, 8)]
    shelf = Shelf()

    assert shelf.show(comments[1:]) == comments[1:]
    assert shelf.show_beside(comments[:1]) == comments[:1]


def test_everything_links_home() -> None:
    """Entries that link to nothing but the home page are told by their titles."""
    entries = [replace(article(n), guid="", url="https://example.com/", text="") for n in range(1, 6)]
    shelf = Shelf()
    shelf.show(entries[1:4])

    assert shelf.show_beside(entries[:1]) == entries[:1]
    assert shelf.show(entries[:4]) == []


def test_an_edited_title_of_a_home_page() -> None:
    """An entry that links to a home page and has its title edited is not told again while its date stays."""
    entry = replace(article(1), guid="", url="https://example.com/")
    shelf = Shelf()
    shelf.show([entry, *articles(10, first=10)])

    assert shelf.show([_other_title(entry), *articles(10, first=10)]) == []


def test_an_edit_in_a_feed_with_bad_habits() -> None:
    """In a feed that once gave one id to two entries, an edit that keeps the date is not told again."""
    pair = [replace(article(n), guid="42", url="https://example.com/all") for n in (8, 9)]
    shelf = Shelf()
    shelf.show([*articles(5), *pair])

    assert shelf.show([_other_title(entry) for entry in articles(5)]) == []


def test_a_page_used_again() -> None:
    """A page that gets a new guid, a new title and a new date among ordinary entries is told."""
    shelf = Shelf()
    shelf.show([replace(article(2), url="https://example.com/live"), *articles(10, first=10)])
    new = replace(article(1), url="https://example.com/live")

    assert shelf.show_beside([new]) == [new]


def test_revisions_in_the_guid() -> None:
    """An article whose guid counts its revisions (…#1) is told once, however it is edited."""
    first = replace(article(1), guid=f"{article(1).url}#0")
    edited = _stamped(_other_title(replace(first, guid=f"{first.url}#1")))
    shelf = Shelf()
    shelf.show([first, *articles(10, first=10)])

    assert shelf.show([edited, *articles(10, first=10)]) == []


def test_listed_twice() -> None:
    """An entry that a document lists twice is told once, with or without a guid."""
    for entry in (article(1), replace(article(1), guid=""), replace(article(1), url="")):
        assert Shelf().show([entry, article(2), entry]) == [entry, article(2)]


def test_neither_guid_nor_url() -> None:
    """Entries with nothing but words are told by their words, once over all sources."""
    bare = [Entry(title=f"Update {n}", published=EPOCH) for n in range(5)]
    shelf = Shelf()

    assert shelf.show(bare[:4]) == bare[:4]
    assert shelf.show([_stamped(entry) for entry in bare]) == [_stamped(bare[4])]
    assert shelf.show(bare, source(2)) == []


def test_an_entry_without_anything() -> None:
    """An entry that says nothing at all is kept once, not at each poll."""
    shelf = Shelf()
    shelf.show([Entry(published=EPOCH), *articles(3)])

    assert shelf.show([Entry(published=EPOCH + timedelta(hours=1)), *articles(3)]) == []


def test_across_sources() -> None:
    """An article that two sources list at one URL is one item; a guid, a title or a text makes none."""
    shelf = Shelf()
    shelf.show(articles(10))
    retold = replace(_dressed(article(1)), guid="other-1", title="As another desk titles it")
    same_guid = replace(article(2), url="https://elsewhere.example/2", title="Something else")
    same_words = replace(article(3), guid="x", url="https://elsewhere.example/3")

    assert shelf.show([retold, same_guid, same_words], source(2)) == [same_guid, same_words]


def test_a_post_on_x_through_its_mirrors() -> None:
    """A post is one item on x.com, through any Nitter host, and with its text translated anew."""
    post = Entry(guid="x:1790441362468249642", url="https://x.com/altstoreio/status/1790441362468249642")
    mirror = "http://nitter.example.net/altstoreio/status/1790441362468249642#m"
    moved = "https://xcancel.com/altstoreio/status/1790441362468249642#m"
    shelf = Shelf()
    shelf.show([replace(post, text="Hello", published=EPOCH)])

    assert shelf.show([Entry(guid=mirror, url=mirror, title="你好", published=EPOCH)], source(2)) == []
    assert shelf.show([Entry(guid=moved, url=moved, title="您好", published=EPOCH)], source(2)) == []


def test_a_post_and_its_own_repost() -> None:
    """A mirror that lists a post and the author's repost of it tells it once."""
    link = "https://nitter.net/cz_binance/status/1790441362468249642#m"
    post = Entry(guid=link, url=link, title="4", published=EPOCH)

    assert Shelf().show([replace(post, title="RT by @cz_binance: 4"), post, article(1)])[1:] == [article(1)]


def test_nothing_links_but_the_guid() -> None:
    """A feed whose guids are the links (no link element) is the same as one that gives both."""
    url = article(1).url
    shelf = Shelf()
    shelf.show([replace(article(1), guid=url, url="")])

    assert shelf.show([replace(article(1), guid="1", url=url)], source(2)) == []


def test_habits_are_remembered() -> None:
    """A source that gave one guid and one URL to two entries is trusted less from then on."""
    shelf = Shelf()
    shelf.show([replace(article(n), guid="42", url="https://example.com/all") for n in (1, 2, 3)])

    kept = shelf.sources[1]
    assert kept.guids_repeat
    assert kept.urls_repeat


def test_ordinary_feeds_keep_a_clean_record() -> None:
    """Edits, repeats and moves do not count as bad habits."""
    shelf = Shelf()
    for rewrite in NOT_NEWS.values():
        shelf.show([*map(rewrite, articles(10)), rewrite(article(1))])

    kept = shelf.sources[1]
    assert not kept.guids_repeat
    assert not kept.urls_repeat


def test_verdicts_say_why() -> None:
    """Each verdict names the evidence, and a repeat points to the entry it repeats."""
    entries = [(entry, keys_of(entry, 1)) for entry in (article(1), article(2), article(1))]

    verdicts, habits = recognise(entries, [], source(), frozenset())

    assert [verdict.evidence for verdict in verdicts] == [Evidence.NEW, Evidence.NEW, Evidence.GUID]
    assert verdicts[2].twin == 0
    assert not habits.guids_repeat
