"""Shifts that nobody could watch over, as the bot was away: the leads hear of it once, as one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain.onwatch import late_from, was_away
from bot.domain.roster import Shift
from bot.domain.team import Team
from bot.services.arming import UNWATCHED
from bot.services.messages import instant, leads, tell, tell_team
from bot.services.missing import trouble_of
from bot.services.own_posts import period
from storage import due, people, shifts, watch_facts, watches, watchlog
from storage.database import Tx
from storage.due import Due
from storage.watchlog import LogLine

SHOWN = 12


async def missed(tx: Tx, shift: Shift) -> None:
    """Keep that nobody came to a shift; the leads hear it if nobody could be called about it."""
    unseen = was_away(shift.end, tx.now) and await trouble_of(tx, shift) is None
    details = {"unwatched": True} if unseen else {}
    line = LogLine("missed", shift.watch_id, shift.id, shift.person_id, details=details)
    await watchlog.enter(tx, line)
    if unseen:
        # After everything else that fell due meanwhile, so that all of them are in one message.
        await due.schedule(tx, Due(UNWATCHED, shift.watch_id or 0, tx.now))


async def tell_due(tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any]) -> None:
    """Tell the leads, and the group, which shifts passed unseen, and when the bot was away."""
    del params
    lines = await watchlog.of_watch(tx, watch_id, ("missed", "unwatched"))
    told = max((line.id for line in lines if line.kind == "unwatched"), default=0)
    new = [line for line in lines if line.id > told and line.details.get("unwatched")]
    found = [await shifts.find(tx, line.shift_id) for line in new]
    known = sorted((one for one in found if one is not None), key=lambda one: (one.start, one.id))
    if not known:
        return
    policy = team.catalog.watch.policy
    since = await watch_facts.last_seen_alive(tx, min(late_from(one, policy) for one in known))
    back = min(line.at for line in new)
    said: dict[str, Any] = {
        "watch": (await watches.get(tx, watch_id)).name,
        "count": len(known),
        "away": _away(since, back),
        "lines": {"lines": await _lines(tx, known)},
    }
    details: dict[str, Any] = {"count": len(known), "until": back.isoformat()}
    details |= {"since": since.isoformat()} if since is not None else {}
    await watchlog.enter(tx, LogLine("unwatched", watch_id, details=details))
    for lead in await leads(tx):
        tell(tx, lead, "alarm", text="unwatched", **said)
    tell_team(tx, team, "notice", text="unwatched", **said)


def _away(since: datetime | None, back: datetime) -> dict[str, Any]:
    if since is None:
        return {"text": "unwatched-until", "until": instant(back)}
    return {"text": "unwatched-since", "since": instant(since), "until": instant(back)}


async def _lines(tx: Tx, known: list[Shift]) -> list[dict[str, Any]]:
    names = await people.of_ids(tx, sorted({one.person_id for one in known}))
    lines: list[dict[str, Any]] = [
        {
            "text": "unwatched-line",
            "name": names[one.person_id].name,
            "post": {"post": one.post},
            "period": period(one),
        }
        for one in known[:SHOWN]
    ]
    if len(known) > SHOWN:
        lines.append({"text": "unwatched-more", "count": len(known) - SHOWN})
    return lines
