"""What an incident has cost, and the indexes by which a million incidents are counted."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

# Written out here once more: a released step does not change with the tables of today.
TURNS = sa.text("kind IN ('taken', 'reopened', 'objected', 'taken-up')")
PAGED = sa.text("kind = 'incident-page' AND op = 'send'")


def upgrade() -> None:
    """Apply this step."""
    op.add_column("incidents", sa.Column("loss", sa.BigInteger()))
    op.create_index("ix_incidents_opened_at", "incidents", ["opened_at"])
    op.create_index(
        "ix_timeline_turns",
        "timeline",
        ["incident_id", "kind", "at"],
        sqlite_where=TURNS,
        postgresql_where=TURNS,
    )
    op.create_index(
        "ix_outbox_paged",
        "outbox",
        ["sent_at", "person_id"],
        sqlite_where=PAGED,
        postgresql_where=PAGED,
    )
