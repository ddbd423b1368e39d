"""The situation report (báo cáo tình hình): what is asked, when the next one is, who hears when."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.domain.answers import State
from bot.domain.course import OPENED_AGAIN, Line
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes
from bot.domain.onwatch import after_night
from bot.domain.watch_policy import WatchPolicy

SITUATION = "situation"
LONGEST = 1_000
LATER = {"30": timedelta(minutes=30), "120": timedelta(hours=2)}
LEADS_HEAR = 2
_SLOWEST = 3
# Of one message that gathers many: how much of it words of people may be, and of each of them.
_ROOM, _MOST, _LEAST = 2_000, 300, 40
OWNED = ("taken", "assigned")
LOSSES = (("silent", "released", "declined"), ("page-refused",), tuple(sorted(OPENED_AGAIN)))
_BY_ONE = frozenset({"declined", "page-refused"})  # others than the owner, too


class Situation(Struct, frozen=True):
    """What one report says: how it stands, what is done, what is needed."""

    conditions: str
    actions: str = ""
    needs: str = ""


def situation_form() -> Form:
    """Return the three questions; only the first must be answered."""
    return Form(
        SITUATION,
        (
            Question("conditions", Takes.TEXT, check=check),
            Question("actions", Takes.TEXT, optional=True, check=check),
            Question("needs", Takes.TEXT, optional=True, check=check),
        ),
        confirm=False,
    )


def check(words: str) -> None:
    """Refuse words that make no report of a few lines."""
    if len(words) > LONGEST:
        raise Refused("refused-situation-long", most=LONGEST)


def situation_of(state: State) -> Situation:
    """Return what was answered."""
    said = (state.answer(key).text.strip() for key in ("conditions", "actions", "needs"))
    return Situation(*said)


def pause(every: timedelta, missed: int) -> timedelta:
    """Return when to ask again; whoever stays silent is asked less and less often."""
    return every * (1 << min(max(missed, 0) // LEADS_HEAR, _SLOWEST))


def leads_hear(missed: int) -> bool:
    """Tell whether so many reports in a row are missing that the leads must know."""
    return missed > 0 and missed % LEADS_HEAR == 0


def told_at(at: datetime, policy: WatchPolicy, zone: ZoneInfo, *, urgent: bool) -> datetime:
    """Return when leads may be told: what is urgent by night too, the rest in the morning."""
    return at if urgent else after_night(at, policy, zone)


def in_short(words: str, parts: int) -> str:
    """Return words on one line, cut to their share of a message that holds so many of them."""
    share = max(_LEAST, min(_MOST, _ROOM // max(parts, 1)))
    line = " ".join(words.split())
    return line if len(line) <= share else f"{line[: share - 1].rstrip()}…"


class Lost(Struct, frozen=True):
    """Who had an incident last, and until when."""

    name: str
    until: datetime


def last_owner(lines: Sequence[Line]) -> Lost | None:
    """Return who had it last, from the lines of an incident that nobody owns; None: nobody yet."""
    had = [at for at, line in enumerate(lines) if line.kind in OWNED]
    if not had:
        return None
    taken, after = lines[had[-1]], lines[had[-1] + 1 :]
    name = taken.details.get("to", taken.name) or ""
    theirs = [line for line in after if line.kind not in _BY_ONE or line.name == name]
    # Out of reach by Telegram, or opened again, they may have kept it until something else came.
    for kinds in LOSSES:
        until = next((line.at for line in theirs if line.kind in kinds), None)
        if until is not None:
            return Lost(name, until)
    return Lost(name, taken.at)
