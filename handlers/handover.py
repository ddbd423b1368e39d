"""The hand-over of a shift: a word before it, its signature, and the answer of who takes over."""

from bot.domain.people import Role, may
from bot.domain.typed import unaccented
from bot.services import signing
from handlers.registry import Button, Command, Context

_SIGN = frozenset({"ky", "ky ban giao", "sign"})
_RECEIVED = frozenset({"nhan", "da nhan", "received"})


async def hand_over(context: Context) -> None:
    """/handover [sign or received, for a lead with a NAME; or a word before it]: without, shown."""
    said = unaccented(context.words)
    if not said:
        shown = await signing.show(context.tx, context.team, context.person)
        context.tell(shown.pop("text"), **shown)
        if not context.is_private:
            context.answer("answered-in-private")
    elif said in _SIGN:
        await press_sign(context, str(await signing.giving(context.tx, context.person)))
    elif said in _RECEIVED:
        await press_received(context, str(await signing.receiving(context.tx, context.person)))
    elif not await _did_for_somebody(context):
        shift_id = await signing.giving(context.tx, context.person)
        await write(context, str(shift_id), context.words)


async def _did_for_somebody(context: Context) -> bool:
    """Sign or confirm for whom a lead names; False when the words are no such thing."""
    verb, _, name = context.words.strip().partition(" ")
    word = unaccented(verb)
    if not name or word not in _SIGN | _RECEIVED or not may(context.person, Role.LEAD):
        return False
    person = await signing.named(context.tx, name)
    if person is None:
        return False
    if word in _SIGN:
        await press_sign(context, str(await signing.giving(context.tx, person)))
    else:
        await press_received(context, str(await signing.receiving(context.tx, person)))
    return True


async def write(context: Context, shift_id: str, words: str) -> None:
    """A reply to the hand-over becomes a word before it."""
    tx, team, person = context.tx, context.team, context.person
    await signing.add_note(tx, team, person, int(shift_id), words)
    key = {"label": "button-sign", "data": f"sign:{shift_id}", "style": "primary"}
    context.answer("handover-noted", keys=[[key]])


async def press_sign(context: Context, shift_id: str) -> None:
    """[Sign]: it goes to who takes over."""
    signed = await signing.sign(context.tx, context.team, context.person, int(shift_id))
    text = "handover-signed-last" if signed.is_done else "handover-signed"
    if context.press is None:
        context.answer(text)
    context.toast(text)


async def press_received(context: Context, shift_id: str) -> None:
    """[Received]: both have signed."""
    await signing.confirm(context.tx, context.team, context.person, int(shift_id))
    if context.press is None:
        context.answer("handover-received")
    context.toast("handover-received")


COMMANDS = (Command("handover", "bangiao", Role.RESPONDER, hand_over),)

BUTTONS = (
    Button("sign", Role.RESPONDER, press_sign),
    Button("received", Role.RESPONDER, press_received),
)
