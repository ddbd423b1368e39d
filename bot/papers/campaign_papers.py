"""What campaigns leave on paper: board, sheet, report, plan, league table; loaded when made."""

from bot.domain.paper import Finished
from bot.services.leagues import Table
from bot.services.plans import CALENDAR, PlanOrder
from bot.services.rollup_facts import Compiled
from bot.services.rollups import BoardOrder, Form


def board(given: BoardOrder) -> list[Finished]:
    """Return the board as pictures, or the answers as a workbook."""
    if given.form is Form.SHEET:
        from bot.papers.campaign_sheet import workbook  # noqa: PLC0415 heavy

        return [workbook(given.compiled)]
    from bot.papers.campaign_board import pictures  # noqa: PLC0415 heavy

    return pictures(given.compiled)


def report(given: Compiled) -> list[Finished]:
    """Return the report ready for signature, and the answers it is made from."""
    from bot.papers.campaign_report import document  # noqa: PLC0415 heavy
    from bot.papers.campaign_sheet import workbook  # noqa: PLC0415 heavy

    return [document(given), workbook(given)]


def plan(given: PlanOrder) -> list[Finished]:
    """Return the plan of twelve months as a picture, or as a calendar file."""
    if given.form == CALENDAR:
        from bot.papers.campaign_calendar import calendar_file  # noqa: PLC0415 heavy

        return [calendar_file(given.plan)]
    from bot.papers.campaign_plan import picture  # noqa: PLC0415 heavy

    return [picture(given.plan)]


def league(given: Table) -> list[Finished]:
    """Return the league table of a period as a workbook."""
    from bot.papers.league_sheet import made  # noqa: PLC0415 heavy

    return made(given)
