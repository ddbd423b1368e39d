"""Slow work, made beside everything else: pictures, documents, proposals, files to be read.

A slow due row has a kind that begins with `make-`. What it needs is read in one transaction, the
work is done in a process of its own, and what came out is kept in a second one together with the
row. A page never waits for it, and a process killed in between only does the work again. What was
ordered anew meanwhile is made anew; what fails too often is given up aloud. Work that waits for a
program of others has a lane of its own: should that hang, nothing else waits for it.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Executor
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import Row

from bot.domain.team import Team
from bot.papers import (
    calendar_file,
    campaign_papers,
    case_bundle,
    case_papers,
    roster,
    statistics_papers,
    watch_papers,
)
from bot.papers.register_file import make_register_file, read_register_file
from bot.papers.roster_file import read_roster_file
from bot.papers.solver import proposed
from bot.services import (
    after_actions,
    agendas,
    case_export,
    case_forms,
    case_pdfs,
    duty_sheets,
    evidence,
    evidence_copies,
    leagues,
    lessons,
    plans,
    proposals,
    register_files,
    rollups,
    roster_files,
    rosters,
    statistics,
    watch_reports,
)
from bot.services import case_papers as official
from storage import due
from storage.database import Database, Tx
from storage.due import Part

logger = logging.getLogger(__name__)

Gather = Callable[[Tx, Team, int, Mapping[str, Any]], Awaitable[Any]]
Keep = Callable[[Tx, Team, int, Mapping[str, Any], Any], Awaitable[None]]
Fetch = Callable[[str], Awaitable[bytes]]
GiveUp = Callable[[Tx, Team, int, Mapping[str, Any]], Awaitable[None]]
NewPool = Callable[[], Executor]

LONGEST_DELAY = timedelta(minutes=10)
LONGEST_WORK = timedelta(minutes=2)
MOST_TRIES = 8  # within about ten minutes
FILE = "file_id"


class Work(Struct, frozen=True):
    """`gather` reads what is needed, None when it no longer matters; `make` is pure and picklable.

    With a `file_id` among the row's parameters `make` gets that file's bytes as well. `keep` gets
    what was made, in the transaction that ends the row. `give_up` says that it will not be made.
    Work that is `foreign` waits for a program of others, which may hang.
    """

    gather: Gather
    make: Callable[..., Any]
    keep: Keep
    give_up: GiveUp | None = None
    foreign: bool = False


WORKS: dict[str, Work] = {
    evidence.MAKE: Work(evidence.gather, evidence.file_away, evidence.keep, evidence.give_up),
    proposals.PROPOSAL: Work(proposals.gather, proposed, proposals.keep, proposals.give_up),
    roster_files.READ: Work(
        roster_files.gather, read_roster_file, roster_files.keep, roster_files.give_up
    ),
    register_files.READ: Work(
        register_files.gather, read_register_file, register_files.keep, register_files.give_up
    ),
    register_files.MAKE: Work(
        register_files.gather_workbook,
        make_register_file,
        register_files.keep_workbook,
        register_files.give_up_workbook,
    ),
    agendas.MAKE: Work(agendas.gather, calendar_file.make, agendas.keep, agendas.give_up),
    rosters.MAKE: Work(rosters.gather, roster.make, rosters.keep, rosters.give_up),
    watch_reports.MAKE: Work(
        watch_reports.gather, watch_papers.report, watch_reports.keep, watch_reports.give_up
    ),
    rollups.MAKE_BOARD: Work(
        rollups.gather_board, campaign_papers.board, rollups.keep_board, rollups.give_up_board
    ),
    rollups.MAKE_REPORT: Work(
        rollups.gather_report, campaign_papers.report, rollups.keep_report, rollups.give_up_report
    ),
    case_forms.MAKE: Work(official.gather, case_papers.paper, official.keep, official.give_up),
    case_forms.MAKE_PDF: Work(
        case_pdfs.gather_pdf,
        case_papers.pdf,
        case_pdfs.keep_pdf,
        case_pdfs.give_up_pdf,
        foreign=True,
    ),
    case_export.MAKE: Work(
        case_export.gather, case_bundle.made, case_export.keep, case_export.give_up
    ),
    evidence_copies.MAKE: Work(
        evidence_copies.gather, case_bundle.evidence, evidence_copies.keep, evidence_copies.give_up
    ),
    lessons.MAKE: Work(
        after_actions.gather, case_bundle.review, after_actions.keep, after_actions.give_up
    ),
    plans.MAKE: Work(plans.gather, campaign_papers.plan, plans.keep, plans.give_up),
    leagues.MAKE: Work(leagues.gather, campaign_papers.league, leagues.keep, leagues.give_up),
    statistics.MAKE: Work(
        statistics.gather, statistics_papers.make, statistics.keep, statistics.give_up
    ),
    duty_sheets.MAKE: Work(
        duty_sheets.gather, watch_papers.sheet, duty_sheets.keep, duty_sheets.give_up
    ),
}


class Workshop:
    """The loop over slow due rows, one at a time; its process ends when nothing is left to do.

    One does the `foreign` work alone, another one all the rest.
    """

    def __init__(
        self,
        database: Database,
        team: Team,
        fetch: Fetch,
        new_pool: NewPool,
        works: Mapping[str, Work] | None = None,
        *,
        foreign: bool = False,
    ) -> None:
        self._database = database
        self._team = team
        self._fetch = fetch
        self._new_pool = new_pool
        self._works = WORKS if works is None else works
        self._part = _part(self._works, foreign=foreign)
        self._pool: Executor | None = None
        self._is_at_work = False

    async def step(self) -> datetime | None:
        """Do all the work that waits; returns when there is more, None if there is none."""
        try:
            while True:
                async with self._database.read() as tx:
                    next_at = await due.next_at(tx, self._part)
                    if next_at is None or next_at > tx.now:
                        return next_at
                    rows = await due.ripe(tx, 1, self._part)
                await self._do(rows[0])
        finally:
            self.rest()

    def rest(self) -> None:
        """Let the process go, so that its memory is free; what it is still at is ended."""
        pool, self._pool = self._pool, None
        at_work, self._is_at_work = self._is_at_work, False
        if pool is None:
            return
        processes = list((getattr(pool, "_processes", None) or {}).values())
        pool.shutdown(wait=False, cancel_futures=True)
        if at_work:
            # Only a signal reaches work that never ends; the program itself could not stop either.
            for process in processes:
                process.kill()

    async def _do(self, row: Row[Any]) -> None:
        try:
            work = self._works[row.kind]
            async with self._database.read() as tx:
                needed = await work.gather(tx, self._team, row.subject_id, row.params)
            made = None if needed is None else await self._make(work, needed, row.params)
            async with self._database.begin() as tx:
                if await due.finish(tx, row.id, row.due_at) and needed is not None:
                    await work.keep(tx, self._team, row.subject_id, row.params, made)
        except Exception as error:  # an edge: the row stays and is tried again
            logger.exception("work-failed", extra={"due_id": row.id, "kind": row.kind})
            self.rest()
            await self._put_off(row, error)

    async def _put_off(self, row: Row[Any], error: Exception) -> None:
        """Try again later; after too many tries never again, and say so."""
        delay = min(LONGEST_DELAY, timedelta(seconds=5 * 2.0 ** min(row.attempts, 10)))
        async with self._database.begin() as tx:
            await due.postpone(tx, row.id, tx.now + delay, repr(error)[:500])
        if row.attempts + 1 < MOST_TRIES:
            return
        try:
            await self._give_up(row)
        except Exception:  # an edge: what cannot even be given up stays, and holds up nobody
            logger.exception("giving-up-failed", extra={"due_id": row.id, "kind": row.kind})

    async def _give_up(self, row: Row[Any]) -> None:
        work = self._works.get(row.kind)
        async with self._database.begin() as tx:
            if await due.waiting(tx, row.kind, row.subject_id) != row.due_at:
                return
            await due.drop(tx, row.kind, row.subject_id)
            if work is not None and work.give_up is not None:
                await work.give_up(tx, self._team, row.subject_id, row.params)
        logger.error("work-given-up", extra={"due_id": row.id, "kind": row.kind})

    async def _make(self, work: Work, needed: object, params: Mapping[str, Any]) -> object:
        given = [needed]
        if FILE in params:
            given.append(await self._fetch(params[FILE]))
        if self._pool is None:
            self._pool = self._new_pool()
        loop = asyncio.get_running_loop()
        self._is_at_work = True
        async with asyncio.timeout(LONGEST_WORK.total_seconds()):
            made = await loop.run_in_executor(self._pool, work.make, *given)
        self._is_at_work = False
        return made


def _part(works: Mapping[str, Work], *, foreign: bool) -> Part:
    kinds = frozenset(kind for kind, work in works.items() if work.foreign)
    return Part(only=kinds) if foreign else Part(slow=True, but=kinds)
