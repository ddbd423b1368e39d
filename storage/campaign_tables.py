"""The tables of campaigns: what agencies are asked, what each must do, and what came of it.

`campaign_log` and `assignment_answers` are append-only like the timeline: triggers refuse UPDATE
and DELETE.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.columns import BigKey, Document, Instant, metadata

campaigns = Table(
    "campaigns",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("code", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("obligation", Text),  # its key in the catalog; None when made by hand
    Column("period", Text),  # such as 2026-H1
    Column("feeds", Text),  # what its results count for: scan, hunt, drill, backup, …
    Column("state", Text, nullable=False),
    Column("scope", Document, nullable=False),  # bot.domain.audience.Audience
    Column("per", Text, nullable=False),  # agency or system
    Column("questions", Document, nullable=False),
    Column("reminders", Document, nullable=False),
    Column("basis", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("receiver", Text, nullable=False),
    Column("attachment_id", Text),
    Column("attachment_name", Text),
    Column("starts_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),  # the last second of the agencies' last day
    Column("rollup_at", Instant),  # the last second of the second deadline's day
    Column("created_by_id", ForeignKey("people.id")),
    Column("created_at", Instant, nullable=False),
    Column("confirmed_by_id", ForeignKey("people.id")),
    Column("confirmed_at", Instant),
    Column("opened_at", Instant),
    Column("closed_at", Instant),
    UniqueConstraint("year", "number"),
    UniqueConstraint("obligation", "period"),
    Index("ix_campaigns_state_due_at", "state", "due_at"),
)

assignments = Table(
    "assignments",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False),
    Column("system_id", ForeignKey("systems.id")),
    Column("state", Text, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("assigned_at", Instant, nullable=False),
    Column("delivered_at", Instant),
    Column("opened_at", Instant),
    Column("started_at", Instant),
    Column("done_at", Instant),
    Column("done_by_id", ForeignKey("people.id")),
    Column("accepted_at", Instant),
    Column("accepted_by_id", ForeignKey("people.id")),
    Column("reminded_at", Instant),
    Column("head_told_at", Instant),
    Column("leaders_told_at", Instant),
    Column("reason", Text),  # why it was given back, or does not apply
    Column("answers", Document, nullable=False),
    Column("late", Boolean, nullable=False, default=False),
    Index(
        "uq_assignments_agency",
        *("campaign_id", "agency_id"),
        unique=True,
        sqlite_where=text("system_id IS NULL"),
    ),
    Index(
        "uq_assignments_system",
        *("campaign_id", "system_id"),
        unique=True,
        sqlite_where=text("system_id IS NOT NULL"),
    ),
    Index(
        "ix_assignments_progress",
        *("campaign_id", "state", "late", "opened_at", "due_at"),  # all that boards count
    ),
    Index("ix_assignments_agency_id_state", "agency_id", "state"),
    Index("ix_assignments_system_id", "system_id"),
)

assignment_answers = Table(
    "assignment_answers",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("assignment_id", ForeignKey("assignments.id"), nullable=False),
    Column("person_id", ForeignKey("people.id")),
    Column("at", Instant, nullable=False),
    Column("answers", Document, nullable=False),
    Index("ix_assignment_answers_assignment_id_id", "assignment_id", "id"),
)

assignment_files = Table(
    "assignment_files",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("assignment_id", ForeignKey("assignments.id"), nullable=False),
    Column("person_id", ForeignKey("people.id")),
    Column("file_id", Text, nullable=False),
    Column("media", Text, nullable=False),  # photo or document
    Column("name", Text),
    Column("question", Text),  # the code of the question it answers
    Column("at", Instant, nullable=False),
    Index("ix_assignment_files_assignment_id_id", "assignment_id", "id"),
)

assignment_asks = Table(
    "assignment_asks",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("assignment_id", ForeignKey("assignments.id"), nullable=False),
    Column("kind", Text, nullable=False),  # extension or question
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("words", Text, nullable=False),
    Column("until_at", Instant),
    Column("answered_by_id", ForeignKey("people.id")),
    Column("answered_at", Instant),
    Column("answer", Text),
    Column("granted", Boolean),
    Index("ix_assignment_asks_assignment_id_id", "assignment_id", "id"),
)

campaign_log = Table(
    "campaign_log",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id")),
    Column("assignment_id", ForeignKey("assignments.id")),
    Column("at", Instant, nullable=False),
    Column("person_id", ForeignKey("people.id")),
    Column("event", Text, nullable=False),
    Column("params", Document, nullable=False),
    Index("ix_campaign_log_campaign_id_id", "campaign_id", "id"),
    Index("ix_campaign_log_assignment_id_id", "assignment_id", "id"),
)

findings = Table(
    "findings",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),  # one open finding for each
    Column("campaign_id", ForeignKey("campaigns.id")),
    Column("assignment_id", ForeignKey("assignments.id")),
    Column("agency_id", ForeignKey("agencies.id")),
    Column("system_id", ForeignKey("systems.id")),
    Column("params", Document, nullable=False),
    Column("at", Instant, nullable=False),
    Column("closed_at", Instant),
    Index(
        "uq_findings_key_open",
        "key",
        unique=True,
        sqlite_where=text("closed_at IS NULL"),
    ),
    Index("ix_findings_agency_id", "agency_id"),
    Index("ix_findings_campaign_id", "campaign_id"),
)
