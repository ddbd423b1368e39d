"""A reaction below a message of the group: it highlights that line of the timeline."""

from bot.domain import highlights as rules
from bot.domain.people import Role, may
from bot.services import highlights, incidents
from handlers.incoming import Reaction
from handlers.registry import Context


async def reacted(context: Context, reaction: Reaction) -> None:
    """A member's ✍ or ⚡, put on or taken off; everything else is talk."""
    put_on = rules.change(reaction.signs_before, reaction.signs)
    if put_on is None or not may(context.person, Role.RESPONDER):
        return
    tx, person, chat_id = context.tx, context.person, reaction.chat.id
    found = await highlights.change(tx, person, chat_id, reaction.message_id, put_on=put_on)
    if found is not None:
        await incidents.give_sign(tx, context.team, person, found)
