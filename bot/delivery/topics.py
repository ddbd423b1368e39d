"""What an answer of Telegram tells about the topics of incidents, beside the message itself."""

from datetime import timedelta
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Row
from telegram.error import TelegramError

from bot.delivery.calls import Result
from bot.delivery.ready import Ready
from bot.delivery.verdict import Verdict, judge
from bot.domain.messages import TOPIC_OPS, Op
from bot.domain.team import Team
from bot.services import forum
from storage.database import Tx
from storage.forum import written_in
from storage.outbox import HOPELESS

# Telegram tells of a topic that was opened; one that is known is not opened again.
HEARSAY = timedelta(seconds=3)
# A card waits so long for its topic; later it is brought there once more.
PATIENCE = timedelta(seconds=30)
TOO_MANY = "too many topics"


def judged(ready: Ready, error: TelegramError) -> Verdict:
    """Return what an error means; too many topics at once are no reason to say nothing else."""
    verdict = judge(error, ready.row.attempts + 1)
    if ready.move is None or not verdict.holds_chat:
        return verdict
    return replace(verdict, reason=TOO_MANY, holds_chat=False)


def time_to_hear(row: Row[Any], wait: timedelta) -> timedelta:
    """Return when to try again what may have happened: a topic that did is told of meanwhile."""
    return max(wait, HEARSAY) if row.op == Op.OPEN_TOPIC else wait


def is_waited_for(row: Row[Any], wait: timedelta) -> bool:
    """Whether what is younger keeps its place behind a row that is to be tried again."""
    return row.attempts < HOPELESS and not (row.op in TOPIC_OPS and wait > PATIENCE)


async def arrived(tx: Tx, team: Team, result: Result) -> None:
    """Keep what was done to a topic, in which one a message now is, and whether there are any."""
    ready, row = result.ready, result.ready.row
    if result.is_forum is not None and row.chat_id == team.chat_id:
        await forum.learn(tx, team, row.chat_id, is_forum=result.is_forum)
    if ready.move is not None:
        await forum.moved(tx, row, ready.move, result.message_id)
    elif ready.thread_id not in (None, row.thread_id):
        await written_in(tx, row.id, ready.thread_id)


async def shut(tx: Tx, team: Team, result: Result) -> None:
    """Learn it when a message could not be put where it belongs; it goes elsewhere."""
    thread_id, reason = result.ready.thread_id, result.verdict.reason
    if thread_id is not None and reason in (forum.GONE, forum.CLOSED):
        await forum.shut_out(tx, team, result.ready.row.chat_id, thread_id, reason)
