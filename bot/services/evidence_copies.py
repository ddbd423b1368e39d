"""One kept file for whoever needs to know: as it was sent, under a name that nothing opens."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from bot.domain.errors import Refused
from bot.domain.evidence import Evidence, State
from bot.domain.paper import Finished
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.services import confidence
from bot.services.evidence import name_of
from bot.services.messages import tell
from bot.services.watch_reports import number_of
from storage import due, incidents, papers, people
from storage import evidence as kept
from storage.database import Tx
from storage.due import Due
from storage.incidents import Entry

MAKE = "make-evidence-copy"  # about the order itself: the same one is not made twice


class Wanted(Struct, frozen=True):
    """A file and the folder it is kept in."""

    evidence: Evidence
    data: Path


async def order(tx: Tx, person: Person, evidence_id: int) -> None:
    """Have a file given to somebody who needs to know; Refused when it is not kept here."""
    found = await kept.get(tx, evidence_id)
    if found is None:
        raise Refused("refused-evidence-unknown")
    incident = await incidents.get(tx, found.incident_id)
    await confidence.must_see(tx, person, incident)
    if found.state is not State.KEPT:
        name = name_of(found.name, found.media)
        raise Refused("refused-evidence-not-kept", code=incident.code, name=name)
    params = {"evidence_id": evidence_id, "person_id": person.id}
    await due.schedule(tx, Due(MAKE, number_of(params), tx.now, params))


async def gather(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> Wanted | None:
    """Return which file is wanted; None when whoever wants it may not see it any more."""
    del subject_id
    found = await kept.get(tx, params["evidence_id"])
    if found is None or found.sha256 is None or team.data is None:
        return None
    return Wanted(found, team.data) if await _reader(tx, found, params) else None


async def keep(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: Finished | None
) -> None:
    """Send the file in private; to whom it was given is custody. One that is gone is said."""
    del team, subject_id
    found = await kept.get(tx, params["evidence_id"])
    person = await _reader(tx, found, params) if found else None
    if found is None or person is None:
        return
    incident = await incidents.get(tx, found.incident_id)
    said: dict[str, Any] = {"code": incident.code, "name": name_of(found.name, found.media)}
    if made is None:
        tell(tx, person, "notice", text="evidence-copy-gone", **said)
        return
    details = {"name": found.name, "media": found.media, "sha256": found.sha256}
    await incidents.enter(tx, incident.id, Entry("evidence-given", person.id, details=details))
    paper_id = await papers.add(tx, made.name, made.content)
    said |= {"sha256": found.sha256 or ""}
    tell(tx, person, "paper", text="evidence-copy", **said, paper=paper_id)


async def give_up(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever wants the file that it cannot be given out."""
    await keep(tx, team, subject_id, params, None)


async def _reader(tx: Tx, found: Evidence, params: Mapping[str, Any]) -> Person | None:
    """Return who wants the file, None when they may not see it any more."""
    incident = await incidents.get(tx, found.incident_id)
    for person in (await people.of_ids(tx, [params["person_id"]])).values():
        if may(person, Role.RESPONDER) and await confidence.sees(tx, person, incident):
            return person
    return None
