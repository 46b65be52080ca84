"""A chat's own names, and what a watch's choice does to those who follow the watches."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from model import Chat, ChatKind, ChatState
from store import chats, erasing, names, watches
from store.database import Database

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


async def test_names_are_kept_as_typed_and_in_order(database: Database) -> None:
    """A chat finds its rows as it typed them, the oldest first, and nobody else's."""
    async with database.begin() as conn:
        await names.add(conn, 1, ["Big Z", "赵长鹏"], NOON)
        await names.add(conn, 2, ["not", "mine"], NOON)
        await names.add(conn, 1, ["alfa", "béta"], NOON)

    async with database.read() as conn:
        mine = await names.of_chat(conn, 1)
    assert [each.names for each in mine] == [("Big Z", "赵长鹏"), ("alfa", "béta")]


async def test_a_row_changes_and_goes_for_its_own_chat_alone(database: Database) -> None:
    """No forged button of another chat changes or removes a row."""
    async with database.begin() as conn:
        row = await names.add(conn, 1, ["a1", "b1"], NOON)

        assert not await names.change(conn, 2, row.id, ["x", "y"])
        assert await names.remove(conn, 2, row.id) is None
        assert await names.change(conn, 1, row.id, ["a1", "b1", "c1"])
        removed = await names.remove(conn, 1, row.id)

        assert removed is not None
        assert removed.names == ("a1", "b1", "c1")
        assert await names.of_chat(conn, 1) == []


async def test_names_move_with_their_group(database: Database) -> None:
    """When a group becomes a supergroup its names are there too."""
    async with database.begin() as conn:
        await chats.save(conn, Chat(-1, ChatKind.GROUP))
        await names.add(conn, -1, ["a1", "b1"], NOON)

        await chats.migrate(conn, -1, -1001)

        assert [each.names for each in await names.of_chat(conn, -1001)] == [("a1", "b1")]
        assert await names.of_chat(conn, -1) == []


async def test_names_are_forgotten_with_their_chat(database: Database) -> None:
    """Of a chat that has been gone for long nothing stays, its names neither."""
    async with database.begin() as conn:
        await chats.save(conn, Chat(1, ChatKind.PRIVATE, state=ChatState.GONE, since=NOON))
        await names.add(conn, 1, ["a1", "b1"], NOON)

        await erasing.erase(conn, await chats.lost_since(conn, NOON + timedelta(days=1)))

        assert await names.of_chat(conn, 1) == []


async def test_a_choice_is_a_change_that_every_index_sees(database: Database) -> None:
    """What a person chose about names reaches an index that runs, at its next look."""
    async with database.begin() as conn:
        watch = await watches.add(conn, 1, "赵长鹏", NOON)

        assert await watches.choose(conn, watch.id, '{"off":["cz"],"own":[]}')
        assert not await watches.choose(conn, watch.id + 1, "")

        [changed] = await watches.changed_since(conn, watch.revision)
    assert changed.id == watch.id
    assert changed.choice == '{"off":["cz"],"own":[]}'
