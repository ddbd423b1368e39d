"""Corrections of contact details: said by those whom they are about, decided by the standing body.

What is taken over stands in the register at once. Leads are the standing body: what they correct
about how they are reached themselves needs nobody's word.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row

from bot.domain.answers import State
from bot.domain.contact_form import OWN, Wrong, contact_form, wrong_of
from bot.domain.contact_round import Detail, corrected
from bot.domain.errors import Refused
from bot.domain.form import Form
from bot.domain.people import Person, Role, may
from bot.domain.standing import check_invites, check_manages, check_role
from bot.domain.team import Team
from bot.services import contact_check, enrolment, successions
from bot.services import people as staff
from bot.services.messages import leads, tell
from bot.services.register_lists import agency_meant
from storage import campaigns, contact_changes, contact_log, people, register
from storage.database import Tx
from storage.forms import FormRow

NOTICE = "campaign-notice"
HOPELESS = frozenset({"refused-not-allowed", "refused-contact-nobody"})
SHOWN = 10
Words = dict[str, Any]


async def build(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return what is wrong, and what is right."""
    del tx, team, person, subject_id
    return contact_form()


async def finish(tx: Tx, team: Team, person: Person, row: FormRow, state: State) -> int | None:
    """Bring it before the standing body."""
    del team, row
    if not may(person, Role.STAFF):
        raise Refused("refused-not-allowed", role={"role": Role.STAFF.value})
    wrong, after, phone = wrong_of(state)
    await propose(tx, person, wrong, after, phone)
    return None


async def propose(tx: Tx, person: Person, wrong: Wrong, written: str, phone: str = "") -> None:
    """Correct what somebody may correct alone, else ask the leads; Refused when nothing changes."""
    before, after = await _checked(tx, person, wrong, written)
    if before == after:
        await _stays(tx, person, wrong)
        return
    if wrong in OWN and may(person, Role.LEAD):
        await contact_changes.withdraw(tx, person.id, wrong.value)
        kept = await contact_check.change(tx, person, OWN[wrong], after)
        said: Words = {"detail": _detail(wrong), "after": kept}
        tell(tx, person, "answer", text="contact-changed", **said)
        return
    if not any(_may_take(lead, person, wrong, after) for lead in await _others(tx, person)):
        raise Refused("refused-contact-nobody")
    number = corrected(Detail.PHONE, phone) if phone else None
    told = {"wrong": wrong.value, "before": before, "after": after, "phone": number}
    change_id = await contact_changes.add(tx, person.id, **told)
    await campaigns.enter(tx, contact_log.PROPOSED, person_id=person.id, wrong=wrong.value)
    row = await contact_changes.get(tx, change_id)
    for lead in await _others(tx, person):
        tell(tx, lead, NOTICE, **await _card(tx, person, row, lead))
    shown = _shown(wrong, after, await _names(tx))
    tell(tx, person, "answer", text="contact-proposed", detail=_detail(wrong), after=shown)


async def _stays(tx: Tx, person: Person, wrong: Wrong) -> None:
    """Take back what waits when somebody says that what stands in the register is right."""
    if not await contact_changes.withdraw(tx, person.id, wrong.value):
        raise Refused("refused-contact-same", detail=_detail(wrong))
    await campaigns.enter(tx, contact_log.PROPOSED, person_id=person.id, wrong=wrong.value)
    tell(tx, person, "answer", text="contact-withdrawn", detail=_detail(wrong))


async def _others(tx: Tx, person: Person) -> list[Person]:
    return [lead for lead in await leads(tx) if lead.id != person.id]


def _may_take(lead: Person, person: Person, wrong: Wrong, after: str) -> bool:
    """Tell whether a lead could take it over: not all may give every role."""
    try:
        if wrong is Wrong.ROLE:
            check_manages(lead, person)
            check_role(lead, person, Role(after))
        elif wrong is Wrong.SUCCESSOR:
            check_manages(lead, person)
            check_invites(lead, person.role)
    except Refused:
        return False
    return True


async def _checked(tx: Tx, person: Person, wrong: Wrong, written: str) -> tuple[str | None, str]:
    """Return what stands in the register, and what is to stand there."""
    before: str | None
    if wrong in OWN:
        before, after = getattr(person, OWN[wrong].value), corrected(OWN[wrong], written)
    elif wrong is Wrong.AGENCY:
        before, after = str(person.agency_id or ""), await _agency(tx, person, written)
    elif wrong is Wrong.ROLE:
        before, after = person.role.value, Role(written).value
    else:
        before, after = person.name, corrected(Detail.NAME, written)
    return before or None, after


async def _agency(tx: Tx, person: Person, written: str) -> str:
    try:
        return str((await agency_meant(tx, written)).id)
    except Refused as refused:
        if refused.text_id == "refused-register-no-agency" and not may(person, Role.RESPONDER):
            # They may not look at the list that the usual sentence points to.
            raise Refused("refused-contact-no-agency", **refused.params) from refused
        raise


async def _names(tx: Tx) -> Mapping[str, str]:
    return {str(row.id): row.name for row in await register.all_agencies(tx)}


def _detail(wrong: Wrong) -> Words:
    return {"text": f"contact-detail-{wrong}"}


def _shown(wrong: Wrong, value: str | None, agencies: Mapping[str, str]) -> Words | str:
    """Return a detail as it is read."""
    if not value:
        return {"text": "contact-nothing"}
    if wrong is Wrong.ROLE:
        return {"role": value}
    return agencies.get(value, "?") if wrong is Wrong.AGENCY else value


async def _card(tx: Tx, person: Person, row: Row[Any], reader: Person) -> Words:
    wrong, names = Wrong(row.wrong), await _names(tx)
    said = {
        "name": person.name,
        "agency": names.get(str(person.agency_id)) or "—",
        "detail": _detail(wrong),
        "before": _shown(wrong, row.before, names),
        "after": _shown(wrong, row.after, names),
        "phone": row.phone,
        "how": {"text": "contact-how-admin"},
    }
    is_other = wrong is Wrong.SUCCESSOR
    text = "contact-wants-successor" if is_other else "contact-wants-change"
    if not _may_take(reader, person, wrong, row.after):
        return {"text": text, **said}
    said["how"] = {"text": "contact-how", "number": row.id}
    take = {"label": "button-contact-take", "data": f"contactchange:{row.id}:yes"}
    refuse = {"label": "button-contact-refuse", "data": f"contactchange:{row.id}:no"}
    return {"text": text, **said, "keys": [[take | {"style": "success"}, refuse]]}


async def show_waiting(tx: Tx, person: Person) -> int:
    """Send a lead what waits for a decision; returns how much it is."""
    rows = await contact_changes.waiting(tx)
    known = await people.of_ids(tx, [row.person_id for row in rows[:SHOWN]])
    for row in rows[:SHOWN]:
        tell(tx, person, "answer", **await _card(tx, known[row.person_id], row, person))
    return len(rows)


async def decide(tx: Tx, team: Team, lead: Person, change_id: int, *, taken: bool) -> Words:
    """Take a correction over into the register, or leave the register as it is; once.

    Returns what the lead is told; nothing when the invitation of somebody new says it all.
    """
    row = await contact_changes.get(tx, change_id)
    person = await people.get(tx, row.person_id)
    await _check_open(tx, lead, person, row)
    invite_id = await _apply(tx, team, lead, person, row) if taken else None
    await contact_changes.decide(tx, change_id, lead.id, taken=taken, invite_id=invite_id)
    wrong, names = Wrong(row.wrong), await _names(tx)
    said: Words = {
        "name": person.name,
        "detail": _detail(wrong),
        "after": _shown(wrong, row.after, names),
        "by": lead.name,
    }
    if wrong is Wrong.SUCCESSOR and taken:
        return {}
    if wrong is not Wrong.ROLE or not taken:
        # Whose role is changed hears that as everybody does, with what they may do now.
        tell(tx, person, NOTICE, text=f"contact-{'taken' if taken else 'not-taken'}", **said)
    return {"text": f"contact-decided-{'yes' if taken else 'no'}", **said}


async def _check_open(tx: Tx, lead: Person, person: Person, row: Row[Any]) -> None:
    if row.state == contact_changes.WITHDRAWN:
        raise Refused("refused-contact-withdrawn", name=person.name)
    if row.state == contact_changes.REPLACED:
        raise Refused("refused-contact-newer", name=person.name)
    if row.state != contact_changes.WAITING:
        known = (await people.of_ids(tx, [row.decided_by_id])).get(row.decided_by_id)
        said = "refused-contact-taken" if row.state == contact_changes.TAKEN else None
        name = known.name if known else "?"
        raise Refused(said or "refused-contact-refused", name=name)
    if person.id == lead.id:
        raise Refused("refused-oneself")
    if not person.active:
        raise Refused("refused-already-inactive", name=person.name)


async def _apply(tx: Tx, team: Team, lead: Person, person: Person, row: Row[Any]) -> int | None:
    """Change the register; of a successor return the invitation that was made."""
    wrong = Wrong(row.wrong)
    match wrong:
        case Wrong.ROLE:
            await staff.change_role(tx, team, lead, person.id, Role(row.after))
            told = {"detail": wrong.value, "before": row.before, "after": row.after}
            await campaigns.enter(tx, contact_log.CHANGED, person_id=person.id, **told)
        case Wrong.AGENCY:
            await people.change(tx, person.id, agency_id=int(row.after))
            names = await _names(tx)
            before, after = (names.get(one or "") for one in (row.before, row.after))
            said: Words = {"detail": wrong.value, "before": before, "after": after}
            await campaigns.enter(tx, contact_log.CHANGED, person_id=person.id, **said)
        case Wrong.SUCCESSOR:
            return await _invite(tx, team, lead, person, row)
        case _:
            await contact_check.change(tx, person, OWN[wrong], row.after)
    return None


async def _invite(tx: Tx, team: Team, lead: Person, person: Person, row: Row[Any]) -> int:
    """Make the link by which whoever is responsible now comes in; both hear it."""
    code = await _agency_code(tx, person)
    made = await enrolment.invite(tx, team, lead, person.role, code)
    said = {"name": person.name, "successor": row.after, "phone": row.phone, "link": made.link}
    for reader, text in ((lead, "contact-successor-lead"), (person, "contact-successor-own")):
        tell(tx, reader, "answer", text=text, **said)
    await successions.expect(tx, row.id)
    return made.id


async def _agency_code(tx: Tx, person: Person) -> str:
    rows = await register.all_agencies(tx)
    return next((row.code for row in rows if row.id == person.agency_id), "")


async def turned_away(tx: Tx, lead: Person, invite_id: int, newcomer: Person) -> None:
    """Tell whoever wanted to go that the one invited instead of them was not let in: they stay."""
    row = await contact_changes.of_invite(tx, invite_id)
    if row is None:
        return
    leaver = await people.get(tx, row.person_id)
    if not leaver.active or await contact_changes.newest(tx, leaver.id, row.wrong) != row.id:
        return
    said: Words = {"by": lead.name, "newcomer": newcomer.name, "successor": row.after}
    keys = successions.KEYS
    tell(tx, leaver, NOTICE, text="contact-successor-refused", **said, keys=keys)


async def came_in(tx: Tx, team: Team, lead: Person, invite_id: int, newcomer: Person) -> None:
    """Let whoever was invited instead of somebody take over from them, once they are let in."""
    row = await contact_changes.of_invite(tx, invite_id)
    if row is None:
        return
    leaver = await people.get(tx, row.person_id)
    if not leaver.active or leaver.id == newcomer.id:
        return
    try:
        await staff.check_may_replace(tx, lead, leaver, newcomer)
    except Refused as refused:
        said: Words = {"text": refused.text_id, **refused.params}
        tell(tx, lead, "answer", **said)
        return
    await staff.replace(tx, team, lead, leaver.id, newcomer.id)
    log: Words = {"detail": Wrong.SUCCESSOR.value, "before": leaver.name, "after": newcomer.name}
    await campaigns.enter(tx, contact_log.CHANGED, person_id=leaver.id, **log)
