"""The tables of what outlives an incident: what it is related to, what is to become better."""

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from storage.columns import BigKey, Instant, metadata

incident_links = Table(
    "incident_links",
    metadata,
    # Of two incidents the smaller number comes first, so that a pair is there once.
    Column("first_id", ForeignKey("incidents.id"), primary_key=True, autoincrement=False),
    Column("second_id", ForeignKey("incidents.id"), primary_key=True, autoincrement=False),
    Column("linked_by_id", ForeignKey("people.id"), nullable=False),
    Column("linked_at", Instant, nullable=False),
    Index("ix_incident_links_second_id", "second_id"),
)

improvements = Table(
    "improvements",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False),
    Column("what", Text, nullable=False),
    Column("owner_id", ForeignKey("people.id"), nullable=False),
    Column("due_on", Text, nullable=False),  # a day on the team's clocks, as 2026-11-30
    Column("state", Text, nullable=False),
    Column("added_by_id", ForeignKey("people.id"), nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("settled_by_id", ForeignKey("people.id")),
    Column("settled_at", Instant),
    Column("reason", Text),
    Index("ix_improvements_incident_id", "incident_id"),
    Index("ix_improvements_state_due_on", "state", "due_on"),
    Index("ix_improvements_owner_id_state", "owner_id", "state"),
)
