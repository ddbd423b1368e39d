"""The case file (hồ sơ): everything about an incident in one ZIP, for a lead, with its hashes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct
from sqlalchemy import Row

from bot.domain.confidence import tlp
from bot.domain.evidence import Evidence
from bot.domain.improvements import Improvement
from bot.domain.incident import Incident
from bot.domain.indicators import Indicator
from bot.domain.paper import Finished
from bot.domain.people import Person
from bot.domain.seals import Line
from bot.domain.team import Team
from bot.services import after_actions, highlights
from bot.services.after_actions import Review
from bot.services.facts import REPORTING, Entry, IncidentFacts, entry_of, incident_facts
from bot.services.messages import tell
from bot.services.watch_reports import number_of, readers
from storage import case_forms, due, facts, improvements, incidents, indicators, links, papers
from storage import evidence as kept
from storage.database import Tx
from storage.due import Due
from storage.incidents import Entry as Written

MAKE = "make-case-export"  # about the order itself: the same one is not made twice
LARGEST = 50 * 1000 * 1000  # what Telegram takes from bots


class Told(Struct, frozen=True):
    """One line of the timeline: as it is sealed, and as people read it.

    `withheld`: it is an anonymous reporter's, so that nothing in it says who or from where.
    """

    line: Line
    entry: Entry
    withheld: bool


class CasePaperFile(Struct, frozen=True):
    """An official paper as it was made."""

    name: str
    version: int
    content: bytes


class CaseFile(Struct, frozen=True):
    """What the ZIP is made from; evidence is read from the disk where it is made."""

    incident: IncidentFacts
    timeline: tuple[Told, ...]
    evidence: tuple[Evidence, ...]
    senders: Mapping[int, str]
    indicators: tuple[Indicator, ...]
    papers: tuple[CasePaperFile, ...]
    data: Path | None
    team: Team
    language: str
    by: str
    made_at: datetime
    most: int = LARGEST
    related: tuple[str, ...] = ()
    improvements: tuple[Improvement, ...] = ()
    review: Review | None = None
    highlights: frozenset[int] = frozenset()

    @property
    def tlp(self) -> str:
        """Its marking: how far it may be passed on."""
        return tlp(confidential=self.incident.confidential)


class MadeCase(Struct, frozen=True):
    """The ZIP; `missing` are files that are not what they were, `left_out` those too big for it."""

    file: Finished
    sha256: str
    files: int
    tlp: str
    missing: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


class TooBig(Struct, frozen=True):
    """Even without evidence it is more than Telegram takes."""

    size: int


def share_of(marking: str) -> str:
    """Return the text that says what a marking means."""
    return {"TLP:AMBER": "tlp-amber", "TLP:RED": "tlp-red"}[marking]


async def order(tx: Tx, person: Person, incident: Incident) -> None:
    """Have the case file made for a lead."""
    params = {"incident_id": incident.id, "person_id": person.id}
    await due.schedule(tx, Due(MAKE, number_of(params), tx.now, params))


async def gather(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> CaseFile | None:
    """Return what the case file is made from; None when whoever asked for it leads no more."""
    del subject_id
    wanted = await readers(tx, params)
    if not wanted:
        return None
    incident_id: int = params["incident_id"]
    row = await facts.incident(tx, incident_id)
    found = await kept.of_incident(tx, incident_id)
    story = await incidents.story(tx, incident_id)
    return CaseFile(
        await incident_facts(tx, team, incident_id),
        tuple(_told(each, row) for each in story),
        tuple(found),
        await _senders(tx, found, row),
        tuple(await indicators.of_incident(tx, incident_id)),
        await _papers(tx, incident_id),
        team.data,
        # What answers are hashed with, and the ways out, are no part of a paper.
        replace(team, code_key=b"", channels={}),
        wanted[0].language,
        wanted[0].name,
        tx.now,
        related=tuple(each.code for each in await links.of_incident(tx, incident_id)),
        improvements=tuple(await improvements.of_incident(tx, incident_id)),
        highlights=await highlights.standing(tx, incident_id),
        review=await _review(tx, team, incident_id, story),
    )


async def _review(tx: Tx, team: Team, incident_id: int, story: Sequence[Row[Any]]) -> Review | None:
    """Return what is learnt from it, once a draft of that was ever made."""
    if not any(line.kind == "after-action" for line in story):
        return None
    return await after_actions.review_of(tx, team, await incidents.get(tx, incident_id))


def _told(row: Row[Any], incident: Any) -> Told:  # noqa: ANN401 a database row
    is_reporter = row.person_id is not None and row.person_id == incident.reporter_id
    withheld = bool(incident.anonymous and is_reporter and row.kind in REPORTING)
    names = ("incident_id", "at", "kind", "text", "details", "id", "seal")
    values = {name: getattr(row, name) for name in names}
    hidden = ("person_id", "chat_id", "message_id")
    values |= {name: None if withheld else getattr(row, name) for name in hidden}
    return Told(Line(**values), entry_of(row, incident), withheld)


async def _senders(
    tx: Tx,
    found: Sequence[Evidence],
    incident: Any,  # noqa: ANN401 a database row
) -> dict[int, str]:
    """Return the names of who sent which file; an anonymous reporter's is not even here."""
    names = await facts.names(tx, {each.person_id for each in found})
    return {
        each.id: names.get(each.person_id, "")
        for each in found
        if not (incident.anonymous and each.by_reporter and each.person_id == incident.reporter_id)
    }


async def _papers(tx: Tx, incident_id: int) -> tuple[CasePaperFile, ...]:
    made = []
    for paper in await case_forms.made_for(tx, incident_id):
        content = await case_forms.content(tx, paper.id)
        if content is not None and paper.name is not None:
            made.append(CasePaperFile(paper.name, paper.version or 1, content))
    return tuple(made)


async def keep(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: MadeCase | TooBig
) -> None:
    """Send the case file in private; who took it, and its hash, are custody."""
    del team, subject_id
    incident = await incidents.get(tx, params["incident_id"])
    for person in await readers(tx, params):
        if isinstance(made, TooBig):
            size = -(-made.size // 1_000_000)
            tell(tx, person, "notice", text="export-too-big", code=incident.code, size=size)
            continue
        details = {"sha256": made.sha256, "files": made.files, "tlp": made.tlp}
        await incidents.enter(tx, incident.id, Written("exported", person.id, details=details))
        paper_id = await papers.add(tx, made.file.name, made.file.content)
        said: dict[str, Any] = {"code": incident.code, "tlp": made.tlp, "sha256": made.sha256}
        said["share"] = {"text": share_of(made.tlp)}
        said |= {"number": made.files, "paper": paper_id}
        said["missing"] = _named("export-missing", made.missing)
        said["left"] = _named("export-left-out", made.left_out)
        tell(tx, person, "paper", text="export-made", **said)


def _named(text: str, names: Sequence[str]) -> dict[str, Any] | str:
    if not names:
        return ""
    return {"text": text, "count": len(names), "names": {"list": list(names[:5])}}


async def give_up(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever asked for the case file that it cannot be made."""
    del team, subject_id
    incident = await incidents.get(tx, params["incident_id"])
    for person in await readers(tx, params):
        tell(tx, person, "notice", text="export-not-made", code=incident.code)
