"""What reporters do: send a report in, add to it, correct it, and ask how it stands."""

from datetime import timedelta
from typing import Any

from bot.domain import relay
from bot.domain.answers import Part
from bot.domain.closing import solved
from bot.domain.errors import Refused
from bot.domain.incident import ENDED, Incident, Status
from bot.domain.indicators import disarmed
from bot.domain.kinds import Severity
from bot.domain.limits import LIMITS, free_at
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role, may
from bot.domain.report import MOST_SYSTEMS, Draft, System, news
from bot.domain.roles import CrewRole
from bot.domain.team import Team
from bot.services import closing, evidence, indicators, screening
from bot.services.drill_words import kind_of
from bot.services.incidents import open_incident
from bot.services.messages import instant, queue, tell
from storage import facts, incidents, outbox, people, roles
from storage import reports as sent_in
from storage.database import Tx
from storage.incidents import Entry

SHOWN = 10
FILES_JOIN_FOR = timedelta(hours=24)
# Lines of the log that reporters write, and may edit.
OF_REPORTERS = frozenset({"received", "report-part", "report-more", "report-file", "report-edited"})
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
    """Add a message to a person's own report; whoever works on it is told.

    Under "is it solved for you?" it may be the answer, and otherwise they are asked again.
    """
    incident = await own_open(tx, person, incident_id)
    name = part.file.name if part.file is not None else None
    clean = screening.kept(team.catalog, person, part.text, name)
    said = part.model_copy(update={"text": clean.text})
    is_asked = incident.status is Status.WRAPPING_UP
    answered = solved(clean.text) if is_asked and part.file is None else None
    if answered:
        await closing.confirm(tx, person, incident_id)
        return
    before = await sent_in.newest_line(tx, incident_id, person.id)
    await _enter(tx, team, person, incident_id, said)
    if part.album and before is not None and before.details.get("album") == part.album:
        return
    await pass_on(tx, team, incident, said)
    if answered is not None:
        await closing.reopen(tx, team, person, incident_id)
        return
    text = "report-joined-masked" if clean.found else "report-joined"
    tell(tx, person, "answer", text=text, code=incident.code)
    if is_asked:
        await closing.hear(tx, incident)


async def _enter(tx: Tx, team: Team, person: Person, incident_id: int, part: Part) -> None:
    source = (part.chat_id, part.message_id)
    details: dict[str, Any] = {"album": part.album} if part.album else {}
    kind = "report-more"
    if part.file is not None:
        kind, details = "report-file", details | part.file.model_dump()
    said = Entry(kind, person.id, part.text or None, details, source)
    await incidents.enter(tx, incident_id, said)
    await indicators.take(tx, incident_id, part.text)
    if part.file is not None:
        await evidence.receive(tx, team, person, incident_id, details, by_reporter=True)


async def pass_on(tx: Tx, team: Team, incident: Incident, part: Part) -> None:
    """Tell whoever waits for it in private, and the group while nobody owns it."""
    await outbox.refresh(tx, incident.id)
    if incident.owner_id is None:
        _nudge(tx, team, incident.id)
    for person in await _concerned(tx, incident):
        await _tell_news(tx, person, incident, part)


async def _concerned(tx: Tx, incident: Incident) -> list[Person]:
    """Return the owner, who speaks with the agency, and who has asked a question of late."""
    wanted = [incident.owner_id]
    liaison = (await roles.of_incident(tx, incident.id)).get(CrewRole.LIAISON)
    wanted.append(liaison.person_id if liaison is not None else None)
    asked = await facts.last(tx, incident.id, 1, "asked-reporter")
    wanted += [line.person_id for line in asked if tx.now - line.at <= relay.ANSWERS_FOR]
    ids = dict.fromkeys(each for each in wanted if each not in (None, incident.reporter_id))
    known = await people.of_ids(tx, list(ids))
    found = (known[each] for each in ids if each in known)
    return [each for each in found if each.id == incident.owner_id or may(each, Role.RESPONDER)]


async def _tell_news(tx: Tx, person: Person, incident: Incident, part: Part) -> None:
    if person.telegram_id is None:
        return
    if part.file is not None:
        files = [part.file.model_dump(include={"media", "file_id"})]
        shown = disarmed(part.text) or {"text": "report-news-file"}
        said: dict[str, Any] = {"code": incident.code, "words": shown, "files": files}
        tell(tx, person, "notice", text="report-news", keys=_back(incident), **said)
        return
    key = f"report-news:{incident.id}:{person.id}"
    before = await sent_in.waiting_news(tx, key)
    words, of = news(before, part.message_id, disarmed(part.text))
    said = {"text": "report-news", "code": incident.code, "words": words, "of": of}
    said |= {"keys": _back(incident)}
    if not await sent_in.renew(tx, key, said):
        queue(tx, Outgoing("notice", person.telegram_id, person.id, params=said, key=key))


def _back(incident: Incident) -> list[list[dict[str, Any]]]:
    return [[{"label": "button-relay", "data": f"relay:{incident.id}"}]]


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


async def beside(tx: Tx, person: Person) -> dict[str, Any] | None:
    """Return what to say when somebody begins a report soon after another: it may belong there."""
    incident_id = await sent_in.newest_open(tx, person.id, tx.now - FILES_JOIN_FOR)
    if incident_id is None:
        waiting = await sent_in.waiting_for_answer(tx, person.id)
        incident_id = waiting[0] if len(waiting) == 1 else None
    if incident_id is None:
        return None
    code = (await incidents.get(tx, incident_id)).code
    key = {"label": "button-join", "args": {"code": code}, "data": f"join:{incident_id}"}
    return {"text": "form-lead-beside", "code": code, "keys": [[key]]}


async def joined_by(
    tx: Tx, person: Person, part: Part, reply_to: tuple[int, int] | None
) -> int | None:
    """Return the report a message belongs to: what it replies to, or for a file the newest one.

    Bare words may be the answer to the only "is it solved for you?" that waits for one.
    """
    if reply_to is not None:
        found = await _replied_to(tx, person, reply_to)
        if found is not None:
            return found
    asked = await _asked(tx, person)
    if asked is not None:
        return asked
    if part.file is None:
        waiting = await sent_in.waiting_for_answer(tx, person.id)
        return waiting[0] if len(waiting) == 1 and solved(part.text) is not None else None
    return await sent_in.newest_open(tx, person.id, tx.now - FILES_JOIN_FOR)


async def _asked(tx: Tx, person: Person) -> int | None:
    """Return a person's only open report if the team has asked them about it and they answer."""
    if person.telegram_id is None:
        return None
    row = await outbox.newest(tx, "report-question", person.telegram_id)
    if row is None or row.state == outbox.PENDING:
        return None
    if await sent_in.open_ones(tx, person.id) != [row.subject_id]:
        return None
    before = await sent_in.newest_line(tx, row.subject_id, person.id)
    last = before.at if before is not None else None
    # People may read it, and answer, before Telegram has told us that it was sent.
    asked_at = row.sent_at or tx.now
    return int(row.subject_id) if relay.answers(asked_at, last, tx.now) else None


async def answers(tx: Tx, person: Person, reply_to: tuple[int, int] | None) -> bool:
    """Tell whether it replies to a question of the team, which no form may swallow."""
    ours = await outbox.by_message(tx, *reply_to) if reply_to is not None else None
    if ours is None or ours.person_id != person.id:
        return False
    return ours.kind in {"report-solved", "report-question"}


async def _replied_to(tx: Tx, person: Person, reply_to: tuple[int, int]) -> int | None:
    ours = await outbox.by_message(tx, *reply_to)
    if ours is not None and ours.kind.startswith("report-"):
        return ours.subject_id if ours.person_id == person.id else None
    theirs = await incidents.of_message(tx, *reply_to)
    if theirs is not None and theirs.person_id == person.id and theirs.kind in OF_REPORTERS:
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
            "kind": kind_of(row.kind, drill=row.drill),
            "opened": instant(row.opened_at),
            "state": {"text": f"my-reports-{row.status.replace('_', '-')}"},
            "since": instant(row.ended_at or row.resolved_at or row.taken_at or row.opened_at),
            "next": {"text": f"my-reports-next-{row.status.replace('_', '-')}"},
        }
        for row in rows
    ]
    return {"text": "my-reports", "count": len(rows), "lines": {"lines": lines}}
