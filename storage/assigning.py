"""A campaign given to everybody it addresses: a thousand agencies cost a few statements.

Nothing here is done for one agency at a time; whoever has an assignment already gets no second one.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    Text,
    and_,
    cast,
    exists,
    false,
    func,
    insert,
    literal,
    null,
    or_,
    select,
)

from bot.domain.audience import Audience, Per
from bot.domain.campaign import AssignmentState, Campaign
from bot.domain.messages import KINDS, Op, Outgoing
from bot.domain.people import Role
from bot.domain.reminders import Hears
from bot.domain.typed import unaccented
from storage import outbox as waiting_room
from storage.campaign_tables import assignments
from storage.columns import BigKey, Document, Instant
from storage.database import Tx
from storage.outbox import PENDING, SENT
from storage.tables import agencies, outbox, people, systems

CARD, PAGE, BUNDLE = "campaign-card", "campaign-page", "campaign-reminder"
Named = tuple[int, int, int]  # about what, to whom, in which chat
_FEW = 200  # agencies; whose contact persons are asked for by name


class Addressed(Struct, frozen=True):
    """Whom a campaign would reach; `silent`: agencies of them without anybody to send it to."""

    agencies: int
    assignments: int
    silent: int


def is_contact() -> ColumnElement[bool]:
    """Whether a person is a contact person to whom a message can be sent."""
    return and_(
        people.c.role == Role.STAFF,
        people.c.active,
        people.c.blocked.is_(False),
        people.c.telegram_id.is_not(None),
        or_(people.c.reachable.is_(None), people.c.reachable),
    )


def has_contact(agency_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether an agency has such a person."""
    return exists().where(people.c.agency_id == agency_id, is_contact())


async def addressed(tx: Tx, scope: Audience, per: Per) -> Addressed:
    """Count whom a campaign with that scope would reach now."""
    meant = (await _targets(tx, scope, per)).subquery()
    silent = func.count(meant.c.agency_id.distinct()).filter(~has_contact(meant.c.agency_id))
    (row,) = await tx.all(
        select(
            func.count(meant.c.agency_id.distinct()).label("agencies"),
            func.count(meant.c.agency_id).label("given"),
            silent.label("silent"),
        )
    )
    return Addressed(row.agencies, row.given, row.silent)


async def kinds_of_agencies(tx: Tx, wanted: Sequence[str]) -> list[str]:
    """Return the kinds in the register that are meant, accents and capitals apart."""
    meant = {unaccented(each) for each in wanted}
    rows = await tx.all(select(agencies.c.kind).distinct())
    return [row.kind for row in rows if unaccented(row.kind) in meant]


async def _targets(tx: Tx, scope: Audience, per: Per) -> Select[Any]:
    """Select (agency_id, system_id) of everything that is meant."""
    meant: list[ColumnElement[bool]] = []
    if scope.kinds:
        meant.append(agencies.c.kind.in_(await kinds_of_agencies(tx, scope.kinds)))
    if scope.but_kinds:
        meant.append(agencies.c.kind.not_in(await kinds_of_agencies(tx, scope.but_kinds)))
    if scope.agency_ids:
        meant.append(agencies.c.id.in_(scope.agency_ids))
    owned: list[ColumnElement[bool]] = []
    if scope.levels:
        owned.append(systems.c.level.in_(scope.levels))
    if scope.system_ids:
        owned.append(systems.c.id.in_(scope.system_ids))
    if per is Per.SYSTEM:
        both = select(systems.c.agency_id, systems.c.id.label("system_id"))
        return both.join(agencies, agencies.c.id == systems.c.agency_id).where(*meant, *owned)
    if owned:
        meant.append(exists().where(systems.c.agency_id == agencies.c.id, *owned))
    nothing = cast(null(), BigKey).label("system_id")
    return select(agencies.c.id.label("agency_id"), nothing).where(*meant)


async def assign(tx: Tx, campaign: Campaign) -> int:
    """Give it to everybody in scope who does not have it yet; returns how many assignments."""
    meant = (await _targets(tx, campaign.scope, campaign.per)).subquery()
    own = (
        assignments.c.system_id == meant.c.system_id
        if campaign.per is Per.SYSTEM
        else assignments.c.agency_id == meant.c.agency_id
    )
    given = exists().where(assignments.c.campaign_id == campaign.id, own)
    values: dict[str, Any] = {
        "campaign_id": literal(campaign.id),
        "agency_id": meant.c.agency_id,
        "system_id": meant.c.system_id,
        "state": literal(AssignmentState.ASSIGNED.value),
        "due_at": literal(campaign.due_at, Instant),
        "assigned_at": literal(tx.now, Instant),
        "answers": literal({}, Document),
        "late": false(),
    }
    rows = select(*values.values()).where(~given).order_by(meant.c.agency_id, meant.c.system_id)
    return (await tx.run(insert(assignments).from_select(list(values), rows))).rowcount


async def queue_cards(tx: Tx, campaign: Campaign, many: int, not_before: datetime) -> None:
    """Queue a card for each assignment given just now, to every contact person of its agency.

    Who would get more than `many` of them gets one message about all instead.
    """
    mine = (assignments.c.campaign_id == campaign.id, assignments.c.assigned_at == tx.now)
    new = await tx.all(
        select(assignments.c.id, assignments.c.agency_id).where(*mine).order_by(assignments.c.id)
    )
    by_agency: dict[int, list[int]] = {}
    for row in new:
        by_agency.setdefault(row.agency_id, []).append(row.id)
    cards: list[Named] = []
    bundles: list[Named] = []
    # Joined here: of rows that are this new PostgreSQL knows no numbers, and would loop over loops.
    contacts = await _contacts(tx, by_agency)
    for person in contacts:
        given = by_agency.get(person.agency_id, ())
        if len(given) > many:
            bundles.append((person.id, person.id, person.telegram_id))
        else:
            cards += [(subject_id, person.id, person.telegram_id) for subject_id in given]
    _queue(tx, CARD, sorted(cards), {}, not_before)
    news = {"as": [Hears.CONTACT.value], "campaign_id": campaign.id}
    _queue(tx, BUNDLE, bundles, news, not_before)


def _queue(
    tx: Tx, kind: str, rows: Sequence[Named], params: Mapping[str, Any], not_before: datetime
) -> None:
    """Queue a message for each (subject, person, chat); unlike a reminder it never goes stale."""
    for subject_id, person_id, chat_id in rows:
        after = not_before - tx.now
        waiting_room.queue(tx, Outgoing(kind, chat_id, person_id, subject_id, params, after=after))
        tx.queued[-1] |= {"priority": KINDS[CARD].priority, "expires_at": None}


async def _contacts(tx: Tx, agency_ids: Collection[int]) -> Sequence[Row[Any]]:
    """Return the contact persons of some agencies, and perhaps of others too."""
    columns = (people.c.id, people.c.telegram_id, people.c.agency_id)
    wanted = select(*columns).where(is_contact(), people.c.agency_id.is_not(None))
    if len(agency_ids) <= _FEW:
        wanted = wanted.where(people.c.agency_id.in_(sorted(agency_ids)))
    return await tx.all(wanted.order_by(people.c.id))


async def refresh_cards(tx: Tx, campaign_id: int) -> None:
    """Queue an edit of every card of a campaign that somebody has before them."""
    sent = outbox.alias()
    own = select(assignments.c.id).where(assignments.c.campaign_id == campaign_id)
    newest = (
        select(func.max(sent.c.id))
        .where(sent.c.kind.in_((CARD, PAGE)), sent.c.op == Op.SEND, sent.c.state == SENT)
        .where(sent.c.subject_id.in_(own))
        .group_by(sent.c.subject_id, sent.c.chat_id)
    )
    key = literal("edit:") + cast(sent.c.id, Text)
    waiting = exists().where(outbox.c.key == key, outbox.c.state == PENDING)
    values: dict[str, Any] = {
        "kind": sent.c.kind,
        "op": literal(Op.EDIT.value),
        "priority": literal(int(KINDS[CARD].priority)),
        "subject_id": sent.c.subject_id,
        "params": sent.c.params,
        "chat_id": sent.c.chat_id,
        "person_id": sent.c.person_id,
        "target_id": sent.c.id,
        "key": key,
        "state": literal(PENDING),
        "attempts": literal(0),
        "created_at": literal(tx.now, Instant),
        "not_before": literal(tx.now, Instant),
    }
    rows = select(*values.values()).where(sent.c.id.in_(newest), ~waiting)
    if (await tx.run(insert(outbox).from_select(list(values), rows))).rowcount:
        tx.woken.add("outbox")
