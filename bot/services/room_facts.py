"""What the incident's room knows beside the incident itself, read for the messages that say it."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field
from sqlalchemy import Row

from bot.domain.improvements import Improvement
from bot.domain.indicators import Indicator
from bot.domain.playbook import UnderWay
from bot.domain.roles import CrewRole
from bot.domain.roll_call import RollCall
from bot.domain.seriousness import Assessment
from bot.domain.team import Team
from bot.services import deadlines, highlights, indicators, playbooks, roles, roll_call, seriousness
from storage import assessments, improvements, incidents, links
from storage import deadlines as legal
from storage import facts as reading
from storage import indicators as found
from storage import playbooks as kept
from storage import roles as held
from storage import roll_call as called
from storage.database import Tx
from storage.deadlines import Deadline
from storage.highlights import Highlight
from storage.indicators import Twin
from storage.links import Related
from storage.roles import Holder

DETAILS = "incident-details"
_LEGAL = frozenset({playbooks.CARD, deadlines.PAGE, seriousness.PAGE})
_BETWEEN = ("asked-reporter", "reporter-unreached", "report-more", "report-file")
_RELAYED = 10
_CREW = frozenset({*roll_call.ASKING, roles.PAGE})


class RoomFacts(Struct, frozen=True):
    """`progress`: steps settled, of how many; `playbook` is only there for its own page."""

    progress: tuple[int, int] | None = None
    playbook: UnderWay | None = None
    deadlines: tuple[Deadline, ...] = ()
    assessment: Assessment = field(default_factory=Assessment)
    level: int | None = None
    asked: Row[Any] | None = None  # the newest word between team and reporter
    roll: RollCall = field(default_factory=RollCall)
    roles: Mapping[CrewRole, Holder] = field(default_factory=dict)
    indicators: tuple[Indicator, ...] = ()
    seen_in: tuple[str, ...] = ()
    twin: Twin | None = None
    related: tuple[Related, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    improvements: tuple[Improvement, ...] = ()


async def room_facts(tx: Tx, team: Team, row: Mapping[str, Any]) -> RoomFacts | None:
    """Return what a row of the outbox says of the room; None for what says nothing of it."""
    kind, incident_id = row["kind"], row["subject_id"]
    if kind == playbooks.PAGE:
        incident = await incidents.get(tx, incident_id)
        return RoomFacts(playbook=await playbooks.of(tx, team, incident))
    if kind in _CREW:
        return RoomFacts(
            roll=await called.of_incident(tx, incident_id),
            roles=await held.of_incident(tx, incident_id),
        )
    if kind == DETAILS:
        return RoomFacts(
            indicators=tuple(await found.of_incident(tx, incident_id)),
            related=await links.of_incident(tx, incident_id),
            highlights=await highlights.shown(tx, incident_id),
            improvements=tuple(await improvements.of_incident(tx, incident_id)),
        )
    if kind not in _LEGAL:
        return None
    is_assessed, is_card = kind == seriousness.PAGE, kind == playbooks.CARD
    return RoomFacts(
        progress=await kept.progress(tx, incident_id),
        deadlines=tuple(await legal.of_incident(tx, incident_id)),
        assessment=await assessments.get(tx, incident_id),
        level=await assessments.level_of(tx, incident_id) if is_assessed else None,
        asked=await _asked(tx, incident_id),
        roll=await called.of_incident(tx, incident_id),
        roles=await held.of_incident(tx, incident_id),
        seen_in=await indicators.seen_in(tx, incident_id) if is_card else (),
        twin=await indicators.twin(tx, incident_id) if is_card else None,
        related=await links.of_incident(tx, incident_id) if is_card else (),
    )


async def _asked(tx: Tx, incident_id: int) -> Row[Any] | None:
    """Return the newest question to the reporter, or what they have said since."""
    lines = await reading.last(tx, incident_id, _RELAYED, *_BETWEEN)
    was_asked = any(line.kind == "asked-reporter" for line in lines)
    return lines[-1] if was_asked else None
