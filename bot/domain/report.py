"""The report (báo sự cố): what is asked of whoever reports, and what their answers come to."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from bot.domain import typed
from bot.domain.answers import Answer, Part, State
from bot.domain.form import Form, Question, Takes
from bot.domain.kinds import Kind
from bot.domain.typed import OTHER, Choice

REPORT = "report"
MOST_SYSTEMS = 20
_MEDIA_ICONS = {"photo": "🖼", "voice": "🎤", "audio": "🎵", "video": "🎬", "video_note": "🎬"}
Source = tuple[int, int]


class System(Struct, frozen=True):
    """An information system of the register that a report may be about."""

    id: int
    name: str
    agency_id: int


class Draft(Struct, frozen=True):
    """A finished report, not yet an incident.

    `messages` are the (chat, message) pairs of the story, `more` what was added to it afterwards.
    """

    kind: str
    summary: str
    place: str | None = None
    agency_id: int | None = None
    system_id: int | None = None
    noticed: str | None = None
    contact: str | None = None
    anonymous: bool = False
    files: tuple[Mapping[str, Any], ...] = ()
    messages: tuple[Source, ...] = ()
    more: tuple[Part, ...] = ()


def report_form(
    kinds: Sequence[Kind], systems: Sequence[System], language: str, *, knows_privacy: bool
) -> Form:
    """Return the report's questions for one person.

    The notice on personal data and state secrets comes first for whoever has not seen it.
    """
    return Form(
        REPORT,
        (
            Question(
                "privacy",
                Takes.CHOICE,
                _LANGUAGES,
                ask_if=lambda state: not knows_privacy or "privacy" in state.answers,
                listed=False,
            ),
            Question(
                "kind", Takes.CHOICE, kind_choices(kinds, language), 2, words=("loại", "kind")
            ),
            Question("what", Takes.ANY, words=("mô tả", "chuyện gì", "what")),
            Question(
                "where",
                Takes.TEXT,
                tuple(Choice(f"s{each.id}", caption=each.name) for each in systems),
                optional=True,
                words=("ở đâu", "nơi", "hệ thống", "where"),
            ),
            Question("noticed", Takes.TEXT, _NOTICED, 2, optional=True, words=("khi nào", "when")),
            Question("noticed-when", Takes.TEXT, ask_if=_says("noticed", OTHER), follows="noticed"),
            Question("more", Takes.MANY, words=("bằng chứng", "ảnh", "evidence")),
            Question("contact", Takes.TEXT, _CONTACT, words=("liên hệ", "contact")),
            Question("contact-how", Takes.TEXT, ask_if=_says("contact", OTHER), follows="contact"),
        ),
        urgent_after=frozenset({"kind", "what"}),
        spill=("what", "more"),
    )


def kind_choices(kinds: Sequence[Kind], language: str) -> tuple[Choice, ...]:
    """Return the kinds as buttons, each to be typed by any of its names."""
    return tuple(
        Choice(
            kind.code,
            caption=f"{kind.icon} {kind.name(language)}",
            words=tuple(kind.names.values()),
        )
        for kind in kinds
    )


def _says(key: str, code: str) -> Any:  # noqa: ANN401 a predicate over states
    return lambda state: state.answer(key).choice == code


_LANGUAGES = (
    Choice("vi", "form-report-privacy-vi", words=("tiếng việt", "đồng ý", "tiếp tục", "ok", "có")),
    Choice("en", "form-report-privacy-en", words=("english", "agree", "continue", "yes")),
)
_NOTICED = (
    Choice("now", "form-report-noticed-now", words=("vừa xong", "vừa mới", "bây giờ", "just now")),
    Choice("today", "form-report-noticed-today", words=("hôm nay", "today")),
    Choice("yesterday", "form-report-noticed-yesterday", words=("hôm qua", "yesterday")),
    Choice(OTHER, "form-report-noticed-other", words=("lúc khác", "khác", "other")),
)
_CONTACT = (
    Choice("telegram", "form-report-contact-telegram", words=("telegram", "tên telegram")),
    Choice(OTHER, "form-report-contact-other", words=("điện thoại", "e-mail", "phone", "mail")),
    Choice("anonymous", "form-report-contact-anonymous", words=("ẩn danh", "anonymous")),
)


def draft_of(
    state: State, systems: Sequence[System], began: datetime, username: str | None = None
) -> Draft:
    """Return what the answers come to; `began` is the local time at which the person began."""
    what, more, where = state.answer("what"), state.answer("more"), state.answer("where")
    system = next((each for each in systems if f"s{each.id}" == where.choice), None)
    contact = state.answer("contact")
    parts = (*what.parts, *more.parts)
    return Draft(
        kind=state.answer("kind").choice or "unknown",
        summary=what.text or _pictures(what),
        place=where.text or None,
        agency_id=system.agency_id if system else None,
        system_id=system.id if system else None,
        noticed=_noticed(state, began),
        contact=_contact(state, username),
        anonymous=contact.choice == "anonymous",
        files=tuple(_file(part) for part in parts if part.file is not None),
        messages=tuple((part.chat_id, part.message_id) for part in what.parts),
        more=more.parts,
    )


def _pictures(answer: Answer) -> str:
    """Name the files of a story that has no words, for the first line of a page.

    What has no name of its own is left to be named in each reader's language.
    """
    return ", ".join(
        f"{_MEDIA_ICONS.get(file.media, '📎')} {file.name or media_mark(file.media)}"
        for file in answer.files
    )


def media_mark(media: str) -> str:
    """Return what stands in a stored text for a medium, to be put into words when it is read."""
    return f"{{{media}}}"


def news(
    waiting: Mapping[str, Any] | None, message_id: int, words: str
) -> tuple[dict[str, Any], str]:
    """Return the words of a notice that waits with these added, and which messages they are of.

    An edit takes the place of the message's old words.
    """
    said: dict[str, str] = {}
    if waiting is not None:
        said = dict(zip(waiting["of"].split(), waiting["words"]["lines"], strict=True))
    said[str(message_id)] = words
    return {"lines": list(said.values())}, " ".join(said)


def _file(part: Part) -> dict[str, Any]:
    if part.file is None:
        return {}
    return {**part.file.model_dump(), "chat_id": part.chat_id, "message_id": part.message_id}


def _noticed(state: State, began: datetime) -> str | None:
    """Turn "today" into a date: it is read on another day."""
    answer = state.answer("noticed")
    match answer.choice:
        case "now":
            return f"{began:%d/%m/%Y %H:%M}"
        case "today":
            return f"{began:%d/%m/%Y}"
        case "yesterday":
            return f"{began - timedelta(days=1):%d/%m/%Y}"
        case typed.OTHER:
            return state.answer("noticed-when").text or None
        case _:
            return answer.text or None


def _contact(state: State, username: str | None) -> str | None:
    answer = state.answer("contact")
    match answer.choice:
        case "telegram":
            return f"@{username}" if username else "Telegram"
        case typed.OTHER:
            return state.answer("contact-how").text or None
        case "anonymous":
            return None
        case _:
            return answer.text or None
