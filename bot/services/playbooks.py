"""Playbooks (phương án) under way: begun with the incident, ticked step by step, changed, shown."""

from collections.abc import Iterable
from typing import Any

from bot.domain import playbook as rules
from bot.domain.errors import Refused
from bot.domain.incident import Incident, Status
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role, may
from bot.domain.playbook import Playbook, UnderWay
from bot.domain.team import Team
from bot.services.messages import instant, queue
from bot.services.showing import Under
from storage import incidents, outbox, playbooks, shown
from storage.database import Tx
from storage.incidents import Entry

PAGE, CARD = "incident-playbook", "incident-card"


async def adopt(tx: Tx, team: Team, incident: Incident, person_id: int | None) -> None:
    """Let an incident keep its playbook as it is now, unless it has one."""
    if await playbooks.progress(tx, incident.id) is not None:
        return
    chosen = await _fitting(tx, team, incident)
    if chosen is not None:
        await playbooks.add(tx, incident.id, chosen, person_id)


async def _fitting(tx: Tx, team: Team, incident: Incident) -> Playbook | None:
    agency = await playbooks.agency_of(tx, incident.id)
    return rules.choose(team.catalog.playbooks, incident.kind, agency)


async def of(tx: Tx, team: Team, incident: Incident) -> UnderWay | None:
    """Return what an incident goes by, or would go by if somebody took it now."""
    kept = await playbooks.current(tx, incident.id)
    if kept is not None:
        return kept
    chosen = await _fitting(tx, team, incident)
    return UnderWay(chosen, {}) if chosen is not None else None


async def post(
    tx: Tx,
    team: Team,
    incident: Incident,
    chat_id: int,
    person: Person | None,
    *,
    anew: bool,
) -> None:
    """Show the playbook in a chat: as a new message, or where it stands already."""
    if await of(tx, team, incident) is None:
        raise Refused("refused-no-playbook", code=incident.code)
    await post_page(tx, PAGE, incident, chat_id, person, anew=anew)


async def post_page(
    tx: Tx, kind: str, incident: Incident, chat_id: int, person: Person | None, *, anew: bool
) -> None:
    """Show a page about an incident; an earlier copy in that chat points to the new one."""
    before = await outbox.newest(tx, kind, chat_id, incident.id)
    person_id = person.id if person is not None else None
    if before is not None and before.message_id is not None and not anew:
        there = {"text": "nudge-page", "code": incident.code}
        nudge = Outgoing("incident-nudge", chat_id, person_id, incident.id, there)
        queue(tx, _below(nudge, before.message_id))
        return
    queue(tx, Outgoing(kind, chat_id, person_id, incident.id))
    if before is not None:
        await tx.flush()
        await shown.renew(tx, [before])


def _below(message: Outgoing, message_id: int) -> Outgoing:
    return Outgoing(
        message.kind,
        message.chat_id,
        message.person_id,
        message.subject_id,
        message.params,
        reply_to=message_id,
    )


async def turn(tx: Tx, under: Under, phase: str) -> None:
    """Show another phase in the message whose button was pressed."""
    if phase not in set(rules.STEP_PHASES):
        raise Refused("refused-unknown-button")
    row = await outbox.by_message(tx, under.chat_id, under.message_id)
    if row is None or row.kind != PAGE:
        raise Refused("refused-message-gone")
    await shown.change(tx, row, {**row.params, "phase": phase})


async def press(
    tx: Tx, person: Person, playbook_id: int, number: int, under: Under | None
) -> Incident:
    """Tick a step by its button; one of a playbook that was changed meanwhile is refused."""
    row = await playbooks.row(tx, playbook_id)
    if row is None:
        raise Refused("refused-message-gone")
    incident = await incidents.get(tx, row.incident_id)
    if row.replaced_at is not None:
        raise Refused("refused-old-playbook", code=incident.code)
    return await settle(tx, person, incident, (number,), under=under)


async def settle(
    tx: Tx,
    person: Person,
    incident: Incident,
    numbers: Iterable[int],
    *,
    reason: str | None = None,
    under: Under | None = None,
) -> Incident:
    """Enter that steps are done, or with a reason that they do not apply; each of them once."""
    under_way = await _under_way(tx, incident)
    for number in numbers:
        step = under_way.playbook.step(number)
        _must_settle(incident, step.phase)
        before = under_way.ticks.get(number)
        if before is not None:
            at = instant(before.at)
            raise Refused("refused-step-settled", number=number, name=before.name, at=at)
        await playbooks.tick(tx, under_way.id or 0, number, person.id, reason)
        await _enter(tx, incident, person, under_way, number, reason)
    await _renew(tx, incident, under)
    return incident


async def take_back(tx: Tx, person: Person, incident: Incident, numbers: Iterable[int]) -> Incident:
    """Let steps be open again: for whoever ticked them, the owner, and leads."""
    under_way = await _under_way(tx, incident)
    for number in numbers:
        step = under_way.playbook.step(number)
        _must_settle(incident, step.phase)
        before = under_way.ticks.get(number)
        if before is None:
            raise Refused("refused-step-open", number=number)
        is_theirs = person.id in (before.person_id, incident.owner_id)
        if not is_theirs and not may(person, Role.LEAD):
            raise Refused("refused-step-not-yours", number=number, name=before.name)
        await playbooks.take_back(tx, under_way.id or 0, number)
        line = Entry("step-reopened", person.id, details={"number": number, "what": step.do})
        await incidents.enter(tx, incident.id, line)
    await _renew(tx, incident, None)
    return incident


async def _under_way(tx: Tx, incident: Incident) -> UnderWay:
    under_way = await playbooks.current(tx, incident.id)
    if under_way is None:
        raise Refused("refused-not-taken", code=incident.code)
    return under_way


def _must_settle(incident: Incident, phase: Status) -> None:
    is_taken = incident.taken_at is not None
    rules.may_settle(incident.code, incident.status, phase, is_taken=is_taken)


async def _enter(
    tx: Tx,
    incident: Incident,
    person: Person,
    under_way: UnderWay,
    number: int,
    reason: str | None,
) -> None:
    details: dict[str, Any] = {
        "number": number,
        "what": under_way.playbook.step(number).do,
        "playbook": under_way.playbook.code,
        "version": under_way.playbook.version,
    }
    if reason is None:
        await incidents.enter(tx, incident.id, Entry("step-done", person.id, details=details))
        return
    line = Entry("step-skipped", person.id, reason, details)
    await incidents.enter(tx, incident.id, line)


async def _renew(tx: Tx, incident: Incident, under: Under | None) -> None:
    """Bring card and pages up to date; where a phase is through, the next one is shown."""
    row = None
    if under is not None:
        row = await outbox.by_message(tx, under.chat_id, under.message_id)
    if row is not None and row.kind == PAGE and (phase := row.params.get("phase")):
        under_way = await playbooks.current(tx, incident.id)
        if under_way is not None and not under_way.open_in(Status(phase)):
            await shown.change(tx, row, {})
    await shown.renew_about(tx, (PAGE, CARD), incident.id)


async def change(tx: Tx, team: Team, person: Person, incident: Incident, code: str) -> Playbook:
    """Go on by another playbook, as the owner or a lead says; what was ticked stays in the log."""
    if incident.owner_id != person.id and not may(person, Role.LEAD):
        raise Refused("refused-not-yours", code=incident.code)
    _must_settle(incident, Status.VERIFYING)
    offered = {each.code: each for each in await choices(tx, team, incident)}
    if code not in offered:
        raise Refused("refused-unknown-button")
    under_way = await _under_way(tx, incident)
    if offered[code].version == under_way.playbook.version:
        raise Refused("refused-same-playbook", code=incident.code)
    await playbooks.add(tx, incident.id, offered[code], person.id)
    chosen = offered[code]
    details = {"playbook": code, "version": chosen.version, "what": chosen.names}
    line = Entry("playbook-changed", person.id, details=details)
    await incidents.enter(tx, incident.id, line)
    await _renew(tx, incident, None)
    return offered[code]


async def choices(tx: Tx, team: Team, incident: Incident) -> list[Playbook]:
    """Return the playbooks an incident can go by: its agency's own, and everybody's."""
    agency = await playbooks.agency_of(tx, incident.id)
    return [each for each in team.catalog.playbooks if each.agency in ("", agency)]
