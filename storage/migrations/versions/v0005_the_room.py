"""The incident room."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
Instant = sa.DateTime(timezone=True)


def _key(
    name: str, table: str, target: str, *, nullable: bool = False
) -> list[sa.schema.SchemaItem]:
    constraint = sa.ForeignKeyConstraint(
        [name], [f"{target}.id"], name=f"fk_{table}_{name}_{target}"
    )
    return [sa.Column(name, Key, nullable=nullable), constraint]


def _text(*names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text(), nullable=nullable) for name in names]


def _instants(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, Instant, nullable=True) for name in names]


def _when(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, Instant, nullable=False) for name in names]


def _create(table: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("id", Key, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )


def _unique(name: str, table: str, columns: list[str], where: str) -> None:
    only = sa.text(where)
    op.create_index(name, table, columns, unique=True, sqlite_where=only, postgresql_where=only)


def upgrade() -> None:
    """Apply this step."""
    _playbooks()
    _assessments()
    _deadlines()


def _playbooks() -> None:
    _create(
        "incident_playbooks",
        *_key("incident_id", "incident_playbooks", "incidents"),
        *_text("code", "version"),
        sa.Column("content", Document, nullable=False),
        sa.Column("steps", sa.Integer(), nullable=False),
        *_when("begun_at"),
        *_key("begun_by_id", "incident_playbooks", "people", nullable=True),
        *_instants("replaced_at"),
    )
    where = "replaced_at IS NULL"
    _unique("uq_incident_playbooks_current", "incident_playbooks", ["incident_id"], where)
    _create(
        "playbook_ticks",
        *_key("playbook_id", "playbook_ticks", "incident_playbooks"),
        sa.Column("number", sa.Integer(), nullable=False),
        *_text("state"),
        *_key("person_id", "playbook_ticks", "people"),
        *_when("at"),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        *_instants("taken_back_at"),
    )
    where = "taken_back_at IS NULL"
    _unique("uq_playbook_ticks_number", "playbook_ticks", ["playbook_id", "number"], where)


def _assessments() -> None:
    op.create_table(
        "assessments",
        sa.Column("incident_id", Key, autoincrement=False, nullable=False),
        sa.Column("marks", Document, nullable=False),
        *_instants("detected_at", "proposed_at"),
        *_key("proposed_by_id", "assessments", "people", nullable=True),
        sa.Column("serious", sa.Boolean(), nullable=True),
        *_instants("decided_at"),
        *_text("decided_by", "document", nullable=True),
        *_key("entered_by_id", "assessments", "people", nullable=True),
        *_instants("entered_at"),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name="fk_assessments_incident_id_incidents"
        ),
        sa.PrimaryKeyConstraint("incident_id", name="pk_assessments"),
    )


def _deadlines() -> None:
    _create(
        "incident_deadlines",
        *_key("incident_id", "incident_deadlines", "incidents"),
        *_text("code"),
        sa.Column("rule", Document, nullable=False),
        *_when("counted_from", "due_at"),
        *_text("state"),
        sa.Column("told", sa.Integer(), server_default="0", nullable=False),
        *_instants("told_at", "settled_at"),
        *_key("settled_by_id", "incident_deadlines", "people", nullable=True),
        *_instants("sent_at"),
        *_text("number", "channel", "receipt", "reason", nullable=True),
    )
    columns = ["incident_id", "code"]
    op.create_index("uq_incident_deadlines_code", "incident_deadlines", columns, unique=True)
