"""Ways to address people and the group; everything goes through the outbox."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from bot.domain.messages import Op, Outgoing
from bot.domain.people import Person, Role
from bot.domain.team import Team
from storage import people
from storage.database import Tx
from storage.outbox import queue

__all__ = ["Tx", "instant", "leads", "moment", "queue", "tell", "tell_team", "toast", "whole_date"]


def instant(at: datetime) -> dict[str, str]:
    """Mark an instant inside a message's parameters; the reader sees it in the team's zone."""
    return {"instant": at.isoformat()}


def moment(at: datetime) -> dict[str, str]:
    """Mark an instant that somebody has told: shown whole, to be compared with what was meant."""
    return {"moment": at.isoformat()}


def whole_date(day: date) -> dict[str, Any]:
    """Mark a date inside a message's parameters; the reader sees it with its year."""
    return {"text": "date-whole", "day": day.day, "month": day.month, "year": day.year}


def tell(
    tx: Tx,
    person: Person,
    kind: str,
    subject_id: int | None = None,
    **params: Any,  # noqa: ANN401 what the text asks for
) -> None:
    """Queue a message of a kind to one person; somebody without Telegram is passed over."""
    if person.telegram_id is not None:
        queue(tx, Outgoing(kind, person.telegram_id, person.id, subject_id, params))


def tell_team(
    tx: Tx,
    team: Team,
    kind: str,
    subject_id: int | None = None,
    **params: Any,  # noqa: ANN401 what the text asks for
) -> None:
    """Queue a message of a kind to the team's group, if one is set."""
    if team.chat_id is not None:
        queue(tx, Outgoing(kind, team.chat_id, None, subject_id, params))


def toast(tx: Tx, press_id: str, person: Person, params: Mapping[str, Any]) -> None:
    """Queue the short answer to a press; it dies with the press itself."""
    known = person.telegram_id or 0
    person_id = person.id or None
    queue(
        tx, Outgoing("toast", known, person_id, params={**params, "press": press_id}, op=Op.TOAST)
    )


async def leads(tx: Tx) -> Iterable[Person]:
    """Return whoever leads the team, admins included."""
    return await people.with_roles(tx, (Role.LEAD, Role.ADMIN))
