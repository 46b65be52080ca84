"""Who manages which chats from their private chat; answers and questions there about another chat."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and add the columns."""
    op.create_table(
        "manager",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chosen", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "chat_id"),
    )
    with op.batch_alter_table("errand") as batch:
        batch.add_column(sa.Column("told_to", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("told_thread", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("dialog") as batch:
        batch.add_column(sa.Column("about", sa.BigInteger(), nullable=True))
