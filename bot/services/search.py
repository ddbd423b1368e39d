"""Finding incidents by words that were written about them, with accents or without."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.domain.indicators import disarmed
from bot.domain.people import Person
from bot.domain.search import excerpt, terms
from bot.domain.team import Team
from bot.services import confidence
from bot.services.drill_words import kind_of
from bot.services.listings import Answer
from bot.services.messages import instant
from storage import due, incidents, search
from storage.database import Tx
from storage.due import Due

INDEX = "search-index"
SHOWN = 10
LOOKED_AT = 200
PAUSE = timedelta(seconds=1)


async def show(tx: Tx, person: Person, answer: Answer, words: str) -> None:
    """Answer with the incidents in which all the words occur, the newest find of each.

    What somebody need not know of is not found by them.
    """
    wanted = terms(words)
    whole = await search.bring_up_to_date(tx)
    newest: dict[int, tuple[str, int]] = {}
    for row in await search.find(tx, wanted, LOOKED_AT):
        newest.setdefault(row.incident_id, (row.kind, row.source_id))
    for each in await confidence.unseen(tx, person, newest):
        del newest[each]
    if not newest:
        answer("search-none" if whole else "search-none-yet", words=words[:60])
        return
    shown = dict(list(newest.items())[:SHOWN])
    texts = {
        kind: await search.texts_of(tx, kind, [i for k, i in shown.values() if k == kind])
        for kind in {kind for kind, _ in shown.values()}
    }
    lines = [
        await _line(tx, incident_id, disarmed(excerpt(texts[kind].get(source_id, ""), wanted)))
        for incident_id, (kind, source_id) in shown.items()
    ]
    more = {"text": "search-more"} if len(newest) > SHOWN or not whole else ""
    answer("search-found", words=words[:60], lines={"lines": lines}, more=more)


async def _line(tx: Tx, incident_id: int, said: str) -> dict[str, Any]:
    incident = await incidents.get(tx, incident_id)
    return {
        "text": "search-line",
        "code": incident.code,
        "kind": kind_of(incident.kind, drill=incident.drill),
        "status": {"status": incident.status.value},
        "since": instant(incident.opened_at),
        "said": said or "—",
    }


async def index_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Take in what nobody has searched in yet, a part at a time so that no page has to wait."""
    del team, params
    if not await search.bring_up_to_date(tx):
        await due.schedule(tx, Due(INDEX, subject_id + 1, tx.now + PAUSE))
