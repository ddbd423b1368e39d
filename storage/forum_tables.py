"""The tables of the forum: what the bot may do in the group, and the topic of each incident."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Table, Text

from storage.columns import BigKey, Document, Instant, metadata

forums = Table(
    "forums",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("is_forum", Boolean, nullable=False),
    Column("may_manage", Boolean),  # nobody has said so far
    Column("icons", Document, nullable=False),  # emoji: Telegram's id of it as a topic's icon
    Column("told_at", Instant),  # when leads were told what is missing
)

topics = Table(
    "topics",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),  # not before Telegram has opened it
    Column("name", Text, nullable=False),
    Column("icon", Text),
    Column("closed", Boolean, nullable=False),
    Column("gone", Boolean, nullable=False),  # somebody has deleted it
    Index("ix_topics_incident_id", "incident_id"),
    Index("uq_topics_chat_id_thread_id", "chat_id", "thread_id", unique=True),
)
