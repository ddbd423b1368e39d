"""Reporting and every other dialogue: first words, answers, buttons, edits, /report and /status."""

from bot.domain.answers import File, Part
from bot.domain.codes import parted
from bot.domain.errors import Refused
from bot.domain.people import Role
from bot.domain.report import REPORT
from bot.domain.typed import control_of, is_greeting, may_cancel
from bot.services import corrections, forms, reports
from handlers.incoming import Message, command_of
from handlers.registry import Button, Command, Context, Where

_NOTES = ("note", "ghichu", "reopen", "molai")


def part_of(message: Message, words: str | None = None) -> Part:
    """Return a message as a part of an answer; its words may be given without the command."""
    found = message.attachment
    return Part(
        chat_id=message.chat.id,
        message_id=message.message_id,
        text=message.words if words is None else words,
        file=File(**found.model_dump()) if found is not None else None,
        album=message.media_group_id,
    )


def _told(message: Message, words: str | None = None) -> Part:
    """Return what a message says; Refused for a sticker and the like, which say nothing."""
    part = part_of(message, words)
    if not part.text and part.file is None:
        raise Refused("refused-message-empty")
    return part


async def first_message(context: Context) -> None:
    """Whatever a person writes first begins a report; a greeting begins one without words."""
    message = context.message
    part = part_of(message)
    if part.file is None and (control_of(part.text) is not None or may_cancel(part.text)):
        context.answer("cancel-nothing")
        return
    if part.file is None and (not part.text or is_greeting(part.text)):
        lead = {"text": "form-lead-hello"}
        await forms.open(context.tx, context.team, context.person, REPORT, lead=lead)
        return
    beside = await reports.beside(context.tx, context.person)
    lead = beside or {"text": "form-lead-begun"}
    await forms.open(context.tx, context.team, context.person, REPORT, first=part, lead=lead)


async def form_message(context: Context) -> None:
    """Take a message while a form is open: an answer, a choice or a control.

    A reply to "is it solved for you?" is the answer to that.
    """
    if await reports.answers(context.tx, context.person, _replied_to(context.message)):
        await joins(context)
        return
    await forms.answer(context.tx, context.team, context.person, _told(context.message))


async def joins(context: Context) -> bool:
    """Add the message to a report of the person's if it belongs to one; False when it does not."""
    message, person = context.message, context.person
    part = part_of(message)
    incident_id = await reports.joined_by(context.tx, person, part, _replied_to(message))
    if incident_id is None:
        return False
    await reports.join(context.tx, context.team, person, incident_id, _told(message))
    return True


def _replied_to(message: Message) -> tuple[int, int] | None:
    reply = message.reply_to_message
    return (message.chat.id, reply.message_id) if reply is not None else None


async def edited(context: Context) -> None:
    """Let an edit follow its message: into the open form, or beside the old words of the log."""
    part = part_of(context.message, _without_command(context))
    if await forms.edit(context.tx, context.team, context.person, part):
        return
    code = await corrections.edit(context.tx, context.team, context.person, part)
    if code and context.message.topic_id is None:
        context.answer("report-edit-kept", code=code)


def _without_command(context: Context) -> str:
    """Return the words of a message as a command was given them, a leading code left out."""
    words = context.message.words
    found = command_of(words, context.team.bot_username)
    if found is None:
        return words
    name, words = found
    return parted(words)[1] if name in _NOTES else words


async def report(context: Context) -> None:
    """/report [what happened]."""
    message = context.message
    part = part_of(message, context.words)
    has_begun = bool(part.text) or part.file is not None
    first = part if has_begun else None
    await forms.open(context.tx, context.team, context.person, REPORT, first=first)


async def status(context: Context) -> None:
    """/status: how the person's own reports stand."""
    said = await reports.status(context.tx, context.person)
    context.tell(said.pop("text"), **said)


async def cancel(context: Context) -> None:
    """/cancel: give up the open form."""
    if not await forms.cancel(context.tx, context.team, context.person):
        context.answer("cancel-nothing")


async def press_form(context: Context, form_id: str, question: str, value: str) -> None:
    """Apply a button under a question."""
    shown = context.press.message if context.press is not None else None
    reply = shown.reply_to_message if shown is not None else None
    replied = part_of(reply) if reply is not None else None
    await forms.press(
        context.tx, context.team, context.person, int(form_id), question, value, replied
    )


async def press_join(context: Context, incident_id: str) -> None:
    """Add what was just written to the earlier report instead of a new one."""
    await forms.hand_over(context.tx, context.team, context.person, int(incident_id))


async def press_go(context: Context, where: str) -> None:
    """[Report] [My reports], offered below other messages; they answer in private."""
    if not context.person.id:
        raise Refused("refused-write-first")
    if where == "report":
        await forms.open(context.tx, context.team, context.person, REPORT)
    elif where == "status":
        await status(context)
    else:
        raise Refused("refused-unknown-button")


COMMANDS = (
    Command("report", "baocao", Role.CITIZEN, report, Where.PRIVATE),
    Command("status", "trangthai", Role.CITIZEN, status, Where.PRIVATE),
    Command("cancel", "huy", Role.CITIZEN, cancel, Where.PRIVATE),
)

BUTTONS = (
    Button("form", Role.CITIZEN, press_form),
    Button("go", Role.CITIZEN, press_go),
    Button("join", Role.CITIZEN, press_join),
)
