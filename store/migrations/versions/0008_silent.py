"""A watch says whether its alerts come without sound."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    with op.batch_alter_table("watch") as batch:
        batch.add_column(sa.Column("silent", sa.Boolean(), server_default=sa.false(), nullable=False))
