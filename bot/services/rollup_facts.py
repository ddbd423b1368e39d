"""What the papers of a campaign are made from: read at one instant, counted by `rollup`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct, field
from sqlalchemy import Row

from bot.domain.campaign import Campaign
from bot.domain.campaign_questions import QuestionKind, questions_of
from bot.domain.league import Place, league
from bot.domain.rollup import Question, Reply, Rollup, alphabetical, mark_of, roll_up
from bot.domain.team import Team
from storage import campaign_facts, campaigns, findings
from storage.database import Tx

SCAN, NEVER_SCANNED = "scan", "never-scanned"
Contacts = Mapping[int, Sequence[Row[Any]]]


class Fault(Struct, frozen=True):
    """One finding (phát hiện) as a paper tells it: where, what kind, and its facts."""

    agency: str
    kind: str
    params: Mapping[str, Any] = field(default_factory=dict)


class Compiled(Struct, frozen=True):
    """A campaign with its roll-up: everything that its pictures, sheets and report say.

    A deadline is the last second that is in time; `rollup_at` is the one of the roll-up, if any.
    """

    team: Team
    campaign_id: int
    code: str
    name: str
    opened_at: datetime
    due_at: datetime
    rollup_at: datetime | None
    rollup: Rollup
    basis: str = ""
    receiver: str = ""
    table: tuple[Place, ...] = ()
    faults: tuple[Fault, ...] = ()


async def compiled(tx: Tx, team: Team, campaign_id: int) -> Compiled:
    """Return a campaign as it is now, with everything that was answered."""
    campaign = await campaigns.get(tx, campaign_id)
    rows = await campaign_facts.table(tx, campaign_id)
    contacts = await campaign_facts.contacts(tx, {row.agency_id for row in rows})
    replies = [_reply(row, contacts) for row in rows]
    return Compiled(
        team,
        campaign.id,
        campaign.code,
        campaign.name,
        campaign.opened_at or campaign.starts_at,
        campaign.due_at,
        campaign.rollup_at,
        roll_up(_questions(campaign, team.language), replies, tx.now),
        campaign.basis,
        campaign.receiver,
        league(replies, tx.now),
        await _faults(tx, campaign, {reply.agency_id for reply in replies}),
    )


async def _faults(tx: Tx, campaign: Campaign, agency_ids: set[int]) -> tuple[Fault, ...]:
    """Return what was found, who cannot be reached, and in a scan what was never scanned."""
    found = [
        Fault(row.agency or "", row.kind, row.params)
        for row in await findings.open_ones(tx, campaign_id=campaign.id)
    ]
    silent = await campaign_facts.without_contact(tx, campaign.id)
    found += [Fault(row.name, findings.NO_CONTACT) for row in silent]
    if campaign.feeds == SCAN:
        found += [
            Fault(row.agency, NEVER_SCANNED, {"system": row.name})
            for row in await campaign_facts.never_done(tx, SCAN)
            if row.agency_id in agency_ids
        ]
    return tuple(sorted(found, key=lambda fault: alphabetical(fault.agency)))


def _reply(row: Row[Any], contacts: Contacts) -> Reply:
    reason, opened = row.reason or "", row.opened_at is not None
    mark = mark_of(
        row.state, reason=reason, late=row.late, opened=opened, reachable=bool(row.reachable)
    )
    own = contacts.get(row.agency_id, ())
    return Reply(
        row.agency,
        mark,
        row.due_at,
        row.agency_kind or row.parent or "",
        row.system or "",
        row.done_at,
        reason,
        row.answers,
        tuple(" ".join(filter(None, (person.name, person.phone))) for person in own),
        row.agency_id,
    )


def _questions(campaign: Campaign, language: str) -> list[Question]:
    asked = questions_of(campaign.questions)
    numbers = {each.code for each in asked if each.kind is QuestionKind.NUMBER}
    return [
        Question(
            each.code,
            each.kind.value,
            each.name(language),
            {
                choice.code: choice.names.get(language, choice.names["vi"])
                for choice in each.choices
            },
            (each.at_most or "") if {each.code, each.at_most} <= numbers else "",
        )
        for each in asked
    ]
