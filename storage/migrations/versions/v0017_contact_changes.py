"""Corrections of contact details: kept until the standing body has taken them over."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _reference(column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_contact_changes_{column}_{to}")


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "contact_changes",
        sa.Column("id", Key, nullable=False),
        sa.Column("person_id", Key, nullable=False),
        sa.Column("wrong", sa.Text(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text()),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_by_id", Key),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.Column("invite_id", Key),
        _reference("person_id", "people"),
        _reference("decided_by_id", "people"),
        _reference("invite_id", "invites"),
        sa.PrimaryKeyConstraint("id", name="pk_contact_changes"),
    )
    op.create_index("ix_contact_changes_state_id", "contact_changes", ["state", "id"])
    op.create_index("ix_contact_changes_invite_id", "contact_changes", ["invite_id"])
