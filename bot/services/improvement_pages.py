"""Improvements in chat: the list of all or of one incident, and the dialogues about them."""

from typing import Any

from bot.domain import improvements as rules
from bot.domain.answers import State
from bot.domain.errors import Refused
from bot.domain.form import Form
from bot.domain.improvements import Improvement
from bot.domain.incident import Incident
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.services import calendar, confidence, improvements
from bot.services.improvement_words import day_text, improvement
from bot.services.messages import tell
from storage import improvements as kept
from storage import incidents, people
from storage.database import Tx
from storage.forms import FormRow

SHOWN = 15
KEYED = 8
HOPELESS = frozenset(
    {"refused-improvement-settled", "refused-no-such-improvement", "refused-not-yours"}
)
_VERBS = (("improved", "button-improved-number"), ("unneeded", "button-unneeded-number"))
Words = dict[str, Any]


async def all_open(tx: Tx, team: Team, person: Person) -> Words:
    """Return what is still to be made better, the most urgent first, as an answer's parameters."""
    every = await kept.open_ones(tx)
    if not every:
        return {"text": "improvements-none"}
    today = calendar.today(tx, team)
    hidden = await confidence.unseen(tx, person, {one.incident_id for one in every})
    lines = [_line(one, hidden=one.incident_id in hidden) for one in every[:SHOWN]]
    if len(every) > SHOWN:
        lines.append({"text": "improvements-more", "count": len(every) - SHOWN})
    shown = [one for one in every[:SHOWN] if _settles(person, one)]
    return {
        "text": "improvements-open",
        "count": len(every),
        "overdue": sum(one.is_overdue(today) for one in every),
        "lines": {"lines": lines},
        "keys": _keys(shown),
    }


def _line(one: Improvement, *, hidden: bool = False) -> Words:
    said = improvement(one)
    if hidden:
        said["what"] = {"text": "kept-in-private"}
    return {"text": "improvement-of", "code": one.code, "line": said}


def _settles(person: Person, one: Improvement) -> bool:
    return one.is_open and (one.owner_id == person.id or may(person, Role.LEAD))


def _keys(shown: list[Improvement]) -> list[list[Words]]:
    return [
        [
            {"label": label, "args": {"number": one.id}, "data": f"{verb}:{one.id}"}
            for verb, label in _VERBS
        ]
        for one in shown[:KEYED]
    ]


async def of_incident(tx: Tx, person: Person, incident: Incident) -> Words:
    """Return all of one incident's, whatever became of them."""
    await confidence.must_see(tx, person, incident)
    every = await kept.of_incident(tx, incident.id)
    add = [[{"label": "button-improve", "data": f"improve:{incident.id}"}]]
    shown = [one for one in every if _settles(person, one)]
    if not every:
        return {"text": "improvements-of-none", "code": incident.code, "keys": add}
    return {
        "text": "improvements-of",
        "code": incident.code,
        "lines": {"lines": [improvement(one) for one in every[-SHOWN:]]},
        "keys": [*_keys(shown), *add],
    }


async def members(tx: Tx) -> list[tuple[int, str]]:
    """Return who may be given one."""
    able = await people.with_roles(tx, (Role.RESPONDER, Role.LEAD, Role.ADMIN))
    return [(person.id, person.name) for person in able if person.telegram_id is not None]


async def build(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Ask what is to become better, by whom and by when."""
    del person, subject_id
    return rules.improvement_form(await members(tx), calendar.today(tx, team))


async def finish(tx: Tx, team: Team, person: Person, row: FormRow, state: State) -> int | None:
    """Give it out, and say so."""
    incident = await incidents.get(tx, row.subject_id or 0)
    began = row.created_at.astimezone(team.zone).date()
    said = rules.asked(state, await members(tx), began)
    one = await improvements.add(tx, team, person, incident, said)
    told: Words = {
        "code": one.code,
        "name": one.owner,
        "due": day_text(one.due_on),
        "number": one.id,
    }
    add = {"label": "button-improve", "data": f"improve:{incident.id}"}
    tell(tx, person, "answer", text="form-improvement-done", **told, keys=[[add]])
    return incident.id


async def incident_of(tx: Tx, improvement_id: int) -> int:
    """Return the incident that an improvement comes from."""
    return (await improvements.found(tx, improvement_id)).incident_id


async def build_unneeded(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Ask why it is not needed after all."""
    del tx, team, person, subject_id
    return rules.unneeded_form()


async def finish_unneeded(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    """Enter that it is not needed."""
    reason = state.answer("reason").text.strip()
    one = await improvements.waive(tx, team, person, row.subject_id or 0, reason)
    tell(tx, person, "answer", text="form-unneeded-done", number=one.id, what=one.what)
    return row.subject_id


async def give_to(
    tx: Tx, team: Team, person: Person, improvement_id: int, words: str
) -> Improvement:
    """Let the member who is named do it."""
    if not words.strip():
        raise Refused("refused-improvement-usage")
    owner_id = rules.member_named(words, await members(tx))
    return await improvements.give(tx, team, person, improvement_id, owner_id)
