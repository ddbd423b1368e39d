"""Searching in what was written about incidents."""

from bot.domain.people import Role
from bot.services import search
from handlers.registry import Button, Command, Context


async def find(context: Context) -> None:
    """/search and words: the incidents in which they occur; the answer is private."""
    await search.show(context.tx, context.person, context.tell, context.words)
    if not context.is_private:
        context.answer("answered-in-private")


COMMANDS = (Command("search", "tim", Role.RESPONDER, find),)
BUTTONS: tuple[Button, ...] = ()
