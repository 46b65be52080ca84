"""What an index takes in from the store, and what it keeps there for the next start."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text, update

from matching.choice import Choice, choice_json
from matching.query import parse
from matching.stored import tree_json
from model import Entry
from pipeline import Watches
from store import watches
from store.database import Database
from store.schema import watch
from tests.pipeline.house import ADA, NOON

FALLS = Entry(title="Bitcoin falls")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A fresh database with Hark's schema."""
    made = Database(database_url)
    await made.open()
    yield made
    await made.close()


async def _rows(database: Database) -> list[tuple[str | None, str | None]]:
    async with database.read() as conn:
        rows = await conn.execute(text("select tree, anchors from watch order by id"))
        return [(row.tree, row.anchors) for row in rows]


async def _refreshed(database: Database, known: Watches | None = None) -> Watches:
    known = known or Watches()
    async with database.begin() as conn:
        await known.refresh(conn, keep=True)
    return known


async def test_a_watch_kept_as_text_is_kept_as_a_tree(database: Database) -> None:
    """A watch of a release that kept only its text still hits, and is from now on kept by its meaning."""
    async with database.begin() as conn:
        await watches.add(conn, ADA, "bitcoin -rises", NOON)

    known = await _refreshed(database)

    assert list(known.index.hits(FALLS)) == [1]
    [(tree, anchors)] = await _rows(database)
    assert tree == tree_json(parse("bitcoin -rises"))
    assert anchors


async def test_the_tree_counts_and_not_the_text(database: Database) -> None:
    """Whatever its text would mean today, a watch means what it meant when it was made."""
    async with database.begin() as conn:
        await watches.add(conn, ADA, "ether", NOON, tree=tree_json(parse("bitcoin")))

    known = await _refreshed(database)

    assert list(known.index.hits(FALLS)) == [1]
    assert list(known.index.hits(Entry(title="Ether falls"))) == []


async def test_the_next_start_finds_everything_kept(database: Database) -> None:
    """After a restart each watch hits as before, and nothing is written again."""
    queries = (
        "bitcoin",
        '"bitcoin falls"',
        "bitcoin falls",
        "币安 比特币",
        "/itc.*ls/",
        "fall*",
        "bitcoin -falls",
    )
    async with database.begin() as conn:
        for query in queries:
            await watches.add(conn, ADA, query, NOON)
    first = await _refreshed(database)
    kept = await _rows(database)

    second = await _refreshed(database)

    for entry in (FALLS, Entry(title="币安上架比特币"), Entry(title="nothing")):
        assert sorted(second.index.hits(entry)) == sorted(first.index.hits(entry))
    assert sorted(second.index.hits(FALLS)) == [1, 2, 3, 5, 6]
    assert await _rows(database) == kept


async def test_what_another_release_kept_is_made_anew(database: Database) -> None:
    """After an upgrade that looks for words otherwise, watches hit by the new way."""
    async with database.begin() as conn:
        await watches.add(conn, ADA, "bitcoin", NOON)
    await _refreshed(database)
    good = await _rows(database)
    async with database.begin() as conn:
        await conn.execute(update(watch).values(anchors='old[0,0,["ether"],[]]'))

    known = await _refreshed(database)

    assert list(known.index.hits(FALLS)) == [1]
    assert await _rows(database) == good


async def test_a_changed_watch_is_taken_in_anew(database: Database) -> None:
    """Names chosen, a query written anew, an end and its undoing count from the next entry on."""
    async with database.begin() as conn:
        made = await watches.add(conn, ADA, "bitcoin", NOON)
    known = await _refreshed(database)

    async with database.begin() as conn:
        await watches.choose(conn, made.id, choice_json(Choice(own=(("bitcoin", "orange coin"),))))
    await _refreshed(database, known)
    assert list(known.index.hits(FALLS)) == [1]

    async with database.begin() as conn:
        await watches.remove(conn, [made.id])
    await _refreshed(database, known)
    assert list(known.index.hits(FALLS)) == []

    async with database.begin() as conn:
        await watches.restore(conn, ADA, made.id)
        await watches.rewrite(conn, made.id, "ether")
    await _refreshed(database, known)
    assert list(known.index.hits(FALLS)) == []
    assert list(known.index.hits(Entry(title="Ether"))) == [1]


async def test_a_watch_that_cannot_be_read_stops_no_other(database: Database) -> None:
    """A row that this release cannot read is passed over."""
    async with database.begin() as conn:
        await watches.add(conn, ADA, "bitcoin", NOON, tree='["moon"]')
        await watches.add(conn, ADA, "bitcoin", NOON)

    known = await _refreshed(database)

    assert list(known.index.hits(FALLS)) == [2]


async def test_a_watch_that_changes_meanwhile_keeps_its_change(database: Database) -> None:
    """What an index found out about a watch is not kept when the watch has changed since."""
    async with database.begin() as conn:
        made = await watches.add(conn, ADA, "bitcoin", NOON)
        [change] = await watches.changes_since(conn, (0, 0), 10)
        await watches.rewrite(conn, made.id, "ether")
        await watches.keep_anchors(conn, [change._replace(tree='["word","bitcoin"]', anchors="x")])

    assert await _rows(database) == [(None, None)]


async def test_changes_come_in_order_and_in_parts(database: Database) -> None:
    """However many watches change at once, each is taken in once."""
    async with database.begin() as conn:
        made = [await watches.add(conn, ADA, f"w{number}", NOON) for number in range(5)]
        await watches.remove(conn, [each.id for each in made[:4]])
        seen, found = (0, 0), []
        while some := await watches.changes_since(conn, seen, 2):
            found += [(each.id, each.deleted) for each in some]
            seen = some[-1].revision, some[-1].id

    assert found == [(5, False), (1, True), (2, True), (3, True), (4, True)]
