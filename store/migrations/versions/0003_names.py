"""Watches keep their tree and what their chat decided about names; chats have names of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and the tables."""

    with op.batch_alter_table("watch") as batch:
        batch.add_column(sa.Column("tree", sa.Text(), nullable=True))
        batch.add_column(sa.Column("choice", sa.Text(), server_default="", nullable=False))
        batch.add_column(sa.Column("anchors", sa.Text(), nullable=True))
    op.create_table(
        "chat_name",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("chat_name_chat", "chat_name", ["chat_id"], unique=False)
    op.create_table(
        "looked_up",
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("looked", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
