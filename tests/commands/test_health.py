"""`health` tells a container whether its Hark is alive."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from pydantic import SecretStr

from commands import build
from commands.health import health
from config import DatabaseSettings, Settings
from store import settings as facts
from store.database import Database
from tests.commands.consoles import Terminal, settings_of


async def _beat(settings: Settings, ago: timedelta) -> None:
    database = Database(settings.database.url.get_secret_value())
    await database.open()
    async with database.begin() as conn:
        await facts.put(conn, "heartbeat", (build.now() - ago).isoformat())
    await database.close()


def _on(url: str, folder: Path) -> Settings:
    return settings_of(folder).model_copy(update={"database": DatabaseSettings(url=SecretStr(url))})


async def test_a_fresh_heartbeat_is_healthy(database_url: str, tmp_path: Path) -> None:
    """A Hark that said so a moment ago is alive, and nothing is printed."""
    settings, terminal = _on(database_url, tmp_path), Terminal()
    await _beat(settings, timedelta(seconds=5))

    assert await health(settings, terminal.err_console) == 0
    assert terminal.err == ""


async def test_an_old_heartbeat_is_not(tmp_path: Path) -> None:
    """A Hark that has been silent for over a minute is ill, and one line says for how long."""
    settings, terminal = settings_of(tmp_path), Terminal()
    await _beat(settings, timedelta(seconds=90))

    assert await health(settings, terminal.err_console) == 1
    assert terminal.err == "hark is not healthy: no heartbeat for 90 s\n"


async def test_a_database_without_heartbeat(database_url: str, tmp_path: Path) -> None:
    """A database on which no Hark has run yet is not healthy, and not a stack trace."""
    settings, terminal = _on(database_url, tmp_path), Terminal()

    assert await health(settings, terminal.err_console) == 1
    assert len(terminal.err.splitlines()) == 1


def test_asking_does_not_make_a_database(tmp_path: Path) -> None:
    """Where there is no database the answer is no, and there is none afterwards either."""
    terminal = Terminal()

    assert asyncio.run(health(settings_of(tmp_path), terminal.err_console)) == 1
    assert "there is no database" in terminal.err
    assert not (tmp_path / "hark.db").exists()


async def test_a_database_server_that_is_away_is_one_line(tmp_path: Path) -> None:
    """A PostgreSQL that does not answer is not healthy, in one line that names the key."""
    settings, terminal = _on("postgresql://hark@127.0.0.1:9/hark", tmp_path), Terminal()

    assert await health(settings, terminal.err_console) == 1
    assert terminal.err.startswith("hark is not healthy: database.url: ")
    assert len(terminal.err.splitlines()) == 1
