"""The table of official papers, of an incident or a period: every version made, with its file."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from storage.columns import BigKey, Document, Instant, metadata

case_papers = Table(
    "case_papers",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("incident_id", ForeignKey("incidents.id")),  # either this, or
    Column("period", Text),  # the key of a span
    Column("form", Text, nullable=False),  # the table's name in forms.toml
    Column("state", Text, nullable=False),
    Column("version", Integer),  # counted by incident or period, and form, once it is ordered
    Column("asked", Document, nullable=False),  # fields, by their codes
    Column("answers", Document, nullable=False),  # {field: words}
    Column("ordered_by_id", ForeignKey("people.id")),  # nobody: made by itself
    Column("ordered_at", Instant, nullable=False),
    Column("made_at", Instant),
    Column("name", Text),
    Column("content", LargeBinary),
    Column("sha256", Text),
    Column("sent_at", Instant),
    Column("number", Text),
    Column("channel", Text),
    Column("receipt", Text),
    Column("sent_by_id", ForeignKey("people.id")),
    Column("entered_at", Instant),
    Column("anchor_id", BigInteger),  # of a period: the anchor over its hash
    Index("uq_case_papers_version", "incident_id", "form", "version", unique=True),
    Index("uq_case_papers_period", "period", "form", "version", unique=True),
)
