"""Incidents that only those who need to know may read."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Apply this step."""
    op.add_column(
        "incidents",
        sa.Column("confidential", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
