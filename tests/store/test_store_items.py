"""Items and their keys, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from model import Entry, Item, SourceKind
from store import items, sources
from store.database import Connection, Database
from store.items import NewItem
from store.sources import Wanted

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)

FULL = Entry(
    guid="x:1990000000000000001",
    url="https://example.com/赵长鹏?a=1&b=2",
    title='CZ "回来了" <b> \U0001f680',
    text="é" * 5000,
    author="@cz_binance",
    published=NOON - timedelta(microseconds=1),
    language="zh-Hans",
    tags=("赵长鹏", 'a"b'),
    media=("https://example.com/1.jpg",),
)


async def source(conn: Connection, name: str, *, shared: bool = True) -> int:
    """Make a feed and return its id."""
    wanted = Wanted(SourceKind.FEED, f"https://{name}.example/feed", name)
    return (await sources.ensure(conn, wanted, NOON, shared=shared)).id


def item(number: int, source_id: int = 1, found: datetime = NOON, entry: Entry | None = None) -> Item:
    """Return an item as the pipeline keeps it."""
    return Item(number, source_id, "a", entry or Entry(title=f"Title {number}"), found)


async def test_an_item_is_kept_to_the_letter(database: Database) -> None:
    """Every part of an entry survives the store unchanged."""
    async with database.begin() as conn:
        await source(conn, "a")
        wanted = Item(1, 1, "a", FULL, NOON, baseline=True)
        await items.add(conn, [NewItem(wanted, ("g1",))])

        assert await items.get(conn, 1) == wanted
        assert await items.get(conn, 2) is None


async def test_an_item_is_shown_under_the_source_that_brought_it(database: Database) -> None:
    """An item found in one source and told for another carries the other's name."""
    async with database.begin() as conn:
        await source(conn, "a")
        second = await source(conn, "b")
        await items.add(conn, [NewItem(item(1), ())])

        through = await items.get(conn, 1, second)
        forgotten = await items.get(conn, 1, 99)

    assert through is not None
    assert forgotten is not None
    assert (through.source_name, forgotten.source_name) == ("b", "")


async def test_items_are_known_by_any_key(database: Database) -> None:
    """A key leads to the items that have it, each with all its keys and whether it serves every chat."""
    async with database.begin() as conn:
        await source(conn, "a")
        own = await source(conn, "own", shared=False)
        new = [
            NewItem(item(1, entry=FULL), ("g1", "u1", "t")),
            NewItem(item(2, own), ("g2", "t")),
            NewItem(item(3), ("g3",)),
        ]
        await items.add(conn, new)
        await items.add_keys(conn, [("u1-moved", 1), ("g1", 1)])

        by_title = await items.known(conn, ["t", "nowhere"])
        by_new = await items.known(conn, ["u1-moved"])
        by_none = await items.known(conn, [])

    assert [(k.id, k.source_id, set(k.keys), k.published, k.shared) for k in by_title] == [
        (1, 1, {"g1", "u1", "u1-moved", "t"}, FULL.published, True),
        (2, own, {"g2", "t"}, None, False),
    ]
    assert [each.id for each in by_new] == [1]
    assert by_none == []


async def test_many_keys_are_asked_for_at_once(database: Database) -> None:
    """A batch of large documents is recognised whatever limits the database has."""
    async with database.begin() as conn:
        await source(conn, "a")
        await items.add(conn, [NewItem(item(number), (f"g{number}",)) for number in range(1, 1301)])

        found = await items.known(conn, [f"g{number}" for number in range(1, 3000)])
        await items.mark_seen(conn, range(1, 1301), NOON + HOUR)
        gone = await items.forget(conn, NOON + HOUR, frozenset())

    assert len(found) == 1300
    assert gone == 0


async def test_nothing_new_is_nothing_to_do(database: Database) -> None:
    """An empty batch is taken as it is."""
    async with database.begin() as conn:
        await items.add(conn, [])
        await items.add_keys(conn, [])
        await items.mark_seen(conn, [], NOON)

        assert await items.count(conn, NOON - HOUR) == 0


async def test_what_was_found_can_be_looked_through(database: Database) -> None:
    """The newest items come first: of the shared sources, and of one's own where asked for."""
    async with database.begin() as conn:
        await source(conn, "a")
        own = await source(conn, "own", shared=False)
        foreign = await source(conn, "foreign", shared=False)
        new = [item(1), item(2, own), item(3, foreign), item(4, found=NOON - HOUR)]
        await items.add(conn, [NewItem(each, ()) for each in new])

        shared = await items.of_sources(conn, None, NOON, 10)
        mine = await items.of_sources(conn, [own], NOON - HOUR, 10)
        newest = await items.of_sources(conn, [own], NOON - HOUR, 1)
        counted = await items.count(conn, NOON)

    assert [[each.id for each in some.items()] for some in (shared, mine, newest)] == [[1], [4, 2, 1], [4]]
    assert counted == 3


async def test_old_items_are_forgotten_with_their_keys(database: Database) -> None:
    """An item goes when it was last seen long ago and no source lists it; some at a time."""
    async with database.begin() as conn:
        await source(conn, "a")
        new = [NewItem(item(number, found=NOON - HOUR), (f"g{number}",)) for number in range(1, 6)]
        await items.add(conn, [*new, NewItem(item(6), ("g6",))])
        await items.mark_seen(conn, [5], NOON)

        gone = [await items.forget(conn, NOON, frozenset({1, 2}), limit=1) for _ in range(3)]

        left = [number for number in range(1, 7) if await items.get(conn, number)]
        known = await items.known(conn, [f"g{number}" for number in range(1, 7)])
    assert (gone, left) == ([1, 1, 0], [1, 2, 5, 6])
    assert [each.id for each in known] == left


async def test_what_polled_sources_list_is_known(database: Database) -> None:
    """The items of the current listings are found; a source at rest lists nothing, 0 is no item."""
    async with database.begin() as conn:
        for name, listing in (("a", ((-1, 7), (2**63 - 1, 2**40), (4, 0))), ("b", ((3, 8),))):
            await source(conn, name)
            [claimed] = await sources.claim(conn, SourceKind.FEED, NOON, 1)
            await sources.settle(conn, [replace(claimed, listing=listing, due=NOON + HOUR)])
        await sources.configure(conn, [Wanted(SourceKind.FEED, "https://a.example/feed", "a")], NOON)

        assert await items.listed(conn) == {7, 2**40}
