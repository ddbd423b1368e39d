"""The desk: who is this, what do they want, may they, and which function does it.

Deny by default: only declared commands and buttons are reachable, each with its least role, and
every press is checked again when it arrives.
"""

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from inspect import signature
from typing import Any

from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.flood import Flood, Standing
from bot.domain.health import Process
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.services import arrivals, group, messages, signs
from bot.services.arrivals import Account
from bot.services.messages import Tx
from handlers import conversation, forum, highlights
from handlers.incoming import Membership, Message, Press, Reaction, Update, User, command_of
from handlers.registry import Button, Command, Context, Where

logger = logging.getLogger(__name__)

NUMBERS = ("_id", "_number")  # how parameters of buttons end that are numbers
_GONE = frozenset({"kicked", "left"})
_NUMBER = re.compile(r"[0-9]{1,18}")
_REMEMBERED = 1_000  # updates; Telegram brings at most a hundred at a time
_TOO_LONG = re.compile(r"\d{19}")


class Desk:
    """Handles one raw update inside the transaction it is given."""

    def __init__(
        self,
        team: Team,
        commands: Sequence[Command],
        buttons: Sequence[Button],
        process: Callable[[], Process] | None = None,
    ) -> None:
        self._team = team
        self._commands = {name: c for c in commands for name in (c.name, c.alias)}
        self._buttons = {button.verb: button for button in buttons}
        self._params = {"commands": tuple(commands), "process": process}
        self._flood = Flood()
        self._standings: dict[int, Standing] = {}

    async def handle(self, tx: Tx, raw: Mapping[str, Any]) -> None:
        """Have the update's effects; raises Refused when the rule says no."""
        update = Update.model_validate(raw)
        if update.callback_query is not None:
            await self._pressed(tx, update, update.callback_query)
        elif update.my_chat_member is not None:
            await self._membership(tx, update.my_chat_member)
        elif update.message is not None:
            await self._written(tx, update, update.message)
        elif update.edited_message is not None and self._is_heard(update.edited_message):
            await self._edited(tx, update, update.edited_message)
        elif update.message_reaction is not None:
            await self._reacted(tx, update, update.message_reaction)

    async def refuse(self, tx: Tx, raw: Mapping[str, Any], refused: Refused) -> None:
        """Tell the person why nothing happened, where they wrote or pressed."""
        await self._say(tx, raw, refused.text_id, refused.params)

    async def apologise(self, tx: Tx, raw: Mapping[str, Any], failure_id: int) -> None:
        """Tell the person that it went wrong, with the number to ask about."""
        await self._say(tx, raw, "apology", {"number": failure_id})

    async def _say(
        self, tx: Tx, raw: Mapping[str, Any], text: str, params: Mapping[str, Any]
    ) -> None:
        update = Update.model_validate(raw)
        sender = update.sender
        if sender is None or sender.is_bot:
            return
        person = await arrivals.known(tx, self._team, _account(sender))
        await self._seen(tx, person)
        said = {"text": text, "language": person.language, **params}
        if update.callback_query is not None:
            messages.toast(tx, update.callback_query.id, person, {**said, "alert": True})
            return
        where = update.message or update.edited_message
        if where is None or not (where.is_private or where.chat.id == self._team.chat_id):
            return
        reply_to = None if where.is_private else where.message_id
        person_id = person.id or None if where.is_private else None
        answer = Outgoing("answer", where.chat.id, person_id, params=said, reply_to=reply_to)
        messages.queue(tx, replace(answer, thread_id=where.topic_id))

    async def _pressed(self, tx: Tx, update: Update, press: Press) -> None:
        person = await arrivals.known(tx, self._team, _account(press.sender))
        verb, *args = press.data.split(":")
        button = self._buttons.get(verb)
        if button is None:
            raise Refused("refused-unknown-button")
        self._check(person, button.least, **self._enrolment(person))
        if not _is_ours(button, args):
            raise Refused("refused-unknown-button")
        context = Context(tx, self._team, update, person, params=self._params)
        await button.run(context, *args)
        await self._seen(tx, person)
        context.toast("")

    async def _membership(self, tx: Tx, membership: Membership) -> None:
        gone = membership.new_chat_member.status in _GONE
        if membership.chat.type == "private":
            await arrivals.reached(tx, membership.sender.id, reachable=not gone)
        elif membership.chat.id == self._team.chat_id:
            await (group.lost(tx) if gone else forum.joined(tx, self._team, membership))
        elif not gone:
            person = await arrivals.known(tx, self._team, _account(membership.sender))
            if may(person, Role.ADMIN):
                found, title = str(membership.chat.id), membership.chat.title or ""
                messages.tell(tx, person, "answer", text="group-id", group=found, title=title)

    async def _written(self, tx: Tx, update: Update, message: Message) -> None:
        if message.migrate_to_chat_id is not None:
            await arrivals.move_group(tx, self._team, message.chat.id, message.migrate_to_chat_id)
            return
        sender, is_team = message.sender, message.chat.id == self._team.chat_id
        if is_team:
            await forum.noticed(tx, self._team, message)
        if sender is None or sender.is_bot:
            return
        if message.is_private:
            await self._in_private(tx, update, message, sender)
        elif is_team:
            person = await arrivals.known(tx, self._team, _account(sender))
            context = Context(tx, self._team, update, person, params=self._params)
            if not await self._command(context, message):
                await conversation.said_in_team(context)
            await self._seen(tx, person)

    def _standing(self, update_id: int, sender: User, now: datetime) -> Standing:
        """Count an update once, also when its batch is rolled back and done again."""
        if update_id not in self._standings:
            self._standings[update_id] = self._flood.count(sender.id, now)
            if len(self._standings) > _REMEMBERED:
                del self._standings[next(iter(self._standings))]
        return self._standings[update_id]

    def _is_too_much(self, update: Update, sender: User, now: datetime) -> bool:
        """Count what somebody sends or edits; the first one over the limit is refused aloud."""
        standing = self._standing(update.update_id, sender, now)
        if standing.is_first_over:
            raise Refused("refused-too-fast", wait={"duration": standing.seconds})
        return standing.is_over

    async def _in_private(self, tx: Tx, update: Update, message: Message, sender: User) -> None:
        if self._is_too_much(update, sender, tx.now):
            return
        person = await arrivals.arrive(tx, self._team, _account(sender))
        context = Context(tx, self._team, update, person, params=self._params)
        if person.blocked:
            await conversation.blocked(context)
        elif not await self._command(context, message):
            await conversation.private(context)
        await self._seen(tx, person)

    async def _seen(self, tx: Tx, person: Person) -> None:
        """Whatever a member does shows that they are there, should they be on watch.

        The deed itself never depends on that.
        """
        mine = await signs.standing(tx, person) if may(person, Role.RESPONDER) else ()
        if not mine:
            return
        try:
            async with tx.apart():
                await signs.seen(tx, self._team, person, mine)
        except Exception:  # an edge: a lost sign of life is asked for again, a lost deed is not
            logger.exception("sign-of-life-lost", extra={"person_id": person.id})

    def _is_heard(self, message: Message) -> bool:
        return message.is_private or message.chat.id == self._team.chat_id

    async def _edited(self, tx: Tx, update: Update, message: Message) -> None:
        if message.sender is None:
            return
        person = await arrivals.known(tx, self._team, _account(message.sender))
        if not person.id or person.blocked:
            return
        # As with messages, only what is written in private counts.
        if message.is_private and self._is_too_much(update, message.sender, tx.now):
            return
        await conversation.edited(Context(tx, self._team, update, person))

    async def _reacted(self, tx: Tx, update: Update, reaction: Reaction) -> None:
        # An administrator who hides their name reacts as the group itself, and highlights nothing.
        if reaction.user is None or reaction.chat.id != self._team.chat_id:
            return
        person = await arrivals.known(tx, self._team, _account(reaction.user))
        await highlights.reacted(Context(tx, self._team, update, person), reaction)
        await self._seen(tx, person)

    async def _command(self, context: Context, message: Message) -> bool:
        """Run a command if the message is one; an unknown one is answered in private only."""
        found = command_of(message.words, self._team.bot_username)
        if found is None:
            return False
        name, context.words = found
        command = self._commands.get(name)
        if command is None:
            if message.is_private:
                raise Refused("refused-unknown-command", command=name[:32])
            return True
        self._check(context.person, command.least)
        if command.where is Where.PRIVATE and not message.is_private:
            raise Refused("refused-only-in-private", command=name)
        await command.run(context)
        return True

    def _check(self, person: Person, least: Role, **more: str) -> None:
        if person.blocked:
            raise Refused("refused-blocked")
        if not may(person, least):
            raise Refused("refused-not-allowed", role={"role": least.value}, **more)

    def _enrolment(self, person: Person) -> dict[str, str]:
        """Return where a press leads somebody who is not enrolled: to the bot, which says how."""
        if may(person, Role.STAFF) or not self._team.bot_username:
            return {}
        return {"url": f"https://t.me/{self._team.bot_username}?start=enrol"}


def _account(user: User) -> Account:
    return Account(user.id, user.full_name, user.username, user.language_code)


def _is_ours(button: Button, args: Sequence[str]) -> bool:
    """Tell whether a button of ours can have such arguments: as many, and numbers where due."""
    try:
        given = signature(button.run).bind(None, *args).arguments
    except TypeError:
        return False
    numbers = [text for name, text in given.items() if name.endswith(NUMBERS)]
    # Longer numbers do not fit into the databases' columns.
    return all(map(_NUMBER.fullmatch, numbers)) and not any(map(_TOO_LONG.search, args))
