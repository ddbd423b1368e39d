"""Which incident an update is about, what it adds to the log, and how to say what was done."""

from typing import Any

from bot.domain.incident import Incident
from bot.services import incidents, meaning
from handlers.registry import Context


async def meant(context: Context, *, guesses: bool = False) -> tuple[Incident, str]:
    """Return the incident a command is about, and the words left over."""
    where = context.message.chat.id
    return await meaning.meant(context.tx, context.words, where, _replied(context), guesses=guesses)


async def pointed_at(context: Context) -> tuple[Incident, str]:
    """Return the incident a command names or replies to, and the words left over."""
    where = context.message.chat.id
    return await meaning.pointed_at(context.tx, context.words, where, _replied(context))


def _replied(context: Context) -> int | None:
    reply = context.message.reply_to_message
    return reply.message_id if reply and context.press is None else None


async def say_done(context: Context, incident_id: str, text: str, **params: Any) -> None:  # noqa: ANN401
    """Say what was done: under the button that was pressed, or to words, with the code."""
    if context.press is not None:
        context.toast(text, **params)
        return
    code = await meaning.code_of(context.tx, int(incident_id))
    context.answer("done-about", code=code, done={"text": text, **params})


async def enter_note(context: Context, incident_id: int, text: str) -> Incident:
    """Enter the message's words, or its file, as a note of its author."""
    message, file = context.message, context.message.attachment
    said = incidents.Note(
        text, (message.chat.id, message.message_id), file.model_dump() if file else None
    )
    return await incidents.note(context.tx, context.team, context.person, incident_id, said)
