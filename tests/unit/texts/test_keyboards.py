from typing import Any

import pytest

from bot.texts.keyboards import Key, keyboard


def label(text_id, values):
    return f"{text_id}{values or ''}"


def test_rows_are_read_as_they_are_written():
    rows: list[list[dict[str, Any]]] = [
        [
            {"label": "yes", "data": "a:1", "style": "primary"},
            {"caption": "x", "url": "https://x.vn"},
        ],
        [{"label": "copy", "copy": "SC-2026-0001", "args": {"n": 1}}],
    ]
    assert keyboard(rows, label) == (
        (Key("yes", data="a:1", style="primary"), Key("x", url="https://x.vn")),
        (Key("copy{'n': 1}", copy="SC-2026-0001"),),
    )


def test_a_row_without_keys_is_left_out():
    assert keyboard([[], [{"caption": "x", "data": "a"}]], label) == ((Key("x", data="a"),),)


def test_a_name_on_a_key_is_one_line_of_limited_length():
    [[key]] = keyboard([[{"caption": "a\nb " + "c" * 80, "data": "a"}]], label)
    assert key.label.startswith("a b ccc")
    assert len(key.label) == 64


@pytest.mark.parametrize("data", ["x" * 64, "ệ" * 21])
def test_data_of_64_bytes_is_taken(data):
    assert Key("x", data=data).data == data


@pytest.mark.parametrize("data", ["x" * 65, "ệ" * 22])
def test_data_of_more_than_64_bytes_is_refused(data):
    with pytest.raises(ValueError, match="64 bytes"):
        Key("x", data=data)


@pytest.mark.parametrize(
    "given", [{}, {"data": ""}, {"data": "a", "url": "b"}, {"copy": "x" * 257}, {"label": " "}]
)
def test_a_key_that_telegram_would_refuse_is_refused(given):
    with pytest.raises(ValueError, match=r"key|longer"):
        Key(**{"label": "x", "data": None, **given} | ({"data": "a"} if "label" in given else {}))


def test_a_style_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="purple"):
        keyboard([[{"caption": "x", "data": "a", "style": "purple"}]], label)
