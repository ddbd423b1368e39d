"""Official papers about incidents, in every version that was made."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
PEOPLE = "fk_case_papers_{}_people"


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "case_papers",
        sa.Column("id", Key, nullable=False),
        sa.Column("incident_id", Key, nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer()),
        sa.Column("asked", Json, nullable=False),
        sa.Column("answers", Json, nullable=False),
        sa.Column("ordered_by_id", Key, nullable=False),
        sa.Column("ordered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True)),
        sa.Column("name", sa.Text()),
        sa.Column("content", sa.LargeBinary()),
        sa.Column("sha256", sa.Text()),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.Column("number", sa.Text()),
        sa.Column("channel", sa.Text()),
        sa.Column("receipt", sa.Text()),
        sa.Column("sent_by_id", Key),
        sa.Column("entered_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name="fk_case_papers_incident_id_incidents"
        ),
        *(
            sa.ForeignKeyConstraint([column], ["people.id"], name=PEOPLE.format(column))
            for column in ("ordered_by_id", "sent_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_case_papers"),
    )
    op.create_index(
        "uq_case_papers_version", "case_papers", ["incident_id", "form", "version"], unique=True
    )
