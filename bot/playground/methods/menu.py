"""What a bot says of itself: its commands per scope and language, its name and descriptions."""

import json
import re

from bot.playground import access
from bot.playground.methods.call import Call, Json
from bot.playground.methods.registry import method
from bot.playground.refusals import bad_request

COMMANDS_LIMIT = 100
TEXT_LIMIT = 256
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"(?:[a-z]{2})?")
SCOPES = {
    "all_chat_administrators",
    "all_group_chats",
    "all_private_chats",
    "chat",
    "chat_administrators",
    "chat_member",
    "default",
}
LIMITS = {"name": 64, "description": 512, "short_description": 120}


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    """Replace the menu of one scope and language."""
    commands: list[Json] = call.values["commands"]
    if len(commands) > COMMANDS_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for each in commands:
        if not COMMAND.fullmatch(str(each.get("command", "")).removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(each.get("description", ""))) <= TEXT_LIMIT:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    call.bot.commands[_scope(call), _language(call)] = commands
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[Json]:
    """Return the menu of exactly this scope and language."""
    return call.bot.commands.get((_scope(call), _language(call)), [])


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    """Take the menu of one scope and language away."""
    call.bot.commands.pop((_scope(call), _language(call)), None)
    return True


@method("setMyName")
def set_my_name(call: Call) -> bool:
    """Set the bot's name in a language."""
    return _set(call, "name")


@method("getMyName")
def get_my_name(call: Call) -> Json:
    """Return the bot's name in a language."""
    return {"name": _get(call, "name") or call.bot.user.first_name}


@method("setMyDescription")
def set_my_description(call: Call) -> bool:
    """Set what an empty chat with the bot shows."""
    return _set(call, "description")


@method("getMyDescription")
def get_my_description(call: Call) -> Json:
    """Return what an empty chat with the bot shows."""
    return {"description": _get(call, "description")}


@method("setMyShortDescription")
def set_my_short_description(call: Call) -> bool:
    """Set what the bot's profile says."""
    return _set(call, "short_description")


@method("getMyShortDescription")
def get_my_short_description(call: Call) -> Json:
    """Return what the bot's profile says."""
    return {"short_description": _get(call, "short_description")}


def _scope(call: Call) -> str:
    """Return the scope as text, the same for the same scope however it was written."""
    scope: Json = call.values.get("scope") or {"type": "default"}
    if scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if scope["type"].startswith("chat"):
        access.readable(call.world, call.bot, scope.get("chat_id"))
    return json.dumps(scope, sort_keys=True)


def _language(call: Call) -> str:
    if not LANGUAGE.fullmatch(call.text("language_code")):
        raise bad_request("invalid language code specified")
    return call.text("language_code")


def _set(call: Call, what: str) -> bool:
    if len(call.text(what)) > LIMITS[what]:
        raise bad_request(f"BOT_{what.upper()}_TOO_LONG")
    call.bot.names[what, _language(call)] = call.text(what)
    return True


def _get(call: Call, what: str) -> str:
    names, language = call.bot.names, _language(call)
    return names.get((what, language)) or names.get((what, ""), "")
