"""What every test of the pipeline stands on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from store.database import Database
from tests.pipeline.house import ADA, House, pipeline


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house with the shared feed "a" already read, and Ada who watches for bitcoin."""
    database = Database(f"sqlite:///{tmp_path / 'hark.db'}")
    await database.open()
    made = House(database, pipeline())
    await made.configures("a")
    await made.meets(ADA, "bitcoin")
    await made.lists("a")
    yield made
    await database.close()
