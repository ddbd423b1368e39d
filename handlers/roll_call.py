"""The roll call: called, answered by button and in words."""

from bot.domain.errors import Refused
from bot.domain.people import Role, may
from bot.domain.roll_call import Presence, said
from bot.services import incidents, meaning, roll_call
from handlers.about import meant
from handlers.registry import Button, Command, Context


async def rollcall(context: Context) -> None:
    """/rollcall [CODE]."""
    incident, _ = await meant(context, guesses=True)
    count = await roll_call.call(context.tx, context.team, context.person, incident)
    await incidents.give_sign(context.tx, context.team, context.person, incident.id)
    context.answer("roll-called", code=incident.code, count=count)


async def press_roll(context: Context, incident_id: str) -> None:
    """[Roll call]: called, or called again; whoever may not call it sees the list."""
    incident = await meaning.of_id(context.tx, int(incident_id))
    count = await roll_call.call(context.tx, context.team, context.person, incident)
    await incidents.give_sign(context.tx, context.team, context.person, incident.id)
    context.toast("toast-rolled", count=count)


async def press_present(context: Context, incident_id: str, answer: str) -> None:
    """[On my way] [Remote] [Cannot]."""
    if answer not in set(Presence):
        raise Refused("refused-unknown-button")
    await _answer(context, int(incident_id), Presence(answer))


async def _answer(context: Context, incident_id: int, answer: Presence) -> None:
    tx, team, person = context.tx, context.team, context.person
    incident = await roll_call.answer(tx, team, person, incident_id, answer)
    told = {"text": f"presence-{answer.value}"}
    context.toast("toast-present", code=incident.code, answer=told)
    if context.press is None:
        context.answer("present-kept", code=incident.code, answer=told)


async def answered(context: Context, *, in_form: bool = False) -> bool:
    """Words such as "đang đến" below a call, or unasked when it is the newest in their chat."""
    message = context.message
    answer = None if message.attachment is not None else said(message.words)
    if answer is None or not may(context.person, Role.RESPONDER):
        return False
    tx, chat_id, reply = context.tx, message.chat.id, message.reply_to_message
    if reply is not None:
        found = await meaning.replied_to(tx, chat_id, reply.message_id)
        incident_id = found[1] if found is not None and found[0] in roll_call.ASKING else None
    elif in_form or not context.is_private:
        return False
    else:
        incident_id = await roll_call.asked_last(tx, chat_id, meaning.ASKS)
    if incident_id is None:
        return False
    await _answer(context, incident_id, answer)
    return True


COMMANDS = (Command("rollcall", "diemdanh", Role.RESPONDER, rollcall),)
BUTTONS = (
    Button("roll", Role.RESPONDER, press_roll),
    Button("present", Role.RESPONDER, press_present),
)
