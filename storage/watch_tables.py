"""The tables of keeping watch: watches, what is asked of their people, by which ways, their log.

`watch_log` is append-only like the timeline: triggers refuse UPDATE and DELETE.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    Table,
    Text,
    text,
)

from storage.columns import BigKey, Document, Instant, metadata

watches = Table(
    "watches",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("name", Text, nullable=False),
    Column("start_at", Instant, nullable=False),
    Column("end_at", Instant, nullable=False),
    Column("plan", Document, nullable=False),
    Column("state", Text, nullable=False),
    Column("created_by_id", ForeignKey("people.id")),
    Column("created_at", Instant, nullable=False),
    Column("published_at", Instant),
    Column("ended_at", Instant),
    Index("ix_watches_end_at_start_at", "end_at", "start_at"),
)

calendar_days = Table(
    "calendar_days",
    metadata,
    Column("day", Text, primary_key=True),  # YYYY-MM-DD on the team's calendar
    Column("is_off", Boolean, nullable=False),
    Column("name", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("set_by_id", ForeignKey("people.id")),
    Column("set_at", Instant, nullable=False),
)

unavailable = Table(
    "unavailable",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("start_at", Instant, nullable=False),
    Column("end_at", Instant, nullable=False),
    Column("reason", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Index("ix_unavailable_person_id_end_at", "person_id", "end_at"),
)

swaps = Table(
    "swaps",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("shift_id", ForeignKey("shifts.id"), nullable=False),
    Column("asked_by_id", ForeignKey("people.id"), nullable=False),
    Column("only_id", ForeignKey("people.id")),  # the one person who is asked
    Column("start_at", Instant, nullable=False),  # of the part that is to be taken over
    Column("end_at", Instant, nullable=False),
    Column("taken_by_id", ForeignKey("people.id")),
    Column("decided_by_id", ForeignKey("people.id")),
    Column("state", Text, nullable=False),
    Column("urgent", Boolean, nullable=False, default=False),
    Column("reason", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("taken_at", Instant),
    Column("decided_at", Instant),
    Index(
        "uq_swaps_shift_id_open",
        "shift_id",
        unique=True,
        sqlite_where=text("state IN ('open', 'taken')"),
    ),
)

handovers = Table(
    "handovers",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("shift_id", ForeignKey("shifts.id"), nullable=False, unique=True),
    Column("next_shift_id", ForeignKey("shifts.id")),
    Column("opened_at", Instant, nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    Column("signed_at", Instant),
    Column("confirmed_at", Instant),
)

watch_log = Table(
    "watch_log",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("watch_id", ForeignKey("watches.id")),
    Column("shift_id", BigInteger),  # a draft shift may go, what was said of it stays
    Column("at", Instant, nullable=False),
    Column("person_id", ForeignKey("people.id")),
    Column("kind", Text, nullable=False),
    Column("text", Text),
    Column("details", Document, nullable=False),
    Index("ix_watch_log_watch_id_id", "watch_id", "id"),
    Index("ix_watch_log_at", "at"),
)

test_pages = Table(
    "test_pages",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("watch_id", ForeignKey("watches.id")),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("channel", Text, nullable=False),
    Column("sent_at", Instant, nullable=False),
    Column("answer_by", Instant, nullable=False),
    Column("answered_at", Instant),
    Index("ix_test_pages_watch_id_person_id", "watch_id", "person_id"),
)

papers = Table(
    "papers",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("name", Text, nullable=False),
    Column("media", Text, nullable=False),  # photo or document
    Column("content", LargeBinary, nullable=False),
    Column("file_id", Text),  # Telegram's own, once it was sent
    Column("created_at", Instant, nullable=False),
)

reply_codes = Table(
    "reply_codes",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("hash", Text, nullable=False, unique=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject_id", BigInteger, nullable=False),
    Column("channel", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    Index("ix_reply_codes_expires_at", "expires_at"),
)

outages = Table(
    "outages",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("silent_since", Instant, nullable=False),
    Column("noticed_at", Instant, nullable=False),
    Column("ended_at", Instant),
)
