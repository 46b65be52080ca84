"""An open database, once on SQLite and once on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from store.database import Database


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A fresh database with Hark's schema."""
    made = Database(database_url)
    await made.open()
    yield made
    await made.close()
