"""What is registered can be said: commands, kinds and lines have words in every language."""

import ast

import pytest

from bot.catalog import load
from bot.delivery.verdict import UNREACHABLE
from bot.domain.escalation import Target
from bot.domain.incident import Status
from bot.domain.kinds import Severity
from bot.domain.people import Role
from bot.services.dialogues import DIALOGUES
from bot.texts.fluent import languages
from handlers.topics import COMMANDS
from tests.contract.calls import calls_of, value_of
from tests.ftl import texts

LONGEST_DESCRIPTION = 256
CATALOG = load()


def kebab(word: str) -> str:
    return word.replace("_", "-")


def missing_texts(*text_ids: str) -> list[str]:
    return [
        f"{language} {text_id}"
        for language in languages()
        for text_id in text_ids
        if text_id not in texts(language)
    ]


def words_of(language: str, text_id: str) -> str:
    """Return a text that is one plain line."""
    pattern = texts(language)[text_id].value
    assert pattern is not None
    return "".join(getattr(element, "value", "") for element in pattern.elements)


def test_every_way_not_to_be_reached_can_be_said():
    ids = (f"unreachable-{reason.replace(' ', '-')}" for reason in UNREACHABLE)
    assert missing_texts(*ids, "unreachable-other") == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_described_for_telegrams_menu(command):
    text_id = f"command-{command.name}"
    assert missing_texts(text_id) == []
    for language in languages():
        assert 0 < len(words_of(language, text_id)) <= LONGEST_DESCRIPTION
        assert "<" not in words_of(language, text_id)


@pytest.mark.parametrize(
    "text_ids",
    [
        [f"status-{kebab(status)}" for status in Status],
        [f"my-reports-{kebab(status)}" for status in Status],
        [f"my-reports-next-{kebab(status)}" for status in Status],
        [f"severity-{severity}" for severity in Severity],
        [f"severity-{severity}-loud" for severity in Severity],
        [f"role-{role}" for role in Role],
        [f"target-{kebab(target)}" for target in Target],
        [f"form-{kind}-{end}" for kind in DIALOGUES for end in ("summary", "cancelled", "expired")],
    ],
    ids=lambda text_ids: text_ids[0],
)
def test_every_one_of_them_has_its_words_in_every_language(text_ids):
    assert missing_texts(*text_ids) == []


@pytest.mark.parametrize("kind", CATALOG.kinds, ids=lambda kind: kind.code)
def test_every_shipped_kind_of_incident_has_a_name_in_every_language(kind):
    assert set(kind.names) >= set(languages())


def test_every_shipped_hotline_and_advice_is_written_in_every_language():
    written = [hotline.names for hotline in CATALOG.hotlines]
    written += [CATALOG.fraud_advice, CATALOG.offline_contact]
    assert [names for names in written if set(names) < set(languages())] == []


def test_everything_entered_in_the_timeline_has_its_words():
    entered = {
        str(value_of(path, call.args[0]))
        for path, call in calls_of("Entry", "bot/services")
        if call.args and isinstance(call.args[0], ast.Constant)
    }
    assert entered
    assert missing_texts(*(f"timeline-{kind}" for kind in sorted(entered))) == []
