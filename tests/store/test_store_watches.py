"""Watches and their revisions, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from model import Watch
from store import watches
from store.database import Database

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ADA, BOB = 6_000_000_001, 6_000_000_002


async def test_a_watch_is_kept(database: Database) -> None:
    """A watch is found by its number and among its chat's, oldest first."""
    async with database.begin() as conn:
        first = await watches.add(conn, ADA, '#赵长鹏 -"a b"', NOON, 7)
        second = await watches.add(conn, ADA, "btc", NOON + HOUR)
        other = await watches.add(conn, BOB, "btc", NOON)

        assert first == Watch(first.id, ADA, '#赵长鹏 -"a b"', NOON, 7, revision=first.revision)
        assert await watches.find(conn, first.id) == first
        assert await watches.of_chat(conn, ADA) == [first, second]
        assert await watches.of_chat(conn, BOB) == [other]
        assert await watches.count(conn) == 3


async def test_an_ended_watch_is_gone_and_can_be_taken_back(database: Database) -> None:
    """A watch that was removed is not found; undone, it is what it was."""
    async with database.begin() as conn:
        made = await watches.add(conn, ADA, "btc", NOON)

        removed = [await watches.remove(conn, [made.id]) for _ in range(2)]
        gone = await watches.find(conn, made.id), await watches.of_chat(conn, ADA), await watches.count(conn)
        nothing = await watches.remove(conn, [])
        changed = [
            await watches.pause(conn, made.id, paused=True),
            await watches.mute(conn, made.id, NOON),
        ]

    assert (removed, gone, nothing, changed) == ([1, 0], (None, [], 0), 0, [False, False])


async def test_a_watch_can_be_paused_and_muted(database: Database) -> None:
    """What a person asks of a watch is kept, and can be taken back."""
    async with database.begin() as conn:
        made = await watches.add(conn, ADA, "btc", NOON)
        await watches.pause(conn, made.id, paused=True)
        await watches.mute(conn, made.id, NOON + HOUR)
        silent = await watches.find(conn, made.id)
        await watches.pause(conn, made.id, paused=False)
        await watches.mute(conn, made.id, None)
        loud = await watches.find(conn, made.id)

    assert silent is not None
    assert loud is not None
    assert (silent.paused, silent.muted_until) == (True, NOON + HOUR)
    assert (loud.paused, loud.muted_until) == (False, None)


async def test_an_index_learns_of_every_change_once(database: Database) -> None:
    """Asked again and again for what is new, the store names every change, the ends too, in their order."""
    seen: list[tuple[int, bool, bool]] = []
    revision = 0

    async def look() -> None:
        nonlocal revision
        async with database.read() as conn:
            for each in await watches.changed_since(conn, revision):
                seen.append((each.id, each.paused, each.deleted))
                revision = each.revision

    async with database.begin() as conn:
        first = await watches.add(conn, ADA, "btc", NOON)
        second = await watches.add(conn, ADA, "eth", NOON)
    await look()
    await look()
    async with database.begin() as conn:
        await watches.pause(conn, second.id, paused=True)
        await watches.remove(conn, [first.id, second.id])
    await look()
    await look()

    assert seen == [
        (first.id, False, False),
        (second.id, False, False),
        (first.id, False, True),
        (second.id, True, True),
    ]


async def test_a_lost_topic_is_left(database: Database) -> None:
    """Watches of a topic that is no more speak in General; other topics and chats keep theirs."""
    async with database.begin() as conn:
        made = [
            await watches.add(conn, chat_id, "btc", NOON, thread)
            for chat_id, thread in ((ADA, 4), (ADA, 5), (BOB, 4), (ADA, None))
        ]

        left = await watches.leave_thread(conn, ADA, 4)

        found = [await watches.find(conn, each.id) for each in made]
    assert left == 1
    assert [each and each.thread_id for each in found] == [None, 5, 4, None]


async def test_ended_watches_are_deleted_when_every_index_has_seen_it(database: Database) -> None:
    """The latest ends stay for those who have not looked yet; older ones go, living watches never."""
    async with database.begin() as conn:
        made = [await watches.add(conn, ADA, f"w{number}", NOON) for number in range(5)]
        await watches.remove(conn, [made[0].id])
        await watches.remove(conn, [made[1].id])

        await watches.forget_deleted(conn, keep_last=0)
        kept = [each.id for each in await watches.changed_since(conn, 0)]
        await watches.forget_deleted(conn)

        assert kept == [each.id for each in (*made[2:], made[1])]
        assert len(await watches.changed_since(conn, 0)) == 4


async def test_no_watches_at_all(database: Database) -> None:
    """An empty Hark has nothing to forget."""
    async with database.begin() as conn:
        await watches.forget_deleted(conn)

        assert await watches.changed_since(conn, 0) == []
        assert await watches.count(conn) == 0


async def test_watches_that_have_not_ended_are_found_by_id(database: Database) -> None:
    """Whether the watches of an alert are still there is known in one look."""
    async with database.begin() as conn:
        one, two = [await watches.add(conn, chat_id, "btc", NOON) for chat_id in (ADA, BOB)]
        await watches.remove(conn, [one.id])

        assert await watches.many(conn, [one.id, two.id, 99]) == {two.id: two}
        assert await watches.many(conn, []) == {}


async def test_a_watch_can_look_for_something_else(database: Database) -> None:
    """A query that is rewritten is seen by every index; an ended watch stays as it was."""
    async with database.begin() as conn:
        one, two = [await watches.add(conn, ADA, "btc", NOON) for _ in range(2)]
        await watches.remove(conn, [two.id])
        before = (await watches.changed_since(conn, 0))[-1].revision

        assert await watches.rewrite(conn, one.id, "btc OR xbt")
        assert not await watches.rewrite(conn, two.id, "btc OR xbt")
        [changed] = await watches.changed_since(conn, before)
        assert (changed.id, changed.query) == (one.id, "btc OR xbt")
