"""The tables of anchors, which the team's group was told, and of each timeline's head."""

from sqlalchemy import BigInteger, Column, Integer, Table, Text

from storage.columns import BigKey, Instant, metadata

anchors = Table(
    "anchors",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("upto", BigInteger, nullable=False),
    Column("lines", Integer, nullable=False),
    Column("digest", Text, nullable=False),
)

# Kept by triggers on the timeline. No foreign key: a head outlives its incident, to tell of it.
heads = Table(
    "heads",
    metadata,
    Column("incident_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lines", BigInteger, nullable=False),
    Column("line_id", BigInteger, nullable=False),
    Column("seal", Text, nullable=False),
)
