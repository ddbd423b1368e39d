"""On PostgreSQL nobody empties at once what only grows: TRUNCATE passes by the triggers on rows."""

from alembic import op

revision = "0021"
down_revision = "0020"

# Each with the function that refuses its UPDATE and DELETE.
REFUSE = {
    "timeline": "timeline_refuse",
    "heads": "heads_refuse",
    "watch_log": "watch_log_refuse",
    "campaign_log": "campaign_log_refuse",
    "assignment_answers": "assignment_answers_refuse",
}


def upgrade() -> None:
    """Apply this step; SQLite knows no TRUNCATE."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table, function in REFUSE.items():
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {function}()"
        )
