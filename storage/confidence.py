"""What somebody has to do with an incident, and the copies in a chat that say something of it."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, bindparam, exists, func, or_, select, update

from bot.domain.bringing_in import Stand
from bot.domain.messages import KINDS, Op, Subject
from storage import shown
from storage.crew_tables import bringings, incident_roles
from storage.database import Tx
from storage.outbox import DEAD, OVERTAKEN
from storage.tables import incidents, outbox, timeline

_CALLS = ("incident-page", "incident-assigned")
_TEAM_CALL = "incident-team-page"
_ABOUT = tuple(name for name, kind in KINDS.items() if kind.subject is Subject.INCIDENT)
_STORIES = ("incident-details", "incident-help", "incident-bring-in")
_AMONG = select(incidents.c.id).where(
    incidents.c.id.in_(bindparam("wanted", expanding=True)), incidents.c.confidential
)
_CAME = (Stand.CALLED, Stand.ANSWERED, Stand.UNANSWERED)


async def put(tx: Tx, incident_id: int, *, confidential: bool) -> bool:
    """Set whether an incident is confidential; False when it was so already."""
    return await tx.change(
        update(incidents)
        .where(incidents.c.id == incident_id, incidents.c.confidential.is_not(confidential))
        .values(confidential=confidential)
    )


async def was_called(tx: Tx, incident_id: int, person_id: int) -> bool:
    """Tell whether somebody was called to take an incident by a message of their own."""
    return await _has_gone(
        tx, incident_id, outbox.c.kind.in_(_CALLS), outbox.c.person_id == person_id
    )


async def was_team_called(tx: Tx, incident_id: int) -> bool:
    """Tell whether the whole team was called to take an incident."""
    return await _has_gone(tx, incident_id, outbox.c.kind == _TEAM_CALL)


async def _has_gone(tx: Tx, incident_id: int, *which: ColumnElement[bool]) -> bool:
    gone = exists().where(
        outbox.c.subject_id == incident_id,
        outbox.c.op == Op.SEND,
        outbox.c.state.not_in((DEAD, OVERTAKEN)),
        *which,
    )
    return bool(await tx.scalar(select(gone)))


async def was_brought_in(tx: Tx, incident_id: int, person_id: int) -> bool:
    """Tell whether somebody was sent for, alone or with the whole team, or has a role."""
    sent_for = exists().where(
        bringings.c.incident_id == incident_id,
        or_(bringings.c.person_id == person_id, bringings.c.person_id.is_(None)),
        bringings.c.state.in_(_CAME),
    )
    has_role = exists().where(
        incident_roles.c.incident_id == incident_id, incident_roles.c.person_id == person_id
    )
    return bool(await tx.scalar(select(or_(sent_for, has_role))))


async def has_spoken(tx: Tx, incident_id: int, person_id: int, message: tuple[int, int]) -> bool:
    """Tell whether somebody's other words in a chat are in the log since it is confidential."""
    chat_id, message_id = message
    about = timeline.c.incident_id == incident_id
    begun = select(func.max(timeline.c.id)).where(about, timeline.c.kind == "confidential")
    spoken = exists().where(
        about,
        timeline.c.id > begun.scalar_subquery(),
        timeline.c.person_id == person_id,
        timeline.c.chat_id == chat_id,
        timeline.c.message_id != message_id,
    )
    return bool(await tx.scalar(select(spoken)))


async def among(tx: Tx, incident_ids: Iterable[int]) -> frozenset[int]:
    """Return which of these incidents are confidential."""
    wanted = sorted(set(incident_ids))
    rows = await tx.all(_AMONG, {"wanted": wanted}) if wanted else ()
    return frozenset(row.id for row in rows)


async def has(tx: Tx, code: str) -> bool:
    """Tell whether a code is that of a confidential incident."""
    return bool(await tx.scalar(select(incidents.c.confidential).where(incidents.c.code == code)))


async def renew_copies(tx: Tx, incident_id: int) -> None:
    """Queue an edit of all that groups were sent about an incident, and people as the whole story.

    Old copies too; what follows an incident anyway is not doubled.
    """
    sent = await shown.about(tx, _ABOUT, (incident_id,))
    await shown.renew(tx, [row for row in sent if row.person_id is None or row.kind in _STORIES])
