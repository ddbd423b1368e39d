"""Deadlines by law and seriousness of an incident: shown, entered as sent, waived, proposed."""

from typing import Any

from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.legal_forms import DECISION, DETECTED, SENT, WAIVE, read_past
from bot.domain.people import Role
from bot.domain.playbook import Deed, read
from bot.domain.typed import unaccented
from bot.services import deadlines, forms, incidents, meaning, playbooks, room, seriousness
from bot.services.messages import moment
from handlers.about import meant_to_see, to_see, where_to_show
from handlers.registry import Button, Command, Context

_DETECTED = ("phat hien", "detected")


async def show_deadlines(context: Context) -> None:
    """/deadlines [CODE] [xong 1 | bỏ qua 2 why | phát hiện 07:30 22/11]."""
    incident, words = await meant_to_see(context)
    if not words:
        await _post(context, deadlines.PAGE, incident, anew=True)
        return
    if unaccented(words).startswith(_DETECTED):
        await _detected(context, incident, words)
        return
    said = read(words)
    if said is None or len(said.numbers) != 1:
        raise Refused("refused-deadlines-usage")
    deadline = await deadlines.numbered(context.tx, incident, said.numbers[0])
    if said.deed is Deed.DONE:
        await press_sent(context, str(deadline.id))
    elif said.deed is Deed.SKIP and said.reason:
        tx, team = context.tx, context.team
        await deadlines.waive(tx, team, context.person, deadline.id, said.reason)
        say = context.tell if incident.confidential else context.answer
        say("form-waive-done", name={"names": deadline.run.rule.names})
    elif said.deed is Deed.SKIP:
        await press_waive(context, str(deadline.id))
    else:
        raise Refused("refused-deadlines-usage")


async def _detected(context: Context, incident: Incident, words: str) -> None:
    tx, team = context.tx, context.team
    at = read_past(words, tx.now, team.zone)
    await deadlines.detected(tx, team, context.person, incident, at)
    context.answer("form-detected-done", code=incident.code, at=moment(at))


async def _post(context: Context, kind: str, incident: Incident, *, anew: bool) -> None:
    await room.opened(context.tx, context.team, incident)
    chat_id, person = where_to_show(context, incident)
    await playbooks.post_page(context.tx, kind, incident, chat_id, person, anew=anew)


async def press_deadlines(context: Context, incident_id: str) -> None:
    """[Deadlines]."""
    incident = await to_see(context, incident_id)
    await _post(context, deadlines.PAGE, incident, anew=False)
    context.toast("toast-below")


async def press_sent(context: Context, deadline_id: str) -> None:
    """[✔ 1 sent]: a few questions in private."""
    deadline = await deadlines.must_be_open(context.tx, int(deadline_id))
    lead: dict[str, Any] = {
        "text": "form-lead-deadline",
        "name": {"names": deadline.run.rule.names},
    }
    await _ask(context, SENT, deadline.id, lead)


async def press_waive(context: Context, deadline_id: str) -> None:
    """[1 does not apply]: a lead says why."""
    deadline = await deadlines.must_be_open(context.tx, int(deadline_id))
    lead: dict[str, Any] = {
        "text": "form-lead-deadline",
        "name": {"names": deadline.run.rule.names},
    }
    await _ask(context, WAIVE, deadline.id, lead)


async def press_detected(context: Context, incident_id: str) -> None:
    """[When it was detected]."""
    incident = await meaning.of_id(context.tx, int(incident_id))
    await _ask(context, DETECTED, incident.id)


async def press_decision(context: Context, incident_id: str) -> None:
    """[Enter the decision]."""
    incident = await meaning.of_id(context.tx, int(incident_id))
    await seriousness.may_decide(context.tx, context.person, incident)
    await _ask(context, DECISION, incident.id)


async def _ask(
    context: Context, form: str, subject_id: int, lead: dict[str, Any] | None = None
) -> None:
    tx, team, person = context.tx, context.team, context.person
    await forms.open(tx, team, person, form, subject_id, lead=lead)
    context.toast("toast-below" if context.is_private else "toast-see-private")
    if context.press is None and not context.is_private:
        context.answer("asked-in-private")


async def show_serious(context: Context) -> None:
    """/serious [CODE]."""
    incident, _ = await meant_to_see(context)
    await _post(context, seriousness.PAGE, incident, anew=True)


async def press_serious(context: Context, incident_id: str) -> None:
    """[Seriousness]."""
    incident = await to_see(context, incident_id)
    await _post(context, seriousness.PAGE, incident, anew=False)
    context.toast("toast-below")


async def press_mark(context: Context, incident_id: str, mark: str) -> None:
    """[☐ the service is interrupted] …."""
    tx, team, person = context.tx, context.team, context.person
    incident = await to_see(context, incident_id)
    is_set = await seriousness.mark(tx, team, person, incident, mark)
    await incidents.give_sign(tx, team, person, incident.id)
    context.toast("toast-marked" if is_set else "toast-unmarked")


async def press_propose(context: Context, incident_id: str, how: str) -> None:
    """[Propose as serious] [Propose it all the same] [Take the proposal back]."""
    if how not in {"ask", "sure", "withdraw"}:
        raise Refused("refused-unknown-button")
    tx, team, person = context.tx, context.team, context.person
    incident = await to_see(context, incident_id)
    if how == "withdraw":
        await seriousness.withdraw(tx, team, person, incident)
        context.toast("toast-withdrawn")
        return
    if await seriousness.propose(tx, team, person, incident, sure=how == "sure"):
        await incidents.give_sign(tx, team, person, incident.id)
        context.toast("toast-proposed")
        return
    key = {"label": "button-propose-sure", "data": f"propose:{incident.id}:sure"}
    context.answer("serious-sure", code=incident.code, keys=[[key]])


COMMANDS = (
    Command("deadlines", "thoihan", Role.RESPONDER, show_deadlines),
    Command("serious", "nghiemtrong", Role.RESPONDER, show_serious),
)
BUTTONS = (
    Button("deadlines", Role.RESPONDER, press_deadlines),
    Button("sent", Role.RESPONDER, press_sent),
    Button("waive", Role.LEAD, press_waive),
    Button("detected", Role.RESPONDER, press_detected),
    Button("serious", Role.RESPONDER, press_serious),
    Button("mark", Role.RESPONDER, press_mark),
    Button("propose", Role.RESPONDER, press_propose),
    Button("decision", Role.LEAD, press_decision),
)
