"""Asking the reporter through the bot: /ask, or a button."""

from bot.domain.answers import File
from bot.domain.people import Role
from bot.domain.relay import RELAY
from bot.services import forms, incidents, meaning, relay
from handlers.about import meant, warn_of_words
from handlers.registry import Button, Command, Context


async def ask(context: Context) -> None:
    """/ask [CODE] words, perhaps below a picture or a file."""
    incident, words = await meant(context, guesses=True)
    found = context.message.attachment
    if not words and found is None:
        await _open(context, incident.id)
        return
    file = File(**found.model_dump()) if found is not None else None
    tx, team, person = context.tx, context.team, context.person
    await relay.ask(tx, team, person, incident, words, file)
    await incidents.give_sign(tx, team, person, incident.id)
    context.answer("form-relay-done", code=incident.code)
    warn_of_words(context, incident)


async def press_relay(context: Context, incident_id: str) -> None:
    """[Ask the reporter]."""
    await _open(context, int(incident_id))


async def _open(context: Context, incident_id: int) -> None:
    tx, team, person = context.tx, context.team, context.person
    await relay.may_ask(tx, person, await meaning.of_id(tx, incident_id))
    await incidents.give_sign(tx, team, person, incident_id)
    await forms.open(tx, team, person, RELAY, incident_id)
    context.toast("toast-below" if context.is_private else "toast-see-private")
    if context.press is None and not context.is_private:
        context.answer("asked-in-private")


COMMANDS = (Command("ask", "hoi", Role.RESPONDER, ask),)
BUTTONS = (Button("relay", Role.RESPONDER, press_relay),)
