"""People, what they are to the team, and what they may do."""

from datetime import datetime

from msgspec import Struct

from bot.domain.ranks import Ranked


class Role(Ranked):
    """What a person is to the team; each role may do all that the ones before it may."""

    CITIZEN = "citizen"
    STAFF = "staff"
    RESPONDER = "responder"
    LEAD = "lead"
    ADMIN = "admin"


class Person(Struct, frozen=True):
    """Somebody the bot knows.

    `blocked`: the team does not want to hear from them. `reachable`: whether the last message
    got through to their Telegram; None means none was ever tried.
    """

    id: int
    telegram_id: int | None
    name: str
    role: Role
    agency_id: int | None = None
    language: str = "vi"
    phone: str | None = None
    email: str | None = None
    username: str | None = None
    active: bool = True
    blocked: bool = False
    reachable: bool | None = None
    privacy_at: datetime | None = None


def is_at_least(role: Role, least: Role) -> bool:
    """Tell whether `role` stands as high as `least` or higher."""
    return role >= least


def may(person: Person | None, least: Role) -> bool:
    """Tell whether the person may do what needs `least`.

    A stranger and somebody no longer active count as citizens; the blocked may nothing.
    """
    if person is None:
        return least is Role.CITIZEN
    if person.blocked:
        return False
    return is_at_least(person.role if person.active else Role.CITIZEN, least)
