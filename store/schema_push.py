"""The table of sources whose hub is asked to send what is new (W3C WebSub)."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table, Text

from store.schema import BigId, Instant, metadata

push = Table(
    "push",
    metadata,
    Column("source_id", BigId, primary_key=True, autoincrement=False),
    Column("hub", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("token", String(64), nullable=False, unique=True),  # the secret end of the callback's address
    Column("secret", String(64), nullable=False),  # with which the hub signs
    Column("state", String(8), nullable=False),
    Column("due", Instant, nullable=False),  # when the hub is asked next
    Column("attempts", Integer, nullable=False, server_default="0"),  # in vain, since it last agreed
    Column("until", Instant),  # when the hub stops sending; null: it has not agreed yet
    Column("heard", Instant),  # when it last sent something that was signed; null: never
)
