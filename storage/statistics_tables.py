"""The indexes that statistics are counted by: partial ones, so that writing costs next to nothing.

A statement that is to use TURNS, PAGED or DRILL repeats its words.
"""

from sqlalchemy import Index, text

from storage.tables import incidents, outbox, timeline

TURNS = "kind IN ('taken', 'reopened', 'objected', 'taken-up')"
PAGED = "kind = 'incident-page' AND op = 'send'"
DRILL = "drill"

Index("ix_incidents_opened_at", incidents.c.opened_at)
Index(
    "ix_incidents_drill",
    *(incidents.c.opened_at, incidents.c.id),
    sqlite_where=text(DRILL),
)
Index(
    "ix_timeline_turns",
    *(timeline.c.incident_id, timeline.c.kind, timeline.c.at),
    sqlite_where=text(TURNS),
)
Index(
    "ix_outbox_paged",
    *(outbox.c.sent_at, outbox.c.person_id),
    sqlite_where=text(PAGED),
)
