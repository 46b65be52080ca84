"""What was not told because somebody rested is remembered, so that /why can say so."""

from __future__ import annotations

from datetime import timedelta

from model import Chat, ChatKind, ChatState
from store import chats, erasing, held, watches
from store.held import HeldBy
from tests.pipeline.house import ADA, BOB, NOON, House, entry

DAY = timedelta(hours=24)


async def held_of(house: House, chat_id: int) -> dict[int, held.Held]:
    """Return what kept the first item from a chat, by watch."""
    async with house.database.read() as conn:
        return await held.of_item(conn, chat_id, 1)


async def test_a_muted_and_a_paused_watch_are_remembered(house: House) -> None:
    """A hit of a watch at rest brings no alert, but what kept it back; one at work is no such hit."""
    await house.configures("a")
    await house.lists("a")
    muted, paused, working = await house.meets(ADA, "Bitcoin", "story", "number")
    async with house.database.begin() as conn:
        await watches.mute(conn, muted.id, NOON + DAY)
        await watches.pause(conn, paused.id, paused=True)

    assert await house.lists("a", entry(1)) == 1

    found = await held_of(house, ADA)
    assert {number: each.by for number, each in found.items()} == {
        muted.id: HeldBy.MUTE,
        paused.id: HeldBy.PAUSE,
    }
    assert found[muted.id].until == NOON + DAY
    assert working.id not in found


async def test_a_chat_at_rest_is_remembered_with_its_time(house: House) -> None:
    """After /stop the hits of a chat are kept back since then."""
    await house.configures("a")
    await house.lists("a")
    [watch] = await house.meets(ADA, "Bitcoin")
    async with house.database.begin() as conn:
        await chats.set_state(conn, ADA, ChatState.PAUSED, NOON)
    house.now += timedelta(hours=2)

    await house.lists("a", entry(1))

    kept_back = (await held_of(house, ADA))[watch.id]
    assert (kept_back.by, kept_back.since) == (HeldBy.CHAT_PAUSED, NOON)


async def test_nothing_is_kept_back_from_a_chat_that_the_source_does_not_serve(house: House) -> None:
    """What somebody else's own source brings leaves no trace in other chats."""
    await house.meets(BOB)
    await house.follows(BOB, "own")
    [watch] = await house.meets(ADA, "Bitcoin")
    await house.lists("own")
    async with house.database.begin() as conn:
        await watches.pause(conn, watch.id, paused=True)

    await house.lists("own", entry(1))

    assert await held_of(house, ADA) == {}


async def test_what_was_kept_back_moves_and_is_forgotten_with_its_chat(house: House) -> None:
    """A group that becomes a supergroup takes it along; retention, and a chat that is gone, end it."""
    async with house.database.begin() as conn:
        await chats.save(conn, Chat(-5, ChatKind.GROUP))
        await held.add(
            conn,
            [held.Held(1, 7, -5, HeldBy.PAUSE, NOON), held.Held(1, 8, BOB, HeldBy.PAUSE, NOON + DAY)],
        )
        await chats.save(conn, Chat(BOB, ChatKind.PRIVATE))
        await chats.migrate(conn, -5, -1005)

    moved = await held_of(house, -1005)
    async with house.database.begin() as conn:
        await held.forget(conn, NOON + DAY)
    after = await held_of(house, -1005), await held_of(house, BOB)
    async with house.database.begin() as conn:
        await chats.set_state(conn, BOB, ChatState.GONE, NOON)
        await erasing.erase(conn, await chats.lost_since(conn, NOON + DAY))

    assert list(moved) == [7]
    assert [list(each) for each in after] == [[], [8]]
    assert await held_of(house, BOB) == {}
