"""Reports of a watch: every day while it runs, at its end, and whenever a lead asks for one."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from bot.domain.errors import Refused
from bot.domain.paper import Finished
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.domain.watch import Watch, WatchState
from bot.domain.watch_figures import last_day
from bot.services import report_facts, report_words
from bot.services.arming import WATCH_END
from bot.services.messages import leads, tell, tell_team
from bot.services.report_facts import Kind, Report
from storage import due, papers, people, watch_facts, watches, watchlog
from storage.database import Tx
from storage.due import Due
from storage.watchlog import LogLine

DAILY = "watch-daily"
MAKE = "make-watch-report"  # about the order itself: the same one is not made twice


async def daily_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Report the last 24 hours of every watch that runs: to the group, on paper to the leads."""
    del subject_id, params
    start, end = last_day(tx.now, team.catalog.watch.policy.daily_report_at, team.zone)
    for watch in await watches.running(tx, tx.now):
        if watch.start < end:
            await _send(tx, team, watch, Kind.DAILY, (max(start, watch.start), end))


async def end_due(tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any]) -> None:
    """A watch is over, its last hand-over too: it is ended, and reported as a whole."""
    del params
    watch = await watches.get(tx, watch_id)
    if watch.state is not WatchState.PUBLISHED:
        return
    if tx.now < watch.end:
        await due.schedule(tx, Due(WATCH_END, watch.id, watch.end))
        return
    values = {"state": WatchState.ENDED.value, "ended_at": tx.now}
    if await watches.change(tx, watch, **values):
        await watchlog.enter(tx, LogLine("watch-ended", watch.id))
        await _send(tx, team, watch, Kind.FINAL, (watch.start, watch.end))


async def _send(
    tx: Tx, team: Team, watch: Watch, kind: Kind, period: tuple[datetime, datetime]
) -> None:
    """Tell the group, or the leads where there is none, and have the paper made for the leads."""
    said = report_words.said(await report_facts.report_of(tx, team, watch, kind, *period))
    tell_team(tx, team, "notice", **said)
    for lead in await leads(tx) if team.chat_id is None else ():
        tell(tx, lead, "notice", **said)
    await _order(tx, watch, kind, period, None)


async def show(tx: Tx, team: Team, person: Person, watch_id: int | None) -> None:
    """Show a lead the report of a watch so far, by default the last one, and have it on paper."""
    watch = await meant(tx, watch_id)
    end = min(watch.end, tx.now)
    kind = Kind.INTERIM if tx.now < watch.end else Kind.FINAL
    report = await report_facts.report_of(tx, team, watch, kind, watch.start, end)
    tell(tx, person, "answer", **report_words.said(report))
    await _order(tx, watch, kind, (watch.start, end), person)


async def meant(tx: Tx, watch_id: int | None) -> Watch:
    """Return the watch that is meant, or the last that has begun; Refused when there is none."""
    number = watch_id if watch_id is not None else await watch_facts.latest_watch_id(tx)
    if number is None:
        raise Refused("refused-no-watch-begun")
    watch = await watches.get(tx, number)
    if watch.state not in (WatchState.PUBLISHED, WatchState.ENDED) or watch.start > tx.now:
        raise Refused("refused-watch-not-begun", name=watch.name)
    return watch


async def _order(
    tx: Tx, watch: Watch, kind: Kind, period: tuple[datetime, datetime], to: Person | None
) -> None:
    params: dict[str, Any] = {
        "watch_id": watch.id,
        "kind": kind.value,
        "period": [at.isoformat() for at in period],
        "person_id": None if to is None else to.id,
    }
    await due.schedule(tx, Due(MAKE, number_of(params), tx.now, params))


def number_of(params: Mapping[str, Any]) -> int:
    """Return a number by which the same order is known again."""
    return int.from_bytes(sha256(repr(sorted(params.items())).encode()).digest()[:7])


async def gather(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> Report | None:
    """Return what the paper is made from; None when its only reader leads no more."""
    del subject_id
    if not await readers(tx, params):
        return None
    watch = await watches.get(tx, params["watch_id"])
    start, end = map(datetime.fromisoformat, params["period"])
    return await report_facts.report_of(tx, team, watch, Kind(params["kind"]), start, end)


async def readers(tx: Tx, params: Mapping[str, Any]) -> list[Person]:
    """Return who gets the paper: the lead who asked for it, else all of them."""
    if params["person_id"] is None:
        return list(await leads(tx))
    found: Iterable[Person] = (await people.of_ids(tx, [params["person_id"]])).values()
    return [person for person in found if may(person, Role.LEAD)]


async def keep(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: Finished
) -> None:
    """Keep the report and send it to whoever is to sign it."""
    del team, subject_id
    watch = await watches.get(tx, params["watch_id"])
    start, end = params["period"]
    paper_id = await papers.add(tx, made.name, made.content, made.media)
    for person in await readers(tx, params):
        tell(
            tx,
            person,
            "paper",
            text=f"report-paper-{params['kind']}",
            watch=watch.name,
            period={"period": [start, end]},
            paper=paper_id,
        )


async def give_up(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever was to get the report that it cannot be made."""
    del team, subject_id
    watch = await watches.get(tx, params["watch_id"])
    for person in await readers(tx, params):
        tell(tx, person, "notice", text="report-not-made", watch=watch.name)
