"""Official papers: which form is meant, what is asked, and the book they are described in."""

from datetime import date

import pytest

from bot.catalog import CatalogError, load
from bot.catalog.loading import SHIPPED
from bot.domain.answers import Answer, Part, State
from bot.domain.case_dialogue import answers_of, case_form, form_sent_form, known
from bot.domain.case_facts import Facts, Source
from bot.domain.case_forms import is_filled, subject_line, to_ask
from bot.domain.errors import Refused
from bot.domain.outside import INTERNAL, for_outside
from bot.domain.redact import MASK
from tests.unit.papers.official import MADE_AT, ZONE

BOOK = load().forms
TODAY = date(2026, 11, 22)
SHIPPED_TEXT = (SHIPPED / "forms.toml").read_text(encoding="utf-8")


def form(code="03"):
    return BOOK.wanted(code, TODAY)


def asked(answers=(), code="03", *, every=False, **sources):
    facts = Facts("SC-2026-0001", {Source(name): value for name, value in sources.items()})
    return [p.code for p in to_ask(BOOK, form(code), facts, dict(answers), every=every)]


def told(text):
    return Answer(parts=(Part(chat_id=1, message_id=1, text=text),), complete=True)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("03", "initial_2017"),
        ("mẫu 03", "initial_2017"),
        ("ban đầu", "initial_2017"),
        ("04", "closing_2017"),
        ("kết thúc", "closing_2017"),
        ("notice", "notice_2017"),
        ("Thông báo", "notice_2017"),
        ("Notice of an incident", "notice_2017"),
        ("Mẫu 04: Báo cáo kết thúc ứng phó sự cố", "closing_2017"),
        ("form 03", "initial_2017"),
    ],
)
def test_a_form_is_meant_by_its_number_or_its_name(words, key):
    assert BOOK.wanted(words, TODAY).key == key


def test_what_is_no_form_is_refused_with_those_there_are():
    with pytest.raises(Refused, match="refused-no-such-official") as refused:
        BOOK.wanted("99", TODAY)
    assert refused.value.params["forms"] == {
        "list": [
            {"names": {"vi": "03"}},
            {"names": {"vi": "04"}},
            {"names": {"vi": "thông báo", "en": "notice"}},
        ]
    }


def test_a_form_is_used_while_it_is_valid_and_of_two_the_newest():
    newer = form().model_copy(update={"key": "initial_2027", "valid_from": date(2027, 1, 1)})
    book = BOOK.model_copy(update={"forms": (*BOOK.forms, newer)})
    assert book.wanted("03", date(2026, 12, 31)).key == "initial_2017"
    assert book.wanted("03", date(2027, 1, 1)).key == "initial_2027"
    over = form().model_copy(update={"valid_until": date(2026, 6, 30)})
    with pytest.raises(Refused):
        BOOK.model_copy(update={"forms": (over,)}).wanted("03", TODAY)


def test_what_is_required_and_not_known_is_asked_in_the_order_of_the_form():
    assert asked()[:3] == ["reporter", "reporter_address", "reporter_phone"]
    assert "operator" in asked()
    assert "operator" not in asked(operator="Sở Y tế")
    assert "os" not in asked()


def test_all_is_asked_on_demand_but_nobody_tells_the_story_again():
    assert "os" in asked(every=True)
    assert "story" not in asked(code="04", every=True)


def test_what_was_answered_before_comes_along_to_be_corrected():
    assert "os" in asked({"os": "Ubuntu"})
    assert "isp" in asked({"isp": ""})


def test_a_place_is_filled_by_an_answer_the_teams_value_or_the_case():
    [place] = BOOK.of(["operator"])
    facts, nothing = Facts("SC-2026-0001", {Source.OPERATOR: "Sở Y tế"}), Facts("SC-2026-0001")
    assert is_filled(place, facts, {})
    assert is_filled(place, facts, {"operator": ""})
    assert is_filled(place, nothing, {"operator": "Sở Y tế"})
    assert is_filled(place.model_copy(update={"value": "Sở Y tế"}), nothing, {})
    assert not is_filled(place, nothing, {"operator": ""})


def test_the_subject_is_one_line_that_begins_as_the_form_asks():
    said = subject_line(form(), "SC-2026-0001", "Cổng\nthông tin")
    assert said == "[TBSC] Báo cáo ban đầu sự cố SC-2026-0001, Cổng thông tin"
    assert subject_line(form(), "SC-2026-0001", "").endswith(", …")


def test_boxes_are_answered_by_button_by_numbers_or_in_words_of_ones_own():
    [found, secret] = BOOK.of(["found_by", "confidential"])
    state = State(
        question="summary",
        answers={
            "found_by": told("1 3, camera và kiem tra tep nhat ky log"),
            "confidential": Answer(choice="c1", complete=True),
        },
    )
    assert answers_of([found, secret], state, "vi") == {
        "found_by": "Qua hệ thống phát hiện xâm nhập, giám sát\nNhận được thông báo\ncamera\n"
        "Kiểm tra tệp nhật ký (log)",
        "confidential": "Không",
    }


def test_what_was_skipped_is_kept_as_left_open_and_what_was_not_asked_is_not():
    places = BOOK.of(["os", "isp"])
    state = State(question="summary", answers={"os": Answer(complete=True)})
    assert answers_of(places, state, "vi") == {"os": ""}
    again = known(["os", "isp"], {"os": "", "isp": "VNPT"})
    assert again["os"] == Answer(complete=True)
    assert again["isp"].text == "VNPT"


def test_a_box_that_the_catalog_has_no_more_is_left_open_and_stops_nobody():
    state = State(question="summary", answers={"confidential": Answer(choice="c9", complete=True)})
    assert answers_of(BOOK.of(["confidential"]), state, "vi") == {"confidential": ""}


def test_every_place_may_be_left_open_and_none_takes_a_book():
    questions = case_form(BOOK.fields, "vi").questions
    assert all(question.optional for question in questions)
    with pytest.raises(Refused, match="refused-official-too-long"):
        questions[0].check("a" * 4_001)


@pytest.mark.parametrize(
    ("code", "words", "refused"),
    [
        ("reporter_mail", "không phải thư", "refused-official-mail"),
        ("reporter_mail", "doi@example.vn; truc@example.vn", None),
        ("contact_phone", "gọi cho Minh", "refused-official-phone"),
        ("contact_phone", "0238 3844 001 (máy lẻ 12)", None),
        ("told", "9", "refused-official-box"),
        ("told", "1 9", "refused-official-box"),
        ("told", "1, 3, Công an tỉnh", None),
        ("confidential", "1, 3", "refused-official-box"),
        ("confidential", "tùy", "refused-official-box"),
        ("os", "9", None),
    ],
)
def test_an_answer_that_cannot_stand_in_its_place_is_refused(code, words, refused):
    [question] = case_form(BOOK.of([code]), "vi").questions
    if refused is None:
        question.check(words)
        return
    with pytest.raises(Refused, match=refused):
        question.check(words)


def test_once_what_is_required_is_answered_the_rest_may_stay_open():
    form = case_form(BOOK.of(["reporter", "os", "isp"]), "vi", ["reporter", "detected"])
    answered = State(question="os", answers={"reporter": told("Đội")})
    assert form.is_urgent(answered)
    assert not form.is_urgent(State(question="reporter"))


def test_a_report_has_a_number_and_a_notice_need_not():
    for signed in (True, False):
        questions = {q.key: q for q in form_sent_form(MADE_AT, ZONE, signed=signed).questions}
        assert questions["number"].optional is not signed


def test_words_for_outside_hold_nothing_internal_nothing_secret_and_nothing_invisible():
    clean = for_outside("máy 10.0.0.1\r\n\x07mật khẩu: Abc@12345\u200b\tTie\u0302\u0301ng")
    assert clean.text == f"máy {INTERNAL}\n mật khẩu: {MASK} Tiếng"
    assert (clean.addresses, clean.secrets) == (1, ("password",))
    assert for_outside(clean.text).text == clean.text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"os", "services"', '"oss", "services"', r"\[fields.oss\]"),
        ('to = ["owner"', 'to = ["boss"', r"\[receivers.boss\]"),
        ('template = "mau-03.docx"', 'template = "gone.docx"', "gone.docx is not in the folder"),
        ("[fields.os]", "[fields.boxes]", "means something else"),
        ('subject = "[TBSC] Báo', 'subject = "Báo', "subject"),
        ("signed = true", "sined = true", "sined"),
        ("ended = true", "ended = true\nperiod = true", "not about a period"),
        ("valid_from = 2017-11-01", "valid_from = 2017-11-01\nvalid_until = 2016-01-01", "before"),
    ],
)
def test_a_mistake_in_the_teams_own_book_is_told_with_its_line(tmp_path, old, new, said):
    assert old in SHIPPED_TEXT
    (tmp_path / "forms.toml").write_text(SHIPPED_TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogError, match=said) as error:
        load(tmp_path)
    assert "forms.toml, line " in str(error.value)


def test_a_template_of_the_teams_own_takes_the_place_of_a_shipped_one(tmp_path):
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "mau-03.docx").write_bytes(b"own")
    own = load(tmp_path).forms
    assert own.wanted("03", TODAY).template == str(tmp_path / "forms" / "mau-03.docx")
    assert own.wanted("04", TODAY).template == form("04").template


def test_a_teams_own_book_without_form_05_gets_the_shipped_one(tmp_path):
    before = SHIPPED_TEXT.partition("[forms.summary_2017]")[0]
    fields, _, rest = before.partition("# A period.")
    without = fields + rest[rest.index("# Kính gửi.") :].replace("coordinator]", "national]")
    (tmp_path / "forms.toml").write_text(
        without.replace('"coordinator"]', '"national"]'), encoding="utf-8"
    )
    book = load(tmp_path).forms
    summary = book.wanted("05", TODAY, period=True)
    assert [each.code for each in book.to(summary)] == ["coordinator"]
    assert len(book.of(summary.fields)) == len(summary.fields)
    with pytest.raises(Refused, match="refused-no-such-official"):
        book.wanted("05", TODAY)
