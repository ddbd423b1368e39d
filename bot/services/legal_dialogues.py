"""The dialogues about deadlines by law and seriousness: what they ask, and what is entered."""

from typing import Any

from bot.domain import legal_forms as asked
from bot.domain.answers import State
from bot.domain.form import Form
from bot.domain.people import Person
from bot.domain.seriousness import Decision
from bot.domain.team import Team
from bot.services import deadlines, seriousness
from bot.services.messages import moment, tell
from storage import incidents
from storage.database import Tx
from storage.forms import FormRow

HOPELESS = frozenset(
    {
        *("refused-deadline-settled", "refused-deadline-dropped"),
        *("refused-already-ended", "refused-not-yours"),
    }
)


async def incident_of(tx: Tx, deadline_id: int) -> int:
    """Return the incident that a deadline belongs to."""
    return (await deadlines.found(tx, deadline_id)).incident_id


async def build_sent(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Ask how a notice or report was sent."""
    del person
    deadline = await deadlines.found(tx, subject_id or 0)
    run = deadline.run
    return asked.sent_form(tx.now, team.zone, signed=run.rule.signed, since=run.counted_from)


async def finish_sent(tx: Tx, team: Team, person: Person, row: FormRow, state: State) -> int | None:
    """Enter that it was sent."""
    deadline = await deadlines.must_be_open(tx, row.subject_id or 0)
    said = asked.sending(state, tx.now, team.zone, deadline.run.counted_from)
    await deadlines.done(tx, team, person, deadline.id, said)
    name = {"names": deadline.run.rule.names}
    tell(tx, person, "answer", text="form-sent-done", name=name, at=moment(said["sent_at"]))
    return row.subject_id


async def build_waive(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Ask why a deadline does not apply."""
    del tx, team, person, subject_id
    return asked.waive_form()


async def finish_waive(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    """Enter that it does not apply."""
    reason = state.answer("reason").text
    deadline = await deadlines.waive(tx, team, person, row.subject_id or 0, reason)
    name = {"names": deadline.run.rule.names}
    tell(tx, person, "answer", text="form-waive-done", name=name)
    return row.subject_id


async def build_detected(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Ask when an incident was detected."""
    del person, subject_id
    return asked.detected_form(tx.now, team.zone)


async def finish_detected(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    """Enter when it was detected."""
    incident = await incidents.get(tx, row.subject_id or 0)
    at = asked.detected_at(state, tx.now, team.zone)
    await deadlines.detected(tx, team, person, incident, at)
    tell(tx, person, "answer", text="form-detected-done", code=incident.code, at=moment(at))
    return incident.id


async def build_decision(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Ask what was decided."""
    del person
    since = await deadlines.detected_at(tx, await incidents.get(tx, subject_id or 0))
    return asked.decision_form(tx.now, team.zone, since)


async def finish_decision(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    """Enter what was decided."""
    incident = await incidents.get(tx, row.subject_id or 0)
    since = await deadlines.detected_at(tx, incident)
    serious, by, at, document = asked.decision_of(state, tx.now, team.zone, since)
    await seriousness.decide(tx, team, person, incident, Decision(serious, by, at, document))
    said: dict[str, Any] = {"code": incident.code, "at": moment(at)}
    tell(tx, person, "answer", text="form-decision-done", **said)
    return incident.id
