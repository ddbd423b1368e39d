"""The team's group is gone, or the bot may not pin there: whoever leads must know of it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import Row

from bot.domain.team import Team
from bot.services.messages import leads, tell
from storage import due, pins
from storage.database import Tx
from storage.due import Due

GROUP_LOST = "group-lost"
SAID_AGAIN_AFTER = timedelta(hours=24)


async def lost(tx: Tx) -> None:
    """See to it that the leads hear of it, once a day at most."""
    told_at = await due.last_done(tx, GROUP_LOST, 0)
    if told_at is None or told_at + SAID_AGAIN_AFTER <= tx.now:
        await due.schedule(tx, Due(GROUP_LOST, 0, tx.now))


async def cannot_pin(tx: Tx, row: Row[Any]) -> None:
    """Tell the leads that the bot may not pin there: once, until it has been able to again."""
    if not await pins.was_refused(tx, row):
        for lead in await leads(tx):
            tell(tx, lead, "notice", text="pin-no-right")


async def tell_lost(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell the leads that the group no longer gets anything."""
    del team, subject_id, params
    for lead in await leads(tx):
        tell(tx, lead, "notice", text="group-lost")
