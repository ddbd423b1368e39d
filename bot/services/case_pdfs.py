"""A version of an official paper as PDF, beside the DOCX or when somebody asks for it."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from bot.domain.paper import Finished
from bot.domain.people import Person
from bot.domain.team import Team
from bot.services import paper_subjects as subjects
from bot.services.case_forms import form_name, found
from bot.services.messages import tell
from storage import case_forms as kept
from storage import papers, people
from storage.case_forms import CasePaper
from storage.database import Tx


class NoPdf(Struct, frozen=True):
    """Why there is no PDF: LibreOffice is `missing` on this machine, or it `failed`."""

    why: str


async def gather_pdf(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]
) -> Finished | None:
    """Return the version to be turned into a PDF."""
    del team, params
    paper, content = await kept.get(tx, subject_id), await kept.content(tx, subject_id)
    if paper is None or paper.name is None or content is None:
        return None
    return Finished(paper.name, content)


async def keep_pdf(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: Finished | NoPdf
) -> None:
    """Send the PDF to whoever wants it, or say why there is none.

    Whom nobody has asked is told nothing of a LibreOffice that is not there.
    """
    paper = await found(tx, subject_id)
    to = await _readers(tx, paper, params["person_id"])
    name = form_name(team, paper)
    if not to or (made == NoPdf("missing") and params.get("unasked")):
        return
    if isinstance(made, NoPdf):
        text = "official-pdf-missing" if made.why == "missing" else "official-pdf-failed"
        for person in to:
            tell(tx, person, "answer", text=text, form=name)
        return
    file_id = await papers.add(tx, made.name, made.content)
    said: dict[str, Any] = {"form": name, "version": paper.version, "paper": file_id}
    for person in to:
        tell(tx, person, "paper", text="official-pdf", **said)


async def _readers(tx: Tx, paper: CasePaper, person_id: int | None) -> list[Person]:
    """Return who wants it and still may have it; of what nobody has ordered all leads."""
    if person_id is None:
        return await subjects.readers(tx, paper)
    person = await people.get(tx, person_id)
    return [person] if subjects.is_theirs(person, await subjects.of_paper(tx, paper)) else []


async def give_up_pdf(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever wants a PDF that there will be none."""
    await keep_pdf(tx, team, subject_id, params, NoPdf("failed"))
