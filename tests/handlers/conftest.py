"""What the tests of the handlers stand on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.handlers.people import Hark, a_hark


@pytest_asyncio.fixture
async def hark(tmp_path: Path) -> AsyncIterator[Hark]:
    """Give a Hark that anybody may use."""
    async with a_hark(tmp_path) as found:
        yield found
