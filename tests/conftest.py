"""What every test stands on: nothing leaves the machine, nothing personal is seen, databases are real."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.guard.loopback import RECORD_VARIABLE, Guard
from tests.postgres import Cluster, MissingPostgres, running_cluster

_GUARD_FOLDER = Path(__file__).parent / "guard"
_PERSONAL = ("TELEGRAM_", "X_", "HARK_")
_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "ftp_proxy")


def _is_personal(name: str) -> bool:
    return name.startswith(_PERSONAL) or name.lower() in _PROXIES


def _without_personal(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if not _is_personal(name)}


@pytest.fixture(scope="session")
def network_guard() -> Guard:
    """Give the guard of this process, installed once."""
    guard = Guard()
    guard.install()
    return guard


@pytest.fixture(scope="session", autouse=True)
def _no_personal_environment() -> None:
    """Take the developer's tokens, settings and proxies out of this process before any test runs."""
    for name in filter(_is_personal, list(os.environ)):
        del os.environ[name]


@pytest.fixture(autouse=True)
def _nothing_leaves(network_guard: Guard) -> Iterator[None]:
    """Fail a test that tried to reach beyond loopback, also when the refusal was swallowed."""
    network_guard.take()
    yield
    breaches = network_guard.take()
    assert not breaches, f"beyond loopback: {'; '.join(breaches)}"


@pytest.fixture
def guard_record(tmp_path: Path) -> Path:
    """Name the file in which guarded child processes record what they were refused."""
    return tmp_path / "guard-record.txt"


@pytest.fixture
def child_environment(guard_record: Path) -> Iterator[dict[str, str]]:
    """Give the environment for a child process: guarded, unbuffered, without anything personal.

    The test fails if a child tried to reach beyond loopback.
    """
    environment = _without_personal(os.environ)
    environment["PYTHONPATH"] = str(_GUARD_FOLDER)
    environment["PYTHONUNBUFFERED"] = "1"
    environment[RECORD_VARIABLE] = str(guard_record)
    yield environment
    breaches = guard_record.read_text(encoding="utf-8").splitlines() if guard_record.exists() else []
    assert not breaches, f"a child process, beyond loopback: {'; '.join(breaches)}"


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """Run a throwaway PostgreSQL for this session; skip the tests that need it where it is not installed."""
    try:
        with running_cluster() as cluster:
            yield cluster
    except MissingPostgres as missing:
        pytest.skip(str(missing))


@pytest.fixture
def postgres_database(postgres_cluster: Cluster) -> Iterator[str]:
    """Give the URL of a fresh, empty PostgreSQL database that is dropped after the test."""
    with postgres_cluster.fresh_database() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the URL of a fresh database: the test runs once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'hark.db'}"
    url: str = request.getfixturevalue("postgres_database")
    return url
