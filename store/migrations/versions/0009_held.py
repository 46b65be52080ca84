"""Which hits were not told because a watch or its chat was at rest, for /why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "held",
        sa.Column("item_id", _ID, autoincrement=False, nullable=False),
        sa.Column("watch_id", _ID, autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(12), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=True),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("item_id", "watch_id"),
    )
    op.create_index("held_at", "held", ["at"])
    op.create_index("held_chat", "held", ["chat_id"])
