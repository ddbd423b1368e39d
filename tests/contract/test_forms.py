"""Every dialogue has its words: each question, heading, button and ending in Vietnamese."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import load
from bot.domain.answers import State
from bot.domain.campaign_form import Whom, campaign_form, change_form
from bot.domain.campaign_questions import QuestionKind, questions_of
from bot.domain.case_dialogue import case_form, form_sent_form
from bot.domain.closing import reject_form, resolve_form
from bot.domain.contact_form import contact_form
from bot.domain.form import Form
from bot.domain.improvements import improvement_form, unneeded_form
from bot.domain.legal_forms import decision_form, detected_form, sent_form, waive_form
from bot.domain.register_form import (
    AGENCIES_FILE,
    SYSTEMS_FILE,
    agency_form,
    new_agency_form,
    new_system_form,
    system_form,
)
from bot.domain.register_form import file_form as register_file_form
from bot.domain.relay import relay_form
from bot.domain.report import report_form
from bot.domain.situation import situation_form
from bot.domain.task_form import (
    TASK_ANSWER,
    TASK_ASK,
    TASK_NOT,
    TASK_RETURN,
    more_form,
    reason_form,
    task_form,
)
from bot.domain.typed import Control
from bot.domain.watch_edit import Draft, edit_form
from bot.domain.watch_form import Offers, file_form, usual_plan, watch_form
from bot.services.dialogues import DIALOGUES
from bot.texts.fluent import has_text

CATALOG = load()
NOW, ZONE = datetime(2026, 9, 2, tzinfo=UTC), ZoneInfo("Asia/Ho_Chi_Minh")
KINDS = CATALOG.kinds
DRAFT = Draft("Trực lễ", date(2026, 9, 1), date(2026, 9, 3), usual_plan(CATALOG.watch, None))
EVERY_KIND = [
    {
        "code": f"a_long_code_for_one_of_them_{kind}"[:32],
        "kind": kind,
        "names": {"vi": "Câu hỏi"},
        "choices": [{"code": "own", "names": {"vi": "tự làm"}}] if kind == "choice" else [],
    }
    for kind in QuestionKind
]
FORMS = (
    report_form(KINDS, (), "vi", knows_privacy=False),
    resolve_form(KINDS, "malware", "vi", may_skip=True),
    reject_form(),
    sent_form(NOW, ZONE, signed=False),
    waive_form(),
    detected_form(NOW, ZONE),
    decision_form(NOW, ZONE),
    situation_form(),
    relay_form(),
    improvement_form([(1, "Bình")], date(2026, 9, 2)),
    unneeded_form(),
    case_form(CATALOG.forms.of(("reporter_address", "found_by", "confidential")), "vi"),
    form_sent_form(NOW, ZONE, signed=True),
    watch_form(CATALOG.watch, Offers(), "vi", date(2026, 9, 2)),
    file_form(),
    edit_form(CATALOG.watch, DRAFT, "vi", DRAFT.first, State(question="name")),
    agency_form(("sở",)),
    new_agency_form(("sở",)),
    system_form(),
    new_system_form(),
    register_file_form(AGENCIES_FILE),
    register_file_form(SYSTEMS_FILE),
    contact_form(),
    campaign_form(Whom(("sở",), (3,)), date(2026, 9, 2)),
    change_form(Whom(("sở",), (3,)), date(2026, 9, 2), date(2026, 9, 24)),
    task_form(questions_of(EVERY_KIND), "vi", date(2026, 9, 2), {}),
    more_form(date(2026, 9, 24), date(2026, 9, 2)),
    *(reason_form(kind) for kind in (TASK_NOT, TASK_ASK, TASK_RETURN, TASK_ANSWER)),
)
LONGEST_DATA = 64


def texts_of(form: Form):
    for question in form.questions:
        if question.caption:
            # Its words come from data; only how to answer is ours.
            yield question.how
            continue
        yield f"form-{form.kind}-{question.key}"
        yield f"form-{form.kind}-{question.key}-name"
        yield from (choice.label for choice in question.choices if choice.label)
    yield from (f"form-{form.kind}-{end}" for end in ("summary", "cancelled", "expired"))


def test_every_dialogue_is_looked_at_here():
    assert {form.kind for form in FORMS} == set(DIALOGUES)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind)
def test_every_question_has_its_texts(form):
    assert [text_id for text_id in texts_of(form) if not has_text(text_id)] == []


@pytest.mark.parametrize("control", Control)
def test_every_control_has_a_button_and_a_word(control):
    assert has_text(f"button-form{control.value}")
    assert has_text(f"form-word{control.value}")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind)
def test_every_button_fits_into_callback_data(form):
    values = [
        f"form:999999999:{question.key}:{value}"
        for question in form.questions
        for value in (*(choice.code for choice in question.choices), *Control)
    ]
    assert [value for value in values if len(value.encode()) > LONGEST_DATA] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind)
def test_no_two_texts_of_a_form_have_the_same_name(form):
    names = list(texts_of(form))
    assert len(set(names)) == len(names)
