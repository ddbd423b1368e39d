"""By which anchor the paper of a period is covered: no timeline holds its hash."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Apply this step; the next anchor covers what there is."""
    op.add_column("case_papers", sa.Column("anchor_id", sa.BigInteger()))
