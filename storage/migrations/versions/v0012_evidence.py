"""What an incident is proved by: files kept, indicators found, reports that may be the same."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}_{to}")


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "evidence",
        sa.Column("id", Key, nullable=False),
        sa.Column("incident_id", Key, nullable=False),
        sa.Column("person_id", Key, nullable=False),
        sa.Column("by_reporter", sa.Boolean(), nullable=False),
        sa.Column("media", sa.Text(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("unique_id", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger()),
        sa.Column("sha256", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True)),
        _reference("evidence", "incident_id", "incidents"),
        _reference("evidence", "person_id", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
    )
    named = "uq_evidence_incident_id_unique_id"
    op.create_index(named, "evidence", ["incident_id", "unique_id"], unique=True)
    op.create_index("ix_evidence_state", "evidence", ["state"])
    op.create_table(
        "indicators",
        sa.Column("id", Key, nullable=False),
        sa.Column("incident_id", Key, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        _reference("indicators", "incident_id", "incidents"),
        sa.PrimaryKeyConstraint("id", name="pk_indicators"),
    )
    named = "uq_indicators_incident_id_kind_value"
    op.create_index(named, "indicators", ["incident_id", "kind", "value"], unique=True)
    op.create_index("ix_indicators_kind_value", "indicators", ["kind", "value"])
    _likenesses()


def _likenesses() -> None:
    op.create_table(
        "likenesses",
        sa.Column("incident_id", Key, nullable=False),
        sa.Column("other_id", Key, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("dismissed_at", sa.DateTime(timezone=True)),
        sa.Column("dismissed_by_id", Key),
        _reference("likenesses", "incident_id", "incidents"),
        _reference("likenesses", "other_id", "incidents"),
        _reference("likenesses", "dismissed_by_id", "people"),
        sa.PrimaryKeyConstraint("incident_id", name="pk_likenesses"),
    )
