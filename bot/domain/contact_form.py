"""Correcting contact details by dialogue: what is wrong, and what is right instead."""

from collections.abc import Callable
from enum import StrEnum

from bot.domain.answers import State
from bot.domain.contact_round import Detail, corrected
from bot.domain.form import Form, Question, Takes
from bot.domain.people import Role
from bot.domain.typed import Choice

CONTACT = "contact"
GIVEN = (Role.STAFF, Role.RESPONDER, Role.LEAD)


class Wrong(StrEnum):
    """What can be wrong about somebody; SUCCESSOR: somebody else is responsible now."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    AGENCY = "agency"
    ROLE = "role"
    SUCCESSOR = "successor"


OWN = {Wrong.NAME: Detail.NAME, Wrong.PHONE: Detail.PHONE, Wrong.EMAIL: Detail.EMAIL}
_WORDS = {
    Wrong.NAME: ("họ tên", "tên", "name"),
    Wrong.PHONE: ("điện thoại", "sđt", "telephone", "phone"),
    Wrong.EMAIL: ("thư điện tử", "thư", "email", "e-mail", "mail"),
    Wrong.AGENCY: ("cơ quan", "agency"),
    Wrong.ROLE: ("vai trò", "role"),
    Wrong.SUCCESSOR: ("người khác phụ trách rồi", "người khác", "somebody else now", "other"),
}
_ROLE_WORDS = {
    Role.STAFF: ("đầu mối của cơ quan", "đầu mối", "contact person of an agency", "staff"),
    Role.RESPONDER: ("thành viên đội ứng cứu", "thành viên", "member", "responder"),
    Role.LEAD: ("chỉ huy đội", "chỉ huy", "lead of the team", "lead"),
}


def contact_form() -> Form:
    """Return which detail is wrong, and the question for it."""
    wrongs = tuple(Choice(one, f"button-contact-wrong-{one}", words=_WORDS[one]) for one in Wrong)
    roles = tuple(
        Choice(role.value, f"form-contact-role-{role}", words=_ROLE_WORDS[role]) for role in GIVEN
    )
    return Form(
        CONTACT,
        (
            Question("field", Takes.CHOICE, wrongs, 2),
            *(
                Question(wrong, Takes.TEXT, ask_if=_about(wrong), check=_checked(detail))
                for wrong, detail in OWN.items()
            ),
            Question("agency", Takes.TEXT, ask_if=_about(Wrong.AGENCY)),
            Question("role", Takes.CHOICE, roles, ask_if=_about(Wrong.ROLE)),
            Question(
                *("successor", Takes.TEXT),
                ask_if=_about(Wrong.SUCCESSOR),
                check=_checked(Detail.NAME),
            ),
            Question(
                *("number", Takes.TEXT),
                optional=True,
                ask_if=_about(Wrong.SUCCESSOR),
                check=_checked(Detail.PHONE),
            ),
        ),
        confirm=False,
    )


def wrong_of(state: State) -> tuple[Wrong, str, str]:
    """Return what was said to be wrong, what is right, and of a successor the telephone number."""
    wrong = Wrong(state.answer("field").choice or Wrong.NAME)
    answer = state.answer(wrong)
    return wrong, answer.choice or answer.text.strip(), state.answer("number").text.strip()


def _about(wrong: Wrong) -> Callable[[State], bool]:
    return lambda state: state.answer("field").choice == wrong


def _checked(detail: Detail) -> Callable[[str], None]:
    def check(words: str) -> None:
        corrected(detail, words)

    return check
