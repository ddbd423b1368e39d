"""Bringing somebody in: /page, and whether rather whoever is on duty."""

from bot.domain.bringing_in import read
from bot.domain.errors import Refused
from bot.domain.people import Role
from bot.services import bringing_in, incidents
from handlers.about import meant, warn_of_words
from handlers.registry import Button, Command, Context

LONGEST_REASON = 500


async def page(context: Context) -> None:
    """/page @person|name|group [CODE] why."""
    wanted = read(context.words)
    if wanted.code:
        incident = await incidents.named(context.tx, wanted.code)
    else:
        context.words = ""
        incident, _ = await meant(context)
    if not wanted.who:
        raise Refused("refused-page-usage")
    if len(wanted.why) > LONGEST_REASON:
        raise Refused("refused-reason-too-long", most=LONGEST_REASON)
    said = await bringing_in.request(context.tx, context.team, context.person, incident, wanted)
    await incidents.give_sign(context.tx, context.team, context.person, incident.id)
    context.answer(said.pop("text"), **said)
    if wanted.why:
        warn_of_words(context, incident)


async def press_bring(context: Context, bringing_id: str, how: str) -> None:
    """[Call them all the same] [Call whoever is on duty instead] [Call everybody]."""
    if how not in {"yes", "duty"}:
        raise Refused("refused-unknown-button")
    tx, team, person = context.tx, context.team, context.person
    said = await bringing_in.decide(tx, team, person, int(bringing_id), how)
    context.toast(said.pop("text"), **said)


COMMANDS = (Command("page", "goi", Role.RESPONDER, page),)
BUTTONS = (Button("bring", Role.RESPONDER, press_bring),)
