"""Which call to a watcher their words answer: the one they reply to, else the newest open one."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row

from bot.domain.messages import KINDS, Subject
from bot.domain.people import Person
from bot.services import meaning, missing, paging, signs
from storage import incidents, outbox, shifts, test_pages
from storage.database import Tx

CALLS = ("shift-call", "shift-still", "shift-missing", "test-page")


async def replied(tx: Tx, chat_id: int, message_id: int) -> Mapping[str, str]:
    """Return the buttons of the message somebody replies to, by verb; none when it has none."""
    row = await outbox.by_message(tx, chat_id, message_id)
    return {} if row is None else _buttons(row)


async def newest(tx: Tx, person: Person, chat_id: int) -> Mapping[str, str]:
    """Return the buttons of the call that bare words answer; a page that rings comes first."""
    row = await outbox.newest_sent(tx, (*CALLS, *meaning.ASKS), chat_id)
    if row is None or row.kind not in CALLS or not await _is_open(tx, row):
        return {}
    return {} if await _rings(tx, person, chat_id) else _buttons(row)


def _buttons(row: Row[Any]) -> Mapping[str, str]:
    """Return what each button of a message sends, by its verb; only the verb if several have it."""
    found: dict[str, str] = {}
    for line in row.params.get("keys", ()):
        for data in (key["data"] for key in line if "data" in key):
            verb = data.partition(":")[0]
            found[verb] = verb if found.get(verb, data) != data else data
    return found


async def _is_open(tx: Tx, row: Row[Any]) -> bool:
    kind = KINDS.get(row.kind)
    if kind is None:
        return False
    if kind.subject is not Subject.SHIFT:
        page = await test_pages.find(tx, row.subject_id)
        return page is not None and page.answered_at is None
    shift = await shifts.find(tx, row.subject_id)
    if shift is None or shift.end <= tx.now or kind.past(shift, row.params) is not None:
        return False
    if row.kind == "shift-missing":
        return bool(await missing.of_watch_now(tx, shift.watch_id or 0))
    return row.kind != "shift-still" or await signs.is_asked(tx, shift)


async def _rings(tx: Tx, person: Person, chat_id: int) -> bool:
    """Tell whether a page calls this person to an incident that nobody has."""
    incident_id = await meaning.last_page(tx, chat_id)
    if incident_id is None:
        return False
    incident = await incidents.get(tx, incident_id)
    if await paging.has_declined(tx, incident_id, person.id):
        return False
    return await meaning.is_called(tx, incident, person)
