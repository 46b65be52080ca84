"""The one place that opens transactions, and the locks that keep a second Hark out."""

from __future__ import annotations

import asyncio
import contextlib
import re
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Connection as SyncConnection
from sqlalchemy import Table, event, text, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, NotSupportedError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from errors import AlreadyRunning, StoreError
from store import schema, schema_idle, schema_push, schema_rhythm  # noqa: F401 - their tables belong to the metadata

Connection = AsyncConnection
"""An open transaction, as the other rooms name it."""

_READ = "hark_read"
_BUSY_MS = 10_000
_CACHE = "cache_size=-500"  # KiB for each connection; the system keeps the file in memory anyway
_LOCK_TRIES = 20  # a killed process' lock on PostgreSQL is freed when the server sees its socket close
_LOCK_PAUSE = 0.25

# PostgreSQL's SQLSTATE (appendix A) where it speaks of the server and not of what was asked: connection,
# read-only, who we are, no such database, rollback, privilege, resources, not now, shutdown, system, broken.
_REFUSING = ("08", "25006", "28", "3D", "40", "42501", "53", "55", "57", "58", "XX")
_BUGS = (DataError, IntegrityError, NotSupportedError, ProgrammingError)


class Database:
    """The store's engine; every transaction of Hark is opened by `begin` or `read`."""

    def __init__(self, url: str) -> None:
        """Prepare for `sqlite:///…` or `postgresql://…`; nothing is opened yet."""
        self._url = _driver_url(url)
        self._engine = _create_engine(self._url, embedded=self.embedded)
        self._writing = asyncio.Lock()
        self._file_lock: FileLock | None = None
        self._session_lock: AsyncConnection | None = None
        self._refusals = _refusals(embedded=self.embedded)

    @property
    def printable(self) -> str:
        """The address without its password."""
        return re.sub(r"\+\w+", "", self._url.render_as_string(hide_password=True), count=1)

    @property
    def embedded(self) -> bool:
        """Whether the database is a file of ours (SQLite)."""
        return self._url.get_backend_name() == "sqlite"

    async def open(self) -> None:
        """Connect and bring the schema up to date. Raises StoreError."""
        if self.embedded and self._url.database:
            _make_file(Path(self._url.database))
        async with self.begin() as conn:
            await conn.run_sync(migrate)

    async def close(self) -> None:
        """Release locks and connections; safe to call twice."""
        if self._session_lock is not None:
            await self._session_lock.close()
            self._session_lock = None
        await self._engine.dispose()
        if self._file_lock is not None:
            self._file_lock.release()
            self._file_lock = None

    async def hold_alone(self) -> None:
        """Take the lock that only one running Hark may hold; the system frees it when the process dies.

        Raises AlreadyRunning and StoreError.
        """
        if self.embedded:
            self._hold_file()
            return
        with self._translating():
            await self._hold_session()

    async def keep_alone(self) -> None:
        """See that the lock is still held: a PostgreSQL server that restarts forgets it.

        Raises AlreadyRunning when another Hark took it meanwhile, StoreError while the server is away.
        """
        if self.embedded:
            return
        try:
            if self._session_lock is not None:
                await self._session_lock.execute(text("SELECT 1"))
                return
        except self._refusals:
            await self._forget_session()
        await self.hold_alone()

    async def _forget_session(self) -> None:
        lost, self._session_lock = self._session_lock, None
        if lost is not None:
            with contextlib.suppress(*self._refusals):
                await lost.invalidate()
                await lost.close()

    def _hold_file(self) -> None:
        lock = FileLock(f"{self._url.database}.lock")
        if self._url.database:
            _make_folder(Path(self._url.database).parent)
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise AlreadyRunning(self.printable) from error
        except OSError as error:
            raise StoreError(f"{self.printable}: {error.strerror}") from error
        self._file_lock = lock

    async def _hold_session(self) -> None:
        conn = await self._engine.connect()
        await conn.execution_options(isolation_level="AUTOCOMMIT")
        for _ in range(_LOCK_TRIES):
            if (await conn.execute(text("SELECT pg_try_advisory_lock(4841)"))).scalar_one():
                self._session_lock = conn
                return
            await asyncio.sleep(_LOCK_PAUSE)
        await conn.close()
        raise AlreadyRunning(self.printable)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that commits at the end of the block and rolls back when the block raises.

        One at a time in a process, on PostgreSQL too: blocks lock sequences and rows in orders of their own,
        and two of them could wait for each other. Raises StoreError when the database refuses; then nothing
        of the block is stored.
        """
        with self._translating():
            async with self._writing, self._engine.begin() as conn:
                yield conn

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that only reads: never waits for a writer on SQLite. Raises StoreError."""
        with self._translating():
            async with self._engine.connect() as plain:
                conn = await plain.execution_options(**{_READ: True})
                yield conn

    async def checkpoint(self) -> None:
        """Fold SQLite's write-ahead log into the file, so that it does not grow; nothing on PostgreSQL."""
        if not self.embedded:
            return
        with self._translating():
            async with self._writing, self._engine.connect() as plain:
                conn = await plain.execution_options(isolation_level="AUTOCOMMIT", **{_READ: True})
                await conn.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _translating(self) -> Iterator[None]:
        """Raise StoreError for a database that refuses; a bug of ours comes through as what it is."""
        try:
            yield
        except self._refusals as error:
            if not _refuses(error):
                raise
            cause = error.orig if isinstance(error, DBAPIError) else error
            raise StoreError(next(iter(str(cause).splitlines()), type(cause).__name__)) from error


def _make_file(file: Path) -> None:
    """See that the file can be written, before SQLite says that it cannot, in a thread and without reason."""
    _make_folder(file.parent)
    try:
        file.open("ab").close()
    except OSError as error:
        raise StoreError(f"cannot write the file {file}: {error.strerror}") from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot make the folder {folder}: {error.strerror}") from error


def _refusals(*, embedded: bool) -> tuple[type[Exception], ...]:
    """Return what a refusing database raises; SQLAlchemy translates nothing that happens in connecting."""
    if embedded:
        return (DBAPIError, OSError)
    from asyncpg import InterfaceError, PostgresError  # noqa: PLC0415 - heavy, and not needed on SQLite

    return (DBAPIError, OSError, PostgresError, InterfaceError)


def _refuses(error: Exception) -> bool:
    """Tell a database that refuses from a bug of ours, which would be refused for ever."""
    cause: BaseException | None = error.orig if isinstance(error, DBAPIError) else error
    state = getattr(cause, "sqlstate", None)
    if state is not None:
        return str(state).startswith(_REFUSING)
    unfit = isinstance(getattr(cause, "__cause__", None), ValueError)  # asyncpg cannot write a value down
    return not unfit and not isinstance(error, _BUGS)


def _driver_url(url: str) -> URL:
    parsed = make_url(url)
    driver = "sqlite+aiosqlite" if parsed.get_backend_name() == "sqlite" else "postgresql+asyncpg"
    return parsed.set(drivername=driver)


def _create_engine(url: URL, *, embedded: bool) -> AsyncEngine:
    if not embedded:
        return create_async_engine(url, pool_size=5, max_overflow=5, pool_pre_ping=True)
    engine = create_async_engine(url, pool_size=3, max_overflow=5)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(dbapi_connection: Any, _record: object) -> None:
    """WAL and FULL: a commit survives power loss; our own BEGIN instead of the driver's."""
    dbapi_connection.isolation_level = None
    cursor = dbapi_connection.cursor()
    try:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={_BUSY_MS}", _CACHE):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
    except sqlite3.Error:
        dbapi_connection.close()  # SQLAlchemy forgets a connection that fails here; its thread would stay
        raise


def _begin_sqlite(conn: SyncConnection) -> None:
    """A deferred read-then-write fails at once when another writer came between; IMMEDIATE waits."""
    reading = conn.get_execution_options().get(_READ)
    conn.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def migrate(conn: SyncConnection) -> None:
    """Bring the schema to its newest migration; costs one look-up when it is there already."""
    if conn.dialect.has_table(conn, "alembic_version"):
        version = conn.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if version == schema.HEAD:
            return
    from alembic import command  # noqa: PLC0415 - heavy, and not needed in most starts
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = conn
    command.upgrade(config, "head")


async def next_ids(conn: AsyncConnection, name: str, count: int) -> range:
    """Return `count` new ids of the sequence `name`, in order of commit across processes."""
    statement = (
        update(schema.counter)
        .where(schema.counter.c.name == name)
        .values(value=schema.counter.c.value + count)
        .returning(schema.counter.c.value)
    )
    last = (await conn.execute(statement)).scalar_one_or_none()
    if last is None:
        await insert_new(conn, schema.counter, [{"name": name, "value": 0}])
        return await next_ids(conn, name, count)
    return range(last - count + 1, last + 1)


async def insert_new(conn: AsyncConnection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert the rows that are not there yet; a row whose key exists is left as it is."""
    if not rows:
        return
    if conn.dialect.name == "sqlite":
        await conn.execute(sqlite.insert(table).on_conflict_do_nothing(), rows)
        return
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - 2 MB, for those who use it

    await conn.execute(postgresql.insert(table).on_conflict_do_nothing(), rows)
