"""What is essential about an incident over time, and what an open update has to tell."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "essentials",
        sa.Column("id", Key, nullable=False),
        sa.Column("incident_id", Key, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", Document, nullable=False),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name="fk_essentials_incident_id_incidents"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_essentials"),
    )
    op.create_index("ix_essentials_incident_id", "essentials", ["incident_id"])
    op.add_column("incident_deadlines", sa.Column("changed", Document))
