"""What topics are called, and the line in the General topic that leads there."""

import pytest
from msgspec.structs import replace

from bot.services.facts import Facts
from bot.texts.length import plain
from tests.unit.texts.examples import CLOSED, NEW, rendered

THERE = "https://t.me/c/123/7"


def pointer(incident, **params):
    return rendered("incident-pointer", facts=Facts(incident=incident, topic=THERE), **params)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("vi", "SC-2026-0012 · Mã hóa dữ liệu, tống tiền · 🔴 Khẩn cấp"),
        ("en", "SC-2026-0012 · Ransomware · 🔴 Critical"),
    ],
)
def test_a_topic_is_named_by_code_kind_and_severity_and_by_nothing_personal(language, name):
    assert plain(rendered("incident-topic", NEW, language=language).html) == name


def test_what_is_confidential_shows_its_code_alone():
    kept = replace(NEW, confidential=True)
    assert rendered("incident-topic", kept).html == "SC-2026-0012"
    assert plain(pointer(kept, text="pointer-new").html) == "🆕 SC-2026-0012"


def test_a_drill_says_so_in_one_line():
    name = plain(rendered("incident-topic", replace(NEW, drill=True)).html)
    assert name.startswith("🎯 DIỄN TẬP SC-2026-0012 · ")
    assert "\n" not in name


@pytest.mark.parametrize(
    ("incident", "params", "line"),
    [
        (NEW, {"text": "pointer-new"}, "🆕 SC-2026-0012 · Mã hóa"),
        (NEW, {"text": "pointer-again"}, "xử lý tiếp"),
        (NEW, {"text": "pointer-spare"}, "chủ đề này bị mở thừa"),
        (CLOSED, {"text": "pointer-over", "status": {"status": "closed"}}, "Khẩn cấp: đã đóng"),
    ],
)
def test_the_general_topic_says_in_a_line_what_is_new_over_or_open_again(incident, params, line):
    said = pointer(incident, **params)
    assert line in plain(said.html)
    assert [key.url for row in said.keys for key in row] == [THERE]
