"""What reporters do: send a report in, add to it, correct it, and ask how it stands."""

from datetime import timedelta
from typing import Any

from bot.domain.answers import Part
from bot.domain.errors import Refused
from bot.domain.incident import ENDED, Incident
from bot.domain.kinds import Severity
from bot.domain.limits import LIMITS, free_at
from bot.domain.markings import find_marking
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role, may
from bot.domain.redact import redact
from bot.domain.report import MOST_SYSTEMS, Draft, System
from bot.domain.team import Team
from bot.services.incidents import open_incident
from bot.services.messages import instant, queue, tell
from storage import incidents, outbox, people
from storage import reports as sent_in
from storage.database import Tx
from storage.incidents import Entry

SHOWN = 10
FILES_JOIN_FOR = timedelta(hours=24)
_OF_REPORTERS = frozenset(
    {"received", "report-part", "report-more", "report-file", "report-edited"}
)
NEW_REPORT = [[{"label": "button-new-report", "data": "go:report", "style": "primary"}]]


async def systems_for(tx: Tx, person: Person) -> list[System]:
    """Return the systems a person may name by a button: those of their agency."""
    if person.agency_id is None or not may(person, Role.STAFF):
        return []
    return await sent_in.systems_of(tx, person.agency_id, MOST_SYSTEMS)


async def consent(tx: Tx, person: Person, language: str) -> Person:
    """Remember that the person has read the notice, and the language they chose with it."""
    if person.privacy_at is not None and person.language == language:
        return person
    await people.change(tx, person.id, privacy_at=person.privacy_at or tx.now, language=language)
    return await people.get(tx, person.id)


async def submit(tx: Tx, team: Team, person: Person, draft: Draft) -> int:
    """Open an incident from a finished report and return its id; Refused in a flood."""
    await _must_be_free(tx, team, person, draft.kind)
    incident_id, _ = await open_incident(tx, team, person, draft)
    for part in draft.more:
        if part.text:
            source = (part.chat_id, part.message_id)
            said = Entry("report-more", person.id, part.text, source=source)
            await incidents.enter(tx, incident_id, said)
    return incident_id


async def _must_be_free(tx: Tx, team: Team, person: Person, kind: str) -> None:
    urgent = team.catalog.kind(kind).severity >= Severity.HIGH
    if urgent and may(person, Role.STAFF):
        return
    since = tx.now - LIMITS.window
    own = await sent_in.opened_since(tx, since, person.id)
    until = free_at(LIMITS, own, await sent_in.opened_since(tx, since), tx.now)
    if until is not None:
        raise Refused("refused-report-limit", until=instant(until))


async def join(tx: Tx, team: Team, person: Person, incident_id: int, part: Part) -> None:
    """Add a message to a person's own report; whoever works on it is told."""
    incident = await own_open(tx, person, incident_id)
    if find_marking(part.text):
        contact = team.catalog.contact_offline(person.language)
        raise Refused("refused-marking", contact=contact)
    kept = redact(part.text)
    before = await sent_in.newest_line(tx, incident_id, person.id)
    await _enter(tx, person, incident_id, part.model_copy(update={"text": kept.text}))
    if part.album and before is not None and before.details.get("album") == part.album:
        return
    await _pass_on(tx, team, incident, kept.text, part)
    text = "report-joined-masked" if kept.found else "report-joined"
    tell(tx, person, "answer", text=text, code=incident.code)


async def _enter(tx: Tx, person: Person, incident_id: int, part: Part) -> None:
    source = (part.chat_id, part.message_id)
    details: dict[str, Any] = {"album": part.album} if part.album else {}
    kind = "report-more"
    if part.file is not None:
        kind, details = "report-file", details | part.file.model_dump()
    said = Entry(kind, person.id, part.text or None, details, source)
    await incidents.enter(tx, incident_id, said)


async def _pass_on(tx: Tx, team: Team, incident: Incident, words: str, part: Part) -> None:
    """Tell the owner in private, or the group while nobody owns it."""
    await outbox.refresh(tx, incident.id)
    if incident.owner_id is None:
        _nudge(tx, team, incident.id)
        return
    owner = await people.get(tx, incident.owner_id)
    if owner.id == incident.reporter_id:
        return
    files = [part.file.model_dump(include={"media", "file_id"})] if part.file else []
    shown = words or {"text": "report-news-file"}
    tell(tx, owner, "notice", text="report-news", code=incident.code, words=shown, files=files)


def _nudge(tx: Tx, team: Team, incident_id: int) -> None:
    """Point the group to the card, once for everything that comes before it is sent."""
    if team.chat_id is not None:
        said, key = {"text": "nudge-report-more"}, f"report-more:{incident_id}"
        queue(tx, Outgoing("incident-nudge", team.chat_id, None, incident_id, said, key=key))


async def own_open(tx: Tx, person: Person, incident_id: int) -> Incident:
    """Return a person's own report; Refused when it is not theirs, or has ended."""
    incident = await incidents.get(tx, incident_id)
    if incident.reporter_id != person.id:
        raise Refused("refused-not-your-report")
    if incident.status in ENDED:
        raise Refused("refused-report-ended", code=incident.code, keys=NEW_REPORT)
    return incident


async def edit(tx: Tx, team: Team, person: Person, part: Part) -> bool:
    """Keep the new words of a message beside the old; False when no report of theirs has it."""
    row = await incidents.of_message(tx, part.chat_id, part.message_id)
    if row is None or row.person_id != person.id or row.kind not in _OF_REPORTERS:
        return False
    words = redact(part.text).text
    if words == (row.text or ""):
        return True
    incident = await own_open(tx, person, row.incident_id)
    if find_marking(words):
        raise Refused("refused-marking", contact=team.catalog.contact_offline(person.language))
    source = (part.chat_id, part.message_id)
    said = Entry("report-edited", person.id, words, {"before": row.text or ""}, source)
    await incidents.enter(tx, incident.id, said)
    await _pass_on(tx, team, incident, words, part.model_copy(update={"file": None}))
    tell(tx, person, "answer", text="report-edit-kept", code=incident.code)
    return True


async def beside(tx: Tx, person: Person) -> dict[str, Any] | None:
    """Return what to say when somebody begins a report soon after another: it may belong there."""
    incident_id = await sent_in.newest_open(tx, person.id, tx.now - FILES_JOIN_FOR)
    if incident_id is None:
        return None
    code = (await incidents.get(tx, incident_id)).code
    key = {"label": "button-join", "args": {"code": code}, "data": f"join:{incident_id}"}
    return {"text": "form-lead-beside", "code": code, "keys": [[key]]}


async def joined_by(
    tx: Tx, person: Person, part: Part, reply_to: tuple[int, int] | None
) -> int | None:
    """Return the report a message belongs to: what it replies to, or for a file the newest one."""
    if reply_to is not None:
        found = await _replied_to(tx, person, reply_to)
        if found is not None:
            return found
    if part.file is None:
        return None
    return await sent_in.newest_open(tx, person.id, tx.now - FILES_JOIN_FOR)


async def _replied_to(tx: Tx, person: Person, reply_to: tuple[int, int]) -> int | None:
    ours = await outbox.by_message(tx, *reply_to)
    if ours is not None and ours.kind.startswith("report-"):
        return ours.subject_id if ours.person_id == person.id else None
    theirs = await incidents.of_message(tx, *reply_to)
    if theirs is not None and theirs.person_id == person.id and theirs.kind in _OF_REPORTERS:
        return int(theirs.incident_id)
    return None


async def status(tx: Tx, person: Person) -> dict[str, Any]:
    """Return the parameters of the answer to "how do my reports stand", newest first."""
    rows = await sent_in.of_reporter(tx, person.id, SHOWN)
    if not rows:
        return {"text": "my-reports-none", "keys": NEW_REPORT}
    lines = [
        {
            "text": "my-reports-line",
            "code": row.code,
            "kind": {"kind": row.kind},
            "opened": instant(row.opened_at),
            "state": {"text": f"my-reports-{row.status.replace('_', '-')}"},
            "since": instant(row.ended_at or row.resolved_at or row.taken_at or row.opened_at),
            "next": {"text": f"my-reports-next-{row.status.replace('_', '-')}"},
        }
        for row in rows
    ]
    return {"text": "my-reports", "count": len(rows), "lines": {"lines": lines}}
