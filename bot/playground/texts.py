"""Texts and entities as Telegram itself reads them: by TDLib's own parser, offline.

Promise: what passes here has the text, the UTF-16 offsets and, refused, the very words of Telegram.
"""

import json
from functools import cache, lru_cache
from typing import Any

from bot.playground.refusals import bad_request

Json = dict[str, Any]
Td = Any

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
RAW_LIMIT = 32_768
ENTITY_LIMIT = 100
MODES: dict[str, Json] = {
    "html": {"@type": "textParseModeHTML"},
    "markdown": {"@type": "textParseModeMarkdown", "version": 1},
    "markdownv2": {"@type": "textParseModeMarkdown", "version": 2},
}
NAMES = {
    "BlockQuote": "blockquote",
    "Bold": "bold",
    "BotCommand": "bot_command",
    "Cashtag": "cashtag",
    "Code": "code",
    "CustomEmoji": "custom_emoji",
    "DateTime": "date_time",
    "EmailAddress": "email",
    "ExpandableBlockQuote": "expandable_blockquote",
    "Hashtag": "hashtag",
    "Italic": "italic",
    "Mention": "mention",
    "MentionName": "text_mention",
    "PhoneNumber": "phone_number",
    "Pre": "pre",
    "PreCode": "pre",
    "Spoiler": "spoiler",
    "Strikethrough": "strikethrough",
    "TextUrl": "text_link",
    "Underline": "underline",
    "Url": "url",
}
FOUND_NOT_INSIDE = {"code", "mention", "pre", "text_link", "text_mention", "url"}


class TdlibMissing(RuntimeError):
    """The package `tdjson` is not installed: the playground cannot read texts without TDLib."""


@cache
def _tdlib() -> Td:
    try:
        import tdjson  # noqa: PLC0415 - a large library, needed only by who reads texts
    except ImportError as error:
        raise TdlibMissing(TdlibMissing.__doc__) from error
    tdjson.td_execute(b'{"@type":"setLogVerbosityLevel","new_verbosity_level":0}')
    return tdjson


def _execute(request: Json) -> Json:
    answer: Json = json.loads(_tdlib().td_execute(json.dumps(request).encode()))
    return answer


@lru_cache(maxsize=4096)
def parse(raw: str, mode: str) -> tuple[str, tuple[Json, ...]]:
    """Return the text and its entities after the markup was taken out, all in Telegram's way."""
    if not mode or mode.lower() == "none":
        return _tidied(raw, [])
    if mode.lower() not in MODES:
        raise bad_request("unsupported parse_mode")
    asked = {"@type": "parseTextEntities", "text": raw, "parse_mode": MODES[mode.lower()]}
    answer = _execute(asked)
    if answer["@type"] == "error":
        raise bad_request(answer["message"])
    return _tidied(answer["text"], [_named(each) for each in answer["entities"]])


@lru_cache(maxsize=4096)
def found(text: str) -> tuple[Json, ...]:
    """Return what Telegram finds by itself: commands, mentions, links, tags, addresses."""
    answer = _execute({"@type": "getTextEntities", "text": text})
    entities = (_named(each) for each in answer["entities"])
    return tuple(each for each in entities if each["type"])


def complete(text: str, given: tuple[Json, ...]) -> list[Json]:
    """Return the given entities together with those found outside links, code and mentions."""
    closed = [each for each in given if each["type"] in FOUND_NOT_INSIDE]
    more = [each for each in found(text) if not any(_overlap(each, one) for one in closed)]
    together = sorted([*given, *more], key=lambda each: (each["offset"], -each["length"]))
    return together[:ENTITY_LIMIT]


def _overlap(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )


def _named(entity: Json) -> Json:
    kind = entity["type"]
    name = NAMES.get(kind["@type"].removeprefix("textEntityType"), "")
    named: Json = {"offset": entity["offset"], "length": entity["length"], "type": name}
    for field in ("url", "language", "custom_emoji_id", "unix_time"):
        if kind.get(field):
            named[field] = str(kind[field]) if field == "custom_emoji_id" else kind[field]
    if "user_id" in kind:
        named["user"] = {"id": kind["user_id"], "is_bot": False, "first_name": ""}
    return named


def _tidied(text: str, entities: list[Json]) -> tuple[str, tuple[Json, ...]]:
    """Return the text without blanks at its ends, its entities moved and cut accordingly."""
    stripped = text.strip()
    lead = units(text[: len(text) - len(text.lstrip())])
    total = units(stripped)
    kept = []
    for each in entities:
        start = max(each["offset"] - lead, 0)
        end = min(each["offset"] + each["length"] - lead, total)
        if end > start and each["type"]:
            kept.append({**each, "offset": start, "length": end - start})
    return stripped, tuple(kept)


def units(text: str) -> int:
    """Return the length in UTF-16 code units, the measure of all entity offsets."""
    return len(text.encode("utf-16-le")) // 2


def piece(text: str, entity: Json) -> str:
    """Return the part of the text that an entity covers."""
    encoded = text.encode("utf-16-le")
    start = entity["offset"] * 2
    return encoded[start : start + entity["length"] * 2].decode("utf-16-le", "replace")


def read(raw: str, mode: str, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """Return text and entities of something to be sent, whichever way its markup was given."""
    if len(raw.encode()) > RAW_LIMIT:
        raise bad_request("text is too long")
    if entities is not None and not mode:
        text, given = _tidied(raw, entities)
    else:
        text, given = parse(raw, mode)
    return text, complete(text, given)


def message_text(raw: str, mode: str, entities: list[Json] | None) -> Json:
    """Return the content of a text message, or refuse one that is empty or too long."""
    text, complete_entities = read(raw, mode, entities)
    if not text:
        raise bad_request("message text is empty")
    if len(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return {"text": text} | ({"entities": complete_entities} if complete_entities else {})


def caption(raw: str, mode: str, entities: list[Json] | None) -> Json:
    """Return the caption part of a content: nothing at all when it is empty."""
    text, complete_entities = read(raw, mode, entities)
    if len(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text} | (
        {"caption_entities": complete_entities} if complete_entities else {}
    )
