"""When a message was sent, by the clock that nobody sets, for the limits after a restart."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Apply this step."""
    op.add_column("outbox", sa.Column("sent_steady", sa.Double()))
