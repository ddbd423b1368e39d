"""The channels beside Telegram."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Instant = sa.DateTime(timezone=True)
ELSEWHERE = sa.text("channel != 'telegram'")


def upgrade() -> None:
    """Apply this step."""
    op.add_column(
        "outbox", sa.Column("channel", sa.Text(), nullable=False, server_default="telegram")
    )
    op.create_index(
        "ix_outbox_apart",
        "outbox",
        ["state", "id"],
        sqlite_where=ELSEWHERE,
        postgresql_where=ELSEWHERE,
    )
    op.create_table(
        "reply_codes",
        sa.Column("id", Key, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("person_id", Key, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("expires_at", Instant, nullable=False),
        sa.Column("used_at", Instant, nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_reply_codes_person_id_people"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_reply_codes"),
        sa.UniqueConstraint("hash", name="uq_reply_codes_hash"),
    )
    op.create_index("ix_reply_codes_expires_at", "reply_codes", ["expires_at"])
    op.create_table(
        "outages",
        sa.Column("id", Key, nullable=False),
        sa.Column("silent_since", Instant, nullable=False),
        sa.Column("noticed_at", Instant, nullable=False),
        sa.Column("ended_at", Instant, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_outages"),
    )
