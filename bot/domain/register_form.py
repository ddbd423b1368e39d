"""Changing the registers by dialogue: one fact of an agency or a system, or a new one of them."""

from collections.abc import Callable, Sequence

from bot.domain.answers import State
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes
from bot.domain.typed import Choice

AGENCY, NEW_AGENCY = "agency", "newagency"
SYSTEM, NEW_SYSTEM = "system", "newsystem"
AGENCIES_FILE, SYSTEMS_FILE = "agencies", "systems"
LONGEST = 200
_HIGHEST_LEVEL = 5
_NONE = "none"
_MOST_KINDS = 12


def agency_form(kinds: Sequence[str]) -> Form:
    """Return which fact of an agency is to be changed, and the question for it."""
    fields = (
        Choice("name", "button-agency-name", words=("tên", "name")),
        Choice("kind", "button-agency-kind", words=("loại", "kind")),
        Choice("parent", "button-agency-parent", words=("cấp trên", "above")),
        Choice("head", "button-agency-head", words=("thủ trưởng", "head")),
    )
    return Form(
        AGENCY,
        (
            Question("field", Takes.CHOICE, fields, 2),
            Question("name", Takes.TEXT, ask_if=_field("name"), check=_check_line),
            _kind(kinds, ask_if=_field("kind")),
            _parent(AGENCY, ask_if=_field("parent")),
            Question(
                "head",
                Takes.TEXT,
                (Choice(_NONE, "form-agency-head-none", words=("không có", "none")),),
                ask_if=_field("head"),
                check=_check_line,
            ),
        ),
        confirm=False,
    )


def new_agency_form(kinds: Sequence[str]) -> Form:
    """Return the questions about an agency that is to be entered."""
    return Form(
        NEW_AGENCY,
        (
            Question("name", Takes.TEXT, words=("tên", "name"), check=_check_line),
            Question("code", Takes.TEXT, words=("mã", "code"), check=_check_code),
            _kind(kinds, words=("loại", "kind")),
            _parent(NEW_AGENCY, words=("cấp trên", "above")),
        ),
    )


def system_form() -> Form:
    """Return which fact of a system is to be changed, and the question for it."""
    fields = (
        Choice("name", "button-system-name", words=("tên", "name")),
        Choice("level", "button-system-level", words=("cấp độ", "level")),
        Choice("agency", "button-system-agency", words=("cơ quan", "agency")),
        Choice("url", "button-system-url", words=("địa chỉ", "address")),
    )
    return Form(
        SYSTEM,
        (
            Question("field", Takes.CHOICE, fields, 2),
            Question("name", Takes.TEXT, ask_if=_field("name"), check=_check_line),
            _level(SYSTEM, ask_if=_field("level")),
            Question("agency", Takes.TEXT, ask_if=_field("agency"), check=_check_line),
            _url(SYSTEM, ask_if=_field("url")),
        ),
        confirm=False,
    )


def new_system_form() -> Form:
    """Return the questions about a system that is to be entered."""
    return Form(
        NEW_SYSTEM,
        (
            Question("name", Takes.TEXT, words=("tên", "name"), check=_check_line),
            Question("code", Takes.TEXT, words=("mã", "code"), check=_check_code),
            Question("agency", Takes.TEXT, words=("cơ quan", "agency"), check=_check_line),
            _level(NEW_SYSTEM, words=("cấp độ", "level")),
            _url(NEW_SYSTEM, words=("địa chỉ", "address")),
        ),
    )


def file_form(what: str) -> Form:
    """Return the one question for a file with agencies or systems."""
    return Form(what, (Question("file", Takes.ANY),), confirm=False)


def told(state: State, key: str, kinds: Sequence[str] = ()) -> str:
    """Return an answer as it stands in a sheet; nothing for "none" and what was left out."""
    answer = state.answer(key)
    if answer.choice is None:
        return answer.text.strip()
    if key == "level" and answer.choice != _NONE:
        return answer.choice.removeprefix("l")
    if key == "kind" and answer.choice != _NONE:
        return kinds[int(answer.choice.removeprefix("k"))]
    return ""


def _field(name: str) -> Callable[[State], bool]:
    return lambda state: state.answer("field").choice == name


def _always(state: State) -> bool:
    del state
    return True


def _kind(
    kinds: Sequence[str],
    *,
    words: tuple[str, ...] = (),
    ask_if: Callable[[State], bool] = _always,
) -> Question:
    known = tuple(Choice(f"k{n}", caption=kind) for n, kind in enumerate(kinds[:_MOST_KINDS]))
    return Question("kind", Takes.TEXT, known, 2, ask_if=ask_if, words=words, check=_check_line)


def _parent(
    form: str, *, words: tuple[str, ...] = (), ask_if: Callable[[State], bool] = _always
) -> Question:
    none = Choice(_NONE, f"form-{form}-parent-none", words=("không có", "none"))
    return Question("parent", Takes.TEXT, (none,), ask_if=ask_if, words=words, check=_check_line)


def _level(
    form: str, *, words: tuple[str, ...] = (), ask_if: Callable[[State], bool] = _always
) -> Question:
    levels = tuple(
        Choice(f"l{level}", caption=f"{level}", words=(f"cấp {level}", f"cấp độ {level}"))
        for level in range(1, _HIGHEST_LEVEL + 1)
    )
    none = Choice(_NONE, f"form-{form}-level-none", words=("chưa có", "none"))
    return Question("level", Takes.CHOICE, (*levels, none), 5, ask_if=ask_if, words=words)


def _url(
    form: str, *, words: tuple[str, ...] = (), ask_if: Callable[[State], bool] = _always
) -> Question:
    none = Choice(_NONE, f"form-{form}-url-none", words=("không có", "none"))
    return Question("url", Takes.TEXT, (none,), ask_if=ask_if, words=words)


def _check_line(text: str) -> None:
    if not 0 < len(text.strip()) <= LONGEST or "\n" in text.strip():
        raise Refused("refused-register-line", longest=LONGEST)


def _check_code(text: str) -> None:
    if len(text.split()) != 1 or ":" in text or len(text) > 64:  # noqa: PLR2004 as in a file
        raise Refused("refused-register-code")
