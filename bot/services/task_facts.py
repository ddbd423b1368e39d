"""What the card of an assignment says at the moment it is sent or changed, to its reader."""

from collections.abc import Mapping
from typing import Any

from bot.domain.campaign import HANDED_IN
from bot.domain.errors import Refused
from bot.domain.messages import Op
from bot.domain.team import Team
from bot.services import task_words
from bot.services.assignments import Held, held, is_theirs
from storage import assignments, people
from storage.assignments import EXTENSION
from storage.database import Tx

_SHOWN_WORDS = 120


async def card(tx: Tx, team: Team, row: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the card; None for somebody no longer of the agency, and when nothing is asked."""
    try:
        found = await held(tx, row["subject_id"])
    except Refused:
        return None
    reader = (await people.of_ids(tx, [row["person_id"] or 0])).get(row["person_id"] or 0)
    if reader is None or not is_theirs(reader, found.assignment):
        return None
    is_news = row["op"] == Op.SEND and row["kind"] == "campaign-card"
    is_past = not task_words.is_open(found.campaign) or found.assignment.state in HANDED_IN
    if is_news and is_past:
        return None
    said = {"by": await _author(tx, found), "news": await _news(tx, team, found)}
    return task_words.card(team, found.campaign, found.assignment, found.concerns, said, tx.now)


async def _author(tx: Tx, found: Held) -> str | None:
    author_id = found.assignment.done_by_id
    if author_id is None:
        return None
    author = (await people.of_ids(tx, [author_id])).get(author_id)
    return author.name if author is not None else None


async def _news(tx: Tx, team: Team, found: Held) -> list[dict[str, Any]]:
    """Return what was asked of the team and not answered yet."""
    return [
        {"text": "task-news-more", "day": task_words.day_words(team, row.until_at, tx.now)}
        if row.kind == EXTENSION
        else {"text": "task-news-question", "words": row.words[:_SHOWN_WORDS]}
        for row in await assignments.asks(tx, assignment_id=found.assignment.id)
        if row.answered_at is None
    ]
