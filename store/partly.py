"""How far queries have been read whose accounts' cursors could not move yet."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from store import settings

_NAME = "x-partly"


async def get(conn: AsyncConnection) -> list[Any]:
    """Return what was kept."""
    return list(json.loads(await settings.get(conn, _NAME) or "[]"))


async def keep(conn: AsyncConnection, rows: Sequence[Any]) -> None:
    """Keep this instead of what was kept, values that JSON knows."""
    await settings.put(conn, _NAME, json.dumps(rows) if rows else "")
