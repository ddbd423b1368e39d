"""What is said without a command: answers to questions, to pages and receipts, and first words."""

from collections.abc import Awaitable, Callable, Mapping

from bot.domain import words
from bot.domain.people import Role, may
from bot.domain.words import Asked, Deed
from bot.services import forms, forum, highlights, meaning, people
from bot.services.hotlines import hotline_lines
from handlers import (
    closing,
    confirming,
    incidents,
    onwatch,
    playbook,
    reporting,
    roll_call,
    swaps,
    tasks,
    watch,
)
from handlers.registry import Context

Does = Callable[..., Awaitable[None]]

_DEEDS: Mapping[Deed, Does] = {
    Deed.TAKE: incidents.take,
    Deed.DECLINE: incidents.press_decline,
    Deed.ESCALATE: incidents.press_escalate,
    Deed.STILL: incidents.press_still,
    Deed.RELEASE: incidents.press_release,
    Deed.PROMISE: incidents.press_promise,
    Deed.PHASE: incidents.press_phase,
    Deed.REFER: closing.answer_referral,
}


async def private(context: Context) -> None:
    """Route what a person wrote in private; an answer to a page comes before any open form."""
    in_form = await forms.is_open(context.tx, context.person)
    if may(context.person, Role.RESPONDER) and (
        await onwatch.answered(context)
        or await roll_call.answered(context, in_form=in_form)
        or await _answered(context, in_form=in_form)
        or await confirming.answered(context, in_form=in_form)
        or (may(context.person, Role.LEAD) and await watch.answered(context, in_form=in_form))
        or (not in_form and await onwatch.said_unasked(context))
        or (not in_form and await swaps.said_unable(context))
        or (not in_form and await playbook.said_unasked(context))
    ):
        return
    if in_form:
        await reporting.form_message(context)
        return
    if await tasks.forwarded(context):
        return
    if not await reporting.joins(context) and not onwatch.answers_nothing(context):
        await reporting.first_message(context)


async def _answered(context: Context, *, in_form: bool) -> bool:
    """Do what a member's words under one of the team's messages mean, or keep them as a note."""
    message = context.message
    if message.reply_to_message is not None:
        return await _replied(context, message.reply_to_message.message_id)
    if message.attachment is not None or not message.words:
        return False
    question = await meaning.open_question(
        context.tx, context.person, message.chat.id, message.words, in_form=in_form
    )
    return question is not None and await _did(context, question)


async def _replied(context: Context, message_id: int) -> bool:
    message = context.message
    if await playbook.replied(context, message_id):
        return True
    question = await meaning.replied_question(
        context.tx, context.person, message.chat.id, message_id
    )
    if question is None:
        return False
    in_topic = message_id == message.topic_id
    if in_topic and question.asked is Asked.TAKE and question.incident.owner_id is not None:
        # An "ok" among colleagues takes nothing from whoever has it.
        await _noted(context, question.incident.id, quietly=True)
    elif not await _did(context, question):
        await _noted(context, question.incident.id, quietly=in_topic)
    return True


async def _noted(context: Context, incident_id: int, *, quietly: bool) -> None:
    message = context.message
    if message.words or message.attachment:
        await incidents.write_note(context, incident_id, message.words, quietly=quietly)


async def _did(context: Context, question: meaning.Question) -> bool:
    """Do what the words mean as an answer; False when they are something to tell."""
    message = context.message
    said = None if message.attachment else words.said(question.asked, message.words)
    if said is None:
        return False
    arguments = (said.value,) if said.value else ()
    await _DEEDS[said.deed](context, str(question.incident.id), *arguments)
    return True


async def said_in_team(context: Context) -> None:
    """A member's words in the group, below something about an incident or in its topic.

    What is said among people in a topic, or below a note, is a note; everything else is talk.
    """
    message, reply = context.message, context.message.reply_to_message
    below = reply.message_id if reply is not None else message.topic_id
    if below is None or not may(context.person, Role.RESPONDER):
        return
    if await roll_call.answered(context) or await _replied(context, below):
        return
    incident_id = await forum.incident_in(context.tx, message.chat.id, message.topic_id)
    if incident_id is None and reply is not None:
        incident_id = await highlights.thread_of(context.tx, message.chat.id, below)
    if incident_id is not None:
        await _noted(context, incident_id, quietly=True)


async def blocked(context: Context) -> None:
    """Somebody the team has blocked is told so once a day, and nothing else happens."""
    if await people.blocked_notice_due(context.tx, context.person):
        lines = hotline_lines(context.team.catalog, context.person.language)
        context.answer("you-are-blocked", lines={"lines": lines})


async def edited(context: Context) -> None:
    """An edit follows what it edits: an open form's answer, or a report."""
    await reporting.edited(context)
