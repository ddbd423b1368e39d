"""Every table of the program but those of keeping watch (`watch_tables`), and nothing else.

`timeline` is append-only: the first migration adds triggers that refuse UPDATE and DELETE.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.columns import BigKey, Document, Instant, metadata
from storage.watch_tables import watches

agencies = Table(
    "agencies",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("code", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False, server_default=""),
    Column("parent_id", ForeignKey("agencies.id")),
    Column("head_id", ForeignKey("people.id", name="fk_agencies_head_id_people", use_alter=True)),
)

people = Table(
    "people",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("telegram_id", BigInteger, unique=True),
    Column("name", Text, nullable=False),
    Column("username", Text),
    Column("role", Text, nullable=False),
    Column("agency_id", ForeignKey("agencies.id")),
    Column("phone", Text),
    Column("email", Text),
    Column("language", Text, nullable=False),
    Column("active", Boolean, nullable=False, default=True),
    Column("blocked", Boolean, nullable=False, default=False),
    Column("reachable", Boolean),
    Column("privacy_at", Instant),
    Column("replaced_by_id", ForeignKey("people.id")),
    Column("created_at", Instant, nullable=False),
    Column("calendar_token", Text),
    Index("ix_people_role", "role"),
    Index("ix_people_agency_id", "agency_id"),
    Index("uq_people_calendar_token", "calendar_token", unique=True),
)

invites = Table(
    "invites",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("token", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("agency_id", ForeignKey("agencies.id")),
    Column("created_by_id", ForeignKey("people.id"), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("opened_by_id", ForeignKey("people.id")),
    Column("opened_at", Instant),
    Column("decided_by_id", ForeignKey("people.id")),
    Column("decided_at", Instant),
    Column("approved", Boolean),
)

systems = Table(
    "systems",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("code", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False),
    Column("level", Integer),
    Column("url", Text),
)

shifts = Table(
    "shifts",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("start_at", Instant, nullable=False),
    Column("end_at", Instant, nullable=False),
    Column("post", Text, nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("watch_id", ForeignKey(watches.c.id)),
    Column("state", Text, nullable=False, server_default="planned"),
    Column("answered_at", Instant),  # when it was confirmed or declined
    Column("checked_in_at", Instant),
    Column("relieved_at", Instant),
    Index(
        "uq_shifts_roster",
        *("start_at", "end_at", "post", "person_id"),
        unique=True,
        sqlite_where=text("watch_id IS NULL"),
    ),
    Index(
        "uq_shifts_watch",
        *("watch_id", "start_at", "end_at", "post", "person_id"),
        unique=True,  # among those that count; drafts may try the same twice
        sqlite_where=text("state != 'draft'"),
    ),
    Index("ix_shifts_end_at_start_at", "end_at", "start_at"),
    Index("ix_shifts_watch_id_start_at", "watch_id", "start_at"),
    Index("ix_shifts_person_id_start_at", "person_id", "start_at"),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("code", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("pages", Boolean, nullable=False, default=True),
    Column("status", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("place", Text),
    Column("agency_id", ForeignKey("agencies.id")),
    Column("system_id", ForeignKey("systems.id")),
    Column("noticed", Text),
    Column("reporter_id", ForeignKey("people.id")),
    Column("anonymous", Boolean, nullable=False, default=False),
    Column("contact", Text),
    Column("owner_id", ForeignKey("people.id")),
    Column("opened_at", Instant, nullable=False),
    Column("taken_at", Instant),
    Column("promised_at", Instant),
    Column("progress_at", Instant),
    Column("resolved_at", Instant),
    Column("ended_at", Instant),
    Column("cause", Text),
    Column("action", Text),
    Column("helped_by", Text),
    Column("loss", BigInteger),  # in đồng
    Column("reason", Text),
    Column("duplicate_of_id", ForeignKey("incidents.id")),
    Column("drill", Boolean, nullable=False, default=False),
    Column("confidential", Boolean, nullable=False, default=False),
    UniqueConstraint("year", "number"),
    Index("ix_incidents_status_id", "status", "id"),
    Index("ix_incidents_reporter_id_id", "reporter_id", "id"),
)

timeline = Table(
    "timeline",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("person_id", ForeignKey("people.id")),
    Column("kind", Text, nullable=False),
    Column("text", Text),
    Column("details", Document, nullable=False),
    Column("chat_id", BigInteger),
    Column("message_id", BigInteger),
    Column("seal", Text, nullable=False, server_default=""),
    Index("ix_timeline_incident_id_id", "incident_id", "id"),
    Index("ix_timeline_chat_id_message_id", "chat_id", "message_id"),
)

ladders = Table(
    "ladders",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False),
    Column("policy", Document, nullable=False),
    Column("step", Integer, nullable=False),
    Column("round", Integer, nullable=False),
    Column("declined", Document, nullable=False),
    Column("paged", Document, nullable=False),
    Column("live", Boolean, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("next_at", Instant, nullable=False),
    Index(
        *("uq_ladders_live", "incident_id"),
        unique=True,
        sqlite_where=text("live"),
    ),
)

due_rows = Table(
    "due_rows",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject_id", BigInteger),
    Column("params", Document, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("retry_at", Instant, nullable=False),
    Column("key", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("done_at", Instant),
    Column("error", Text),
    Index(
        *("uq_due_rows_key_waiting", "key"),
        unique=True,
        sqlite_where=text("state = 'waiting'"),
    ),
    Index("ix_due_rows_state_retry_at", "state", "retry_at"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("op", Text, nullable=False),
    Column("channel", Text, nullable=False, server_default="telegram"),
    Column("priority", Integer, nullable=False),
    Column("subject_id", BigInteger),
    Column("params", Document, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    Column("person_id", ForeignKey("people.id")),
    Column("reply_to", BigInteger),
    Column("target_id", ForeignKey("outbox.id")),
    Column("key", Text),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("attempts", Integer, nullable=False, default=0),
    Column("created_at", Instant, nullable=False),
    Column("not_before", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("sent_at", Instant),
    Column("sent_steady", Double),
    Column("message_id", BigInteger),
    Index(
        "uq_outbox_key_pending",
        "key",
        unique=True,
        sqlite_where=text("state = 'pending'"),
    ),
    Index("ix_outbox_state_priority_id", "state", "priority", "id"),
    Index("ix_outbox_chat_id_message_id", "chat_id", "message_id"),
    Index("ix_outbox_subject_id_kind", "subject_id", "kind"),
    Index("ix_outbox_apart", "state", "id", sqlite_where=text("channel != 'telegram'")),
)

forms = Table(
    "forms",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject_id", BigInteger),
    Column("question", Text, nullable=False),
    Column("answers", Document, nullable=False),
    Column("state", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index(
        *("uq_forms_person_id_open", "person_id"),
        unique=True,
        sqlite_where=text("state = 'open'"),
    ),
)

seen_updates = Table(
    "seen_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Index("ix_seen_updates_at", "at"),
)

failed_updates = Table(
    "failed_updates",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("update_id", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
    Column("raw", Text, nullable=False),
    Column("traceback", Text, nullable=False),
)

chat_moves = Table(
    "chat_moves",
    metadata,
    Column("old_id", BigInteger, primary_key=True, autoincrement=False),
    Column("new_id", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
)
