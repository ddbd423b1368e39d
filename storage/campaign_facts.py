"""How far campaigns are, counted in few statements over any number of agencies."""

from collections.abc import Collection, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import Integer, Row, and_, cast, exists, func, or_, select, update

from bot.domain.campaign import TO_DO, AssignmentState, CampaignState
from bot.domain.people import Role
from storage.assigning import BUNDLE, CARD, has_contact, is_contact
from storage.campaign_tables import assignments, campaigns
from storage.database import Tx
from storage.tables import agencies, outbox, people, systems

_TO_DO = [state.value for state in TO_DO]


class Progress(Struct):
    """A campaign in figures; `done` is handed in or accepted, `late` and `accepted` are of these.

    Of the others `exempt` does not apply, `seen` was looked at and not begun, `silent` not even
    that; `overdue` counts what is still to be done and should have been.
    """

    given: int = 0
    done: int = 0
    accepted: int = 0
    late: int = 0
    exempt: int = 0
    returned: int = 0
    started: int = 0
    seen: int = 0
    silent: int = 0
    overdue: int = 0

    def add(self, row: Row[Any]) -> None:
        """Count what is alike."""
        state, count = AssignmentState(row.state), row.given
        self.given += count
        self.overdue += row.over if state in TO_DO else 0
        if state in (AssignmentState.DONE, AssignmentState.ACCEPTED):
            self.done += count
            self.late += count if row.late else 0
        if state is AssignmentState.ASSIGNED:
            self.seen += row.opened
            self.silent += count - row.opened
        elif state in _COUNTED:
            name = _COUNTED[state]
            setattr(self, name, getattr(self, name) + count)


_COUNTED = {
    AssignmentState.ACCEPTED: "accepted",
    AssignmentState.NOT_APPLICABLE: "exempt",
    AssignmentState.RETURNED: "returned",
    AssignmentState.STARTED: "started",
}


async def progress(tx: Tx, campaign_ids: Collection[int]) -> dict[int, Progress]:
    """Return the figures of campaigns by id."""
    # Grouped by no more than the index is sorted by: SQLite then sums up while it reads it.
    alike = (assignments.c.campaign_id, assignments.c.state, assignments.c.late)
    is_over = assignments.c.due_at < tx.now
    rows = await tx.all(
        select(
            *alike,
            func.count().label("given"),
            func.count(assignments.c.opened_at).label("opened"),
            func.sum(cast(is_over, Integer)).label("over"),
        )
        .where(assignments.c.campaign_id.in_(campaign_ids))
        .group_by(*alike)
    )
    found: dict[int, Progress] = {}
    for row in rows:
        found.setdefault(row.campaign_id, Progress()).add(row)
    return found


async def table(tx: Tx, campaign_id: int) -> Sequence[Row[Any]]:
    """Return every assignment of a campaign with what it is about, in order of agency.

    Beside its own columns: `agency`, `agency_code`, `agency_kind`, `parent`, `system`, `level`,
    and `reachable`, whether there is a contact person whom a message can reach.
    """
    above = agencies.alias()
    reached = select(people.c.agency_id).where(is_contact(), people.c.agency_id.is_not(None))
    return await tx.all(
        select(
            assignments,
            agencies.c.name.label("agency"),
            agencies.c.code.label("agency_code"),
            agencies.c.kind.label("agency_kind"),
            above.c.name.label("parent"),
            systems.c.name.label("system"),
            systems.c.level,
            assignments.c.agency_id.in_(reached).label("reachable"),
        )
        .join(agencies, agencies.c.id == assignments.c.agency_id)
        .outerjoin(above, above.c.id == agencies.c.parent_id)
        .outerjoin(systems, systems.c.id == assignments.c.system_id)
        .where(assignments.c.campaign_id == campaign_id)
        .order_by(agencies.c.name, systems.c.name, assignments.c.id)
    )


async def contacts(tx: Tx, agency_ids: Collection[int]) -> dict[int, list[Row[Any]]]:
    """Return the active contact persons of agencies: id, name, phone, telegram_id, reachable."""
    columns = (people.c.id, people.c.name, people.c.phone, people.c.telegram_id, people.c.reachable)
    rows = await tx.all(
        select(people.c.agency_id, *columns)
        .where(people.c.agency_id.in_(agency_ids), people.c.role == Role.STAFF)
        .where(people.c.active, people.c.blocked.is_(False))
        .order_by(people.c.agency_id, people.c.id)
    )
    found: dict[int, list[Row[Any]]] = {}
    for row in rows:
        found.setdefault(row.agency_id, []).append(row)
    return found


async def without_contact(tx: Tx, campaign_id: int) -> Sequence[Row[Any]]:
    """Return the agencies (id, name) of a campaign that still owe it and cannot be reached."""
    return await tx.all(
        select(agencies.c.id, agencies.c.name)
        .where(~has_contact(agencies.c.id))
        .where(
            exists().where(
                assignments.c.agency_id == agencies.c.id,
                assignments.c.campaign_id == campaign_id,
                assignments.c.state.in_(_TO_DO),
            )
        )
        .order_by(agencies.c.name)
    )


async def never_done(tx: Tx, feeds: str) -> Sequence[Row[Any]]:
    """Return the systems (with `agency`) for which nothing of a sort was ever handed in.

    What their agency has handed in for all of its systems counts; that it does not apply does not.
    """
    done = (AssignmentState.DONE.value, AssignmentState.ACCEPTED.value)
    whole = and_(assignments.c.system_id.is_(None), assignments.c.agency_id == systems.c.agency_id)
    was = (
        exists()
        .where(or_(assignments.c.system_id == systems.c.id, whole))
        .where(assignments.c.state.in_(done), assignments.c.reason.is_(None))
        .where(campaigns.c.id == assignments.c.campaign_id, campaigns.c.feeds == feeds)
    )
    return await tx.all(
        select(systems, agencies.c.name.label("agency"))
        .join(agencies, agencies.c.id == systems.c.agency_id)
        .where(~was)
        .order_by(func.coalesce(systems.c.level, 0).desc(), systems.c.name, systems.c.id)
    )


async def mark_delivered(tx: Tx) -> None:
    """Keep since when somebody of the agency has each open assignment before them."""
    # What was never sent has no `sent_at`; asking for the state would lead SQLite to a worse index.
    first_sent = select(func.min(outbox.c.sent_at))
    of_card = first_sent.where(
        outbox.c.subject_id == assignments.c.id, outbox.c.kind == CARD
    ).scalar_subquery()
    readers = (
        select(people.c.id)
        .where(people.c.agency_id == assignments.c.agency_id)
        .correlate(assignments)
    )
    of_bundle = first_sent.where(
        outbox.c.subject_id.in_(readers),
        outbox.c.kind == BUNDLE,
        outbox.c.sent_at >= assignments.c.assigned_at,
    ).scalar_subquery()
    are_open = select(campaigns.c.id).where(campaigns.c.state == CampaignState.OPEN.value)
    waiting = (assignments.c.delivered_at.is_(None), assignments.c.campaign_id.in_(are_open))
    for told in (of_card, of_bundle):
        statement = update(assignments).where(*waiting, told.is_not(None))
        await tx.run(statement.values(delivered_at=told))
