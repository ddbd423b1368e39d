"""The registries are complete: whatever one part names, the part that must know it knows.

Names are found by reading the code, so that a new command, kind or button cannot forget its twin.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from inspect import getsourcefile
from pathlib import Path

import pytest

from bot.cli import upcoming
from bot.delivery.telegram import ALLOWED_UPDATES
from bot.delivery.verdict import REFUSALS, UNREACHABLE, Outcome
from bot.domain.cells import COLUMNS, Register
from bot.domain.messages import KINDS, LIVING, Subject
from bot.services.exports import _EXPORTS
from bot.services.register import _IMPORTS
from bot.texts.render import RENDERERS
from bot.timekeeper import DUE_KINDS, RECURRING
from bot.workshop import WORKS
from handlers.desk import NUMBERS
from handlers.incoming import Update
from handlers.topics import BUTTONS, COMMANDS, TOPICS
from storage.due import SLOW
from tests.contract.calls import ROOT, called, calls_of, modules_of, tree_of, value_of

COMMAND_NAME = re.compile(r"[a-z0-9_]{1,32}")
VERB = re.compile(r"[a-z]+")
MOST_COMMANDS = 100
# Verbs promised to people's scripts and to whatever stands in old messages.
PROMISED_VERBS = {"ack", "decline", "escalate", "resolve"}
KEYBOARDS = ("bot/texts", "bot/services", "handlers")


def beginning(node: ast.expr | None) -> str:
    """Return how a string, an f-string or either of two strings begins."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]):
            return text
        case _:
            return ""


def test_every_message_kind_has_its_renderer():
    assert set(RENDERERS) == set(KINDS)


def test_every_message_that_stays_alive_is_about_an_incident():
    assert LIVING
    assert [name for name in LIVING if KINDS[name].subject is not Subject.INCIDENT] == []


def test_every_message_that_is_queued_is_a_known_kind():
    places = {"tell": 2, "tell_team": 2, "Outgoing": 0}
    unknown = []
    for name, place in places.items():
        for path, call in calls_of(name, "bot/services"):
            if len(call.args) > place and isinstance(call.args[place], ast.Constant):
                kind = value_of(path, call.args[place])
                unknown += [] if kind in KINDS else [f"{path.name}:{call.lineno} {kind}"]
    assert unknown == []


def test_every_refusal_of_telegram_ends_in_a_known_outcome():
    assert {outcome for _, outcome, _ in REFUSALS} <= set(Outcome)
    assert {reason for _, _, reason in REFUSALS} >= UNREACHABLE


def scheduled() -> dict[str, str]:
    """Return every due kind that is written down anywhere, and where."""
    return {
        str(value_of(path, call.args[0])): f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, call in calls_of("Due", "bot/services", "bot/delivery")
    }


def test_everything_written_down_for_later_is_known_to_the_timekeeper_or_the_workshop():
    known = {*DUE_KINDS, *WORKS}
    assert {where for kind, where in scheduled().items() if kind not in known} == set()


def test_timekeeper_and_workshop_know_nothing_that_is_never_written_down():
    assert {*DUE_KINDS, *WORKS} == set(scheduled()) | set(RECURRING)


def test_slow_work_is_the_workshops_and_nothing_else_is():
    assert [kind for kind in DUE_KINDS if kind.startswith(SLOW)] == []
    assert [kind for kind in WORKS if not kind.startswith(SLOW)] == []


def test_the_demo_can_say_everything_that_is_due():
    said = {*upcoming.WORDS, *upcoming.UNSEEN}
    assert said == {*DUE_KINDS, *WORKS}


def test_everything_called_off_is_known_to_the_timekeeper():
    called_off = {
        str(value_of(path, call.args[1]))
        for path, call in calls_of("drop", "bot/services")
        if len(call.args) > 1
    }
    assert called_off
    assert called_off <= set(DUE_KINDS)


def test_command_names_and_aliases_are_latin_and_nobody_shares_one():
    names = [name for command in COMMANDS for name in (command.name, command.alias)]
    assert [name for name in names if not COMMAND_NAME.fullmatch(name)] == []
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_telegram_takes_that_many_commands():
    assert len(COMMANDS) <= MOST_COMMANDS


def test_every_topic_with_commands_or_buttons_is_registered():
    declaring = {
        f"handlers.{path.stem}"
        for path in modules_of("handlers")
        for node in tree_of(path).body
        if isinstance(node, ast.Assign) and called(node.targets[0]) in {"COMMANDS", "BUTTONS"}
    }
    assert declaring == {topic.__name__ for topic in TOPICS}


def offered() -> Iterator[tuple[str, str]]:
    """Yield (verb, place) of every key that any message can have."""
    for path in modules_of(*KEYBOARDS):
        for node in ast.walk(tree_of(path)):
            for data in _data_in(node):
                if verb := beginning(data).partition(":")[0]:
                    yield verb, f"{path.relative_to(ROOT)}:{data.lineno}"


def _data_in(node: ast.AST) -> Iterator[ast.expr]:
    """Yield what becomes callback data: `"data": …`, `data = …`, `data=…`, `press(…, …, …, …)`."""
    match node:
        case ast.Dict():
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == "data":
                    yield value
        case ast.Assign(targets=[ast.Name(id="data")]):
            yield node.value
        case ast.Call():
            yield from (word.value for word in node.keywords if word.arg == "data")
            place = {"press": 3, "_data": 1}.get(called(node.func) or "")
            if place is not None and len(node.args) > place:
                yield node.args[place]
        case _:
            return


def test_button_verbs_are_words_and_nobody_shares_one():
    verbs = [button.verb for button in BUTTONS]
    assert [verb for verb in verbs if not VERB.fullmatch(verb)] == []
    assert [verb for verb, count in Counter(verbs).items() if count > 1] == []
    assert set(verbs) >= PROMISED_VERBS


def test_every_key_that_is_offered_leads_somewhere():
    known = {button.verb for button in BUTTONS}
    assert [f"{place} {verb}" for verb, place in offered() if verb not in known] == []


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.verb)
def test_what_a_button_turns_into_a_number_is_named_as_one(button):
    """The desk lets only numbers through for such names; any other word would be a failure."""
    tree = tree_of(Path(str(getsourcefile(button.run))))
    run = next(
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.AsyncFunctionDef) and node.name == button.run.__name__
    )
    words = {each.arg for each in run.args.args[1:] if not each.arg.endswith(NUMBERS)}
    turned = {
        node.args[0].id
        for node in ast.walk(run)
        if isinstance(node, ast.Call) and called(node.func) == "int"
        if node.args and isinstance(node.args[0], ast.Name)
    }
    assert not turned & words


def test_every_button_is_offered_somewhere():
    assert {button.verb for button in BUTTONS} == {verb for verb, _ in offered()}


def test_telegram_is_asked_for_just_what_is_read():
    assert set(ALLOWED_UPDATES) == set(Update.model_fields) - {"update_id"}


def test_every_register_can_be_imported_and_exported():
    assert set(COLUMNS) == set(_IMPORTS) == set(_EXPORTS) == set(Register)
