"""What is made of statistics: a text, a picture, workbooks and documents, loaded when needed."""

from bot.domain.statistics_words import What
from bot.services.statistics_facts import Given, Made
from bot.services.statistics_words import form05_said, report_said, said


def make(given: Given) -> Made:
    """Return the text and the papers of what was asked for; nothing is drawn of no incidents."""
    match given.what:
        case What.FORM05:
            return _form05(given)
        case What.REPORT:
            return _report(given)
        case What.FIGURES:
            return _figures(given)


def _figures(given: Given) -> Made:
    now, then = given.counted()
    text = said(given, now, then)
    if not now.all.incidents and not now.pages:
        return Made(text)
    from bot.papers.statistics_chart import picture  # noqa: PLC0415 heavy
    from bot.papers.statistics_sheet import workbook  # noqa: PLC0415 heavy

    papers = ("stats-picture", picture(given, now)), ("stats-sheet", workbook(given, now, then))
    return Made(text, papers)


def _report(given: Given) -> Made:
    from bot.papers.statistics_report import document  # noqa: PLC0415 heavy

    now, then = given.counted()
    return Made(report_said(given, now), (("stats-paper", document(given, now, then)),))


def _form05(given: Given) -> Made:
    from bot.papers.statistics_form05 import workbook  # noqa: PLC0415 heavy

    return Made(form05_said(given), (("mau-table", workbook(given)),))
