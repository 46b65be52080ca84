"""What the public table of names answered, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from model import OtherNames
from store import looked_up, schema
from store.database import Connection, Database

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
LIANG = OtherNames("Q7", ("梁文锋", "Лян Вэньфэн"), ("liang",))
NOBODY = OtherNames()


async def count(conn: Connection) -> int:
    """Return how many answers are kept."""
    return (await conn.execute(select(func.count()).select_from(schema.looked_up))).scalar_one()


async def test_an_answer_holds_across_a_restart(database: Database, database_url: str) -> None:
    """What was looked up is known to the next process, nobody's name included; a new answer replaces it."""
    async with database.begin() as conn:
        assert await looked_up.find(conn, "en:liang", NOON) is None
        for found in (NOBODY, LIANG):
            await looked_up.put(conn, "en:liang", found, NOON)
        await looked_up.put(conn, "en:nobody", NOBODY, NOON)
    other = Database(database_url)
    async with other.begin() as conn:
        kept = [await looked_up.find(conn, f"en:{name}", NOON) for name in ("liang", "nobody", "else")]
    await other.close()

    assert kept == [LIANG, NOBODY, None]


async def test_an_answer_is_asked_for_again(database: Database) -> None:
    """Names are asked for again after 30 days, whom nobody knew after 7."""
    async with database.begin() as conn:
        await looked_up.put(conn, "en:liang", LIANG, NOON)
        await looked_up.put(conn, "en:nobody", NOBODY, NOON)

        held = {
            days: [
                name
                for name in ("liang", "nobody")
                if await looked_up.find(conn, f"en:{name}", NOON + timedelta(days=days, seconds=-1))
            ]
            for days in (7, 8, 30, 31)
        }

    assert held == {7: ["liang", "nobody"], 8: ["liang"], 30: ["liang"], 31: []}


async def test_old_answers_are_forgotten(database: Database) -> None:
    """The table does not grow for ever: what is too old goes when something new comes."""
    async with database.begin() as conn:
        await looked_up.put(conn, "en:old", LIANG, NOON)
        await looked_up.put(conn, "en:new", LIANG, NOON + looked_up.SOMEBODY_FOR)

        assert await count(conn) == 1


async def test_of_too_many_answers_the_oldest_go(database: Database) -> None:
    """However much is looked up, so many answers are kept and no more; a name of endless length is none."""
    old = [{"name": f"en:{n}", "found": "{}", "looked": NOON} for n in range(looked_up.MOST)]
    async with database.begin() as conn:
        await conn.execute(schema.looked_up.insert(), old)

        for name in ("a", "b", "x" * 300):
            await looked_up.put(conn, name, LIANG, NOON + timedelta(seconds=1))

        assert await count(conn) == looked_up.MOST
        assert await looked_up.find(conn, "b", NOON) == LIANG
        assert await looked_up.find(conn, "x" * 300, NOON) is None
