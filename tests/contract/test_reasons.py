"""Whatever keeps a message from being sent can be said in every language."""

import ast
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import load
from bot.delivery.verdict import GROUP_GONE, REFUSALS, UNREACHABLE, Outcome
from bot.domain.messages import while_mine, while_open, while_unowned
from bot.domain.reasons import REASONS, reason_id
from bot.domain.team import Team
from bot.domain.why import ANSWERS, CALLS, EVENTS, PAGE, TEAM_PAGE, Event
from bot.services.why import happened
from bot.texts.fluent import languages
from bot.texts.values import parameters, voice
from storage.outbox import CLAIMED, DEAD, OVERTAKEN, PENDING
from tests.ftl import texts

ROOT = Path(__file__).parents[2]
TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None)
NOW = datetime(2026, 9, 1, 19, 0, tzinfo=UTC)


def missing(*text_ids):
    return [(lang, each) for lang in languages() for each in text_ids if each not in texts(lang)]


def verdicts() -> set[str]:
    """Return every constant reason that a verdict is made with."""
    tree = ast.parse((ROOT / "bot/delivery/verdict.py").read_text(encoding="utf-8"))
    return {
        str(call.args[1].value)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Verdict"
        if len(call.args) > 1 and isinstance(call.args[1], ast.Constant)
    }


def returned(function) -> set[str]:
    """Return the words a rule of relevance can end with."""
    tree = ast.parse((ROOT / "bot/domain/messages.py").read_text(encoding="utf-8"))
    node = next(n for n in tree.body if getattr(n, "name", "") == function.__name__)
    inside = [
        part for each in ast.walk(node) if isinstance(each, ast.Return) for part in ast.walk(each)
    ]
    return {n.value for n in inside if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def test_every_known_reason_has_its_words():
    assert missing(*(str(reason_id(reason)) for reason in REASONS)) == []


def test_every_verdict_of_the_table_is_a_known_reason():
    lasting = {
        reason for _, outcome, reason in REFUSALS if outcome in {Outcome.DEAD, Outcome.FRESH}
    }
    assert lasting | GROUP_GONE | UNREACHABLE <= REASONS
    assert verdicts() - {"passport"} <= REASONS
    assert "network" in verdicts()


def test_every_way_to_be_overtaken_is_a_known_reason():
    rules = (while_mine, while_open, while_unowned)
    words = {word for rule in rules for word in returned(rule)} - {"owner_id"}
    assert words == {"ended", "taken", "owner changed"}
    assert words <= REASONS


@pytest.mark.parametrize("reason", [None, "", "Bad Request: nothing we know"])
def test_what_only_telegram_has_words_for_has_no_text(reason):
    assert reason_id(reason) is None


def test_every_call_answer_and_state_of_why_has_its_words():
    calls = {kind.removeprefix("incident-") for kind in CALLS - {PAGE, TEAM_PAGE}}
    states = {PENDING, CLAIMED, DEAD, OVERTAKEN}
    told = [f"why-{each}" for each in calls | states]
    assert missing(*told, *(f"why-answer-{kind}" for kind in ANSWERS)) == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", sorted(EVENTS))
def test_every_event_between_the_calls_has_what_its_words_need(language, kind):
    details = {"to": "high"} if kind == "severity" else {}
    said = happened(Event(NOW, kind, details=details))
    assert voice(TEAM, NOW, language).say(said["text"], **parameters(said))
