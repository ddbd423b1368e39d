"""The situation report (báo cáo tình hình): what is asked, and when the next one is."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.answers import State
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes

SITUATION = "situation"
LONGEST = 1_000
LATER = {"30": timedelta(minutes=30), "120": timedelta(hours=2)}
LEADS_HEAR = 2
_SLOWEST = 3


@dataclass(frozen=True, slots=True)
class Situation:
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
