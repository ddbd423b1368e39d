"""What must happen later, made to happen: once, late rather than never, oldest first.

One transaction for each due row: the row is done and has its effects, or neither. A row that fails
is tried again later and keeps its due time; it never holds up the others.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import Row

from bot.domain.team import Team
from bot.domain.watch_policy import WatchPolicy
from bot.services import (
    arming,
    asking,
    bringing_in,
    campaign_plan,
    campaign_reminders,
    closing,
    confirming,
    contact_check,
    deadlines,
    following,
    forms,
    gaps,
    giving,
    group,
    handover,
    housekeeping,
    improvements,
    missing,
    missing_calls,
    onwatch,
    opening,
    outages,
    paging,
    reach,
    relay,
    reminding,
    roles,
    rollups,
    sealing,
    search,
    signs,
    situation,
    situation_digest,
    statistics,
    successions,
    testpages,
    unreached,
    unwatched,
    watch_offers,
    watch_reports,
)
from storage import due
from storage.database import Database, Tx
from storage.due import Due

logger = logging.getLogger(__name__)

Happen = Callable[[Tx, Team, int, Mapping[str, Any]], Awaitable[None]]

DUE_KINDS: dict[str, Happen] = {
    paging.LADDER: paging.climb_due,
    paging.STILL: paging.ask_still,
    paging.SILENCE: paging.silence,
    paging.QUEUE: paging.remind_queue,
    paging.REFUSED: paging.page_refused,
    closing.WRAP_UP: closing.close_unanswered,
    closing.ASK_AGAIN: closing.ask_again,
    deadlines.DEADLINE: deadlines.wake,
    bringing_in.LATE: bringing_in.late,
    roles.EMPTY: roles.remind,
    relay.REFUSED: relay.refused,
    situation.ASK: situation.ask_due,
    situation_digest.DIGEST: situation_digest.digest_due,
    forms.REMINDER: forms.remind,
    forms.EXPIRY: forms.expire,
    group.GROUP_LOST: group.tell_lost,
    arming.NOTICE: onwatch.remind,
    arming.OPEN: onwatch.call,
    arming.LATE: missing.late,
    arming.MISSING: missing_calls.call,
    arming.STILL: signs.ask_still,
    arming.SILENT: missing.silent,
    arming.END: handover.end_due,
    arming.HANDOVER: handover.remind,
    arming.UNWATCHED: unwatched.tell_due,
    arming.TESTS: testpages.send_due,
    testpages.OVER: testpages.over,
    giving.REMIND: reminding.remind,
    giving.WIDEN: asking.ask_others,
    giving.EXPIRE: asking.expire,
    gaps.DAILY: gaps.daily,
    gaps.MUTED: gaps.unmute,
    gaps.AHEAD: gaps.ring,
    gaps.NOW: gaps.still_open,
    arming.WATCH_END: watch_reports.end_due,
    watch_reports.DAILY: watch_reports.daily_due,
    unreached.CALL_REFUSED: unreached.call_refused,
    outages.OVER: outages.over,
    reach.LOST: reach.lost,
    confirming.UNCONFIRMED: confirming.unconfirmed,
    following.CHANGED: following.show_changed,
    following.SETTLED: following.redraw,
    housekeeping.FORGET: housekeeping.forget,
    sealing.ANCHOR: sealing.anchor_due,
    search.INDEX: search.index_due,
    watch_offers.OFFER: watch_offers.offer_due,
    statistics.DAILY: statistics.daily_due,
    campaign_plan.PLAN: campaign_plan.plan_due,
    opening.OPEN: opening.open_due,
    campaign_reminders.REMIND: campaign_reminders.remind_due,
    rollups.ROLLUP: rollups.rollup_due,
    rollups.ANEW: rollups.anew_due,
    contact_check.CHECK: contact_check.check_due,
    contact_check.AGAIN_DUE: contact_check.again_due,
    contact_check.OVER: contact_check.over_due,
    successions.LATE: successions.late_due,
    improvements.REMIND: improvements.remind,
}

# Times of day in the team's zone; a function where the team's own policy says when.
RECURRING: dict[str, time | Callable[[WatchPolicy], time]] = {
    housekeeping.FORGET: time(3, 30),
    sealing.ANCHOR: time(7, 5),
    search.INDEX: time(3, 40),
    watch_offers.OFFER: lambda policy: policy.offer_at,
    statistics.DAILY: time(7, 30),
    watch_reports.DAILY: lambda policy: policy.daily_report_at,
    gaps.DAILY: lambda policy: policy.gaps_at,
    rollups.ROLLUP: time(8, 5),
    contact_check.CHECK: time(8, 15),
    campaign_plan.PLAN: time(7, 45),
    campaign_reminders.REMIND: time(8, 30),
}

# What follows so long after something else: a clock that is set back must not put it off.
AFTERWARDS = frozenset(
    {
        *(paging.LADDER, paging.STILL, paging.SILENCE, paging.REFUSED),
        *(relay.REFUSED, group.GROUP_LOST, unreached.CALL_REFUSED, reach.LOST, outages.OVER),
        *(bringing_in.LATE, roles.EMPTY, situation.ASK, situation_digest.DIGEST, testpages.OVER),
        *(arming.MISSING, arming.SILENT, giving.WIDEN, forms.REMINDER, forms.EXPIRY),
    }
)
# Machines correct their clocks by less than that all the time.
SET_BACK = timedelta(seconds=5)
AT_ONCE = 50
LONGEST_DELAY = timedelta(minutes=10)


class Timekeeper:
    """The loop over due rows; the rows are the memory, this is only the alarm clock.

    `steady` is a clock that only goes forward: by it is seen how far the other one was set back.
    """

    def __init__(
        self,
        database: Database,
        team: Team,
        kinds: Mapping[str, Happen] | None = None,
        steady: Callable[[], datetime] | None = None,
    ) -> None:
        self._database = database
        self._team = team
        self._kinds = DUE_KINDS if kinds is None else kinds
        self._steady = steady or database.now
        self._ahead: timedelta | None = None
        self.turned_at: datetime | None = None

    async def start(self) -> None:
        """Make sure that everything recurring has its next row."""
        async with self._database.begin() as tx:
            for kind in RECURRING:
                if await due.waiting(tx, kind, 0) is None:
                    await due.schedule(tx, next_of(kind, tx.now, self._team))

    async def step(self) -> datetime | None:
        """Let everything due happen; returns when the next thing is due, None if there is none."""
        while True:
            self.turned_at = self._database.now()
            await self._keep_distances()
            async with self._database.read() as tx:
                next_at = await due.next_at(tx)
                if next_at is None or next_at > tx.now:
                    return next_at
                rows = await due.ripe(tx, AT_ONCE)
            for row in rows:
                await self._happen(row)

    async def _keep_distances(self) -> None:
        """Bring forward what follows so long after something, by as much as the clock went back."""
        ahead = self._database.now() - self._steady()
        back = self._ahead - ahead if self._ahead is not None else timedelta(0)
        if back > SET_BACK:
            async with self._database.begin() as tx:
                await due.bring_forward(tx, AFTERWARDS, back)
            logger.warning("clock-set-back", extra={"seconds": back.total_seconds()})
        self._ahead = ahead

    async def _happen(self, row: Row[Any]) -> None:
        try:
            async with self._database.begin() as tx:
                if not await due.finish(tx, row.id):
                    return
                await self._kinds[row.kind](tx, self._team, row.subject_id, row.params)
                if row.kind in RECURRING:
                    await due.schedule(tx, next_of(row.kind, tx.now, self._team))
        except Exception as error:  # an edge: the row stays and is tried again
            logger.exception("due-row-failed", extra={"due_id": row.id, "kind": row.kind})
            delay = min(LONGEST_DELAY, timedelta(seconds=5 * 2.0 ** min(row.attempts, 10)))
            async with self._database.begin() as tx:
                await due.postpone(tx, row.id, tx.now + delay, repr(error)[:500])


def next_of(kind: str, after: datetime, team: Team) -> Due:
    """Return the next row of something recurring, at its time of day in the team's zone."""
    recurs = RECURRING[kind]
    at = recurs if isinstance(recurs, time) else recurs(team.catalog.watch.policy)
    trigger = CronTrigger(timezone=team.zone, hour=at.hour, minute=at.minute)
    following = trigger.get_next_fire_time(None, after + timedelta(seconds=1))
    if following is None:
        raise ValueError(f"{kind} never recurs")
    return Due(kind, 0, following.astimezone(after.tzinfo))
