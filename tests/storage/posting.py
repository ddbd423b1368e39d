"""A Telegram of a few lines, and what is sent to it: for tests of the dispatcher alone."""

import re
from zoneinfo import ZoneInfo

from bot.catalog import load
from bot.domain.messages import Outgoing
from bot.domain.team import Team
from storage.outbox import queue
from storage.tables import outbox

TEAM = Team(load(None), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", -100)


class Post:
    """A Telegram of a few lines: it answers with what the test has put down, else with a number."""

    def __init__(self):
        self.trouble, self.calls = [], []

    async def call(self, method, params):
        self.calls.append((method, dict(params)))
        if self.trouble:
            error = self.trouble.pop(0)
            if error is not None:
                raise error
        return {"message_id": len(self.calls)}

    @property
    def commands(self):
        return [re.findall(r"/(\w+)", params["text"])[0] for _, params in self.calls]


async def queued(database, *commands, chat_id=5, kind="answer", **more):
    async with database.begin() as tx:
        for command in commands:
            said = {"text": "refused-unknown-command", "command": command}
            queue(tx, Outgoing(kind, chat_id, params=said | more))


async def works(dispatcher):
    """Send what may go at this instant, and record it; returns when to look again."""
    while True:
        again = await dispatcher.step()
        if dispatcher.is_idle and (again is None or again > dispatcher.turned_at):
            return again
        await dispatcher.landed()


async def rows(database):
    async with database.begin() as tx:
        return await tx.all(outbox.select().order_by(outbox.c.id))
