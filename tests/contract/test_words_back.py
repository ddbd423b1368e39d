"""Whatever a button or a page shows may be typed back, in each language, accents or none."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import load
from bot.domain.confidence import Wish, wish
from bot.domain.drill import means_off
from bot.domain.incident import PHASES
from bot.domain.kinds import Severity
from bot.domain.roll_call import OFFERED, Presence, said
from bot.domain.severity_words import severity_of
from bot.domain.spans import Unit, months, part_of, read_span
from bot.domain.team import Team
from bot.domain.typed import Control, chosen, control_of, unaccented
from bot.domain.words import phase
from bot.services.statistics_words import label
from bot.texts.fluent import in_every_language, languages
from bot.texts.length import plain
from bot.texts.values import voice
from tests.contract.test_forms import FORMS, NOW, ZONE

TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None, shown=in_every_language)
TODAY = date(2026, 9, 2)
SPANS = (
    part_of(TODAY, Unit.WEEK),
    *(part_of(date(2026, 8, 1), unit) for unit in (Unit.MONTH, Unit.QUARTER)),
    *(months(Unit.HALF, 2025, month, 6) for month in (1, 7)),
    months(Unit.YEAR, 2025, 1, 12),
    months(Unit.MONTHS, 2026, 1, 8),
    read_span("1/8-20/8", TODAY),
    read_span("hôm qua", TODAY),
)


def written(text_id):
    """Return a text as people type it: in each language, as it stands and without accents."""
    shown = in_every_language(text_id)
    assert shown, text_id
    return [*shown, *(unaccented(each) for each in shown)]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind)
def test_the_words_of_every_button_of_a_dialogue_answer_it(form):
    lost = [
        (question.key, words)
        for question in form.questions
        for choice in question.choices
        if choice.label
        for words in written(choice.label)
        if chosen(words, question.choices, loosely=False, shown=in_every_language) != choice.code
    ]
    assert lost == []


# Without its accent the word for cancelling is a common given name.
@pytest.mark.parametrize("control", [each for each in Control if each is not Control.CANCEL])
def test_the_words_of_every_control_do_what_its_button_does(control):
    lost = [w for w in written(f"button-form{control.value}") if control_of(w) is not control]
    assert lost == []


@pytest.mark.parametrize("severity", Severity)
def test_a_severity_is_known_by_what_is_shown_for_it(severity):
    for words in (*written(f"severity-{severity}"), severity.value, severity.name):
        assert severity_of(words, TEAM.shown) is severity
        assert severity_of(f"mức {words}", TEAM.shown) is severity


@pytest.mark.parametrize("answer", Presence)
def test_an_answer_to_a_roll_call_is_known_by_what_is_shown_for_it(answer):
    shown = [*written(f"presence-{answer}"), *(written(f"button-{answer}") * (answer in OFFERED))]
    assert [words for words in shown if said(words) is not answer] == []


@pytest.mark.parametrize("each", PHASES)
def test_a_phase_is_known_by_what_is_shown_for_it(each):
    shown = [*written(f"phase-{each}"), *written(f"status-{each}")]
    assert [words for words in shown if phase(f"chuyển sang {words}") != each] == []
    assert [words for words in shown if phase(f"moving to {words}") != each] == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("span", SPANS, ids=str)
def test_days_are_known_by_what_is_shown_for_them(span, language):
    shown = plain(str(voice(Team(load(), ZONE, language, None), NOW, language).value(label(span))))
    for words in (shown, unaccented(shown) if span.unit not in (Unit.DAYS, Unit.WEEK) else shown):
        read = read_span(words, TODAY)
        assert (read.first, read.last) == (span.first, span.last), words


def test_confidentiality_and_drills_are_known_by_what_is_shown_for_them():
    assert {wish(words) for words in written("button-confide")} == {Wish.KEEP}
    lifting = [*written("button-lift"), *written("button-lift-yes")]
    assert {wish(words) for words in lifting} == {Wish.LIFT}
    assert not any(means_off(words) for words in ("diễn tập", "DRILL", "on"))
    assert all(means_off(words) for words in ("sự cố thật", "real incident", "thật"))
