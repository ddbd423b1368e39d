import unicodedata

import pytest

from bot.domain.typed import unaccented
from bot.domain.words import Asked, Deed, Said, estimate, is_acknowledgement, phase, said

TAKES = (
    *("1", "ok", "OK.", "Nhận", "nhan", "Nhận ạ", "vâng tôi nhận nhé", "dạ em nhận rồi"),
    *("Tôi nhận", "Đã nhận", "ok nhận", "để tôi xử lý", "Dạ vâng", "on it!"),
    *("I'll take it", "✋ Tôi nhận"),
)
DECLINES = (
    *("Không thể", "khong the", "Tôi không thể ạ", "ko nhận được", "bận", "đang bận rồi", "2"),
    *("không", "can't", "I can't", "busy", "chịu thôi"),
)
STILLS = ("còn", "Còn ạ", "vẫn đang làm", "vâng em vẫn đang xử lý ạ", "still", "I'm still on it")
REFERRALS = (
    *(
        "đã chuyển công an",
        "Đã chuyển cho công an rồi ạ",
        "chuyển sang công an",
        "bàn giao công an",
    ),
    *("passed to the police", "Handed over to the police."),
)
YES = ("đúng", "Có ạ", "ok", "1", "Vâng", "đã chuyển rồi", "Đúng, đã chuyển công an", "yes")
NO = ("không", "Chưa ạ", "chưa chuyển", "Không, giữ nguyên", "2", "no", "not yet")
NOTES = (
    *("đang cô lập máy chủ", "chưa nhận được tin gì thêm", "Nhận được ảnh chụp màn hình", "?"),
    *("đang kiểm tra", "máy chủ 1 đã tắt", "ổn", "không thể vào trang quản trị"),
    "nhận định ban đầu",
)


def decomposed(text):
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize("form", [str, str.upper, decomposed, unaccented])
@pytest.mark.parametrize(
    ("asked", "typed", "deed"),
    [
        *((Asked.TAKE, words, Deed.TAKE) for words in TAKES),
        *((Asked.TAKE, words, Deed.DECLINE) for words in DECLINES),
        *((Asked.LOST, words, Deed.TAKE) for words in (*TAKES, *STILLS)),
        *((Asked.STILL, words, Deed.STILL) for words in (*TAKES, *STILLS)),
        *((Asked.OWN, words, Deed.STILL) for words in (*TAKES, *STILLS)),
        (Asked.STILL, "Không thể", Deed.DECLINE),
        (Asked.STILL, "không", Deed.RELEASE),
        (Asked.STILL, "2", Deed.RELEASE),
        (Asked.STILL, "Trả lại", Deed.RELEASE),
        (Asked.OWN, "xin trả lại ạ", Deed.RELEASE),
        (Asked.OWN, "give it back", Deed.RELEASE),
        (Asked.PROMISE, "bận", Deed.DECLINE),
        (Asked.TAKE, "Chuyển cấp trên", Deed.ESCALATE),
        (Asked.OWN, "cần hỗ trợ", Deed.ESCALATE),
        (Asked.OWN, "escalate", Deed.ESCALATE),
        *((Asked.WAITS, words, Deed.TAKE) for words in TAKES),
        *((Asked.WAITS, words, Deed.DECLINE) for words in DECLINES),
        *((Asked.WAITS, words, Deed.REFER) for words in REFERRALS),
        (Asked.REFER, "tôi nhận", Deed.TAKE),
        (Asked.REFER, "chuyển cấp trên", Deed.ESCALATE),
    ],
)
def test_words_mean_what_the_button_does_however_they_are_written(asked, typed, deed, form):
    assert said(asked, form(typed)) == Said(deed)


@pytest.mark.parametrize("asked", Asked)
@pytest.mark.parametrize("typed", NOTES)
def test_anything_longer_is_something_to_tell(asked, typed):
    assert said(asked, typed) is None


@pytest.mark.parametrize("form", [str, str.upper, decomposed, unaccented])
@pytest.mark.parametrize(
    ("typed", "answer"),
    [*((words, "yes") for words in (*YES, *REFERRALS)), *((words, "keep") for words in NO)],
)
def test_below_the_question_about_the_police_words_are_its_two_buttons(typed, answer, form):
    assert said(Asked.REFER, form(typed)) == Said(Deed.REFER, answer)


@pytest.mark.parametrize("asked", [a for a in Asked if a not in (Asked.WAITS, Asked.REFER)])
@pytest.mark.parametrize("typed", REFERRALS)
def test_only_what_waits_in_the_queue_is_handed_to_the_police_by_words(asked, typed):
    assert said(asked, typed) is None


@pytest.mark.parametrize("typed", ["không", "no"])
def test_a_bare_no_gives_nothing_back_unless_that_was_asked(typed):
    assert said(Asked.PROMISE, typed) is None
    assert said(Asked.OWN, typed) is None


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("15 phút", "15"),
        ("15p", "15"),
        ("15'", None),
        ("khoảng 30 phút nữa", "30"),
        ("Còn, thêm 30 phút", "30"),
        ("1 giờ", "60"),
        ("2h", "120"),
        ("1h30", "90"),
        ("1 giờ 30 phút", "90"),
        ("2 tiếng nữa nhé", "120"),
        ("một tiếng", "60"),
        ("1 tiếng rưỡi", "90"),
        ("nửa tiếng", "30"),
        ("trong ngày", "day"),
        ("Hôm nay", "day"),
        ("today", "day"),
        ("in 20 minutes", "20"),
        ("an hour", "60"),
        ("2 hours", "120"),
        ("0 phút", None),
        ("25 giờ", None),
        ("15", None),
        ("15 phút nữa bàn giao ca", None),
        ("lúc 5 giờ chiều", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("form", [str, decomposed, unaccented])
def test_an_estimate_is_read_as_its_button(typed, choice, form):
    assert estimate(form(typed)) == choice


@pytest.mark.parametrize(
    ("typed", "choice"), [("1", "15"), ("2", "60"), ("3", "day"), ("20", "20"), ("15'", "15")]
)
def test_a_number_under_the_estimates_is_a_buttons_place_or_minutes(typed, choice):
    assert said(Asked.PROMISE, typed) == Said(Deed.PROMISE, choice)
    assert said(Asked.TAKE, typed) != Said(Deed.PROMISE, choice)


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("chuyển sang ngăn chặn", "containing"),
        ("Chuyển sang đang khôi phục", "recovering"),
        ("giai đoạn kiểm tra", "checking"),
        ("phase removing", "removing"),
        ("khôi phục", None),
        ("chuyển sang phòng bên", None),
    ],
)
def test_a_phase_is_named_with_the_word_for_moving_on(typed, named):
    assert phase(typed) == named
    assert said(Asked.OWN, typed) == (Said(Deed.PHASE, named) if named else None)


def test_nothing_is_no_acknowledgement():
    assert not is_acknowledgement("")
    assert not is_acknowledgement("👀")
