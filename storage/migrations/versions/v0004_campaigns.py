"""Campaigns."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
Instant = sa.DateTime(timezone=True)
APPEND_ONLY = {"campaign_log": "campaign log", "assignment_answers": "list of answers"}


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


def _documents(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, Document, nullable=False) for name in names]


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
    with op.batch_alter_table("agencies") as agencies:
        agencies.add_column(sa.Column("head_id", Key, nullable=True))
        agencies.create_foreign_key("fk_agencies_head_id_people", "people", ["head_id"], ["id"])
    op.create_index("ix_people_agency_id", "people", ["agency_id"])
    _campaigns()
    _assignments()
    _around_the_assignments()
    _log_and_findings()
    for statement in _refusals(op.get_bind().dialect.name):
        op.execute(statement)


def _campaigns() -> None:
    _create(
        "campaigns",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *_text("code", "name", "body"),
        *_text("obligation", "period", "feeds", nullable=True),
        *_text("state"),
        *_documents("scope"),
        *_text("per"),
        *_documents("questions", "reminders"),
        *_text("basis", "evidence", "receiver"),
        *_text("attachment_id", "attachment_name", nullable=True),
        *_when("starts_at", "due_at"),
        *_instants("rollup_at"),
        *_key("created_by_id", "campaigns", "people", nullable=True),
        *_when("created_at"),
        *_key("confirmed_by_id", "campaigns", "people", nullable=True),
        *_instants("confirmed_at", "opened_at", "closed_at"),
        sa.UniqueConstraint("code", name="uq_campaigns_code"),
        sa.UniqueConstraint("year", "number", name="uq_campaigns_year_number"),
        sa.UniqueConstraint("obligation", "period", name="uq_campaigns_obligation_period"),
    )
    op.create_index("ix_campaigns_state_due_at", "campaigns", ["state", "due_at"])


def _assignments() -> None:
    _create(
        "assignments",
        *_key("campaign_id", "assignments", "campaigns"),
        *_key("agency_id", "assignments", "agencies"),
        *_key("system_id", "assignments", "systems", nullable=True),
        *_text("state"),
        *_when("due_at", "assigned_at"),
        *_instants("delivered_at", "opened_at", "started_at", "done_at"),
        *_key("done_by_id", "assignments", "people", nullable=True),
        *_instants("accepted_at"),
        *_key("accepted_by_id", "assignments", "people", nullable=True),
        *_instants("reminded_at", "head_told_at", "leaders_told_at"),
        *_text("reason", nullable=True),
        *_documents("answers"),
        sa.Column("late", sa.Boolean(), nullable=False),
    )
    one = ["campaign_id", "agency_id"], "system_id IS NULL"
    each = ["campaign_id", "system_id"], "system_id IS NOT NULL"
    _unique("uq_assignments_agency", "assignments", *one)
    _unique("uq_assignments_system", "assignments", *each)
    counted = ["campaign_id", "state", "late", "opened_at", "due_at"]
    op.create_index("ix_assignments_progress", "assignments", counted)
    for columns in (["agency_id", "state"], ["system_id"]):
        op.create_index(f"ix_assignments_{'_'.join(columns)}", "assignments", columns)


def _around_the_assignments() -> None:
    _create(
        "assignment_answers",
        *_key("assignment_id", "assignment_answers", "assignments"),
        *_key("person_id", "assignment_answers", "people", nullable=True),
        *_when("at"),
        *_documents("answers"),
    )
    _create(
        "assignment_files",
        *_key("assignment_id", "assignment_files", "assignments"),
        *_key("person_id", "assignment_files", "people", nullable=True),
        *_text("file_id", "media"),
        *_text("name", "question", nullable=True),
        *_when("at"),
    )
    _create(
        "assignment_asks",
        *_key("assignment_id", "assignment_asks", "assignments"),
        *_text("kind"),
        *_key("person_id", "assignment_asks", "people"),
        *_when("at"),
        *_text("words"),
        *_instants("until_at"),
        *_key("answered_by_id", "assignment_asks", "people", nullable=True),
        *_instants("answered_at"),
        *_text("answer", nullable=True),
        sa.Column("granted", sa.Boolean(), nullable=True),
    )
    for table in ("assignment_answers", "assignment_files", "assignment_asks"):
        op.create_index(f"ix_{table}_assignment_id_id", table, ["assignment_id", "id"])


def _log_and_findings() -> None:
    _create(
        "campaign_log",
        *_key("campaign_id", "campaign_log", "campaigns", nullable=True),
        *_key("assignment_id", "campaign_log", "assignments", nullable=True),
        *_when("at"),
        *_key("person_id", "campaign_log", "people", nullable=True),
        *_text("event"),
        *_documents("params"),
    )
    for column in ("campaign_id", "assignment_id"):
        op.create_index(f"ix_campaign_log_{column}_id", "campaign_log", [column, "id"])
    _create(
        "findings",
        *_text("kind", "key"),
        *_key("campaign_id", "findings", "campaigns", nullable=True),
        *_key("assignment_id", "findings", "assignments", nullable=True),
        *_key("agency_id", "findings", "agencies", nullable=True),
        *_key("system_id", "findings", "systems", nullable=True),
        *_documents("params"),
        *_when("at"),
        *_instants("closed_at"),
    )
    _unique("uq_findings_key_open", "findings", ["key"], "closed_at IS NULL")
    for column in ("agency_id", "campaign_id"):
        op.create_index(f"ix_findings_{column}", "findings", [column])


def _refusals(dialect: str) -> Iterator[str]:
    """Yield what makes the database refuse to change or delete a line of what only grows."""
    for table, name in APPEND_ONLY.items():
        said = f"the {name} is append-only"
        if dialect == "sqlite":
            for deed in ("UPDATE", "DELETE"):
                yield (
                    f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
                )
        else:
            yield (
                f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{said}'; END $$"
            )
            yield (
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse()"
            )
