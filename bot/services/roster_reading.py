"""A roster read from the database as the table that texts and papers are made from."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from msgspec.structs import replace

from bot.domain.calendar import by_day
from bot.domain.people import Person
from bot.domain.register import LANGUAGES
from bot.domain.roster import Shift
from bot.domain.roster_table import (
    Day,
    Member,
    Place,
    Roster,
    days,
    left_over,
    place_of,
    places,
)
from bot.domain.team import Team
from bot.domain.watch import Slot, Watch, WatchState, slots
from bot.services import calendar
from storage import people, register, shifts, watches
from storage.database import Tx

COUNTING = (WatchState.PUBLISHED, WatchState.ENDED)
_DAY = timedelta(days=1)


def whole_days(first: date, last: date, team: Team) -> tuple[datetime, datetime]:
    """Return the instants at which some days begin and end on the team's clocks."""
    midnights = (datetime.combine(day, time(0), team.zone) for day in (first, last + _DAY))
    start, end = (at.astimezone(UTC) for at in midnights)
    return start, end


async def of_watch(tx: Tx, team: Team, watch: Watch) -> Roster:
    """Return a watch's roster, a draft's as far as it has come."""
    found = await shifts.of_watch(tx, watch.id)
    known = await _active(tx, found)
    standing = [shift for shift in found if shift.person_id in known]
    order = [seats.post for seats in watch.plan.seats]
    table = places(slots(watch, team.zone), standing)
    roster = await _roster(tx, team, (watch.start, watch.end), table, order)
    return replace(
        roster,
        members=await _members(tx, known),
        title=watch.name,
        is_draft=watch.state is WatchState.DRAFT,
    )


async def of_days(tx: Tx, team: Team, first: date, last: date) -> Roster:
    """Return what counts from one day to another: the watches, and the usual roster beside them."""
    return await of_period(tx, team, *whole_days(first, last, team))


async def of_period(tx: Tx, team: Team, start: datetime, end: datetime) -> Roster:
    """Return what counts from one instant to another."""
    found = await shifts.between(tx, start, end)
    known = await _active(tx, found)
    standing = [shift for shift in found if shift.person_id in known]
    asked = await _asked(tx, team, start, end)
    of_watches = [shift for shift in standing if shift.watch_id is not None]
    usual = [shift for shift in standing if shift.watch_id is None]
    groups = {post.code: post.paged_as or post.code for post in team.catalog.watch.posts}
    table = places(asked, of_watches)
    table += [place_of(stay) for stay in left_over(usual, of_watches, groups)]
    order = [post.code for post in team.catalog.watch.posts]
    roster = await _roster(tx, team, (start, end), table, order)
    return replace(roster, members=await _members(tx, known))


async def _asked(tx: Tx, team: Team, start: datetime, end: datetime) -> list[Slot]:
    """Return the places that the watches of a period want filled within it."""
    touching = await watches.touching(tx, start, end, COUNTING)
    every = (slot for watch in touching for slot in slots(watch, team.zone))
    return sorted(slot for slot in every if slot.start < end and slot.end > start)


async def _active(tx: Tx, found: Iterable[Shift]) -> Mapping[int, Person]:
    """Return who holds these shifts and may: what somebody inactive has is nobody's."""
    known = await people.of_ids(tx, sorted({shift.person_id for shift in found}))
    return {person_id: person for person_id, person in known.items() if person.active}


async def _members(tx: Tx, known: Mapping[int, Person]) -> dict[int, Member]:
    agencies = {row.id: row.name for row in await register.all_agencies(tx)}
    return {
        person.id: Member(
            person.name,
            person.telegram_id,
            person.phone,
            agencies.get(person.agency_id),
            person.telegram_id is not None and bool(person.reachable),
        )
        for person in known.values()
    }


async def _roster(
    tx: Tx,
    team: Team,
    period: tuple[datetime, datetime],
    table: Sequence[Place],
    order: Sequence[str],
) -> Roster:
    book = team.catalog.watch
    there = {place.post for place in table}
    codes = [*(code for code in order if code in there), *sorted(there.difference(order))]
    return Roster(
        *period,
        zone=team.zone,
        language=team.language,
        made_at=tx.now,
        posts=tuple((code, book.post(code).name(team.language)) for code in codes),
        days=await _named(tx, team, days(table, team.zone)),
        members={},
        letterhead=book.letterhead,
    )


async def _named(tx: Tx, team: Team, found: tuple[Day, ...]) -> tuple[Day, ...]:
    if not found:
        return ()
    first, last = found[0].day, found[-1].day
    spoken = {
        language: by_day(await calendar.days(tx, team, first, last, language))
        for language in LANGUAGES
    }
    special = spoken[team.language]
    return tuple(
        replace(
            day,
            name=special[day.day].name,
            is_off=special[day.day].is_off,
            names={language: known[day.day].name for language, known in spoken.items()},
        )
        if day.day in special
        else day
        for day in found
    )
