"""What an incident or a period leaves on official paper; what that needs is loaded only then."""

from msgspec.structs import replace

from bot.domain.paper import Finished
from bot.papers.statistics_papers import make
from bot.services.case_papers import MadePaper, Order, Unusable
from bot.services.case_pdfs import NoPdf


def paper(given: Order) -> MadePaper | Unusable:
    """Return the filled paper, that of a period with its table, or why there is none."""
    from bot.papers.case_forms import document  # noqa: PLC0415 heavy

    made = document(given)
    if given.figures is None or isinstance(made, Unusable):
        return made
    return replace(made, beside=make(given.figures))


def pdf(given: Finished) -> Finished | NoPdf:
    """Return a paper as PDF, or why there is none."""
    from bot.papers.case_pdf import converted  # noqa: PLC0415 only where somebody wants one

    return converted(given)
