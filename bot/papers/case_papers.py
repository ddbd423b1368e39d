"""What an incident leaves on official paper; what that needs is loaded only then."""

from bot.domain.paper import Finished
from bot.services.case_papers import MadePaper, NoPdf, Order, Unusable


def paper(given: Order) -> MadePaper | Unusable:
    """Return the filled paper, or why its template cannot be used."""
    from bot.papers.case_forms import document  # noqa: PLC0415 heavy

    return document(given)


def pdf(given: Finished) -> Finished | NoPdf:
    """Return a paper as PDF, or why there is none."""
    from bot.papers.case_pdf import converted  # noqa: PLC0415 only where somebody wants one

    return converted(given)
