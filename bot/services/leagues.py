"""The league table of agencies over all campaigns of a period: a page, or a workbook."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import reduce
from hashlib import sha256
from typing import Any

from msgspec import Struct

from bot.domain.counting import key_of, span_of
from bot.domain.errors import Refused
from bot.domain.league import Place, Record, ranked
from bot.domain.paper import Finished
from bot.domain.people import Person, Role, may
from bot.domain.periods import end_of, start_of
from bot.domain.spans import Span, Unit, part_of, read_span
from bot.domain.team import Team
from bot.services.messages import tell
from bot.services.showing import Under, show
from bot.services.statistics_words import label
from bot.services.task_words import last_day
from storage import due, league, papers, people
from storage.database import Tx
from storage.due import Due

MAKE = "make-league"  # about the order itself
ON_A_PAGE = 20
_DAY = timedelta(days=1)
Key = dict[str, Any]
_EARLIEST = 1000  # years have four digits in a key
_KEYED = (Unit.YEAR, Unit.HALF, Unit.QUARTER, Unit.MONTH)


class Table(Struct, frozen=True):
    """The table of a period, with how many campaigns it counts, at an instant."""

    team: Team
    language: str
    span: Span
    made_at: datetime
    campaigns: int
    places: tuple[Place, ...]

    @property
    def whole(self) -> Record:
        """All agencies together."""
        return reduce(Record.__add__, (place.record for place in self.places), Record(""))


def asked(words: str, today: date) -> Span:
    """Return the period that is written, this year when none is; Refused for days and weeks."""
    if not words.strip():
        return part_of(today, Unit.YEAR)
    span = span_of(words) or _worded(words, today)
    if span is None or span.unit not in _KEYED or span.first.year < _EARLIEST:
        raise Refused("refused-league-span")
    return span


def _worded(words: str, today: date) -> Span | None:
    try:
        return read_span(words, today)
    except Refused as refused:
        if refused.text_id != "refused-span":
            raise
        return None  # its sentence is about statistics


def meant(key: str) -> Span:
    """Return the period of a button; Refused when it is none."""
    span = span_of(key)
    if span is None or span.unit not in _KEYED:
        raise Refused("refused-unknown-button")
    return span


async def table(tx: Tx, team: Team, span: Span, language: str) -> Table:
    """Return the agencies ranked by what was due in a period."""
    days = start_of(span.first, team.zone), end_of(span.last, team.zone)
    rows = await league.records(tx, *days)
    found = ranked(
        Record(row.agency, row.on_time, row.late, row.owed, kind=row.kind) for row in rows
    )
    count = await league.campaigns_between(tx, *days)
    return Table(team, language, span, tx.now, count, found)


async def show_league(
    tx: Tx, team: Team, person: Person, span: Span, page: int = 0, under: Under | None = None
) -> None:
    """Show a page of the league table of a period."""
    found = await table(tx, team, span, person.language)
    pages = max(1, -(-len(found.places) // ON_A_PAGE))
    if page >= pages:
        raise Refused("refused-page-gone")
    whole = found.whole
    shown = found.places[page * ON_A_PAGE :][:ON_A_PAGE]
    await show(
        tx,
        person,
        under,
        text="league-page",
        span=label(span),
        campaigns=found.campaigns,
        count=len(found.places),
        asked=whole.asked,
        percent=whole.percent,
        page=page + 1,
        pages=pages,
        lines={"lines": [_line(place) for place in shown]},
        keys=_keys(tx, team, found, page, pages),
    )


def _line(place: Place) -> dict[str, Any]:
    one = place.record
    said = {"on_time": one.on_time, "asked": one.asked, "late": one.late, "owed": one.owed}
    return {
        "text": "league-line",
        "rank": place.rank,
        "name": one.agency,
        "percent": one.percent,
        **said,
    }


def _keys(tx: Tx, team: Team, found: Table, page: int, pages: int) -> list[list[Key]]:
    span = found.span
    key = key_of(span)
    before = {"label": "button-page-before", "data": f"league:{key}:{page - 1}"}
    after = {"label": "button-page-after", "data": f"league:{key}:{page + 1}"}
    sheet = {"label": "button-league-xlsx", "data": f"league:{key}:0:xlsx"}
    others = [_other(span.before)]
    if last_day(team, tx.now) > span.last:
        others.append(_other(part_of(span.last + _DAY, span.unit)))
    back = {"label": "button-campaigns", "data": "campaigns:0"}
    turning = [before] * (page > 0) + [after] * (page + 1 < pages)
    rows = (turning, [sheet] if found.places else [], others, [back])
    return [row for row in rows if row]


def _other(span: Span) -> Key:
    key = key_of(span)
    return {"label": "button-league-other", "args": {"key": key}, "data": f"league:{key}:0"}


async def order(tx: Tx, person: Person, span: Span) -> None:
    """Have the table made for somebody as a workbook."""
    params = {"person_id": person.id, "key": key_of(span)}
    number = int.from_bytes(sha256(repr(sorted(params.items())).encode()).digest()[:7])
    await due.schedule(tx, Due(MAKE, number, tx.now, params))


async def gather(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> Table | None:
    """Return the table; None when whoever wanted it has left the team."""
    del subject_id
    reader = (await people.of_ids(tx, [params["person_id"]])).get(params["person_id"])
    if reader is None or not may(reader, Role.RESPONDER):
        return None
    return await table(tx, team, meant(params["key"]), reader.language)


async def keep(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: Sequence[Finished]
) -> None:
    """Send the workbook to whoever wanted it."""
    del team, subject_id
    person = await people.get(tx, params["person_id"])
    for paper in made:
        paper_id = await papers.add(tx, paper.name, paper.content, paper.media)
        said: dict[str, Any] = {"text": "league-made", "span": label(meant(params["key"]))}
        tell(tx, person, "paper", **said, paper=paper_id)


async def give_up(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever wanted the table that it cannot be made."""
    del team, subject_id
    person = await people.get(tx, params["person_id"])
    tell(tx, person, "notice", text="league-not-made", span=label(meant(params["key"])))
