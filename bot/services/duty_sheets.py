"""The duty sheet (bảng chấm trực): hours, nights, holidays and call-outs for the accountant."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.domain.duty import Night
from bot.domain.duty_sheet import Measure, Row, Sum, call_outs, rows, sums
from bot.domain.errors import Refused
from bot.domain.paper import Finished
from bot.domain.people import Person
from bot.domain.roster import LONGEST_STAY, Shift, ShiftState
from bot.domain.roster_table import Member
from bot.domain.stood import of_shifts
from bot.domain.team import Team
from bot.domain.watch import spans
from bot.domain.watch_policy import Letterhead
from bot.services import calendar
from bot.services.messages import tell
from bot.services.report_facts import event
from bot.services.watch_reports import meant, number_of, readers
from storage import due, papers, people, register, shifts, watch_facts, watches
from storage.database import Tx
from storage.due import Due

MAKE = "make-duty-sheet"  # about the order itself: the same one is not made twice
_DAY = timedelta(days=1)


class DutySheet(Struct, frozen=True):
    """What the workbook is made from; without a `title` it is a period, not a watch."""

    title: str
    start: datetime
    end: datetime
    made_at: datetime
    zone: ZoneInfo
    language: str
    rows: tuple[Row, ...]
    sums: tuple[Sum, ...]
    members: Mapping[int, Member]
    posts: Mapping[str, str]
    night: Night
    letterhead: Letterhead


async def order(
    tx: Tx, team: Team, person: Person, watch_id: int | None, days: tuple[date, date] | None
) -> None:
    """Have the duty sheet of a watch or of some days made for a lead."""
    params: dict[str, Any] = {"person_id": person.id}
    if days is not None:
        start, end = _instants(team, *days)
        if start > tx.now:
            raise Refused("refused-log-ahead")
        params["period"] = [start.isoformat(), end.isoformat()]
    else:
        watch = await meant(tx, watch_id)
        params["watch_id"] = watch.id
        params["period"] = [watch.start.isoformat(), watch.end.isoformat()]
    await due.schedule(tx, Due(MAKE, number_of(params), tx.now, params))


def _instants(team: Team, first: date, last: date) -> tuple[datetime, datetime]:
    try:
        start, end = (
            datetime.combine(day, time(), team.zone).astimezone(UTC) for day in (first, last + _DAY)
        )
    except OverflowError as error:
        raise Refused("refused-log-period") from error
    return start, end


async def gather(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]
) -> DutySheet | None:
    """Return what the sheet is made from; None when whoever asked for it leads no more."""
    del subject_id
    if not await readers(tx, params):
        return None
    start, end = map(datetime.fromisoformat, params["period"])
    found = await _shifts(tx, params, start, end)
    found_events = await watch_facts.of_shifts(tx, [shift.id for shift in found], tx.now)
    measure = await _measure(tx, team, start, end)
    listed = rows(found, of_shifts(map(event, found_events)), measure, tx.now)
    outside = await _call_outs(tx, start, end)
    ids = {*outside, *(row.person_id for row in listed)}
    ids |= {row.stood_in_for for row in listed if row.stood_in_for is not None}
    members = await _members(tx, ids)
    return DutySheet(
        await _title(tx, params),
        start,
        end,
        tx.now,
        team.zone,
        team.language,
        tuple(listed),
        tuple(
            sums(
                listed,
                outside,
                measure,
                lambda person_id: members[person_id].name,
                await _places(tx, team, found),
            )
        ),
        members,
        _posts(team, found),
        measure.night,
        team.catalog.watch.letterhead,
    )


async def _shifts(tx: Tx, params: Mapping[str, Any], start: datetime, end: datetime) -> list[Shift]:
    """Return the shifts of a watch, or all that begin in a period; drafts never count."""
    if "watch_id" in params:
        found = await shifts.of_watch(tx, params["watch_id"])
        return [shift for shift in found if shift.state is not ShiftState.DRAFT]
    return [shift for shift in await shifts.between(tx, start, end) if shift.start >= start]


async def _places(
    tx: Tx, team: Team, found: Sequence[Shift]
) -> Callable[[Shift], tuple[object, ...]]:
    """Return how to tell which place of its watch's plan a shift is, or a part of."""
    begins: dict[int, list[datetime]] = {}
    for watch_id in {shift.watch_id for shift in found if shift.watch_id is not None}:
        watch = await watches.get(tx, watch_id)
        turns = spans(watch.start, watch.end, watch.plan.hours, team.zone)
        begins[watch_id] = [start for start, _ in turns]

    def place(shift: Shift) -> tuple[object, ...]:
        known = begins.get(shift.watch_id or 0, ())
        first = max((start for start in known if start <= shift.start), default=None)
        # What is not of the plan is a place of its own.
        return (shift.id,) if first is None else (shift.watch_id, shift.post, first)

    return place


async def _measure(tx: Tx, team: Team, start: datetime, end: datetime) -> Measure:
    first = start.astimezone(team.zone).date() - _DAY
    last = (end + LONGEST_STAY).astimezone(team.zone).date() + _DAY
    policy = team.catalog.watch.policy
    night = Night(policy.night_start, policy.night_end)
    return Measure(team.zone, night, await calendar.off_days(tx, team, first, last))


async def _call_outs(tx: Tx, start: datetime, end: datetime) -> dict[int, int]:
    taken = await watch_facts.taken_when_called(tx, start, min(end, tx.now))
    near = await shifts.between(tx, start - LONGEST_STAY, end)
    return call_outs(map(event, taken), near)


async def _members(tx: Tx, ids: set[int]) -> dict[int, Member]:
    agencies = {row.id: row.name for row in await register.all_agencies(tx)}
    found = (await people.of_ids(tx, sorted(ids))).values()
    return {
        one.id: Member(one.name, one.telegram_id, one.phone, agencies.get(one.agency_id))
        for one in found
    }


async def _title(tx: Tx, params: Mapping[str, Any]) -> str:
    return (await watches.get(tx, params["watch_id"])).name if "watch_id" in params else ""


def _posts(team: Team, found: list[Shift]) -> dict[str, str]:
    book = team.catalog.watch
    return {shift.post: book.post(shift.post).name(team.language) for shift in found}


async def keep(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: Finished
) -> None:
    """Keep the sheet and send it to whoever asked for it."""
    del team, subject_id
    title = await _title(tx, params)
    paper_id = await papers.add(tx, made.name, made.content, made.media)
    for person in await readers(tx, params):
        tell(
            tx,
            person,
            "paper",
            text="sheet-made",
            title=title or {"text": "sheet-of-period"},
            period={"period": list(params["period"])},
            paper=paper_id,
        )


async def give_up(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever asked for the sheet that it cannot be made."""
    del team, subject_id
    for person in await readers(tx, params):
        tell(tx, person, "notice", text="sheet-not-made")
