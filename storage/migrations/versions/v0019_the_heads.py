"""A head for each timeline: how many lines it has and the seal of the newest, kept by triggers."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

ONWARDS = "a head only follows its timeline"
FOLLOW = """INSERT INTO heads (incident_id, lines, line_id, seal)
            VALUES (NEW.incident_id, 1, NEW.id, NEW.seal)
            ON CONFLICT (incident_id) DO UPDATE
            SET lines = heads.lines + 1, line_id = excluded.line_id, seal = excluded.seal"""
# The only change of a head that a line allows: by one, to a newer line that is there.
STRAYS = """NEW.incident_id <> OLD.incident_id OR NEW.lines <> OLD.lines + 1
            OR NEW.line_id <= OLD.line_id OR NOT EXISTS (
                SELECT 1 FROM timeline AS t
                WHERE t.id = NEW.line_id AND t.incident_id = NEW.incident_id AND t.seal = NEW.seal
            )"""
REPLACES = """EXISTS (SELECT 1 FROM heads AS h
              WHERE h.incident_id = NEW.incident_id AND h.line_id >= NEW.line_id)"""
FILL = """INSERT INTO heads (incident_id, lines, line_id, seal)
          SELECT t.incident_id, each.lines, t.id, t.seal FROM timeline AS t JOIN (
              SELECT count(*) AS lines, max(id) AS newest FROM timeline GROUP BY incident_id
          ) AS each ON each.newest = t.id"""
TRIGGERS = {
    "sqlite": [
        f"CREATE TRIGGER timeline_head AFTER INSERT ON timeline BEGIN {FOLLOW}; END",
        f"""CREATE TRIGGER heads_no_update BEFORE UPDATE ON heads WHEN {STRAYS}
            BEGIN SELECT RAISE(ABORT, '{ONWARDS}'); END""",
        f"""CREATE TRIGGER heads_no_delete BEFORE DELETE ON heads
            BEGIN SELECT RAISE(ABORT, '{ONWARDS}'); END""",
        # INSERT OR REPLACE changes a row without a word to the triggers above.
        f"""CREATE TRIGGER heads_no_replace BEFORE INSERT ON heads WHEN {REPLACES}
            BEGIN SELECT RAISE(ABORT, '{ONWARDS}'); END""",
    ],
    "postgresql": [
        f"""CREATE FUNCTION timeline_head_follow() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN {FOLLOW}; RETURN NULL; END $$""",
        """CREATE TRIGGER timeline_head AFTER INSERT ON timeline
           FOR EACH ROW EXECUTE FUNCTION timeline_head_follow()""",
        f"""CREATE FUNCTION heads_refuse() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN
                IF TG_OP = 'UPDATE' THEN
                    IF NOT ({STRAYS}) THEN RETURN NEW; END IF;
                END IF;
                RAISE EXCEPTION '{ONWARDS}';
            END $$""",
        """CREATE TRIGGER heads_follow_only BEFORE UPDATE OR DELETE ON heads
           FOR EACH ROW EXECUTE FUNCTION heads_refuse()""",
    ],
}


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "heads",
        sa.Column("incident_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lines", sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("incident_id", name="pk_heads"),
    )
    op.execute(FILL)
    for statement in TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)
