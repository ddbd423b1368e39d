"""Words to search in, with the index that each database has for that."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INDEX = {
    "sqlite": [
        """CREATE VIRTUAL TABLE search_index USING fts5(
           words, content = 'search_texts', content_rowid = 'id')""",
        """CREATE TRIGGER search_texts_added AFTER INSERT ON search_texts
           BEGIN INSERT INTO search_index (rowid, words) VALUES (new.id, new.words); END""",
        """CREATE TRIGGER search_texts_deleted AFTER DELETE ON search_texts
           BEGIN INSERT INTO search_index (search_index, rowid, words)
           VALUES ('delete', old.id, old.words); END""",
    ],
    "postgresql": [
        "CREATE INDEX search_index ON search_texts USING gin (to_tsvector('simple', words))"
    ],
}


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "search_texts",
        sa.Column("id", Key, nullable=False),
        sa.Column("incident_id", Key, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source_id", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name="fk_search_texts_incident_id_incidents"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_search_texts"),
    )
    op.create_index(
        "uq_search_texts_kind_source_id", "search_texts", ["kind", "source_id"], unique=True
    )
    for statement in INDEX[op.get_bind().dialect.name]:
        op.execute(statement)
