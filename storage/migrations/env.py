"""Alembic's way in: it works on the connection that `storage.migrate` hands over."""

from alembic import context

from storage import (
    campaign_tables,
    crew_tables,
    form_tables,
    forum_tables,
    room_tables,
    seal_tables,
    search_tables,
    tables,
)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=[
        each.metadata
        for each in (
            tables.agencies,
            campaign_tables.campaigns,
            room_tables.assessments,
            crew_tables.incident_crew,
            seal_tables.anchors,
            search_tables.search_texts,
            form_tables.case_papers,
            forum_tables.topics,
        )
    ],
    render_as_batch=True,
    compare_type=False,
)
with context.begin_transaction():
    context.run_migrations()
