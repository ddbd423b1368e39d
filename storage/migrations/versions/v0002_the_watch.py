"""The watch."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
Instant = sa.DateTime(timezone=True)
OPEN_SWAP = sa.text("state IN ('open', 'taken')")

APPEND_ONLY = {
    "sqlite": [
        """CREATE TRIGGER watch_log_no_update BEFORE UPDATE ON watch_log
           BEGIN SELECT RAISE(ABORT, 'the watch log is append-only'); END""",
        """CREATE TRIGGER watch_log_no_delete BEFORE DELETE ON watch_log
           BEGIN SELECT RAISE(ABORT, 'the watch log is append-only'); END""",
    ],
    "postgresql": [
        """CREATE FUNCTION watch_log_refuse() RETURNS trigger LANGUAGE plpgsql AS
           $$ BEGIN RAISE EXCEPTION 'the watch log is append-only'; END $$""",
        """CREATE TRIGGER watch_log_append_only BEFORE UPDATE OR DELETE ON watch_log
           FOR EACH ROW EXECUTE FUNCTION watch_log_refuse()""",
    ],
}


def _key(
    name: str, table: str, target: str, *, nullable: bool = False
) -> list[sa.schema.SchemaItem]:
    constraint = sa.ForeignKeyConstraint(
        [name], [f"{target}.id"], name=f"fk_{table}_{name}_{target}"
    )
    return [sa.Column(name, Key, nullable=nullable), constraint]


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "watches",
        sa.Column("id", Key, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("start_at", Instant, nullable=False),
        sa.Column("end_at", Instant, nullable=False),
        sa.Column("plan", Document, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        *_key("created_by_id", "watches", "people", nullable=True),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("published_at", Instant, nullable=True),
        sa.Column("ended_at", Instant, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_watches"),
    )
    op.create_index("ix_watches_end_at_start_at", "watches", ["end_at", "start_at"])
    _shifts_and_people()
    _around_the_shifts()
    _alone()
    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)


def _shifts_and_people() -> None:
    with op.batch_alter_table("shifts") as shifts:
        shifts.add_column(sa.Column("watch_id", Key, nullable=True))
        shifts.add_column(sa.Column("state", sa.Text(), nullable=False, server_default="planned"))
        for name in ("answered_at", "checked_in_at", "relieved_at"):
            shifts.add_column(sa.Column(name, Instant, nullable=True))
        shifts.create_foreign_key("fk_shifts_watch_id_watches", "watches", ["watch_id"], ["id"])
        shifts.drop_constraint("uq_shifts_start_at_end_at_post_person_id", type_="unique")
    key = ["start_at", "end_at", "post", "person_id"]
    for name, columns, where in (
        ("uq_shifts_roster", key, sa.text("watch_id IS NULL")),
        ("uq_shifts_watch", ["watch_id", *key], sa.text("state != 'draft'")),
    ):
        op.create_index(
            name, "shifts", columns, unique=True, sqlite_where=where, postgresql_where=where
        )
    op.create_index("ix_shifts_watch_id_start_at", "shifts", ["watch_id", "start_at"])
    op.create_index("ix_shifts_person_id_start_at", "shifts", ["person_id", "start_at"])
    op.add_column("people", sa.Column("calendar_token", sa.Text(), nullable=True))
    op.create_index("uq_people_calendar_token", "people", ["calendar_token"], unique=True)


def _around_the_shifts() -> None:
    op.create_table(
        "unavailable",
        sa.Column("id", Key, nullable=False),
        *_key("person_id", "unavailable", "people"),
        sa.Column("start_at", Instant, nullable=False),
        sa.Column("end_at", Instant, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_unavailable"),
    )
    op.create_index("ix_unavailable_person_id_end_at", "unavailable", ["person_id", "end_at"])
    op.create_table(
        "swaps",
        sa.Column("id", Key, nullable=False),
        *_key("shift_id", "swaps", "shifts"),
        *_key("asked_by_id", "swaps", "people"),
        *_key("only_id", "swaps", "people", nullable=True),
        sa.Column("start_at", Instant, nullable=False),
        sa.Column("end_at", Instant, nullable=False),
        *_key("taken_by_id", "swaps", "people", nullable=True),
        *_key("decided_by_id", "swaps", "people", nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("taken_at", Instant, nullable=True),
        sa.Column("decided_at", Instant, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_swaps"),
    )
    op.create_index(
        "uq_swaps_shift_id_open",
        "swaps",
        ["shift_id"],
        unique=True,
        sqlite_where=OPEN_SWAP,
        postgresql_where=OPEN_SWAP,
    )
    op.create_table(
        "handovers",
        sa.Column("id", Key, nullable=False),
        *_key("shift_id", "handovers", "shifts"),
        *_key("next_shift_id", "handovers", "shifts", nullable=True),
        sa.Column("opened_at", Instant, nullable=False),
        sa.Column("note", sa.Text(), nullable=False, server_default=""),
        sa.Column("signed_at", Instant, nullable=True),
        sa.Column("confirmed_at", Instant, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_handovers"),
        sa.UniqueConstraint("shift_id", name="uq_handovers_shift_id"),
    )


def _alone() -> None:
    op.create_table(
        "calendar_days",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("is_off", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        *_key("set_by_id", "calendar_days", "people", nullable=True),
        sa.Column("set_at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_calendar_days"),
    )
    op.create_table(
        "watch_log",
        sa.Column("id", Key, nullable=False),
        *_key("watch_id", "watch_log", "watches", nullable=True),
        sa.Column("shift_id", sa.BigInteger(), nullable=True),
        sa.Column("at", Instant, nullable=False),
        *_key("person_id", "watch_log", "people", nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("details", Document, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_watch_log"),
    )
    op.create_index("ix_watch_log_watch_id_id", "watch_log", ["watch_id", "id"])
    op.create_index("ix_watch_log_at", "watch_log", ["at"])
    op.create_table(
        "test_pages",
        sa.Column("id", Key, nullable=False),
        *_key("watch_id", "test_pages", "watches", nullable=True),
        *_key("person_id", "test_pages", "people"),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("sent_at", Instant, nullable=False),
        sa.Column("answer_by", Instant, nullable=False),
        sa.Column("answered_at", Instant, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_test_pages"),
    )
    op.create_index("ix_test_pages_watch_id_person_id", "test_pages", ["watch_id", "person_id"])
    op.create_table(
        "papers",
        sa.Column("id", Key, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=True),
        sa.Column("created_at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_papers"),
    )
