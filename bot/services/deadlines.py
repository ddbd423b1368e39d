"""Deadlines by law of an incident: set running, told of in time, shown, and settled by people."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain import legal_deadlines as rules
from bot.domain.calendar import by_day, is_working_day
from bot.domain.errors import Refused
from bot.domain.incident import REJECTED, Incident, Status
from bot.domain.legal_deadlines import Case, Run, Trigger, Unit, Working
from bot.domain.people import Person, Role, may
from bot.domain.seriousness import Assessment, triggers
from bot.domain.team import Team
from bot.services import calendar, legal_updates, playbooks
from bot.services.messages import instant, leads, tell
from storage import assessments, due, incidents, people, shown
from storage import deadlines as kept
from storage.database import Tx
from storage.deadlines import Deadline
from storage.due import Due
from storage.incidents import Entry

DEADLINE = "deadline"
PAGE = "incident-deadlines"
_PAGES = (PAGE, "incident-assessment", playbooks.CARD)
_FAR = timedelta(days=800)
_OVER = frozenset({Status.WRAPPING_UP, Status.CLOSED})


async def sync(tx: Tx, team: Team, incident: Incident) -> None:
    """Let just those deadlines run that the incident has now; what is settled stays settled."""
    every = await kept.of_incident(tx, incident.id)
    if not every and incident.owner_id is None:
        return
    before = {each.run.rule.code: each for each in every if not each.run.rule.is_update}
    assessment = await assessments.get(tx, incident.id)
    case = case_of(incident, assessment)
    catalog = [each.run.rule for each in before.values()]
    catalog += [rule for rule in team.catalog.deadlines if rule.code not in before]
    wanted = rules.running(catalog, case, team.zone, await _working(tx, team, catalog, case))
    for code, run in wanted.items():
        await _run(tx, team, incident.id, run, before.get(code))
    for code, deadline in before.items():
        if code not in wanted and deadline.is_open:
            await kept.stop(tx, deadline.id)
    await legal_updates.sync(tx, team, incident, assessment, every)
    await _arm(tx, team, incident.id)


def case_of(incident: Incident, assessment: Assessment) -> Case:
    """Return what an incident is to the law; what was rejected or practised is nothing to it."""
    detected = assessment.detected_at or incident.opened_at
    happened: dict[Trigger, datetime] = {}
    if incident.status not in REJECTED and not incident.drill:
        happened = {Trigger.DETECTED: detected, **triggers(assessment)}
        if incident.status in _OVER and incident.resolved_at is not None:
            happened[Trigger.ENDED] = incident.resolved_at
    return Case(detected, incident.severity, happened)


async def detected_at(tx: Tx, incident: Incident) -> datetime:
    """Return when an incident was detected: as somebody has entered it, else when it came in."""
    return (await assessments.get(tx, incident.id)).detected_at or incident.opened_at


async def _working(tx: Tx, team: Team, catalog: list[rules.Rule], case: Case) -> Working:
    """Return the calendar, read only where a rule needs it."""
    if not any(rule.unit is Unit.WORKING_DAY for rule in catalog):
        return _every_day
    first = case.detected_at.astimezone(team.zone).date()
    last = tx.now.astimezone(team.zone).date() + _FAR
    special = by_day(await calendar.days(tx, team, first, last))

    def works(day: date) -> bool:
        return is_working_day(day, special)

    return works


def _every_day(day: date) -> bool:
    del day
    return True


async def _run(tx: Tx, team: Team, incident_id: int, run: Run, before: Deadline | None) -> None:
    told = rules.told_at_once(run, tx.now, team.zone)
    if before is None:
        await kept.add(tx, incident_id, run, told)
        return
    is_settled = before.state in (rules.DeadlineState.DONE, rules.DeadlineState.WAIVED)
    if not is_settled and (not before.is_open or before.run.due_at != run.due_at):
        await kept.move(tx, before.id, run, told)


async def _arm(tx: Tx, team: Team, incident_id: int) -> None:
    """Wake when there is something to say of an open deadline, or another length to show."""
    instants: list[datetime] = []
    for each in await kept.of_incident(tx, incident_id):
        if not each.is_open:
            continue
        if rules.reminds(each.run, each.told, tx.now, team.zone) is not None:
            instants.append(tx.now)
        elif (at := rules.next_at(each.run, each.told, tx.now, team.zone)) is not None:
            instants.append(at)
    if instants:
        await due.schedule(tx, Due(DEADLINE, incident_id, min(instants)))
    else:
        await due.drop(tx, DEADLINE, incident_id)


async def wake(tx: Tx, team: Team, incident_id: int, params: Mapping[str, Any]) -> None:
    """Remind of what has come to another part of its time, and show the time that is left."""
    del params
    incident = await incidents.get(tx, incident_id)
    pressing: list[tuple[Deadline, int]] = []
    for deadline in await kept.of_incident(tx, incident_id):
        stage = rules.reminds(deadline.run, deadline.told, tx.now, team.zone)
        if deadline.is_open and stage is not None:
            await kept.tell(tx, deadline.id, stage)
            pressing.append((deadline, stage))
    if pressing:
        await _remind(tx, incident, pressing)
    await _arm(tx, team, incident_id)
    await shown.renew_about(tx, _PAGES, incident_id)


async def _remind(tx: Tx, incident: Incident, pressing: Sequence[tuple[Deadline, int]]) -> None:
    """Tell owner and leads of everything that presses now, in one message."""
    presses = any(stage >= rules.LAST and not _is_new(each) for each, stage in pressing)
    kind = "alarm" if presses else "notice"
    lines = [_reminder(tx.now, incident, *each) for each in pressing]
    keys = [{"label": "button-deadlines", "data": f"deadlines:{incident.id}"}]
    if len(pressing) == 1:
        keys.insert(0, {"label": "button-sent-short", "data": f"sent:{pressing[0][0].id}"})
    is_sure = all(deadline.run.rule.confirmed_by for deadline, _ in pressing)
    text = "deadline-reminder" if is_sure else "deadline-reminder-unsure"
    for person in await _concerned(tx, incident):
        tell(tx, person, kind, text=text, lines={"lines": lines}, keys=[keys])


def _is_new(deadline: Deadline) -> bool:
    """An update that was just caused is news to the people who caused it, and no alarm yet."""
    return deadline.run.rule.is_update and deadline.told.at is None


def _reminder(now: datetime, incident: Incident, deadline: Deadline, stage: int) -> dict[str, Any]:
    run = deadline.run
    left = {"duration": int(rules.shown_left(run.due_at, now).total_seconds())}
    said: dict[str, Any] = {
        "text": "deadline-left",
        "code": incident.code,
        "name": _name(deadline),
        "at": instant(run.due_at),
        "left": left,
        "to": {"names": run.rule.receivers},
    }
    if run.rule.is_update:
        said["text"] = "deadline-update"
        said["changed"] = {"list": list(deadline.changed)}
        return said
    if stage >= rules.OVERDUE:
        at_once = run.rule.unit is Unit.AT_ONCE
        said["text"] = "deadline-at-once" if at_once else "deadline-overdue"
    return said


def _name(deadline: Deadline) -> dict[str, Any]:
    return {"names": deadline.run.rule.names}


async def _concerned(tx: Tx, incident: Incident) -> list[Person]:
    """Return the owner and the leads, each once."""
    found = {each.id: each for each in await leads(tx)}
    if incident.owner_id is not None:
        owner = await people.get(tx, incident.owner_id)
        if may(owner, Role.RESPONDER):
            found[owner.id] = owner
    return list(found.values())


async def numbered(tx: Tx, incident: Incident, number: int) -> Deadline:
    """Return a deadline by its number among those of its incident; Refused when there is none."""
    every = await kept.of_incident(tx, incident.id)
    if not 1 <= number <= len(every):
        raise Refused("refused-no-such-deadline", number=number, most=len(every))
    return every[number - 1]


async def found(tx: Tx, deadline_id: int) -> Deadline:
    """Return a deadline; Refused when there is none."""
    deadline = await kept.get(tx, deadline_id)
    if deadline is None:
        raise Refused("refused-message-gone")
    return deadline


async def must_be_open(tx: Tx, deadline_id: int) -> Deadline:
    """Return a deadline that somebody still has to do; Refused with what became of it."""
    deadline = await found(tx, deadline_id)
    if deadline.state is rules.DeadlineState.DROPPED:
        raise Refused("refused-deadline-dropped", name=_name(deadline))
    if not deadline.is_open:
        state = {"text": f"deadline-is-{deadline.state.value}"}
        at = instant(deadline.settled_at) if deadline.settled_at else "—"
        by = deadline.settled_by or "—"
        raise Refused("refused-deadline-settled", name=_name(deadline), state=state, by=by, at=at)
    return deadline


async def done(
    tx: Tx, team: Team, person: Person, deadline_id: int, said: Mapping[str, Any]
) -> Deadline:
    """Enter that it was sent: when, by which channel, under which number, and who has it."""
    deadline = await must_be_open(tx, deadline_id)
    await kept.done(tx, deadline_id, person.id, said)
    sent_at, document, receipt = (said.get(each) for each in ("sent_at", "number", "receipt"))
    details = {
        **_about(deadline),
        "sent_at": sent_at.isoformat() if sent_at else None,
        "channel": said.get("channel"),
        "document": document,
        "receipt": receipt,
    }
    words = " · ".join(each for each in (document, receipt) if each)
    line = Entry("deadline-done", person.id, words or None, details)
    await _settled(tx, team, deadline, line)
    return deadline


async def waive(tx: Tx, team: Team, lead: Person, deadline_id: int, reason: str) -> Deadline:
    """Enter that it does not apply to this incident, and why; for leads."""
    if not may(lead, Role.LEAD):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})
    deadline = await must_be_open(tx, deadline_id)
    await kept.waive(tx, deadline_id, lead.id, reason)
    line = Entry("deadline-waived", lead.id, reason, _about(deadline))
    await _settled(tx, team, deadline, line)
    return deadline


def _about(deadline: Deadline) -> dict[str, Any]:
    return {"deadline": deadline.run.rule.code, "what": deadline.run.rule.names}


async def _settled(tx: Tx, team: Team, deadline: Deadline, line: Entry) -> None:
    await incidents.enter(tx, deadline.incident_id, line)
    await sync(tx, team, await incidents.get(tx, deadline.incident_id))
    await shown.renew_about(tx, _PAGES, deadline.incident_id)


async def detected(tx: Tx, team: Team, person: Person, incident: Incident, at: datetime) -> None:
    """Enter when it was detected; every deadline that counts from it moves."""
    if incident.owner_id != person.id and not may(person, Role.LEAD):
        raise Refused("refused-not-yours", code=incident.code)
    before = (await assessments.get(tx, incident.id)).detected_at
    await assessments.keep_detected(tx, incident.id, at)
    was = before.isoformat() if before else None
    line = Entry("detected", person.id, details={"at": at.isoformat(), "before": was})
    await incidents.enter(tx, incident.id, line)
    await sync(tx, team, incident)
    await shown.renew_about(tx, _PAGES, incident.id)
