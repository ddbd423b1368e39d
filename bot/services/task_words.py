"""An assignment as its agency reads it: what is asked, by when, how it stands, what can be done."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.domain.campaign import (
    HANDED_IN,
    TO_DO,
    Assignment,
    AssignmentState,
    Campaign,
    CampaignState,
    is_overdue,
)
from bot.domain.campaign_questions import Question, QuestionKind, questions_of
from bot.domain.task_form import written
from bot.domain.team import Team
from bot.services.messages import instant
from bot.services.shift_words import day_text

Words = dict[str, Any]
Keys = list[list[dict[str, Any]]]

SHOWN_BODY = 900
SHOWN_ANSWER = 300


def last_day(team: Team, deadline: datetime) -> date:
    """Return the last day of a deadline on the team's calendar."""
    return deadline.astimezone(team.zone).date()


def day_words(team: Team, at: datetime, now: datetime) -> Words:
    """Return the day of an instant with its day of the week, and the year when it is another."""
    day, today = last_day(team, at), last_day(team, now)
    year = None if day.year == today.year else str(day.year)
    return {"text": "task-day", "day": day_text(day), "year": year}


def due_words(team: Team, deadline: datetime, now: datetime) -> Words:
    """Return a deadline with how many days are left of it, or how many it is over."""
    left = (last_day(team, deadline) - last_day(team, now)).days
    said = {"day": day_words(team, deadline, now), "count": abs(left)}
    if left == 0:
        return {"text": "task-due-today", **said}
    return {"text": "task-due-left" if left > 0 else "task-due-over", **said}


def state_words(assignment: Assignment, now: datetime) -> Words:
    """Return how an assignment stands, in a few words."""
    state = assignment.state
    if state in TO_DO and assignment.due_at < now:
        return {"text": f"task-state-{state.replace('_', '-')}-over"}
    if state in HANDED_IN and assignment.late:
        return {"text": f"task-state-{state.replace('_', '-')}-late"}
    return {"text": f"task-state-{state.replace('_', '-')}"}


def mark(assignment: Assignment, now: datetime) -> str:
    """Return a sign for how an assignment stands; it always stands beside words."""
    if is_overdue(assignment, now):
        return "🔴"
    if assignment.state in TO_DO:
        return {"started": "🟡", "returned": "🟠"}.get(assignment.state, "⚪")
    return {"accepted": "✅", "not_applicable": "⚫"}.get(assignment.state, "🟢")


def about(agency: str, system: str | None) -> Words | str:
    """Return whom it concerns: an agency, or one system of it."""
    return {"text": "task-about-system", "agency": agency, "system": system} if system else agency


def card(
    team: Team,
    campaign: Campaign,
    assignment: Assignment,
    concerns: Words | str,
    said: Mapping[str, Any],
    now: datetime,
) -> Words:
    """Return the card of an assignment; `said` tells who handed it in and what waits for answer."""
    return {
        "text": "task-card",
        "name": campaign.name,
        "code": campaign.code,
        "number": assignment.id,
        "about": concerns,
        "due": _due(team, campaign, assignment, now),
        "state": _state(campaign, assignment, said, now),
        "body": _body(campaign),
        "basis": {"text": "task-basis", "basis": campaign.basis} if campaign.basis else "",
        "asked": _asked(campaign, assignment),
        "news": _news([*_returned(assignment), *said.get("news", ())]),
        "hint": _hint(campaign, assignment),
        "keys": keys(campaign, assignment),
    }


def _hint(campaign: Campaign, assignment: Assignment) -> Words | str:
    if not is_open(campaign) or assignment.state is AssignmentState.ACCEPTED:
        return ""
    text = "task-hint"
    if assignment.state in HANDED_IN:
        text = "task-hint-done"
    elif assignment.answers:
        text = "task-hint-returned"
    return {"text": text, "number": assignment.id}


def is_open(campaign: Campaign) -> bool:
    """Tell whether anything can still be done in a campaign."""
    return campaign.state is CampaignState.OPEN


def _due(team: Team, campaign: Campaign, assignment: Assignment, now: datetime) -> Words:
    if assignment.state in TO_DO and is_open(campaign):
        due = due_words(team, assignment.due_at, now)
    else:
        due = {"text": "task-due-day", "day": day_words(team, assignment.due_at, now)}
    extended = assignment.due_at > campaign.due_at
    return {"text": "task-due-extended", "due": due} if extended else due


def _state(
    campaign: Campaign, assignment: Assignment, said: Mapping[str, Any], now: datetime
) -> Words:
    if campaign.state is CampaignState.CANCELLED:
        return {"text": "task-state-cancelled"}
    if not is_open(campaign) and assignment.state is not AssignmentState.ACCEPTED:
        given = "done" if assignment.state in HANDED_IN else "missing"
        return {"text": f"task-state-closed-{given}"}
    state = state_words(assignment, now)
    if assignment.state in HANDED_IN and assignment.done_at is not None and said.get("by"):
        return {
            "text": "task-state-by",
            "state": state,
            "name": said["by"],
            "at": instant(assignment.done_at),
        }
    return state


def _body(campaign: Campaign) -> Words | str:
    words = campaign.body.strip()
    if not words:
        return ""
    if len(words) > SHOWN_BODY:
        words = f"{words[:SHOWN_BODY].rstrip()}…"
    return {"text": "task-body", "words": words}


def _news(lines: list[Words]) -> Words | str:
    return {"text": "task-news", "lines": {"lines": lines}} if lines else ""


def _asked(campaign: Campaign, assignment: Assignment) -> Words | str:
    if assignment.state not in TO_DO or not is_open(campaign):
        return ""
    count, text = len(campaign.questions), "task-asked"
    evidence = campaign.evidence
    if assignment.answers:
        count, text = len(assignment.answers), "task-asked-again"
    asked: Words | str = {"text": text, "count": count} if count else ""
    if not evidence:
        return asked
    return {"text": "task-asked-evidence", "asked": asked, "evidence": evidence}


def _returned(assignment: Assignment) -> list[Words]:
    if assignment.state in TO_DO and assignment.reason:
        return [{"text": "task-returned-why", "reason": assignment.reason}]
    if assignment.state is AssignmentState.NOT_APPLICABLE and assignment.reason:
        return [{"text": "task-not-why", "reason": assignment.reason}]
    return []


def keys(campaign: Campaign, assignment: Assignment) -> Keys:
    """Return what an agency can do with an assignment; each key keeps its place."""
    order = _key("task-order", assignment, "order")
    if not is_open(campaign) or assignment.state is AssignmentState.ACCEPTED:
        answers = [_key("task-answers", assignment, "answers")] if assignment.answers else []
        last = [*answers, *([order] if campaign.attachment_id else [])]
        return [last] if last else []
    is_handed_in = assignment.state in HANDED_IN
    corrects = is_handed_in or bool(assignment.answers)
    done = _key("task-correct" if corrects else "task-done", assignment, "done")
    start = _key("task-start", assignment, "start")
    if not is_handed_in:
        done["style"] = "success"
    begins = assignment.state in (AssignmentState.ASSIGNED, AssignmentState.RETURNED)
    first = [start, done] if begins and not corrects else [done]
    more = _key("task-more", assignment, "more")
    second = [_key("task-not", assignment, "not"), *([] if is_handed_in else [more])]
    last = [_key("task-ask", assignment, "ask"), *([order] if campaign.attachment_id else [])]
    return [first, second, last]


def _key(label: str, assignment: Assignment, action: str) -> dict[str, Any]:
    return {"label": f"button-{label}", "data": f"task:{assignment.id}:{action}"}


def line(
    team: Team, campaign: Campaign, assignment: Assignment, system: str | None, now: datetime
) -> Words:
    """Return one line of an agency's own list; only a system is named, the agency is known."""
    to_do = assignment.state in TO_DO and is_open(campaign)
    due = due_words(team, assignment.due_at, now) if to_do else ""
    return {
        "text": "task-line" if to_do else "task-line-done",
        "mark": mark(assignment, now),
        "number": assignment.id,
        "name": campaign.name,
        "system": f"{system}: " if system else "",
        "state": _state(campaign, assignment, {}, now),
        "due": due,
    }


def answer_lines(campaign: Campaign, answers: Mapping[str, Any], language: str) -> list[Words]:
    """Return what was answered to each question that was asked, in order."""
    return [
        {
            "text": "form-line",
            "name": question.name(language),
            "value": answer_words(question, answers.get(question.code), language),
        }
        for question in questions_of(campaign.questions)
        if question.code in answers
    ]


def answer_words(question: Question, value: Any, language: str) -> Words | str:  # noqa: ANN401 JSON
    """Return one answer as it is read."""
    if value is None:
        return {"text": "form-answer-none"}
    match question.kind:
        case QuestionKind.YES_NO:
            return {"text": "form-task-yes" if value else "form-task-no"}
        case QuestionKind.CHOICE:
            names = [option.names for option in question.choices if option.code == value]
            return str((names[0].get(language) or names[0]["vi"]) if names else value)
        case QuestionKind.FILE:
            return {"text": "task-files", "count": len(value), "names": _names(value)}
        case _:
            words = written(question.kind, value)
            return words if len(words) <= SHOWN_ANSWER else f"{words[:SHOWN_ANSWER].rstrip()}…"


def _names(files: Sequence[str]) -> Words:
    return {"list": [str(name)[:60] for name in files[:5]]}
