"""Boards, answers and roll-ups of campaigns on paper: ordered, made beside, sent, made anew.

The roll-up is ready for signature on the working morning after the agencies' deadline, on the day
of the second one at the latest; whoever answers after that has it made once more.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.domain.campaign import Campaign, CampaignState, is_late
from bot.domain.paper import Finished
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.services import opening, rollup_facts
from bot.services.messages import leads, tell, tell_team
from bot.services.rollup_facts import Compiled
from storage import campaigns, due, papers, people, rollups
from storage.database import Tx
from storage.due import Due

ROLLUP = "campaign-rollup"  # every day
ANEW = "campaign-rollup-anew"  # about a campaign that got a late answer
MAKE_BOARD, MAKE_REPORT = "make-campaign-board", "make-campaign-report"
ROLLED_UP = "rolled-up"
SETTLING = timedelta(hours=1)  # so that several late answers are one new report


class Form(StrEnum):
    """What can be made of a campaign at any time."""

    PICTURE = "png"
    SHEET = "xlsx"
    REPORT = "docx"


class BoardOrder(Struct, frozen=True):
    """What the workshop needs to make a board."""

    compiled: Compiled
    form: Form


async def order(
    tx: Tx, team: Team, person: Person | None, campaign: Campaign, form: str = Form.PICTURE
) -> None:
    """Have a campaign's board, answers or report made for somebody.

    For nobody in particular the board goes to the group, the report to all leads.
    """
    wanted = Form(form)
    if person is None and wanted is not Form.REPORT and team.chat_id is None:
        return
    person_id = None if person is None else person.id
    params = {"campaign_id": campaign.id, "form": wanted.value, "person_id": person_id}
    if wanted is Form.REPORT:
        await due.schedule(tx, Due(MAKE_REPORT, number_of(params), tx.now, params))
    else:
        await due.schedule(tx, Due(MAKE_BOARD, number_of(params), tx.now, params))


def number_of(params: Mapping[str, Any]) -> int:
    """Return a number by which the same order is known again."""
    return int.from_bytes(sha256(repr(sorted(params.items())).encode()).digest()[:7])


async def gather_board(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]
) -> BoardOrder | None:
    """Return what the board is made from; None when its only reader has left the team."""
    del subject_id
    if params["person_id"] is not None and await _reader(tx, params) is None:
        return None
    found = await rollup_facts.compiled(tx, team, params["campaign_id"])
    return BoardOrder(found, Form(params["form"]))


async def _reader(tx: Tx, params: Mapping[str, Any], least: Role = Role.RESPONDER) -> Person | None:
    found = (await people.of_ids(tx, [params["person_id"]])).get(params["person_id"])
    return found if may(found, least) else None


async def keep_board(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: Sequence[Finished]
) -> None:
    """Send the board to whoever asked for it."""
    del subject_id
    campaign = await campaigns.get(tx, params["campaign_id"])
    text = "board-made" if params["form"] == Form.PICTURE else "answers-made"
    await _send(tx, team, params, made, {"text": text, "name": campaign.name})


async def _send(
    tx: Tx,
    team: Team,
    params: Mapping[str, Any],
    made: Sequence[Finished],
    said: Mapping[str, Any],
) -> None:
    reader = await _reader(tx, params) if params["person_id"] is not None else None
    for paper in made:
        paper_id = await papers.add(tx, paper.name, paper.content, paper.media)
        if reader is not None:
            tell(tx, reader, "paper", **said, paper=paper_id)
        elif params["person_id"] is None:
            tell_team(tx, team, "paper", **said, paper=paper_id)


async def give_up_board(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever wanted the board that it cannot be made."""
    del subject_id
    campaign = await campaigns.get(tx, params["campaign_id"])
    said: dict[str, Any] = {"text": "board-not-made", "code": campaign.code, "name": campaign.name}
    if params["person_id"] is None:
        tell_team(tx, team, "notice", **said)
    elif (reader := await _reader(tx, params)) is not None:
        tell(tx, reader, "notice", **said)


async def gather_report(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]
) -> Compiled | None:
    """Return what the report is made from; None when there is nobody to sign it."""
    del subject_id
    if not await _signers(tx, params):
        return None
    return await rollup_facts.compiled(tx, team, params["campaign_id"])


async def _signers(tx: Tx, params: Mapping[str, Any]) -> list[Person]:
    if params["person_id"] is None:
        return list(await leads(tx))
    reader = await _reader(tx, params, Role.LEAD)
    return [] if reader is None else [reader]


async def keep_report(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: Sequence[Finished]
) -> None:
    """Send report and answers to whoever is to sign; what all leads get is kept in the log."""
    del team, subject_id
    campaign = await campaigns.get(tx, params["campaign_id"])
    before = await rollups.last_said(tx, campaign.id, ROLLED_UP)
    kept = [await papers.add(tx, one.name, one.content, one.media) for one in made]
    texts = ("rollup-made" if before is None else "rollup-remade", "answers-made")
    for person in await _signers(tx, params):
        for text, paper in zip(texts, kept, strict=True):
            tell(
                tx, person, "paper", text=text, name=campaign.name, code=campaign.code, paper=paper
            )
    if params["person_id"] is None:
        await campaigns.enter(tx, ROLLED_UP, campaign_id=campaign.id)


async def give_up_report(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever was to get the report that it cannot be made."""
    del team, subject_id
    campaign = await campaigns.get(tx, params["campaign_id"])
    for person in await _signers(tx, params):
        tell(tx, person, "notice", text="board-not-made", code=campaign.code, name=campaign.name)


async def rollup_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Have every roll-up made that is due for the first time, or has become old; once a day."""
    del subject_id, params
    working = await opening.working_days(tx, team)
    today = tx.now.astimezone(team.zone).date()
    for campaign in await campaigns.in_states(tx, (CampaignState.OPEN,)):
        last = await rollups.last_said(tx, campaign.id, ROLLED_UP)
        if last is not None:
            await _make_anew(tx, team, campaign, last)
        elif is_ripe(campaign, tx.now, today, team.zone, works=working(today)):
            await order(tx, team, None, campaign, Form.REPORT)


def is_ripe(campaign: Campaign, now: datetime, today: date, zone: ZoneInfo, *, works: bool) -> bool:
    """Tell whether the first roll-up is due: agencies have no more time, or it is the last day."""
    until = campaign.rollup_at
    if until is not None and until.astimezone(zone).date() <= today:
        return True
    return works and is_late(now, campaign.due_at)


async def anew_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Somebody answered late: the roll-up of that campaign is made anew."""
    del params
    last = await rollups.last_said(tx, subject_id, ROLLED_UP)
    if last is not None:
        await _make_anew(tx, team, await campaigns.get(tx, subject_id), last)


async def _make_anew(tx: Tx, team: Team, campaign: Campaign, last: datetime) -> None:
    if await rollups.changed_since(tx, campaign.id, last):
        await order(tx, team, None, campaign, Form.REPORT)


async def answered(tx: Tx, campaign_id: int) -> None:
    """Something was handed in: a roll-up that is out already is made anew within the hour."""
    if await rollups.last_said(tx, campaign_id, ROLLED_UP) is None:
        return
    if await due.waiting(tx, ANEW, campaign_id) is None:
        await due.schedule(tx, Due(ANEW, campaign_id, tx.now + SETTLING))
