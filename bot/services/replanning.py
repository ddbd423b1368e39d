"""A draft's plan is changed: who still fits stays, and who has no place any more is named."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.answers import Answer, State, from_json
from bot.domain.errors import Refused
from bot.domain.form import Form
from bot.domain.people import Person
from bot.domain.roster import Shift
from bot.domain.team import Team
from bot.domain.watch import Watch, WatchState, period
from bot.domain.watch_edit import EDIT, draft_of, edit_form, known, wanted, without_place
from bot.domain.watch_form import Wanted
from bot.services import roster_files, watch_page
from bot.services.messages import tell
from bot.services.shift_words import shift_text
from storage import forms, people, shifts, watches, watchlog
from storage.database import Tx
from storage.forms import FormRow
from storage.watchlog import LogLine

# The watch is published, cancelled or gone by now.
HOPELESS = frozenset({"refused-watch-not-draft", "refused-no-such-watch"})
_SHOWN = 20


async def build(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return the questions about a draft's plan, what it is now among their choices."""
    watch = await watches.get(tx, subject_id or 0)
    row = await forms.open_of(tx, person.id)
    is_here = row is not None and (row.kind, row.subject_id) == (EDIT, subject_id)
    at = row.created_at if row is not None and is_here else tx.now
    here = State(question="name", answers=known(watch.plan))
    so_far = from_json(row.question, row.answers) if row is not None and is_here else here
    today = at.astimezone(team.zone).date()
    draft = draft_of(watch, team.zone)
    return edit_form(team.catalog.watch, draft, person.language, today, so_far)


async def answers(tx: Tx, person: Person, subject_id: int | None) -> Mapping[str, Answer]:
    """Return what the dialogue begins with: everything as it is; Refused when it is no draft."""
    del person
    await roster_files.must_be_draft(tx, subject_id or 0)
    return known((await watches.get(tx, subject_id or 0)).plan)


async def finish(tx: Tx, team: Team, person: Person, row: FormRow, state: State) -> int | None:
    """Keep the plan that the answers come to, name who has no place in it, and show the page."""
    watch = await watches.get(tx, row.subject_id or 0)
    began = row.created_at.astimezone(team.zone).date()
    asked = wanted(state, team.catalog.watch, draft_of(watch, team.zone), began)
    left = await _change(tx, team, person, watch, asked)
    await _say(tx, team, person, asked, left)
    await watch_page.page(tx, team, person, watch.id)
    return None


async def _change(
    tx: Tx, team: Team, person: Person, watch: Watch, asked: Wanted
) -> Sequence[Shift]:
    """Change a draft; returns the shifts for which it has no place any more, taken off it."""
    start, end = period(asked.first, asked.last, asked.plan.hours, team.zone)
    if end <= tx.now:
        raise Refused("refused-watch-past")
    plan = asked.plan.model_dump(mode="json")
    values: dict[str, Any] = {"name": asked.name, "start_at": start, "end_at": end, "plan": plan}
    is_draft = watch.state is WatchState.DRAFT
    if not is_draft or not await watches.change(tx, watch, **values):
        raise Refused("refused-watch-not-draft", name=watch.name)
    changed = await watches.get(tx, watch.id)
    left = without_place(changed, await shifts.of_watch(tx, watch.id), team.zone)
    await shifts.remove(tx, [shift.id for shift in left])
    await watchlog.enter(tx, LogLine("watch-edited", watch.id, person_id=person.id))
    return left


async def _say(tx: Tx, team: Team, person: Person, asked: Wanted, left: Sequence[Shift]) -> None:
    names = await people.of_ids(tx, sorted({shift.person_id for shift in left}))
    lines = [
        {
            "text": "watch-edited-line",
            "shift": shift_text(shift.start, shift.end, team.zone),
            "post": {"post": shift.post},
            "name": names[shift.person_id].name,
        }
        for shift in left[:_SHOWN]
    ]
    more = len(left) - len(lines)
    tell(
        tx,
        person,
        "answer",
        text="watch-edited",
        name=asked.name,
        count=len(left),
        lines={"lines": lines},
        more={"text": "watch-edited-more", "count": more} if more else "",
    )
