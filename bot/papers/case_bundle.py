"""The case file of an incident; what it needs is loaded only where it is made."""

from bot.services.case_export import CaseFile, MadeCase, TooBig


def made(given: CaseFile) -> MadeCase | TooBig:
    """Return the ZIP, or that it is too big."""
    from bot.papers.case_export import made as zipped  # noqa: PLC0415 heavy

    return zipped(given)
