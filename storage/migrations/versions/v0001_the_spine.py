"""The spine."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
Instant = sa.DateTime(timezone=True)

APPEND_ONLY = {
    "sqlite": [
        """CREATE TRIGGER timeline_no_update BEFORE UPDATE ON timeline
           BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END""",
        """CREATE TRIGGER timeline_no_delete BEFORE DELETE ON timeline
           BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END""",
    ],
    "postgresql": [
        """CREATE FUNCTION timeline_refuse() RETURNS trigger LANGUAGE plpgsql AS
           $$ BEGIN RAISE EXCEPTION 'the timeline is append-only'; END $$""",
        """CREATE TRIGGER timeline_append_only BEFORE UPDATE OR DELETE ON timeline
           FOR EACH ROW EXECUTE FUNCTION timeline_refuse()""",
    ],
}


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "agencies",
        sa.Column("id", Key, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("parent_id", Key, nullable=True),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["agencies.id"], name="fk_agencies_parent_id_agencies"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_agencies"),
        sa.UniqueConstraint("code", name="uq_agencies_code"),
    )
    op.create_table(
        "chat_moves",
        sa.Column("old_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("new_id", sa.BigInteger(), nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("old_id", name="pk_chat_moves"),
    )
    op.create_table(
        "due_rows",
        sa.Column("id", Key, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=True),
        sa.Column("params", Document, nullable=False),
        sa.Column("due_at", Instant, nullable=False),
        sa.Column("retry_at", Instant, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("done_at", Instant, nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_due_rows"),
    )
    op.create_index("ix_due_rows_state_retry_at", "due_rows", ["state", "retry_at"], unique=False)
    op.create_index(
        "uq_due_rows_key_waiting",
        "due_rows",
        ["key"],
        unique=True,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )

    op.create_table(
        "failed_updates",
        sa.Column("id", Key, nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("traceback", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_failed_updates"),
    )
    op.create_table(
        "seen_updates",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("update_id", name="pk_seen_updates"),
    )
    op.create_index("ix_seen_updates_at", "seen_updates", ["at"], unique=False)

    op.create_table(
        "people",
        sa.Column("id", Key, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("username", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("agency_id", Key, nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("blocked", sa.Boolean(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=True),
        sa.Column("privacy_at", Instant, nullable=True),
        sa.Column("replaced_by_id", Key, nullable=True),
        sa.Column("created_at", Instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agencies.id"], name="fk_people_agency_id_agencies"
        ),
        sa.ForeignKeyConstraint(
            ["replaced_by_id"], ["people.id"], name="fk_people_replaced_by_id_people"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("telegram_id", name="uq_people_telegram_id"),
    )
    op.create_index("ix_people_role", "people", ["role"], unique=False)

    op.create_table(
        "systems",
        sa.Column("id", Key, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("agency_id", Key, nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agencies.id"], name="fk_systems_agency_id_agencies"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_systems"),
        sa.UniqueConstraint("code", name="uq_systems_code"),
    )
    op.create_table(
        "forms",
        sa.Column("id", Key, nullable=False),
        sa.Column("person_id", Key, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answers", Document, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("updated_at", Instant, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_forms_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_forms"),
    )
    op.create_index(
        "uq_forms_person_id_open",
        "forms",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )

    op.create_table(
        "incidents",
        sa.Column("id", Key, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("pages", sa.Boolean(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("agency_id", Key, nullable=True),
        sa.Column("system_id", Key, nullable=True),
        sa.Column("noticed", sa.Text(), nullable=True),
        sa.Column("reporter_id", Key, nullable=True),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.Column("owner_id", Key, nullable=True),
        sa.Column("opened_at", Instant, nullable=False),
        sa.Column("taken_at", Instant, nullable=True),
        sa.Column("promised_at", Instant, nullable=True),
        sa.Column("progress_at", Instant, nullable=True),
        sa.Column("resolved_at", Instant, nullable=True),
        sa.Column("ended_at", Instant, nullable=True),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=True),
        sa.Column("helped_by", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("duplicate_of_id", Key, nullable=True),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agencies.id"], name="fk_incidents_agency_id_agencies"
        ),
        sa.ForeignKeyConstraint(
            ["duplicate_of_id"], ["incidents.id"], name="fk_incidents_duplicate_of_id_incidents"
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name="fk_incidents_owner_id_people"),
        sa.ForeignKeyConstraint(
            ["reporter_id"], ["people.id"], name="fk_incidents_reporter_id_people"
        ),
        sa.ForeignKeyConstraint(
            ["system_id"], ["systems.id"], name="fk_incidents_system_id_systems"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_incidents"),
        sa.UniqueConstraint("code", name="uq_incidents_code"),
        sa.UniqueConstraint("year", "number", name="uq_incidents_year_number"),
    )
    op.create_index("ix_incidents_reporter_id_id", "incidents", ["reporter_id", "id"], unique=False)
    op.create_index("ix_incidents_status_id", "incidents", ["status", "id"], unique=False)

    op.create_table(
        "invites",
        sa.Column("id", Key, nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("agency_id", Key, nullable=True),
        sa.Column("created_by_id", Key, nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("expires_at", Instant, nullable=False),
        sa.Column("opened_by_id", Key, nullable=True),
        sa.Column("opened_at", Instant, nullable=True),
        sa.Column("decided_by_id", Key, nullable=True),
        sa.Column("decided_at", Instant, nullable=True),
        sa.Column("approved", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agencies.id"], name="fk_invites_agency_id_agencies"
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["people.id"], name="fk_invites_created_by_id_people"
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["people.id"], name="fk_invites_decided_by_id_people"
        ),
        sa.ForeignKeyConstraint(
            ["opened_by_id"], ["people.id"], name="fk_invites_opened_by_id_people"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_invites"),
        sa.UniqueConstraint("token", name="uq_invites_token"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", Key, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=True),
        sa.Column("params", Document, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("person_id", Key, nullable=True),
        sa.Column("reply_to", sa.BigInteger(), nullable=True),
        sa.Column("target_id", Key, nullable=True),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("not_before", Instant, nullable=False),
        sa.Column("expires_at", Instant, nullable=True),
        sa.Column("sent_at", Instant, nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_outbox_person_id_people"),
        sa.ForeignKeyConstraint(["target_id"], ["outbox.id"], name="fk_outbox_target_id_outbox"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
    )
    op.create_index(
        "ix_outbox_chat_id_message_id", "outbox", ["chat_id", "message_id"], unique=False
    )
    op.create_index(
        "ix_outbox_state_priority_id", "outbox", ["state", "priority", "id"], unique=False
    )
    op.create_index("ix_outbox_subject_id_kind", "outbox", ["subject_id", "kind"], unique=False)
    op.create_index(
        "uq_outbox_key_pending",
        "outbox",
        ["key"],
        unique=True,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )

    op.create_table(
        "shifts",
        sa.Column("id", Key, nullable=False),
        sa.Column("start_at", Instant, nullable=False),
        sa.Column("end_at", Instant, nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("person_id", Key, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_shifts_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_shifts"),
        sa.UniqueConstraint(
            "start_at",
            "end_at",
            "post",
            "person_id",
            name="uq_shifts_start_at_end_at_post_person_id",
        ),
    )
    op.create_index("ix_shifts_end_at_start_at", "shifts", ["end_at", "start_at"], unique=False)

    op.create_table(
        "ladders",
        sa.Column("id", Key, nullable=False),
        sa.Column("incident_id", Key, nullable=False),
        sa.Column("policy", Document, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("declined", Document, nullable=False),
        sa.Column("paged", Document, nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("started_at", Instant, nullable=False),
        sa.Column("next_at", Instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name="fk_ladders_incident_id_incidents"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_ladders"),
    )
    op.create_index(
        "uq_ladders_live",
        "ladders",
        ["incident_id"],
        unique=True,
        sqlite_where=sa.text("live"),
        postgresql_where=sa.text("live"),
    )

    op.create_table(
        "timeline",
        sa.Column("id", Key, nullable=False),
        sa.Column("incident_id", Key, nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("person_id", Key, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("details", Document, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name="fk_timeline_incident_id_incidents"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_timeline_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_timeline"),
    )
    op.create_index(
        "ix_timeline_chat_id_message_id", "timeline", ["chat_id", "message_id"], unique=False
    )
    op.create_index("ix_timeline_incident_id_id", "timeline", ["incident_id", "id"], unique=False)
    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)
