"""When a hub last sent something that was signed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    with op.batch_alter_table("push") as batch:
        batch.add_column(sa.Column("heard", sa.BigInteger(), nullable=True))
