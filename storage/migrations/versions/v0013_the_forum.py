"""The team's group as a forum: what the bot may do there, and the topics of incidents."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0013"
down_revision = "0012"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Document = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "forums",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("is_forum", sa.Boolean(), nullable=False),
        sa.Column("may_manage", sa.Boolean()),
        sa.Column("icons", Document, nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("chat_id", name="pk_forums"),
    )
    op.create_table(
        "topics",
        sa.Column("id", Key, nullable=False),
        sa.Column("incident_id", Key, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("icon", sa.Text()),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name="fk_topics_incident_id_incidents"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_topics"),
    )
    op.create_index("ix_topics_incident_id", "topics", ["incident_id"])
    op.create_index("uq_topics_chat_id_thread_id", "topics", ["chat_id", "thread_id"], unique=True)
