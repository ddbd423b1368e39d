"""What outlives an incident: drills told apart, related incidents, improvements to be made."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Instant = sa.DateTime(timezone=True)


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}_{to}")


def upgrade() -> None:
    """Apply this step."""
    op.add_column(
        "incidents", sa.Column("drill", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_index(
        "ix_incidents_drill",
        "incidents",
        ["opened_at", "id"],
        sqlite_where=sa.text("drill"),
        postgresql_where=sa.text("drill"),
    )
    op.create_table(
        "incident_links",
        sa.Column("first_id", Key, nullable=False),
        sa.Column("second_id", Key, nullable=False),
        sa.Column("linked_by_id", Key, nullable=False),
        sa.Column("linked_at", Instant, nullable=False),
        _reference("incident_links", "first_id", "incidents"),
        _reference("incident_links", "second_id", "incidents"),
        _reference("incident_links", "linked_by_id", "people"),
        sa.PrimaryKeyConstraint("first_id", "second_id", name="pk_incident_links"),
    )
    op.create_index("ix_incident_links_second_id", "incident_links", ["second_id"])
    _improvements()


def _improvements() -> None:
    op.create_table(
        "improvements",
        sa.Column("id", Key, nullable=False),
        sa.Column("incident_id", Key, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("owner_id", Key, nullable=False),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("added_by_id", Key, nullable=False),
        sa.Column("added_at", Instant, nullable=False),
        sa.Column("settled_by_id", Key),
        sa.Column("settled_at", Instant),
        sa.Column("reason", sa.Text()),
        _reference("improvements", "incident_id", "incidents"),
        _reference("improvements", "owner_id", "people"),
        _reference("improvements", "added_by_id", "people"),
        _reference("improvements", "settled_by_id", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_improvements"),
    )
    op.create_index("ix_improvements_incident_id", "improvements", ["incident_id"])
    op.create_index("ix_improvements_state_due_on", "improvements", ["state", "due_on"])
    op.create_index("ix_improvements_owner_id_state", "improvements", ["owner_id", "state"])
