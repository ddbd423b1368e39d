"""The tables of the crew of an incident: who was asked to help, the roll call, the roles."""

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from storage.columns import BigKey, Instant, metadata

incident_crew = Table(
    "incident_crew",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("answer", Text),  # bot.domain.roll_call.Presence
    Column("answered_at", Instant),
    Index("uq_incident_crew_person", "incident_id", "person_id", unique=True),
)

roll_calls = Table(
    "roll_calls",
    metadata,
    Column("incident_id", ForeignKey("incidents.id"), primary_key=True, autoincrement=False),
    Column("begun_by_id", ForeignKey("people.id"), nullable=False),
    Column("begun_at", Instant, nullable=False),
)

bringings = Table(
    "bringings",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False),
    Column("person_id", ForeignKey("people.id")),  # None: the whole team
    Column("asked_by_id", ForeignKey("people.id"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("state", Text, nullable=False),  # bot.domain.bringing_in.Stand
    Column("asked_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Index("ix_bringings_incident_id_person_id", "incident_id", "person_id"),
)

incident_roles = Table(
    "incident_roles",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False),
    Column("role", Text, nullable=False),  # bot.domain.roles.CrewRole
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("given_by_id", ForeignKey("people.id"), nullable=False),
    Column("given_at", Instant, nullable=False),
    Index("uq_incident_roles_role", "incident_id", "role", unique=True),
)
