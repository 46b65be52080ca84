"""Chats and dialogs, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from model import (
    Chat,
    ChatKind,
    ChatState,
    DeliveryKind,
    Follow,
    FollowMode,
    Message,
    SourceKind,
)
from store import chats, deliveries, erasing, errands, sources, watches
from store.database import Connection, Database
from store.deliveries import OwedAlert, OwedMessage
from store.sources import Wanted

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
GROUP, SUPERGROUP = -4_000_000_001, -1_003_000_000_001
ADA = 6_000_000_001


async def furnish(conn: Connection, chat_id: int, *source_ids: int, items: tuple[int, ...] = ()) -> None:
    """Give a chat one of everything that belongs to a chat."""
    await chats.save(conn, Chat(chat_id, ChatKind.GROUP, "Crypto", "zh-CN"))
    await watches.add(conn, chat_id, f"watch of {chat_id}", NOON)
    for source_id in source_ids:
        await sources.add_follow(conn, Follow(chat_id, source_id, FollowMode.WORDS, NOON))
    await deliveries.owe_alerts(conn, [OwedAlert(chat_id, item_id, 1) for item_id in items], NOON)
    await errands.add(conn, errands.Asked(chat_id, "follow", {"url": "x"}), NOON)
    await chats.ask(conn, chat_id, 9, "watch", NOON + HOUR)


async def test_a_chat_is_kept_and_changed(database: Database) -> None:
    """Every setting of a chat survives the store, the first time and when it changes."""
    first = Chat(ADA, ChatKind.PRIVATE, "Ada 🚀", "zh-CN", ChatState.ACTIVE, True, True, NOON)
    second = Chat(ADA, ChatKind.PRIVATE, "Ada", "it", ChatState.PAUSED)
    async with database.begin() as conn:
        unknown = await chats.find(conn, ADA)
        await chats.save(conn, first)
        kept = await chats.find(conn, ADA)
        await chats.save(conn, second)

        assert (unknown, kept) == (None, first)
        assert await chats.find(conn, ADA) == second
        assert await chats.many(conn, [ADA, 5]) == {ADA: second}
        assert await chats.many(conn, []) == {}
        assert await chats.count(conn) == 1


async def test_a_state_has_a_since(database: Database) -> None:
    """It is known since when a chat is blocked."""
    async with database.begin() as conn:
        await chats.save(conn, Chat(ADA, ChatKind.PRIVATE))
        await chats.set_state(conn, ADA, ChatState.BLOCKED, NOON)
        await chats.set_state(conn, 5, ChatState.BLOCKED, NOON)  # unknown: nothing to change

        found = await chats.find(conn, ADA)
    assert found is not None
    assert (found.state, found.since) == (ChatState.BLOCKED, NOON)


async def test_a_trouble_is_told_once(database: Database) -> None:
    """The same trouble twice is said once; another one, or after it was over, again."""
    async with database.begin() as conn:
        await chats.save(conn, Chat(GROUP, ChatKind.GROUP))
        told = [await chats.tell_once(conn, GROUP, trouble) for trouble in ("a", "a", "b", "a")]
        await chats.set_state(conn, GROUP, ChatState.ACTIVE, NOON)
        told.append(await chats.tell_once(conn, GROUP, "a"))

    assert told == [True, False, True, True, True]


async def test_a_group_moves_with_all_it_has(database: Database) -> None:
    """A group that becomes a supergroup keeps its settings, watches, follows, alerts and errands."""
    async with database.begin() as conn:
        await furnish(conn, GROUP, 1, items=(7,))

        await chats.migrate(conn, GROUP, SUPERGROUP)

        assert await chats.find(conn, GROUP) is None
        assert await chats.find(conn, SUPERGROUP) == Chat(SUPERGROUP, ChatKind.SUPERGROUP, "Crypto", "zh-CN")
        assert [each.query for each in await watches.of_chat(conn, SUPERGROUP)] == [f"watch of {GROUP}"]
        assert [each.chat_id for each in await sources.follows_of(conn, [1])] == [SUPERGROUP]
        assert [each.chat_id for each in await deliveries.due(conn, NOON, 9)] == [SUPERGROUP]
        assert [each.chat_id for each in await errands.claim(conn, NOON, 9)] == [SUPERGROUP]
        assert await chats.asked(conn, SUPERGROUP, 9, NOON) == ""


async def test_a_move_is_seen_by_whoever_keeps_an_index_of_the_watches(database: Database) -> None:
    """Watches that moved to a new chat are among the changed ones, so that alerts go to the new chat."""
    async with database.begin() as conn:
        await furnish(conn, GROUP)
        before = max(each.revision for each in await watches.changed_since(conn, 0))

        await chats.migrate(conn, GROUP, SUPERGROUP)

        assert [each.chat_id for each in await watches.changed_since(conn, before)] == [SUPERGROUP]


async def test_a_move_joins_what_is_there(database: Database) -> None:
    """Where both ids are known already nothing is lost and nothing is told twice."""
    async with database.begin() as conn:
        await furnish(conn, GROUP, 1, 2, items=(7, 8))
        await furnish(conn, SUPERGROUP, 2, 3, items=(8, 9))

        await chats.migrate(conn, GROUP, SUPERGROUP)

        assert await chats.count(conn) == 1
        assert len(await watches.of_chat(conn, SUPERGROUP)) == 2
        follows = await sources.follows_of(conn, [1, 2, 3])
        owed = await deliveries.due(conn, NOON, 9)
    assert sorted((each.chat_id, each.source_id) for each in follows) == [(SUPERGROUP, n) for n in (1, 2, 3)]
    assert sorted((each.chat_id, each.item_id) for each in owed) == [(SUPERGROUP, n) for n in (7, 8, 9)]


async def test_a_move_of_a_chat_that_nobody_knows_is_nothing(database: Database) -> None:
    """A migration that is told twice does nothing the second time."""
    async with database.begin() as conn:
        await furnish(conn, GROUP)
        await chats.migrate(conn, GROUP, SUPERGROUP)

        await chats.migrate(conn, GROUP, SUPERGROUP)

        assert len(await watches.of_chat(conn, SUPERGROUP)) == 1


async def test_a_chat_out_of_reach_for_long_is_forgotten(database: Database) -> None:
    """A chat that has been gone or blocked for the whole retention goes with all it has; others stay."""
    async with database.begin() as conn:
        wanted = Wanted(SourceKind.FEED, "https://a.example/feed", "a")
        own = await sources.ensure(conn, wanted, NOON, shared=False)
        for chat_id, state in ((1, ChatState.GONE), (2, ChatState.BLOCKED), (3, ChatState.PAUSED)):
            await furnish(conn, chat_id, *([own.id] if chat_id < 3 else []), items=(7,))
            await chats.set_state(conn, chat_id, state, NOON)
        await furnish(conn, 4, items=(7,))

        await erasing.erase(conn, await chats.lost_since(conn, NOON))
        before = await chats.count(conn)
        await erasing.erase(conn, await chats.lost_since(conn, NOON + HOUR))

        assert (before, await chats.count(conn)) == (4, 2)
        assert [len(await watches.of_chat(conn, number)) for number in (1, 2, 3, 4)] == [0, 0, 1, 1]
        assert [each.chat_id for each in await deliveries.due(conn, NOON, 9)] == [3, 4]
        assert await sources.follows_of(conn, [own.id]) == []
        assert (await sources.get(conn, own.id)).due is None


async def test_a_forgotten_chats_watches_are_gone_for_every_index(database: Database) -> None:
    """Watches of a forgotten chat end in such a way that an index learns of it."""
    async with database.begin() as conn:
        await furnish(conn, 1)
        await chats.set_state(conn, 1, ChatState.GONE, NOON)
        before = max(each.revision for each in await watches.changed_since(conn, 0))

        await erasing.erase(conn, await chats.lost_since(conn, NOON + HOUR))

        assert [each.deleted for each in await watches.changed_since(conn, before)] == [True]


async def test_hark_waits_for_words_and_no_longer_than_it_says(database: Database) -> None:
    """A dialog belongs to one person in one chat, is replaced by the next, expires, and can be ended."""
    async with database.begin() as conn:
        await chats.ask(conn, GROUP, ADA, "watch", NOON + HOUR)
        await chats.ask(conn, GROUP, ADA, "follow", NOON + HOUR)

        assert await chats.asked(conn, GROUP, ADA, NOON) == "follow"
        assert await chats.asked(conn, GROUP, 5, NOON) == ""
        assert await chats.asked(conn, GROUP, ADA, NOON + HOUR) == ""
        assert [await chats.end_dialog(conn, GROUP, ADA) for _ in range(2)] == [True, False]
        assert await chats.asked(conn, GROUP, ADA, NOON) == ""


async def test_an_answer_moves_with_its_group(database: Database) -> None:
    """An answer that is still owed to the old id reaches the new one."""
    async with database.begin() as conn:
        await chats.save(conn, Chat(GROUP, ChatKind.GROUP))
        await deliveries.owe_message(conn, OwedMessage(GROUP, DeliveryKind.ANSWER, Message("hello")), NOON)

        await chats.migrate(conn, GROUP, SUPERGROUP)

        assert [each.chat_id for each in await deliveries.due(conn, NOON, 9)] == [SUPERGROUP]
