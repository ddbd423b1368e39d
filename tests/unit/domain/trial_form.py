"""A form as tests fill it in: five questions, and the shortest ways through them."""

from typing import Any

from bot.domain.answers import SUMMARY, File, Part, State
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes
from bot.domain.turn import begin, typed
from bot.domain.typed import Choice

KINDS = (
    Choice("malware", caption="🦠 Mã độc, virus", words=("Malware",)),
    Choice("fraud", caption="💸 Lừa đảo trực tuyến", words=("Online fraud",)),
    Choice("other", caption="❓ Khác"),
)


def no_digits(text: str) -> None:
    if any(letter.isdigit() for letter in text):
        raise Refused("refused-digits")


FORM = Form(
    "trial",
    (
        Question("kind", Takes.CHOICE, KINDS),
        Question("what", Takes.ANY),
        Question("where", Takes.TEXT, optional=True, words=("nơi xảy ra",), check=no_digits),
        Question("which", Takes.TEXT, ask_if=lambda state: state.answer("kind").choice == "other"),
        Question("more", Takes.MANY),
    ),
    urgent_after=frozenset({"kind", "what"}),
    spill=("what", "more"),
)
BARE = Form("bare", (Question("kind", Takes.CHOICE, KINDS), Question("why", Takes.TEXT)))
_numbers = iter(range(1, 10_000))


def said(text: str = "", **more: Any) -> Part:
    return Part(chat_id=1, message_id=next(_numbers), text=text, **more)


def photo(album: str | None = None, text: str = "") -> Part:
    return said(text, file=File(media="photo", file_id="f"), album=album)


def says(state: State, *texts: str, form: Form = FORM) -> State:
    for text in texts:
        state = typed(form, state, said(text)).state
    return state


def at_summary() -> State:
    state = says(begin(FORM), "malware", "Máy chủ bị chậm", "Sở Y tế", "xong")
    assert state.question == SUMMARY
    return state
