"""What a message may say of a confidential incident, by who reads it and by what way it goes.

Every text about an incident is made from these facts, so that none has to think of it.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import NODEFAULT
from msgspec.structs import fields, replace

from bot.domain.channels import TELEGRAM
from bot.domain.confidence import KEPT_BACK, TOLD_FACTS, TOLD_ROOM
from bot.domain.messages import Op
from bot.domain.team import Team
from bot.services import confidence, facts
from bot.services.facts import Facts, IncidentFacts, Known
from bot.services.room_facts import RoomFacts
from storage import confidence as kept
from storage import people
from storage.database import Tx

_OF_REPORTERS = "report-"  # what a reporter is told of their own report


async def facts_for(
    tx: Tx, team: Team, row: Mapping[str, Any], known: Known | None = None
) -> Facts:
    """Read what one row of the outbox needs, as far as its reader may know it."""
    known = known or Known()
    found = await facts.facts_for(tx, team, row, known)
    incident = found.incident
    if incident is None:
        return replace(found, veiled=await _names_one(tx, row))
    if not incident.confidential or row["kind"].startswith(_OF_REPORTERS):
        return found
    if await _is_for(tx, row, known):
        return found
    room = None if found.room is None else veiled_room(found.room)
    return replace(found, incident=veiled(incident), room=room, veiled=True)


async def _names_one(tx: Tx, row: Mapping[str, Any]) -> bool:
    """Tell whether the many are told something with the code of a confidential incident."""
    code = row["params"].get("code")
    if row["person_id"] is not None or row["op"] == Op.TOAST or not isinstance(code, str):
        return False
    return await kept.has(tx, code)


async def _is_for(tx: Tx, row: Mapping[str, Any], known: Known) -> bool:
    """Tell whether it goes to the private chat of somebody who needs to know."""
    if row["person_id"] is None or row["channel"] != TELEGRAM:
        return False
    reader = await people.get(tx, row["person_id"])
    if reader.telegram_id != row["chat_id"]:
        return False
    return await confidence.sees(tx, reader, await known.incident(tx, row["subject_id"]))


def veiled(incident: IncidentFacts) -> IncidentFacts:
    """Return an incident without anything that says what it is about, if it is confidential."""
    if not incident.confidential:
        return incident
    return replace(incident, **_hidden() | {"kind": KEPT_BACK})


def veiled_room(room: RoomFacts) -> RoomFacts:
    """Return what happens around it without what that tells of it."""
    return RoomFacts(**{name: getattr(room, name) for name in TOLD_ROOM})


@cache
def _hidden() -> dict[str, Any]:
    """Return every fact that is not told, as if it were not known."""
    return {
        each.name: _empty(each) for each in fields(IncidentFacts) if each.name not in TOLD_FACTS
    }


def _empty(field: Any) -> Any:  # noqa: ANN401 a field of the facts
    if field.default is not NODEFAULT:
        return field.default
    return field.default_factory() if field.default_factory is not NODEFAULT else ""
