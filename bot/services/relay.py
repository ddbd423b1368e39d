"""Between team and reporter: asked through the bot, names kept back where the reporter is nameless.

What the reporter answers goes the way of everything they add to their report.
"""

from collections.abc import Mapping
from typing import Any

from bot.domain import relay as rules
from bot.domain.answers import File, State
from bot.domain.errors import Refused
from bot.domain.form import Form
from bot.domain.incident import Incident
from bot.domain.messages import Outgoing
from bot.domain.people import Person
from bot.domain.team import Team
from bot.services import screening
from bot.services.in_charge import must_be_open, must_have_part
from bot.services.messages import queue, tell
from bot.services.paging import reason_text
from storage import incidents, outbox, people
from storage.database import Tx
from storage.forms import FormRow
from storage.incidents import Entry

QUESTION = "report-question"
REFUSED = "question-refused"  # about a message; written by the dispatcher
HOPELESS = frozenset(
    {"refused-already-ended", "refused-not-yours", "refused-nobody-to-ask", "refused-reporter-lost"}
)


async def may_ask(tx: Tx, person: Person, incident: Incident) -> Person:
    """Return the reporter; Refused for whoever has no part in it, or when nobody can be asked."""
    await must_have_part(tx, person, incident)
    must_be_open(incident)
    if incident.reporter_id is None or incident.reporter_id == person.id:
        raise Refused("refused-nobody-to-ask", code=incident.code)
    reporter = await people.get(tx, incident.reporter_id)
    if reporter.telegram_id is None or reporter.blocked or reporter.reachable is False:
        raise Refused("refused-reporter-lost", code=incident.code)
    return reporter


async def ask(
    tx: Tx, team: Team, person: Person, incident: Incident, words: str, file: File | None = None
) -> None:
    """Pass words, or a file, on to whoever reported it; entered in the timeline."""
    reporter = await may_ask(tx, person, incident)
    rules.check(words)
    said = screening.kept(team.catalog, person, words, file.name if file else None).text
    if not said and file is None:
        raise Refused("refused-ask-usage")
    params: dict[str, Any] = {"text": _text(incident, said), "by": person.name, "words": said}
    details: dict[str, Any] = {}
    if file is not None:
        params["files"] = [file.model_dump(include={"media", "file_id"})]
        details = file.model_dump()
    line = Entry("asked-reporter", person.id, said or None, details)
    await incidents.enter(tx, incident.id, line)
    params["asked_by_id"] = person.id
    to = reporter.telegram_id or 0
    queue(tx, Outgoing(QUESTION, to, reporter.id, incident.id, params))
    await outbox.refresh(tx, incident.id)


def _text(incident: Incident, said: str) -> str:
    if not said:
        return "relay-file"
    return "relay-question-nameless" if incident.anonymous else "relay-question"


async def refused(tx: Tx, team: Team, outbox_id: int, params: Mapping[str, Any]) -> None:
    """Telegram does not reach the reporter: whoever asked, and the owner, are told."""
    del team, outbox_id
    incident = await incidents.get(tx, params["incident_id"])
    line = Entry("reporter-unreached", None, details={"reason": params["reason"]})
    await incidents.enter(tx, incident.id, line)
    wanted = {each for each in (params.get("asked_by_id"), incident.owner_id) if each is not None}
    reason = {"text": reason_text(params["reason"])}
    for each in (await people.of_ids(tx, sorted(wanted))).values():
        tell(tx, each, "notice", text="relay-refused", code=incident.code, reason=reason)
    await outbox.refresh(tx, incident.id)


async def build(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Ask what to ask."""
    del tx, team, person, subject_id
    return rules.relay_form()


async def finish(tx: Tx, team: Team, person: Person, row: FormRow, state: State) -> int | None:
    """Pass it on."""
    incident = await incidents.get(tx, row.subject_id or 0)
    answer = state.answer("words")
    file = next((part.file for part in answer.parts if part.file is not None), None)
    await ask(tx, team, person, incident, answer.text.strip(), file)
    tell(tx, person, "answer", text="form-relay-done", code=incident.code)
    return incident.id
