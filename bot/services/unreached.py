"""A call to a watcher that Telegram refuses for good: the leads hear of it at once, by name."""

from collections.abc import Mapping
from typing import Any

from bot.domain.team import Team
from bot.services import elsewhere
from bot.services.messages import leads, tell, tell_team
from bot.services.paging import reason_text
from storage import people, watchlog
from storage.database import Tx
from storage.watchlog import LogLine

CALL_REFUSED = "call-refused"  # written by the dispatcher
# Everything else that calls a watcher is about somebody who is missing.
_CALLS = {
    "shift-call": "unreached-checkin",
    "still-there": "unreached-still",
    "test-page": "unreached-test",
    "test-page-own": "unreached-test",
}


async def call_refused(tx: Tx, team: Team, outbox_id: int, params: Mapping[str, Any]) -> None:
    """Tell leads and group whom Telegram cannot reach, and what they were called for."""
    await elsewhere.instead_of(tx, team, outbox_id)
    person = await people.get(tx, params["person_id"])
    said: dict[str, Any] = {
        "name": person.name,
        "reason": {"text": reason_text(params["reason"])},
        "call": {"text": _CALLS.get(params["text"], "unreached-missing")},
    }
    details = {"call": params["text"], "reason": params["reason"]}
    await watchlog.enter(tx, LogLine("unreached", person_id=person.id, details=details))
    for lead in await leads(tx):
        if lead.id != person.id:
            tell(tx, lead, "alarm", text="unreached", **said)
    tell_team(tx, team, "notice", text="unreached", **said)
