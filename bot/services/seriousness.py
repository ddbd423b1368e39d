"""How serious an incident is: marked and proposed by the team, decided by others and entered."""

from bot.domain import seriousness as rules
from bot.domain.errors import Refused
from bot.domain.incident import ENDED, REJECTED, Incident
from bot.domain.people import Person, Role, may
from bot.domain.seriousness import Assessment, Decision, Mark
from bot.domain.team import Team
from bot.services import deadlines, playbooks
from storage import assessments, incidents, shown
from storage.database import Tx
from storage.incidents import Entry

PAGE = "incident-assessment"
_PAGES = (PAGE, deadlines.PAGE, playbooks.CARD)


async def mark(tx: Tx, team: Team, person: Person, incident: Incident, name: str) -> bool:
    """Set a mark or take it back; tells whether it is set now."""
    _must_judge(incident, person)
    if name not in set(Mark):
        raise Refused("refused-unknown-button")
    which = Mark(name)
    after = rules.marked(await assessments.get(tx, incident.id), which, tx.now)
    await assessments.keep_marks(tx, incident.id, after)
    is_set = which in after.marks
    details = {"mark": which.value, "set": is_set}
    kind = "marked" if is_set else "unmarked"
    await _changed(tx, team, incident, Entry(kind, person.id, details=details))
    return is_set


def _must_judge(incident: Incident, person: Person) -> None:
    if incident.status in REJECTED:
        status = {"status": incident.status.value}
        raise Refused("refused-already-ended", code=incident.code, status=status)
    if incident.owner_id != person.id and not may(person, Role.LEAD):
        raise Refused("refused-not-yours", code=incident.code)


async def conditions(tx: Tx, incident: Incident) -> tuple[bool, bool]:
    """Tell which of the two conditions for "serious" hold."""
    assessment = await assessments.get(tx, incident.id)
    level = await assessments.level_of(tx, incident.id)
    return rules.condition_a(assessment, level), rules.condition_b(assessment)


async def propose(tx: Tx, team: Team, person: Person, incident: Incident, *, sure: bool) -> bool:
    """Propose it as serious; False when the conditions do not hold and nobody has insisted."""
    _must_judge(incident, person)
    if incident.status in ENDED:
        status = {"status": incident.status.value}
        raise Refused("refused-already-ended", code=incident.code, status=status)
    before = await assessments.get(tx, incident.id)
    rules.proposed(before, person.name, tx.now, incident.code)
    holds = await conditions(tx, incident)
    if not (all(holds) or sure):
        return False
    await assessments.keep_proposal(tx, incident.id, person.id)
    details = {"a": holds[0], "b": holds[1]}
    line = Entry("serious-proposed", person.id, details=details)
    await _changed(tx, team, incident, line)
    return True


async def withdraw(tx: Tx, team: Team, person: Person, incident: Incident) -> None:
    """Take back a proposal that was not decided yet."""
    _must_judge(incident, person)
    rules.withdrawn(await assessments.get(tx, incident.id), incident.code)
    await assessments.keep_proposal(tx, incident.id, None)
    await _changed(tx, team, incident, Entry("serious-withdrawn", person.id))


async def may_decide(tx: Tx, person: Person, incident: Incident) -> Assessment:
    """Return the assessment for a lead who enters a decision; Refused for everybody else."""
    if not may(person, Role.LEAD):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})
    _must_judge(incident, person)
    return await assessments.get(tx, incident.id)


async def decide(tx: Tx, team: Team, lead: Person, incident: Incident, decision: Decision) -> None:
    """Enter what was decided; a later decision takes the place of an earlier one."""
    await may_decide(tx, lead, incident)
    await assessments.keep_decision(tx, incident.id, decision, lead.id)
    details = {
        "serious": decision.serious,
        "by": decision.by,
        "at": decision.at.isoformat(),
        "document": decision.document,
    }
    kind = "decided-serious" if decision.serious else "decided-ordinary"
    words = " · ".join(each for each in (decision.by, decision.document) if each)
    await _changed(tx, team, incident, Entry(kind, lead.id, words, details))


async def _changed(tx: Tx, team: Team, incident: Incident, line: Entry) -> None:
    await incidents.enter(tx, incident.id, line)
    await deadlines.sync(tx, team, incident)
    await shown.renew_about(tx, _PAGES, incident.id)
