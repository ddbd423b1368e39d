"""What is said without a command: answers to questions, to pages and receipts, and first words."""

from bot.domain.people import Role, may
from bot.services import forms, meaning, people
from bot.services.hotlines import hotline_lines
from handlers import incidents, reporting
from handlers.registry import Context

# Answers to these reach the team's side of an incident; answers to any other, the reporter's.
_TEAM_SIDE = ("incident-",)


async def private(context: Context) -> None:
    """Route what a person wrote in private; a reply to a page comes before any open form."""
    is_member = may(context.person, Role.RESPONDER)
    if is_member and await _replied_as_member(context):
        return
    if await forms.is_open(context.tx, context.person):
        await reporting.form_message(context)
        return
    if is_member and await _took_last_page(context):
        return
    if not await reporting.joins(context):
        await reporting.first_message(context)


async def _replied_as_member(context: Context) -> bool:
    """A member's reply to a page is an acknowledgement or a note."""
    message = context.message
    reply = message.reply_to_message
    reply_to = reply.message_id if reply else None
    found = await meaning.replied_to(context.tx, message.chat.id, reply_to)
    if found is None or not found[0].startswith(_TEAM_SIDE):
        return False
    await _answer_to(context, found[1])
    return True


async def _took_last_page(context: Context) -> bool:
    """A bare "ok" takes the last page."""
    message = context.message
    if message.reply_to_message or not incidents.is_acknowledgement(message.words):
        return False
    incident_id = await meaning.last_page(context.tx, message.chat.id)
    if incident_id is None:
        return False
    await incidents.acknowledge_last(context, incident_id)
    return True


async def _answer_to(context: Context, incident_id: int) -> None:
    message = context.message
    if incidents.is_acknowledgement(message.words):
        await incidents.acknowledge_last(context, incident_id)
    elif message.words or message.attachment:
        await incidents.write_note(context, incident_id, message.words)


async def replied_in_team(context: Context) -> None:
    """A member's reply in the group to something about an incident; everything else is talk."""
    reply = context.message.reply_to_message
    if reply is None or not may(context.person, Role.RESPONDER):
        return
    found = await meaning.replied_to(context.tx, context.message.chat.id, reply.message_id)
    if found is not None:
        await _answer_to(context, found[1])


async def blocked(context: Context) -> None:
    """Somebody the team has blocked is told so once a day, and nothing else happens."""
    if await people.blocked_notice_due(context.tx, context.person):
        lines = hotline_lines(context.team.catalog, context.person.language)
        context.answer("you-are-blocked", lines={"lines": lines})


async def edited(context: Context) -> None:
    """An edit follows what it edits: an open form's answer, or a report."""
    await reporting.edited(context)
