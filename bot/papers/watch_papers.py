"""What a watch leaves on paper: its report and its duty sheet; what they need is loaded then."""

from bot.domain.paper import Finished
from bot.services.duty_sheets import DutySheet
from bot.services.report_facts import Report


def report(given: Report) -> Finished:
    """Return the report as a document ready for signature."""
    from bot.papers.watch_report import document  # noqa: PLC0415 heavy

    return document(given)


def sheet(given: DutySheet) -> Finished:
    """Return the duty sheet as a workbook."""
    from bot.papers.duty_sheet import workbook  # noqa: PLC0415 heavy

    return workbook(given)
