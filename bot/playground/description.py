"""The Bot API as it describes itself: which methods there are and what each parameter must be.

The facts are those of `description.json`; nothing about a parameter is written down elsewhere.
"""

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from bot.playground.parameters import Brought
from bot.playground.refusals import Refusal, bad_request

Json = dict[str, Any]

REQUIRED = "!"
ARRAY = "Array of "
YES = {"true", "yes", "1"}
FILES = {"InputFile", "InputFile or String"}
ATTACHED = "attach://"
PLAIN: dict[str, tuple[type, ...]] = {
    "String": (str,),
    "Integer": (int,),
    "Boolean": (bool,),
    "True": (bool,),
    "Float": (int, float),
    "Integer or String": (int, str),
}
MISSING = {
    "action": "wrong parameter action in request",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "chat_id": "chat_id is empty",
    "document": "there is no document in the request",
    "file_id": "file_id not specified",
    "from_chat_id": "from_chat_id is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "text": "message text is empty",
    "user_id": "invalid user_id specified",
    "voice": "there is no voice in the request",
}
KEYBOARD_OF = {
    "inline_keyboard": "InlineKeyboardMarkup",
    "keyboard": "ReplyKeyboardMarkup",
    "remove_keyboard": "ReplyKeyboardRemove",
    "force_reply": "ForceReply",
}


@dataclass
class Fitted:
    """The parameters of a call, each of its described type, and what was odd about them."""

    values: Json = field(default_factory=dict)
    oddities: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Description:
    """The described methods, objects and reactions."""

    bot_api: str
    methods: dict[str, dict[str, str]]
    objects: dict[str, dict[str, str]]
    reactions: frozenset[str]
    names: dict[str, str]

    def fit(self, method: str, brought: Brought) -> Fitted:
        """Return checked parameters, or refuse the call; unknown ones are only noted."""
        fitted = Fitted()
        described = self.methods[method]
        for name, kind in described.items():
            value = self._value(name, kind, brought, fitted)
            if value not in (None, ""):
                fitted.values[name] = value
            elif kind.endswith(REQUIRED) and not (value == "" and kind.startswith("String")):
                raise bad_request(MISSING.get(name, f'parameter "{name}" is required'))
        unknown = brought.raw.keys() - described.keys()
        fitted.oddities += [f"unknown parameter {name}" for name in sorted(unknown)]
        return fitted

    def _value(self, name: str, kind: str, brought: Brought, fitted: Fitted) -> object:
        kind = kind.rstrip(REQUIRED)
        if kind in FILES and name in brought.uploads:
            return brought.uploads[name]
        raw = brought.raw.get(name)
        if raw is None:
            return None
        if kind in FILES:
            return brought.uploads.get(str(raw).removeprefix(ATTACHED), raw)
        if kind in PLAIN:
            return _plain(name, kind, raw)
        value = _parsed(name, raw)
        if kind.startswith(ARRAY) and value is not None and not isinstance(value, list):
            raise bad_request(f"can't parse {name} JSON object")
        fitted.oddities += self._odd(kind, value, name)
        return value

    def _odd(self, kind: str, value: object, path: str) -> list[str]:
        """Return what does not agree with the description of an object, however deep inside."""
        kind = kind.rstrip(REQUIRED)
        if kind.startswith(ARRAY):
            if not isinstance(value, list):
                return [f"{path} is not an array"]
            inner = kind.removeprefix(ARRAY)
            return [odd for each in value for odd in self._odd(inner, each, path)]
        if kind in PLAIN:
            return [] if _is_plain(kind, value) else [f"{path} is not {kind}"]
        return self._odd_object(self._sort(kind, value), value, path)

    def _sort(self, kind: str, value: object) -> str:
        """Return which of several described objects is meant."""
        if kind == "ReplyMarkup" and isinstance(value, dict):
            return next((KEYBOARD_OF[key] for key in KEYBOARD_OF if key in value), kind)
        if kind == "InputMedia" and isinstance(value, dict):
            return f"InputMedia{str(value.get('type')).title()}"
        return kind

    def _odd_object(self, kind: str, value: object, path: str) -> list[str]:
        described = self.objects.get(kind)
        if not described:
            return []
        if not isinstance(value, dict):
            return [f"{path} is not an object"]
        odd = [f"{path} has no field {name}" for name in value.keys() - described.keys()]
        for name, sort in described.items():
            if value.get(name) is not None:
                odd += self._odd(sort, value[name], f"{path}.{name}")
            elif sort.endswith(REQUIRED):
                odd.append(f"{path} lacks {name}")
        return odd


def _plain(name: str, kind: str, raw: object) -> object:
    if kind == "String":
        return raw if isinstance(raw, str) else json.dumps(raw)
    if kind in {"Boolean", "True"}:
        return str(raw).lower() in YES
    try:
        return float(str(raw)) if kind == "Float" else int(str(raw))
    except ValueError:
        if kind == "Integer or String" or raw == "":
            return str(raw)
        raise _unfit(name, kind) from None


def _is_plain(kind: str, value: object) -> bool:
    if isinstance(value, bool):
        return kind in {"Boolean", "True"}
    return isinstance(value, PLAIN[kind])


def _parsed(name: str, raw: object) -> object:
    if not isinstance(raw, str):
        return raw
    if raw == "":
        return None
    try:
        return json.loads(raw)
    except ValueError:
        if name == "reply_markup":
            raise bad_request("can't parse reply keyboard markup JSON object") from None
        raise bad_request(f"can't parse {name} JSON object") from None


def _unfit(name: str, kind: str) -> Refusal:
    return bad_request(f'parameter "{name}" must be of type {kind}')


@cache
def load() -> Description:
    """Return the description that is part of the package."""
    facts = json.loads(files("bot.playground").joinpath("description.json").read_text("utf-8"))
    return Description(
        bot_api=facts["bot_api"],
        methods=facts["methods"],
        objects=facts["objects"],
        reactions=frozenset(facts["reactions"]),
        names={name.lower(): name for name in facts["methods"]},
    )
