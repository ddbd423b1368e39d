"""First words, help, and what anybody may set or ask for: language, privacy, hotlines, warnings."""

from collections.abc import Sequence
from typing import Any

from bot.domain.people import Role, may
from bot.services import enrolment, people
from bot.services.hotlines import hotline_lines
from handlers import people as staff
from handlers.registry import Button, Command, Context, Where

_LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}


async def start(context: Context) -> None:
    """/start: a welcome for the person's role; a deep link's payload is followed."""
    sender = context.update.sender
    if sender is not None:
        context.person = await people.introduce(context.tx, context.person, sender.full_name)
    payload = context.words.strip()
    if payload.startswith(enrolment.PREFIX):
        await staff.open_invite(context, payload)
        return
    text = f"welcome-{_standing(context)}"
    if payload == "enrol" and not may(context.person, Role.STAFF):
        text = "enrol-how"
    context.answer(text, name=context.person.name, keys=_first_keys(context))


def _standing(context: Context) -> Role:
    return context.person.role if may(context.person, Role.STAFF) else Role.CITIZEN


def _first_keys(context: Context) -> list[list[dict[str, Any]]]:
    report = {"label": "button-report", "data": "go:report", "style": "primary"}
    reports = {"label": "button-my-reports", "data": "go:status"}
    languages = [
        {"caption": name, "data": f"language:{code}"}
        for code, name in _LANGUAGES.items()
        if code != context.person.language
    ]
    return [[report, reports], languages]


def commands_for(role: Role, commands: Sequence[Command]) -> list[Command]:
    """Return the commands that a role may use and that are shown, in their order."""
    return [command for command in commands if command.in_menu and role >= command.least]


async def show_help(context: Context) -> None:
    """/help: what this person can do, from the registry."""
    lines = [
        {
            "text": "help-line",
            "command": command.name,
            "alias": command.alias,
            "what": {"text": f"command-{command.name}"},
        }
        for command in commands_for(_standing(context), context.params.get("commands", ()))
    ]
    context.answer("help", role={"role": _standing(context).value}, lines={"lines": lines})


async def show_hotlines(context: Context) -> None:
    """/hotline: whom to call, and when somebody last checked the number."""
    speaks = _language(context)
    lines = hotline_lines(context.team.catalog, speaks)
    text = "hotlines" if lines else "hotlines-none"
    offline = context.team.catalog.contact_offline(speaks)
    context.answer(text, lines={"lines": lines}, offline=offline)


def _language(context: Context) -> str:
    return context.person.language if context.is_private else context.team.language


async def show_warnings(context: Context) -> None:
    """/warnings: says honestly that there are none yet."""
    context.answer("warnings-none")


async def ask_language(context: Context) -> None:
    """/language: the languages, each in its own words."""
    keys = [{"caption": name, "data": f"language:{code}"} for code, name in _LANGUAGES.items()]
    context.answer("language-which", keys=[keys])


async def press_language(context: Context, language: str) -> None:
    """[Tiếng Việt] [English]: from now on in that language."""
    await people.set_language(context.tx, context.person, language)
    context.toast("language-set", language=language)
    context.tell("language-set", language=language)


async def show_privacy(context: Context) -> None:
    """/privacy: what is kept about people, why, how long, who sees it, and their rights."""
    seen = context.person.privacy_at is not None
    keys = [] if seen else [[{"label": "button-privacy-ok", "data": "privacy:ok"}]]
    offline = context.team.catalog.contact_offline(_language(context))
    context.answer("privacy-notice", offline=offline, keys=keys)


async def press_privacy(context: Context, word: str = "ok") -> None:
    """[I have read this]."""
    del word
    await people.accept_privacy(context.tx, context.person)
    context.toast("toast-privacy-ok")


COMMANDS = (
    Command("start", "batdau", Role.CITIZEN, start, Where.PRIVATE, in_menu=False),
    Command("help", "trogiup", Role.CITIZEN, show_help),
    Command("hotline", "duongdaynong", Role.CITIZEN, show_hotlines),
    Command("warnings", "canhbao", Role.CITIZEN, show_warnings),
    Command("language", "ngonngu", Role.CITIZEN, ask_language, Where.PRIVATE),
    Command("privacy", "riengtu", Role.CITIZEN, show_privacy, Where.PRIVATE),
)
BUTTONS = (
    Button("language", Role.CITIZEN, press_language),
    Button("privacy", Role.CITIZEN, press_privacy),
)
