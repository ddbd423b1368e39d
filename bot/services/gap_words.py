"""Messages about gaps: their lines, what to do about them, and until when to be left alone."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.domain.team import Team
from bot.domain.trouble import Problem, Trouble, View
from bot.services import cover
from bot.services.messages import instant

SHOWN = 12
LOOKED_FOR = 4
_ONE_DAY = timedelta(days=1)
Key = dict[str, Any]


def about(
    team: Team, view: View, found: Sequence[Problem], names: Mapping[int, str]
) -> dict[str, Any]:
    """Return what a message says of problems, nearest first, and the keys to do something."""
    told = cover.lines(team, found, names)
    more = {"text": "cover-more", "count": len(told) - SHOWN} if len(told) > SHOWN else ""
    keys = [[key] for key in _looking(view, cover.nearest_first(found))]
    return {
        "count": len(told),
        "lines": {"lines": told[:SHOWN]},
        "more": more,
        "keys": keys[:LOOKED_FOR],
    }


def _looking(view: View, found: Sequence[Problem]) -> list[Key]:
    """Return the keys to find somebody: for an empty place, or for who cannot be there."""
    keys: list[Key] = []
    for each in found:
        if each.trouble is Trouble.DECLINED:
            data = f"swapgive:{each.shift_ids[0]}"
            keys.append(_key("button-give-shift", data, each))
        elif each.trouble is Trouble.UNREACHABLE:
            data = f"swapfor:{each.shift_ids[0]}"
            keys.append(_key("button-seek-shift", data, each))
        elif (place := cover.opening_at(view, each)) is not None:
            data = f"seek:{place.watch_id}:{int(place.start.timestamp())}:{place.seat}"
            keys.append(_key("button-seek", data, each))
    return keys


def _key(label: str, data: str, problem: Problem) -> Key:
    args = {"post": {"post": problem.posts[0]}, "start": instant(problem.start)}
    return {"label": label, "data": data, "args": args}


def said_to_leads(
    team: Team, view: View, found: Sequence[Problem], names: Mapping[int, str]
) -> dict[str, Any]:
    """Return the daily message, with the choice to hear nothing of it for some days."""
    said = about(team, view, found, names)
    nearest = min(each.start for each in found)
    quiet = [
        {
            "label": "button-mute",
            "data": f"covermute:{int(at.timestamp())}",
            "args": {"until": instant(at)},
        }
        for at in _choices(team, view.now, nearest)
    ]
    days = team.catalog.watch.policy.gaps_ahead.days
    return {"text": "cover-daily", **said, "days": days, "keys": [*said["keys"], quiet]}


def mute_until(team: Team, now: datetime) -> list[datetime]:
    """Return the instants of the daily message within the time that is looked ahead."""
    policy = team.catalog.watch.policy
    today = now.astimezone(team.zone).date()
    mornings = (
        datetime.combine(today + number * _ONE_DAY, policy.gaps_at, team.zone).astimezone(
            now.tzinfo
        )
        for number in range(policy.gaps_ahead.days + 2)
    )
    return [at for at in mornings if at > now]


def _choices(team: Team, now: datetime, nearest: datetime) -> list[datetime]:
    """Return until when to be quiet: the day after tomorrow, or the day of the nearest problem."""
    coming = mute_until(team, now)[1:]
    last = [at for at in coming if at <= nearest][-1:]
    return sorted({*coming[:1], *last})
