"""The table of when sources speak, as their polls showed."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, Table

from store.schema import BigId, metadata

rhythm = Table(
    "rhythm",
    metadata,
    Column("source_id", BigId, primary_key=True, autoincrement=False),
    Column("kept", LargeBinary, nullable=False),  # as feeds/rhythm.py packs it
)
