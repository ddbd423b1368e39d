"""Answers to "what is open" and "whom can I give this to"."""

from typing import Any, Protocol

from sqlalchemy import Row

from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role
from bot.services import confidence, evidence
from bot.services.drill_words import kind_of
from bot.services.messages import instant, queue, tell
from storage import incidents, people
from storage.database import Tx

SHOWN = 20
PLACE = 60


class Answer(Protocol):
    """The handler's way to answer where the person asked."""

    def __call__(self, text: str, /, **params: Any) -> None:  # noqa: ANN401 what the text asks for
        """Queue the answer."""


async def show_open(tx: Tx, answer: Answer, reader: Person | None) -> None:
    """List the open incidents, newest first; without a reader for the many."""
    rows = await incidents.open_ones(tx, SHOWN + 1)
    kept_back = await confidence.unseen(tx, reader, [row.id for row in rows])
    if not rows:
        answer("incidents-none")
        return
    lines = [
        {
            "text": "incidents-line-owned" if row.owner else "incidents-line",
            "code": row.code,
            "severity": {"severity_icon": row.severity},
            "kind": kind_of(row.kind, drill=row.drill, confidential=row.id in kept_back),
            "place": "—" if row.id in kept_back else _where(row),
            "status": {"status": row.status},
            "since": instant(row.opened_at),
            "owner": row.owner or "",
        }
        for row in rows[:SHOWN]
    ]
    more = {"text": "incidents-more"} if len(rows) > SHOWN else ""
    answer("incidents-open", count=min(len(rows), SHOWN), lines={"lines": lines}, more=more)


def _where(row: Row[Any]) -> str:
    return _in_short(row.agency or row.place or row.system or "—")


def _in_short(words: str) -> str:
    """Return words on one line, as many as a line of the list has room for."""
    line = " ".join(words.split())
    return line if len(line) <= PLACE else f"{line[: PLACE - 1]}…"


async def show(tx: Tx, person: Person, incident_id: int) -> None:
    """Send everything known about an incident to one person, in private, with its files.

    Refused for whoever need not know of it.
    """
    incident = await incidents.get(tx, incident_id)
    await confidence.must_see(tx, person, incident)
    tell(tx, person, "incident-details", incident_id)
    if person.telegram_id is None:
        return
    story = await incidents.story(tx, incident_id)
    if any(row.kind == "report-file" for row in story):
        await evidence.looked(tx, person, incident_id)
    for row in story:
        if row.kind == "report-file" and "file_id" in row.details:
            params = {name: row.details[name] for name in ("media", "file_id")}
            params["code"] = incident.code
            queue(tx, Outgoing("incident-file", person.telegram_id, person.id, params=params))


async def responder_named(tx: Tx, words: str) -> int:
    """Return the one member meant by a name; Refused when there is none or more than one."""
    found = [person for person in await people.find(tx, words) if person.role >= Role.RESPONDER]
    if not found:
        raise Refused("refused-no-such-member", name=words[:40])
    if len(found) > 1:
        names = {"list": [person.name for person in found[:5]]}
        raise Refused("refused-which-member", name=words[:40], names=names)
    return found[0].id


async def offer_responders(tx: Tx, answer: Answer, incident: Incident) -> None:
    """Offer the members as buttons, two in a row."""
    members = await people.with_roles(tx, (Role.RESPONDER, Role.LEAD, Role.ADMIN))
    keys = [
        {"caption": person.name, "data": f"assign:{incident.id}:{person.id}"}
        for person in members
        if person.telegram_id is not None
    ]
    rows = [keys[start : start + 2] for start in range(0, len(keys), 2)]
    answer("which-member", code=incident.code, keys=rows[:SHOWN])
