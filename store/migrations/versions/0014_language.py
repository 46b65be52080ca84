"""Whether somebody chose a chat's language; those that have one already keep it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    with op.batch_alter_table("chat") as batch:
        batch.add_column(sa.Column("chose_language", sa.Boolean(), server_default=sa.true(), nullable=False))
