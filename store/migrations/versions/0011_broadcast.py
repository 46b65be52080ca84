"""What operators tell all chats, and which chats want none of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table and add the columns."""
    op.create_table(
        "broadcast",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("stage", sa.String(8), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("chat") as batch:
        batch.add_column(sa.Column("news", sa.Boolean(), server_default=sa.true(), nullable=False))
    with op.batch_alter_table("delivery") as batch:
        batch.add_column(sa.Column("broadcast_id", _ID, nullable=True))
        batch.create_index("delivery_broadcast", ["broadcast_id", "chat_id"])
