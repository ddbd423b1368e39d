"""What somebody sees who asks where the roster lacks people: empty places, and what is wrong."""

from typing import Any

from bot.domain.cover import problems
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.domain.trouble import Opening
from bot.services import cover, openings
from bot.services.gap_words import Key, about
from bot.services.messages import instant, tell
from storage.database import Tx

MOST_PLACES = 12


async def show(tx: Tx, team: Team, person: Person) -> None:
    """Show the empty places ahead, each to be taken; leads also all else that is wrong."""
    places = (await openings.ahead(tx, team))[:MOST_PLACES]
    if may(person, Role.LEAD):
        view = await cover.look(tx, team, tx.now, tx.now + team.catalog.watch.policy.gaps_ahead)
        found = problems(view)
        said = about(team, view, found, await cover.names_of(tx, found))
        well = "cover-well" if view.shifts else "cover-empty"
        text = "cover-now" if found else well
        days = team.catalog.watch.policy.gaps_ahead.days
        tell(tx, person, "answer", text=text, days=days, **said)
    lines = [
        {
            "text": "opening-line",
            "number": number,
            "post": {"post": each.post},
            "when": cover.period(each.start, each.end),
        }
        for number, each in enumerate(places, 1)
    ]
    keys = [[_take_key(number, each)] for number, each in enumerate(places, 1)]
    if places or not may(person, Role.LEAD):
        told: dict[str, Any] = {"lines": {"lines": lines}, "keys": keys}
        text = "openings" if places else "openings-none"
        tell(tx, person, "answer", text=text, count=len(places), **told)


def _take_key(number: int, place: Opening) -> Key:
    data = f"opening:{place.watch_id}:{int(place.start.timestamp())}:{place.seat}"
    args = {"number": number, "post": {"post": place.post}, "start": instant(place.start)}
    return {"label": "button-opening-take", "data": data, "args": args}
