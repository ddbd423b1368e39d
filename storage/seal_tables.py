"""The table of anchors: what the team's group was told about the state of all timelines."""

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
