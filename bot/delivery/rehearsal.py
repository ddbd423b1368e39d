"""A report and its page, practised once after every start and taken back again.

The first real report then finds every statement built and every text read: it takes as long as
the hundredth. What is broken between a report and its page is in the log before anybody needs it.
"""

from contextlib import suppress

from bot.delivery.calls import call_for
from bot.delivery.ready import Ready, prepare
from bot.domain.people import Person, Role
from bot.domain.report import Draft
from bot.domain.team import Team
from bot.services.facts import Known
from bot.services.incidents import open_incident
from storage import outbox, people
from storage.database import Database, Tx

# A statement that comes for the second time is prepared; so is everything, the second time.
TIMES = 2
MOST = 50


class _TakenBackError(Exception):
    """Nothing of it may last."""


async def rehearse(database: Database, team: Team) -> int:
    """Return how many messages the practised reports would have sent; nothing of them remains."""
    ready = 0
    with suppress(_TakenBackError):
        async with database.begin(lasting=False) as tx:
            for _ in range(TIMES):
                ready += await _report(tx, team)
            raise _TakenBackError
    return ready


async def _report(tx: Tx, team: Team) -> int:
    """Open the gravest incident there is, and make all that would be sent about it ready."""
    citizen = await people.add(tx, Person(0, None, "—", Role.CITIZEN))
    worst = max(team.catalog.kinds, key=lambda kind: kind.severity)
    incident_id, _ = await open_incident(tx, team, citizen, Draft(worst.code, "—"))
    await tx.flush()
    known = Known()
    rows = [row for row in await outbox.pending(tx, MOST) if row.subject_id == incident_id]
    items = [await prepare(tx, team, row, known) for row in rows]
    for item in items:
        if isinstance(item, Ready):
            call_for(item)
    await outbox.claim(tx, [row.id for row in rows])
    for row in rows:
        await outbox.sent(tx, row.id, row.id, 0.0)
    return len(rows)
