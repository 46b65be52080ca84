"""What X bills: each resource once a day, what is reserved, what watches cost; posts that are gone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables, and columns for accounts and for posts that are gone."""

    op.create_table(
        "billed",
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("resource", sa.String(24), nullable=False),
        sa.PrimaryKeyConstraint("day", "kind", "resource"),
    )
    op.create_table(
        "spent",
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("returned", sa.BigInteger(), nullable=False),
        sa.Column("billed", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", "kind"),
    )
    op.create_table(
        "reserved",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "charged",
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("watch_id", _ID, autoincrement=False, nullable=False),
        sa.Column("reads", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", "watch_id"),
    )
    op.create_table(
        "missed_word",
        sa.Column("word", sa.String(512), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("word"),
    )
    with op.batch_alter_table("source") as batch:
        batch.add_column(sa.Column("identified", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("audited", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("watch") as batch:
        batch.add_column(sa.Column("whole", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("item") as batch:
        batch.add_column(sa.Column("gone", sa.BigInteger(), nullable=True))
