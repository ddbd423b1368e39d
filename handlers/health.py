"""How the bot itself is, and why somebody was called or not: for admins and for the team."""

from collections.abc import Callable

from bot.domain.errors import Refused
from bot.domain.health import Process
from bot.domain.people import Role
from bot.services import health
from bot.services.why import explain
from handlers.about import meant
from handlers.registry import Button, Command, Context


async def show_health(context: Context) -> None:
    """/health: database, Telegram, what is late, who cannot be reached, and what to do."""
    process: Callable[[], Process] | None = context.params.get("process")
    if process is None:
        raise Refused("refused-unknown-command", command="health")
    await health.report(context.tx, context.person, process())
    _point_to_private(context)


async def show_why(context: Context) -> None:
    """/why [CODE]: who was to be called, when, by what way, with what result."""
    incident, _ = await meant(context, guesses=True)
    await explain(context.tx, context.team, context.person, incident.id)
    _point_to_private(context)


def _point_to_private(context: Context) -> None:
    if not context.is_private:
        context.answer("answered-in-private")


COMMANDS = (
    Command("why", "visao", Role.RESPONDER, show_why),
    Command("health", "suckhoe", Role.ADMIN, show_health),
)
BUTTONS: tuple[Button, ...] = ()
