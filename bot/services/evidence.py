"""Evidence: every file of an incident is fetched at once, kept by its hash, and listed."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.domain.errors import Refused
from bot.domain.evidence import (
    TRY_AGAIN_AFTER,
    Evidence,
    State,
    first_state,
    is_hopeless,
    kilobytes,
)
from bot.domain.incident import Incident
from bot.domain.people import Person
from bot.domain.team import Team
from bot.services import confidence
from bot.services.messages import instant, leads, tell
from storage import due, evidence_files, facts, incidents, people
from storage import evidence as kept
from storage.database import Tx
from storage.due import Due
from storage.evidence_files import Filed, NotFiled
from storage.incidents import Entry

MAKE = "make-evidence"
MOST_LISTED = 20
MOST_LOOKS = 8
CUSTODY = ("evidence-looked", "evidence-given", "exported")
ONE_LOOK = timedelta(minutes=10)

file_away = evidence_files.file_away


async def receive(
    tx: Tx,
    team: Team,
    person: Person,
    incident_id: int,
    file: Mapping[str, Any] | None,
    *,
    by_reporter: bool,
) -> None:
    """Have a file fetched that has just come; one too big for that is said at once."""
    if file is None or "file_unique_id" not in file:
        return
    state = first_state(file.get("size"), has_folder=team.data is not None)
    added = await kept.add(
        tx,
        state,
        incident_id=incident_id,
        person_id=person.id,
        by_reporter=by_reporter,
        **kept.told(file),
    )
    if added is None:
        return
    if state is State.TOO_BIG:
        incident = await incidents.get(tx, incident_id)
        way = team.catalog.evidence.way(person.language)
        said: dict[str, Any] = {
            "code": incident.code,
            "name": name_of(file.get("name"), file["media"]),
            "way": way,
        }
        tell(tx, person, "notice", text="evidence-too-big", **said)
    elif state is State.WAITING:
        await _fetch(tx, added, file["file_id"], tx.now)


async def _fetch(tx: Tx, evidence_id: int, file_id: str, at: Any) -> None:  # noqa: ANN401 an instant
    await due.schedule(tx, Due(MAKE, evidence_id, at, {"file_id": file_id}))


def name_of(name: str | None, media: str) -> str | dict[str, str]:
    """Return what a file is called: its sender's own name for it, or what it is."""
    return name or {"text": f"media-{media.replace('_', '-')}"}


async def gather(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> Path | None:
    """Return where to keep a file; None when it is there, or there is nowhere to keep it."""
    del params
    found = await kept.get(tx, subject_id)
    is_wanted = found is not None and found.state in {State.WAITING, State.LATE}
    return team.data if is_wanted else None


async def keep(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: Filed | NotFiled
) -> None:
    """Remember where a file is, with its hash in the timeline; a full disk is said aloud."""
    found = await kept.get(tx, subject_id)
    if found is None:
        return
    if isinstance(made, NotFiled):
        await _be_late(tx, found, "evidence-no-room", why=made.why)
        return
    await kept.change(tx, found.id, State.KEPT, sha256=made.sha256, size=made.size, kept_at=tx.now)
    details = {"name": found.name, "media": found.media, "sha256": made.sha256, "size": made.size}
    await incidents.enter(tx, found.incident_id, Entry("evidence-kept", details=details))
    del team, params


async def give_up(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """A file could not be fetched for ten minutes: people hear it, and it is tried again."""
    del team, params
    found = await kept.get(tx, subject_id)
    if found is not None:
        await _be_late(tx, found, "evidence-not-fetched", why="")


async def _be_late(tx: Tx, found: Evidence, text: str, *, why: str) -> None:
    """Try again in an hour, for three days; tell once, and once more at the end."""
    if is_hopeless(found.added_at, tx.now):
        await kept.change(tx, found.id, State.LOST)
        details = {"name": found.name, "media": found.media}
        await incidents.enter(tx, found.incident_id, Entry("evidence-lost", details=details))
        await _tell(tx, found, "evidence-lost")
        return
    if found.state is not State.LATE:
        # One message for a disk that is full, not one for each file.
        is_first = text != "evidence-no-room" or not await kept.count(tx, State.LATE)
        await kept.change(tx, found.id, State.LATE)
        if is_first:
            await _tell(tx, found, text, why=why)
    await _fetch(tx, found.id, found.file_id, tx.now + TRY_AGAIN_AFTER)


async def _tell(tx: Tx, found: Evidence, text: str, **params: Any) -> None:  # noqa: ANN401 what the text asks for
    incident = await incidents.get(tx, found.incident_id)
    readers = {person.id: person for person in await leads(tx)}
    if incident.owner_id is not None:
        readers[incident.owner_id] = await people.get(tx, incident.owner_id)
    said = {"code": incident.code, "name": name_of(found.name, found.media), **params}
    for person in readers.values():
        tell(tx, person, "notice", text=text, **said)


async def page(tx: Tx, team: Team, person: Person, incident: Incident) -> dict[str, Any]:
    """Return the list of an incident's files; that somebody has looked is custody too."""
    await confidence.must_see(tx, person, incident)
    found = await kept.of_incident(tx, incident.id)
    if not found:
        raise Refused("refused-no-evidence", code=incident.code)
    await looked(tx, person, incident.id)
    names = await facts.names(tx, {each.person_id for each in found})
    lines = [_line(each, _sender(each, incident, names)) for each in found[-MOST_LISTED:]]
    earlier = len(found) - len(lines)
    return {
        "text": "evidence-list",
        "code": incident.code,
        "count": len(found),
        "lines": {"lines": lines},
        "earlier": {"text": "evidence-earlier", "count": earlier} if earlier else "",
        "custody": {"lines": await _custody(tx, incident.id)},
        "where": {"text": "evidence-only-telegram"} if team.data is None else "",
        "keys": [[_key(each)] for each in found[-MOST_LISTED:] if each.state is State.KEPT],
        "kept": incident.confidential,
    }


async def _custody(tx: Tx, incident_id: int) -> list[dict[str, Any]]:
    """Return who has looked at the files or taken them along, the newest last."""
    rows = await facts.last(tx, incident_id, MOST_LOOKS, *CUSTODY)
    return [
        {
            "text": f"evidence-custody-{row.kind}",
            "at": instant(row.at),
            "name": row.name or "—",
            "file": name_of(row.details.get("name"), row.details.get("media", "document")),
        }
        for row in rows
    ]


def _key(each: Evidence) -> dict[str, Any]:
    """Return the button that has a kept file given out."""
    args = {"name": name_of(each.name, each.media), "size": kilobytes(each.size or 0)}
    return {"label": "button-evidence-get", "args": args, "data": f"evidenceget:{each.id}"}


def _sender(each: Evidence, incident: Incident, names: Mapping[int, str]) -> str | dict[str, str]:
    """Return who sent a file; never the name of somebody who reported without one."""
    hidden = incident.anonymous and each.by_reporter and each.person_id == incident.reporter_id
    return {"text": "evidence-anonymous"} if hidden else names.get(each.person_id, "—")


def _line(each: Evidence, sender: str | dict[str, str]) -> dict[str, Any]:
    return {
        "text": f"evidence-line-{each.state}",
        "number": each.id,
        "name": name_of(each.name, each.media),
        "sender": sender,
        "at": instant(each.added_at),
        "size": kilobytes(each.size or 0),
        "sha256": each.sha256 or "",
    }


async def looked(tx: Tx, person: Person, incident_id: int) -> None:
    """Write down who looks at the files; twice within ten minutes is one look."""
    for row in await facts.last(tx, incident_id, 5, "evidence-looked"):
        if row.person_id == person.id and row.at + ONE_LOOK > tx.now:
            return
    await incidents.enter(tx, incident_id, Entry("evidence-looked", person.id))
