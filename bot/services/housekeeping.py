"""What is forgotten, and when."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.domain.team import Team
from storage import updates
from storage.database import Tx

FORGET = "forget"
# Telegram keeps an update for a day; a week covers every repetition with room to spare.
SEEN_FOR = timedelta(days=7)


async def forget(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Forget the numbers of updates that cannot come again, and failures a week old."""
    del team, subject_id, params
    await updates.forget_before(tx, tx.now - SEEN_FOR)
