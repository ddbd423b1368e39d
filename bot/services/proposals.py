"""A fair roster for a draft: ordered by a lead, made in the workshop, kept with its reasons."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from bot.domain.duty import Duty, Night, duty_of, total
from bot.domain.errors import Refused
from bot.domain.escalation import Target
from bot.domain.people import Person, Role
from bot.domain.proposal import Assignment, Broken, Candidate, Place, Task, explain
from bot.domain.roster_table import Stay, left_over, stay_of
from bot.domain.team import Team
from bot.domain.watch import Watch, WatchState
from bot.services import calendar, cover, drafting, paging
from bot.services.drafting import Filling
from bot.services.messages import tell
from bot.services.shift_words import shift_text
from bot.services.watch_page import page
from storage import absence, due, people, shifts, watches, watchlog
from storage.database import Tx
from storage.due import Due
from storage.watchlog import LogLine

PROPOSAL = "make-proposal"
YEAR = timedelta(days=365)
ENOUGH_LEADS = 3
_SHOWN = 12
_NOBODY = frozenset({""})  # a post that there is not


async def order(tx: Tx, team: Team, person: Person, watch_id: int) -> None:
    """Have a roster proposed for a draft; what is filled stays, unless every place is."""
    found = await drafting.filling(tx, team, watch_id)
    if found.watch.state is not WatchState.DRAFT:
        raise Refused("refused-watch-not-draft", name=found.watch.name)
    if not any(map(paging.can_be_paged, await _able(tx))):
        raise Refused("refused-proposal-nobody")
    asked = {"person_id": person.id, "before": _standing(found)}
    await due.schedule(tx, Due(PROPOSAL, watch_id, tx.now, asked))
    tell(tx, person, "answer", text="proposal-begun", name=found.watch.name)


async def gather(tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any]) -> Task | None:
    """Return the places of a draft and who may fill them; None when it is a draft no longer."""
    del params
    found = await drafting.filling(tx, team, watch_id)
    watch = found.watch
    if watch.state is not WatchState.DRAFT:
        return None
    first = (watch.start - YEAR).astimezone(team.zone).date()
    last = watch.end.astimezone(team.zone).date()
    holidays = await calendar.off_days(tx, team, first, last)
    chosen = {
        slot: held for slot, held in found.places if held and held.person_id not in found.gone
    }
    stays = chosen if found.empty else {}

    def costs(shift: Any) -> Duty:  # noqa: ANN401 a shift or a place
        return duty_of(shift.start, shift.end, team.zone, night_of(team), holidays)

    places = tuple(
        Place(slot, costs(slot), stays[slot].person_id if slot in stays else None)
        for slot, _ in found.places
    )
    held = {place.held_by for place in places if place.held_by is not None}
    candidates = await _candidates(tx, team, watch, holidays, held)
    return Task(places, tuple(candidates), team.catalog.watch.policy.rest)


def night_of(team: Team) -> Night:
    """Return when it is night for the team."""
    policy = team.catalog.watch.policy
    return Night(policy.night_start, policy.night_end)


async def _able(tx: Tx) -> list[Person]:
    """Return the members; administrators only when there is nobody else whom a page reaches."""
    able = await drafting.able(tx)
    members = [person for person in able if person.role is not Role.ADMIN]
    return members if any(map(paging.can_be_paged, members)) else able


async def _candidates(
    tx: Tx, team: Team, watch: Watch, holidays: Collection[date], held: Collection[int]
) -> list[Candidate]:
    members = await _able(tx)
    past = await _past(tx, team, watch)
    away = await _away(tx, watch)
    again = await had_holiday_night(tx, team, watch, holidays)
    night, posts = night_of(team), _posts(team, watch, members)
    unwanted = _unwanted(team, members)

    def candidate(person: Person) -> Candidate:
        own = [stay for stay in past if stay.person_id == person.id]
        done = total(duty_of(one.start, one.end, team.zone, night, holidays) for one in own)
        gone = tuple(span for person_id, *span in away if person_id == person.id)
        return Candidate(
            person.id,
            person.name,
            done,
            tuple((start, end) for start, end in gone),
            posts[person.role],
            person.id in again,
            frozenset() if person.role >= Role.LEAD else unwanted,
            cover.is_lost(team, person),
        )

    found = [candidate(person) for person in members]
    # Who was put by hand stays where they are, and gets nothing more.
    others = await people.of_ids(tx, sorted(set(held) - {one.id for one in found}))
    return found + [Candidate(id_, one.name, posts=_NOBODY) for id_, one in others.items()]


def _leads(team: Team, members: Iterable[Person]) -> int:
    """Return how many leads a page can reach."""
    return sum(one.role >= Role.LEAD and not cover.is_lost(team, one) for one in members)


def _unwanted(team: Team, members: Iterable[Person]) -> frozenset[str]:
    """Return what others than leads should rather not have, if there is a lead at all."""
    leads = _leads(team, members)
    return team.catalog.watch.posts_for(Target.COMMANDER) if leads else frozenset()


def _posts(team: Team, watch: Watch, members: Iterable[Person]) -> dict[Role, frozenset[str]]:
    """Leave command to the leads where there are enough of them to take turns."""
    everything = dict.fromkeys(Role, frozenset[str]())
    if _leads(team, members) < ENOUGH_LEADS:
        return everything
    command = team.catalog.watch.posts_for(Target.COMMANDER)
    rest = frozenset(seats.post for seats in watch.plan.seats) - command
    return everything | {Role.RESPONDER: rest or _NOBODY}


async def _past(tx: Tx, team: Team, watch: Watch) -> list[Stay]:
    """Return the duties of the year before a watch, each as far as it lies in that year.

    Of the normal roster only what no watch has taken over counts.
    """
    since = watch.start - YEAR
    found = await shifts.between(tx, since, watch.start)
    before = [one for one in found if one.watch_id != watch.id]
    of_watches = [shift for shift in before if shift.watch_id is not None]
    usual = [shift for shift in before if shift.watch_id is None]
    groups = {post.code: post.paged_as or post.code for post in team.catalog.watch.posts}
    stays = [*map(stay_of, of_watches), *left_over(usual, of_watches, groups)]
    whole = [
        replace(one, start=max(one.start, since), end=min(one.end, watch.start)) for one in stays
    ]
    return [one for one in whole if one.start < one.end]


async def _away(tx: Tx, watch: Watch) -> list[tuple[int, Any, Any]]:
    """Return who cannot be called when: absences, and shifts in other watches with rest around."""
    gone = await absence.between(tx, watch.start, watch.end)
    found: list[tuple[int, Any, Any]] = [(one.person_id, one.start, one.end) for one in gone]
    return found + [
        (shift.person_id, shift.start, shift.end)
        for shift in await shifts.between(tx, watch.start, watch.end)
        if shift.watch_id not in (None, watch.id)
    ]


async def had_holiday_night(
    tx: Tx, team: Team, watch: Watch, holidays: Collection[date]
) -> set[int]:
    """Return who stood on a holiday's night in the watch before."""
    last = await drafting.last_before(tx, watch.start)
    if last is None:
        return set()
    duties = (
        (shift, duty_of(shift.start, shift.end, team.zone, night_of(team), holidays))
        for shift in await shifts.of_watch(tx, last.id)
    )
    return {shift.person_id for shift, duty in duties if duty.night and duty.holiday}


async def keep(
    tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any], made: tuple[Task, Assignment]
) -> None:
    """Fill the draft with what was proposed, unless it has changed meanwhile, and say why."""
    task, assignment = made
    person = await people.get(tx, params["person_id"])
    found = await drafting.filling(tx, team, watch_id)
    if found.watch.state is not WatchState.DRAFT or _standing(found) != params["before"]:
        tell(tx, person, "answer", text="proposal-late", name=found.watch.name)
        return
    given = {
        place.slot: person_id
        for place, person_id in zip(task.places, assignment, strict=True)
        if person_id is not None
    }
    try:
        await drafting.fill(tx, team, found.watch, given)
    except Refused as refused:
        said: dict[str, Any] = {"text": refused.text_id, **refused.params}
        tell(tx, person, "answer", **said)
        return
    details = {"filled": len(given), "empty": len(task.places) - len(given)}
    line = LogLine("watch-proposed", watch_id, person_id=person.id, details=details)
    await watchlog.enter(tx, line)
    _tell_result(tx, team, person, found.watch, task, assignment)
    await page(tx, team, person, watch_id)


async def give_up(tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever ordered a proposal that there will be none."""
    del team
    person = await people.get(tx, params["person_id"])
    name = (await watches.get(tx, watch_id)).name
    tell(tx, person, "answer", text="proposal-not-made", name=name)


def _standing(found: Filling) -> list[int]:
    """Return who fills each place now, 0 for nobody: what was changed by hand meanwhile stays."""
    return [0 if held is None else held.person_id for _, held in found.places]


def _tell_result(
    tx: Tx, team: Team, person: Person, watch: Watch, task: Task, assignment: Assignment
) -> None:
    names = {one.id: one.name for one in task.candidates}
    broken = explain(task, assignment)
    reasons = [_reason(team, names, one) for one in broken[:_SHOWN]]
    more = len(broken) - len(reasons)
    tell(
        tx,
        person,
        "answer",
        text="proposal-made",
        name=watch.name,
        count=sum(one is not None for one in assignment),
        total=len(task.places),
        people={"lines": _shares(task, assignment)},
        broken=len(broken),
        reasons={"lines": reasons},
        more={"text": "proposal-more", "count": more} if more else "",
    )


def _shares(task: Task, assignment: Assignment) -> list[dict[str, Any]]:
    """Return a line for everybody: what they get, and what they did in the year before."""
    lines = []
    for one in sorted(task.candidates, key=lambda each: each.name.casefold()):
        own = [
            place.duty
            for place, person_id in zip(task.places, assignment, strict=True)
            if person_id == one.id
        ]
        if one.unreachable and not own:
            continue
        got = total(own)
        lines.append(
            {
                "text": "proposal-share",
                "name": one.name,
                "count": len(own),
                "hours": _hours(got.all),
                "night": _hours(got.night),
                "holiday": _hours(got.holiday),
                "before": _hours(one.past.all),
            }
        )
    return lines


def _hours(length: timedelta) -> int:
    return round(length / timedelta(hours=1))


def _reason(team: Team, names: Mapping[int, str], one: Broken) -> dict[str, Any]:
    others = Counter(one.others)
    why = [
        {"text": f"proposal-why-{word}", "count": count}
        for word, count in sorted(others.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return {
        "text": f"proposal-broken-{one.wish.value}",
        "name": names.get(one.person_id or 0, ""),
        "post": {"post": one.place.post},
        "shift": shift_text(one.place.start, one.place.end, team.zone),
        "why": _listed(why),
    }


def _listed(why: Sequence[dict[str, Any]]) -> dict[str, Any] | str:
    return {"list": list(why)} if why else ""
