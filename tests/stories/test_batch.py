"""What a batch of documents turns out to be."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from model import Document, Entry, KnownItem
from stories.batch import Listed, Seen, recognise_batch
from tests.stories.shelf import article, articles, source


def listed(number: int, *entries: Entry, kept: tuple[int, ...] = (), shared: bool = True) -> Listed:
    """Return the document of a source that lists these entries as new ones."""
    prints = count(100 * number)
    document = Document(tuple((next(prints), each) for each in entries), kept)
    return Listed.of(replace(source(number), shared=shared), document)


def recognised(*batch: Listed, kept: tuple[KnownItem, ...] = ()) -> Seen:
    """Return what the batch is, with new items numbered from 1,000."""
    return recognise_batch(batch, kept, count(1000))


def test_new_entries_are_told_oldest_first() -> None:
    """A document lists the newest first; what is told comes in the order in which it happened."""
    seen = recognised(listed(1, *articles(3)))

    assert [each.entry for each in seen.sightings] == articles(3)[::-1]
    assert all(each.known is None for each in seen.sightings)
    assert seen.listed == {1: {100: 1000, 101: 1001, 102: 1002}}


def test_an_entry_in_two_documents_of_a_batch_is_one_item() -> None:
    """The second source that lists a page at the same moment finds it known, and by whom."""
    seen = recognised(listed(1, article(1), shared=False), listed(2, article(1)))

    first, second = seen.sightings
    assert (first.known, second.item_id) == (None, first.item_id)
    assert second.known is not None
    assert (second.known.source_id, second.known.shared) == (1, False)
    assert seen.listed == {1: {100: 1000}, 2: {200: 1000}}


def test_a_kept_item_is_recognised() -> None:
    """An entry that was kept before is that item; no number is used up for it."""
    one = listed(1, article(1), article(2))
    known = KnownItem(7, 1, frozenset(one.entries[0][1].all()), article(1).published)

    seen = recognised(one, kept=(known,))

    assert {each.entry: (each.item_id, each.known) for each in seen.sightings} == {
        article(1): (7, known),
        article(2): (1000, None),
    }


def test_an_entry_listed_twice_in_one_document_is_one_item() -> None:
    """A feed that repeats an entry tells it once."""
    again = replace(article(1), published=None)

    seen = recognised(listed(1, article(1), again))

    assert {each.item_id for each in seen.sightings} == {1000}
    assert [each.known is None for each in seen.sightings].count(True) == 1


def test_each_source_shows_its_habits() -> None:
    """A feed that gives all its entries one guid is known to do so from then on; its neighbour is not."""
    same = [replace(each, guid="always") for each in articles(4)]

    seen = recognised(listed(1, *same), listed(2, *articles(2, first=50)))

    assert {number: each.guids_repeat for number, each in seen.habits.items()} == {1: True, 2: False}
    assert len(seen.listed[1]) == len(set(seen.listed[1].values())) == 4


def test_an_empty_document_is_a_document() -> None:
    """A feed without entries has a listing, an empty one."""
    seen = recognised(listed(1))

    assert (seen.sightings, seen.listed) == ([], {1: {}})


@given(st.lists(st.lists(st.integers(1, 12), unique=True, max_size=6), min_size=1, max_size=5))
def test_every_page_is_one_item_however_documents_share_it(documents: list[list[int]]) -> None:
    """In any batch each page is one item, found new once, and every listed entry has its item."""
    batch = [listed(place, *map(article, numbers)) for place, numbers in enumerate(documents, 1)]

    seen = recognised(*batch)

    items = {(each.entry.url, each.item_id) for each in seen.sightings}
    new = [each.item_id for each in seen.sightings if each.known is None]
    pages = {number for numbers in documents for number in numbers}
    assert len(items) == len(pages) == len(new) == len(set(new))
    assert {place: len(found) for place, found in seen.listed.items()} == {
        place: len(numbers) for place, numbers in enumerate(documents, 1)
    }
