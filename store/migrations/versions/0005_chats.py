"""Chats have a time zone, and say whether their alerts have buttons."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    with op.batch_alter_table("chat") as batch:
        batch.add_column(sa.Column("zone", sa.String(64), server_default="", nullable=False))
        batch.add_column(sa.Column("buttons", sa.Boolean(), server_default=sa.true(), nullable=False))
