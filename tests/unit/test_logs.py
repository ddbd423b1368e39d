"""The log: constant names, facts as fields, never a secret."""

import json
import logging

import pytest

from bot.logs import Lines

TOKEN = "123:SECRET"


def record(message, **facts):
    made = logging.makeLogRecord({"name": "bot.x", "levelname": "INFO", "msg": message})
    vars(made).update(facts)
    return made


def failing(message):
    try:
        raise RuntimeError(message)
    except RuntimeError as error:
        return (type(error), error, error.__traceback__)


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_token_is_in_no_line_not_even_in_a_traceback(form):
    made = record(f"called https://x/bot{TOKEN}/getMe", address=f"/bot{TOKEN}/x")
    made.exc_info = failing(f"no answer from /bot{TOKEN}")
    line = Lines(form, (TOKEN, "")).format(made)
    assert TOKEN not in line
    assert line.count("[secret]") >= 3


def test_facts_are_fields_of_a_json_line():
    line = json.loads(Lines("json", ()).format(record("update-failed", update_id=7)))
    assert (line["event"], line["update_id"], line["level"]) == ("update-failed", 7, "info")


def test_facts_stand_behind_the_name_in_a_text_line():
    assert (
        Lines("text", ())
        .format(record("update-failed", update_id=7))
        .endswith("bot.x update-failed update_id=7")
    )
