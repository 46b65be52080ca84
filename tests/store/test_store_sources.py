"""Sources and who follows them, on both databases."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from model import (
    Entry,
    Failure,
    FailureReason,
    Follow,
    FollowMode,
    Item,
    Source,
    SourceKind,
    Validators,
)
from store import items, sources
from store.database import Connection, Database
from store.items import NewItem
from store.sources import LEASE, Wanted

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def feed(name: str, interval: timedelta | None = None) -> Wanted:
    """Return a feed as the configuration names it."""
    return Wanted(SourceKind.FEED, f"https://{name}.example/feed", name, interval)


def account(name: str) -> Wanted:
    """Return an X account as the configuration names it."""
    return Wanted(SourceKind.X, name, f"@{name}")


async def make(conn: Connection, *names: str) -> list[Source]:
    """Make shared feeds that are due at noon."""
    return [await sources.ensure(conn, feed(name), NOON, shared=True) for name in names]


async def test_a_new_source_is_due_at_once(database: Database) -> None:
    """A source that nobody has named before is polled right away, and found by its address."""
    async with database.begin() as conn:
        made = await sources.ensure(conn, feed("a", HOUR), NOON, shared=True)

        assert made == await sources.find(conn, SourceKind.FEED, "https://a.example/feed")
        assert made == await sources.get(conn, made.id)
        assert await sources.find(conn, SourceKind.X, "https://a.example/feed") is None
    assert (made.due, made.interval, made.shared, made.first_read) == (NOON, HOUR, True, None)


async def test_a_source_named_twice_is_one(database: Database) -> None:
    """A feed that a chat follows and the configuration names is one source, with the operator's words."""
    async with database.begin() as conn:
        followed = await sources.ensure(conn, replace(feed("a"), name=""), NOON, shared=False)
        named = await sources.ensure(conn, feed("a", HOUR), NOON + HOUR, shared=True)
        followed_again = await sources.ensure(conn, feed("x"), NOON, shared=False)

    assert (followed.shared, followed.name, named.id, named.name) == (False, "", followed.id, "a")
    assert (named.shared, named.interval, named.due) == (True, HOUR, NOON)
    assert followed_again.id != followed.id


async def test_two_processes_that_name_a_source_make_one(database: Database, database_url: str) -> None:
    """Two transactions at once leave one row."""
    other = Database(database_url)

    async def ensures(through: Database) -> int:
        async with through.begin() as conn:
            return (await sources.ensure(conn, feed("a"), NOON, shared=True)).id

    one, two = await asyncio.gather(ensures(database), ensures(other))

    await other.close()
    assert one == two


async def test_the_configuration_says_what_is_shared(database: Database) -> None:
    """Exactly the sources of the configuration are polled, but for those that a chat follows."""
    async with database.begin() as conn:
        _, second, third = await make(conn, "a", "b", "c")
        await sources.add_follow(conn, Follow(1, third.id, FollowMode.WORDS, NOON))

        await sources.configure(conn, [feed("a"), feed("d")], NOON)

        assert [each.name for each in await sources.shared(conn)] == ["a", "d"]
        assert (await sources.get(conn, second.id)).due is None
        assert (await sources.get(conn, third.id)).due == NOON


async def test_a_source_that_comes_back_is_due_again(database: Database) -> None:
    """A feed named again after a while is polled at once."""
    async with database.begin() as conn:
        [made] = await make(conn, "a")
        await sources.configure(conn, [], NOON)
        await sources.configure(conn, [feed("a")], NOON + HOUR)

        assert (await sources.get(conn, made.id)).due == NOON + HOUR


async def test_claims_are_of_what_is_due_longest_overdue_first(database: Database) -> None:
    """A claim takes the kind asked for, no more than asked, and remembers when each was due."""
    async with database.begin() as conn:
        for hours, name in ((2, "late"), (3, "later"), (1, "early"), (9, "not yet")):
            await sources.ensure(conn, feed(name), NOON + hours * HOUR, shared=True)
        await sources.ensure(conn, account("cz"), NOON, shared=True)

        first = await sources.claim(conn, SourceKind.FEED, NOON + 4 * HOUR, 2)
        second = await sources.claim(conn, SourceKind.FEED, NOON + 4 * HOUR, 9)
        third = await sources.claim(conn, SourceKind.FEED, NOON + 4 * HOUR, 9)

    assert [each.name for each in first] == ["early", "late"]
    assert [each.name for each in second] == ["later"]
    assert third == []
    assert [each.due for each in first] == [NOON + HOUR, NOON + 2 * HOUR]


async def test_two_claimants_at_once_never_get_the_same(database: Database, database_url: str) -> None:
    """Two processes that claim side by side share the sources out between them."""
    other = Database(database_url)
    async with database.begin() as conn:
        await make(conn, *(f"feed{number}" for number in range(40)))

    async def claims(through: Database) -> list[int]:
        found: list[int] = []
        for _ in range(10):
            async with through.begin() as conn:
                found += [each.id for each in await sources.claim(conn, SourceKind.FEED, NOON, 3)]
        return found

    one, two = await asyncio.gather(claims(database), claims(other))

    await other.close()
    assert len(one) + len(two) == 40
    assert set(one) | set(two) == set(range(1, 41))


async def test_a_claim_that_nobody_settles_ends(database: Database) -> None:
    """A source whose poller died is free again when its lease is over."""
    async with database.begin() as conn:
        await make(conn, "a")
        [first] = await sources.claim(conn, SourceKind.FEED, NOON, 9)
        before = await sources.claim(conn, SourceKind.FEED, NOON + LEASE - timedelta(seconds=1), 9)
        [again] = await sources.claim(conn, SourceKind.FEED, NOON + LEASE, 9)

    assert before == []
    assert (again.id, again.lease) == (first.id, first.lease + 1)


async def test_a_start_gives_back_what_a_dead_process_had_claimed(database: Database) -> None:
    """After a kill every source is due when it was due before, at once where it is overdue."""
    async with database.begin() as conn:
        [made] = await make(conn, "a")
        await sources.claim(conn, SourceKind.FEED, NOON, 9)

        await sources.release(conn)

        [again] = await sources.claim(conn, SourceKind.FEED, NOON, 9)
    assert (again.id, again.due) == (made.id, NOON)


async def test_a_claim_can_be_given_back(database: Database) -> None:
    """What a poller could not settle is due when it was; what is settled, claimed anew or at rest stays."""
    async with database.begin() as conn:
        await make(conn, "a", "b", "c", "d")
        claimed = await sources.claim(conn, SourceKind.FEED, NOON, 9)
        await sources.settle_unchanged(conn, [(claimed[1], NOON + HOUR)], NOON)
        await sources.claim(conn, SourceKind.FEED, NOON + LEASE, 1)
        await sources.configure(conn, [feed("a"), feed("b"), feed("c")], NOON)

        await sources.give_back(conn, claimed)
        await sources.give_back(conn, [])

        again = await sources.claim(conn, SourceKind.FEED, NOON, 9)
    assert [(each.name, each.due) for each in again] == [("c", NOON)]


async def test_all_that_a_poll_finds_is_kept(database: Database) -> None:
    """Every fact of a source survives the store unchanged."""
    async with database.begin() as conn:
        await make(conn, "a")
        [claimed] = await sources.claim(conn, SourceKind.FEED, NOON, 9)
        full = replace(
            claimed,
            address="https://moved.example/feed",
            name="Ä 新闻",
            validators=Validators('"e"', "Sun, 01 Nov 2026 12:00:00 GMT", "https://a.example/final"),
            body_hash=bytes(range(16)),
            listing=((2**63 - 1, 1), (-(2**63), 2**40)),
            cursor="1990000000000000001",
            external_id="44196397",
            due=NOON + HOUR,
            first_read=NOON,
            last_read=NOON + timedelta(microseconds=1),
            last_entry=NOON,
            failing_since=NOON,
            failures=3,
            failure=Failure(FailureReason.HTTP_STATUS, 503),
            guids_repeat=True,
            urls_repeat=True,
            moved_to="https://b.example/",
            moved_polls=2,
        )

        await sources.settle(conn, [full])

        assert await sources.get(conn, full.id) == full


async def test_an_unchanged_poll_changes_two_times_only(database: Database) -> None:
    """A poll that brought nothing writes when the source was read and when it is due next."""
    async with database.begin() as conn:
        await make(conn, "a", "b")
        claimed = await sources.claim(conn, SourceKind.FEED, NOON, 9)
        settled = [
            (replace(each, name="ignored"), NOON + number * HOUR) for number, each in enumerate(claimed, 1)
        ]

        await sources.settle_unchanged(conn, settled, NOON)

        found = [await sources.get(conn, each.id) for each in claimed]
    assert [(each.name, each.due, each.last_read) for each in found] == [
        ("a", NOON + HOUR, NOON),
        ("b", NOON + 2 * HOUR, NOON),
    ]


async def test_a_zombie_settles_nothing(database: Database) -> None:
    """A poller whose lease is over leaves the source to the one that has it now."""
    async with database.begin() as conn:
        await make(conn, "a")
        [old] = await sources.claim(conn, SourceKind.FEED, NOON, 9)
        [new] = await sources.claim(conn, SourceKind.FEED, NOON + LEASE, 9)

        await sources.settle(conn, [replace(old, name="zombie", due=NOON)])
        await sources.settle_unchanged(conn, [(old, NOON)], NOON)

        found = await sources.get(conn, new.id)
    assert (found.name, found.last_read, found.due) == ("a", None, new.due)


async def test_a_resting_source_stays_at_rest(database: Database) -> None:
    """A poll that ends after its source was taken out does not bring it back."""
    async with database.begin() as conn:
        await make(conn, "a")
        [claimed] = await sources.claim(conn, SourceKind.FEED, NOON, 9)
        await sources.configure(conn, [], NOON)

        await sources.settle(conn, [replace(claimed, due=NOON + HOUR)])
        await sources.settle_unchanged(conn, [(claimed, NOON + HOUR)], NOON)
        await sources.release(conn)

        assert await sources.claim(conn, SourceKind.FEED, NOON + 99 * HOUR, 9) == []


async def test_a_kind_can_be_put_off(database: Database) -> None:
    """When X asks for patience no account is due before then, and feeds are left alone."""
    async with database.begin() as conn:
        await make(conn, "a")
        await sources.ensure(conn, account("cz"), NOON, shared=True)
        await sources.ensure(conn, account("sama"), NOON + 5 * HOUR, shared=True)

        await sources.postpone(conn, SourceKind.X, NOON + HOUR)

        assert await sources.next_due(conn, SourceKind.FEED) == NOON
        assert await sources.next_due(conn, SourceKind.X) == NOON + HOUR
        later = await sources.find(conn, SourceKind.X, "sama")
    assert later is not None
    assert later.due == NOON + 5 * HOUR


async def test_nothing_is_due_where_there_is_nothing(database: Database) -> None:
    """An empty Hark has no next poll."""
    async with database.read() as conn:
        assert await sources.next_due(conn, SourceKind.FEED) is None
        assert await sources.counts(conn) == (0, 0)


async def test_a_chat_sees_what_it_follows(database: Database) -> None:
    """A follow is kept with its mode and topic, its mode can be changed, and it ends."""
    async with database.begin() as conn:
        wanted = [await sources.ensure(conn, feed(name), NOON, shared=False) for name in ("b", "a")]
        new = [
            await sources.add_follow(conn, Follow(1, each.id, FollowMode.WORDS, NOON, thread_id=4))
            for each in wanted
        ]
        again = await sources.add_follow(
            conn, Follow(1, wanted[0].id, FollowMode.EVERYTHING, NOON + HOUR, thread_id=9)
        )
        seen = await sources.followed_by(conn, 1)
        gone = [await sources.remove_follow(conn, 1, wanted[0].id) for _ in range(2)]

        left = await sources.follows_of(conn, [each.id for each in wanted])
        resting = await sources.get(conn, wanted[0].id)

    assert (new, again, gone) == ([True, True], False, [True, False])
    assert [(source.name, follow.mode, follow.created, follow.thread_id) for source, follow in seen] == [
        ("a", FollowMode.WORDS, NOON, 4),
        ("b", FollowMode.EVERYTHING, NOON, 4),
    ]
    assert left == [Follow(1, wanted[1].id, FollowMode.WORDS, NOON, 4)]
    assert resting.due is None


async def test_a_source_that_another_chat_follows_goes_on(database: Database) -> None:
    """One chat's unfollow does not stop another's source."""
    async with database.begin() as conn:
        made = await sources.ensure(conn, feed("a"), NOON, shared=False)
        for chat_id in (1, 2):
            await sources.add_follow(conn, Follow(chat_id, made.id, FollowMode.WORDS, NOON))

        await sources.remove_follow(conn, 1, made.id)

        assert (await sources.get(conn, made.id)).due == NOON
        assert [each.chat_id for each in await sources.follows_of(conn, [made.id])] == [2]
        assert await sources.follows_of(conn, []) == []


async def test_an_outage_is_told_once_and_so_is_its_end(database: Database) -> None:
    """A source that fails for long is named once, and once more when it works again."""
    async with database.begin() as conn:
        [made, _] = await make(conn, "a", "b")
        [claimed, _] = await sources.claim(conn, SourceKind.FEED, NOON, 9)
        failing = replace(claimed, failing_since=NOON, failure=Failure(FailureReason.TIMEOUT))
        await sources.settle(conn, [failing])

        early = await sources.untold_outages(conn, NOON - HOUR)
        due = await sources.untold_outages(conn, NOON)
        await sources.mark_told(conn, [made.id], told=True)
        again = await sources.untold_outages(conn, NOON + HOUR)
        counted = await sources.counts(conn)
        await sources.settle(conn, [replace(failing, failing_since=None, failure=None)])
        recovered = await sources.told_recoveries(conn)
        await sources.mark_told(conn, [made.id], told=False)
        at_last = await sources.told_recoveries(conn)

    assert [[each.id for each in some] for some in (early, due, again)] == [[], [made.id], []]
    assert counted == (2, 1)
    assert [[each.id for each in some] for some in (recovered, at_last)] == [[made.id], []]


async def test_a_source_without_items_that_nobody_wants_is_forgotten(database: Database) -> None:
    """What is neither wanted nor holds items goes; the rest stays."""
    async with database.begin() as conn:
        empty, full, wanted = await make(conn, "a", "b", "c")
        item = Item(1, full.id, "b", Entry(title="x"), NOON)
        await items.add(conn, [NewItem(item, ())])
        await sources.configure(conn, [feed("c")], NOON)

        await sources.drop_unused(conn)

        assert await sources.find(conn, SourceKind.FEED, empty.address) is None
        assert (await sources.get(conn, full.id)).name == "b"
        assert (await sources.get(conn, wanted.id)).name == "c"


async def test_a_lost_topic_is_left(database: Database) -> None:
    """What a chat follows in a topic that is no more speaks in General; another topic's stays."""
    async with database.begin() as conn:
        first, second = [await sources.ensure(conn, feed(name), NOON, shared=False) for name in "ab"]
        await sources.add_follow(conn, Follow(1, first.id, FollowMode.WORDS, NOON, thread_id=4))
        await sources.add_follow(conn, Follow(1, second.id, FollowMode.WORDS, NOON, thread_id=5))

        await sources.leave_thread(conn, 1, 4)

        found = await sources.follows_of(conn, [first.id, second.id])
    assert {each.source_id: each.thread_id for each in found} == {first.id: None, second.id: 5}


async def test_whom_a_source_serves_is_known_at_sending(database: Database) -> None:
    """A shared source serves every chat, another one those that follow it, a forgotten one whom it did."""
    async with database.begin() as conn:
        [shared] = await make(conn, "a")
        own = await sources.ensure(conn, feed("b"), NOON, shared=False)
        await sources.add_follow(conn, Follow(1, own.id, FollowMode.WORDS, NOON))

        served = [
            await sources.service(conn, source_id, chat_id)
            for source_id, chat_id in ((shared.id, 1), (own.id, 1), (own.id, 2), (99, 1))
        ]
    assert served == [(True, None), (False, FollowMode.WORDS), (False, None), (True, None)]
