import pytest

from bot.domain.messages import KINDS
from bot.services.facts import Facts
from bot.texts import RENDERERS, TextError, last_resort, render
from bot.texts.length import size
from tests.unit.texts.examples import NEW, NIGHT, TEAM, data, rendered

NOTHING = Facts()


def test_every_kind_of_message_has_its_renderer():
    assert set(RENDERERS) == set(KINDS)


@pytest.mark.parametrize("kind", ["answer", "notice", "broadcast"])
def test_a_generic_message_is_its_text_with_its_values_and_keys(kind):
    keys = [[{"label": "button-take", "data": "ack:1"}, {"caption": "<An>", "url": "https://x.vn"}]]
    said = rendered(kind, facts=NOTHING, text="toast-assigned", name="<An>", keys=keys)
    assert said.html == "Đã giao cho &lt;An&gt;."
    assert [key.label for key in said.keys[0]] == ["✋ Tôi nhận", "<An>"]


@pytest.mark.parametrize(
    ("row", "reader", "words"),
    [
        (None, "vi", "chưa có ai"),
        (None, "en", "nobody yet"),
        ("en", "vi", "nobody yet"),
        (None, None, "chưa có ai"),
        (None, "fr", "chưa có ai"),
    ],
)
def test_a_row_may_name_its_language_else_the_reader_has_one(row, reader, words):
    params = {"text": "nobody"} | ({"language": row} if row else {})
    asked = {"id": 1, "kind": "answer", "params": params, "person_id": 5, "subject_id": None}
    assert render(asked, NOTHING, TEAM, NIGHT, reader).html == words


def test_a_toast_is_plain_text_of_at_most_200_characters():
    said = rendered("toast", facts=NOTHING, text="toast-assigned", name="<An> " * 60, press="9")
    assert said.html.startswith("Đã giao cho <An> <An>")
    assert said.html.endswith("…")
    assert len(said.html) <= 200
    assert not said.alert


def test_a_toast_may_be_a_box_to_close():
    assert rendered("toast", facts=NOTHING, text="nobody", alert=True, press="9").alert


def test_a_question_of_a_form_is_written_like_an_answer():
    keys = [[{"label": "button-take", "data": "form:1:kind:x"}]]
    form = {
        "text": "toast-assigned",
        "name": {"lines": ["A", "", {"text": "nobody"}]},
        "keys": keys,
    }
    said = rendered("form-question", facts=Facts(form=form))
    assert said.html == "Đã giao cho A\n\nchưa có ai."
    assert data(said) == [["form:1:kind:x"]]


def test_a_question_no_longer_asked_is_an_error():
    with pytest.raises(TextError):
        rendered("form-question", facts=NOTHING)


def test_a_file_is_sent_with_the_code_it_belongs_to():
    said = rendered("incident-file", facts=NOTHING, media="photo", file_id="F1", code="SC-1")
    assert said.files == (("photo", "F1"),)
    assert said.html == "📎 SC-1"


def test_a_file_may_go_without_words():
    said = rendered("incident-file", facts=NOTHING, media="photo", file_id="F1")
    assert said.html == ""


def test_words_below_a_file_keep_the_limit_of_captions():
    files = [{"media": "document", "file_id": "F1"}]
    name = "x" * 2000
    said = rendered("answer", facts=NOTHING, text="assigned", code="SC", name=name, files=files)
    assert size(said.html) == 1024


def test_an_incident_without_its_facts_is_an_error():
    with pytest.raises(TextError):
        rendered("incident-page", facts=NOTHING)


@pytest.mark.parametrize("params", [{"text": "no-such-text"}, {"text": "toast-assigned"}])
def test_a_wrong_text_is_an_error(params):
    with pytest.raises(TextError):
        rendered("answer", facts=NOTHING, **params)


def test_a_page_whose_text_is_broken_can_still_be_taken():
    row = {"id": 9, "kind": "incident-page", "params": {}, "subject_id": 7, "person_id": 5}
    said = last_resort(row, TEAM, NIGHT, "vi")
    assert "cần bạn xem ngay" in said.html
    assert data(said) == [["ack:7", "details:7"]]


@pytest.mark.parametrize(("kind", "subject"), [("answer", None), ("report-closed", 7)])
def test_another_broken_text_offers_nothing(kind, subject):
    row = {"id": 9, "kind": kind, "params": {}, "subject_id": subject, "person_id": 5}
    said = last_resort(row, TEAM, NIGHT, "en")
    assert "9" in said.html
    assert said.keys == ()


def test_a_broken_toast_stays_plain_text():
    row = {"id": 9, "kind": "toast", "params": {}, "subject_id": None, "person_id": 5}
    assert last_resort(row, TEAM, NIGHT, "vi").html.endswith("quản trị viên số 9.")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_rendered_row_does_not_change_with_the_number_of_times(language):
    assert rendered("incident-card", NEW, language=language) == rendered(
        "incident-card", NEW, language=language
    )
