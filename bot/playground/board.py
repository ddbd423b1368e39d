"""Everything the page shows, as JSON: people, chats with their newest messages, menus."""

import json
import secrets
from typing import Any

from bot.playground import icons
from bot.playground.accounts import Bot, User
from bot.playground.chats import Chat, Message
from bot.playground.far_people import shown
from bot.playground.stage import Stage

Json = dict[str, Any]

AT_FIRST = 80
AT_ONCE = 200
PASSED_ON = frozenset(
    {"message", "edited_message", "deleted", "unpinned", "press", "toast", "reaction", "action"}
    | {"clock", "backstage", "story", "trouble", "newcomer"}
)
MEMBERSHIP = {"my_chat_member", "chat_member"}


class Board:
    """One stage as the page sees it; `world` changes when everything has begun anew."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._playground = stage.playground
        self.world = secrets.token_hex(8)

    def everything(self) -> Json:
        """Return all there is, with the newest messages of each chat."""
        playground, stage = self._playground, self._stage
        roles = {user.id: role for role, user in stage.cast.items()}
        people = [user for user in playground.users.values() if not user.is_bot]
        return {
            "world": self.world,
            "seq": playground.events.last,
            "at": playground.now(),
            "zone": stage.zone,
            "cast": [user.id for user in stage.cast.values()],
            "people": [user.as_json() | {"role": roles.get(user.id)} for user in people],
            "bots": [bot.user.as_json() for bot in playground.bots.values()],
            "groups": [self._group(group) for group in playground.groups.values()],
            "icons": icons.IDS,
            "chats": [self._chat(chat) for chat in self._chats()],
        }

    def older(self, chat: Chat, before: int) -> Json:
        """Return a chat's messages before one, the newest of them, oldest first."""
        return self._page([each for each in self._seen(chat) if each.id < before], AT_ONCE)

    def menu(self, bot: Bot, user: User, chat: Chat) -> list[Json]:
        """Return the commands that Telegram offers this person in this chat."""
        languages = (user.language_code or "", "")
        for scope in _scopes(user, chat):
            for language in languages:
                found = bot.commands.get((json.dumps(scope, sort_keys=True), language))
                if found:
                    return found
        return []

    def event(self, event: Json) -> Json | None:
        """Return an event as the page hears of it, or nothing when it does not concern it."""
        if event["kind"] == "queued":
            if event["update"] not in MEMBERSHIP:
                return None
            chats = [self._chat(chat, messages=False) for chat in self._chats()]
            return event | {"kind": "membership", "chats": chats}
        if event["kind"] not in PASSED_ON:
            return None
        if "message" in event:
            return event | {"message": _without_history(event["message"])}
        return event

    def _chats(self) -> list[Chat]:
        stage, playground = self._stage, self._playground
        for user in stage.cast.values():
            for bot in playground.bots.values():
                playground.private(user, bot)
        return [*playground.privates.values(), *playground.groups.values()]

    def _chat(self, chat: Chat, *, messages: bool = True) -> Json:
        known: Json = {
            "chat": chat.id,
            "bot": chat.bot.id if chat.bot else None,
            "started": chat.started,
            "blocked": chat.blocked,
            "pinned": chat.pinned,
        }
        return known | self._page(self._seen(chat), AT_FIRST) if messages else known

    def _group(self, group: Chat) -> Json:
        view = shown(group)
        if not isinstance(view, dict):
            raise TypeError(group)
        return view

    def _seen(self, chat: Chat) -> list[Message]:
        return self._playground.transcript(chat)

    def _page(self, messages: list[Message], count: int) -> Json:
        newest = messages[-count:]
        return {
            "messages": [_without_history(message.as_seen()) for message in newest],
            "more": len(newest) < len(messages),
        }


def _without_history(message: Json) -> Json:
    """What a message once said would make each edit longer than the last."""
    return {name: value for name, value in message.items() if name != "history"}


def _scopes(user: User, chat: Chat) -> list[Json]:
    """Return the scopes of commands that fit, the narrowest first."""
    own: Json = {"type": "chat", "chat_id": chat.id}
    if chat.is_private:
        return [own, {"type": "all_private_chats"}, {"type": "default"}]
    admin = chat.member(user).is_admin
    fitting: list[Json] = [
        {"type": "chat_member", "chat_id": chat.id, "user_id": user.id},
        *([{"type": "chat_administrators", "chat_id": chat.id}] if admin else []),
        own,
        *([{"type": "all_chat_administrators"}] if admin else []),
        {"type": "all_group_chats"},
        {"type": "default"},
    ]
    return fitting
