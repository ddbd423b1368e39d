"""What is forgotten, and when."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.domain.team import Team
from storage import case_forms, papers, reply_codes, updates
from storage.database import Tx

FORGET = "forget"
# Telegram keeps an update for a day; a week covers every repetition with room to spare.
SEEN_FOR = timedelta(days=7)
PAPERS_FOR = timedelta(days=7)


async def forget(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Forget the numbers of updates that cannot come again; failures, papers, codes a week old.

    So are answers for an official paper that was left unfinished.
    """
    del team, subject_id, params
    await updates.forget_before(tx, tx.now - SEEN_FOR)
    await papers.forget(tx, tx.now - PAPERS_FOR)
    await case_forms.forget_left(tx, tx.now - PAPERS_FOR)
    await reply_codes.forget(tx)
