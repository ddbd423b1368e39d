"""The tables of the incident room: playbooks under way, what is ticked, assessments, deadlines."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, text

from storage.columns import BigKey, Document, Instant, metadata

incident_playbooks = Table(
    "incident_playbooks",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False),
    Column("code", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("content", Document, nullable=False),  # bot.domain.playbook.Playbook as it was then
    Column("steps", Integer, nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("begun_by_id", ForeignKey("people.id")),
    Column("replaced_at", Instant),
    Index(
        "uq_incident_playbooks_current",
        "incident_id",
        unique=True,
        sqlite_where=text("replaced_at IS NULL"),
    ),
)

playbook_ticks = Table(
    "playbook_ticks",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("playbook_id", ForeignKey("incident_playbooks.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("state", Text, nullable=False),  # done or skipped
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("taken_back_at", Instant),
    Index(
        "uq_playbook_ticks_number",
        *("playbook_id", "number"),
        unique=True,
        sqlite_where=text("taken_back_at IS NULL"),
    ),
)

assessments = Table(
    "assessments",
    metadata,
    Column("incident_id", ForeignKey("incidents.id"), primary_key=True, autoincrement=False),
    Column("marks", Document, nullable=False),  # {mark: instant it was set}
    Column("detected_at", Instant),
    Column("proposed_at", Instant),
    Column("proposed_by_id", ForeignKey("people.id")),
    Column("serious", Boolean),  # as it was decided
    Column("decided_at", Instant),
    Column("decided_by", Text),
    Column("document", Text),
    Column("entered_by_id", ForeignKey("people.id")),
    Column("entered_at", Instant),
)

incident_deadlines = Table(
    "incident_deadlines",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False),
    Column("code", Text, nullable=False),
    Column("rule", Document, nullable=False),  # bot.domain.legal_deadlines.Rule as it was then
    Column("counted_from", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("told", Integer, nullable=False, server_default="0"),  # the last stage reminded of
    Column("told_at", Instant),
    Column("settled_at", Instant),
    Column("settled_by_id", ForeignKey("people.id")),
    Column("sent_at", Instant),
    Column("number", Text),
    Column("channel", Text),
    Column("receipt", Text),
    Column("reason", Text),
    Column("changed", Document),  # what an update has to tell, as values for texts
    Index("uq_incident_deadlines_code", "incident_id", "code", unique=True),
)

essentials = Table(
    "essentials",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("what", Document, nullable=False),  # bot.domain.legal_updates.Essentials
    Index("ix_essentials_incident_id", "incident_id"),
)
