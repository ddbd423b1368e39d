"""How an incident ends or begins again: solved, rejected, handed over, confirmed, reopened."""

from bot.domain.errors import Refused
from bot.domain.incident import Incident, Status, is_open
from bot.services import closing, forms, incidents
from handlers.about import enter_note, meant, pointed_at, say_done, to_see
from handlers.registry import Context


async def resolve(context: Context) -> None:
    """/resolve [CODE]: three questions in private, then it is solved."""
    incident, _ = await meant(context)
    await _ask_to_close(context, incident.id, "resolve")


async def press_resolve(context: Context, incident_id: str) -> None:
    """[Solved]."""
    await _ask_to_close(context, int(incident_id), "resolve")


async def reject(context: Context) -> None:
    """/reject [CODE]: not an incident, a duplicate, or another body's."""
    incident, _ = await meant(context)
    await _ask_to_close(context, incident.id, "reject")


async def press_reject(context: Context, incident_id: str) -> None:
    """[Not an incident …]."""
    await _ask_to_close(context, int(incident_id), "reject")


async def _ask_to_close(context: Context, incident_id: int, form: str) -> None:
    await to_see(context, str(incident_id))
    await closing.may_close(context.tx, context.person, incident_id)
    await incidents.give_sign(context.tx, context.team, context.person, incident_id)
    await forms.open(context.tx, context.team, context.person, form, incident_id)
    _asked_below(context, "asked-in-private")


def _asked_below(context: Context, elsewhere: str) -> None:
    """Say where the question is, when it is not right here."""
    context.toast("toast-below" if context.is_private else "toast-see-private")
    if context.press is None and not context.is_private:
        context.answer(elsewhere)


async def ask_referral(context: Context, incident_id: str) -> None:
    """[Handed to the police] on the card, or those words below it: asked once more in private."""
    await to_see(context, incident_id)
    await closing.ask_referral(context.tx, context.person, int(incident_id))
    _asked_below(context, "referral-asked-in-private")


async def press_refer(context: Context, incident_id: str, answer: str) -> None:
    """[Yes, handed over] [Keep]."""
    await to_see(context, incident_id)
    if answer == "keep":
        await say_done(context, incident_id, "toast-nothing-changed")
        return
    if answer != "yes":
        raise Refused("refused-unknown-button")
    await closing.refer(context.tx, context.team, context.person, int(incident_id))
    await say_done(context, incident_id, "toast-referred")


async def answer_referral(context: Context, incident_id: str, answer: str = "") -> None:
    """Words below the card, or below the question itself."""
    if answer:
        await press_refer(context, incident_id, answer)
    else:
        await ask_referral(context, incident_id)


async def reopen(context: Context) -> None:
    """/reopen CODE [why]: what has ended is worked on again."""
    incident, why = await pointed_at(context)
    again = await closing.take_up(context.tx, context.team, context.person, incident.id)
    is_told = bool(why) or context.message.attachment is not None
    if is_told:
        await enter_note(context, incident.id, why)
    how_to_tell = "" if is_told else {"text": "reopened-why", "code": again.code}
    context.answer(_reopened(again), code=again.code, more=how_to_tell)


def _reopened(again: Incident) -> str:
    if again.owner_id is not None:
        return "reopened-owned"
    return "reopened-queued" if again.status is Status.QUEUED else "reopened-called"


async def press_solved(context: Context, incident_id: str) -> None:
    """[Solved for me]: the reporter's yes."""
    await closing.confirm(context.tx, context.person, int(incident_id))
    context.toast("toast-thanks")


async def press_unsolved(context: Context, incident_id: str) -> None:
    """[Not solved]: the reporter's no, or a lead's."""
    incident = await closing.reopen(context.tx, context.team, context.person, int(incident_id))
    context.toast("toast-reopened" if is_open(incident) else "toast-objected")
