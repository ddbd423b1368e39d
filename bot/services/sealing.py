"""The sealed timeline: once a day an anchor goes to the group; whether all is as it was written."""

from collections.abc import AsyncIterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from msgspec import Struct

from bot.domain.last_said import contradicted
from bot.domain.seals import Anchor, Fault, Found, Line, anchor, beheaded, broken, code
from bot.domain.team import Team
from bot.services.messages import instant, leads, tell, tell_team
from storage import case_forms, evidence_files, seals
from storage.database import Tx
from storage.seals import Chain

ANCHOR = "anchor"


class Looked(Struct, frozen=True):
    """What was looked at and found; `unsealed` lines are older than the seals.

    No anchor stands yet for the `newest` ones: only the heads tell if the last were cut off.
    """

    incidents: int
    lines: int
    unsealed: int
    newest: int
    anchors: tuple[Anchor, ...]
    found: tuple[Found, ...]


async def anchor_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Seal what was written since the last anchor, and give the group the code to keep.

    The hashes of papers of periods come after the lines: no line holds them. Without a group the
    leads get the code; when nothing was written nothing is said.
    """
    del subject_id, params
    before = await seals.last_anchor(tx)
    after, upto = before.upto if before else 0, await seals.newest_line(tx)
    written = await seals.between(tx, after, upto)
    papers = (await case_forms.anchored(tx)).get(None, {})
    if not written and not papers:
        return
    digest = anchor(before.digest if before else "", [*written, *papers.values()])
    dropped = await seals.drop_anchor(tx, upto, len(written), digest)
    if papers:
        await case_forms.cover(tx, papers, dropped.id)
    said: dict[str, Any] = {
        "text": "timeline-anchor-papers" if papers else "timeline-anchor",
        "lines": len(written),
        "papers": len(papers),
        "code": code(digest),
        "until": instant(tx.now),
    }
    tell_team(tx, team, "notice", **said)
    if team.chat_id is None:
        for lead in await leads(tx):
            tell(tx, lead, "notice", **said)


async def look(tx: Tx, data: Path | None = None) -> Looked:
    """Go through every timeline with its head, what its lines hold the hash of, and every anchor.

    The papers of periods, of which no timeline tells, are compared with the hashes beside them.
    Files kept as evidence are looked at where there is a folder for them. Nothing is changed.
    """
    incidents = lines = unsealed = 0
    found: list[Found] = []
    async for chain in seals.by_incident(tx):
        sealed = _sealed(chain.lines)
        incidents, lines = incidents + 1, lines + len(chain.lines)
        unsealed += len(chain.lines) - len(sealed)
        found += _judged(chain, sealed)
        found += [fault async for fault in _files(tx, chain.lines, data)]
    found += [Found(Fault.GONE, h.line_id, h.incident_id) for h in await seals.without_lines(tx)]
    found += [fault async for fault in _versions(tx)]
    anchors, papers = await seals.all_anchors(tx), await case_forms.anchored(tx)
    after, digest = 0, ""
    for each in anchors:
        written = await seals.between(tx, after, each.upto)
        hashes = papers.get(each.id, {}).values()
        if each.lines != len(written) or each.digest != anchor(digest, [*written, *hashes]):
            found.append(Found(Fault.ANCHOR, each.id))
        after, digest = each.upto, each.digest
    newest = len(await seals.between(tx, after, await seals.newest_line(tx)))
    return Looked(incidents, lines, unsealed, newest, tuple(anchors), tuple(found))


def _judged(chain: Chain, sealed: Sequence[Line]) -> list[Found]:
    """Return what is wrong with a timeline; what one that is whole says, its incident must say."""
    faults = broken(sealed)
    faults += beheaded(chain.lines, chain.head, is_broken=bool(faults))
    if chain.own is None:
        return [*faults, Found(Fault.ORPHAN, chain.lines[-1].id, chain.lines[-1].incident_id)]
    return faults or contradicted(chain.lines, chain.own)


def _sealed(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that can be judged: those with a seal, and what follows one."""
    return [line for n, line in enumerate(lines) if line.seal or (n and lines[n - 1].seal)]


async def _files(tx: Tx, chain: Sequence[Line], data: Path | None) -> AsyncIterator[Found]:
    """Give the lines whose paper or file is not what it was when they were written."""
    for line in chain:
        digest = str(line.details.get("sha256") or "")
        if not digest:
            continue
        if line.kind == "form-made":
            paper_id = int(line.details.get("paper") or 0)
            if not await _is_paper(tx, paper_id, digest):
                yield Found(Fault.PAPER, line.id, line.incident_id)
        if line.kind == "evidence-kept" and not _is_there(data, digest):
            yield Found(Fault.FILE, line.id, line.incident_id)


async def _versions(tx: Tx) -> AsyncIterator[Found]:
    """Give the versions of the papers of periods that are gone or not what they were when made.

    They are numbered without a gap, and those that could not be made keep their number.
    """
    every = await case_forms.of_periods(tx)
    for (period, form), versions in groupby(every, lambda paper: (paper.period, paper.form)):
        name, number = f"{form} of {period}", 0
        for paper in versions:
            for gone in range(number + 1, paper.version or 0):
                yield Found(Fault.VERSION, gone, paper=name)
            number = paper.version or 0
            was_made = paper.state == case_forms.MADE or paper.made_at is not None
            if was_made and not await _is_paper(tx, paper.id, paper.sha256 or ""):
                yield Found(Fault.VERSION, number, paper=name)


async def _is_paper(tx: Tx, paper_id: int, digest: str) -> bool:
    content = await case_forms.content(tx, paper_id)
    return content is not None and sha256(content).hexdigest() == digest


def _is_there(data: Path | None, digest: str) -> bool:
    """Tell whether a file is as it was kept; without a folder there is nothing to look at."""
    return data is None or evidence_files.read(data, digest) is not None
