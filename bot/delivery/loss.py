"""What follows when a message will never arrive: who is unreachable, who must be told."""

from typing import Any

from sqlalchemy import Row

from bot.delivery.verdict import GROUP_GONE, UNREACHABLE
from bot.domain.messages import TOPIC_OPS, Op, Priority
from bot.domain.team import Team
from bot.services import elsewhere, forum, group, reach, relay
from bot.services.paging import REFUSED
from bot.services.unreached import CALL_REFUSED
from storage import due
from storage.database import Tx
from storage.due import Due

# Who cannot be reached by these is replaced at once.
CALLS = frozenset({"incident-page", "incident-assigned", "incident-still", "incident-reopened"})
# Who is wanted on watch and cannot be reached is named to the leads at once.
WATCH_CALLS = frozenset({"shift-call", "shift-still", "shift-missing", "test-page"})
_LESS_THAN_WRITING = (Op.PIN, Op.UNPIN, *TOPIC_OPS)


async def lost(tx: Tx, team: Team, row: Row[Any], reason: str) -> None:
    """Let the team know what a dead row costs it, as far as it costs anything."""
    if row.op in TOPIC_OPS:
        await forum.refused(tx, team, row, reason)
    if row.op == Op.PIN and reason == forum.NO_RIGHT and row.chat_id == team.chat_id:
        await group.cannot_pin(tx, row)
    # Who may not pin or manage topics may still write.
    is_lost = row.op not in _LESS_THAN_WRITING and reason in GROUP_GONE | UNREACHABLE
    if row.chat_id == team.chat_id and is_lost:
        await group.lost(tx)
    if row.person_id is not None and row.op != Op.TOAST:
        await _lost_to_one(tx, team, row, reason)


async def _lost_to_one(tx: Tx, team: Team, row: Row[Any], reason: str) -> None:
    if reason in UNREACHABLE:
        await reach.lose(tx, row.person_id)
    said: dict[str, Any] = {"person_id": row.person_id, "reason": reason}
    if row.kind in CALLS and row.op == Op.SEND:
        said |= {"incident_id": row.subject_id}
        await due.schedule(tx, Due(REFUSED, row.id, tx.now, said))
    elif row.kind == relay.QUESTION:
        said |= {"incident_id": row.subject_id, "asked_by_id": row.params.get("asked_by_id")}
        await due.schedule(tx, Due(relay.REFUSED, row.id, tx.now, said))
    elif row.kind in WATCH_CALLS:
        said |= {"text": row.params["text"]}
        await due.schedule(tx, Due(CALL_REFUSED, row.id, tx.now, said))
    elif row.priority == Priority.PAGE and row.op == Op.SEND:
        await elsewhere.instead_of(tx, team, row.id)
