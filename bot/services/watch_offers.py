"""A holiday comes near: the leads are asked whether it needs a watch, and one tap starts it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.domain.calendar import Period
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.team import Team
from bot.domain.watch import Watch, WatchState
from bot.domain.watch_offer import DECLINED, OFFERED, is_offered
from bot.services import calendar, watches
from bot.services.messages import instant, leads, tell
from storage import calendar as stored
from storage import watches as stored_watches
from storage import watchlog
from storage.database import Tx
from storage.watchlog import LogLine

OFFER = "watch-offer"
_ALIVE = tuple(state for state in WatchState if state is not WatchState.CANCELLED)
_DAY = timedelta(days=1)


async def offer_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Offer the leads every holiday ahead that nobody watches and nobody has declined."""
    del subject_id, params
    today, policy = calendar.today(tx, team), team.catalog.watch.policy
    # What was said about a holiday this year does not matter for the next one.
    said = await stored.said_of_holidays(tx, tx.now - 2 * policy.offer_before, team.zone)
    for period in await calendar.periods(tx, team, today, today + policy.offer_before):
        watched = bool(await _watches_of(tx, team, period))
        if is_offered(period, today, policy, said, watched=watched):
            await _offer(tx, team, period)


async def _offer(tx: Tx, team: Team, period: Period) -> None:
    told = False
    for lead in await leads(tx):
        known = await calendar.period_of(tx, team, period.first, lead.language) or period
        first, last = _around(team, known)
        tell(
            tx,
            lead,
            "notice",
            text="holiday-offer",
            period=calendar.period_text(known),
            first=calendar.date_text(first),
            last=calendar.date_text(last),
            date=f"{period.first:%d/%m/%Y}",
            keys=_keys(period),
        )
        told = True
    if told:
        await _log(tx, OFFERED, period, None)


def _keys(period: Period) -> list[list[dict[str, Any]]]:
    number = day_number(period.first)
    return [
        [
            {"label": "button-offer-yes", "data": f"offer:{number}", "style": "primary"},
            {"label": "button-offer-no", "data": f"nooffer:{number}"},
        ]
    ]


def day_number(day: date) -> str:
    """Return a date as it stands in a button's data."""
    return f"{day:%Y%m%d}"


def _around(team: Team, period: Period) -> tuple[date, date]:
    """Return the first and last day of the watch that a holiday is offered."""
    around = team.catalog.watch.policy.days_around * _DAY
    return period.first - around, period.last + around


async def _log(tx: Tx, kind: str, period: Period, person: Person | None) -> None:
    details = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    person_id = person.id if person else None
    await watchlog.enter(tx, LogLine(kind, person_id=person_id, text=period.name, details=details))


async def _watches_of(tx: Tx, team: Team, period: Period) -> list[Watch]:
    start, end = (
        datetime.combine(day, time(), team.zone).astimezone(UTC)
        for day in (period.first, period.last + _DAY)
    )
    return await stored_watches.touching(tx, start, end, _ALIVE)


async def accept(tx: Tx, team: Team, person: Person, day: date) -> None:
    """Start a watch for the holiday that a day belongs to, with the days around it."""
    period = await _unwatched(tx, team, day)
    first, last = _around(team, period)
    name = f"{period.name} {period.last.year}"
    await watches.begin_for(tx, team, person, name, first, last)
    await _tell_others(tx, team, person, period, "holiday-offer-taken")


async def decline(tx: Tx, team: Team, person: Person, day: date) -> Period:
    """Keep for good that a holiday needs no watch; the other leads are told."""
    period = await _unwatched(tx, team, day)
    since = tx.now - 2 * team.catalog.watch.policy.offer_before
    before = await stored.declined_by(tx, period.first, period.last, since)
    if before is not None:
        raise Refused(
            "refused-offer-declined", name=period.name, by=before.name, at=instant(before.at)
        )
    await _log(tx, DECLINED, period, person)
    await _tell_others(tx, team, person, period, "holiday-offer-declined")
    return period


async def _unwatched(tx: Tx, team: Team, day: date) -> Period:
    """Return the holiday a day belongs to; Refused when it is over, watched, or none at all."""
    period = await calendar.period_of(tx, team, day)
    if period is None:
        raise Refused("refused-offer-gone", date=calendar.date_text(day))
    if period.last < calendar.today(tx, team):
        raise Refused("refused-offer-past", name=period.name)
    for watch in await _watches_of(tx, team, period):
        raise Refused("refused-offer-watched", name=period.name, watch=watch.name)
    return period


async def _tell_others(tx: Tx, team: Team, person: Person, period: Period, text: str) -> None:
    for lead in await leads(tx):
        if lead.id != person.id:
            known = await calendar.period_of(tx, team, period.first, lead.language) or period
            said = calendar.period_text(known)
            tell(tx, lead, "notice", text=text, by=person.name, period=said)
