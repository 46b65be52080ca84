"""What the tests of the handlers stand on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.handlers.people import Hark, a_hark
from tests.handlers.town import Town, town_of


@pytest_asyncio.fixture
async def hark(tmp_path: Path) -> AsyncIterator[Hark]:
    """Give a Hark that anybody may use."""
    async with a_hark(tmp_path) as found:
        yield found


@pytest.fixture
def town(hark: Hark) -> Town:
    """Give the same Hark with the web and X around it."""
    return town_of(hark)
