"""Updates by law: whoever has got a report hears what has changed since, all of them, at once.

An update is owed while somebody knows what is no longer so. It is settled like a deadline: sent,
waived by a lead, or dropped when what had changed is again as it was told.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from bot.domain import legal_updates as rules
from bot.domain.incident import Incident
from bot.domain.kinds import Names
from bot.domain.legal_deadlines import DeadlineState, Rule, Run, Told
from bot.domain.legal_updates import Aspect, Behind, Change, Sending
from bot.domain.seriousness import Assessment
from bot.domain.team import Team
from storage import case_forms, essentials, incidents
from storage import deadlines as kept
from storage.case_forms import CasePaper
from storage.database import Tx
from storage.deadlines import Deadline
from storage.incidents import Entry

Value = dict[str, Any]


async def sync(
    tx: Tx, team: Team, incident: Incident, assessment: Assessment, every: Sequence[Deadline]
) -> None:
    """Keep what is essential now, and let just those updates be owed that are."""
    now = rules.essentials(incident, assessment)
    history = await essentials.history(tx, incident.id)
    if not history or history[-1][1] != now:
        await essentials.add(tx, incident.id, now)
        history.append((tx.now, now))
    if not every:
        return
    papers = await case_forms.made_for(tx, incident.id)
    for rule in _updating(team, every):
        owed = rules.behind(_sendings(team, rule, every, papers), history, now)
        await _settle(tx, team, incident, rule, owed, every)


def _updating(team: Team, every: Sequence[Deadline]) -> list[Rule]:
    """Return the rules about updates: the catalog's, and those that only an open one still has."""
    found = {each.run.rule.code: each.run.rule for each in every if each.is_open}
    found |= {rule.code: rule for rule in team.catalog.deadlines}
    return [rule for rule in found.values() if rule.is_update]


def _sendings(
    team: Team, rule: Rule, every: Sequence[Deadline], papers: Sequence[CasePaper]
) -> Iterator[Sending]:
    """Return what went out to anybody who must be kept up to date by a rule."""
    for each in every:
        code, to = each.run.rule.code, rules.receivers(each.run.rule.receivers)
        if each.state is DeadlineState.DONE and each.sent_at:
            if code in rule.updates:
                yield Sending(each.sent_at, to)
            elif code == rule.code:
                yield Sending(each.sent_at, to, since=each.run.counted_from)
        elif each.state is DeadlineState.WAIVED and each.settled_at and code == rule.code:
            yield Sending(each.settled_at, to, since=each.settled_at)
    for paper in papers:
        if paper.sent_at is not None:
            to = tuple(_addressed(team, rule, paper))
            yield Sending(paper.sent_at, to)


def _addressed(team: Team, rule: Rule, paper: CasePaper) -> Iterator[Names]:
    """Return who gets a paper: the receivers of the deadlines that it satisfies."""
    forms = (form for form in team.catalog.forms.forms if form.key == paper.form)
    satisfied = next((form.satisfies for form in forms), ())
    for each in team.catalog.deadlines:
        if each.code in satisfied and each.code in rule.updates:
            yield from rules.receivers(each.receivers)


async def _settle(
    tx: Tx,
    team: Team,
    incident: Incident,
    rule: Rule,
    owed: Behind | None,
    every: Sequence[Deadline],
) -> None:
    rows = [each for each in every if each.run.rule.code == rule.code]
    still = next((each for each in rows if each.is_open), None)
    if owed is None or not _counts(tx, team, rule, incident):
        if still is not None:
            await kept.stop(tx, still.id)
        return
    changed = [value for change in owed.changes for value in _said(change)]
    copy = rule.model_copy(update={"receivers": rules.listed(owed.to)})
    if still is None:
        run = Run(copy, tx.now, tx.now)
        code = f"{rule.code}:{len(rows) + 1}"
        await kept.add_update(tx, incident.id, code, run, changed)
    elif list(still.changed) != changed:
        run = Run(copy, tx.now, tx.now)
        await kept.widen(tx, still.id, run, Told(), changed)
    elif still.run.rule.receivers != copy.receivers:
        run = Run(copy, still.run.counted_from, still.run.due_at)
        await kept.widen(tx, still.id, run, still.told, changed)
        return
    else:
        return
    await _enter(tx, incident, copy, owed)


def _counts(tx: Tx, team: Team, rule: Rule, incident: Incident) -> bool:
    """Tell whether a rule counts now; what is only practised is reported to nobody."""
    if incident.drill:
        return False
    day = tx.now.astimezone(team.zone).date()
    return rule.in_force(day) and (not rule.severities or incident.severity in rule.severities)


async def _enter(tx: Tx, incident: Incident, rule: Rule, owed: Behind) -> None:
    aspects = [change.aspect.value for change in owed.changes]
    details = {"deadline": rule.code, "what": rule.receivers, "changed": aspects}
    await incidents.enter(tx, incident.id, Entry("update-owed", None, details=details))


def _said(change: Change) -> Iterator[Value]:
    """Return a change as values for a text: what it is now."""
    match change.aspect:
        case Aspect.KIND:
            yield {"text": "changed-kind", "now": {"kind": change.now}}
        case Aspect.SEVERITY:
            yield {"text": "changed-severity", "now": {"severity": change.now}}
        case Aspect.SCOPE:
            before, now = change.before.split(), change.now.split()
            for text, marks in (
                ("changed-more", [each for each in now if each not in before]),
                ("changed-less", [each for each in before if each not in now]),
            ):
                if marks:
                    yield {"text": text, "marks": {"list": [{"text": f"mark-{m}"} for m in marks]}}
        case _:
            yield {"text": f"changed-{change.aspect}-{change.now.replace('_', '-')}"}
