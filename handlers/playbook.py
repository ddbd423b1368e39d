"""The playbook of an incident: shown phase by phase, ticked by button or in words, changed."""

from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.people import Role
from bot.domain.playbook import Deed, Said, read
from bot.services import confidence, incidents, meaning, playbooks, room
from bot.services.showing import Under
from handlers.about import meant_to_see, to_see, where_to_show
from handlers.registry import Button, Command, Context

SHOWN_CHOICES = 30


async def playbook(context: Context) -> None:
    """/playbook [CODE] [xong 3 | bỏ qua 4 why | chưa 3 | đổi]."""
    incident, words = await meant_to_see(context)
    said = read(words)
    if words and said is None:
        raise Refused("refused-playbook-usage")
    if said is None:
        await _post(context, incident, anew=True)
    else:
        await _do(context, incident, said)


async def _post(context: Context, incident: Incident, *, anew: bool) -> None:
    await room.opened(context.tx, context.team, incident)
    chat_id, person = where_to_show(context, incident)
    await playbooks.post(context.tx, context.team, incident, chat_id, person, anew=anew)


async def press_open(context: Context, incident_id: str) -> None:
    """[Playbook]."""
    incident = await to_see(context, incident_id)
    await _post(context, incident, anew=False)
    context.toast("toast-below")


async def press_phase(context: Context, incident_id: str, phase: str) -> None:
    """[the phase before] [the phase after], in the same message."""
    await to_see(context, incident_id)
    await playbooks.turn(context.tx, _here(context), phase)


def _here(context: Context) -> Under:
    return Under(context.message.chat.id, context.message.message_id)


async def press_step(context: Context, playbook_id: str, step_number: str) -> None:
    """[☐ 3]: that step is done."""
    tx, person, number = context.tx, context.person, int(step_number)
    incident = await playbooks.press(tx, person, int(playbook_id), number, _here(context))
    await confidence.must_see(tx, person, incident)
    await incidents.give_sign(tx, context.team, person, incident.id)
    context.toast("toast-step", number=number)


async def _do(context: Context, incident: Incident, said: Said) -> None:
    tx, person = context.tx, context.person
    await confidence.must_see(tx, person, incident)
    await room.opened(tx, context.team, incident)
    which = {"list": list(map(str, said.numbers))}
    match said.deed:
        case Deed.CHANGE:
            await _offer(context, incident)
        case Deed.DONE:
            await playbooks.settle(tx, person, incident, said.numbers)
            context.answer("steps-done", code=incident.code, steps=which)
        case Deed.SKIP:
            if not said.reason:
                raise Refused("refused-skip-why")
            await playbooks.settle(tx, person, incident, said.numbers, reason=said.reason)
            context.answer("steps-skipped", code=incident.code, steps=which, reason=said.reason)
        case Deed.BACK:
            await playbooks.take_back(tx, person, incident, said.numbers)
            context.answer("steps-reopened", code=incident.code, steps=which)
    await incidents.give_sign(tx, context.team, person, incident.id)


async def _offer(context: Context, incident: Incident) -> None:
    offered = await playbooks.choices(context.tx, context.team, incident)
    keys = [
        {
            "caption": each.name(context.person.language),
            "data": f"playpick:{incident.id}:{each.code}",
        }
        for each in offered[:SHOWN_CHOICES]
    ]
    rows = [keys[at : at + 2] for at in range(0, len(keys), 2)]
    context.answer("which-playbook", code=incident.code, keys=rows)


async def press_pick(context: Context, incident_id: str, playbook: str) -> None:
    """[Ransomware] …: go on by another playbook."""
    tx, team, person = context.tx, context.team, context.person
    incident = await to_see(context, incident_id)
    chosen = await playbooks.change(tx, team, person, incident, playbook)
    await incidents.give_sign(tx, team, person, incident.id)
    context.toast("toast-playbook", name=chosen.name(person.language))
    await _post(context, incident, anew=True)


async def replied(context: Context, message_id: int) -> bool:
    """Words about steps below a message about an incident; False when they are none."""
    said = _said(context)
    if said is None:
        return False
    found = await meaning.replied_to(context.tx, context.message.chat.id, message_id)
    if found is None or found[0] not in {playbooks.PAGE, playbooks.CARD}:
        return False
    await _do(context, await meaning.of_id(context.tx, found[1]), said)
    return True


async def said_unasked(context: Context) -> bool:
    """Words such as `xong 3` where a playbook is shown: its steps are meant."""
    said = _said(context)
    if said is None or said.deed is Deed.CHANGE:
        return False
    incident = await meaning.last_shown(context.tx, playbooks.PAGE, context.message.chat.id)
    if incident is None:
        return False
    await _do(context, incident, said)
    return True


def _said(context: Context) -> Said | None:
    return None if context.message.attachment is not None else read(context.message.words)


COMMANDS = (Command("playbook", "phuongan", Role.RESPONDER, playbook),)
BUTTONS = (
    Button("playbook", Role.RESPONDER, press_open),
    Button("playphase", Role.RESPONDER, press_phase),
    Button("step", Role.RESPONDER, press_step),
    Button("playpick", Role.RESPONDER, press_pick),
)
