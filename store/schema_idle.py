"""The table of what chats were told of watches that find nothing."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Table, true

from store.schema import Instant, metadata

idle = Table(
    "idle",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("looked", Instant, nullable=False),  # when Hark last looked for such watches
    Column("wanted", Boolean, nullable=False, server_default=true()),
)
