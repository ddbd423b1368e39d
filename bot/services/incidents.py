"""What people do with an incident while it is open; how it ends is in `bot.services.closing`."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.domain import incident as rules
from bot.domain.codes import parse_code
from bot.domain.errors import Refused
from bot.domain.incident import ENDED, WORKING, Incident, Status
from bot.domain.people import Person, Role, may
from bot.domain.promises import promised_until
from bot.domain.report import Draft
from bot.domain.team import Team
from bot.services import confidence, evidence, forum, indicators, likeness, paging, room, screening
from bot.services.messages import instant, leads, tell, tell_team
from storage import due, facts, incidents, outbox, people
from storage.database import Tx
from storage.incidents import Entry

# Somebody impatient presses again and again; those called have heard it the first time.
HELP_AGAIN_AFTER = timedelta(minutes=5)
DOUBLE_PRESS = timedelta(seconds=15)


async def open_incident(tx: Tx, team: Team, person: Person, draft: Draft) -> tuple[int, str]:
    """Open an incident from a report; whoever must hear of it is paged in the same breath."""
    kind = team.catalog.kind(draft.kind)
    year = tx.now.astimezone(team.zone).year
    number, code = await incidents.next_code(tx, year)
    received = rules.receive(
        0, code, kind, tx.now, reporter_id=person.id, anonymous=draft.anonymous
    )
    story = {
        "summary": draft.summary,
        "place": draft.place,
        "agency_id": draft.agency_id,
        "system_id": draft.system_id,
        "noticed": draft.noticed,
        "contact": draft.contact,
    }
    incident_id = await incidents.add(tx, received, (year, number), **story)
    incident = replace(received, id=incident_id)
    await _enter_report(tx, team, incident_id, person, draft)
    await confidence.begun(tx, incident)
    await likeness.compare(tx, incident_id, draft)
    tell(tx, person, "report-received", incident_id)
    await forum.show(tx, team, incident_id)
    await paging.wait_for_owner(tx, team, incident)
    await paging.tell_leads_without_group(tx, team, incident)
    return incident_id, code


async def _enter_report(tx: Tx, team: Team, incident_id: int, person: Person, draft: Draft) -> None:
    sources = list(draft.messages)
    first = sources[0] if sources else None
    await incidents.enter(
        tx, incident_id, Entry("received", person.id, draft.summary, source=first)
    )
    for source in sources[1:]:
        await incidents.enter(tx, incident_id, Entry("report-part", person.id, source=source))
    for file in draft.files:
        await incidents.enter(tx, incident_id, Entry("report-file", person.id, details=file))
        await evidence.receive(tx, team, person, incident_id, file, by_reporter=True)


async def acknowledge(tx: Tx, team: Team, person: Person, incident_id: int) -> Incident:
    """Give the incident to whoever takes it first; everybody else's copy says so."""
    incident = await incidents.get(tx, incident_id)
    try:
        taken = rules.take(incident, person.id, tx.now)
    except Refused as refused:
        raise await _with_names(tx, incident, refused) from None
    await incidents.save(tx, incident, taken)
    await incidents.enter(tx, incident_id, Entry("taken", person.id))
    await _owned(tx, team, taken, person)
    if incident.reporter_id is not None and incident.reporter_id != person.id:
        await tell_reporter(tx, taken, "report-taken")
    return taken


async def _owned(tx: Tx, team: Team, incident: Incident, owner: Person) -> None:
    await paging.stop(tx, incident.id)
    await due.drop(tx, paging.QUEUE, incident.id)
    await paging.watch_owner(tx, team, incident)
    await room.taken(tx, team, incident)
    tell(tx, owner, "incident-promise", incident.id, owner_id=owner.id)
    await outbox.refresh(tx, incident.id)


async def _taken_by_answering(tx: Tx, team: Team, before: Incident, after: Incident) -> None:
    """Somebody it was assigned to has taken it by giving a sign of life."""
    if before.taken_at is not None or after.taken_at is None or after.owner_id is None:
        return
    await incidents.enter(tx, after.id, Entry("taken", after.owner_id))
    await room.taken(tx, team, after)
    if after.reporter_id != after.owner_id:
        await tell_reporter(tx, after, "report-taken")


async def _with_names(tx: Tx, incident: Incident, refused: Refused) -> Refused:
    params: dict[str, Any] = {"code": incident.code, **refused.params}
    if "owner" in params:
        params["owner"] = (await people.get(tx, params["owner"])).name
    if isinstance(params.get("at"), datetime):
        params["at"] = instant(params["at"])
    return Refused(refused.text_id, **params)


async def promise(tx: Tx, team: Team, person: Person, incident_id: int, choice: str) -> datetime:
    """Keep the owner's estimate; at its end they are asked whether they are still on it."""
    incident = await incidents.get(tx, incident_id)
    try:
        until = promised_until(choice, tx.now, team.zone)
    except ValueError as error:
        raise Refused("refused-unknown-button") from error
    _must_go_on(incident)
    promised = rules.promise(incident, person.id, until, tx.now)
    await incidents.save(tx, incident, promised)
    await _taken_by_answering(tx, team, incident, promised)
    await incidents.enter(
        tx, incident_id, Entry("promised", person.id, details={"until": until.isoformat()})
    )
    await paging.watch_owner(tx, team, promised)
    await outbox.refresh(tx, incident_id)
    return until


async def decline(tx: Tx, team: Team, person: Person, incident_id: int) -> None:
    """Pass the incident on: the next step at once if nobody else was asked, or a new owner."""
    incident = await incidents.get(tx, incident_id)
    is_taken = incident.taken_at is not None and incident.owner_id != person.id
    if is_taken and incident.status in WORKING:
        owner = await people.get(tx, incident.owner_id or 0)
        at = instant(incident.taken_at or tx.now)
        raise Refused("refused-already-taken", code=incident.code, owner=owner.name, at=at)
    _must_go_on(incident)
    if incident.owner_id != person.id and await paging.has_declined(tx, incident_id, person.id):
        return
    await incidents.enter(tx, incident_id, Entry("declined", person.id))
    tell_team(tx, team, "incident-nudge", incident_id, text="nudge-declined", name=person.name)
    if incident.owner_id == person.id:
        await paging.set_free(tx, team, incident, without=person.id)
        return
    await paging.decline(tx, team, incident, person)
    await outbox.refresh(tx, incident_id)


def _must_go_on(incident: Incident) -> None:
    """Refuse old buttons under what has ended, or is solved and waits for the reporter's word."""
    if incident.status in ENDED:
        status = {"status": incident.status.value}
        raise Refused("refused-already-ended", code=incident.code, status=status)
    if incident.status is Status.WRAPPING_UP:
        raise Refused("refused-already-resolved", code=incident.code)


async def escalate(tx: Tx, team: Team, person: Person, incident_id: int) -> str:
    """Call the next step now; once it is taken, or all are called, call the leads to help."""
    incident = await incidents.get(tx, incident_id)
    _must_go_on(incident)
    last = await facts.last(tx, incident_id, 1, "escalated")
    climbs = rules.needs_ladder(incident)
    if last and last[0].at + DOUBLE_PRESS > tx.now and (climbs or "help" in last[0].details):
        return "escalated-help" if "help" in last[0].details else "escalated-next"
    if climbs and await paging.hurry(tx, team, person, incident_id):
        return "escalated-next"
    if not last or "help" not in last[0].details or last[0].at + HELP_AGAIN_AFTER <= tx.now:
        await _call_for_help(tx, team, person, incident_id)
    return "escalated-help"


async def _call_for_help(tx: Tx, team: Team, person: Person, incident_id: int) -> None:
    await incidents.enter(tx, incident_id, Entry("escalated", person.id, details={"help": True}))
    for lead in await leads(tx):
        if lead.id != person.id:
            tell(tx, lead, "incident-help", incident_id, name=person.name)
    tell_team(tx, team, "incident-help", incident_id, name=person.name)


async def still(tx: Tx, team: Team, person: Person, incident_id: int) -> None:
    """The owner says they are still on it; the watch over them starts anew."""
    incident = await incidents.get(tx, incident_id)
    if incident.owner_id != person.id:
        raise Refused("refused-not-yours", code=incident.code)
    _must_go_on(incident)
    await _progress(tx, team, incident, rules.note(incident, person.id, tx.now))
    await incidents.enter(tx, incident_id, Entry("still", person.id))


async def give_back(tx: Tx, team: Team, person: Person, incident_id: int) -> None:
    """The owner, or a lead, lets it go; somebody else is paged at once."""
    incident = await incidents.get(tx, incident_id)
    if incident.owner_id != person.id and not may(person, Role.LEAD):
        raise Refused("refused-not-yours", code=incident.code)
    _must_go_on(incident)
    await incidents.enter(tx, incident_id, Entry("released", person.id))
    tell_team(tx, team, "incident-nudge", incident_id, text="nudge-released", name=person.name)
    await paging.set_free(tx, team, incident)


async def release_all(tx: Tx, team: Team, person_id: int) -> list[str]:
    """Let go of everything a leaver works on; returns the codes.

    What is solved stays theirs: if the reporter says no, `reopen` finds somebody else.
    """
    owned = [each for each in await incidents.owned_by(tx, person_id) if each.status in WORKING]
    for incident in owned:
        await incidents.enter(tx, incident.id, Entry("released", person_id))
        await paging.set_free(tx, team, incident)
    return [incident.code for incident in owned]


class Note(Struct, frozen=True):
    """What a member adds: words, the (chat, message) they stand in, and perhaps a file.

    An edit gives the words `before`; both are kept.
    """

    words: str
    source: tuple[int, int]
    file: Mapping[str, Any] | None = None
    before: str | None = None

    def entry(self, person: Person) -> Entry:
        """Return the line of the timeline."""
        if self.before is not None:
            details = {"before": self.before}
            return Entry("note-edited", person.id, self.words, details, self.source)
        if self.file is None:
            return Entry("note", person.id, self.words or None, source=self.source)
        # Told apart from what a member sends in as a reporter, who edits it as one.
        told: dict[str, Any] = {**self.file, "note": True}
        return Entry("report-file", person.id, self.words or None, told, self.source)


async def note(tx: Tx, team: Team, person: Person, incident_id: int, said: Note) -> Incident:
    """Enter a member's words or file; the owner's count as a sign of life."""
    incident = await incidents.get(tx, incident_id)
    kept = screening.kept(team.catalog, person, said.words, (said.file or {}).get("name"))
    await incidents.enter(tx, incident_id, replace(said, words=kept.text).entry(person))
    await evidence.receive(tx, team, person, incident_id, said.file, by_reporter=False)
    await indicators.take(tx, incident_id, kept.text)
    if kept.found:
        tell(tx, person, "answer", text="form-lead-masked", found=screening.named(kept.found))
    await _progress(tx, team, incident, rules.note(incident, person.id, tx.now))
    return incident


async def _progress(tx: Tx, team: Team, before: Incident, after: Incident) -> None:
    await incidents.save(tx, before, after)
    await _taken_by_answering(tx, team, before, after)
    # Not by its instant: whoever was assigned may answer within the very same transaction.
    if after is not before:
        await paging.watch_owner(tx, team, after)
    await outbox.refresh(tx, before.id)


async def give_sign(tx: Tx, team: Team, person: Person, incident_id: int) -> None:
    """Count what the owner does as a sign of life; anybody else's doing changes nothing."""
    incident = await incidents.get(tx, incident_id)
    alive = rules.note(incident, person.id, tx.now)
    if alive is not incident:
        await _progress(tx, team, incident, alive)


async def advance(tx: Tx, team: Team, person: Person, incident_id: int, status: Status) -> Incident:
    """Move the work on to another phase."""
    incident = await incidents.get(tx, incident_id)
    if incident.owner_id != person.id and not may(person, Role.LEAD):
        raise Refused("refused-not-yours", code=incident.code)
    moved = rules.advance(incident, status, tx.now)
    await incidents.enter(
        tx, incident_id, Entry("phase", person.id, details={"status": status.value})
    )
    await _progress(tx, team, incident, moved)
    return moved


async def tell_reporter(tx: Tx, incident: Incident, kind: str, **params: Any) -> bool:  # noqa: ANN401
    """Tell whoever reported it; False when there is nobody to tell."""
    if incident.reporter_id is None:
        return False
    reporter = await people.get(tx, incident.reporter_id)
    if reporter.blocked or reporter.telegram_id is None:
        return False
    tell(tx, reporter, kind, incident.id, **params)
    return True


async def named(tx: Tx, words: str) -> Incident:
    """Return the incident a person means by its code; Refused when there is none."""
    code = parse_code(words)
    found = await incidents.find(tx, *code) if code else None
    if found is None:
        raise Refused("refused-no-such-incident", code=words.strip()[:40] or "—")
    return found
