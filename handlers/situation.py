"""Situation reports: /sitrep, asked in private, or in one line."""

from bot.domain.incident import Incident
from bot.domain.people import Role
from bot.domain.situation import SITUATION, Situation, check
from bot.services import forms, incidents, meaning, situation
from handlers.about import meant, warn_of_words
from handlers.registry import Button, Command, Context


async def sitrep(context: Context) -> None:
    """/sitrep [CODE] [how it stands]."""
    incident, words = await meant(context, guesses=True)
    if not words:
        await _ask(context, incident)
        return
    check(words)
    tx, team, person = context.tx, context.team, context.person
    answer = await situation.report(tx, team, person, incident, Situation(words))
    await incidents.give_sign(tx, team, person, incident.id)
    context.answer(answer.pop("text"), **answer)
    warn_of_words(context, incident)


async def press_sitrep(context: Context, incident_id: str) -> None:
    """[Report now]."""
    await _ask(context, await meaning.of_id(context.tx, int(incident_id)))


async def _ask(context: Context, incident: Incident) -> None:
    tx, team, person = context.tx, context.team, context.person
    await situation.may_report(tx, person, incident)
    await incidents.give_sign(tx, team, person, incident.id)
    await forms.open(tx, team, person, SITUATION, incident.id)
    context.toast("toast-below" if context.is_private else "toast-see-private")
    if context.press is None and not context.is_private:
        context.answer("asked-in-private")


async def press_later(context: Context, incident_id: str, which: str) -> None:
    """[In 30 minutes] [In 2 hours]."""
    incident = await meaning.of_id(context.tx, int(incident_id))
    await situation.later(context.tx, context.person, incident, which)
    await incidents.give_sign(context.tx, context.team, context.person, incident.id)
    context.toast("toast-later", code=incident.code)


COMMANDS = (Command("sitrep", "tinhhinh", Role.RESPONDER, sitrep),)
BUTTONS = (
    Button("sitrep", Role.RESPONDER, press_sitrep),
    Button("sitlater", Role.RESPONDER, press_later),
)
