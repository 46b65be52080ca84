"""What a batch of polls does to its sources: how they stand, what they list, where they move."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from model import (
    DeliveryState,
    Document,
    Failure,
    FailureReason,
    SourceKind,
    Unchanged,
)
from pipeline import Polled
from store import items, schema, sources
from tests.pipeline.house import ADA, NOON, House, entry


async def test_what_appeared_while_a_feed_was_down_is_news(house: House) -> None:
    """After an outage everything that the feed lists anew is told."""
    house.now += timedelta(hours=1)
    await house.polls(("a", Failure(FailureReason.HTTP_STATUS, 503)))
    failing = await house.source("a")
    house.now += timedelta(hours=1)

    assert await house.lists("a", entry(2), entry(1)) == 2
    healthy = await house.source("a")
    assert (failing.failing_since, failing.failures) == (NOON + timedelta(hours=1), 1)
    assert (healthy.failing_since, healthy.failures, healthy.failure) == (None, 0, None)


async def test_a_feed_taken_out_of_the_configuration_rests_and_its_items_stay(house: House) -> None:
    """A feed nobody names any more is not polled; back again it goes on where it was."""
    await house.lists("a", entry(1))

    await house.configures()
    resting = await house.source("a")
    await house.configures("a")

    assert (resting.shared, resting.due) == (False, None)
    assert await house.kept() == 1
    assert await house.lists("a", entry(2), entry(1)) == 1


async def test_an_outcome_for_a_resting_feed_changes_nothing_of_it(house: House) -> None:
    """A poll that was under way when its feed was taken out does not bring the feed back."""
    polled = [Polled(await house.source("a"), Unchanged())]
    await house.configures()

    async with house.database.begin() as conn:
        await house.ingest(conn, polled, house.now)

    assert (await house.source("a")).due is None


async def test_an_item_is_kept_as_long_as_it_is_listed(house: House) -> None:
    """Retention counts from when an item was last listed, however long it was listed."""
    await house.lists("a", entry(2), entry(1))
    house.now += timedelta(days=100)
    await house.lists("a", entry(2))  # entry 1 is listed until now
    forgotten = []
    for days in (20, 20):
        house.now += timedelta(days=days)
        async with house.database.begin() as conn:
            listed = await items.listed(conn)
            forgotten.append(await items.forget(conn, house.now - timedelta(days=30), listed))

    assert forgotten == [0, 1]
    assert await house.kept() == 1


async def test_a_feed_that_moved_for_good_is_followed(house: House) -> None:
    """A feed of one's own that redirects for good, three polls in a row, is polled at its new address."""
    await house.follows(ADA, "own")
    for _ in range(2):
        await house.lists("own", moved_to="https://new.example/feed")
    before = (await house.source("own")).address

    await house.lists("own", moved_to="https://new.example/feed")

    after = await house.source("own")
    assert before == "https://own.example/feed"
    assert (after.address, after.moved_to) == ("https://new.example/feed", "")


async def test_a_redirect_that_changes_is_not_believed(house: House) -> None:
    """A feed that leads here and there keeps its address."""
    await house.follows(ADA, "own")
    for place in ("x", "y", "x", "y"):
        await house.lists("own", moved_to=f"https://{place}.example/feed")

    assert (await house.source("own")).address == "https://own.example/feed"


async def test_a_feed_does_not_move_where_another_is_polled(house: House) -> None:
    """Two addresses of one feed stay two sources; neither stops."""
    await house.follows(ADA, "own")
    for _ in range(4):
        await house.lists("own", moved_to="https://a.example/feed")

    assert (await house.source("own")).address == "https://own.example/feed"


async def test_two_feeds_that_move_to_one_place_in_one_batch_both_go_on(house: House) -> None:
    """When two feeds move to the same address at once, one takes it and the other stays where it is."""
    moved = Document((), moved_to="https://new.example/feed")
    for name in ("one", "two"):
        await house.follows(ADA, name)
    for _ in range(4):
        await house.polls(("one", moved), ("two", moved))

    addresses = {(await house.source(name)).address for name in ("one", "two")}
    assert "https://new.example/feed" in addresses
    assert len(addresses) == 2


async def test_a_configured_feed_keeps_the_address_it_was_given(house: House) -> None:
    """The operator's word is not changed by a redirect."""
    for _ in range(4):
        await house.lists("a", moved_to="https://new.example/feed")

    assert (await house.source("a")).address == "https://a.example/feed"


async def test_what_goes_wrong_in_the_middle_leaves_nothing_behind(house: House) -> None:
    """Seen and owed are one: when the transaction fails neither is stored, and the next poll tells it."""
    polled = [Polled(await house.source("a"), Document(((1, entry(1)),)))]

    async def breaks() -> None:
        async with house.database.begin() as conn:
            await house.ingest(conn, polled, house.now)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await breaks()

    async with house.database.read() as conn:
        keys = list(await conn.execute(select(schema.item_key)))
    assert (await house.kept(), await house.owed(), keys) == (0, [], [])
    assert await house.lists("a", entry(1)) == 1


async def test_a_zombies_poll_does_not_move_its_feed(house: House) -> None:
    """A poll whose feed was claimed again meanwhile tells nothing twice and leaves the row as it is."""
    stale = await house.source("a")
    async with house.database.begin() as conn:
        [fresh] = await sources.claim(conn, SourceKind.FEED, NOON + timedelta(hours=1), 10)
    document = Document(((1, entry(1)),))
    owed = []
    for source in (fresh, stale):
        async with house.database.begin() as conn:
            owed.append((await house.ingest(conn, [Polled(source, document)], house.now)).owed)

    assert len(await house.owed()) == 1
    assert [number for number, _ in (await house.source("a")).listing] == [1]
    assert (await house.source("a")).lease == fresh.lease
    assert {each.state for each in await house.owed()} == {DeliveryState.DUE}


async def test_of_an_overlong_feed_what_is_new_is_told_and_nothing_else(house: House) -> None:
    """Entries too many to be read at first are as old as the others; the next one is news, once."""
    await house.configures("a", "long")
    first = Document(((1, entry(1)), (2, entry(2))), passed_over=(71, 72))
    new = Document(((3, entry(3)),), kept=(1, 71, 72))

    owed = [await house.polls(("long", each)) for each in (first, new)]

    async with house.database.read() as conn:
        listed = await items.listed(conn)
    assert owed == [0, 1]
    assert (await house.told(), await house.kept(), len(listed)) == (["Bitcoin story number 3"], 3, 2)
    assert {number for number, _ in (await house.source("long")).listing} == {1, 3, 71, 72}
