"""The case file of an incident and its lessons; what they need is loaded only where it is made."""

from bot.domain.paper import Finished
from bot.services.after_actions import Review
from bot.services.case_export import CaseFile, MadeCase, TooBig


def made(given: CaseFile) -> MadeCase | TooBig:
    """Return the ZIP, or that it is too big."""
    from bot.papers.case_export import made as zipped  # noqa: PLC0415 heavy

    return zipped(given)


def review(given: Review) -> Finished:
    """Return the draft of lessons as a document."""
    from bot.papers.after_action import document  # noqa: PLC0415 heavy

    return document(given)
