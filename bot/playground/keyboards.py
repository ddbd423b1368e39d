"""Keyboards under messages: what Telegram accepts, what it refuses, and what a person can press."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bot.playground.refusals import bad_request

Json = dict[str, Any]

DATA_BYTES = 64
COPY_LIMIT = 256
BUTTON_LIMIT = 100
STYLES = {"danger", "success", "primary"}
ACTIONS = {
    "callback_data",
    "callback_game",
    "copy_text",
    "login_url",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "url",
    "web_app",
}
KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
NO_KEYBOARD = "can't parse reply keyboard markup JSON object"
NO_BUTTON = "can't parse inline keyboard button"


@dataclass(frozen=True)
class Button:
    """One button as a person sees it."""

    label: str
    data: str | None = None
    url: str | None = None
    copies: str | None = None
    style: str | None = None
    row: int = 0
    column: int = 0


def accepted(markup: object, *, inline_only: bool = False) -> Json | None:
    """Return the markup as the message will keep it, or nothing when it holds no button."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    kind = next((kind for kind in KINDS if kind in markup), None)
    if kind is None:
        return None
    if kind != "inline_keyboard":
        if inline_only:
            raise bad_request("inline keyboard expected")
        return markup
    rows = [[_inline_button(button) for button in _row(row)] for row in _rows(markup)]
    if sum(map(len, rows)) > BUTTON_LIMIT:
        raise bad_request("reply markup is too long")
    rows = [row for row in rows if row]
    return {"inline_keyboard": rows} if rows else None


def _rows(markup: Json) -> list[object]:
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array')
    return rows


def _row(row: object) -> list[object]:
    if not isinstance(row, list):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array')
    return row


def _inline_button(button: object) -> Json:
    if not isinstance(button, dict):
        raise bad_request(f"{NO_BUTTON}: InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request(f'{NO_BUTTON}: Field "text" must be of type String')
    actions = [action for action in ACTIONS & button.keys() if button[action] not in (None, "")]
    if not actions:
        raise bad_request(f"{NO_BUTTON}: Text buttons are unallowed in the inline keyboard")
    if button.get("style") is not None and button["style"] not in STYLES:
        raise bad_request(f"{NO_BUTTON}: invalid button style specified")
    _check_data(button)
    _check_url(button)
    _check_copy(button)
    return button


def _check_data(button: Json) -> None:
    data = button.get("callback_data")
    if data is None:
        return
    if not isinstance(data, str):
        raise bad_request(f'{NO_BUTTON}: Field "callback_data" must be of type String')
    if not 1 <= len(data.encode()) <= DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(button: Json) -> None:
    url = button.get("url")
    if url is None:
        return
    parts = urlsplit(str(url) if "://" in str(url) else f"http://{url}")
    refused = f"inline keyboard button URL '{url}' is invalid"
    if parts.scheme not in {"http", "https", "tg", "ton"}:
        raise bad_request(f"{refused}: Unsupported URL protocol")
    if parts.scheme in {"http", "https"} and "." not in (parts.hostname or ""):
        raise bad_request(f"{refused}: Wrong HTTP URL")


def _check_copy(button: Json) -> None:
    copy = button.get("copy_text")
    if copy is None:
        return
    text = copy.get("text") if isinstance(copy, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= COPY_LIMIT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def buttons(markup: Json | None) -> list[Button]:
    """Return the buttons of a keyboard, inline or not, row by row."""
    shown = (markup or {}).get("inline_keyboard") or (markup or {}).get("keyboard") or []
    return [
        _button({"text": each} if isinstance(each, str) else each, row, column)
        for row, line in enumerate(shown)
        for column, each in enumerate(line)
    ]


def _button(button: Json, row: int, column: int) -> Button:
    return Button(
        label=button["text"],
        data=button.get("callback_data"),
        url=button.get("url"),
        copies=(button.get("copy_text") or {}).get("text"),
        style=button.get("style"),
        row=row,
        column=column,
    )
