"""The dialogues of campaigns: a new one, and one fact of a draft changed."""

from datetime import date, datetime
from typing import Any

from bot.domain.answers import State, from_json
from bot.domain.campaign import CampaignState
from bot.domain.campaign_form import (
    CAMPAIGN,
    Whom,
    audience_of,
    campaign_form,
    change_form,
    day_of,
    order_of,
)
from bot.domain.errors import Refused
from bot.domain.form import Form
from bot.domain.people import Person, Role, may
from bot.domain.periods import end_of
from bot.domain.question_words import read_questions
from bot.domain.team import Team
from bot.services import campaign_pages, campaigns
from bot.services.campaigns import Draft
from bot.services.register_lists import agencies_named
from bot.services.task_words import last_day
from storage import campaigns as stored
from storage import forms, register_facts
from storage.database import Tx
from storage.forms import FormRow

HOPELESS = frozenset(
    {"refused-campaign-not-draft", "refused-no-such-campaign", "refused-not-allowed"}
)


async def _whom(tx: Tx) -> Whom:
    rows = await register_facts.agency_lines(tx)
    levels = sorted({row.level for row in await register_facts.system_lines(tx) if row.level})
    kinds = await register_facts.agency_kinds(tx)
    return Whom(kinds, levels, lambda words: agencies_named(rows, words))


async def build_new(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return the questions about a new campaign."""
    del subject_id
    row = await forms.open_of(tx, person.id)
    here = row if row is not None and row.kind == CAMPAIGN else None
    so_far = from_json(here.question, here.answers) if here is not None else None
    return campaign_form(await _whom(tx), last_day(team, tx.now), so_far)


async def finish_new(tx: Tx, team: Team, person: Person, row: FormRow, state: State) -> int | None:
    """Keep the draft, and show it with its count of agencies."""
    _check(person)
    began, whom = _began(team, row), await _whom(tx)
    due = day_of(state, "due", began)
    if due is None:
        raise Refused("refused-form-unready")
    scope, per = audience_of(state, whom)
    attachment, basis = order_of(state)
    draft = Draft(
        state.answer("name").text.strip(),
        due,
        body=state.answer("body").text.strip(),
        scope=scope,
        per=per,
        questions=_questions(state),
        rollup=day_of(state, "rollup", began),
        basis=basis,
        evidence=state.answer("evidence").text.strip(),
        receiver=state.answer("receiver").text.strip(),
        attachment=attachment,
    )
    campaign = await campaigns.create(tx, team, person, draft)
    await campaign_pages.show(tx, team, person, campaign.id)
    return None


def _questions(state: State) -> tuple[dict[str, Any], ...]:
    answer = state.answer("questions")
    return () if answer.choice is not None else read_questions(answer.text)


def _began(team: Team, row: FormRow) -> date:
    return last_day(team, row.created_at)


def _check(person: Person) -> None:
    """A dialogue may outlive its author's rights."""
    if not may(person, Role.LEAD):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})


async def check_draft(tx: Tx, campaign_id: int) -> None:
    """Refuse a campaign that is no draft any more."""
    campaign = await stored.get(tx, campaign_id)
    if campaign.state is not CampaignState.DRAFT:
        raise Refused("refused-campaign-not-draft", code=campaign.code)


async def build_change(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return what can be changed of a draft."""
    del person
    campaign = await stored.get(tx, subject_id or 0)
    due = last_day(team, campaign.due_at)
    return change_form(await _whom(tx), last_day(team, tx.now), due)


async def finish_change(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    """Change the one fact, and show the draft as it is now."""
    _check(person)
    field = state.answer("field").choice or ""
    values = await _values(tx, team, row, state, field)
    await campaigns.change(tx, person, row.subject_id or 0, **values)
    await campaign_pages.show(tx, team, person, row.subject_id or 0)
    return None


async def _values(tx: Tx, team: Team, row: FormRow, state: State, field: str) -> dict[str, Any]:
    began = _began(team, row)
    match field:
        case "name" | "body" | "evidence" | "receiver":
            return {field: state.answer(field).text.strip()}
        case "order":
            attachment, basis = order_of(state)
            file_id, name = attachment or (None, None)
            return {"attachment_id": file_id, "attachment_name": name, "basis": basis}
        case "who":
            scope, per = audience_of(state, await _whom(tx))
            return {"scope": scope, "per": per}
        case "due" | "rollup":
            return {f"{field}_at": _end(team, day_of(state, field, began))}
        case _:
            return {"questions": _questions(state)}


def _end(team: Team, day: date | None) -> datetime | None:
    return end_of(day, team.zone) if day is not None else None
