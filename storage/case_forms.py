"""Official papers, of an incident or a period: each version kept with its file; facts of a case.

A version that was made is never changed any more; only how it was sent is added, once.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Row, func, select, update

from storage.database import Tx
from storage.form_tables import case_papers
from storage.tables import agencies, incidents, people, systems

About = int | str
"""What a paper is about: an incident by its number, or a period by its key."""

ASKED, ORDERED, MADE, FAILED = "asked", "ordered", "made", "failed"
_LIGHT = tuple(each for each in case_papers.c if each.name not in {"content", "anchor_id"})


class CasePaper(Struct, frozen=True):
    """One paper without its file; `by` is who had it made, `version` counts those of its form.

    It is about an incident or a period; what the bot has made by itself nobody has ordered.
    """

    id: int
    incident_id: int | None
    period: str | None
    form: str
    state: str
    version: int | None
    asked: Sequence[str]
    answers: Mapping[str, str]
    ordered_by_id: int | None
    ordered_at: datetime
    made_at: datetime | None
    name: str | None
    sha256: str | None
    sent_at: datetime | None
    number: str | None
    channel: str | None
    receipt: str | None
    sent_by_id: int | None
    entered_at: datetime | None
    by: str | None = None

    @property
    def about(self) -> About:
        """What it is about."""
        return self.period or self.incident_id or 0


def _is_about(about: About) -> ColumnElement[bool]:
    column = case_papers.c.incident_id if isinstance(about, int) else case_papers.c.period
    return column == about


def _paper(row: Row[Any]) -> CasePaper:
    return CasePaper(**row._mapping)  # noqa: SLF001 Row's documented view


async def get(tx: Tx, paper_id: int) -> CasePaper | None:
    """Return one paper."""
    row = await tx.one(select(*_LIGHT).where(case_papers.c.id == paper_id))
    return _paper(row) if row is not None else None


async def content(tx: Tx, paper_id: int) -> bytes | None:
    """Return a paper's file, None before it is made."""
    found: bytes | None = await tx.scalar(
        select(case_papers.c.content).where(case_papers.c.id == paper_id)
    )
    return found


async def made_for(tx: Tx, about: About) -> list[CasePaper]:
    """Return every version that was made for an incident or a period, oldest first."""
    rows = await tx.all(
        select(*_LIGHT, people.c.name.label("by"))
        .outerjoin(people, people.c.id == case_papers.c.ordered_by_id)
        .where(_is_about(about), case_papers.c.state == MADE)
        .order_by(case_papers.c.id)
    )
    return [_paper(row) for row in rows]


async def of_periods(tx: Tx) -> list[CasePaper]:
    """Return every version that was ordered for any period, by period, form and number."""
    c = case_papers.c
    rows = await tx.all(
        select(*_LIGHT)
        .where(c.period.is_not(None), c.version.is_not(None))
        .order_by(c.period, c.form, c.version)
    )
    return [_paper(row) for row in rows]


async def anchored(tx: Tx) -> dict[int | None, dict[int, str]]:
    """Return the hashes of the versions that were made for periods, {paper: hash} by their anchor.

    Under None are those that no anchor covers yet.
    """
    c = case_papers.c
    rows = await tx.all(
        select(c.id, c.anchor_id, c.sha256)
        .where(c.period.is_not(None), c.state == MADE)
        .order_by(c.id)
    )
    found: dict[int | None, dict[int, str]] = {}
    for row in rows:
        found.setdefault(row.anchor_id, {})[row.id] = row.sha256 or ""
    return found


async def cover(tx: Tx, paper_ids: Collection[int], anchor_id: int) -> None:
    """Keep which anchor covers these versions."""
    wanted = case_papers.c.id.in_(list(paper_ids))
    await tx.run(update(case_papers).where(wanted).values(anchor_id=anchor_id))


async def answers(
    tx: Tx, about: About, person_id: int = 0, own: Collection[str] = ()
) -> dict[str, str]:
    """Return what was answered for the papers of one thing so far, the newest word of each.

    What is somebody's `own` comes only from the papers of that person.
    """
    rows = await tx.all(
        select(case_papers.c.answers, case_papers.c.ordered_by_id)
        .where(_is_about(about), case_papers.c.state != ASKED)
        .order_by(case_papers.c.id)
    )
    return {
        code: words
        for row in rows
        for code, words in row.answers.items()
        if code not in own or row.ordered_by_id == person_id
    }


async def add(
    tx: Tx,
    about: About,
    form: str,
    person_id: int | None,
    asked: Sequence[str],
    known: Mapping[str, str],
) -> int:
    """Begin a paper; one that the same person has begun and not finished is begun anew."""
    is_theirs = (
        _is_about(about),
        case_papers.c.form == form,
        case_papers.c.ordered_by_id == person_id,
        case_papers.c.state == ASKED,
    )
    before = await tx.scalar(select(func.max(case_papers.c.id)).where(*is_theirs))
    values: dict[str, Any] = {
        "asked": list(asked),
        "answers": dict(known),
        "ordered_at": tx.now,
    }
    if before is not None:
        await tx.run(update(case_papers).where(case_papers.c.id == before).values(**values))
        return int(before)
    return await tx.add(
        case_papers,
        incident_id=about if isinstance(about, int) else None,
        period=about if isinstance(about, str) else None,
        form=form,
        ordered_by_id=person_id,
        state=ASKED,
        **values,
    )


async def left_by(tx: Tx, about: About, form: str, person_id: int) -> Mapping[str, str]:
    """Return what somebody had answered for a paper that they left unfinished."""
    row = await tx.one(
        select(case_papers.c.answers)
        .where(_is_about(about), case_papers.c.form == form, case_papers.c.state == ASKED)
        .where(case_papers.c.ordered_by_id == person_id)
        .order_by(case_papers.c.id.desc())
        .limit(1)
    )
    return row.answers if row is not None else {}


async def leave(tx: Tx, paper_id: int, told: Mapping[str, str]) -> None:
    """Keep what was answered for a paper that is not to be made yet."""
    await _from(tx, paper_id, ASKED, answers=dict(told), ordered_at=tx.now)


async def forget_left(tx: Tx, before: datetime) -> None:
    """Forget what was answered for papers that were begun or left before an instant."""
    unfinished = (case_papers.c.state == ASKED, case_papers.c.ordered_at < before)
    await tx.run(update(case_papers).where(*unfinished).values(answers={}))


async def order(tx: Tx, paper: CasePaper, told: Mapping[str, str]) -> int:
    """Let a paper be made with these answers; returns its version."""
    last = await tx.scalar(
        select(func.max(case_papers.c.version)).where(
            _is_about(paper.about), case_papers.c.form == paper.form
        )
    )
    version = int(last or 0) + 1
    values: dict[str, Any] = {
        "state": ORDERED,
        "version": version,
        "answers": {**paper.answers, **told},
        "ordered_at": tx.now,
    }
    await tx.run(update(case_papers).where(case_papers.c.id == paper.id).values(**values))
    return version


async def last_by_itself(tx: Tx, period: str, form: str) -> datetime | None:
    """Return when the bot has last had a paper of a period made by itself."""
    found: datetime | None = await tx.scalar(
        select(func.max(case_papers.c.ordered_at)).where(
            case_papers.c.period == period,
            case_papers.c.form == form,
            case_papers.c.ordered_by_id.is_(None),
        )
    )
    return found


async def keep(tx: Tx, paper_id: int, name: str, file: bytes, sha256: str) -> bool:
    """Keep what was made, once."""
    return await _from(
        tx, paper_id, ORDERED, state=MADE, made_at=tx.now, name=name, content=file, sha256=sha256
    )


async def fail(tx: Tx, paper_id: int) -> bool:
    """Say of a paper that it could not be made."""
    return await _from(tx, paper_id, ORDERED, state=FAILED)


async def sent(tx: Tx, paper_id: int, person_id: int, said: Mapping[str, Any]) -> bool:
    """Keep when and how a paper was sent, under which number, and who has it; once."""
    statement = update(case_papers).where(
        case_papers.c.id == paper_id,
        case_papers.c.state == MADE,
        case_papers.c.entered_at.is_(None),
    )
    return await tx.change(statement.values(sent_by_id=person_id, entered_at=tx.now, **said))


async def _from(tx: Tx, paper_id: int, before: str, **values: Any) -> bool:  # noqa: ANN401 columns of any type
    statement = update(case_papers).where(
        case_papers.c.id == paper_id, case_papers.c.state == before
    )
    return await tx.change(statement.values(**values))


_own, _parent, _theirs = agencies, agencies.alias("parent"), agencies.alias("reporter_agency")
_reporter = people.alias("reporter")


async def case(tx: Tx, incident_id: int) -> Row[Any] | None:
    """Return an incident with what the registers know of its system, agency and reporter."""
    agency_id = func.coalesce(systems.c.agency_id, incidents.c.agency_id)
    return await tx.one(
        select(
            incidents,
            systems.c.name.label("system"),
            systems.c.level,
            systems.c.url,
            _own.c.name.label("operator"),
            _parent.c.name.label("owner"),
            _reporter.c.role.label("reporter_role"),
            _theirs.c.name.label("reporter_agency"),
        )
        .outerjoin(systems, systems.c.id == incidents.c.system_id)
        .outerjoin(_own, _own.c.id == agency_id)
        .outerjoin(_parent, _parent.c.id == _own.c.parent_id)
        .outerjoin(_reporter, _reporter.c.id == incidents.c.reporter_id)
        .outerjoin(_theirs, _theirs.c.id == _reporter.c.agency_id)
        .where(incidents.c.id == incident_id)
    )
