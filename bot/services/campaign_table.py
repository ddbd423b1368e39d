"""A campaign agency by agency for the team: who is how far, and one assignment with its result."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row

from bot.domain.campaign import HANDED_IN, TO_DO, AssignmentState, CampaignState
from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.domain.typed import unaccented
from bot.services import task_cards
from bot.services.assignments import Held, held
from bot.services.messages import instant
from bot.services.showing import Under, show
from bot.services.task_words import (
    about,
    answer_lines,
    day_words,
    due_words,
    mark,
    state_words,
)
from storage import (
    assignments,
    board_facts,
    campaign_facts,
    campaigns,
    outbox,
    people,
    register_facts,
    shown,
)
from storage.database import Tx

Key = dict[str, Any]
Keys = list[list[Key]]
Words = dict[str, Any]

ON_A_PAGE = 10
_SHOWN_CONTACTS = 3

# In the order of their buttons; what is typed for each is in handlers.campaigns.
FILTERS: Mapping[str, Callable[[Row[Any], Any], bool]] = {
    "all": lambda row, now: True,  # noqa: ARG005
    "wait": lambda row, now: row.state in HANDED_IN,  # noqa: ARG005
    "todo": lambda row, now: row.state in TO_DO,  # noqa: ARG005
    "late": lambda row, now: row.state in TO_DO and row.due_at < now,
    "silent": lambda row, now: row.state == AssignmentState.ASSIGNED and row.opened_at is None,  # noqa: ARG005
}


async def show_table(  # noqa: PLR0913, PLR0917 which part of which campaign, and where it is shown
    tx: Tx,
    team: Team,
    person: Person,
    campaign_id: int,
    which: str,
    page: int = 0,
    under: Under | None = None,
) -> None:
    """Show the assignments of a campaign that are so far, ten on a page."""
    if which not in FILTERS:
        raise Refused("refused-unknown-button")
    campaign = await campaigns.get(tx, campaign_id)
    rows = await campaign_facts.table(tx, campaign_id)
    chosen = [row for row in rows if FILTERS[which](row, tx.now)]
    pages = max(1, -(-len(chosen) // ON_A_PAGE))
    if page >= pages:
        raise Refused("refused-page-gone")
    listed = chosen[page * ON_A_PAGE :][:ON_A_PAGE]
    reached = await _reached(tx, listed)
    await show(
        tx,
        person,
        under,
        text="campaign-table",
        name=campaign.name,
        code=campaign.code,
        which={"text": f"campaign-filter-{which}"},
        count=len(chosen),
        page=page + 1,
        pages=pages,
        lines={"lines": [_line(team, row, tx, reached) for row in listed]},
        keys=[
            *([_row_key(row, tx)] for row in listed),
            *_turning(campaign_id, which, page, pages),
            *_filters(rows, campaign_id, which, tx),
            [{"label": "button-campaign-page", "data": f"campaign:{campaign_id}"}],
        ],
    )


async def _reached(tx: Tx, rows: Sequence[Row[Any]]) -> set[int]:
    """Return the assignments whose card has reached somebody; `delivered_at` follows daily."""
    cards = await shown.about(tx, (task_cards.CARD,), [row.id for row in rows])
    return {card.subject_id for card in cards if card.state == outbox.SENT}


def _line(team: Team, row: Row[Any], tx: Tx, reached: set[int]) -> Words:
    said = {
        "mark": _mark(row, tx),
        "about": about(row.agency, row.system),
        "state": state_words(_of(row), tx.now),
        "reach": {"text": "campaign-line-unreached"} if not row.reachable else "",
    }
    if AssignmentState(row.state) not in TO_DO:
        return {"text": "campaign-line-done", **said}
    read = {"text": f"campaign-read-{_read(row, reached)}"}
    return {
        "text": "campaign-line",
        **said,
        "due": due_words(team, row.due_at, tx.now),
        "read": read,
    }


def _read(row: Row[Any], reached: set[int]) -> str:
    if row.started_at is not None:
        return "started"
    if row.opened_at is not None:
        return "opened"
    return "delivered" if row.delivered_at is not None or row.id in reached else "waiting"


def _of(row: Row[Any]) -> Any:  # noqa: ANN401 something with the state and the deadline of an assignment
    return _Standing(AssignmentState(row.state), row)


class _Standing:
    """The part of a row that says how an assignment stands."""

    def __init__(self, state: AssignmentState, row: Row[Any]) -> None:
        self.state = state
        self.due_at = row.due_at
        self.late = row.late


def _mark(row: Row[Any], tx: Tx) -> str:
    return mark(_of(row), tx.now)


def _row_key(row: Row[Any], tx: Tx) -> Key:
    name = f"{row.agency} · {row.system}" if row.system else row.agency
    return {"caption": f"{_mark(row, tx)} {name}", "data": f"given:{row.id}"}


def _turning(campaign_id: int, which: str, page: int, pages: int) -> Keys:
    before = {"label": "button-page-before", "data": f"givens:{campaign_id}:{which}:{page - 1}"}
    after = {"label": "button-page-after", "data": f"givens:{campaign_id}:{which}:{page + 1}"}
    row = [before] * (page > 0) + [after] * (page + 1 < pages)
    return [row] if row else []


def _filters(rows: Sequence[Row[Any]], campaign_id: int, which: str, tx: Tx) -> Keys:
    """Return a key with its count for every other part that has anything in it."""
    keys = []
    for name, holds in FILTERS.items():
        count = sum(holds(row, tx.now) for row in rows)
        if count and name != which:
            label = {"label": f"button-filter-{name}", "args": {"count": count}}
            keys.append({**label, "data": f"givens:{campaign_id}:{name}:0"})
    return [keys[at : at + 2] for at in range(0, len(keys), 2)]


async def named(tx: Tx, campaign_id: int, words: str) -> int:
    """Return the one assignment of a campaign whose agency is meant; Refused when unclear."""
    wanted = unaccented(words)
    rows = [
        row
        for row in await campaign_facts.table(tx, campaign_id)
        if f" {wanted}" in f" {unaccented(_words(row))}"
    ]
    if len(rows) != 1:
        sought = words.strip()[:60]
        if not rows:
            raise Refused("refused-register-no-agency", words=sought)
        names = {"list": [about(row.agency, row.system) for row in rows[:5]]}
        raise Refused("refused-register-several", words=sought, count=len(rows), names=names)
    return int(rows[0].id)


def _words(row: Row[Any]) -> str:
    return f"{row.agency_code} {row.agency} {row.system or ''}"


async def show_given(
    tx: Tx, team: Team, person: Person, assignment_id: int, under: Under | None = None
) -> None:
    """Show one assignment to the team: how it stands, who can be called, what was handed in."""
    found = await held(tx, assignment_id)
    campaign, assignment = found.campaign, found.assignment
    files = await assignments.files(tx, assignment.id)
    await show(
        tx,
        person,
        under,
        text="given-page",
        name=campaign.name,
        whom=found.concerns,
        number=assignment.id,
        code=campaign.code,
        mark=mark(assignment, tx.now),
        state=state_words(assignment, tx.now),
        due=_due(team, found, tx),
        trail=_trail(found),
        contacts=await _contacts(tx, person, assignment.agency_id),
        reason={"text": "given-reason", "reason": assignment.reason} if assignment.reason else "",
        answers=await _answers(tx, found, person.language),
        keys=await _given_keys(tx, person, found, len(files)),
    )


def _due(team: Team, found: Held, tx: Tx) -> Words:
    at = found.assignment.due_at
    if found.assignment.state in TO_DO and found.campaign.state is CampaignState.OPEN:
        return due_words(team, at, tx.now)
    return {"text": "task-due-day", "day": day_words(team, at, tx.now)}


def _trail(found: Held) -> Words:
    """Return what has happened when: delivered, looked at, begun, handed in, accepted."""
    one = found.assignment
    steps = {
        "delivered": one.delivered_at,
        "opened": one.opened_at,
        "started": one.started_at,
        "done": one.done_at,
        "accepted": one.accepted_at,
    }
    lines = [
        {"text": f"given-{step}", "at": instant(at)} for step, at in steps.items() if at is not None
    ]
    return {"lines": lines or [{"text": "given-nothing"}]}


async def _contacts(tx: Tx, person: Person, agency_id: int) -> Words:
    rows = await register_facts.contacts_of(tx, agency_id)
    if not rows:
        return {"text": "given-contacts-none"}
    names = [
        f"{row.name}, {row.phone}" if row.phone and may(person, Role.LEAD) else row.name
        for row in rows[:_SHOWN_CONTACTS]
    ]
    return {"text": "given-contacts", "names": {"list": names}}


async def _answers(tx: Tx, found: Held, language: str) -> Words | str:
    assignment = found.assignment
    if not assignment.answers:
        return ""
    author_id = assignment.done_by_id or 0
    author = (await people.of_ids(tx, [author_id])).get(author_id)
    lines = answer_lines(found.campaign, assignment.answers, language)
    by = author.name if author is not None else "—"
    return {"text": "given-answers", "by": by, "lines": {"lines": lines}}


async def _given_keys(tx: Tx, person: Person, found: Held, files: int) -> Keys:
    number, campaign_id = found.assignment.id, found.campaign.id
    rows: Keys = []
    is_open = found.campaign.state is CampaignState.OPEN
    if found.assignment.state in HANDED_IN and is_open and may(person, Role.LEAD):
        accept = {"label": "button-given-accept", "data": f"given:{number}:accept"}
        back = {"label": "button-given-return", "data": f"given:{number}:return"}
        rows.append([accept | {"style": "success"}, back])
    if files:
        label = {"label": "button-given-files", "args": {"count": files}}
        rows.append([{**label, "data": f"given:{number}:files"}])
    following = await board_facts.next_waiting(tx, campaign_id, number)
    table = {"label": "button-campaign-table", "data": f"givens:{campaign_id}:all:0"}
    onward = {"label": "button-given-next", "data": f"given:{following}"}
    rows.append([table, onward] if following is not None and is_open else [table])
    return rows
