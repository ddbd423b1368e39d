"""What is true at the moment of sending: the facts a message's text is made from."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from bot.domain.escalation import Policy, Target
from bot.domain.incident import ENDED, Incident, Status
from bot.domain.kinds import Severity
from bot.domain.messages import KINDS, Op, Subject
from bot.domain.people import Role
from bot.domain.promises import silent_from
from bot.domain.roster import on_duty
from bot.domain.team import Team
from bot.services import campaign_words, closing, forum, paging, questions
from bot.services.messages import Tx
from bot.services.room_facts import RoomFacts, room_facts
from storage import facts as reading
from storage import incidents, people, roster

NOTES = ("note", "note-edited")
REPORTING = frozenset(
    {
        *("received", "report-part", "report-more", "report-file", "report-edited"),
        *("reopened", "objected", "objected-again", "closed"),
    }
)
FILES = ("report-file", "file")
TIMELINE = 20


class Entry(Struct, frozen=True):
    """One row of the timeline; `name` is None for the bot itself and for an anonymous reporter."""

    at: datetime
    kind: str
    name: str | None
    text: str | None
    details: Mapping[str, Any]
    by_reporter: bool = False


class LadderFacts(Struct, frozen=True):
    """A running ladder: whom it calls now, and what it does at `next_at`."""

    next_at: datetime
    round: int
    repeats: bool
    paged: tuple[str, ...]
    next_targets: tuple[Target, ...]
    next_names: tuple[str, ...]
    declined: frozenset[int] = frozenset()


class IncidentFacts(Struct, frozen=True):
    """Everything texts say about an incident; an anonymous reporter's name is not even here.

    `asked_at`: when a silent owner is asked, after `patience`; `due_at`: when it is brought up
    in the queue, or closed unless the reporter objects.
    """

    id: int
    code: str
    kind: str
    severity: Severity
    status: Status
    summary: str
    opened_at: datetime
    place: str | None = None
    agency: str | None = None
    system: str | None = None
    level: int | None = None
    noticed: str | None = None
    anonymous: bool = False
    reporter: str | None = None
    reporter_agency: str | None = None
    contact: str | None = None
    owner_id: int | None = None
    owner: str | None = None
    taken_at: datetime | None = None
    promised_at: datetime | None = None
    asked_at: datetime | None = None
    patience: timedelta | None = None
    resolved_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: str | None = None
    due_at: datetime | None = None
    cause: str | None = None
    action: str | None = None
    helped_by: str | None = None
    reason: str | None = None
    duplicate_of: str | None = None
    drill: bool = False
    confidential: bool = False
    ladder: LadderFacts | None = None
    files: int = 0
    note: Entry | None = None
    timeline: tuple[Entry, ...] = ()

    @property
    def is_ended(self) -> bool:
        """Whether it is over."""
        return self.status in ENDED

    @property
    def is_fraud(self) -> bool:
        """Whether it is a crime against a person, which the police must hear of."""
        return "fraud" in self.kind


class Facts(Struct, frozen=True):
    """What one row of the outbox is rendered from.

    `form` is None for a question that is no longer asked, or a task that is done; `newer`: the
    chat has a newer copy; `target`: as what the reader of a page was called; `drill`: its text
    names the code of one; `topic`: the address of the incident's; `veiled`: made of what is told
    to those who need not know more.
    """

    incident: IncidentFacts | None = None
    form: Mapping[str, Any] | None = None
    target: Target | None = None
    newer: bool = False
    room: RoomFacts | None = None
    drill: bool = False
    topic: str | None = None
    veiled: bool = False


class Known(Struct, frozen=True):
    """What was already read in this transaction: one event sends several messages about one."""

    incidents: dict[int, Incident] = field(default_factory=dict)
    facts: dict[int, IncidentFacts] = field(default_factory=dict)

    async def incident(self, tx: Tx, incident_id: int) -> Incident:
        """Return an incident, read once; Refused when there is none."""
        if incident_id not in self.incidents:
            self.incidents[incident_id] = await incidents.get(tx, incident_id)
        return self.incidents[incident_id]


async def facts_for(
    tx: Tx, team: Team, row: Mapping[str, Any], known: Known | None = None
) -> Facts:
    """Read what one row of the outbox needs; LookupError when its subject is gone."""
    subject = KINDS[row["kind"]].subject
    if subject is Subject.FORM:
        return Facts(form=await _form(tx, team, row))
    if subject is Subject.CAMPAIGN:
        return Facts(form=await campaign_words.facts(tx, team, row))
    if subject is not Subject.INCIDENT or row["subject_id"] is None:
        return Facts(drill=await _names_drill(tx, row))
    return Facts(
        incident=await _incident(tx, team, row, known or Known()),
        target=await _target(tx, team, row) if row["kind"] == "incident-page" else None,
        newer=(is_old := await _is_superseded(tx, row)),
        room=await room_facts(tx, team, row),
        topic=await forum.leads_to(tx, row, is_old=is_old),
    )


async def _names_drill(tx: Tx, row: Mapping[str, Any]) -> bool:
    """Tell whether what is said names an incident that is only practised; a toast has no room."""
    code = row["params"].get("code")
    if row["op"] == Op.TOAST or not isinstance(code, str):
        return False
    return await reading.is_drill(tx, code)


async def _incident(tx: Tx, team: Team, row: Mapping[str, Any], known: Known) -> IncidentFacts:
    incident_id: int = row["subject_id"]
    if row["kind"] == "incident-details":
        return await incident_facts(tx, team, incident_id, with_timeline=True)
    if incident_id not in known.facts:
        known.facts[incident_id] = await incident_facts(tx, team, incident_id)
    return known.facts[incident_id]


async def incident_facts(
    tx: Tx, team: Team, incident_id: int, *, with_timeline: bool = False
) -> IncidentFacts:
    """Return what is true of an incident now; LookupError when there is none."""
    row = await reading.incident(tx, incident_id)
    if row is None:
        raise LookupError(f"there is no incident {incident_id}")
    notes = await reading.last(tx, incident_id, 1, *NOTES)
    rows = await reading.last(tx, incident_id, TIMELINE) if with_timeline else []
    counts = await reading.counts(tx, incident_id)
    ladder = await reading.newest_ladder(tx, incident_id)
    policy = (
        Policy.model_validate(ladder.policy)
        if ladder is not None
        else team.catalog.ladder(Severity(row.severity))
    )
    incident = incidents.of_row(row)
    ender = await reading.ender(tx, incident_id) if row.ended_at is not None else None
    return replace(
        _told(row),
        ladder=await _ladder(tx, team, ladder, policy) if ladder and ladder.live else None,
        due_at=await _due_at(tx, row),
        asked_at=silent_from(incident, policy.acknowledge_expires),
        patience=policy.acknowledge_expires,
        files=sum(counts.get(kind, 0) for kind in FILES),
        note=entry_of(notes[0], row) if notes else None,
        timeline=tuple(entry_of(each, row) for each in rows),
        ended_by=None if ender is None or _is_hidden(ender.id, row) else ender.name,
    )


def _told(row: Any) -> IncidentFacts:  # noqa: ANN401 a database row
    columns = dict(row._mapping)  # noqa: SLF001 Row's documented view
    values = {name: columns[name] for name in IncidentFacts.__struct_fields__ if name in columns}
    values |= {"severity": Severity(row.severity), "status": Status(row.status)}
    if row.anonymous:
        values |= {"reporter": None, "reporter_agency": None}
    return IncidentFacts(**values)


def _is_hidden(person_id: int | None, incident: Any) -> bool:  # noqa: ANN401 a database row
    return incident.anonymous and person_id is not None and person_id == incident.reporter_id


def entry_of(row: Any, incident: Any) -> Entry:  # noqa: ANN401 database rows
    """Return a line of the timeline; an anonymous reporter is not named."""
    is_reporter = row.person_id is not None and row.person_id == incident.reporter_id
    # A member who reported something works on it under their own name.
    by_reporter = is_reporter and row.kind in REPORTING
    name = None if by_reporter and incident.anonymous else row.name
    return Entry(row.at, row.kind, name, row.text, row.details or {}, by_reporter)


async def _due_at(tx: Tx, row: Any) -> datetime | None:  # noqa: ANN401 a database row
    """Return when what waits in the queue is brought up, or what was solved is closed."""
    if row.status not in (Status.QUEUED, Status.WRAPPING_UP):
        return None
    return await reading.due_at(
        tx, [f"{kind}:{row.id}" for kind in (paging.QUEUE, closing.WRAP_UP)]
    )


async def _ladder(
    tx: Tx,
    team: Team,
    row: Any,  # noqa: ANN401 a database row
    policy: Policy,
) -> LadderFacts:
    repeats = row.step >= len(policy.steps)
    targets = policy.steps[min(row.step, len(policy.steps) - 1)].notify
    if repeats:
        targets = tuple(dict.fromkeys((*targets, Target.LEADS, Target.TEAM)))
    declined = frozenset(int(person_id) for person_id in row.declined)
    names = await reading.names(tx, row.paged)
    paged = tuple(names[person_id] for person_id in sorted(names))
    posts = [
        team.catalog.watch.posts_for(target) for target in targets if target in paging.OF_POSTS
    ]
    coming = await _names_at(tx, posts, row.next_at, declined)
    return LadderFacts(row.next_at, row.round, repeats, paged, targets, coming, declined)


async def _names_at(
    tx: Tx, posts: Sequence[frozenset[str]], at: datetime, left_out: frozenset[int]
) -> tuple[str, ...]:
    """Name the people these posts will have at that instant."""
    shifts = await roster.around(tx, at) if posts else []
    found = [person_id for post in posts for person_id in on_duty(shifts, post, at)]
    ids = tuple(dict.fromkeys(each for each in found if each not in left_out))
    names = await reading.names(tx, ids)
    return tuple(names[each] for each in ids)


async def _target(tx: Tx, team: Team, row: Mapping[str, Any]) -> Target:
    """Return as what the reader of a page is called: by their post, else by their role."""
    shifts = await roster.around(tx, tx.now)
    for target in paging.OF_POSTS:
        posts = team.catalog.watch.posts_for(target)
        if row["person_id"] in on_duty(shifts, posts, tx.now):
            return target
    person = await people.get(tx, row["person_id"])
    return Target.LEADS if person.role >= Role.LEAD else Target.RESPONDERS


async def _form(tx: Tx, team: Team, row: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return what the form asks now; None when that is not what the row was queued to ask."""
    person = await people.get(tx, row["person_id"])
    return await questions.facts(tx, team, row["subject_id"], person, row["params"])


async def _is_superseded(tx: Tx, row: Mapping[str, Any]) -> bool:
    if row["op"] != Op.EDIT or not KINDS[row["kind"]].living:
        return False
    about = (row["kind"], row["chat_id"], row["subject_id"])
    return await reading.has_newer(tx, *about, than_id=row["target_id"])
