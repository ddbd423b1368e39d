"""The draft after an incident: read from its log and its room, handed to who is to finish it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Row

from bot.domain.after_action import AfterAction, after_action
from bot.domain.course import Clock, Course, Line
from bot.domain.improvements import Improvement
from bot.domain.incident import Incident
from bot.domain.legal_deadlines import DeadlineState, Unit
from bot.domain.paper import Finished
from bot.domain.people import Person, Role, may
from bot.domain.roles import CrewRole
from bot.domain.statistics import promised
from bot.domain.team import Team
from bot.services import after_action_words as words
from bot.services.facts import IncidentFacts, entry_of, incident_facts
from bot.services.messages import leads, tell
from storage import (
    deadlines,
    facts,
    improvements,
    incidents,
    indicators,
    links,
    papers,
    playbooks,
    roles,
)
from storage import people as stored
from storage.database import Tx
from storage.incidents import Entry

_COUNTED = (DeadlineState.OPEN, DeadlineState.DONE)


class Review(Struct, frozen=True):
    """What the draft is made from."""

    team: Team
    incident: IncidentFacts
    draft: AfterAction
    improvements: tuple[Improvement, ...]
    made_at: datetime
    language: str


async def review_of(tx: Tx, team: Team, incident: Incident) -> Review:
    """Return what the log of an incident shows now."""
    row = await facts.incident(tx, incident.id)
    story = await incidents.story(tx, incident.id)
    return Review(
        # What answers are hashed with, and the ways out, are no part of a paper.
        replace(team, code_key=b"", channels={}),
        await incident_facts(tx, team, incident.id),
        after_action(await _course(tx, team, incident, _lines(story, row))),
        tuple(await improvements.of_incident(tx, incident.id)),
        tx.now,
        team.language,
    )


def _lines(story: Sequence[Row[Any]], incident: Any) -> list[Line]:  # noqa: ANN401 a database row
    entries = [entry_of(each, incident) for each in story]
    return [Line(e.at, e.kind, e.name, e.details, e.by_reporter) for e in entries]


async def _course(tx: Tx, team: Team, incident: Incident, lines: list[Line]) -> Course:
    policy = team.catalog.ladder(incident.severity)
    asks_roles = team.catalog.crew.rhythm(incident.severity).roles_within is not None
    held = await roles.of_incident(tx, incident.id)
    same = [row.code for row in await indicators.duplicates(tx, incident.id)]
    same += [each.code for each in await links.of_incident(tx, incident.id)]
    return Course(
        lines,
        incident.ended_at or incident.resolved_at or tx.now,
        promised(policy),
        policy.acknowledge_expires,
        await playbooks.progress(tx, incident.id) or (0, 0),
        (len(held), len(CrewRole)) if asks_roles else (0, 0),
        await _clocks(tx, incident.id),
        tuple(dict.fromkeys(same)),
    )


async def _clocks(tx: Tx, incident_id: int) -> tuple[Clock, ...]:
    found = await deadlines.of_incident(tx, incident_id)
    return tuple(
        Clock(each.run.rule.names, each.run.due_at, each.sent_at or each.settled_at)
        for each in found
        if each.state in _COUNTED and each.run.rule.unit is not Unit.AT_ONCE
    )


async def gather(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> Review | None:
    """Return what the draft is made from; None when nobody is to get it any more."""
    del subject_id
    incident = await incidents.get(tx, params["incident_id"])
    if not await _readers(tx, incident, params):
        return None
    return await review_of(tx, team, incident)


async def _readers(tx: Tx, incident: Incident, params: Mapping[str, Any]) -> list[Person]:
    """Return who asked for it, else whoever owned it, led it, or leads the team."""
    wanted = [params["person_id"]]
    if params["person_id"] is None:
        wanted = [incident.owner_id, *await roles.leaders(tx, incident.id)]
        wanted += [lead.id for lead in await leads(tx)]
    known = await stored.of_ids(tx, [each for each in wanted if each is not None])
    found = (known[each] for each in dict.fromkeys(wanted) if each in known)
    return [person for person in found if may(person, Role.RESPONDER)]


async def keep(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: Finished
) -> None:
    """Hand the draft over in private, in words and as a document; its hash goes into the log."""
    del subject_id
    incident = await incidents.get(tx, params["incident_id"])
    review = await review_of(tx, team, incident)
    readers = await _readers(tx, incident, params)
    details = {
        "sha256": hashlib.sha256(made.content).hexdigest(),
        "people": [person.name for person in readers],
    }
    line = Entry("after-action", params["person_id"], None, details)
    await incidents.enter(tx, incident.id, line)
    paper_id = await papers.add(tx, made.name, made.content, made.media)
    kind = "notice" if params["person_id"] is None else "answer"
    for person in readers:
        tell(tx, person, kind, **words.said(review))
        about: dict[str, Any] = {"code": incident.code, "kept": incident.confidential}
        tell(tx, person, "paper", text="aar-paper", paper=paper_id, **about)


async def give_up(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever was to get the draft that it cannot be made."""
    del team, subject_id
    incident = await incidents.get(tx, params["incident_id"])
    for person in await _readers(tx, incident, params):
        tell(tx, person, "notice", text="aar-not-made", code=incident.code)
