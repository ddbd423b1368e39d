"""The case file of an incident, its evidence, its lessons; loaded only where they are made."""

from bot.domain.paper import Finished
from bot.services.after_actions import Review
from bot.services.case_export import CaseFile, MadeCase, TooBig
from bot.services.evidence_copies import Wanted
from storage import evidence_files


def made(given: CaseFile) -> MadeCase | TooBig:
    """Return the ZIP, or that it is too big."""
    from bot.papers.case_export import made as zipped  # noqa: PLC0415 heavy

    return zipped(given)


def evidence(wanted: Wanted) -> Finished | None:
    """Return a kept file under a name that nothing opens; None when it is not what it was."""
    from bot.papers.case_export import name_of  # noqa: PLC0415 heavy

    content = evidence_files.read(wanted.data, wanted.evidence.sha256 or "")
    return None if content is None else Finished(f"{name_of(wanted.evidence)}.bin", content)


def review(given: Review) -> Finished:
    """Return the draft of lessons as a document."""
    from bot.papers.after_action import document  # noqa: PLC0415 heavy

    return document(given)
