"""What follows when a published watch has changed: its pages at once, its picture once it settles.

The picture that is pinned in the group is drawn anew when nothing has changed for a while.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.domain.team import Team
from bot.domain.watch import WatchState
from bot.services import rosters, watch_page
from storage import due, watches
from storage.database import Tx
from storage.due import Due

CHANGED, SETTLED = "watch-changed", "watch-settled"  # about a watch
SETTLES = timedelta(minutes=10)


async def changed(tx: Tx, watch_id: int | None, *, redraw: bool = True) -> None:
    """Let everything that shows a watch follow; to be called whenever its shifts change.

    Without `redraw` the picture waits for a greater change, as after a single confirmation.
    """
    if watch_id is None:
        return
    await due.schedule(tx, Due(CHANGED, watch_id, tx.now))
    if redraw:
        await due.schedule(tx, Due(SETTLED, watch_id, tx.now + SETTLES))


async def stop(tx: Tx, watch_id: int) -> None:
    """Draw nothing more of a watch; the pages that leads have open still follow."""
    await due.drop(tx, SETTLED, watch_id)
    await due.schedule(tx, Due(CHANGED, watch_id, tx.now))


async def show_changed(tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any]) -> None:
    """Let the pages that leads have open show the watch as it is now."""
    del params
    await watch_page.follow(tx, team, watch_id)


async def redraw(tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any]) -> None:
    """Have the picture in the group replaced; what is over stays as it was."""
    del params
    watch = await watches.get(tx, watch_id)
    if watch.state is WatchState.PUBLISHED and watch.end > tx.now:
        await rosters.order_anew(tx, team, watch)
