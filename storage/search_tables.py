"""The table of words to search in; the index over it is each database's own."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text

from storage.columns import BigKey, metadata

search_texts = Table(
    "search_texts",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("source_id", BigInteger, nullable=False),
    Column("words", Text, nullable=False),
    Index("uq_search_texts_kind_source_id", "kind", "source_id", unique=True),
)
