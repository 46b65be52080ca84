"""What accounts of X call themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; the next look-up fills it."""
    with op.batch_alter_table("source") as batch:
        batch.add_column(sa.Column("owner", sa.Text(), server_default="", nullable=False))
