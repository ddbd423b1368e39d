"""What campaigns tell of an agency and its systems: open tasks, last checks, open findings."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from bot.domain.campaign import AssignmentState
from bot.domain.team import Team
from bot.services.task_words import day_words, due_words
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


async def open_tasks(tx: Tx, team: Team, agency_id: int) -> Words | str:
    """Return what an agency must do, the most urgent first; nothing when there is nothing."""
    rows = await assignments.of_agencies(tx, [agency_id])
    if not rows:
        return ""
    lines = [
        {
            "text": "agency-task",
            "name": row.campaign,
            "about": f" · {row.system}" if row.system else "",
            "code": row.code,
            "due": due_words(team, row.due_at, tx.now),
        }
        for row in rows[:_SHOWN]
    ]
    return {"text": "agency-tasks", "count": len(rows), "lines": {"lines": lines}}


async def last_checks(tx: Tx, team: Team, system: Row[Any]) -> Words:
    """Return when a system was last scanned, hunted, drilled, backed up, and its dossier seen to.

    What its agency has handed in for all its systems together counts too.
    """
    own = await assignments.of_subject(tx, system_id=system.id)
    shared = await assignments.of_subject(tx, agency_id=system.agency_id)
    whole = [row for row in shared if row.system_id is None]
    return {"lines": [_check(tx, team, check, [*own, *whole]) for check in CHECKS]}


def _check(tx: Tx, team: Team, check: str, rows: Sequence[Row[Any]]) -> Words:
    done = [row for row in rows if row.feeds == check and row.done_at is not None and _is_done(row)]
    if not done:
        return {"text": "system-check-none", "check": {"text": f"system-check-{check}"}}
    last = max(done, key=lambda row: row.done_at)
    return {
        "text": "system-check",
        "check": {"text": f"system-check-{check}"},
        "day": day_words(team, last.done_at, tx.now),
        "code": last.code,
    }


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
    """Return one finding as a line; one without words of its own is shown by its kind."""
    asked = _WORDED.get(kind)
    if asked is None or not set(asked) <= set(params):
        said: Words = {"text": "rollup-finding-other", "kind": kind}
    else:
        said = {"text": f"rollup-finding-{kind}", **{name: params[name] for name in asked}}
    return {"text": "register-finding", "said": said}
