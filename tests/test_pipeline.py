"""A batch of polls through the whole path over a real database: what is kept, who is owed an alert."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select, update

from feeds.plan import Pace
from model import (
    Chat,
    ChatKind,
    ChatState,
    Delivery,
    DeliveryState,
    Document,
    Entry,
    Failure,
    FailureReason,
    Follow,
    FollowMode,
    Outcome,
    Source,
    SourceKind,
    Unchanged,
    Watch,
)
from pipeline import Ingest, Polled, Rules
from store import chats, deliveries, items, schema, sources, watches
from store.database import Database
from store.sources import Wanted

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
PACE = Pace(timedelta(minutes=5), timedelta(minutes=1), timedelta(hours=1))
ADA, BOB = 1, 2


def entry(number: int, title: str = "", **options: object) -> Entry:
    """Return an entry as an ordinary feed has it."""
    return replace(
        Entry(
            guid=f"https://example.com/?p={number}",
            url=f"https://example.com/story-{number}",
            title=title or f"Bitcoin story number {number}",
            text=f"At length, what happened in the affair number {number} of the day.",
            published=NOON,
        ),
        **options,  # type: ignore[arg-type]
    )


def fingerprint(each: Entry) -> int:
    """Return a number that stands for the entry's bytes."""
    return hash(each) >> 8


@dataclass
class House:
    """The pipeline over a database, and feeds that list what a test says."""

    database: Database
    ingest: Ingest
    now: datetime = NOON
    feeds: dict[str, int] = field(default_factory=dict)

    async def configures(self, *names: str) -> None:
        """Let the configuration name exactly these feeds."""
        async with self.database.begin() as conn:
            wanted = [Wanted(SourceKind.FEED, f"https://{name}.example/feed", name) for name in names]
            await sources.configure(conn, wanted, self.now)
            self.feeds |= {each.name: each.id for each in await sources.shared(conn)}

    async def follows(self, chat_id: int, name: str, mode: FollowMode = FollowMode.WORDS) -> None:
        """Let a chat follow a feed for itself."""
        async with self.database.begin() as conn:
            wanted = Wanted(SourceKind.FEED, f"https://{name}.example/feed", name)
            source = await sources.ensure(conn, wanted, self.now, shared=False)
            await sources.add_follow(conn, Follow(chat_id, source.id, mode, self.now))
            self.feeds[name] = source.id

    async def meets(self, chat_id: int, *queries: str) -> list[Watch]:
        """Let Hark know a chat with these watches."""
        async with self.database.begin() as conn:
            await chats.save(conn, Chat(chat_id, ChatKind.PRIVATE))
            return [await watches.add(conn, chat_id, query, self.now) for query in queries]

    async def source(self, name: str) -> Source:
        """Return a feed as it stands."""
        async with self.database.read() as conn:
            return await sources.get(conn, self.feeds[name])

    async def lists(self, name: str, *entries: Entry, moved_to: str = "") -> int:
        """Let a feed list exactly these entries, newest first, and take it in. Returns the alerts owed."""
        source = await self.source(name)
        known = {number for number, _ in source.listing}
        shown = [(fingerprint(each), each) for each in entries]
        document = Document(
            entries=tuple(each for each in shown if each[0] not in known),
            kept=tuple(number for number, _ in shown if number in known),
            moved_to=moved_to,
        )
        return await self.polls((name, document))

    async def polls(self, *brought: tuple[str, Outcome]) -> int:
        """Take in one batch of outcomes."""
        polled = [Polled(await self.source(name), outcome) for name, outcome in brought]
        async with self.database.begin() as conn:
            return await self.ingest(conn, polled, self.now)

    async def told(self, chat_id: int = ADA) -> list[str]:
        """Return the titles that a chat is owed, in order."""
        async with self.database.read() as conn:
            owed = await deliveries.due(conn, self.now, 100)
            found = [await items.get(conn, each.item_id or 0) for each in owed if each.chat_id == chat_id]
        return [each.entry.title for each in found if each is not None]

    async def owed(self) -> list[Delivery]:
        """Return everything that is owed."""
        async with self.database.read() as conn:
            return await deliveries.due(conn, self.now, 100)

    async def kept(self) -> int:
        """Return how many items are kept."""
        async with self.database.read() as conn:
            return await items.count(conn, NOON - timedelta(days=365))


def pipeline(max_age: timedelta = timedelta(hours=48), first_run_silent: bool = True) -> Ingest:
    """Return the pipeline of a newly started process."""
    return Ingest(Rules({SourceKind.FEED: PACE, SourceKind.X: PACE}, max_age, first_run_silent), Random(1))


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house with the shared feed "a" already read, and Ada who watches for bitcoin."""
    database = Database(f"sqlite:///{tmp_path / 'hark.db'}")
    await database.open()
    made = House(database, pipeline())
    await made.configures("a")
    await made.meets(ADA, "bitcoin")
    await made.lists("a")
    yield made
    await database.close()


async def test_what_a_feed_holds_at_first_is_no_news(house: House) -> None:
    """A new feed's entries bring no alerts; they are kept, marked, and stay known."""
    await house.configures("a", "b")

    first = await house.lists("b", entry(1), entry(2))
    again = await house.lists("b", entry(1), entry(2))

    async with house.database.read() as conn:
        kept = await items.of_sources(conn, None, NOON, 10)
    assert (first, again) == (0, 0)
    assert [each.baseline for each in kept] == [True, True]


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
            owed.append(await house.ingest(conn, [Polled(source, document)], house.now))

    assert len(await house.owed()) == 1
    assert [number for number, _ in (await house.source("a")).listing] == [1]
    assert (await house.source("a")).lease == fresh.lease
    assert {each.state for each in await house.owed()} == {DeliveryState.DUE}
