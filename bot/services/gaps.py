"""What leads hear of a roster that lacks somebody: once a day, aloud as it nears and when it is so.

Nothing is said of the past, and nothing at all when all is well.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from bot.domain.cover import problems
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.team import Team
from bot.domain.trouble import Problem, Trouble, View
from bot.services import cover
from bot.services.gap_words import about, mute_until, said_to_leads
from bot.services.messages import instant, leads, tell, tell_team
from storage import due, watchlog
from storage.database import Tx
from storage.due import Due
from storage.watchlog import LogLine

DAILY, MUTED = "cover", "cover-muted"
AHEAD, NOW = "gap-ahead", "gap-now"
_LOUD = (Trouble.GAP, Trouble.DECLINED)
_NONE, _INSTANT, _BEFORE = timedelta(0), timedelta(microseconds=1), timedelta(hours=1)
_LAST_DAY = timedelta(days=1)


class Ring(NamedTuple):
    """Something must be said of a problem at an instant: so long `before` it, or as it begins."""

    at: datetime
    before: timedelta
    problem: Problem


async def daily(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell the leads once a day what is wrong ahead, if anything is."""
    del subject_id, params
    await replan(tx, team)
    view = await cover.look(tx, team, tx.now, tx.now + team.catalog.watch.policy.gaps_ahead)
    found = problems(view)
    if not found:
        return
    said = said_to_leads(team, view, found, await cover.names_of(tx, found))
    for lead in await leads(tx):
        if not await _is_muted(tx, lead):
            tell(tx, lead, "notice", **said)


async def _is_muted(tx: Tx, lead: Person) -> bool:
    until = await due.waiting(tx, MUTED, lead.id)
    return until is not None and until > tx.now


async def mute(tx: Tx, team: Team, lead: Person, until: datetime) -> None:
    """Tell a lead nothing daily until then; never for longer than the policy looks ahead."""
    if not tx.now < until <= mute_until(team, tx.now)[-1]:
        raise Refused("refused-mute", until=instant(mute_until(team, tx.now)[-1]))
    await due.schedule(tx, Due(MUTED, lead.id, until))


async def unmute(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Let the silence end: the next daily message is sent again."""
    del tx, team, subject_id, params


async def replan(tx: Tx, team: Team) -> None:
    """Set the clock to the next gap that nears or begins; to be called whenever shifts change."""
    rings_at = await due.waiting(tx, AHEAD, 0)
    if rings_at is not None and rings_at <= tx.now:
        return  # it is about to ring, and sets itself anew then
    policy = team.catalog.watch.policy
    # What was covered until this very instant is seen only from before it.
    view = await cover.look(tx, team, tx.now - _BEFORE, tx.now + policy.gaps_ahead)
    rings = _rings(team, view, problems(view))
    open_ = await due.subjects(tx, NOW)
    begins = [each for each in rings if not each.before and each.at == tx.now]
    if any((each.problem.watch_id or 0) not in open_ for each in begins):
        since = tx.now - _INSTANT
        await due.schedule(tx, Due(AHEAD, 0, tx.now, {"since": since.isoformat()}))
        return
    at = min((each.at for each in rings if each.at > tx.now), default=None)
    if at is None:
        await due.drop(tx, AHEAD, 0)
    else:
        await due.schedule(tx, Due(AHEAD, 0, at, {"since": tx.now.isoformat()}))


async def opened(tx: Tx, team: Team) -> None:
    """Say aloud that nobody is on duty now by the normal roster, unless that is being said."""
    view = await cover.look(tx, team, tx.now, tx.now + team.catalog.watch.policy.gaps_ahead)
    begun = [
        each
        for each in problems(view)
        if each.trouble is Trouble.GAP and each.watch_id is None and each.lasts_at(tx.now)
    ]
    if begun and await due.waiting(tx, NOW, 0) is None:
        await _begin(tx, team, view, begun)


def _rings(team: Team, view: View, found: Sequence[Problem]) -> list[Ring]:
    """Return when something must be said aloud: some times before, and of a gap as it begins.

    Who has not answered is named once, a day before their watch begins.
    """
    on = {(each.posts, each.watch_id, each.end) for each in found if each.trouble is Trouble.GAP}
    begins = {watch.id: watch.start for watch in view.watches}
    rings: list[Ring] = []
    for problem in found:
        is_gap = problem.trouble is Trouble.GAP
        goes_on = is_gap and (problem.posts, problem.watch_id, problem.start) in on
        if problem.trouble in _LOUD and not goes_on:
            lengths = (*team.catalog.watch.policy.loud, *((_NONE,) if is_gap else ()))
            rings += [Ring(problem.start - before, before, problem) for before in lengths]
        elif problem.trouble is Trouble.UNCONFIRMED and problem.watch_id in begins:
            rings.append(Ring(begins[problem.watch_id] - _LAST_DAY, _LAST_DAY, problem))
    return _together(rings)


def _together(rings: Sequence[Ring]) -> list[Ring]:
    """Return the rings, those of one kind that come soon after another as early as that one."""
    joint: list[Ring] = []
    first: dict[timedelta, datetime] = {}
    for each in sorted(rings, key=lambda ring: (ring.at, ring.before)):
        began = first.get(each.before)
        if began is None or each.at - began >= each.before / 2:
            began = first[each.before] = each.at
        joint.append(each._replace(at=began))
    return joint


async def ring(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Say aloud what nears or begins; when it is late, all that did meanwhile and still matters."""
    del subject_id
    since = datetime.fromisoformat(params["since"])
    policy = team.catalog.watch.policy
    view = await cover.look(tx, team, since, tx.now + policy.gaps_ahead)
    heard = [
        each
        for each in _rings(team, view, problems(view))
        if since < each.at <= tx.now < each.problem.end
    ]
    nears = [each for each in heard if each.before and each.problem.start > tx.now]
    if nears:
        await _say_nears(tx, team, view, [each.problem for each in nears])
    last = [
        each.problem
        for each in nears
        if each.before == min(policy.loud) and each.problem.trouble in _LOUD
    ]
    if last:
        said = await _about(tx, team, view, last) | {"keys": []}
        tell_team(tx, team, "alarm", text="gap-nears-team", **said)
    begun = [each.problem for each in heard if not each.before]
    for watch_id in sorted({problem.watch_id or 0 for problem in begun}):
        await _begin(tx, team, view, [each for each in begun if (each.watch_id or 0) == watch_id])
    await replan(tx, team)


async def _say_nears(tx: Tx, team: Team, view: View, found: Sequence[Problem]) -> None:
    """Tell the leads in one message what nears; an alarm when a place has nobody."""
    said = await _about(tx, team, view, found)
    is_loud = any(each.trouble in _LOUD for each in found)
    kind, text = ("alarm", "gap-nears") if is_loud else ("notice", "watch-nears")
    for lead in await leads(tx):
        tell(tx, lead, kind, text=text, **said)


async def _begin(tx: Tx, team: Team, view: View, begun: Sequence[Problem]) -> None:
    for problem in begun:
        details = {"posts": list(problem.posts), "until": problem.end.isoformat()}
        await watchlog.enter(tx, LogLine("gap-began", problem.watch_id, details=details))
    await _say_open(tx, team, view, begun)


async def still_open(tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any]) -> None:
    """Say again that a post is empty, until it is not or a lead knows."""
    del params
    view = await cover.look(tx, team, tx.now, tx.now + team.catalog.watch.policy.gaps_ahead)
    gaps = [
        each
        for each in problems(view)
        if each.trouble is Trouble.GAP
        and each.lasts_at(tx.now)
        and (each.watch_id or 0) == watch_id
    ]
    if gaps:
        await _say_open(tx, team, view, gaps)


async def _say_open(tx: Tx, team: Team, view: View, gaps: Sequence[Problem]) -> None:
    """Alarm leads and group, and do so again after a while."""
    watch_id = gaps[0].watch_id or 0
    said = await _about(tx, team, view, gaps)
    known = {"label": "button-gap-known", "data": f"gapknown:{watch_id}", "style": "primary"}
    keys = [[known], *said.pop("keys")]
    for lead in await leads(tx):
        tell(tx, lead, "alarm", text="gap-open", keys=keys, **said)
    tell_team(tx, team, "alarm", text="gap-open-team", **said)
    again = tx.now + team.catalog.watch.policy.gap_repeat
    await due.schedule(tx, Due(NOW, watch_id, again))


async def _about(tx: Tx, team: Team, view: View, found: Sequence[Problem]) -> dict[str, Any]:
    whole = list(dict.fromkeys(found))
    return about(team, view, whole, await cover.names_of(tx, whole))


async def know(tx: Tx, lead: Person, watch_id: int) -> None:
    """A lead knows of an open gap: it is not brought up again, and the other leads hear who."""
    if await due.waiting(tx, NOW, watch_id) is None:
        raise Refused("refused-gap-known")
    await due.drop(tx, NOW, watch_id)
    await watchlog.enter(tx, LogLine("gap-known", watch_id or None, person_id=lead.id))
    for other in await leads(tx):
        if other.id != lead.id:
            tell(tx, other, "notice", text="gap-known-by", name=lead.name)


async def know_all(tx: Tx, lead: Person) -> None:
    """A lead knows of every open gap; Refused when none is brought up."""
    subjects = await due.subjects(tx, NOW)
    if not subjects:
        raise Refused("refused-gap-known")
    for watch_id in subjects:
        await know(tx, lead, watch_id)
