"""Whatever is entered in the watch log can be said, in every language."""

import ast

from bot.services.log_lines import HIDDEN, OF_INCIDENTS, WORDED
from tests.contract.calls import calls_of, value_of
from tests.contract.test_registered_words import missing_texts

# Kinds that are put together while the program runs, each with the place that does.
PUT_TOGETHER = {"confirmed", "declined", "swap-agreed", "swap-refused", "note-file"}


def entered() -> dict[str, str]:
    """Return every kind of line that a service names, and where."""
    return {
        str(value_of(path, call.args[0])): f"{path.name}:{call.lineno}"
        for path, call in calls_of("LogLine", "bot/services")
        if call.args and isinstance(call.args[0], ast.Constant)
    }


def test_every_line_is_shown_in_words_or_hidden_on_purpose():
    assert entered()
    assert {where for kind, where in entered().items() if kind not in WORDED | HIDDEN} == set()


def test_nothing_has_words_that_is_never_entered():
    named = {
        str(value_of(path, call.args[0]))
        for path, call in calls_of("LogLine", "bot/services")
        if call.args and isinstance(call.args[0], ast.Constant | ast.Name)
        if not (isinstance(call.args[0], ast.Name) and call.args[0].id == "kind")
    }
    assert WORDED - named - PUT_TOGETHER == set()


def test_every_line_has_its_words():
    assert missing_texts(*(f"log-{kind}" for kind in sorted(WORDED)), "log-other") == []
    assert missing_texts(*(f"log-incident-{kind}" for kind in OF_INCIDENTS)) == []
