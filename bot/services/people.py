"""The people of the team: who they are, what they may do, who leaves and who takes over."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import Row

from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.roster import Shift
from bot.domain.standing import (
    check_leaves,
    check_manages,
    check_replaces,
    check_role,
    least_successor,
)
from bot.domain.team import Team
from bot.services import improvements, incidents, left_shifts, swaps
from bot.services.arming import arm_shift
from bot.services.leaving import leave_ladders
from bot.services.messages import instant, leads, tell
from storage import forms, people, register, roster
from storage.database import Tx

LANGUAGES = ("vi", "en")
BLOCKED_NOTICE = "you-are-blocked"
_SHOWN_SHIFTS = 10
_NOTICE_EVERY = timedelta(days=1)


class Departure(Struct, frozen=True):
    """What somebody left behind: shifts without a watcher, and incidents without an owner."""

    person: Person
    shifts: Sequence[Shift]
    codes: Sequence[str]

    def as_text(self) -> dict[str, Any]:
        """Return it as placeholders of a text."""
        return {
            "name": self.person.name,
            "gaps": len(self.shifts),
            "shifts": {"lines": shift_lines(self.shifts)},
            "released": len(self.codes),
            "codes": {"list": list(self.codes)},
        }


class Handover(Struct, frozen=True):
    """A replacement: who left what to whom; `moved` shifts changed hands."""

    departure: Departure
    successor: Person
    moved: int

    def as_text(self) -> dict[str, Any]:
        """Return it as placeholders of a text."""
        return {**self.departure.as_text(), "successor": self.successor.name, "moved": self.moved}


def shift_lines(shifts: Sequence[Shift]) -> list[dict[str, Any]]:
    """Return shifts as lines of a text, the first ten and how many more there are."""
    lines: list[dict[str, Any]] = [
        {
            "text": "person-shift",
            "post": {"post": shift.post},
            "start": instant(shift.start),
            "end": instant(shift.end),
        }
        for shift in shifts[:_SHOWN_SHIFTS]
    ]
    if len(shifts) > _SHOWN_SHIFTS:
        lines.append({"text": "person-shifts-more", "count": len(shifts) - _SHOWN_SHIFTS})
    return lines


async def ensure_admins(tx: Tx, team: Team, telegram_ids: Iterable[int]) -> None:
    """Give the accounts named in the settings every right, known or not."""
    for telegram_id in telegram_ids:
        person = await people.by_telegram(tx, telegram_id)
        if person is None:
            name = str(telegram_id)
            await people.add(tx, Person(0, telegram_id, name, Role.ADMIN, language=team.language))
        elif person.role is not Role.ADMIN or not person.active or person.blocked:
            await people.change(tx, person.id, role=Role.ADMIN, active=True, blocked=False)


async def introduce(tx: Tx, person: Person, name: str) -> Person:
    """Give an admin who was only a number until now the name they have in Telegram."""
    if not person.id or person.name != str(person.telegram_id) or not name:
        return person
    await people.change(tx, person.id, name=name)
    return await people.get(tx, person.id)


async def listed(tx: Tx) -> Sequence[Row[Any]]:
    """Return everybody enrolled with their agency, leaders first, the inactive last."""
    return await people.listed(tx)


async def found(tx: Tx, words: str) -> list[Person]:
    """Return who could be meant by a name, @username or Telegram id, the inactive included."""
    return await people.find(tx, words, also_inactive=True)


async def get(tx: Tx, person_id: int) -> Person:
    """Return a person by id; Refused when there is none."""
    known = (await people.of_ids(tx, [person_id])).get(person_id)
    if known is None:
        raise Refused("refused-no-such-person", name=str(person_id))
    return known


async def agency_of(tx: Tx, person: Person) -> str | None:
    """Return the name of a person's agency."""
    return await register.agency_name(tx, person.agency_id)


async def coming_shifts(tx: Tx, person_id: int) -> list[Shift]:
    """Return a person's running and future shifts."""
    return await roster.of_person(tx, person_id, tx.now)


async def successors(tx: Tx, leaver: Person) -> list[Person]:
    """Return who could take over from a leaver."""
    able = [role for role in Role if role >= least_successor(leaver)]
    return [person for person in await people.with_roles(tx, able) if person.id != leaver.id]


async def check_may_leave(tx: Tx, actor: Person, person: Person) -> None:
    """Refuse what `deactivate` would refuse."""
    admins = [admin.id for admin in await people.with_roles(tx, (Role.ADMIN,))]
    check_leaves(actor, person, admins)
    if not person.active:
        raise Refused("refused-already-inactive", name=person.name)


async def deactivate(tx: Tx, team: Team, actor: Person, person_id: int) -> Departure:
    """Take every right from a person at once; their shifts become gaps, their work goes on."""
    person = await get(tx, person_id)
    await check_may_leave(tx, actor, person)
    await people.change(tx, person.id, active=False)
    departure = Departure(
        person, await coming_shifts(tx, person.id), await _let_go(tx, team, person)
    )
    tell(tx, person, "notice", text="you-were-deactivated", by=actor.name)
    said = departure.as_text() | {"by": actor.name}
    await _tell_leads(tx, (actor, person), "person-deactivated-notice", said)
    await left_shifts.leave(tx, team, person)
    return departure


async def reactivate(tx: Tx, actor: Person, person_id: int) -> Person:
    """Give a person their rights and shifts back."""
    person = await get(tx, person_id)
    check_manages(actor, person)
    if person.active:
        raise Refused("refused-already-active", name=person.name)
    await people.change(tx, person.id, active=True, replaced_by_id=None)
    await swaps.come_back(tx, person, actor)
    tell(tx, person, "notice", text="you-were-reactivated", by=actor.name)
    said = {"name": person.name, "by": actor.name}
    await _tell_leads(tx, (actor, person), "person-reactivated-notice", said)
    return person


async def check_may_replace(tx: Tx, actor: Person, leaver: Person, successor: Person) -> None:
    """Refuse what `replace` would refuse; somebody inactive may still be replaced."""
    admins = [admin.id for admin in await people.with_roles(tx, (Role.ADMIN,))]
    check_leaves(actor, leaver, admins)
    check_replaces(leaver, successor)


async def replace(tx: Tx, team: Team, actor: Person, leaver_id: int, successor_id: int) -> Handover:
    """Let one person leave and another take over their shifts; both and the leads are told."""
    leaver, successor = await get(tx, leaver_id), await get(tx, successor_id)
    await check_may_replace(tx, actor, leaver, successor)
    left = await coming_shifts(tx, leaver.id)
    moved = await roster.hand_over(tx, leaver.id, successor.id, tx.now)
    await swaps.taken_over(tx, team, left, successor, actor)
    for shift in await coming_shifts(tx, successor.id):
        await arm_shift(tx, team, shift)
    await people.change(tx, leaver.id, active=False, replaced_by_id=successor.id)
    # What the successor held already at the same post and time is covered, not a gap.
    codes = await _let_go(tx, team, leaver, successor)
    done = Handover(Departure(leaver, (), codes), successor, moved)
    said = done.as_text() | {"by": actor.name}
    tell(tx, leaver, "notice", text="you-were-replaced", successor=successor.name, by=actor.name)
    if successor.id != actor.id:
        ahead = shift_lines(await coming_shifts(tx, successor.id))
        shown = {"text": "you-replace-shifts", "lines": {"lines": ahead}}
        said["shifts"] = shown if ahead else {"text": "shifts-none"}
        tell(tx, successor, "notice", text="you-replace", **said)
    await _tell_leads(tx, (actor, leaver, successor), "person-replaced-notice", said)
    return done


async def change_role(tx: Tx, team: Team, actor: Person, person_id: int, role: Role) -> Person:
    """Give a person another role; who is on the roster must stay somebody who may watch."""
    person = await get(tx, person_id)
    check_manages(actor, person)
    check_role(actor, person, role)
    if role < Role.RESPONDER:
        shifts = await coming_shifts(tx, person.id)
        if shifts:
            raise Refused("refused-role-shifts", name=person.name, count=len(shifts))
    if role < Role.ADMIN:
        admins = [admin.id for admin in await people.with_roles(tx, (Role.ADMIN,))]
        check_leaves(actor, person, admins)
    await people.change(tx, person.id, role=role)
    if role < Role.RESPONDER:
        await _let_go(tx, team, person)
    said: dict[str, Any] = {"name": person.name, "by": actor.name, "role": {"role": role.value}}
    tell(tx, person, "notice", text="your-role-changed", **said)
    await _tell_leads(tx, (actor, person), "person-role-notice", said)
    return person


async def _let_go(tx: Tx, team: Team, person: Person, successor: Person | None = None) -> list[str]:
    """Release what a person works on or is called to; a report they are writing goes on."""
    form = await forms.open_of(tx, person.id)
    if form is not None and form.kind != "report":
        await forms.end(tx, form.id, forms.CANCELLED)
    codes = await incidents.release_all(tx, team, person.id)
    await improvements.leave(tx, team, person, successor)
    await leave_ladders(tx, team, person, successor)
    return codes


async def _tell_leads(
    tx: Tx, told_already: Sequence[Person], text: str, said: dict[str, Any]
) -> None:
    known = {person.id for person in told_already}
    for lead in await leads(tx):
        if lead.id not in known:
            tell(tx, lead, "notice", text=text, **said)


async def set_language(tx: Tx, person: Person, language: str) -> None:
    """Remember in which language a person wants to be written to."""
    if language not in LANGUAGES or not await people.change(tx, person.id, language=language):
        raise Refused("refused-unknown-button")


async def accept_privacy(tx: Tx, person: Person) -> None:
    """Remember when a person first said that they have read the notice."""
    if person.id and person.privacy_at is None:
        await people.change(tx, person.id, privacy_at=tx.now)


async def blocked_notice_due(tx: Tx, person: Person) -> bool:
    """Tell whether a blocked person has not been told so for a day."""
    if person.telegram_id is None:
        return False
    # Several of their messages may be handled in one transaction.
    await tx.flush()
    since = tx.now - _NOTICE_EVERY
    return not await people.was_told(tx, person.telegram_id, BLOCKED_NOTICE, since)
