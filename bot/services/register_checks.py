"""What campaigns tell of an agency and its systems: open tasks, last checks, open findings."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from bot.domain.campaign import AssignmentState
from bot.domain.counting import GOOD_FOR, done_on, holds
from bot.domain.obligations import Obligation, Opening
from bot.domain.spans import part_of
from bot.domain.team import Team
from bot.services.statistics_words import label
from bot.services.task_words import day_words, due_words, last_day
from storage import assignments, findings
from storage.database import Tx

Words = dict[str, Any]

CHECKS = ("scan", "hunt", "drill", "backup", "dossier")
_DONE = (AssignmentState.DONE, AssignmentState.ACCEPTED)
_SHOWN = 8
_WORDED = {
    "no-contact": (),
    "silent": (),
    "takeover": ("code",),
    "never-scanned": ("system",),
    "backup-rule": ("gap", "found", "wanted"),
}
"""The kinds of findings that have words of their own, and what these ask for."""


async def open_tasks(
    tx: Tx, team: Team, agency_id: int, system_id: int | None = None
) -> Words | str:
    """Return what an agency must do, the most urgent first; nothing when there is nothing.

    About one system: what is asked for it, and what is asked of its agency as a whole.
    """
    rows = await assignments.of_agencies(tx, [agency_id])
    if system_id is not None:
        rows = [row for row in rows if row.system_id in (None, system_id)]
    if not rows:
        return ""
    lines = [_task(tx, team, row, of_system=system_id is not None) for row in rows[:_SHOWN]]
    return {"text": "agency-tasks", "count": len(rows), "lines": {"lines": lines}}


def _task(tx: Tx, team: Team, row: Row[Any], *, of_system: bool) -> Words:
    about: Words | str = f" · {row.system}" if row.system else ""
    if of_system:
        about = "" if row.system else {"text": "system-task-whole"}
    return {
        "text": "agency-task",
        "name": row.campaign,
        "about": about,
        "code": row.code,
        "due": due_words(team, row.due_at, tx.now),
    }


async def last_checks(tx: Tx, team: Team, system: Row[Any]) -> Words:
    """Return when a system was last scanned, hunted, drilled, backed up, and its dossier seen to.

    What its agency has handed in for all its systems together counts too.
    """
    own = await assignments.of_subject(tx, system_id=system.id)
    shared = await assignments.of_subject(tx, agency_id=system.agency_id)
    whole = [row for row in shared if row.system_id is None]
    rows = [row for row in (*own, *whole) if row.done_at is not None and _is_done(row)]
    lines = []
    for check in CHECKS:
        done = [row for row in rows if row.feeds == check]
        span = _span(tx, team, system, check, done)
        lines.append(_check(tx, team, check, done, span))
    return {"lines": lines}


def _check(tx: Tx, team: Team, check: str, done: Sequence[Row[Any]], span: Words | str) -> Words:
    if not done:
        named = {"text": f"system-check-{check}"}
        return {"text": "system-check-none", "check": named, "span": span}
    last = max(done, key=lambda row: row.done_at)
    return {
        "text": "system-check",
        "check": {"text": f"system-check-{check}"},
        "day": day_words(team, last.done_at, tx.now),
        "code": last.code,
        "span": span,
    }


def _span(
    tx: Tx, team: Team, system: Row[Any], check: str, done: Sequence[Row[Any]]
) -> Words | str:
    """Return whether it is done for its current half-year or year; nothing where it is not owed."""
    if check not in GOOD_FOR:
        return ""
    span = part_of(last_day(team, tx.now), GOOD_FOR[check])
    has_it = any(holds(span, done_on(row.period, row.done_at, team.zone)) for row in done)
    duties = team.catalog.campaigns.obligations
    if not has_it and not any(_is_owed(duty, check, system.level) for duty in duties):
        return ""
    return {"text": f"system-check-{'counted' if has_it else 'owed'}", "span": label(span)}


def _is_owed(duty: Obligation, check: str, level: int | None) -> bool:
    """Tell whether a duty of the catalog is about that check and systems of that level."""
    if duty.feeds != check or duty.opening is Opening.OFF:
        return False
    return duty.levels is None or duty.levels.least <= (level or 0) <= duty.levels.most


def _is_done(row: Row[Any]) -> bool:
    """What was accepted with a reason did not apply."""
    return AssignmentState(row.state) in _DONE and not row.reason


async def open_findings(
    tx: Tx, *, agency_id: int | None = None, system_id: int | None = None
) -> Words | str:
    """Return what is known to be wrong at an agency or a system; nothing when nothing is."""
    rows = await findings.open_ones(tx, agency_id=agency_id, system_id=system_id)
    if not rows:
        return ""
    lines = [finding_words(row.kind, row.params) for row in rows[:_SHOWN]]
    return {"text": "register-findings", "count": len(rows), "lines": {"lines": lines}}


def finding_words(kind: str, params: dict[str, Any]) -> Words:
    """Return one finding as a line; one without words of its own as it was asked."""
    asked = _WORDED.get(kind)
    if asked is None or not set(asked) <= set(params):
        said: Words = {"text": "rollup-finding-other", "kind": params.get("question", kind)}
    else:
        said = {"text": f"rollup-finding-{kind}", **{name: params[name] for name in asked}}
    return {"text": "register-finding", "said": said}
