"""A batch of polls through the whole path over a real database: what is kept, who is owed an alert."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from model import (
    ChatState,
    Document,
    Failure,
    FailureReason,
    FollowMode,
    Unchanged,
)
from store import chats, items, schema, watches
from tests.pipeline.house import ADA, BOB, NOON, House, entry, fingerprint, pipeline


async def test_what_a_feed_holds_at_first_is_no_news(house: House) -> None:
    """A new feed's entries bring no alerts; they are kept, marked, and stay known."""
    await house.configures("a", "b")

    first = await house.lists("b", entry(1), entry(2))
    again = await house.lists("b", entry(1), entry(2))

    async with house.database.read() as conn:
        kept = await items.of_sources(conn, None, NOON, 10)
    assert (first, again) == (0, 0)
    assert [each.baseline for each in kept.items()] == [True, True]


async def test_an_empty_feed_has_been_read_too(house: House) -> None:
    """The first entry of a feed that was empty when it was added is news."""
    assert (await house.source("a")).first_read == NOON

    assert await house.lists("a", entry(1)) == 1


async def test_an_unchanged_first_poll_is_a_first_read(house: House) -> None:
    """A feed that says nothing new at its first poll counts as read from then on."""
    await house.configures("a", "b")
    await house.polls(("b", Unchanged()))

    assert await house.lists("b", entry(1)) == 1


async def test_a_first_poll_that_fails_leaves_the_baseline_to_come(house: House) -> None:
    """A feed that is down when it is added holds no news when it comes up."""
    await house.configures("a", "b")
    await house.polls(("b", Failure(FailureReason.TIMEOUT)))

    assert await house.lists("b", entry(1)) == 0
    assert await house.lists("b", entry(2), entry(1)) == 1


async def test_a_first_run_may_tell(house: House) -> None:
    """With first_run other than silent the entries of a new feed are told at once."""
    house.ingest = pipeline(first_run_silent=False)
    await house.configures("a", "b")

    assert await house.lists("b", entry(1)) == 1


async def test_a_new_entry_is_one_alert(house: House) -> None:
    """A new entry that says the words is told once, with the watch that it hit and why."""
    assert await house.lists("a", entry(1)) == 1
    assert await house.lists("a", entry(1)) == 0
    assert await house.lists("a", entry(2, "Nothing of interest"), entry(1)) == 0

    [owed] = await house.owed()
    assert (owed.chat_id, [hit.query for hit in owed.hits]) == (ADA, ["bitcoin"])
    assert [reason.text.lower() for hit in owed.hits for reason in hit.reasons] == ["bitcoin"]
    assert await house.kept() == 2


async def test_alerts_come_oldest_first(house: House) -> None:
    """Feeds list the newest entry first; people read the oldest first."""
    await house.lists("a", entry(3), entry(2), entry(1))

    assert await house.told() == [f"Bitcoin story number {number}" for number in (1, 2, 3)]


async def test_an_entry_that_comes_back_is_not_told_again(house: House) -> None:
    """A feed that is emptied and filled again, or changes what it says of an old entry, tells nothing new."""
    await house.lists("a", entry(2), entry(1))
    await house.lists("a")
    await house.lists("a", entry(1), entry(2))
    await house.lists("a", entry(1, text="Other words at last, about the very same affair."), entry(2))

    assert len(await house.owed()) == 2
    assert await house.kept() == 2


async def test_two_watches_of_a_chat_are_one_alert(house: House) -> None:
    """An item that says two of a chat's words is one message that names both."""
    await house.meets(ADA, "story")

    await house.lists("a", entry(1))

    [owed] = await house.owed()
    assert [hit.query for hit in owed.hits] == ["bitcoin", "story"]


async def test_an_item_in_two_shared_feeds_is_told_once(house: House) -> None:
    """The same page in a second feed is no second alert, whether it comes later or at once."""
    await house.configures("a", "b")
    await house.lists("b")

    await house.lists("a", entry(1))
    await house.lists("b", entry(1, guid="b-1"))
    both = [Document(((n, entry(2, guid=f"{n}-2")),), (fingerprint(entry(1)),)) for n in (1, 2)]
    await house.polls(("a", both[0]), ("b", both[1]))

    assert await house.told() == ["Bitcoin story number 1", "Bitcoin story number 2"]
    assert await house.kept() == 2


async def test_a_feed_of_ones_own_serves_its_followers_alone(house: House) -> None:
    """What Bob's own feed lists is told to Bob and not to Ada."""
    await house.meets(BOB, "bitcoin")
    await house.follows(BOB, "own")
    await house.lists("own")

    await house.lists("own", entry(1))

    assert (await house.told(ADA), await house.told(BOB)) == ([], ["Bitcoin story number 1"])


async def test_what_a_private_feed_had_first_is_news_in_a_shared_one(house: House) -> None:
    """An item first found in Bob's own feed is told to all when a shared feed has it; Bob has it."""
    await house.meets(BOB, "bitcoin")
    await house.follows(BOB, "own")
    await house.lists("own")
    await house.lists("own", entry(1))
    house.now += timedelta(hours=1)
    await house.meets(3, "bitcoin")

    await house.lists("a", entry(1))
    house.now += timedelta(hours=1)

    assert [each.chat_id for each in await house.owed()] == [BOB, ADA, 3]


async def test_what_a_private_feed_had_first_is_news_in_the_feed_of_another(house: House) -> None:
    """Two people with feeds of their own get the item both of them list, whoever's feed had it first."""
    for chat_id, name in ((ADA, "hers"), (BOB, "his")):
        await house.meets(chat_id, "story")
        await house.follows(chat_id, name)
        await house.lists(name)

    await house.lists("hers", entry(1))
    await house.lists("his", entry(1))

    assert sorted(each.chat_id for each in await house.owed()) == [ADA, BOB]


async def test_a_third_feed_tells_nobody_what_a_shared_one_told(house: House) -> None:
    """Private first, shared second, shared third: a watch made in between is not told of the old item."""
    await house.configures("a", "b")
    await house.follows(BOB, "own")
    for name in ("b", "own"):
        await house.lists(name)
    await house.lists("own", entry(1))
    await house.lists("a", entry(1))
    await house.meets(BOB, "bitcoin")

    await house.lists("b", entry(1))

    assert [each.chat_id for each in await house.owed()] == [ADA]


async def test_a_known_item_in_a_new_feeds_baseline_stays_untold(house: House) -> None:
    """What a feed held when it was added is no news when the feed drops it and lists it again."""
    await house.meets(BOB, "bitcoin")
    await house.follows(ADA, "hers")
    await house.lists("hers")
    await house.lists("hers", entry(1))
    await house.follows(BOB, "his", FollowMode.EVERYTHING)
    await house.lists("his", entry(1), entry(2))

    await house.lists("his")
    await house.lists("his", entry(1), entry(2))

    assert await house.told(BOB) == []


async def test_who_follows_everything_is_told_of_everything(house: House) -> None:
    """A follower of everything gets each new entry, known from elsewhere or not, and its baseline never."""
    await house.meets(BOB)
    await house.lists("a", entry(1))
    await house.follows(BOB, "own", FollowMode.EVERYTHING)
    await house.lists("own", entry(9, "Old"))

    await house.lists("own", entry(2, "Weather"), entry(1), entry(9, "Old"))

    assert await house.told(BOB) == ["Bitcoin story number 1", "Weather"]
    assert await house.told(ADA) == ["Bitcoin story number 1"]


async def test_a_younger_watch_sees_what_comes_after_it(house: House) -> None:
    """A watch is told of items found after it was made, not of those the feed still lists."""
    await house.lists("a", entry(1))
    await house.meets(BOB, "bitcoin")

    await house.lists("a", entry(2), entry(1))

    assert await house.told(BOB) == ["Bitcoin story number 2"]


@pytest.mark.parametrize("state", [ChatState.PAUSED, ChatState.BLOCKED, ChatState.GONE])
async def test_a_silent_chat_is_told_nothing_even_later(house: House, state: ChatState) -> None:
    """What comes up while a chat is paused or out of reach is not made up for."""
    async with house.database.begin() as conn:
        await chats.set_state(conn, ADA, state, house.now)

    assert await house.lists("a", entry(1)) == 0


async def test_a_muted_a_paused_and_an_ended_watch_are_silent(house: House) -> None:
    """A watch stops at once, and goes on when its mute is over."""
    [muted] = await house.meets(BOB, "bitcoin")
    async with house.database.begin() as conn:
        [hers] = await watches.of_chat(conn, ADA)
        await watches.mute(conn, muted.id, house.now + timedelta(hours=1))
        await watches.pause(conn, hers.id, paused=True)
    await house.lists("a", entry(1))
    house.now += timedelta(hours=1)
    async with house.database.begin() as conn:
        await watches.remove(conn, [hers.id])

    await house.lists("a", entry(2), entry(1))

    assert await house.told(BOB) == ["Bitcoin story number 2"]
    assert await house.told(ADA) == []


async def test_a_kept_watch_that_cannot_be_read_stops_no_other(house: House) -> None:
    """A watch from another release whose words are no query any more is left out, and the rest goes on."""
    await house.meets(BOB, "words")
    async with house.database.begin() as conn:
        change = update(schema.watch).where(schema.watch.c.chat_id == BOB).values(query='"((')
        await conn.execute(change)

    assert await house.lists("a", entry(1)) == 1


@pytest.mark.parametrize(
    ("published", "max_age", "expected"),
    [
        (NOON - timedelta(hours=47), timedelta(hours=48), 1),
        (NOON - timedelta(hours=49), timedelta(hours=48), 0),
        (NOON - timedelta(days=900), timedelta(0), 1),  # no limit
        (None, timedelta(hours=48), 1),
        (NOON + timedelta(days=30), timedelta(hours=48), 1),
    ],
)
async def test_old_news_is_no_news(
    house: House, published: datetime | None, max_age: timedelta, expected: int
) -> None:
    """An entry older than max_age is kept and not told; one without a date or from the future is told."""
    house.ingest = pipeline(max_age)

    assert await house.lists("a", entry(1, published=published)) == expected
    assert await house.kept() == 1
