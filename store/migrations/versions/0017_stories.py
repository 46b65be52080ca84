"""Stories: what items report, which alert tells it to a chat, what waits for a second source."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def _id(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=null)


def _key(name: str, *, null: bool = False) -> sa.Column[int]:
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column(name, kind, autoincrement=False, nullable=null)


def _text(name: str, default: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default=default, nullable=False)


def upgrade() -> None:
    """Make the tables and add the columns."""
    op.create_table(
        "report",
        _key("item_id"),
        _key("story_id"),
        sa.Column("proof", sa.String(8), nullable=False),
        _key("beside"),
        _text("shared"),
        sa.Column("digest", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("item_id"),
    )
    op.create_index("report_story", "report", ["story_id"])
    op.create_table(
        "telling",
        _id("chat_id"),
        _key("item_id"),
        _key("delivery_id"),
        sa.PrimaryKeyConstraint("chat_id", "item_id"),
    )
    op.create_index("telling_delivery", "telling", ["delivery_id"])
    op.create_table(
        "joined",
        _id("chat_id"),
        _key("item_id"),
        _key("delivery_id"),
        _key("source_id"),
        _id("thread_id", null=True),
        _text("hits"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("said", sa.Boolean(), server_default=sa.false(), nullable=False),
        _text("fresh", "[]"),
        sa.Column("mark", sa.Integer(), server_default="0", nullable=False),
        sa.Column("turn", sa.String(12), server_default="", nullable=False),
        _text("line", ""),
        _key("reply_id", null=True),
        sa.PrimaryKeyConstraint("chat_id", "item_id"),
    )
    op.create_index("joined_delivery", "joined", ["delivery_id"])
    op.create_index("joined_reply", "joined", ["reply_id"])
    op.create_table(
        "waiting",
        _id("chat_id"),
        _key("item_id"),
        _key("story_id"),
        _key("source_id"),
        _id("thread_id", null=True),
        _text("hits"),
        _text("needs"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "item_id"),
    )
    op.create_index("waiting_story", "waiting", ["story_id"])
    _columns()


def _columns() -> None:
    with op.batch_alter_table("item") as batch:
        batch.add_column(_text("was", ""))
        batch.add_column(_text("correction", ""))
    with op.batch_alter_table("watch") as batch:
        batch.add_column(sa.Column("least", sa.Integer(), server_default="1", nullable=False))
        batch.add_column(sa.Column("marks", sa.String(64), nullable=True))
    with op.batch_alter_table("delivery") as batch:
        batch.add_column(_key("alert_id", null=True))
        batch.add_column(sa.Column("renewed", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_index("delivery_alert", "delivery", ["alert_id"])
