"""The tables of what an incident is proved by: evidence, indicators, and likely twins."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Table, Text

from storage.columns import BigKey, Instant, metadata

evidence = Table(
    "evidence",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("by_reporter", Boolean, nullable=False),
    Column("media", Text, nullable=False),
    Column("name", Text),
    Column("file_id", Text, nullable=False),
    Column("unique_id", Text, nullable=False),
    Column("size", BigInteger),  # as Telegram says, until it is here
    Column("sha256", Text),
    Column("state", Text, nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("kept_at", Instant),
    Index("uq_evidence_incident_id_unique_id", "incident_id", "unique_id", unique=True),
    Index("ix_evidence_state", "state"),
)

indicators = Table(
    "indicators",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Index("uq_indicators_incident_id_kind_value", *("incident_id", "kind", "value"), unique=True),
    Index("ix_indicators_kind_value", "kind", "value"),
)

likenesses = Table(
    "likenesses",
    metadata,
    Column("incident_id", ForeignKey("incidents.id"), primary_key=True, autoincrement=False),
    Column("other_id", ForeignKey("incidents.id"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("dismissed_at", Instant),
    Column("dismissed_by_id", ForeignKey("people.id")),
)
