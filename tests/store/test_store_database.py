"""Transactions, locks and migrations, on both databases."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection as SyncConnection
from sqlalchemy import delete
from sqlalchemy.exc import DBAPIError, IntegrityError

import store.database as room
from errors import AlreadyRunning, StoreError
from store import schema, settings
from store.database import Database, next_ids
from tests.postgres import Cluster

MIGRATIONS = Path(room.__file__).parent / "migrations"


async def test_what_a_block_writes_is_there_after_it(database: Database) -> None:
    """A finished transaction is kept."""
    async with database.begin() as conn:
        await settings.put(conn, "a", "1")

    async with database.read() as conn:
        assert await settings.get(conn, "a") == "1"


async def test_a_block_that_fails_leaves_nothing(database: Database) -> None:
    """An exception in a transaction takes back everything that was written in it, and comes through."""

    async def breaks() -> None:
        async with database.begin() as conn:
            await settings.put(conn, "a", "1")
            raise KeyError("a bug")

    with pytest.raises(KeyError):
        await breaks()

    async with database.read() as conn:
        assert await settings.get(conn, "a") == ""


async def test_a_cancelled_block_leaves_nothing(database: Database) -> None:
    """A step that is cancelled in the middle of a transaction has written nothing, and blocks nobody."""
    written, never = asyncio.Event(), asyncio.Event()

    async def waits() -> None:
        async with database.begin() as conn:
            await settings.put(conn, "a", "1")
            written.set()
            await never.wait()

    task = asyncio.create_task(waits())
    await written.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    async with database.begin() as conn:
        assert await settings.get(conn, "a") == ""


async def test_a_reader_does_not_wait_for_a_writer(database: Database) -> None:
    """What is being written is not seen before it is committed, and nobody waits for it."""
    async with database.begin() as writing:
        await settings.put(writing, "a", "1")

        async with database.read() as conn:
            assert await settings.get(conn, "a") == ""


async def test_writers_take_turns(database: Database) -> None:
    """Transactions that count up at the same time lose no step, and give no id twice."""

    async def counts() -> list[int]:
        async with database.begin() as conn:
            return list(await next_ids(conn, "item", 3))

    given = await asyncio.gather(*(counts() for _ in range(10)))

    assert sorted(number for some in given for number in some) == list(range(1, 31))


async def test_writers_that_want_the_same_in_another_order_do_not_lock_each_other_out(
    database: Database,
) -> None:
    """Whatever two transactions touch and in which order, both are stored."""

    async def takes(*names: str) -> None:
        async with database.begin() as conn:
            for name in names:
                await next_ids(conn, name, 1)

    await takes("item", "delivery")

    await asyncio.gather(*(takes(*names) for names in [("item", "delivery"), ("delivery", "item")] * 10))

    async with database.begin() as conn:
        assert await next_ids(conn, "item", 1) == range(22, 23)


async def test_ids_given_in_a_failed_block_are_given_again(database: Database) -> None:
    """A sequence stands still when its transaction is taken back."""

    async def breaks() -> None:
        async with database.begin() as conn:
            await next_ids(conn, "item", 5)
            raise KeyError

    with pytest.raises(KeyError):
        await breaks()

    async with database.begin() as conn:
        assert await next_ids(conn, "item", 2) == range(1, 3)
        assert await next_ids(conn, "watch", 1) == range(1, 2)


async def test_a_broken_rule_of_the_schema_is_a_bug_not_a_refusal(database: Database) -> None:
    """A key written twice surfaces as what it is, so that nobody takes it for a full disk."""

    async def twice() -> None:
        async with database.begin() as conn:
            row = {"name": "a", "value": 1}
            await conn.execute(schema.counter.insert(), [row])
            await conn.execute(schema.counter.insert(), [row])

    with pytest.raises(IntegrityError):
        await twice()


async def test_a_text_that_cannot_be_kept_is_a_bug_not_a_refusal(postgres_cluster: Cluster) -> None:
    """What PostgreSQL can never keep surfaces as what it is, so that nobody tries it for ever."""
    with postgres_cluster.fresh_database() as url:
        database = Database(url)
        await database.open()
        for value in ("nul \x00", "half \ud83d"):
            with pytest.raises(DBAPIError):
                await _put(database, "a", value)
        with pytest.raises(DBAPIError):
            await _ask(database, "SELECT 1 FROM nowhere")
        with pytest.raises(StoreError, match="read-only"):
            await _ask(database, "SET TRANSACTION READ ONLY", "UPDATE setting SET value = ''")
        with pytest.raises(StoreError, match=r"terminat|clos"):
            await _ask(database, "SELECT pg_terminate_backend(pg_backend_pid())")

        await _put(database, "a", "fine")
        await database.close()


async def test_the_migrations_make_the_schema_that_the_code_uses(database: Database) -> None:
    """A database made by the migrations is to the letter what the tables in the code say."""

    def differences(conn: SyncConnection) -> object:
        context = MigrationContext.configure(
            conn, opts={"compare_type": True, "compare_server_default": _compare_default}
        )
        return compare_metadata(context, schema.metadata)

    async with database.begin() as conn:
        assert await conn.run_sync(differences) == []


def _compare_default(
    _context: object, _column: object, _meta: object, there: str | None, _default: object, wanted: str | None
) -> bool:
    """Tell whether a default differs, however each database writes it."""
    return _plain(there) != _plain(wanted)


def _plain(default: str | None) -> str | None:
    if default is None:
        return None
    written = default.partition("::")[0].strip("'()").lower()
    return {"0": "false", "'0'": "false"}.get(written, written)


async def test_the_newest_migration_is_the_one_the_code_asks_for(database: Database) -> None:
    """A database that has run every migration needs none at the next start."""
    script = ScriptDirectory(str(MIGRATIONS))

    async with database.read() as conn:
        stands_at = (await conn.exec_driver_sql("SELECT version_num FROM alembic_version")).scalar_one()
    assert script.get_heads() == [schema.HEAD]
    assert stands_at == schema.HEAD


async def test_opening_again_keeps_everything(database: Database, database_url: str) -> None:
    """A restart finds what the last run kept."""
    async with database.begin() as conn:
        await settings.put(conn, "a", "1")
    await database.close()

    again = Database(database_url)
    await again.open()

    async with again.read() as conn:
        assert await settings.get(conn, "a") == "1"
    await again.close()


async def test_a_second_hark_is_kept_out(database: Database, database_url: str) -> None:
    """Who comes second to a database is told that it is taken, and gets in when it is free."""
    await database.hold_alone()
    second = Database(database_url)

    with pytest.raises(AlreadyRunning) as refused:
        await second.hold_alone()

    assert refused.value.what == database.printable
    await database.close()
    await second.hold_alone()
    await second.close()


async def test_closing_twice_is_no_harm(database: Database) -> None:
    """A shutdown that is asked for twice ends well."""
    await database.hold_alone()

    await database.close()
    await database.close()


@pytest.mark.parametrize(
    ("url", "printable"),
    [
        ("sqlite:///data/hark.db", "sqlite:///data/hark.db"),
        ("postgresql://me:secret@db.example/hark", "postgresql://me:***@db.example/hark"),
    ],
)
def test_no_password_is_printed(url: str, printable: str) -> None:
    """The address of the database is shown without its password."""
    assert Database(url).printable == printable


async def test_a_locked_database_refuses(tmp_path: Path) -> None:
    """While another program holds the file, nothing is written and the error says so; then it works again."""
    file = tmp_path / "hark.db"
    database = Database(f"sqlite:///{file}")
    await database.open()
    async with database.read() as conn:  # the one connection there is: it does not wait for long from now on
        await conn.exec_driver_sql("PRAGMA busy_timeout=50")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreError, match="locked"):
        await _put(database, "a", "1")
    other.execute("ROLLBACK")
    other.close()

    await _put(database, "a", "2")
    async with database.read() as conn:
        assert await settings.get(conn, "a") == "2"
    await database.close()


async def test_a_full_disk_refuses(tmp_path: Path) -> None:
    """When there is no room the whole transaction is taken back, and the error says so."""
    database = Database(f"sqlite:///{tmp_path / 'hark.db'}")
    await database.open()
    async with database.read() as conn:
        await conn.exec_driver_sql("PRAGMA max_page_count=1")  # no more than there are

    async def fills() -> None:
        async with database.begin() as conn:
            await settings.put(conn, "small", "1")
            await settings.put(conn, "big", "x" * 1_000_000)

    with pytest.raises(StoreError, match="full"):
        await fills()

    async with database.read() as conn:
        assert await settings.get(conn, "small") == ""
    await database.close()


async def test_a_place_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    """A database file where none can be is one sentence, no traceback of a library."""
    (tmp_path / "file").write_text("in the way")

    for wanted in (tmp_path / "file" / "hark.db", tmp_path):
        database = Database(f"sqlite:///{wanted}")
        with pytest.raises(StoreError):
            await database.open()
        await database.close()


async def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    """A file that holds something else is left as it is."""
    file = tmp_path / "hark.db"
    file.write_bytes(b"this is a letter to grandmother " * 100)
    database = Database(f"sqlite:///{file}")

    with pytest.raises(StoreError, match="not a database"):
        await database.open()

    await database.close()
    assert file.read_bytes().startswith(b"this is a letter")


async def test_a_postgresql_that_is_not_there_is_said() -> None:
    """A database server that does not answer is one sentence."""
    for act in ("open", "hold_alone"):
        database = Database("postgresql://me:secret@127.0.0.1:1/hark")
        with pytest.raises(StoreError) as refused:
            await getattr(database, act)()
        assert "secret" not in str(refused.value)
        await database.close()


async def test_a_postgresql_database_that_does_not_exist_is_said(postgres_cluster: Cluster) -> None:
    """A wrong name of a database is one sentence."""
    database = Database(postgres_cluster.url.replace("/postgres", "/nowhere"))

    with pytest.raises(StoreError, match="nowhere"):
        await database.hold_alone()

    await database.close()


async def test_the_write_ahead_log_does_not_grow(tmp_path: Path) -> None:
    """Folding the log leaves an empty one and keeps what it held."""
    file = tmp_path / "hark.db"
    database = Database(f"sqlite:///{file}")
    await database.open()
    for number in range(50):
        await _put(database, "big", "x" * 10_000 + str(number))

    await database.checkpoint()

    assert (tmp_path / "hark.db-wal").stat().st_size == 0
    async with database.begin() as conn:
        await conn.execute(delete(schema.setting))
    await database.close()


async def _ask(database: Database, *statements: str) -> None:
    async with database.begin() as conn:
        for statement in statements:
            await conn.exec_driver_sql(statement)


async def _put(database: Database, name: str, value: str) -> None:
    async with database.begin() as conn:
        await settings.put(conn, name, value)
