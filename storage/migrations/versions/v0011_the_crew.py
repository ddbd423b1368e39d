"""The crew of an incident: who was brought in, the roll call, the roles."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0009"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Instant = sa.DateTime(timezone=True)


def _key(
    name: str, table: str, target: str = "people", *, nullable: bool = False
) -> list[sa.schema.SchemaItem]:
    constraint = sa.ForeignKeyConstraint(
        [name], [f"{target}.id"], name=f"fk_{table}_{name}_{target}"
    )
    return [sa.Column(name, Key, nullable=nullable), constraint]


def _create(table: str, *columns: sa.schema.SchemaItem, key: str = "id") -> None:
    own = [sa.Column("id", Key, nullable=False)] if key == "id" else []
    op.create_table(
        table,
        *own,
        *_key("incident_id", table, "incidents"),
        *columns,
        sa.PrimaryKeyConstraint(key, name=f"pk_{table}"),
    )


def upgrade() -> None:
    """Apply this step."""
    _create(
        "incident_crew",
        *_key("person_id", "incident_crew"),
        sa.Column("answer", sa.Text()),
        sa.Column("answered_at", Instant),
    )
    op.create_index(
        "uq_incident_crew_person", "incident_crew", ["incident_id", "person_id"], unique=True
    )
    _create(
        "roll_calls",
        *_key("begun_by_id", "roll_calls"),
        sa.Column("begun_at", Instant, nullable=False),
        key="incident_id",
    )
    _create(
        "bringings",
        *_key("person_id", "bringings", nullable=True),
        *_key("asked_by_id", "bringings"),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_at", Instant, nullable=False),
        sa.Column("changed_at", Instant, nullable=False),
    )
    op.create_index("ix_bringings_incident_id_person_id", "bringings", ["incident_id", "person_id"])
    _create(
        "incident_roles",
        sa.Column("role", sa.Text(), nullable=False),
        *_key("person_id", "incident_roles"),
        *_key("given_by_id", "incident_roles"),
        sa.Column("given_at", Instant, nullable=False),
    )
    op.create_index(
        "uq_incident_roles_role", "incident_roles", ["incident_id", "role"], unique=True
    )
