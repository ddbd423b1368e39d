"""`/why`: the chain of rows behind an incident's calls, as lines that people can read."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from bot.domain.channels import TELEGRAM
from bot.domain.escalation import Target
from bot.domain.incident import Incident, Status
from bot.domain.people import Person
from bot.domain.roll_call import addressed
from bot.domain.team import Team
from bot.domain.why import ASKING, CALLS, EVENTS, PAGE, TEAM_PAGE, Account, Call, Event, Line
from bot.domain.why import account as in_order
from bot.services import confidence
from bot.services.facts import REPORTING, IncidentFacts, LadderFacts, incident_facts
from bot.services.messages import instant, tell
from bot.services.reasons import in_words
from storage import incidents, outbox, why
from storage.database import Tx

Words = Mapping[str, Any]
NAME = 40


async def explain(tx: Tx, team: Team, person: Person, incident_id: int) -> None:
    """Tell one person in private who was to be called, when, how, and with what result."""
    incident = await incidents.get(tx, incident_id)
    await confidence.must_see(tx, person, incident)
    calls = await why.calls(tx, incident_id, CALLS)
    rows = await why.events(tx, incident_id, EVENTS)
    found = in_order(calls, [_event(row, incident) for row in rows])
    facts = await incident_facts(tx, team, incident_id)
    title = {"text": "why-title", "code": incident.code, "at": instant(incident.opened_at)}
    lines = [title, *_Teller(team, incident).lines(found), *_now(facts)]
    tell(tx, person, "answer", text="why", code=incident.code, lines={"lines": lines})


def _event(row: Row[Any], incident: Incident) -> Event:
    is_reporter = row.person_id is not None and row.person_id == incident.reporter_id
    # Who reported it is nobody's business here, anonymous or not.
    hidden = is_reporter and row.kind in REPORTING
    name = None if hidden else row.name
    return Event(row.at, row.kind, row.person_id, name, hidden, row.details or {})


class _Teller:
    """Puts lines into words; the day stands only where it changes."""

    def __init__(self, team: Team, incident: Incident) -> None:
        self._zone = team.zone
        self._day: date = incident.opened_at.astimezone(team.zone).date()

    def lines(self, found: Account) -> list[Words]:
        """Return the texts of an account, and how many lines of it are not shown."""
        said = [self._line(line) for line in found.first]
        if found.left_out:
            said.append({"text": "why-left-out", "count": found.left_out})
        return said + [self._line(line) for line in found.last]

    def _line(self, line: Line) -> Words:
        at = self._clock(line.what.at)
        self._day = line.what.at.astimezone(self._zone).date()
        if isinstance(line.what, Event):
            return {"text": "why-event", "at": at, "what": happened(line.what)}
        said = {"at": at, "what": _called(line.what), "result": self._result(line.what)}
        if line.answer is not None:
            answer = {"text": f"why-answer-{line.answer.kind}", "at": self._clock(line.answer.at)}
            return {"text": "why-call-answered", **said, "answer": answer}
        if line.what.kind in ASKING and line.what.state == outbox.SENT:
            return {"text": "why-call-answered", **said, "answer": {"text": "why-unanswered"}}
        return {"text": "why-call", **said}

    def _clock(self, at: datetime) -> str:
        local = at.astimezone(self._zone)
        return f"{local:%H:%M:%S}" if local.date() == self._day else f"{local:%d/%m %H:%M:%S}"

    def _result(self, call: Call) -> Words:
        reason = in_words(call.reason)
        if call.state == outbox.SENT and call.sent_at and call.channel != TELEGRAM:
            at, via = self._clock(call.sent_at), {"text": f"channel-{call.channel}"}
            return {"text": "why-sent-elsewhere", "at": at, "via": via}
        if call.state == outbox.SENT and call.sent_at is not None:
            said = {"at": self._clock(call.sent_at), "number": call.number or 0}
            if call.attempts > 1:
                return {"text": "why-sent-at-last", **said, "attempts": call.attempts}
            return {"text": "why-sent", **said}
        if call.state == outbox.PENDING and call.attempts:
            return {"text": "why-failing", "attempts": call.attempts, "reason": reason}
        if call.state in {outbox.DEAD, outbox.OVERTAKEN}:
            return {"text": f"why-{call.state}", "reason": reason}
        return {"text": f"why-{call.state}"}


def _called(call: Call) -> Words:
    if call.channel == TELEGRAM:
        return _by_telegram(call)
    via = {"text": f"channel-{call.channel}"}
    return {"text": "why-via", "what": _by_telegram(call), "via": via}


def _by_telegram(call: Call) -> Words:
    name = _short(call.name) if call.person_id is not None else {"text": "target-team"}
    if call.kind == PAGE:
        return {"text": "why-page", "step": _step(call), "name": name}
    if call.kind == TEAM_PAGE:
        return {"text": "why-team-page"}
    return {"text": f"why-{call.kind.removeprefix('incident-')}", "name": name}


def _step(call: Call) -> Words:
    if call.round:
        return {"text": "why-round", "round": call.round}
    return {"text": "why-step", "number": (call.step or 0) + 1}


def happened(event: Event) -> Words:
    """Return one line of the timeline in words."""
    details = event.details
    lost = [_short(name) for name in details.get("unreachable") or ()]
    if event.kind == "received":
        return {"text": "why-received"}
    if event.kind == "nobody-on-duty" and lost:
        return {"text": "why-out-of-reach", "names": {"list": lost}}
    called = [_short(name) for name in details.get("people") or ()]
    author = "author-reporter" if event.by_reporter else "author-bot"
    return {
        "text": f"timeline-{event.kind}",
        "name": _short(event.name) if event.name else {"text": author},
        "to": _to(event),
        "until": instant(datetime.fromisoformat(details["until"])) if "until" in details else "?",
        "status": {"status": details["status"]} if details.get("status") else "?",
        "people": {"list": called} if called else {"text": "nobody"},
        "asked": addressed(details),
        "count": len(called),
        "presence": {"text": f"presence-{details['presence']}"} if "presence" in details else "?",
    }


def _to(event: Event) -> Words | str:
    to = str(event.details.get("to") or "?")
    return {"severity": to} if event.kind == "severity" else to


def _short(name: str | None) -> str:
    line = " ".join((name or "?").split())
    return line if len(line) <= NAME else f"{line[: NAME - 1]}…"


def _now(facts: IncidentFacts) -> list[Words]:
    """Say how it stands now, and who is called next."""
    if facts.is_ended or facts.status is Status.WRAPPING_UP:
        return [{"text": "why-over", "status": {"status": facts.status.value}}]
    if facts.owner is not None:
        taken_at = facts.taken_at
        said = {"name": _short(facts.owner)}
        if taken_at is None:
            return [{"text": "state-assigned", **said}]
        return [{"text": "why-owned", **said, "at": instant(taken_at)}]
    if facts.status is Status.QUEUED:
        return [{"text": "state-queued"}]
    if facts.ladder is None:
        return [{"text": "state-nobody"}]
    text = "next-repeat" if facts.ladder.repeats else "next-call"
    who = {"list": _next_people(facts.ladder)}
    return [{"text": text, "who": who, "at": instant(facts.ladder.next_at)}]


def _next_people(ladder: LadderFacts) -> list[Words | str]:
    """Name people where a post has some, groups by their name."""
    names: list[Words | str] = [_short(name) for name in ladder.next_names]
    groups = (Target.LEADS, Target.RESPONDERS, Target.TEAM)
    shown = groups if names else tuple(Target)
    said = [
        f"target-{target.replace('_', '-')}" for target in ladder.next_targets if target in shown
    ]
    return [*names, *({"text": text_id} for text_id in said)]
