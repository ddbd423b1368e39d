"""Statistics for leads, and what an incident has cost."""

from bot.domain.losses import read_amount, written
from bot.domain.people import Role
from bot.domain.statistics_words import What, read
from bot.services import losses, statistics
from handlers.about import pointed_at
from handlers.case_forms import write_of_period
from handlers.registry import Button, Command, Context

_BEGUN = {
    What.FIGURES: "stats-begun",
    What.REPORT: "stats-report-begun",
}


async def stats(context: Context) -> None:
    """/stats [DAYS | report [MONTH] | mau05 [DAYS]]: counted, drawn and sent in private.

    `mau05` is an official paper, as `/form 05` is.
    """
    today = context.tx.now.astimezone(context.team.zone).date()
    asked = read(context.words, today)
    if asked.what is What.FORM05:
        await write_of_period(context, asked.span)
        return
    span = await statistics.order(context.tx, context.person, asked)
    context.answer(_BEGUN[asked.what], span=span)


async def loss(context: Context) -> None:
    """/loss CODE AMOUNT: what a solved incident has cost."""
    incident, words = await pointed_at(context)
    await _enter(context, incident.id, read_amount(words))


async def press_no_loss(context: Context, incident_id: str) -> None:
    """[No loss] below what was solved."""
    await _enter(context, int(incident_id), 0)


async def _enter(context: Context, incident_id: int, amount: int) -> None:
    tx, team, person = context.tx, context.team, context.person
    incident = await losses.enter(tx, team, person, incident_id, amount)
    said = {"code": incident.code, "amount": written(amount, person.language)}
    if context.press is not None:
        context.toast("loss-none", code=incident.code)
    else:
        context.answer("loss-noted" if amount else "loss-none", **said)


COMMANDS = (
    Command("stats", "thongke", Role.LEAD, stats),
    Command("loss", "thiethai", Role.RESPONDER, loss, in_menu=False),
)
BUTTONS = (Button("noloss", Role.RESPONDER, press_no_loss),)
