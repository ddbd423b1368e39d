"""Which incident an update is about, what it adds to the log, and how to say what was done."""

from typing import Any

from bot.domain.incident import Incident
from bot.domain.people import Person
from bot.services import confidence, forum, incidents, meaning
from handlers.registry import Context


async def meant(context: Context, *, guesses: bool = False) -> tuple[Incident, str]:
    """Return the incident a command is about, and the words left over."""
    return await meaning.meant(context.tx, context.words, _place(context), guesses=guesses)


async def meant_to_see(context: Context) -> tuple[Incident, str]:
    """Return the incident a command is about if its author may read of it; Refused otherwise."""
    incident, words = await meant(context, guesses=True)
    await confidence.must_see(context.tx, context.person, incident)
    return incident, words


async def to_see(context: Context, incident_id: str) -> Incident:
    """Return the incident of a button if whoever presses it may read of it; Refused otherwise."""
    incident = await meaning.of_id(context.tx, int(incident_id))
    await confidence.must_see(context.tx, context.person, incident)
    return incident


def where_to_show(context: Context, incident: Incident) -> tuple[int, Person | None]:
    """Return the chat a page goes to: where it was asked for, or in private what is confidential.

    With the person whose private chat that is, if it is one.
    """
    person = context.person
    if context.is_private:
        return context.message.chat.id, person
    if incident.confidential and person.telegram_id is not None:
        context.toast("toast-see-private")
        if context.press is None:
            context.answer("answered-in-private")
        return person.telegram_id, person
    return context.message.chat.id, None


async def answer_unless_told(
    context: Context,
    incident: Incident,
    text: str,
    **params: Any,  # noqa: ANN401 what the text asks for
) -> None:
    """Answer what the group is told by a line of its own, unless that line stands right there."""
    message, tx = context.message, context.tx
    if message.chat.id == context.team.chat_id:
        stands_in = await forum.incident_in(tx, message.chat.id, message.topic_id)
        if stands_in == incident.id or await forum.link(tx, incident.id) is None:
            return
    context.answer(text, code=incident.code, **params)


async def pointed_at(context: Context) -> tuple[Incident, str]:
    """Return the incident a command names, replies to or is in the topic of, and other words."""
    return await meaning.pointed_at(context.tx, context.words, _place(context))


def _place(context: Context) -> meaning.Place:
    message, reply = context.message, context.message.reply_to_message
    if context.press is not None:
        return meaning.Place(message.chat.id)
    reply_to = reply.message_id if reply is not None else None
    return meaning.Place(message.chat.id, reply_to, message.topic_id)


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


def warn_of_words(context: Context, incident: Incident) -> None:
    """Say that a command with words about what is confidential does not belong in the group."""
    if incident.confidential and not context.is_private:
        context.answer("confidential-typed-here", code=incident.code)
