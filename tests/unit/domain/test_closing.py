import pytest

from bot.domain.answers import SUMMARY, Part, State
from bot.domain.closing import reject_form, rejection, resolution, resolve_form, solved
from bot.domain.errors import Refused
from bot.domain.form import Form
from bot.domain.kinds import Kind, Severity
from bot.domain.turn import begin, typed

KINDS = tuple(
    Kind(code=code, names={"vi": name}, severity=Severity.HIGH, icon="•")
    for code, name in (("malware", "Mã độc"), ("fraud", "Lừa đảo"))
)


def answers(form: Form, *texts: str) -> State:
    state = begin(form)
    for number, text in enumerate(texts):
        state = typed(form, state, Part(chat_id=1, message_id=number, text=text)).state
    return state


def resolved(*texts: str, may_skip: bool = False) -> State:
    return answers(resolve_form(KINDS, "fraud", "vi", may_skip=may_skip), *texts)


def test_the_kind_it_has_now_is_the_first_button():
    choices = resolve_form(KINDS, "fraud", "vi", may_skip=False).questions[2].choices
    assert [(choice.code, choice.style) for choice in choices] == [
        ("fraud", "success"),
        ("malware", None),
    ]


def test_a_resolution_says_cause_action_kind_and_help():
    state = resolved("lộ mật khẩu", "đã đổi", "mã độc", "tự xử lý")
    assert state.question == SUMMARY
    assert resolution(state) == {
        "cause": "lộ mật khẩu",
        "action": "đã đổi",
        "kind": "malware",
        "helped_by": "own",
    }


@pytest.mark.parametrize("said", [("tổ chức khác", "VNPT"), ("VNPT",)])
def test_another_organisation_is_named(said):
    assert resolution(resolved("a", "b", "1", *said))["helped_by"] == "VNPT"


def test_a_lead_may_skip_what_an_owner_may_not():
    assert resolved("bỏ qua", may_skip=True).question == "action"
    with pytest.raises(Refused):
        resolved("bỏ qua", may_skip=False)


def test_a_rejection_gives_its_reason():
    state = answers(reject_form(), "không phải sự cố", "Chỉ là thư quảng cáo")
    assert state.question == SUMMARY
    assert rejection(state) == {"outcome": "not_incident", "reason": "Chỉ là thư quảng cáo"}


def test_a_duplicate_names_the_other_incident():
    state = answers(reject_form(), "trùng", "sc-2026-12", "Đã có người báo")
    assert rejection(state)["original"] == "sc-2026-12"


def test_a_duplicate_of_something_that_is_no_code_is_refused():
    with pytest.raises(Refused) as refused:
        answers(reject_form(), "trùng", "cái hôm qua")
    assert refused.value.text_id == "refused-not-a-code"


@pytest.mark.parametrize(
    "words",
    ["Ổn rồi", "dạ ổn rồi ạ, cảm ơn", "đã ổn", "rồi", "có", "vâng", "Được rồi nhé", "yes", "fixed"],
)
def test_words_that_say_it_is_solved(words):
    assert solved(words) is True


@pytest.mark.parametrize(
    "words",
    ["chưa", "Chưa ổn, vẫn bị đòi tiền", "dạ chưa ạ", "không", "vẫn chưa được", "not yet", "no"],
)
def test_words_that_say_it_is_not_solved(words):
    assert solved(words) is False


@pytest.mark.parametrize(
    "words",
    ["", "👍", "cảm ơn", "không có gì", "ổn nhưng chậm", "rồi nhưng vẫn lỗi", "chưa rõ"],
)
def test_words_that_leave_it_open(words):
    assert solved(words) is None
