"""The plan of the next twelve months as text: what is asked when, and of how many."""

from typing import Any

from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.services import campaign_plan
from bot.services.campaign_pages import state_words
from bot.services.campaign_plan import Planned
from bot.services.shift_words import day_text
from bot.services.showing import Under, show
from storage.database import Tx

ON_A_PAGE = 12


async def show_plan(
    tx: Tx, team: Team, person: Person, page: int = 0, under: Under | None = None
) -> None:
    """Show what comes in the next twelve months, month by month."""
    planned = await campaign_plan.ahead(tx, team)
    pages = max(1, -(-len(planned) // ON_A_PAGE))
    if page >= pages:
        raise Refused("refused-page-gone")
    shown = planned[page * ON_A_PAGE :][:ON_A_PAGE]
    before = {"label": "button-page-before", "data": f"plan:{page - 1}"}
    after = {"label": "button-page-after", "data": f"plan:{page + 1}"}
    turning = [before] * (page > 0) + [after] * (page + 1 < pages)
    papers = [
        {"label": "button-plan-png", "data": f"plan:{page}:png"},
        {"label": "button-plan-ics", "data": f"plan:{page}:ics"},
    ]
    await show(
        tx,
        person,
        under,
        text="campaigns-plan",
        count=len(planned),
        page=page + 1,
        pages=pages,
        lines={"lines": _lines(shown, leads=may(person, Role.LEAD))},
        keys=[
            *([turning] if turning else []),
            papers,
            [{"label": "button-campaigns", "data": "campaigns:0"}],
        ],
    )


def _lines(shown: list[Planned], *, leads: bool) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = []
    month = None
    for one in shown:
        if month != (one.due.year, one.due.month):
            month = (one.due.year, one.due.month)
            year = str(one.due.year)
            lines.append({"text": "campaigns-plan-month", "month": one.due.month, "year": year})
        lines.append(_line(one, leads=leads))
    return lines


def _line(one: Planned, *, leads: bool) -> dict[str, Any]:
    rule = one.obligation if one.campaign is None else None
    said = {
        "name": {"names": dict(rule.names)} if rule is not None else one.name,
        "due": day_text(one.due),
        "opens": day_text(one.opens),
        "agencies": one.addressed.agencies,
        "given": one.addressed.assignments,
        "silent": one.addressed.silent,
    }
    if one.campaign is not None:
        known = {"code": one.campaign.code, "state": state_words(one.campaign)}
        return {"text": "campaigns-plan-known", **said, **known}
    if not leads or one.obligation is None or one.turn is None:
        return {"text": "campaigns-plan-line", **said}
    turn = {"obligation": one.obligation.code, "period": one.turn.key}
    return {"text": "campaigns-plan-turn", **said, **turn}
