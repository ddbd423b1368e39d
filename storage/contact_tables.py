"""The table of corrections of people's contact details that wait for the standing body's word."""

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from storage.columns import BigKey, Instant, metadata

contact_changes = Table(
    "contact_changes",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("wrong", Text, nullable=False),  # bot.domain.contact_form.Wrong
    Column("before", Text),
    Column("after", Text, nullable=False),
    Column("phone", Text),  # of a successor
    Column("at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("decided_by_id", ForeignKey("people.id")),
    Column("decided_at", Instant),
    Column("invite_id", ForeignKey("invites.id")),
    Index("ix_contact_changes_state_id", "state", "id"),
    Index("ix_contact_changes_invite_id", "invite_id"),
)
