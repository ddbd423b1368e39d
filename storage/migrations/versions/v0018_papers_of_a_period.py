"""Official papers of a period, also such as nobody has ordered."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply this step."""
    with op.batch_alter_table("case_papers") as papers:
        papers.add_column(sa.Column("period", sa.Text()))
        papers.alter_column("incident_id", existing_type=Key, nullable=True)
        papers.alter_column("ordered_by_id", existing_type=Key, nullable=True)
    op.create_index(
        "uq_case_papers_period", "case_papers", ["period", "form", "version"], unique=True
    )
