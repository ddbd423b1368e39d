"""A rendered message as one call of the Bot API."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from telegram import InputFile

from bot.delivery.ready import Ready
from bot.delivery.verdict import Verdict
from bot.domain.forum import Step
from bot.domain.messages import KINDS, Op
from bot.services.forum import Move
from bot.texts.keyboards import Key, Keys
from bot.texts.length import CAPTION_LIMIT, TEXT_LIMIT, plain, shorten
from storage.papers import Paper

_MEDIA_METHODS = {
    "photo": "sendPhoto",
    "document": "sendDocument",
    "voice": "sendVoice",
    "video": "sendVideo",
    "audio": "sendAudio",
    "animation": "sendAnimation",
    "video_note": "sendVideoNote",
}
# What is left out when Telegram refuses a part of a call, by the verdict's reason.
_PARTS = {
    "markup": "parse_mode",
    "too long": "parse_mode",
    "buttons": "reply_markup",
    "topic gone": "message_thread_id",
    "topic closed": "message_thread_id",
    "question gone": "reply_parameters",
    "topic icon": "icon_custom_emoji_id",
}
TOPIC_METHODS = {
    Step.OPEN: "createForumTopic",
    Step.REOPEN: "reopenForumTopic",
    Step.CHANGE: "editForumTopic",
    Step.CLOSE: "closeForumTopic",
}
_WITHOUT_CAPTION = frozenset({"video_note"})


class Call(Struct, frozen=True):
    """Method and parameters; `given_up` are the parts that Telegram has refused before."""

    method: str
    params: Mapping[str, Any]
    given_up: frozenset[str] = frozenset()

    def without(self, part: str) -> "Call | None":
        """Return the same call without a part, None when there is no more to give up."""
        left_out = _PARTS.get(part, "")
        if self.method in TOPIC_METHODS.values() and part != "topic icon":
            return None
        if part in self.given_up or not (left_out in self.params or part == "too long"):
            return None
        params = {name: value for name, value in self.params.items() if name != left_out}
        for name, limit in (("text", TEXT_LIMIT), ("caption", CAPTION_LIMIT)):
            if name not in params:
                continue
            if left_out == "parse_mode" in self.params:
                params[name] = plain(params[name])
            if part == "too long":
                params[name] = shorten(params[name], limit // 2)
        return replace(self, params=params, given_up=self.given_up | {part})


class Result(Struct, frozen=True):
    """What became of one call; `is_forum`: whether the group it went to has topics."""

    ready: Ready
    verdict: Verdict
    message_id: int | None = None
    file_id: str | None = None
    is_forum: bool | None = None


def call_for(ready: Ready) -> Call:
    """Build the call that sends, edits or answers what is ready."""
    row = ready.row
    if row.op == Op.TOAST:
        return _toast(ready)
    if row.op == Op.EDIT:
        return Call("editMessageText", {**_text(ready), "message_id": ready.message_id})
    if ready.move is not None:
        return _topic(row.chat_id, ready.move)
    return _pin(ready) if row.op in (Op.PIN, Op.UNPIN) else _sent(ready)


def _sent(ready: Ready) -> Call:
    if ready.paper is not None:
        return _paper(ready, ready.paper)
    if ready.rendered.files:
        return _file(ready)
    return Call("sendMessage", {**_text(ready), **_manner(ready)})


def _toast(ready: Ready) -> Call:
    params = ready.row.params
    said = {"callback_query_id": params["press"], "show_alert": bool(params.get("alert"))}
    if "url" in params:
        # Telegram's apps show the text and do not follow the link when both are given.
        return Call("answerCallbackQuery", said | {"url": params["url"]})
    text = ready.rendered.html
    return Call("answerCallbackQuery", said | ({"text": text} if text else {}))


def _pin(ready: Ready) -> Call:
    chat = {"chat_id": ready.row.chat_id, "message_id": ready.message_id}
    if ready.row.op == Op.UNPIN:
        return Call("unpinChatMessage", chat)
    return Call("pinChatMessage", {**chat, "disable_notification": True})


def _topic(chat_id: int, move: Move) -> Call:
    params: dict[str, Any] = {"chat_id": chat_id}
    if move.step is not Step.OPEN:
        params["message_thread_id"] = move.thread_id
    if move.step in (Step.OPEN, Step.CHANGE):
        params["name"] = move.look.name
        if move.look.icon is not None:
            params["icon_custom_emoji_id"] = move.look.icon
    return Call(TOPIC_METHODS[move.step], params)


def _text(ready: Ready) -> dict[str, Any]:
    return {
        "chat_id": ready.row.chat_id,
        "text": ready.rendered.html,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": keyboard(ready.rendered.keys),
    }


def _file(ready: Ready) -> Call:
    file = ready.rendered.files[0]
    media = file.media
    params: dict[str, Any] = {"chat_id": ready.row.chat_id, media: file.file_id}
    if media not in _WITHOUT_CAPTION and ready.rendered.html:
        params |= {"caption": ready.rendered.html, "parse_mode": "HTML"}
    return Call(_MEDIA_METHODS[media], params | _manner(ready))


def _paper(ready: Ready, paper: Paper) -> Call:
    """Send a paper: its bytes the first time, afterwards the name Telegram gave it."""
    content = paper.file_id or InputFile(paper.content, filename=paper.name)
    params = {"chat_id": ready.row.chat_id, paper.media: content}
    if ready.rendered.html:
        params |= {"caption": ready.rendered.html, "parse_mode": "HTML"}
    if ready.rendered.keys:
        params["reply_markup"] = keyboard(ready.rendered.keys)
    return Call(_MEDIA_METHODS[paper.media], params | _manner(ready))


def _manner(ready: Ready) -> dict[str, Any]:
    """Say how it arrives: with a sound or not, in which topic, as an answer to what."""
    row = ready.row
    manner: dict[str, Any] = {}
    if row.kind in KINDS and not KINDS[row.kind].sound:
        manner["disable_notification"] = True
    if ready.thread_id is not None:
        manner["message_thread_id"] = ready.thread_id
    if ready.reply_to is not None:
        manner["reply_parameters"] = {
            "message_id": ready.reply_to,
            "allow_sending_without_reply": True,
        }
    return manner


def number_of(answer: Mapping[str, Any]) -> int | None:
    """Return the number of what is there now: a message, or the topic that was opened."""
    found: int | None = answer.get("message_id", answer.get("message_thread_id"))
    return found


def forum_of(answer: Mapping[str, Any]) -> bool | None:
    """Return whether the group that a message was put in has topics; None when nothing says so."""
    chat = answer.get("chat")
    return None if chat is None else bool(chat.get("is_forum"))


def file_of(message: Mapping[str, Any]) -> str | None:
    """Return Telegram's id of the picture or document a sent message carries."""
    file = message.get("document") or (message.get("photo") or [None])[-1]
    return file["file_id"] if file else None


def keyboard(rows: Keys) -> dict[str, Any]:
    """Return Telegram's form of a neutral keyboard; an empty one takes the buttons away."""
    return {"inline_keyboard": [[_button(key) for key in row] for row in rows]}


def _button(key: Key) -> dict[str, Any]:
    button: dict[str, Any] = {"text": key.label}
    if key.data is not None:
        button["callback_data"] = key.data
    elif key.url is not None:
        button["url"] = key.url
    elif key.copy is not None:
        button["copy_text"] = {"text": key.copy}
    if key.style:
        button["style"] = key.style
    return button
