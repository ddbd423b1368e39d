"""The dialogues of planning: a new watch in a few questions, and a file for its roster."""

from datetime import date, timedelta

from bot.domain.answers import State, from_json
from bot.domain.errors import Refused
from bot.domain.form import Form
from bot.domain.people import Person
from bot.domain.team import Team
from bot.domain.watch_form import WATCH, Days, Offers, file_form, wanted, watch_form
from bot.services import calendar, drafting, roster_files, watches
from bot.services.messages import tell
from storage import forms
from storage.database import Tx
from storage.forms import FormRow

MOST_TIMES = 4
_AHEAD = timedelta(days=200)
_DAY = timedelta(days=1)

# The watch is published, cancelled or gone by now.
FILE_HOPELESS = frozenset({"refused-watch-not-draft", "refused-no-such-watch"})


async def build_watch(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return the questions about a new watch, the holidays ahead as buttons."""
    del subject_id
    row = await forms.open_of(tx, person.id)
    here = row if row is not None and row.kind == WATCH else None
    so_far = from_json(here.question, here.answers) if here is not None else None
    offers = await _offers(tx, team, person)
    return watch_form(team.catalog.watch, offers, person.language, _began(tx, team, here), so_far)


def _began(tx: Tx, team: Team, row: FormRow | None) -> date:
    """Return the day on which the dialogue was begun: from it on "30/4" is counted."""
    at = row.created_at if row is not None else tx.now
    return at.astimezone(team.zone).date()


async def _offers(tx: Tx, team: Team, person: Person) -> Offers:
    today, around = tx.now.astimezone(team.zone).date(), team.catalog.watch.policy.days_around
    ahead = await calendar.periods(tx, team, today, today + _AHEAD, person.language)
    times = [
        Days(f"{each.name} {each.last.year}", each.first - around * _DAY, each.last + around * _DAY)
        for each in ahead
    ]
    last = await drafting.last_before(tx, tx.now + _AHEAD)
    coming = [each for each in times if each.first >= today]
    return Offers(coming[:MOST_TIMES], last.plan if last is not None else None)


async def finish_watch(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    """Keep the draft that the answers come to, and show it."""
    offers = await _offers(tx, team, person)
    asked = wanted(state, team.catalog.watch, offers, _began(tx, team, row))
    watch = await watches.plan(tx, team, person, asked)
    await watches.page(tx, team, person, watch.id)
    return None


async def build_file(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return the one question of a roster's file."""
    del tx, team, person, subject_id
    return file_form()


async def finish_file(tx: Tx, team: Team, person: Person, row: FormRow, state: State) -> int | None:
    """Have the file read; Refused when words were sent instead of one."""
    del team
    files = state.answer("file").files
    if not files:
        raise Refused("refused-roster-file")
    await roster_files.order(tx, person, row.subject_id or 0, files[0])
    tell(tx, person, "answer", text="form-rosterfile-reading")
    return None
