"""Which story each item tells is decided once, with the item, and every process agrees."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model import Document
from pipeline import Polled
from store import items, stories
from store.stories import Placed
from tests.pipeline.house import ADA, NOON, House, entry, fingerprint, pipeline

PLEADS = "Binance founder pleads guilty, bitcoin slips"


async def placed(house: House) -> dict[int, Placed]:
    """Return what is kept of every item."""
    async with house.database.read() as conn:
        return await stories.of_items(conn, range(1, 100))


async def test_the_same_news_of_two_outlets_is_kept_as_one_story(house: House) -> None:
    """The second report names the first as its story, and by which evidence."""
    await house.configures("a", "b")
    await house.lists("b")

    await house.lists("a", entry(1, PLEADS))
    await house.lists("b", entry(2, PLEADS), entry(3, "Bitcoin miners strike in Texas over power prices"))

    kept = await placed(house)
    stories_of = [each.story_id for each in kept.values()]
    assert len(set(stories_of)) == 2
    assert [each.beside for each in kept.values() if each.proof] == [min(kept)]


async def test_what_was_there_before_anybody_asked_is_placed_too(house: House) -> None:
    """The items of a first reading open stories and tell nothing."""
    await house.configures("a", "b")

    assert await house.lists("b", entry(1, PLEADS)) == 0

    assert len(await placed(house)) == 1


async def test_a_restart_goes_on_with_the_stories_that_were_told(house: House) -> None:
    """A new process puts the next report into the story that the last one opened, within the window only."""
    await house.configures("a", "b", "c")
    await house.lists("b")
    await house.lists("c")
    await house.lists("a", entry(1, PLEADS))

    house.ingest = pipeline()
    house.now += timedelta(days=1)
    await house.lists("b", entry(2, PLEADS))
    house.ingest = pipeline()
    house.now += timedelta(days=9)
    await house.lists("c", entry(3, PLEADS, published=None))

    assert [bool(each.proof) for each in (await placed(house)).values()] == [False, True, False]


async def test_two_processes_agree(house: House) -> None:
    """What another process placed meanwhile is known before the next batch."""
    await house.configures("a", "b", "c")
    await house.lists("b")
    await house.lists("c")
    first, second = house.ingest, pipeline()
    await house.lists("a", entry(1, PLEADS))

    house.ingest = second
    await house.lists("b", entry(2, PLEADS))
    house.ingest = first
    await house.lists("c", entry(3, PLEADS))

    assert {each.story_id for each in (await placed(house)).values()} == {min(await placed(house))}


async def test_what_was_rolled_back_is_no_part_of_any_story(house: House) -> None:
    """A batch that was not stored leaves nothing in memory: its number goes to another item."""
    source = await house.source("a")
    lost = Document(((fingerprint(entry(1, PLEADS)), entry(1, PLEADS)),))

    async def breaks() -> None:
        async with house.database.begin() as conn:
            await house.ingest(conn, [Polled(source, lost)], house.now)
            raise KeyError("a bug")

    with pytest.raises(KeyError):
        await breaks()

    await house.lists("a", entry(2, "Bitcoin miners strike in Texas over power prices"))
    await house.lists("a", entry(3, PLEADS), entry(2, "Bitcoin miners strike in Texas over power prices"))

    assert [each.proof for each in (await placed(house)).values()] == ["", ""]


async def test_an_item_and_its_place_are_forgotten_together(house: House) -> None:
    """What nobody lists any more leaves no trace among the stories."""
    await house.lists("a", entry(1, PLEADS))
    await house.lists("a")

    async with house.database.begin() as conn:
        await items.forget(conn, NOON + timedelta(days=40), frozenset())

    assert await placed(house) == {}
    assert await house.told(ADA) == []
