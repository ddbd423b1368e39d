"""Test pages: before a watch everybody proves that a page reaches them; who is silent is named."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.roster import ShiftState
from bot.domain.team import Team
from bot.domain.watch import Watch, WatchState
from bot.services.messages import instant, leads, tell
from bot.services.paging import can_be_paged
from storage import due, people, shifts, test_pages, watches
from storage.database import Tx
from storage.due import Due
from storage.test_pages import TestPage
from storage.watchlog import LogLine, enter

OVER = "test-pages-over"  # about the first page of those sent together
CHANNEL = "telegram"
_AHEAD = timedelta(days=366)


async def send_due(tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any]) -> None:
    """Send the test page before a watch; none once it is over or called off."""
    del params
    watch = await watches.get(tx, watch_id)
    if watch.state is WatchState.PUBLISHED and tx.now < watch.end:
        await send_all(tx, team, watch)


async def send_all(tx: Tx, team: Team, watch: Watch) -> int:
    """Test everybody who still has a shift of a watch; returns how many were tried."""
    found = [
        one
        for one in await shifts.of_watch(tx, watch.id)
        if one.end > tx.now and one.state is not ShiftState.DRAFT
    ]
    known = await people.of_ids(tx, sorted({one.person_id for one in found}))
    watchers = [person for person in known.values() if person.active]
    sent = [await _send(tx, team, person, watch) for person in watchers]
    if sent:
        at = tx.now + team.catalog.watch.policy.test_within
        await due.schedule(tx, Due(OVER, sent[0], at))
    await enter(tx, LogLine("test-pages", watch.id, details={"count": len(sent)}))
    await _name_lost(tx, [one for one in watchers if not can_be_paged(one)], watch)
    return len(sent)


async def send_one(tx: Tx, team: Team, person: Person) -> None:
    """Test whether a page reaches somebody who asks for it."""
    await _send(tx, team, person, None)


async def _send(tx: Tx, team: Team, person: Person, watch: Watch | None) -> int:
    until = tx.now + team.catalog.watch.policy.test_within
    watch_id = None if watch is None else watch.id
    page_id = await test_pages.add(tx, person.id, until, watch_id=watch_id, channel=CHANNEL)
    key = {"label": "button-test-page", "data": f"testpage:{page_id}", "style": "success"}
    said: dict[str, Any] = {"until": instant(until), "keys": [[key]]}
    if watch is None:
        tell(tx, person, "test-page", page_id, text="test-page-own", **said)
    else:
        tell(tx, person, "test-page", page_id, text="test-page", watch=watch.name, **said)
    return page_id


async def _name_lost(tx: Tx, lost: Iterable[Person], watch: Watch) -> None:
    names = [person.name for person in lost]
    said: dict[str, Any] = {"names": {"list": names}, "count": len(names), "watch": watch.name}
    for lead in await leads(tx) if names else ():
        tell(tx, lead, "alarm", text="test-pages-lost", **said)


async def answer(tx: Tx, person: Person, page_id: int) -> TestPage:
    """Remember that a test page has reached its reader; the leads hear of a late one."""
    page = await test_pages.find(tx, page_id)
    if page is None or page.person_id != person.id:
        raise Refused("refused-no-test-page")
    if not await test_pages.answer(tx, page_id):
        raise Refused("refused-test-page-done")
    if page.watch_id is not None and tx.now > page.answer_by:
        watch = await watches.get(tx, page.watch_id)
        for lead in await leads(tx):
            if lead.id != person.id:
                said: dict[str, Any] = {"name": person.name, "watch": watch.name}
                tell(tx, lead, "notice", text="test-page-late", at=instant(tx.now), **said)
    return page


async def over(tx: Tx, team: Team, page_id: int, params: Mapping[str, Any]) -> None:
    """The time to answer is over: the leads get a table of who did and when."""
    del team, params
    first = await test_pages.find(tx, page_id)
    if first is None or first.watch_id is None:
        return
    watch = await watches.get(tx, first.watch_id)
    pages = await test_pages.together(tx, first)
    known = await people.of_ids(tx, [page.person_id for page in pages])
    silent = [known[page.person_id].name for page in pages if page.answered_at is None]
    details = {"silent": silent, "count": len(pages)}
    await enter(tx, LogLine("test-pages-over", watch.id, details=details))
    said: dict[str, Any] = {
        "watch": watch.name,
        "lines": {"lines": _table(pages, known)},
        "answered": len(pages) - len(silent),
        "count": len(pages),
        "silent": {"list": silent},
    }
    for lead in await leads(tx):
        if silent:
            tell(tx, lead, "alarm", text="test-pages-silent", **said)
        else:
            tell(tx, lead, "notice", text="test-pages-fine", **said)


def _table(pages: Sequence[TestPage], known: Mapping[int, Person]) -> list[dict[str, Any]]:
    """Return a line for each page: name, channel, and when it was answered or why it was not."""
    return [_line(page, known[page.person_id]) for page in pages]


def _line(page: TestPage, person: Person) -> dict[str, Any]:
    channel = {"text": f"channel-{page.channel}"}
    if page.answered_at is None:
        text = "test-line-silent" if can_be_paged(person) else "test-line-lost"
        return {"text": text, "name": person.name, "channel": channel}
    return {
        "text": "test-line-answered",
        "name": person.name,
        "channel": channel,
        "at": instant(page.answered_at),
        "after": {"duration": int((page.answered_at - page.sent_at).total_seconds())},
    }


async def coming_watch(tx: Tx) -> Watch:
    """Return the watch that runs, else the next one; Refused when none is published."""
    found = await watches.touching(tx, tx.now, tx.now + _AHEAD, (WatchState.PUBLISHED,))
    if not found:
        raise Refused("refused-no-watch")
    return found[0]
