from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.answers import SUMMARY, Answer, File, Part, State
from bot.domain.form import Form
from bot.domain.kinds import Kind, Severity
from bot.domain.report import Draft, System, draft_of, news, report_form
from bot.domain.turn import Then, begin, pressed, typed
from bot.domain.typed import Control

KINDS = (
    Kind(code="ransomware", names={"vi": "Mã hóa dữ liệu"}, severity=Severity.CRITICAL, icon="🔒"),
    Kind(
        code="unknown",
        names={"vi": "Tôi không rõ", "en": "No idea"},
        severity=Severity.HIGH,
        icon="❓",
    ),
)
SYSTEMS = (System(7, "Cổng thông tin", 3), System(8, "Thư điện tử", 3))
BEGAN = datetime(2026, 9, 2, 2, 5, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def said(number: int, text: str = "", **more: Any) -> Part:
    return Part(chat_id=5, message_id=number, text=text, **more)


def form_for(*, language: str = "vi", knows_privacy: bool = True) -> Form:
    return report_form(KINDS, SYSTEMS, language, knows_privacy=knows_privacy)


def answered(*texts: str, first: Part | None = None, knows_privacy: bool = True) -> State:
    form = form_for(knows_privacy=knows_privacy)
    state = begin(form, first)
    for number, text in enumerate(texts, start=10):
        turn = typed(form, state, said(number, text))
        state = turn.state
    return state


def state_of(**answers: Answer) -> State:
    complete = {
        key.replace("_", "-"): answer.model_copy(update={"complete": True})
        for key, answer in answers.items()
    }
    return State(question=SUMMARY, answers=complete)


WHAT = Answer(parts=(said(1, "máy bị mã hoá"),))


def draft(username: str | None = None, **answers: Answer) -> Draft:
    state = state_of(kind=Answer(choice="ransomware"), **{"what": WHAT, **answers})
    return draft_of(state, SYSTEMS, BEGAN, username)


def test_somebody_new_is_first_told_what_happens_to_their_data():
    assert begin(form_for(knows_privacy=False)).question == "privacy"


def test_somebody_who_knows_it_is_not_told_again():
    assert begin(form_for(knows_privacy=True)).question == "kind"


def test_the_notice_stays_in_the_form_in_which_it_was_read():
    state = answered("đồng ý", knows_privacy=False)
    assert form_for(knows_privacy=True).question(state, "privacy") is not None


@pytest.mark.parametrize(
    ("words", "language"),
    [("đồng ý", "vi"), ("tiếng việt", "vi"), ("English", "en"), ("yes", "en")],
)
def test_agreeing_to_the_notice_chooses_the_language(words, language):
    assert answered(words, knows_privacy=False).answer("privacy").choice == language


def test_a_whole_report_is_asked_in_six_questions():
    state = answered("1", "máy bị mã hoá", "Sở Y tế", "vừa xong", "xong", "ẩn danh")
    assert state.question == SUMMARY


@pytest.mark.parametrize("words", ["mã hóa dữ liệu", "MA HOA DU LIEU", "ransomware", "1"])
def test_a_kind_may_be_typed(words):
    assert answered(words).answer("kind").choice == "ransomware"


def test_kinds_are_shown_in_the_readers_language():
    captions = [choice.caption for choice in form_for(language="en").questions[1].choices]
    assert captions == ["🔒 Mã hóa dữ liệu", "❓ No idea"]


def test_kind_and_story_are_enough_to_send_at_once():
    state = answered("1", first=said(1, "máy bị mã hoá"))
    turn = pressed(form_for(), state, state.question, Control.URGENT)
    assert turn.then is Then.SEND
    assert draft_of(turn.state, SYSTEMS, BEGAN).summary == "máy bị mã hoá"


def test_a_system_of_the_register_brings_its_agency():
    found = draft(where=Answer(choice="s8"))
    assert (found.system_id, found.agency_id, found.place) == (8, 3, None)


def test_a_typed_place_is_kept_as_it_was_written():
    found = draft(where=Answer(parts=(said(2, "Trạm y tế xã"),)))
    assert (found.system_id, found.agency_id, found.place) == (None, None, "Trạm y tế xã")


@pytest.mark.parametrize(
    ("choice", "noticed"),
    [("now", "02/09/2026 02:05"), ("today", "02/09/2026"), ("yesterday", "01/09/2026")],
)
def test_a_day_that_is_said_relatively_is_kept_as_a_date(choice, noticed):
    assert draft(noticed=Answer(choice=choice)).noticed == noticed


def test_another_time_is_kept_in_the_reporters_words():
    later = Answer(parts=(said(3, "tuần trước"),))
    assert draft(noticed=Answer(choice="other"), noticed_when=later).noticed == "tuần trước"
    assert draft(noticed=later).noticed == "tuần trước"


def test_an_answer_to_a_question_no_longer_asked_does_not_count():
    later = Answer(parts=(said(3, "tuần trước"),))
    assert draft(noticed=Answer(choice="today"), noticed_when=later).noticed == "02/09/2026"


@pytest.mark.parametrize(("username", "contact"), [("lan", "@lan"), (None, "Telegram")])
def test_contact_by_telegram_names_the_account(username, contact):
    found = draft(username, contact=Answer(choice="telegram"))
    assert (found.contact, found.anonymous) == (contact, False)


def test_a_typed_telephone_number_is_the_contact():
    typed_number = Answer(parts=(said(3, "0912 345 678"),))
    assert draft(contact=typed_number).contact == "0912 345 678"
    asked = draft(contact=Answer(choice="other"), contact_how=typed_number)
    assert asked.contact == "0912 345 678"


def test_an_anonymous_report_has_no_contact():
    found = draft("lan", contact=Answer(choice="anonymous"))
    assert (found.contact, found.anonymous) == (None, True)


def test_files_and_messages_are_kept_with_where_they_were_sent():
    photo = File(media="photo", file_id="f1", file_unique_id="u1", size=9)
    log = File(media="document", file_id="f2", name="log.txt")
    found = draft(
        what=Answer(parts=(said(1, "xem ảnh", file=photo), said(2, file=photo))),
        more=Answer(parts=(said(3, file=log), said(4, "thêm"))),
    )
    assert [(file["file_id"], file["message_id"]) for file in found.files] == [
        ("f1", 1),
        ("f1", 2),
        ("f2", 3),
    ]
    assert found.messages == ((5, 1), (5, 2))
    assert [part.message_id for part in found.more] == [3, 4]


def test_a_story_without_words_is_named_by_its_files():
    voice = File(media="voice", file_id="f1")
    log = File(media="document", file_id="f2", name="log.txt")
    found = draft(what=Answer(parts=(said(1, file=voice), said(2, file=log))))
    assert found.summary == "🎤 {voice}, 📎 log.txt"


def test_news_that_waits_gathers_words_and_an_edit_replaces_its_own():
    words, of = news(None, 7, "một")
    words, of = news({"words": words, "of": of}, 8, "hai")
    words, of = news({"words": words, "of": of}, 7, "một, sửa")
    assert (words, of) == ({"lines": ["một, sửa", "hai"]}, "7 8")
