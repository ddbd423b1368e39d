"""Working on incidents: take, pass on, note, assign, and look."""

from typing import Any

from bot.domain.errors import Refused
from bot.domain.incident import Incident, Status
from bot.domain.kinds import Severity
from bot.domain.people import Role
from bot.domain.severity_words import SEVERITIES, severity_of
from bot.services import confidence, incidents, leading, listings, meaning
from bot.services.messages import instant
from handlers import closing, watchlog
from handlers.about import enter_note, meant, say_done, to_see
from handlers.registry import Button, Command, Context


async def _acknowledge(context: Context, incident_id: int) -> None:
    wanted = await meaning.of_id(context.tx, incident_id)
    await confidence.must_be_asked(context.tx, context.person, wanted)
    incident = await incidents.acknowledge(context.tx, context.team, context.person, incident_id)
    context.toast("toast-taken", code=incident.code)
    if context.press is None and not context.is_private:
        context.answer("taken-by-you", code=incident.code)


async def acknowledge(context: Context) -> None:
    """/ack [CODE]: take it, or be still on it when it is theirs already."""
    incident, _ = await meant(context, guesses=True)
    await take(context, str(incident.id))


async def take(context: Context, incident_id: str) -> None:
    """A typed "nhận", "ok" or "1": take it, or be still on it when it is theirs already."""
    try:
        await _acknowledge(context, int(incident_id))
    except Refused as refused:
        if refused.text_id != "refused-already-yours":
            raise
        await press_still(context, incident_id)


async def press_acknowledge(context: Context, incident_id: str) -> None:
    """[Take it]."""
    await _acknowledge(context, int(incident_id))


async def press_promise(context: Context, incident_id: str, choice: str) -> None:
    """[15 minutes] [1 hour] [Today]."""
    until = await incidents.promise(
        context.tx, context.team, context.person, int(incident_id), choice
    )
    await say_done(context, incident_id, "toast-promised", until=instant(until))


async def press_decline(context: Context, incident_id: str) -> None:
    """[Can't]: somebody else is asked."""
    await incidents.decline(context.tx, context.team, context.person, int(incident_id))
    await say_done(context, incident_id, "toast-declined")


async def press_escalate(context: Context, incident_id: str) -> None:
    """[Escalate]: the next step now."""
    done = await incidents.escalate(context.tx, context.team, context.person, int(incident_id))
    await incidents.give_sign(context.tx, context.team, context.person, int(incident_id))
    await say_done(context, incident_id, f"toast-{done}")


async def press_still(context: Context, incident_id: str) -> None:
    """[Still on it]."""
    await incidents.still(context.tx, context.team, context.person, int(incident_id))
    await say_done(context, incident_id, "toast-still")


async def press_release(context: Context, incident_id: str) -> None:
    """[Give it back]: somebody else is paged."""
    await incidents.give_back(context.tx, context.team, context.person, int(incident_id))
    await say_done(context, incident_id, "toast-released")


async def press_details(context: Context, incident_id: str) -> None:
    """[Details]: everything known, in private, with the files."""
    await listings.show(context.tx, context.person, int(incident_id))
    context.toast("toast-see-private" if not context.is_private else "toast-below")


async def press_phase(context: Context, incident_id: str, status: str) -> None:
    """[Containing] … and, for what waits in the queue, [Handed to the police]."""
    if status not in set(Status):
        raise Refused("refused-unknown-button")
    phase = Status(status)
    if phase is Status.REFERRED:
        await closing.ask_referral(context, incident_id)
        return
    incident = await incidents.advance(
        context.tx, context.team, context.person, int(incident_id), phase
    )
    said: dict[str, Any] = {"code": incident.code, "status": {"status": phase.value}}
    if context.press is None:
        context.answer("toast-phase", **said)
    context.toast("toast-phase", **said)


async def show_open(context: Context) -> None:
    """/incidents: what is open."""
    reader = context.person if context.is_private else None
    await listings.show_open(context.tx, context.answer, reader)


async def show(context: Context) -> None:
    """/incident [CODE]: everything known, in private."""
    incident, _ = await meant(context, guesses=True)
    await listings.show(context.tx, context.person, incident.id)
    if not context.is_private:
        context.answer("answered-in-private")


async def note(context: Context) -> None:
    """/note [CODE] text; who is on watch and means no open incident writes in the watch log."""
    if await watchlog.noted(context):
        return
    incident, text = await meant(context, guesses=True)
    if not text:
        raise Refused("refused-empty-note")
    await write_note(context, incident.id, text)


async def write_note(
    context: Context, incident_id: int, text: str, *, quietly: bool = False
) -> None:
    """A reply to a card or page becomes a note; among people in a topic, without a word of it."""
    noted = await enter_note(context, incident_id, text)
    is_called = await meaning.is_called(context.tx, noted, context.person)
    if await _is_first_here(context, noted, quietly=quietly):
        context.answer("noted-confidential", code=noted.code)
    elif is_called or not quietly:
        context.answer("noted-unowned" if is_called else "noted", code=noted.code)


async def _is_first_here(context: Context, noted: Incident, *, quietly: bool) -> bool:
    """Tell whether somebody is to hear that the group is no place for it: among people, once."""
    if not noted.confidential or context.is_private:
        return False
    message = context.message
    here = (message.chat.id, message.message_id)
    return not (quietly and await confidence.has_spoken(context.tx, context.person, noted, here))


async def assign(context: Context) -> None:
    """/assign [CODE] NAME; without a name, everybody who could is offered."""
    incident, name = await meant(context)
    if name:
        person_id = await listings.responder_named(context.tx, name)
        await _assign(context, incident.id, person_id)
        return
    await listings.offer_responders(context.tx, context.answer, incident)


async def press_assign(context: Context, incident_id: str, person_id: str) -> None:
    """[name]: give it to that member."""
    await _assign(context, int(incident_id), int(person_id))


async def _assign(context: Context, incident_id: int, person_id: int) -> None:
    person = await leading.assign(context.tx, context.team, context.person, incident_id, person_id)
    context.toast("toast-assigned", name=person.name)
    if context.press is None:
        code = await meaning.code_of(context.tx, incident_id)
        context.answer("assigned", code=code, name=person.name)


async def severity(context: Context) -> None:
    """/severity [CODE] khẩn cấp|cao|trung bình|thấp; without a word, buttons."""
    incident, word = await meant(context)
    if not word:
        keys = [
            [{"label": each.label, "data": f"severity:{incident.id}:{each.code}"}]
            for each in SEVERITIES
        ]
        context.answer("which-severity", code=incident.code, keys=keys)
        return
    await _severity(context, incident.id, severity_of(word, context.team.shown))


async def press_severity(context: Context, incident_id: str, value: str) -> None:
    """[High] …."""
    if value not in set(Severity):
        raise Refused("refused-unknown-button")
    await _severity(context, int(incident_id), Severity(value))


async def _severity(context: Context, incident_id: int, value: Severity) -> None:
    tx, team, person = context.tx, context.team, context.person
    await to_see(context, str(incident_id))
    changed = await leading.change_severity(tx, team, person, incident_id, value)
    now = {"severity": value.value}
    context.toast("toast-severity", code=changed.code, severity=now)
    if context.press is None:
        context.answer("severity-changed", code=changed.code, severity=now)


COMMANDS = (
    Command("incidents", "suco", Role.RESPONDER, show_open),
    Command("incident", "chitiet", Role.RESPONDER, show),
    Command("ack", "nhan", Role.RESPONDER, acknowledge),
    Command("note", "ghichu", Role.RESPONDER, note),
    Command("resolve", "xong", Role.RESPONDER, closing.resolve),
    Command("reject", "tuchoi", Role.RESPONDER, closing.reject),
    Command("reopen", "molai", Role.LEAD, closing.reopen),
    Command("assign", "giaoviec", Role.LEAD, assign),
    Command("severity", "mucdo", Role.RESPONDER, severity),
)

BUTTONS = (
    Button("ack", Role.RESPONDER, press_acknowledge),
    Button("eta", Role.RESPONDER, press_promise),
    Button("decline", Role.RESPONDER, press_decline),
    Button("escalate", Role.RESPONDER, press_escalate),
    Button("still", Role.RESPONDER, press_still),
    Button("release", Role.RESPONDER, press_release),
    Button("details", Role.RESPONDER, press_details),
    Button("phase", Role.RESPONDER, press_phase),
    Button("refer", Role.RESPONDER, closing.press_refer),
    Button("resolve", Role.RESPONDER, closing.press_resolve),
    Button("reject", Role.RESPONDER, closing.press_reject),
    Button("assign", Role.LEAD, press_assign),
    Button("severity", Role.RESPONDER, press_severity),
    Button("solved", Role.CITIZEN, closing.press_solved),
    Button("unsolved", Role.CITIZEN, closing.press_unsolved),
)
