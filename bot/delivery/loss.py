"""What follows when a message will never arrive: who is unreachable, who must be told."""

from typing import Any

from sqlalchemy import Row

from bot.delivery.verdict import GROUP_GONE, UNREACHABLE
from bot.domain.messages import Op, Priority
from bot.domain.team import Team
from bot.services import elsewhere, group, reach, relay
from bot.services.paging import REFUSED
from bot.services.unreached import CALL_REFUSED
from storage import due
from storage.database import Tx
from storage.due import Due

# Who cannot be reached by these is replaced at once.
CALLS = frozenset({"incident-page", "incident-assigned", "incident-still", "incident-reopened"})
# Who is wanted on watch and cannot be reached is named to the leads at once.
WATCH_CALLS = frozenset({"shift-call", "shift-still", "shift-missing", "test-page"})


async def lost(tx: Tx, team: Team, row: Row[Any], reason: str) -> None:
    """Let the team know what a dead row costs it, as far as it costs anything."""
    # Who may not pin may still write.
    is_lost = row.op not in (Op.PIN, Op.UNPIN) and reason in GROUP_GONE | UNREACHABLE
    if row.chat_id == team.chat_id and is_lost:
        await group.lost(tx)
    if row.person_id is None or row.op == Op.TOAST:
        return
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
