"""Campaigns: drafted, put before a second person, confirmed, closed or called off."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from bot.domain import campaign as rules
from bot.domain.audience import Audience, Per
from bot.domain.campaign import BEFORE_OPENING, Campaign, CampaignState
from bot.domain.campaign_questions import in_order, questions_of
from bot.domain.codes import parse_campaign_code
from bot.domain.errors import Refused
from bot.domain.obligations import Reminders
from bot.domain.people import Person
from bot.domain.periods import end_of, start_of
from bot.domain.team import Team
from bot.domain.typed import unaccented
from bot.services import calendar, opening
from bot.services.campaign_news import tell_leads, told
from bot.services.messages import tell
from storage import assigning, campaigns, due, people
from storage.assigning import Addressed
from storage.database import Tx
from storage.due import Due


class Draft(Struct, frozen=True):
    """What somebody wants to ask; days are the team's, the last on which it is in time.

    Without `starts` it begins once it is confirmed.
    """

    name: str
    due: date
    body: str = ""
    scope: Audience = rules.EVERYBODY
    per: Per = Per.AGENCY
    questions: tuple[Mapping[str, Any], ...] = ()
    starts: date | None = None
    rollup: date | None = None
    receiver: str = ""
    basis: str = ""
    evidence: str = ""
    feeds: str | None = None
    attachment: tuple[str, str | None] | None = None  # Telegram's file id, its name
    reminders: Reminders | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)  # obligation and period


async def create(tx: Tx, team: Team, person: Person | None, draft: Draft) -> Campaign:
    """Keep a new draft; Refused when its dates or its questions are not in order."""
    today = calendar.today(tx, team)
    starts = start_of(draft.starts, team.zone) if draft.starts else tx.now
    written = questions_of(draft.questions)
    wanted = draft.reminders or team.catalog.campaigns.reminders_for("usual")
    file_id, file_name = draft.attachment or (None, None)
    new = Campaign(
        0,
        "",
        draft.name,
        starts,
        end_of(draft.due, team.zone),
        body=draft.body,
        scope=draft.scope,
        per=draft.per,
        feeds=draft.feeds,
        questions=tuple(each.model_dump(mode="json") for each in in_order(written)),
        reminders=wanted.model_dump(mode="json"),
        basis=draft.basis,
        evidence=draft.evidence,
        receiver=draft.receiver,
        attachment_id=file_id,
        attachment_name=file_name,
        rollup_at=end_of(draft.rollup, team.zone) if draft.rollup else None,
        created_by_id=person.id if person else None,
        **draft.facts,
    )
    rules.check_dates(new, tx.now)
    campaign = await campaigns.add(tx, new, today.year)
    await _log(tx, "drafted", campaign, person)
    return campaign


async def change(
    tx: Tx,
    person: Person,
    campaign_id: int,
    **values: Any,  # noqa: ANN401 fields of any type
) -> Campaign:
    """Change fields of a draft, such as `name`, `body`, `scope`, `due_at`, `questions`."""
    before = await campaigns.get(tx, campaign_id)
    if before.state is not CampaignState.DRAFT:
        raise Refused("refused-campaign-not-draft", code=before.code)
    after = replace(before, **values)
    in_order(questions_of(after.questions))
    rules.check_dates(after, tx.now)
    return await _save(tx, "changed", before, after, person, fields=sorted(values))


async def copy(tx: Tx, team: Team, person: Person, campaign_id: int) -> Campaign:
    """Draft the same once more, a year later; when that is over already, next year's."""
    old = await campaigns.get(tx, campaign_id)
    shifted = _later(old, team, 1)
    while rules.is_late(tx.now, shifted.due_at):
        shifted = _later(shifted, team, 1)
    then, now = (str(each.due_at.astimezone(team.zone).year) for each in (old, shifted))
    new = Campaign(
        0,
        "",
        old.name.replace(then, now),
        max(shifted.starts_at, tx.now),
        shifted.due_at,
        rollup_at=shifted.rollup_at,
        created_by_id=person.id,
        **{name: getattr(old, name) for name in _COPIED},
    )
    campaign = await campaigns.add(tx, new, calendar.today(tx, team).year)
    await _log(tx, "drafted", campaign, person, copy_of=old.code)
    return campaign


_COPIED = (
    *("body", "feeds", "scope", "per", "questions", "reminders"),
    *("basis", "evidence", "receiver"),
)


def _later(old: Campaign, team: Team, years: int) -> Campaign:
    def moved(at: datetime) -> datetime:
        local = at.astimezone(team.zone)
        leap = (local.month, local.day) == (2, 29)
        return local.replace(year=local.year + years, day=28 if leap else local.day).astimezone(
            at.tzinfo
        )

    return replace(
        old,
        starts_at=moved(old.starts_at),
        due_at=moved(old.due_at),
        rollup_at=moved(old.rollup_at) if old.rollup_at else None,
    )


async def preview(tx: Tx, campaign: Campaign) -> Addressed:
    """Return whom it would reach if it were opened now."""
    return await assigning.addressed(tx, campaign.scope, campaign.per)


async def propose(tx: Tx, team: Team, person: Person | None, campaign_id: int) -> Campaign:
    """Put a draft before the other leads; Refused when it would reach nobody."""
    before = await campaigns.get(tx, campaign_id)
    after = rules.propose(before, tx.now)
    meant = await preview(tx, before)
    if not meant.assignments:
        raise Refused("refused-campaign-nobody", code=before.code)
    await _save(tx, "proposed", before, after, person)
    await tell_leads(
        tx,
        team,
        after,
        "campaign-proposed",
        but=person,
        agencies=meant.agencies,
        silent=meant.silent,
        by=person.name if person else None,
    )
    return after


async def take_back(tx: Tx, person: Person, campaign_id: int) -> Campaign:
    """Let a proposed campaign be changed again."""
    before = await campaigns.get(tx, campaign_id)
    return await _save(tx, "taken-back", before, rules.take_back(before), person)


async def confirm(tx: Tx, team: Team, person: Person, campaign_id: int) -> Campaign:
    """Confirm what somebody else proposed; it opens at once, or on its day."""
    before = await campaigns.get(tx, campaign_id)
    four_eyes = team.catalog.campaigns.policy.four_eyes
    after = rules.confirm(before, person.id, tx.now, four_eyes=four_eyes)
    await _save(tx, "confirmed", before, after, person)
    if before.created_by_id not in (None, person.id):
        proposer = await people.get(tx, before.created_by_id or 0)
        said = told(team, after) | {"by": person.name}
        tell(tx, proposer, "campaign-notice", None, text="campaign-confirmed", **said)
    if after.starts_at > tx.now:
        await due.schedule(tx, Due(opening.OPEN, after.id, after.starts_at))
        return after
    return await opening.open_campaign(tx, team, after, person)


async def close(tx: Tx, person: Person | None, campaign_id: int) -> Campaign:
    """End an open campaign; its cards show it."""
    before = await campaigns.get(tx, campaign_id)
    after = await _save(tx, "closed", before, rules.close(before, tx.now), person)
    await assigning.refresh_cards(tx, after.id)
    return after


async def cancel(tx: Tx, person: Person, campaign_id: int) -> Campaign:
    """Call a campaign off; who had it sees that nothing is asked any more."""
    before = await campaigns.get(tx, campaign_id)
    after = await _save(tx, "cancelled", before, rules.cancel(before, tx.now), person)
    if before.state in BEFORE_OPENING:
        await due.drop(tx, opening.OPEN, after.id)
    else:
        await assigning.refresh_cards(tx, after.id)
    return after


async def found(tx: Tx, words: str) -> Campaign:
    """Return the campaign meant by its code, its number, or a part of its name that only it has."""
    code = parse_campaign_code(words)
    if code is not None:
        known = await campaigns.find(tx, *code)
        if known is not None:
            return known
        raise Refused("refused-no-such-campaign")
    alive = await campaigns.in_states(tx, (*BEFORE_OPENING, CampaignState.OPEN))
    wanted = unaccented(words)
    named = [each for each in alive if wanted in unaccented(each.name)]
    if len(named) > 1:
        raise Refused("refused-campaign-which")
    if not named:
        raise Refused("refused-no-such-campaign")
    return named[0]


async def _save(
    tx: Tx,
    event: str,
    before: Campaign,
    after: Campaign,
    person: Person | None,
    **params: Any,  # noqa: ANN401 facts of any type
) -> Campaign:
    await campaigns.save(tx, before, after)
    await _log(tx, event, after, person, **params)
    return after


async def _log(
    tx: Tx,
    event: str,
    campaign: Campaign,
    person: Person | None,
    **params: Any,  # noqa: ANN401 facts of any type
) -> None:
    person_id = person.id if person else None
    await campaigns.enter(tx, event, campaign_id=campaign.id, person_id=person_id, **params)
