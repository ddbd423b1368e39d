"""The way in: a single-use link, whoever opens it waits, a lead or an admin decides."""

import secrets
from datetime import timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.standing import check_invites, invitable
from bot.domain.team import Team
from bot.services.messages import instant, leads, tell
from bot.services.register import agency_ids
from storage import contact_changes, people, register
from storage.database import Tx
from storage.people import Invite

GOOD_FOR = timedelta(hours=72)
PREFIX = "inv-"
_TOKEN_BYTES = 24


class Invitation(Struct, frozen=True):
    """What the inviter passes on."""

    link: str
    role: Role
    agency: str | None
    id: int


async def invite(
    tx: Tx, team: Team, inviter: Person, role: Role, agency_code: str = ""
) -> Invitation:
    """Make a link by which one person can ask to be enrolled, good for 72 hours."""
    check_invites(inviter, role)
    agency_id = await _agency(tx, agency_code) if agency_code else None
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    until = tx.now + GOOD_FOR
    invite_id = await people.add_invite(tx, token, role, agency_id, (inviter.id, until))
    link = f"https://t.me/{team.bot_username}?start={PREFIX}{token}"
    return Invitation(link, role, await register.agency_name(tx, agency_id), invite_id)


async def _agency(tx: Tx, code: str) -> int:
    found = (await agency_ids(tx)).get(code.casefold())
    if found is None:
        raise Refused("refused-no-such-agency", code=code)
    return found


async def open_invite(tx: Tx, person: Person, token: str) -> str:
    """Note who came by a link and ask the leads; returns the text for the newcomer."""
    found = await people.invite_by_token(tx, token)
    if found is None:
        raise Refused("refused-invite-unknown")
    if found.created_by_id == person.id:
        raise Refused("refused-invite-own")
    if may(person, found.role) and not await _may_follow(tx, person, found):
        raise Refused("refused-invite-enrolled", role={"role": person.role.value})
    if found.opened_by_id == person.id and found.approved is None:
        return "invite-waiting"
    # An expired link says so whoever asks: nothing is told about what became of it.
    if found.expires_at <= tx.now:
        raise Refused("refused-invite-expired")
    if not await people.open_invite(tx, found.id, person.id):
        raise Refused("refused-invite-used")
    await _ask_leads(tx, found, person)
    return "invite-waiting"


async def _may_follow(tx: Tx, person: Person, invite: Invite) -> bool:
    """Tell whether it is for whoever takes over from somebody else: a colleague may have come."""
    change = await contact_changes.of_invite(tx, invite.id)
    return change is not None and change.person_id != person.id


async def _ask_leads(tx: Tx, invite: Invite, newcomer: Person) -> None:
    inviter = await people.get(tx, invite.created_by_id)
    said: dict[str, Any] = {
        "name": newcomer.name,
        "username": f"@{newcomer.username}" if newcomer.username else "—",
        "account": str(newcomer.telegram_id),
        "role": {"role": invite.role.value},
        "agency": await register.agency_name(tx, invite.agency_id) or "—",
        "inviter": inviter.name,
        "opened": instant(tx.now),
    }
    keys = [
        [
            {"label": "button-approve", "data": f"enrol:{invite.id}:yes", "style": "success"},
            {"label": "button-refuse", "data": f"enrol:{invite.id}:no", "style": "danger"},
        ]
    ]
    for lead in await leads(tx):
        # Who could not have invited may not let in either; they are told all the same.
        may_decide = invite.role in invitable(lead)
        tell(tx, lead, "notice", text="invite-opened", **said, keys=keys if may_decide else [])


async def decide(tx: Tx, decider: Person, invite_id: int, *, approved: bool) -> tuple[Person, Role]:
    """Let a newcomer in or turn them away; the first decision counts."""
    found = await people.invite(tx, invite_id)
    if found is None or found.opened_by_id is None:
        raise Refused("refused-invite-gone")
    check_invites(decider, found.role)
    newcomer = await people.get(tx, found.opened_by_id)
    if newcomer.id == decider.id:
        raise Refused("refused-oneself")
    if not await people.decide_invite(tx, found.id, decider.id, approved=approved):
        raise await _decided_before(tx, found)
    if approved:
        newcomer = await _enrol(tx, found, newcomer)
        text = f"enrolled-{newcomer.role}"
    else:
        text = "enrolment-refused"
    tell(tx, newcomer, "answer", text=text, by=decider.name)
    return newcomer, found.role


async def _decided_before(tx: Tx, invite: Invite) -> Refused:
    decider = await people.decider_of(tx, invite.id)
    name = decider.name if decider else "—"
    return Refused(
        "refused-invite-approved" if invite.approved else "refused-invite-refused", name=name
    )


async def _enrol(tx: Tx, invite: Invite, newcomer: Person) -> Person:
    # Meanwhile an import may have given them more than the link would.
    role = max(invite.role, newcomer.role) if newcomer.active else invite.role
    agency_id = invite.agency_id if invite.agency_id is not None else newcomer.agency_id
    values = {"role": role, "agency_id": agency_id, "active": True, "blocked": False}
    await people.change(tx, newcomer.id, **values)
    return replace(newcomer, role=role, agency_id=agency_id, active=True, blocked=False)
