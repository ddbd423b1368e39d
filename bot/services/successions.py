"""Successions that stay open: an invitation that nobody has opened is not forgotten."""

from collections.abc import Mapping
from typing import Any

from bot.domain.contact_form import Wrong
from bot.domain.team import Team
from bot.services.enrolment import GOOD_FOR
from bot.services.messages import leads, tell
from storage import contact_changes, due, people, register
from storage.database import Tx
from storage.due import Due

LATE = "successor-late"  # about a correction of contact details
NOTICE = "campaign-notice"
KEYS = [[{"label": "button-contact-edit", "data": "contact:edit"}]]


async def expect(tx: Tx, change_id: int) -> None:
    """Look again when the invitation has run out."""
    await due.schedule(tx, Due(LATE, change_id, tx.now + GOOD_FOR))


async def late_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell leads and leaver that nobody has come: who wanted to go is responsible still."""
    del team, params
    row = await contact_changes.get(tx, subject_id)
    invite = await people.invite(tx, row.invite_id)
    leaver = await people.get(tx, row.person_id)
    is_newest = await contact_changes.newest(tx, leaver.id, Wrong.SUCCESSOR.value) == row.id
    if invite is None or invite.opened_by_id is not None or not leaver.active or not is_newest:
        return
    agency = await register.agency_name(tx, leaver.agency_id) or "—"
    said = {"name": leaver.name, "agency": agency, "successor": row.after}
    for lead in await leads(tx):
        if lead.id != leaver.id:
            tell(tx, lead, NOTICE, text="contact-successor-late", **said)
    tell(tx, leaver, NOTICE, text="contact-successor-late-own", **said, keys=KEYS)
