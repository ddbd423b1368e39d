"""What a result that was handed in leads to: findings, an incident, a hunt, a newer roll-up.

What is found stays found until it is put right; correcting an answer does not call back an incident
that people are working on.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from bot.domain.audience import Audience
from bot.domain.backups import Gap, backup_of, shortfalls
from bot.domain.campaign import Assignment, Campaign, CampaignState
from bot.domain.campaign_questions import Question, findings, questions_of
from bot.domain.people import Person
from bot.domain.periods import end_of
from bot.domain.report import Draft
from bot.domain.team import Team
from bot.services import calendar, counting, incidents, opening, rollups
from bot.services.campaign_news import tell_leads
from storage import campaigns, register
from storage import findings as kept
from storage.database import Tx
from storage.findings import Finding

TAKEOVER, BACKUP_RULE = "takeover", "backup-rule"
BACKUP, HUNT = "backup", "hunt"
INTRUSION = "intrusion"  # the kind of incident of the catalog
HUNT_WITHIN = timedelta(days=7)


async def handed_in(
    tx: Tx, team: Team, campaign: Campaign, assignment: Assignment, person: Person
) -> None:
    """Keep what the answers bring to light, and set going what must follow at once."""
    for kind in findings(questions_of(campaign.questions), assignment.answers):
        found = Finding(
            kind,
            f"assignment:{assignment.id}",
            campaign.id,
            assignment.id,
            assignment.agency_id,
            assignment.system_id,
        )
        if kind != TAKEOVER:
            asked = _asked(campaign, kind).name(team.language)
            await kept.keep(tx, replace(found, params={"question": asked}))
        elif await kept.keep(tx, found):
            await _taken_over(tx, team, campaign, found, person)
    if campaign.feeds == BACKUP:
        await _check_backup(tx, team, campaign, assignment)
    await counting.count(tx, team, campaign, assignment, person)
    await rollups.answered(tx, campaign.id)


def _asked(campaign: Campaign, kind: str) -> Question:
    """Return the question whose answer brought it to light."""
    return next(each for each in questions_of(campaign.questions) if each.finding == kind)


async def _taken_over(
    tx: Tx, team: Team, campaign: Campaign, found: Finding, person: Person
) -> None:
    """A weakness allows a takeover: an incident to have it repaired, and a hunt, both at once."""
    agency = await register.agency_name(tx, found.agency_id) or "?"
    question = _asked(campaign, found.kind)
    summary = f"{campaign.code} · {campaign.name}: {question.name(team.language)} ✔"
    told = Draft(INTRUSION, summary, agency_id=found.agency_id, system_id=found.system_id)
    _, code = await incidents.open_incident(tx, team, person, told)
    hunt = await _hunt(tx, team, found, f"{agency} · {code}", person)
    await kept.keep(tx, replace(found, params={"code": code, "hunt": hunt.code}))
    said: dict[str, Any] = {"agency": agency, "incident": code, "hunt": hunt.code}
    await tell_leads(tx, team, campaign, "outcome-takeover", **said)


async def _hunt(tx: Tx, team: Team, found: Finding, about: str, person: Person) -> Campaign:
    """Ask that one agency for a hunt, with the questions of the catalog's own."""
    book, today = team.catalog.campaigns, calendar.today(tx, team)
    rule = next((each for each in book.obligations if each.feeds == HUNT), None)
    questions: tuple[Question, ...] = rule.questions if rule is not None else ()
    new = Campaign(
        0,
        "",
        f"{rule.name(team.language)} · {about}" if rule is not None else about,
        tx.now,
        end_of(today + HUNT_WITHIN, team.zone),
        state=CampaignState.CONFIRMED,
        body=rule.why_in(team.language) if rule is not None else "",
        feeds=HUNT,
        scope=Audience(agency_ids=(found.agency_id or 0,)),
        questions=tuple(each.model_dump(mode="json") for each in questions),
        reminders=book.reminders_for("usual").model_dump(mode="json"),
        basis=rule.basis if rule is not None else "",
        confirmed_at=tx.now,
    )
    hunt = await campaigns.add(tx, new, today.year)
    await campaigns.enter(
        tx,
        "hunt-ordered",
        campaign_id=found.campaign_id,
        assignment_id=found.assignment_id,
        person_id=person.id,
    )
    return await opening.open_campaign(tx, team, hunt, person)


async def _check_backup(tx: Tx, team: Team, campaign: Campaign, assignment: Assignment) -> None:
    """Keep where backups fall short of the rule, and close what has been put right."""
    backup = backup_of(assignment.answers)
    short = {each.gap: each for each in shortfalls(backup, calendar.today(tx, team))}
    about = f"agency:{assignment.agency_id}"
    if assignment.system_id is not None:
        about = f"system:{assignment.system_id}"
    for gap in Gap:
        if gap not in short:
            await kept.close(tx, BACKUP_RULE, f"{gap}:{about}")
            continue
        one = short[gap]
        known = f"{one.found:%d/%m/%Y}" if isinstance(one.found, date) else one.found
        params: Mapping[str, Any] = {"gap": gap.value, "found": known, "wanted": one.wanted}
        found = Finding(
            BACKUP_RULE,
            f"{gap}:{about}",
            campaign.id,
            assignment.id,
            assignment.agency_id,
            assignment.system_id,
            params,
        )
        await kept.keep(tx, found)
