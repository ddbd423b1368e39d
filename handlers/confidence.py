"""Keeping an incident confidential, and letting the team see it again."""

from bot.domain.confidence import Wish, wish
from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.people import Role
from bot.services import confidence, incidents, meaning
from handlers.about import answer_unless_told, meant, to_see
from handlers.registry import Button, Command, Context


async def confidential(context: Context) -> None:
    """/confidential [CODE] [off]."""
    incident, words = await meant(context)
    wanted = wish(words)
    if wanted is None:
        raise Refused("refused-confidential-usage")
    if wanted is Wish.LIFT:
        await _lift(context, incident)
        context.answer("confidence-lifted", code=incident.code)
        return
    await _keep(context, incident)
    await answer_unless_told(context, incident, "made-confidential")


async def _keep(context: Context, incident: Incident) -> None:
    await confidence.keep(context.tx, context.team, context.person, incident)
    await incidents.give_sign(context.tx, context.team, context.person, incident.id)


async def _lift(context: Context, incident: Incident) -> None:
    await confidence.lift(context.tx, context.person, incident)
    await incidents.give_sign(context.tx, context.team, context.person, incident.id)


async def press_confide(context: Context, incident_id: str) -> None:
    """[🔒 Confidential]: at once; it can be lifted again."""
    incident = await meaning.of_id(context.tx, int(incident_id))
    await _keep(context, incident)
    context.toast("toast-confidential")
    context.tell("made-confidential", code=incident.code)


async def press_lift(context: Context, incident_id: str, how: str) -> None:
    """[🔓 Not confidential], asked once more: what all have seen is not taken back."""
    if how not in {"ask", "yes"}:
        raise Refused("refused-unknown-button")
    incident = await to_see(context, incident_id)
    if how == "ask":
        confidence.may_lift(context.person, incident)
        key = {"label": "button-lift-yes", "data": f"lift:{incident.id}:yes", "style": "danger"}
        context.tell("lift-sure", code=incident.code, keys=[[key]])
        context.toast("toast-below" if context.is_private else "toast-see-private")
        return
    await _lift(context, incident)
    context.toast("toast-lifted")
    context.tell("confidence-lifted", code=incident.code)


COMMANDS = (Command("confidential", "baomat", Role.RESPONDER, confidential),)
BUTTONS = (
    Button("confide", Role.RESPONDER, press_confide),
    Button("lift", Role.LEAD, press_lift),
)
