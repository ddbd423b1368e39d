"""Statistics for leads: figures at their word, a report every month, Mẫu 05 before it is due.

Everything is counted and drawn by the workshop, so that a page never waits for a sum.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from bot.domain.obligations import Opening
from bot.domain.people import Person
from bot.domain.periods import end_of, turns_due
from bot.domain.spans import Span, Unit, month_of, part_of
from bot.domain.statistics_words import Asked, What
from bot.domain.team import Team
from bot.services import case_forms
from bot.services import statistics_facts as facts
from bot.services.messages import tell
from bot.services.opening import working_days
from bot.services.statistics_facts import Given, Made
from bot.services.statistics_words import label
from bot.services.watch_reports import number_of, readers
from storage import due, papers
from storage import statistics as stored
from storage.database import Tx
from storage.due import Due

DAILY = "statistics-daily"
MAKE = "make-statistics"  # about the order itself: the same one is not made twice
# The draft comes with the first reminder, and anew with the last days' figures.
DRAFTS_BEFORE = (timedelta(days=14), timedelta(days=3))
LATE_UNTIL = 7  # the day of the month up to which last month's report is still made by itself
_DAY = timedelta(days=1)
_JANUARY = 1


async def order(tx: Tx, person: Person, asked: Asked) -> dict[str, Any]:
    """Have something made for a lead; returns what its days are called."""
    await _order(tx, asked.what, asked.span, {"person_id": person.id})
    return label(asked.span)


async def _order(tx: Tx, what: What, span: Span, more: Mapping[str, Any]) -> None:
    params = {
        "what": what.value,
        "unit": span.unit.value,
        "days": [span.first.isoformat(), span.last.isoformat()],
        **more,
    }
    number = number_of(params)
    if more["person_id"] is None and await due.last_done(tx, MAKE, number) is not None:
        return
    await due.schedule(tx, Due(MAKE, number, tx.now, params))


def _span(params: Mapping[str, Any]) -> Span:
    return Span(Unit(params["unit"]), *map(date.fromisoformat, params["days"]))


async def gather(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> Given | None:
    """Return what is counted; None when whoever asked for it leads no more."""
    del subject_id
    to = await readers(tx, params)
    if not to:
        return None
    language = to[0].language if params["person_id"] is not None else team.language
    return await facts.given(tx, team, Asked(What(params["what"]), _span(params)), language)


async def keep(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: Made) -> None:
    """Send what was made to whoever asked for it, or to all leads."""
    del team, subject_id
    kept = [
        (text, await papers.add(tx, one.name, one.content, one.media)) for text, one in made.papers
    ]
    said, days = dict(made.said), label(_span(params))
    for person in await readers(tx, params):
        tell(tx, person, "answer" if params["person_id"] else "notice", **said)
        for text, paper_id in kept:
            tell(tx, person, "paper", text=text, span=days, paper=paper_id)


async def give_up(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever was to get it that it cannot be made."""
    del team, subject_id
    for person in await readers(tx, params):
        tell(tx, person, "notice", text="stats-not-made", span=label(_span(params)))


async def daily_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """On the first days of a month its report, before the deadlines of Mẫu 05 its draft.

    After an outage on the very day it still happens, once.
    """
    del subject_id, params
    today = tx.now.astimezone(team.zone).date()
    if today.day <= LATE_UNTIL:
        await _monthly(tx, team, month_of(today).before)
    await _drafts(tx, team, today)


async def _monthly(tx: Tx, team: Team, span: Span) -> None:
    first = await stored.first_opened(tx)
    if first is not None and first <= end_of(span.last, team.zone):
        await _order(tx, What.REPORT, span, {"person_id": None})


async def _drafts(tx: Tx, team: Team, today: date) -> None:
    obligation = team.catalog.campaigns.obligation(case_forms.FORM05_OBLIGATION)
    if obligation is None or obligation.opening is Opening.OFF:
        return
    working = await working_days(tx, team)
    for turn in turns_due(obligation, today, today + max(DRAFTS_BEFORE) + _DAY, working):
        near = [before for before in DRAFTS_BEFORE if turn.due - today <= before]
        unit = Unit.HALF if turn.first.month == _JANUARY else Unit.YEAR
        if near:
            await case_forms.prepare(tx, team, part_of(turn.first, unit), turn.due, min(near))
