"""How work on an incident is written down at its end: the questions on solving and on rejecting."""

import re
from collections.abc import Sequence
from typing import Any

from bot.domain.answers import State
from bot.domain.codes import parse_code
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes
from bot.domain.incident import Status
from bot.domain.kinds import Kind
from bot.domain.report import kind_choices
from bot.domain.typed import OTHER, Choice, is_no, is_yes, unaccented

RESOLVE, REJECT = "resolve", "reject"

_HELPED = (
    Choice("own", "form-resolve-helped-own", words=("tự xử lý", "chúng tôi", "ourselves")),
    Choice(OTHER, "form-resolve-helped-other", words=("tổ chức khác", "another organisation")),
    Choice("national", "form-resolve-helped-national", words=("điều phối", "VNCERT/CC")),
    Choice("abroad", "form-resolve-helped-abroad", words=("nước ngoài", "quốc tế", "abroad")),
)
HELPED = frozenset(each.code for each in _HELPED) - {OTHER}  # anything else is a name
_OUTCOMES = (
    Choice(Status.NOT_INCIDENT, "form-reject-outcome-not-incident", words=("không phải sự cố",)),
    Choice(Status.DUPLICATE, "form-reject-outcome-duplicate", words=("trùng", "duplicate")),
    Choice(Status.REFERRED, "form-reject-outcome-referred", words=("chuyển", "cơ quan khác")),
)

# What a reporter types under "is it solved for you?", without accents and without politeness.
_POLITE = re.compile(r"\b(?:da|vang|a|nhe|nha|(?:xin )?cam on(?: ban| doi)?|thanks?(?: you)?)\b")
_SOLVED = frozenset(
    {"on", "on roi", "roi", "duoc roi", "xong", "xong roi", "het roi", "het loi roi", "tot roi"}
    | {"binh thuong roi", "da on", "da duoc", "ok roi", "solved", "it is solved", "fixed"}
)
_UNSOLVED = re.compile(
    r"(?:van )?chua(?: on| duoc| xong| het| khac phuc|$)|van (?:chua|con|bi|khong)"
    r"|khong (?:on|duoc)|not (?:yet|solved|fixed)|it is not|still "
)


def solved(text: str) -> bool | None:
    """Tell what the words say about whether it is solved; None when they leave it open."""
    plain = unaccented(text)
    words = " ".join(_POLITE.sub(" ", plain).split())
    if words in {"", "khong co", "khong co gi", "nothing", "none"} and not is_yes(plain):
        return None
    if is_no(words) or _UNSOLVED.match(words):
        return False
    return True if words in _SOLVED or is_yes(plain) or is_yes(words) else None


def resolve_form(kinds: Sequence[Kind], current: str, language: str, *, may_skip: bool) -> Form:
    """Return the questions on a solved incident; the kind it has now is the first button."""
    ordered = sorted(kinds, key=lambda kind: kind.code != current)
    return Form(
        RESOLVE,
        (
            Question("cause", Takes.TEXT, optional=may_skip, words=("nguyên nhân", "cause")),
            Question("action", Takes.TEXT, optional=may_skip, words=("đã làm gì", "action")),
            Question("kind", Takes.CHOICE, _marked(ordered, current, language), 2, words=("loại",)),
            Question("helped", Takes.TEXT, _HELPED, optional=may_skip, words=("hỗ trợ", "help")),
            Question(
                "helper",
                Takes.TEXT,
                ask_if=lambda state: state.answer("helped").choice == OTHER,
                follows="helped",
            ),
        ),
    )


def _marked(kinds: Sequence[Kind], current: str, language: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(each.code, each.label, each.caption, each.words, "success")
        if each.code == current
        else each
        for each in kind_choices(kinds, language)
    )


def resolution(state: State) -> dict[str, Any]:
    """Return what was said of a solved incident.

    `helped_by` is own, national, abroad, or the name of the organisation that helped.
    """
    helped = state.answer("helped")
    name = state.answer("helper").text if helped.choice == OTHER else helped.text
    return {
        "cause": state.answer("cause").text or None,
        "action": state.answer("action").text or None,
        "kind": state.answer("kind").choice,
        "helped_by": name or helped.choice,
    }


def _is_code(text: str) -> None:
    if parse_code(text) is None:
        raise Refused("refused-not-a-code", words=text[:40])


def reject_form() -> Form:
    """Return the questions on what was no incident of the team's."""
    return Form(
        REJECT,
        (
            Question("outcome", Takes.CHOICE, _OUTCOMES, words=("kết luận", "outcome")),
            Question(
                "original",
                Takes.TEXT,
                ask_if=lambda state: state.answer("outcome").choice == Status.DUPLICATE,
                check=_is_code,
                follows="outcome",
            ),
            Question("reason", Takes.TEXT, words=("lý do", "reason")),
        ),
    )


def rejection(state: State) -> dict[str, Any]:
    """Return the outcome, the reason in plain words, and for a duplicate the other's code."""
    told = {"outcome": state.answer("outcome").choice, "reason": state.answer("reason").text}
    if told["outcome"] == Status.DUPLICATE:
        told["original"] = state.answer("original").text.strip()
    return told
