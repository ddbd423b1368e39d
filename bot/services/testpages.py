"""Test pages: before a watch everybody proves that a page reaches them; who is silent is named."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from bot.domain.channels import TELEGRAM, ways
from bot.domain.errors import Refused
from bot.domain.messages import Outgoing
from bot.domain.people import Person
from bot.domain.roster import ShiftState
from bot.domain.team import Team
from bot.domain.watch import Watch, WatchState
from bot.services.calling import can_be_called, can_be_paged
from bot.services.elsewhere import queue_by
from bot.services.messages import instant, leads, tell
from storage import due, people, shifts, test_pages, watches
from storage.database import Tx
from storage.due import Due
from storage.test_pages import TestPage
from storage.watchlog import LogLine, enter

OVER = "test-pages-over"  # about the first page of those sent together
CHANNEL = TELEGRAM
_AHEAD = timedelta(days=366)


async def send_due(tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any]) -> None:
    """Send the test page before a watch; none once it is over or called off."""
    del params
    watch = await watches.get(tx, watch_id)
    if watch.state is WatchState.PUBLISHED and tx.now < watch.end:
        await send_all(tx, team, watch)


class Tried(Struct, frozen=True):
    """How many were sent a test page now, and how many still have time to answer one."""

    sent: int
    before: int = 0
    before_at: datetime | None = None

    @property
    def said(self) -> dict[str, Any] | str:
        """Who was left out, as a value of a text."""
        if self.before_at is None:
            return ""
        return {"text": "test-pages-before", "count": self.before, "at": instant(self.before_at)}


async def send_again(tx: Tx, team: Team, watch: Watch) -> Tried:
    """Test everybody a lead wants tested; Refused while all of them still have time to answer."""
    tried = await send_all(tx, team, watch)
    if not tried.sent and tried.before_at is not None:
        ago = {"duration": max(60, int((tx.now - tried.before_at).total_seconds()))}
        until = instant(tried.before_at + team.catalog.watch.policy.test_within)
        raise Refused("refused-test-pages-again", count=tried.before, ago=ago, until=until)
    return tried


async def send_all(tx: Tx, team: Team, watch: Watch) -> Tried:
    """Test everybody who still has a shift of a watch and does not have a test page already."""
    found = [
        one
        for one in await shifts.of_watch(tx, watch.id)
        if one.end > tx.now and one.state is not ShiftState.DRAFT
    ]
    known = await people.of_ids(tx, sorted({one.person_id for one in found}))
    running = await test_pages.running(tx, watch.id)
    asked = {page.person_id for page in running}
    watchers = [one for one in known.values() if one.active and one.id not in asked]
    before = len(asked & known.keys())
    tried = Tried(len(watchers), before, max((p.sent_at for p in running), default=None))
    if not watchers:
        return tried
    sent = [await _send(tx, team, person, watch) for person in watchers]
    at = tx.now + team.catalog.watch.policy.test_within
    await due.schedule(tx, Due(OVER, sent[0], at))
    await enter(tx, LogLine("test-pages", watch.id, details={"count": len(sent)}))
    await _name_lost(tx, [one for one in watchers if not can_be_called(team, one)], watch)
    return tried


async def send_one(tx: Tx, team: Team, person: Person) -> None:
    """Test whether a page reaches somebody who asks for it; Refused while one waits for them."""
    for page in await test_pages.running(tx, None, person.id):
        if page.answered_at is None and page.channel == CHANNEL:
            ago = {"duration": max(60, int((tx.now - page.sent_at).total_seconds()))}
            raise Refused("refused-test-page-again", ago=ago, until=instant(page.answer_by))
    page_id = await _send(tx, team, person, None)
    if ways(team.channels, person):
        at = tx.now + team.catalog.watch.policy.test_within
        await due.schedule(tx, Due(OVER, page_id, at))


async def _send(tx: Tx, team: Team, person: Person, watch: Watch | None) -> int:
    """Send a test page by every channel the person has; returns the first one's id."""
    first = await _by_telegram(tx, team, person, watch)
    until = tx.now + team.catalog.watch.policy.test_within
    watch_id = None if watch is None else watch.id
    for channel in ways(team.channels, person):
        page_id = await test_pages.add(tx, person.id, until, watch_id=watch_id, channel=channel)
        params = {"text": "test-page-own", "until": instant(until)}
        page = Outgoing("test-page", 0, person.id, page_id, params)
        queue_by(tx, channel, person, page)
    return first


async def _by_telegram(tx: Tx, team: Team, person: Person, watch: Watch | None) -> int:
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
    if first is None:
        return
    pages = await test_pages.together(tx, first)
    known = await people.of_ids(tx, [page.person_id for page in pages])
    if first.watch_id is None:
        lines = {"lines": _table(pages, known)}
        tell(tx, known[first.person_id], "notice", text="test-pages-own", lines=lines)
        return
    watch = await watches.get(tx, first.watch_id)
    answered = {page.person_id for page in pages if page.answered_at is not None}
    silent = [person.name for person in known.values() if person.id not in answered]
    details = {"silent": silent, "count": len(known)}
    await enter(tx, LogLine("test-pages-over", watch.id, details=details))
    said: dict[str, Any] = {
        "watch": watch.name,
        "lines": {"lines": _table(sorted(pages, key=_is_answered), known)},
        "answered": len(answered),
        "count": len(known),
    }
    for lead in await leads(tx):
        if silent:
            tell(tx, lead, "alarm", text="test-pages-silent", **said)
        else:
            tell(tx, lead, "notice", text="test-pages-fine", **said)


def _is_answered(page: TestPage) -> bool:
    return page.answered_at is not None


def _table(pages: Sequence[TestPage], known: Mapping[int, Person]) -> list[dict[str, Any]]:
    """Return a line for each page: name, channel, and when it was answered or why it was not."""
    return [_line(page, known[page.person_id]) for page in pages]


def _line(page: TestPage, person: Person) -> dict[str, Any]:
    channel = {"text": f"channel-{page.channel}"}
    if page.answered_at is None:
        is_there = page.channel != CHANNEL or can_be_paged(person)
        text = "test-line-silent" if is_there else "test-line-lost"
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
