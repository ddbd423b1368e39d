"""Reminders of campaigns: once a working day, one message for each person, nothing that is done."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row

from bot.domain.deadlines import Working
from bot.domain.messages import Outgoing
from bot.domain.obligations import Reminders
from bot.domain.reminders import Hears, is_reminded, is_told_above, within
from bot.domain.team import Team
from bot.services import calendar, opening
from bot.services.messages import leads, queue
from storage import campaign_reminders as stored
from storage.database import Tx

REMIND = "campaign-remind"
LATEST_NEWS = timedelta(days=14)  # longer than any row of days off


async def remind_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Remind everybody who must hear of something today; outside office hours nobody.

    What is said is made from what is open when the message is sent.
    """
    del subject_id, params
    policy = team.catalog.campaigns.policy
    working = await opening.working_days(tx, team)
    if not within(tx.now, policy.work_from, policy.work_until, team.zone, working):
        return
    today = calendar.today(tx, team)
    marked: set[Hears] = set()
    for group in await stored.groups(tx):
        hears = _hears(team, group, today, working)
        if hears:
            await stored.mark(tx, group, hears)
            marked |= hears
    if await stored.mark_closed(tx, tx.now - LATEST_NEWS):
        marked.add(Hears.CLOSED)
    if await stored.waiting(tx):
        marked.add(Hears.WAITING)
    await _tell(tx, marked)


def _hears(team: Team, group: Row[Any], today: date, working: Working) -> frozenset[Hears]:
    """Return as what people hear today of what is alike."""

    def day(at: Any) -> date | None:  # noqa: ANN401 an instant or None
        return None if at is None else at.astimezone(team.zone).date()

    rules = Reminders.model_validate(group.reminders)
    due, heard = day(group.due_at), day(group.heard_at)
    if due is None or heard is None:
        return frozenset()
    head, leaders = day(group.head_told_at), day(group.leaders_told_at)
    hears = {
        Hears.CONTACT: is_reminded(rules, due, heard, today, working),
        Hears.HEAD: is_told_above(rules.head_after, due, head, today, working),
        Hears.LEADER: is_told_above(rules.leaders_after, due, leaders, today, working),
    }
    return frozenset(each for each, is_so in hears.items() if is_so)


async def _tell(tx: Tx, marked: set[Hears]) -> None:
    told: dict[tuple[int, int], list[str]] = {}
    for hears in (Hears.CONTACT, Hears.CLOSED, Hears.HEAD):
        if hears in marked:
            for reader in await stored.recipients(tx, hears):
                told.setdefault(reader, []).append(hears.value)
    for hears in (Hears.LEADER, Hears.WAITING):
        for lead in await leads(tx) if hears in marked else ():
            if lead.telegram_id is not None:
                told.setdefault((lead.id, lead.telegram_id), []).append(hears.value)
    for (person_id, chat_id), hears_as in told.items():
        params = {"as": hears_as}
        queue(tx, Outgoing("campaign-reminder", chat_id, person_id, person_id, params))
