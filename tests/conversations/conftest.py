"""What conversations stand on."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from store.database import Database
from tests import loaded
from tests.conversations.stage import Shelf


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """Give what is shipped with Hark, read once."""
    return loaded.catalogue(), loaded.table()


@pytest.fixture(scope="session")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of a database that nobody has used."""
    file = tmp_path_factory.mktemp("empty") / "hark.db"
    asyncio.run(_make(Database(f"sqlite:///{file}")))
    return file


async def _make(database: Database) -> None:
    await database.open()
    await database.close()


@pytest.fixture
def stage_folder(tmp_path: Path, _empty: Path) -> Path:
    """Give a folder with an empty database."""
    shutil.copy(_empty, tmp_path / "hark.db")
    return tmp_path
