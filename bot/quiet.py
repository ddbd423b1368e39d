"""What the program does for itself while nobody waits for it, so that nobody has to later."""

import asyncio
import gc
import logging
import sqlite3
from datetime import datetime, timedelta

from bot.delivery.rehearsal import rehearse
from bot.domain.team import Team
from storage.database import Database

logger = logging.getLogger(__name__)

# What is written follows closely what was written before, or nothing does for long.
QUIET = timedelta(seconds=0.5)
# What has failed, as with a full disk, fails again for long; a commit does it as well in between.
TRIED_AGAIN = timedelta(seconds=30)
# Objects that are new are looked through for garbage when there are so many: about a millisecond.
YOUNG = 5_000


async def settle_in(database: Database, team: Team) -> None:
    """Practise the first report, then look for garbage for the first time since the start."""
    try:
        await rehearse(database, team)
    except Exception:  # an edge: what only practises must not end the program
        logger.exception("rehearsal-failed")
    # What is here now stays: nobody need search it for garbage again, which takes 0.1 s.
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)
    gc.enable()


class Tidying:
    """The loop that has the database tidied up when nothing has changed for a moment."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.woken = asyncio.Event()
        database.on_change = self.woken.set

    async def step(self) -> datetime | None:
        """Tidy up if it is time; returns when to look again, None until something changes."""
        changed_at, now = self._database.changed_at, self._database.now()
        if changed_at is None:
            return None
        # A clock that was set back must not put it off.
        if changed_at <= now < changed_at + QUIET:
            return changed_at + QUIET
        try:
            await self._database.tidy()
        except sqlite3.Error as error:
            logger.warning("tidying-failed", extra={"error": str(error)})
            return now + TRIED_AGAIN
        return None
