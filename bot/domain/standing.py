"""Who may invite, change, replace or shut out whom. Everybody acts on people below themselves."""

from collections.abc import Collection

from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may


def invitable(actor: Person) -> tuple[Role, ...]:
    """Return the roles a person may give to others, the most usual first."""
    if may(actor, Role.ADMIN):
        return Role.RESPONDER, Role.STAFF, Role.LEAD
    return (Role.RESPONDER, Role.STAFF) if may(actor, Role.LEAD) else ()


def check_invites(actor: Person, role: Role) -> None:
    """Refuse whoever may not bring people into that role."""
    if role not in invitable(actor):
        raise Refused("refused-invite-role", role={"role": role.value})


def check_manages(actor: Person, person: Person) -> None:
    """Refuse changes to oneself, to people above, and to citizens."""
    if person.id == actor.id:
        raise Refused("refused-oneself")
    if person.role is Role.CITIZEN:
        raise Refused("refused-not-of-the-team", name=person.name)
    if not may(actor, Role.ADMIN) and not (may(actor, Role.LEAD) and person.role < Role.LEAD):
        raise Refused("refused-only-admin", name=person.name)


def check_leaves(actor: Person, person: Person, admins: Collection[int]) -> None:
    """Refuse to take the rights of oneself, of somebody above, or of the last admin."""
    check_manages(actor, person)
    if set(admins) <= {person.id} and person.role is Role.ADMIN:
        raise Refused("refused-last-admin", name=person.name)


def check_replaces(leaver: Person, successor: Person) -> None:
    """Refuse a successor who could not do the leaver's work."""
    if successor.id == leaver.id:
        raise Refused("refused-replace-same", name=leaver.name)
    if not may(successor, least_successor(leaver)):
        raise Refused("refused-replace-role", name=successor.name)


def least_successor(leaver: Person) -> Role:
    """Return what somebody must be to take over: who watches hands over to who may watch."""
    return Role.RESPONDER if leaver.role >= Role.RESPONDER else Role.STAFF


def check_role(actor: Person, person: Person, role: Role) -> None:
    """Refuse a role that is not the actor's to give, or is none of the team's."""
    givable = invitable(actor)
    if may(actor, Role.ADMIN):
        givable = (*givable, Role.ADMIN)
    if role not in givable:
        raise Refused("refused-invite-role", role={"role": role.value})
    if role is person.role:
        raise Refused("refused-same-role", name=person.name, role={"role": role.value})


def check_blocks(reporter: Person) -> None:
    """Refuse to shut out somebody who is enrolled."""
    if reporter.active and reporter.role > Role.CITIZEN:
        raise Refused("refused-block-team")
