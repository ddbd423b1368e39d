"""The board (bảng tiến độ) of a campaign in the team's group: one message, changed in place."""

from datetime import timedelta
from typing import Any

from bot.domain.campaign import CampaignState
from bot.domain.messages import Op, Outgoing
from bot.domain.team import Team
from bot.services.messages import queue, tell_team
from storage import campaigns, outbox, shown
from storage.database import Tx

BOARD = "campaign-board"
# A thousand agencies answer in one morning: the board follows, it does not run along.
SETTLES = timedelta(seconds=5)


async def post(tx: Tx, team: Team, campaign_id: int) -> None:
    """Put the board into the group, unless it stands there already."""
    if await _standing(tx, team, campaign_id) is None:
        tell_team(tx, team, BOARD, campaign_id)


async def again(tx: Tx, team: Team, campaign_id: int) -> None:
    """Put the board into the group once more, below all that was said since."""
    tell_team(tx, team, BOARD, campaign_id)


async def refresh(tx: Tx, team: Team, campaign_id: int) -> None:
    """Let the board show how the campaign stands; many changes in a short while are one edit."""
    row = await _standing(tx, team, campaign_id)
    if row is None or row.state == outbox.PENDING:
        return
    to: dict[str, Any] = {"op": Op.EDIT, "target_id": row.id, "key": f"edit:{row.id}"}
    edit = Outgoing(BOARD, row.chat_id, None, campaign_id, row.params, after=SETTLES, **to)
    queue(tx, edit)


async def refresh_all(tx: Tx, team: Team) -> None:
    """Let the boards of all open campaigns follow the calendar."""
    for campaign in await campaigns.in_states(tx, (CampaignState.OPEN,)):
        await refresh(tx, team, campaign.id)


async def _standing(tx: Tx, team: Team, campaign_id: int) -> Any:  # noqa: ANN401 a row, or None
    rows = await shown.about(tx, (BOARD,), (campaign_id,))
    own = [row for row in rows if row.chat_id == team.chat_id]
    return own[-1] if own else None
