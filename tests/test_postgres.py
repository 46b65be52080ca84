"""The tests' own PostgreSQL: fresh databases, both kinds for store tests, nothing left behind."""

from __future__ import annotations

import asyncio
from pathlib import Path

import asyncpg

from tests.postgres import Cluster, running_cluster


async def _ask(url: str, *statements: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        result: object = None
        for statement in statements:
            result = await connection.fetchval(statement)
        return result
    finally:
        await connection.close()


def test_each_database_is_fresh(postgres_cluster: Cluster) -> None:
    """What one test writes no other test sees."""
    with postgres_cluster.fresh_database() as first, postgres_cluster.fresh_database() as second:
        asyncio.run(_ask(first, "create table mark (n int)"))

        assert asyncio.run(_ask(second, "select to_regclass('mark')")) is None


def test_a_database_is_dropped_while_somebody_is_connected(postgres_cluster: Cluster) -> None:
    """A connection that a failing test left open does not keep its database."""

    async def leave_one_open() -> object:
        with postgres_cluster.fresh_database() as url:
            connection = await asyncpg.connect(url)
        connection.terminate()
        return await _ask(
            postgres_cluster.url, "select count(*) from pg_database where datname like 'test_%'"
        )

    before = asyncio.run(
        _ask(postgres_cluster.url, "select count(*) from pg_database where datname like 'test_%'")
    )
    assert asyncio.run(leave_one_open()) == before


def test_a_cluster_leaves_nothing(postgres_cluster: Cluster) -> None:
    """After the tests no server runs and no file is left."""
    with running_cluster() as cluster:
        folder = Path(str(asyncio.run(_ask(cluster.url, "show data_directory")))).parent
        server = Path("/proc") / str(asyncio.run(_ask(cluster.url, "select pg_backend_pid()")))

    assert cluster.port != postgres_cluster.port
    assert not folder.exists()
    assert not server.exists()


def test_store_tests_run_on_both(database_url: str) -> None:
    """A store test sees an SQLite file once and a PostgreSQL database once."""
    if database_url.startswith("sqlite:///"):
        assert not Path(database_url.removeprefix("sqlite:///")).exists()
    else:
        assert asyncio.run(_ask(database_url, "select 1")) == 1
