"""Every dialogue has its words: each question, heading, button and ending in Vietnamese."""

from datetime import date

import pytest

from bot.catalog import load
from bot.domain.closing import reject_form, resolve_form
from bot.domain.form import Form
from bot.domain.report import report_form
from bot.domain.typed import Control
from bot.domain.watch_form import Offers, file_form, watch_form
from bot.services.dialogues import DIALOGUES
from bot.texts.fluent import has_text

CATALOG = load()
KINDS = CATALOG.kinds
FORMS = (
    report_form(KINDS, (), "vi", knows_privacy=False),
    resolve_form(KINDS, "malware", "vi", may_skip=True),
    reject_form(),
    watch_form(CATALOG.watch, Offers(), "vi", date(2026, 9, 2)),
    file_form(),
)
LONGEST_DATA = 64


def texts_of(form: Form):
    for question in form.questions:
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
