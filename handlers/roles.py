"""Roles in an incident: shown, taken, given, given back."""

from bot.domain.errors import Refused
from bot.domain.people import Role
from bot.domain.roles import CrewRole
from bot.services import confidence, incidents, meaning, playbooks, roles
from handlers.about import meant, where_to_show
from handlers.registry import Button, Command, Context


async def show(context: Context) -> None:
    """/roles [CODE]."""
    incident, _ = await meant(context, guesses=True)
    await _post(context, incident.id, anew=True)


async def press_roles(context: Context, incident_id: str) -> None:
    """[Roles]."""
    await _post(context, int(incident_id), anew=False)
    context.toast("toast-below")


async def _post(context: Context, incident_id: int, *, anew: bool) -> None:
    incident = await meaning.of_id(context.tx, incident_id)
    chat_id, person = where_to_show(context, incident)
    await playbooks.post_page(context.tx, roles.PAGE, incident, chat_id, person, anew=anew)


def _role(code: str) -> CrewRole:
    if code not in set(CrewRole):
        raise Refused("refused-unknown-button")
    return CrewRole(code)


async def press_crew(context: Context, incident_id: str, which: str, how: str) -> None:
    """[Take it] [Give it back] [Give it to …]."""
    if how not in {"take", "back", "give"}:
        raise Refused("refused-unknown-button")
    tx, person, role = context.tx, context.person, _role(which)
    incident = await meaning.of_id(tx, int(incident_id))
    if how == "give":
        keys = await roles.offer(tx, person, incident, role)
        context.answer("which-crew", code=incident.code, role=roles.name_of(role), keys=keys)
        return
    if how == "take":
        await confidence.must_see(tx, person, incident)
        await roles.take(tx, person, incident, role)
    else:
        await roles.give_back(tx, person, incident, role)
    await incidents.give_sign(tx, context.team, person, incident.id)
    context.toast(f"toast-role-{how}", role=roles.name_of(role))


async def press_crewto(context: Context, incident_id: str, which: str, person_id: str) -> None:
    """[name]: that member has it from now on."""
    tx, person, role = context.tx, context.person, _role(which)
    incident = await meaning.of_id(tx, int(incident_id))
    to = await roles.give(tx, person, incident, role, int(person_id))
    await incidents.give_sign(tx, context.team, person, incident.id)
    context.toast("toast-role-given", role=roles.name_of(role), name=to.name)


COMMANDS = (Command("roles", "vaitro", Role.RESPONDER, show),)
BUTTONS = (
    Button("roles", Role.RESPONDER, press_roles),
    Button("crew", Role.RESPONDER, press_crew),
    Button("crewto", Role.RESPONDER, press_crewto),
)
