"""Draws the facts of the Bot API description out of scolocrizm's manifest.

Run as a program it writes `bot/playground/description.json` anew; the test beside it says whether
that file still agrees with the installed manifest.
"""

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

Json = dict[str, Any]

TARGET = Path(__file__).parents[2] / "bot" / "playground" / "description.json"
REQUIRED = "!"

# The manifest's own reading of the documentation stops early in these places.
AMENDED_METHODS = {
    "answerCallbackQuery": {"cache_time": "Integer"},
    "setWebhook": {"drop_pending_updates": "Boolean", "secret_token": "String"},
}
AMENDED_OBJECTS = {
    "InlineKeyboardButton": {
        "switch_inline_query_chosen_chat": "SwitchInlineQueryChosenChat",
        "copy_text": "CopyTextButton",
        "callback_game": "CallbackGame",
        "pay": "Boolean",
    },
    "LoginUrl": {
        "forward_text": "String",
        "bot_username": "String",
        "request_write_access": "Boolean",
    },
}


def facts() -> Json:
    manifest = json.loads(files("scolocrizm").joinpath("_bot_api_manifest.json").read_text())
    methods = {name: parameters(spec) for name, spec in manifest["schemas"]["methods"].items()}
    objects = {name: fields(spec) for name, spec in manifest["schemas"]["objects"].items()}
    for known, amended in ((methods, AMENDED_METHODS), (objects, AMENDED_OBJECTS)):
        for name, more in amended.items():
            known[name] |= more
    return {
        "bot_api": manifest["bot_api_version"],
        "methods": methods,
        "objects": reachable(methods, objects),
        "reactions": reactions(manifest["schemas"]["objects"]["ReactionTypeEmoji"]),
    }


def parameters(spec: Json) -> dict[str, str]:
    return {
        each["Parameter"]: plain(each["Type"]) + REQUIRED * (each["Required"] == "Yes")
        for each in spec["parameters"]
    }


def fields(spec: Json) -> dict[str, str]:
    return {
        each["Field"]: plain(each["Type"])
        + REQUIRED * (not each["Description"].lstrip().startswith("_Optional_"))
        for each in spec["fields"]
    }


def plain(kind: str) -> str:
    """The type's name; a long list of sorts of input media becomes `InputMedia`."""
    if kind.startswith("Array of InputMedia"):
        return "Array of InputMedia"
    if kind.startswith("InlineKeyboardMarkup or "):
        return "ReplyMarkup"
    return kind


def reachable(methods: Json, objects: Json) -> Json:
    """Only the objects that some parameter can hold, directly or inside another."""
    wanted, found = [kind for each in methods.values() for kind in each.values()], {}
    wanted += ["InlineKeyboardMarkup", "ReplyKeyboardMarkup", "ReplyKeyboardRemove", "ForceReply"]
    wanted += ["InputMediaPhoto", "InputMediaDocument", "ReactionTypeEmoji"]
    while wanted:
        name = wanted.pop().rstrip(REQUIRED).removeprefix("Array of ").removeprefix("Array of ")
        if name in objects and name not in found and objects[name]:
            found[name] = objects[name]
            wanted += objects[name].values()
    return dict(sorted(found.items()))


def reactions(spec: Json) -> list[str]:
    described = next(each["Description"] for each in spec["fields"] if each["Field"] == "emoji")
    return re.findall(r'" ?([^",]+?)[ .]*"', described.partition("one of ")[2])


def written() -> str:
    """The facts as text: one line per method and per object, so that a change is readable."""
    known = facts()
    lines = ["{", f' "bot_api": {json.dumps(known["bot_api"])},']
    for part in ("methods", "objects"):
        rows = [f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in known[part].items()]
        lines += [f' "{part}": {{', ",\n".join(rows), " },"]
    lines += [f' "reactions": {json.dumps(known["reactions"], ensure_ascii=False)}', "}", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8")
