"""Everybody's own shifts in their own calendar: as a file, and at an address only they know."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.domain.agenda import Agenda, Appointment
from bot.domain.paper import Finished
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift
from bot.domain.team import Team
from bot.services.messages import tell
from storage import due, papers, people, roster, watches, watchlog
from storage.database import Tx
from storage.due import Due

MAKE = "make-calendar"  # about a person
KEPT = timedelta(days=60)  # what is over stays in the calendar for so long
_TOKEN_BYTES = 24


async def token_of(tx: Tx, person: Person, *, anew: bool = False) -> str:
    """Return the secret part of a person's address; `anew` ends the one there was."""
    token = await people.calendar_token(tx, person.id)
    if token is None or anew:
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        await people.change(tx, person.id, calendar_token=token)
    return token


def path_of(token: str) -> str:
    """Return where on the program's HTTP pages a calendar is."""
    return f"/calendar/{token}.ics"


async def order(tx: Tx, person: Person) -> None:
    """Have a person's calendar file made and sent to them."""
    await due.schedule(tx, Due(MAKE, person.id, tx.now))


async def gather(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> Agenda | None:
    """Return whose shifts go into the file; None when they may no longer have any."""
    del params
    person = (await people.of_ids(tx, [subject_id])).get(subject_id)
    return await _agenda(tx, team, person)


async def keep(
    tx: Tx,
    team: Team,
    subject_id: int,
    params: Mapping[str, Any],
    made: Sequence[Finished],
) -> None:
    """Send the file to its owner."""
    del team, params
    person = await people.get(tx, subject_id)
    for paper in made:
        paper_id = await papers.add(tx, paper.name, paper.content, paper.media)
        tell(tx, person, "paper", text="shifts-file", paper=paper_id)


async def give_up(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever wanted their calendar that it cannot be made."""
    del team, params
    tell(tx, await people.get(tx, subject_id), "answer", text="shifts-file-not-made")


async def by_token(tx: Tx, team: Team, token: str) -> Agenda | None:
    """Return the shifts behind an address, None for an address that is nobody's."""
    return await _agenda(tx, team, await people.by_calendar_token(tx, token))


async def _agenda(tx: Tx, team: Team, person: Person | None) -> Agenda | None:
    if person is None or not may(person, Role.RESPONDER):
        return None
    found = await roster.of_person(tx, person.id, tx.now - KEPT)
    account = person.telegram_id or person.id
    listed = await _appointments(tx, team, person.language, found)
    return Agenda(person.name, account, person.language, tx.now, listed)


async def _appointments(
    tx: Tx, team: Team, language: str, found: Sequence[Shift]
) -> tuple[Appointment, ...]:
    names = await watches.named(tx, {shift.watch_id for shift in found if shift.watch_id})
    changes = await watchlog.changes(tx, [shift.id for shift in found])
    listed = []
    for shift in found:
        count, changed_at = changes.get(shift.id, (0, None))
        name, published_at = names.get(shift.watch_id or 0, ("", None))
        post = team.catalog.watch.post(shift.post).name(language)
        at = changed_at or published_at
        listed.append(
            Appointment(shift.id, shift.start, shift.end, post, shift.state, name, count, at)
        )
    return tuple(listed)
